"""What adds up to what: `schemas/checks.yaml`, read and held against the catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from boardmine.catalogue import Catalogue, catalogue
from boardmine.errors import CatalogueError
from boardmine.resources import folder


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Division(_Rule):
    """A dimension whose members divide a whole; `within` gives the member that another one is a part of."""

    within: dict[str, str] = {}


class Opposites(_Rule):
    """Two shares of one population that exclude each other; `whole`, where together they are all of it."""

    metrics: tuple[str, str]
    whole: bool = False


class Balance(_Rule):
    """A stock, and the flows that move it."""

    stock: str
    came: str
    went: str


class Tolerance(_Rule):
    """How far apart is too far: percents, days, and the factor from which on a value is a jump."""

    population_percent: float = Field(default=3, gt=0)
    population_days: int = Field(default=400, gt=0)
    cohort_days: int = Field(default=92, gt=0)
    jump_factor: float = Field(default=3, gt=1)
    restated_percent: float = Field(default=2, gt=0)


class Rules(_Rule):
    """All of it."""

    divides: dict[str, Division]
    opposites: list[Opposites] = []
    balances: list[Balance] = []
    population: str
    tolerance: Tolerance = Tolerance()


@cache
def rules() -> Rules:
    """The rules that come with boardmine. Raises CatalogueError where they have been edited into nonsense."""
    return load(folder("schemas") / "checks.yaml", catalogue())


def load(path: Path, metrics: Catalogue) -> Rules:
    """Read the rules from a file. Raises CatalogueError for what is no rule, and for names not in the catalogue."""
    try:
        found = Rules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise CatalogueError(path, None, " ".join(str(error).split())) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise CatalogueError(path, None, f"{where}: {first['msg']}") from error
    named = {m for pair in found.opposites for m in pair.metrics}
    named |= {m for b in found.balances for m in (b.stock, b.came, b.went)} | {found.population}
    unknown = sorted(named - metrics.metrics.keys()) + sorted(found.divides.keys() - metrics.dimensions.keys())
    for dimension, division in found.divides.items():
        members = metrics.dimensions[dimension].members if dimension in metrics.dimensions else {}
        unknown += [f"{dimension}={m}" for pair in division.within.items() for m in pair if m not in members]
    if unknown:
        raise CatalogueError(path, None, f"not in the catalogue: {', '.join(unknown)}")
    return found
