"""Prints a judgement as one JSON object."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from boardmine.evaluation.changes import Changes, Entry
from boardmine.evaluation.judgement import LEVELS, Judgement, Tally


def write(judgement: Judgement, errors: Sequence[Entry], changes: Changes | None) -> None:
    """`families` (with `all` first), `papers` and `certainty` hold counts and rates (0 to 1), `slips` how often each
    field was wrong; `errors` the entries of a run that are not strict, and `changes` those that differ, where asked.
    """
    said: dict[str, Any] = {
        "families": _rates({"all": judgement.all, **judgement.families}),
        "papers": _rates(judgement.papers),
        "certainty": _rates(judgement.certainty),
        "slips": dict(judgement.slips),
    }
    if errors:
        said["errors"] = [_entry(entry) for entry in errors if entry.is_wrong]
    if changes:
        said["changes"] = {
            **{name: _moved(getattr(changes, name)) for name in ("gained", "lost", "altered")},
            **{name: list(map(_entry, getattr(changes, name))) for name in ("invented", "withdrawn")},
            "added": changes.added,
            "removed": changes.removed,
        }
    sys.stdout.write(json.dumps(said, indent=1, ensure_ascii=False) + "\n")


def _rates(tallies: Mapping[Any, Tally]) -> dict[str, Any]:
    return {
        str(name): {"references": tally.references, "observations": tally.observations}
        | {
            level: {"precision": rates.precision, "recall": rates.recall, "f1": rates.f1}
            for level, rates in ((level, tally.rates(level)) for level in LEVELS)
        }
        for name, tally in tallies.items()
    }


def _moved(pairs: Sequence[tuple[Entry, Entry]]) -> list[dict[str, Any]]:
    return [{"before": _entry(before), "after": _entry(after)} for before, after in pairs]


def _entry(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json")
