"""Pages that stand in several papers are linked, and counted once."""

from __future__ import annotations

import shutil
from pathlib import Path

from boardmine.batch.discover import discover
from boardmine.batch.ingest import forget_gone, ingest, make_plan
from boardmine.batch.plan import State
from boardmine.batch.reading import Reading
from boardmine.store.connect import reading
from boardmine.store.rows import text_hash

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
MARKDOWN = "2023-07-11-childrens-services-scorecard.md"


def take_in(folder: Path, store: Path) -> None:
    ingest(make_plan(discover([folder]).files, store), store, lambda done: None, Reading())


def counts(store: Path) -> tuple[int, int, int, int]:
    with reading(store) as connection:
        [row] = connection.execute(
            "SELECT (SELECT count(*) FROM observations), (SELECT count(*) FROM statements), "
            "(SELECT count(*) FROM copies), (SELECT sum(statements) FROM coverage)"
        ).fetchall()
    return row


def test_a_copy_is_linked_and_counted_once_and_stands_in_when_the_first_is_gone(tmp_path: Path) -> None:
    folder, store = tmp_path / "papers", tmp_path / "store.duckdb"
    folder.mkdir()
    for name in (MARKDOWN, f"{MARKDOWN}.meta.json"):
        shutil.copy(SAMPLES / name, folder)
    take_in(folder, store)
    alone = counts(store)
    assert alone[0] == alone[1] == alone[3] > 0 and alone[2] == 0
    text = (folder / MARKDOWN).read_text(encoding="utf-8")
    # The same words, set otherwise: other spaces, other quotation marks.
    (folder / "again.md").write_text(text.replace("\n\n", "\n\n\n").replace("'", "\u2019"), encoding="utf-8")
    shutil.copy(folder / f"{MARKDOWN}.meta.json", folder / "again.md.meta.json")
    take_in(folder, store)
    both = counts(store)
    assert both[0] == 2 * alone[0]
    assert (both[1], both[3]) == (alone[1], alone[3])
    with reading(store) as connection:
        [(copied, first)] = connection.execute("SELECT DISTINCT document, first_document FROM copies").fetchall()
    assert copied != first
    (folder / MARKDOWN).unlink()
    steps = make_plan(discover([folder]).files, store, folders=[folder])
    assert [step.state for step in steps] == [State.UNCHANGED, State.GONE]
    assert forget_gone(steps, store) == 1
    assert counts(store) == alone


def test_another_number_is_another_text_and_a_few_words_are_none() -> None:
    from boardmine.document import Block, BlockKind, Passage

    def of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
        return Block(kind, Passage.verbatim(text, 0))

    words = "At the end of June 2023 there were 412 children in our care, of whom 38 were placed with connected carers."
    more = " A further 12 young people became looked after in the quarter."
    assert text_hash([of(words + more)]) == text_hash([of(words.upper()), of(more.replace(" ", "  "))])
    assert text_hash([of(words + more)]) != text_hash([of(words.replace("412", "413") + more)])
    assert text_hash([of(words + more)]) == text_hash([of(words + more), of("Page 12 of 90", BlockKind.FURNITURE)])
    assert text_hash([of("412 children")]) is None
