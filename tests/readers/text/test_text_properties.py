"""What holds for every text: no error but a typed one, offsets that point at the text, no visible word lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from boardmine.document import Block, BlockKind, Document, Passage
from boardmine.errors import InputError
from boardmine.readers.source import Source
from boardmine.readers.text import read

WORD = re.compile(r"[A-Za-z]+|\d+")

_WORDS = st.sampled_from(
    ["children", "in", "care", "the", "Board", "PANEL", "rose", "by", "27", "1,022", "41.4%", "2020/21", "**bold**"]
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=9).map(" ".join)
_OPENINGS = st.sampled_from(
    ["", "", "# ", "### ", "- ", "  - ", "• ", "1. ", "(b) ", "3.2 ", "24/6 ", "> ", "\t", "**"]
)
_CLOSINGS = st.sampled_from(["", "", ".", ":", "**", "  ", "\\", " |", ";"])
_LINES = st.tuples(_OPENINGS, _SENTENCES, _CLOSINGS).map("".join)
_ROWS = st.lists(_SENTENCES, min_size=1, max_size=4).flatmap(
    lambda cells: st.sampled_from(
        [
            "| " + " | ".join(cells) + " |",
            "\t".join(cells),
            " | ".join(cells),
            "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>",
        ]
    )
)
_SPANS = st.integers(1, 4)
_CELLS = st.builds(lambda r, c, said: f"<td rowspan={r} colspan='{c}'>{said}</td>", _SPANS, _SPANS, _WORDS)
_GRIDS = st.lists(st.lists(_CELLS, max_size=4).map("".join), min_size=1, max_size=5).map(
    lambda rows: "<table><tr>" + "<tr>".join(rows) + "</table>"
)
_MARKS = st.sampled_from(["", "", "", "---", "| --- | --- |", "Page 7", "===", "***"])
TEXTS = st.lists(st.one_of(_LINES, _LINES, _ROWS, _GRIDS, _MARKS), min_size=1, max_size=14).map("\n".join)

ODD = st.text(alphabet="aB1 .,|\t\n*_#-<>/&;\\[]()!`^~•·tdrh\u00ad£", max_size=160)


def _document(data: bytes) -> Document | None:
    try:
        return read(Source("paper.md", "paper", data))
    except InputError:
        return None


def _passages(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        yield block.passage
        if block.table is not None:
            yield from (cell.passage for cell in block.table.cells)


@given(st.binary(max_size=300))
def test_bytes_become_a_document_or_a_typed_error(data: bytes) -> None:
    document = _document(data)
    assert document is None or document.text.strip()


@given(st.one_of(TEXTS, ODD))
@settings(max_examples=300)
def test_every_character_of_a_passage_is_where_it_says(text: str) -> None:
    document = _document(text.encode())
    for passage in _passages(document.blocks) if document else ():
        ends = 0
        for piece in passage.pieces:
            shown = passage.text[piece.at : piece.at + piece.length]
            source = document.text[piece.start : piece.start + piece.length]  # type: ignore[union-attr]
            assert shown == source or source == "&"
            assert piece.at >= ends
            ends = piece.at + piece.length
        assert ends <= len(passage.text)
        joints = set(range(len(passage.text))) - {
            at for piece in passage.pieces for at in range(piece.at, piece.at + piece.length)
        }
        assert all(passage.text[at] in " \n" for at in joints)


@given(TEXTS)
@settings(max_examples=300)
def test_every_word_is_read_once(text: str) -> None:
    document = _document(text.encode())
    if document is None:
        assert not text.strip()
        return
    shown = [passage.text for passage in _passages(document.blocks)]
    markers = [block.marker for block in document.blocks]
    told = re.sub(r"</?t[^>]*>", " ", document.text)
    assert Counter(WORD.findall(told)) == Counter(word for line in [*shown, *markers] for word in WORD.findall(line))


@given(st.one_of(TEXTS, ODD))
def test_a_table_s_cells_lie_in_its_grid_and_overlap_nowhere(text: str) -> None:
    document = _document(text.encode())
    for block in document.blocks if document else ():
        assert (block.kind is BlockKind.TABLE) == (block.table is not None)
        if block.table is None:
            assert block.text
            continue
        taken = [
            (row, column)
            for cell in block.table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(taken) == len(set(taken)) == block.table.row_count * block.table.column_count


@given(TEXTS)
def test_blocks_stand_in_the_order_of_the_text(text: str) -> None:
    document = _document(text.encode())
    starts = [block.start for block in document.blocks if block.end] if document else []
    assert starts == sorted(starts)
