"""The way back from a passage to its text; blocks, grids, words and places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.document import Block, BlockKind, Box, Cell, Document, Format, Page, Passage, Piece, Place, Table, Words

SOURCE = "The **rate** rose\nto 12."
READ = Passage("The rate rose to 12.", (Piece(0, 0, 4), Piece(4, 6, 4), Piece(8, 12, 5), Piece(14, 18, 6)))


@pytest.mark.parametrize(
    "words, source",
    [
        ("The", "The"),
        ("rate", "rate"),
        ("The rate", "The **rate"),
        ("rate rose", "rate** rose"),
        ("rose to", "rose\nto"),
        ("12", "12"),
        ("The rate rose to 12.", SOURCE),
    ],
)
def test_words_of_a_passage_are_found_in_the_source(words: str, source: str) -> None:
    at = READ.text.index(words)
    start, end = READ.locate(at, at + len(words))
    assert SOURCE[start:end] == source


@pytest.mark.parametrize("start, end", [(3, 3), (13, 14), (5, 4), (20, 24)])
def test_what_has_no_source_is_not_found(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no source"):
        READ.locate(start, end)


def test_the_ends_of_a_passage() -> None:
    assert (READ.start, READ.end) == (0, len(SOURCE))
    assert (Passage("", ()).start, Passage("", ()).end) == (0, 0)
    assert Passage.verbatim("", 9).pieces == ()


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Passage]:
    """A source, and a passage of some of its runs with joining spaces between them."""
    source = draw(st.text(alphabet="abc 12\n", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), min_size=2, max_size=8)))
    text, pieces = "", []
    for start, end in list(pairwise(cuts))[::2]:
        text += " " if text else ""
        pieces.append(Piece(len(text), start, end - start))
        text += source[start:end]
    return source, Passage(text, tuple(pieces))


@given(passages(), st.data())
def test_every_range_with_a_source_begins_and_ends_with_its_own_characters(
    made: tuple[str, Passage], data: st.DataObject
) -> None:
    source, passage = made
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    sourced = [
        (at, piece.start + at - piece.at)
        for piece in passage.pieces
        for at in range(max(start, piece.at), min(end, piece.at + piece.length))
    ]
    if not sourced:
        with pytest.raises(ValueError, match="no source"):
            passage.locate(start, end)
        return
    first, last = passage.locate(start, end)
    assert (first, last) == (sourced[0][1], sourced[-1][1] + 1)
    assert all(passage.text[at] == source[place] for at, place in sourced)


def test_a_merged_cell_stands_at_each_of_its_positions_in_the_grid_and_once_in_the_texts() -> None:
    said = Passage.verbatim("both", 0)
    table = Table((Cell(0, 0, said, column_span=2), Cell(1, 0, Passage("", ())), Cell(1, 1, said)), 2, 2)
    assert [[cell.text if cell else None for cell in row] for row in table.grid()] == [["both", "both"], ["", "both"]]
    assert table.texts() == [["both", ""], ["", "both"]]


def test_a_table_s_block_begins_and_ends_with_its_cells() -> None:
    cells = (Cell(0, 0, Passage.verbatim("b", 9)), Cell(0, 1, Passage.verbatim("a", 4)), Cell(0, 2, Passage("", ())))
    block = Block(BlockKind.TABLE, Passage("", ()), table=Table(cells, 1, 3))
    assert (block.start, block.end, block.text) == (4, 10, "")


def _laid_out() -> Document:
    words = Words()
    for start, end, page, x0 in ((0, 3, 1, 10), (4, 8, 1, 40), (9, 12, 2, 10), (13, 15, 2, 30)):
        words.append(start, end, page, Box(x0, 100, x0 + 20, 110))
    pages = (Page(1, 0, 9, 595, 842), Page(2, 9, 16, 595, 842), Page(3, 16, 16, 595, 842, has_text=False))
    return Document("pack", Format.PDF, "The rate was 12.", (), pages, words)


@pytest.mark.parametrize(
    "start, end, page, box",
    [
        (0, 3, 1, Box(10, 100, 30, 110)),
        (0, 8, 1, Box(10, 100, 60, 110)),
        (4, 12, 1, Box(40, 100, 60, 110)),
        (14, 15, 2, Box(30, 100, 50, 110)),
        (15, 16, 2, None),
    ],
)
def test_a_range_has_a_page_and_the_box_of_its_words_there(start: int, end: int, page: int, box: Box | None) -> None:
    assert _laid_out().place(start, end) == Place(start, end, page, box)


def test_a_text_without_pages_has_places_without() -> None:
    assert Document("paper", Format.TEXT, "Twelve.", ()).place(0, 6) == Place(0, 6)


SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), max_size=20)


@given(SPANS, st.integers(0, 120), st.integers(0, 120))
def test_the_words_within_a_range_are_those_that_overlap_it(spans: list[tuple[int, int]], a: int, b: int) -> None:
    words, at, made = Words(), 0, []
    for gap, length in spans:
        words.append(at + gap, at + gap + length, 1, Box(0, 0, 1, 1))
        made.append((at + gap, at + gap + length))
        at += gap + length
    assert len(words) == len(made)
    found = [(word.start, word.end) for word in words.within(a, b)]
    assert found == [(start, end) for start, end in made if start < b and end > a]


def test_words_are_compared_by_what_they_hold() -> None:
    assert _laid_out() == _laid_out()
    other = _laid_out()
    other.words.append(15, 16, 2, Box(0, 0, 1, 1))
    assert other != _laid_out()
