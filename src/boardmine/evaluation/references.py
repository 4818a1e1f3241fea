"""Reference records: what people read in papers, one JSON object a line, in the form of an observation's record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from rapidfuzz import process

from boardmine.catalogue import Catalogue
from boardmine.errors import MissingFile, RecordError
from boardmine.records import AUTHORITY, Basis, Kind, Role, Unit

_NEAR = 80
"""Of 100: how alike two metric identifiers must be for one to be a slip of the pen for the other."""


class Reference(BaseModel):
    """One number that a paper states about one metric, as a reader has it.

    What may be left out stands for the usual: a level of the whole, of the authority itself, as it is, at the
    document's date. Keys that judging does not need (`bound`, `page`) are passed over. An `optional` record is one
    that readers disagree on: it counts neither for nor against whoever finds it or does not.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    doc: str = Field(min_length=1)
    metric: str = Field(min_length=1)
    kind: Kind = Kind.LEVEL
    value: float = Field(allow_inf_nan=False)
    unit: Unit
    by: dict[str, str] = Field(default_factory=dict)
    area: str = AUTHORITY
    role: Role = Role.ACTUAL
    period_start: date | None = None
    period_end: date | None = None
    period_basis: Basis = Basis.DOCUMENT
    baseline_start: date | None = None
    baseline_end: date | None = None
    quote: str
    number: str = ""
    optional: bool = False
    place: str = Field(default="", description="File and line (1-based) of the record, `gold.jsonl:12`.")

    @field_validator("by", mode="before")
    @classmethod
    def _members_are_words(cls, by: Any) -> Any:
        """Members that look like numbers (`"age": 14`) are often written as such."""
        return {key: str(member) for key, member in by.items() if member is not None} if isinstance(by, dict) else by


def load_references(paths: Iterable[Path]) -> tuple[Reference, ...]:
    """The records of JSON lines files, in order. Raises MissingFile, and RecordError with file, line and fault."""
    return tuple(reference for path in paths for reference in _of_file(path))


def unknown_metrics(references: Iterable[Reference], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Place and fault of each record whose metric the catalogue does not have: nothing can ever match it."""
    for reference in references:
        if reference.metric not in catalogue.metrics:
            near = process.extractOne(reference.metric, catalogue.metrics.keys(), score_cutoff=_NEAR)
            meant = f"; perhaps {near[0]}" if near else ""
            yield reference.place, f"{reference.metric} is no metric of the catalogue{meant}"


def _of_file(path: Path) -> Iterator[Reference]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise MissingFile(path, "no such file of reference records") from error
    except UnicodeDecodeError as error:
        raise RecordError(f"{path}: not UTF-8") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            reference = Reference.model_validate_json(line)
        except ValidationError as error:
            raise RecordError(f"{path}:{number}: {_fault(error)}") from error
        yield reference.model_copy(update={"place": f"{path.name}:{number}"})


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]
