"""Two runs held against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_records import observation, reference

from boardmine.catalogue import catalogue
from boardmine.errors import MissingFile, RecordError
from boardmine.evaluation import changes_between, judge, load_run, run_of, save_run
from boardmine.evaluation.changes import Changes, Entry


def run(references: list[Any], observations: list[Any]) -> tuple[Entry, ...]:
    return run_of(judge(references, observations, catalogue()).outcomes)


def counts(changes: Changes) -> dict[str, int]:
    lists = ("gained", "lost", "altered", "invented", "withdrawn")
    sizes = {name: len(getattr(changes, name)) for name in lists}
    sizes |= {"added": changes.added, "removed": changes.removed}
    return {name: size for name, size in sizes.items() if size}


STRANGE = observation(value=7, quote="The 7 members agreed.", number="7")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([observation()], [observation()], {}),
        ([], [observation()], {"gained": 1}),
        ([observation(area="england")], [observation()], {"gained": 1}),
        ([observation()], [observation(area="england")], {"lost": 1}),
        ([observation()], [], {"lost": 1}),
        ([], [observation(area="england")], {"altered": 1}),
        ([observation(area="england")], [observation(area="england", certainty="low")], {}),
        ([observation(area="england")], [observation(role="target")], {"altered": 1}),
        ([observation()], [observation(), STRANGE], {"invented": 1}),
        ([observation(), STRANGE], [observation()], {"withdrawn": 1}),
        ([STRANGE], [STRANGE, STRANGE], {"invented": 1}),
    ],
)
def test_what_changed(before: list[Any], after: list[Any], expected: dict[str, int]) -> None:
    assert counts(changes_between(run([reference()], before), run([reference()], after))) == expected


def test_reference_records_may_move_come_and_go() -> None:
    first = reference(place="a.jsonl:1")
    more = reference(metric="cp.count", value=3, quote="3 plans were made.")
    moved = changes_between(run([first], []), run([first.model_copy(update={"place": "b.jsonl:9"})], []))
    assert counts(moved) == {}
    assert counts(changes_between(run([first], []), run([first, more], []))) == {"added": 1}
    assert counts(changes_between(run([first, more], []), run([more], []))) == {"removed": 1}


def test_the_same_words_twice_are_told_apart() -> None:
    """A table may say the same in two rows."""
    twice = [reference(), reference()]
    changes = changes_between(run(twice, [observation()]), run(twice, [observation(), observation()]))
    assert counts(changes) == {"gained": 1}


def test_a_run_is_saved_whole(tmp_path: Path) -> None:
    done = run(
        [reference(by={"gender": "male"}), reference(doc="second", kind="change", baseline_end="2022-01-31")],
        [observation(by={"age": "5-9"}, certainty="low", reason="a guess"), STRANGE],
    )
    save_run(done, tmp_path / "run.jsonl")
    assert load_run(tmp_path / "run.jsonl") == done
    assert {entry.verdict.value for entry in done} == {"differs", "missed", "invented"}


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load_run(tmp_path / "none.jsonl")
    (tmp_path / "other.jsonl").write_text('{"doc": "paper"}\n', encoding="utf-8")
    with pytest.raises(RecordError, match="--save"):
        load_run(tmp_path / "other.jsonl")
    with pytest.raises(RecordError, match="cannot be written"):
        save_run((), tmp_path / "none" / "run.jsonl")


@pytest.mark.parametrize(
    ("quote", "number", "words"), [("In all, Nine left.", "nine", "Nine"), ("9 left", "nine", ""), ("9 left", "", "")]
)
def test_where_the_number_stands(quote: str, number: str, words: str) -> None:
    [entry] = run([reference(quote=quote, number=number)], [])
    start, end = entry.number_span
    assert entry.quote[start:end] == words
