"""Keeps what became of each record in a run, and tells two runs apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field as Described

from boardmine.errors import MissingFile, RecordError
from boardmine.evaluation.agreement import Field
from boardmine.evaluation.pairing import Outcome, Verdict
from boardmine.evaluation.references import Reference
from boardmine.records import AUTHORITY, Certainty, Kind, Observation, Role, Unit
from boardmine.records.observation import Record


class Said(Record):
    """What an observation or a reference record says, without its place."""

    metric: str
    kind: Kind = Kind.LEVEL
    value: float
    unit: Unit
    by: dict[str, str] = Described(default_factory=dict)
    area: str = AUTHORITY
    role: Role = Role.ACTUAL
    period_start: date | None = None
    period_end: date | None = None
    baseline_end: date | None = None


class Entry(Record):
    """One outcome of a run, as it is saved: what is wanted, what was given, and the words that carry it."""

    doc: str
    verdict: Verdict
    slips: tuple[Field, ...] = ()
    wanted: Said | None = None
    given: Said | None = None
    certainty: Certainty | None = None
    reason: str = ""
    quote: str
    number: str = ""
    place: str = Described(default="", description="File and line of the reference record.")

    @property
    def is_wrong(self) -> bool:
        """Whether reader and program do not agree in all."""
        return self.verdict is not Verdict.STRICT

    @property
    def number_span(self) -> tuple[int, int]:
        """Where the number stands in the quote; empty, at its start, where it is written otherwise there."""
        start = self.quote.lower().find(self.number.lower()) if self.number else -1
        return (start, start + len(self.number)) if start >= 0 else (0, 0)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells that entries of two runs are about the same number. Not the place: lines of a file move."""
        said = self.wanted or self.given
        assert said is not None, "an entry is of something"
        by = " ".join(f"{dimension}={member}" for dimension, member in sorted(said.by.items()))
        side = "wanted" if self.wanted else "given"
        return side, self.doc, f"{said.metric} {said.kind} {said.value:g} {said.unit} {by}", self.quote


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different in the later of two runs.

    - `gained`, `lost`: reference records that only the later, or only the earlier run agrees with in all fields;
    - `altered`: that neither agrees with, each in its own way;
    - `invented`, `withdrawn`: observations without a reference record, in the later or the earlier run alone;
    - `added`, `removed`: how many reference records only one of the runs was judged by.
    """

    gained: Sequence[tuple[Entry, Entry]]
    lost: Sequence[tuple[Entry, Entry]]
    altered: Sequence[tuple[Entry, Entry]]
    invented: Sequence[Entry]
    withdrawn: Sequence[Entry]
    added: int
    removed: int


def run_of(outcomes: Iterable[Outcome]) -> tuple[Entry, ...]:
    """The entries of a run, in the order of the outcomes."""
    return tuple(map(_entry, outcomes))


def save_run(run: Iterable[Entry], path: Path) -> None:
    """Write one JSON object a line. Raises RecordError where the file cannot be written."""
    lines = [entry.model_dump_json(exclude_defaults=True) + "\n" for entry in run]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise RecordError(f"{path}: cannot be written ({error.strerror})") from error


def load_run(path: Path) -> tuple[Entry, ...]:
    """Read what `save_run` wrote. Raises MissingFile, and RecordError where it is something else."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        return tuple(Entry.model_validate_json(line) for line in lines if line)
    except OSError as error:
        raise MissingFile(path, "no such file of an earlier run") from error
    except ValueError as error:
        raise RecordError(f"{path}: not a run that was saved by `boardmine evaluate --save`") from error


def changes_between(before: Iterable[Entry], after: Iterable[Entry]) -> Changes:
    """Hold two runs against each other, entry by entry."""
    old, new = _keyed(before), _keyed(after)
    pairs = [(old[key], entry) for key, entry in new.items() if key in old]
    wanted = [(earlier, later) for earlier, later in pairs if later.wanted]
    return Changes(
        gained=[p for p in wanted if p[0].verdict is not Verdict.STRICT and p[1].verdict is Verdict.STRICT],
        lost=[p for p in wanted if p[0].verdict is Verdict.STRICT and p[1].verdict is not Verdict.STRICT],
        altered=[p for p in wanted if Verdict.STRICT not in (p[0].verdict, p[1].verdict) and p[0].given != p[1].given],
        invented=[entry for key, entry in new.items() if key not in old and not entry.wanted],
        withdrawn=[entry for key, entry in old.items() if key not in new and not entry.wanted],
        added=sum(1 for key, entry in new.items() if key not in old and entry.wanted),
        removed=sum(1 for key, entry in old.items() if key not in new and entry.wanted),
    )


def _entry(outcome: Outcome) -> Entry:
    reference, observation = outcome.reference, outcome.observation
    words = reference or (observation.evidence if observation else None)
    assert words is not None, "an outcome is of something"
    return Entry(
        doc=outcome.doc,
        verdict=outcome.verdict,
        slips=outcome.slips,
        wanted=_said(reference) if reference else None,
        given=_said(observation) if observation else None,
        certainty=observation.certainty if observation else None,
        reason=observation.reason if observation else "",
        quote=words.quote,
        number=words.number,
        place=reference.place if reference else "",
    )


def _said(record: Observation | Reference) -> Said:
    return Said.model_validate(record.model_dump(include=set(Said.model_fields)))


def _keyed(run: Iterable[Entry]) -> Mapping[tuple[object, ...], Entry]:
    """Entries by key; of those that say the same of the same words the first is the first, and so on."""
    seen: Counter[tuple[str, ...]] = Counter()
    keyed: dict[tuple[object, ...], Entry] = {}
    for entry in run:
        keyed[(*entry.key, seen[entry.key])] = entry
        seen[entry.key] += 1
    return keyed
