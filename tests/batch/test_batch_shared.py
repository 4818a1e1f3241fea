"""What is left in a shared place comes into a store as if it was read there, and of each paper the newest counts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_papers import FORMATS, write_small
from stores import rows_of_store

from boardmine.batch.discover import discover
from boardmine.batch.gather import gather, plan_gathering
from boardmine.batch.ingest import ingest, make_plan
from boardmine.batch.plan import content_hash, plan
from boardmine.batch.reading import Reading
from boardmine.batch.rules import fingerprint
from boardmine.batch.shared import SharedPlace, batch_name, known_of
from boardmine.batch.work import attempt, read_rows
from boardmine.errors import SharedPlaceError

DAY = datetime(2024, 1, 16, tzinfo=UTC)


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "papers"
    folder.mkdir()
    for i in range(6):
        write_small(folder, f"{i}", FORMATS[i % 4], 400 + i)
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7\nrubbish")
    return sorted(folder.iterdir())


def leave(place: SharedPlace, number: int, papers: list[Path]) -> None:
    said = [(attempt(read_rows, paper), content_hash(paper)) for paper in papers]
    place.write(batch_name(DAY, number), fingerprint(), said)


def gathered(place: SharedPlace, store: Path) -> list[str]:
    """What became of each paper, as a word and its name."""
    found: list[str] = []
    gather(
        place,
        plan_gathering(place, store),
        store,
        lambda done: found.append(f"{done.step.state} {done.step.path.name}"),
    )
    return sorted(found)


@pytest.mark.parametrize("address", ["{}", "file://{}", "memory://{}"])
def test_a_store_from_a_place_is_one_of_the_papers_themselves(address: str, papers: list[Path], tmp_path: Path) -> None:
    place = SharedPlace(address.format(tmp_path / "place"))
    leave(place, 0, papers[:3])
    leave(place, 1, papers[3:])
    there, here = tmp_path / "there.duckdb", tmp_path / "here.duckdb"
    assert len(gathered(place, there)) == len(papers)
    ingest(make_plan(discover(papers).files, here), here, lambda done: None, Reading())
    assert rows_of_store(there) == rows_of_store(here)
    stamp = there.read_bytes()
    assert gathered(place, there) == []
    assert there.read_bytes() == stamp


def test_of_a_paper_the_newest_counts_and_what_it_said_before_it_was_spoiled(
    papers: list[Path], tmp_path: Path
) -> None:
    place, store, late = SharedPlace(str(tmp_path / "place")), tmp_path / "store.duckdb", tmp_path / "late.duckdb"
    paper = tmp_path / "papers" / "0.md"
    leave(place, 0, papers)
    gathered(place, store)
    paper.write_text(paper.read_text().replace("400", "444"))
    leave(place, 1, [paper])
    assert gathered(place, store) == ["changed 0.md"]
    said = {row[5] for row in rows_of_store(store)["observations"] if "444" in str(row)}
    assert 444 in said
    paper.write_bytes(b"")
    leave(place, 2, [paper])
    assert gathered(place, store) == ["changed 0.md"]
    assert gathered(place, store) == []
    gathered(place, late)
    for table in ("observations", "rejects", "documents"):
        assert rows_of_store(late)[table] == rows_of_store(store)[table]


def test_what_is_there_is_not_read_again_and_a_failure_of_ours_three_times(papers: list[Path], tmp_path: Path) -> None:
    place = SharedPlace(str(tmp_path / "place"))
    leave(place, 0, papers[:4])

    def to_read() -> list[str]:
        return [step.path.name for step in plan(papers, known_of(place.newest()), fingerprint()) if step.to_read]

    assert to_read() == [paper.name for paper in papers[4:]]
    from boardmine.store.rows import Reject

    for number in (1, 2, 3):
        assert papers[4].name in to_read()
        crash = Reject(papers[4], "WorkerDied", "died")
        place.write(batch_name(DAY, number), fingerprint(), [(crash, content_hash(papers[4]))])
    assert papers[4].name not in to_read()


def test_a_batch_without_its_outcomes_is_none(papers: list[Path], tmp_path: Path) -> None:
    place = SharedPlace(str(tmp_path / "place"))
    leave(place, 0, papers)
    [outcomes] = (tmp_path / "place" / "outcomes").iterdir()
    outcomes.rename(outcomes.with_name(f"{outcomes.stem}-1a2b3c4d.part"))
    assert (place.batches(), place.newest()) == ([], {})


@pytest.mark.parametrize("address", ["nonsense://place", "/proc/no/such/place"])
def test_a_place_that_cannot_be_used_is_said(address: str, papers: list[Path]) -> None:
    with pytest.raises(SharedPlaceError, match=address.split(":")[0]):
        leave(SharedPlace(address), 0, papers[:1])
