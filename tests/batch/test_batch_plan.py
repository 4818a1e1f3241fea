"""What must be read again, and what not."""

from __future__ import annotations

from pathlib import Path

import pytest

import boardmine
from boardmine.batch.plan import State, content_hash, plan
from boardmine.batch.reading import Reading
from boardmine.batch.rules import _CODE, fingerprint, of_code
from boardmine.readers.limits import Limits
from boardmine.readers.reading import content_hash as hash_as_read
from boardmine.readers.reading import load_source
from boardmine.store.rows import path_text
from boardmine.store.state import Known


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text("412 children", encoding="utf-8")
    return path


def test_the_hash_is_the_reader_s(paper: Path) -> None:
    assert content_hash(paper) == hash_as_read(paper, load_source(paper))
    alone = content_hash(paper)
    paper.with_name("paper.meta.json").write_text('{"council": "Wexcombe"}', encoding="utf-8")
    assert content_hash(paper) == hash_as_read(paper, load_source(paper))
    assert content_hash(paper) != alone


@pytest.mark.parametrize(
    "known, state, to_read",
    [
        (None, State.NEW, True),
        (Known("same", "rules", 3), State.UNCHANGED, False),
        (Known("same", "rules", 0), State.UNCHANGED, False),
        (Known("other", "rules", 3), State.CHANGED, True),
        (Known("same", "older", 3), State.STALE, True),
        (Known("same", "rules", None, "is damaged"), State.REFUSED, False),
        (Known("same", "rules", 3, "is damaged"), State.REFUSED, False),
        (Known("same", "older", None, "is damaged"), State.NEW, True),
        (Known("other", "rules", None, "is damaged"), State.NEW, True),
        (Known("other", "rules", 3, "is damaged"), State.CHANGED, True),
        (Known("same", "rules", 3, "took too long", lasting=False), State.STALE, True),
        (Known(None, "rules", None, "may not be read"), State.NEW, True),
    ],
)
def test_a_file_is_read_when_it_or_the_rules_changed_or_the_failure_was_ours(
    paper: Path, known: Known | None, state: State, to_read: bool
) -> None:
    if known is not None and known.content_hash == "same":
        known = Known(content_hash(paper), known.rules, known.observations, known.refused, known.lasting)
    [step] = plan([paper], {path_text(paper): known} if known else {}, "rules")
    assert (step.state, step.to_read) == (state, to_read)


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    [step] = plan([tmp_path / "no.pdf"], {}, "rules")
    assert (step.state, step.to_read) == (State.MISSING, False)
    assert step.reason


def test_the_rules_have_one_fingerprint() -> None:
    assert of_code() == of_code.__wrapped__()
    assert len(fingerprint()) == 12


def test_the_rules_are_taken_of_files_that_exist() -> None:
    package = Path(boardmine.__file__).parent
    assert [name for name in _CODE if not (package / name).exists()] == []


@pytest.mark.parametrize(
    "other, same",
    [
        (Reading(jobs=4, time_limit=10), True),
        (Reading(families=frozenset({"neet"})), False),
        (Reading(limits=Limits(max_pages=10)), False),
    ],
)
def test_what_is_read_and_kept_belongs_to_the_rules(other: Reading, same: bool) -> None:
    assert (fingerprint(other) == fingerprint()) is same
