"""Run configurations: which papers are read, how, and where what they say goes.

One is a YAML file. The keys are the fields of `Configuration`, whose descriptions are their documentation.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, create_model

from boardmine.batch.reading import TIME_LIMIT, Reading, processors
from boardmine.catalogue import catalogue
from boardmine.catalogue.lined_yaml import Address, LinedYaml
from boardmine.catalogue.shaped import shaped
from boardmine.errors import ConfigurationError
from boardmine.fetch.manners import INTERVAL
from boardmine.fetch.model import Kind
from boardmine.fetch.order import DEFAULT_KINDS, RECHECK, Order
from boardmine.readers.limits import Limits
from boardmine.reports.forms import Form, Licence
from boardmine.resources import folder

_Text = Annotated[str, Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


_bounds: dict[str, Any] = {
    bound.name: (Annotated[type(bound.default), Field(ge=1)], bound.default) for bound in fields(Limits)
}
_LimitsEntry = create_model("_LimitsEntry", __base__=_Entry, **_bounds)


class ReadingEntry(_Entry):
    """How papers are read."""

    jobs: int | None = Field(None, ge=1, description="How many papers are read at a time; one a processor if not given")
    time_limit: float = Field(TIME_LIMIT, ge=1, description="Seconds that a paper may take, with two jobs or more")
    limits: _LimitsEntry = Field(
        default_factory=_LimitsEntry, description="Bounds for one file; one beyond them is refused"
    )


class _FetchEntry(_Entry):
    """A committee's papers, to be fetched before they are read."""

    fetch: _Text = Field(description="The site of the council, such as `https://democracy.example.gov.uk`")
    committees: list[_Text] = Field(min_length=1, description="Titles, as `boardmine fetch SITE --list` shows them")
    into: _Text = Field(description="The folder that they go into, and are read from")
    since: date | None = Field(None, description="The first day of meetings; all that there are if not given")
    until: date | None = Field(None, description="The last day of meetings; the coming year's too if not given")
    kinds: list[Kind] = Field(sorted(DEFAULT_KINDS), min_length=1, description="packs, minutes, items, pages")
    council: str = Field("", description="The name of the council, where its pages do not give it")
    contact: str = Field("", description="An address by which the council can reach whoever runs this")
    interval: float = Field(INTERVAL, ge=0, description="Seconds between two requests")
    recheck: int = Field(RECHECK, ge=0, description="Days after a meeting in which its papers are looked at again")
    allow_private_addresses: bool = Field(False, description="For a server of one's own, in one's own network")

    def order(self, dry_run: bool) -> Order:
        """What is to be fetched."""
        return Order(
            committees=tuple(self.committees),
            into=Path(self.into).expanduser(),
            since=self.since,
            until=self.until,
            kinds=frozenset(self.kinds),
            council=self.council,
            recheck=self.recheck,
            dry_run=dry_run,
        )


def _which(source: object) -> str:
    return "[text]" if isinstance(source, str) else "_FetchEntry"


_Source = Annotated[Annotated[_Text, Tag("[text]")] | Annotated[_FetchEntry, Tag("_FetchEntry")], Discriminator(_which)]

FetchEntry = _FetchEntry
"""The name with a line is that by which an error finds the keys; this one is for others."""


class ExportEntry(_Entry):
    """One export."""

    format: Form = Field(description="csv, parquet, excel or package")
    to: _Text = Field(description="The folder, for excel the file; `{date}` in it is the day of the run")
    families: list[str] = Field([], description="The families that are written; all if not given")
    suppress_below: int = Field(0, ge=0, description="Withhold counts from 1 to below this, and what gives them away")
    licence: Licence = Field(Licence.OGL, description="Of a data package")

    def path(self, today: date) -> Path:
        """Where it is written on a day."""
        return Path(self.to.replace("{date}", today.isoformat())).expanduser()


class Configuration(_Entry):
    """A run. Paths count from the folder in which boardmine is called, as they do on the command line."""

    about: str = Field("", description="What the run is for, in a line; `boardmine run` shows it")
    sources: list[_Source] = Field(
        min_length=1, description="Files, folders, or patterns such as `packs/2024-*/*.pdf`; and committees to fetch"
    )
    database: _Text = Field(description="The DuckDB file that what they say goes into")
    families: list[str] = Field([], description="The families of metrics that are kept; all if not given")
    reading: ReadingEntry = Field(default_factory=ReadingEntry, description="How the papers are read")
    check: bool = Field(False, description="Whether what does not fit together is listed")
    exports: list[ExportEntry] = Field([], description="Files that are written when the papers are in")
    report: str = Field("", description="The folder that the HTML report is written into; none if not given")
    report_suppress_below: int = Field(0, ge=0, description="The same as in an export, for the report")

    @property
    def papers(self) -> list[str]:
        """The files, folders and patterns that are read: those that are fetched into are among them."""
        return [source if isinstance(source, str) else source.into for source in self.sources]

    @property
    def fetches(self) -> list[_FetchEntry]:
        """What is fetched."""
        return [source for source in self.sources if isinstance(source, _FetchEntry)]

    @property
    def store(self) -> Path:
        """The path of the database."""
        return Path(self.database).expanduser()

    def read_as(self, jobs: int | None = None) -> Reading:
        """How papers are read, with as many jobs as given, else as configured, else one a processor."""
        limits = Limits(**self.reading.limits.model_dump())
        jobs = jobs or self.reading.jobs or processors()
        return Reading(jobs, self.reading.time_limit, limits, frozenset(self.families))


def load(path: Path) -> Configuration:
    """Read and check a run configuration. Raises ConfigurationError, which names file and line."""
    lined, configuration = shaped(path, Configuration, ConfigurationError)
    _check_families(lined, ("families",), configuration.families)
    for i, export in enumerate(configuration.exports):
        _check_families(lined, ("exports", i, "families"), export.families)
    return configuration


def find(name: str) -> Path:
    """The file of a run configuration: a path, or the name of one that comes with boardmine.

    `pipelines/NAME.yaml` is found outside a checkout too. Raises ConfigurationError, which lists the known names.
    """
    given = Path(name)
    if given.is_file():
        return given
    known = supplied()
    is_name = given.parent in (Path(), Path("pipelines")) and given.suffix in ("", ".yaml")
    if is_name and given.stem in known:
        return known[given.stem]
    raise ConfigurationError(name, None, f"no such run configuration; with boardmine come {', '.join(known)}")


def supplied() -> dict[str, Path]:
    """The run configurations that come with boardmine, by name."""
    return {path.stem: path for path in sorted(folder("pipelines").glob("*.yaml"))}


def _check_families(lined: LinedYaml, address: Address, families: list[str]) -> None:
    known = catalogue().families
    for i, family in enumerate(families):
        if family not in known:
            raise lined.error((*address, i), f"unknown family {family!r}; known are {', '.join(known)}")
