"""Properties that hold of whatever the readers of text, Markdown and HTML are given."""

from __future__ import annotations

import contextlib
import html

from hypothesis import given, settings
from hypothesis import strategies as st

from boardmine.document import Block, Document, Passage
from boardmine.errors import InputError
from boardmine.readers.reading import read
from boardmine.readers.source import Source

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)
SENTENCES = st.lists(WORDS, min_size=5, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
MARKUP = st.sampled_from(
    [
        "# ",
        "## ",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "(a) ",
        "| a | b |",
        "|---|---|",
        "**",
        "__",
        "\t",
        "  ",
        "\n",
        "\n\n",
        "•",
        "~~~",
    ]
)
TAGS = st.sampled_from(
    "<p> </p> <li> </ul> <ul> <ol> <table> <tr> <td> <th colspan=3> <td rowspan=999999> </table> <h2> </h2> <b> <br> "
    "<script> </script> <!-- --> <![CDATA[ &amp; &#0; &#x110000; <div> </div> <td <".split()
)
TEXTS = st.text(max_size=30)


def passages_of(block: Block) -> list[Passage]:
    return [cell.passage for cell in block.table.cells] if block.table else [block.passage]


def check(document: Document) -> None:
    """What every document holds to."""
    for block in document.blocks:
        for passage in passages_of(block):
            for piece in passage.pieces:
                assert piece.length > 0
                shown = passage.text[piece.at : piece.at + piece.length]
                assert document.text[piece.start : piece.start + piece.length] == shown
        if block.table is not None:
            taken = [
                (row, column)
                for cell in block.table.cells
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            ]
            assert len(taken) == len(set(taken))
            assert all(row < block.table.row_count and column < block.table.column_count for row, column in taken)


def read_as(name: str, data: bytes) -> Document | None:
    with contextlib.suppress(InputError):
        document = read(Source(name, "paper", data))
        check(document)
        return document
    return None


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP | TEXTS | SENTENCES, max_size=30).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_as("paper.md", text.encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS | TEXTS | SENTENCES, max_size=40).map("".join))
def test_any_page_is_read_or_refused(markup: str) -> None:
    read_as("page.html", ("<html><body>" + markup).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04", b"# Minutes\n"]))
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    read_as("paper", head + data)


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_paragraphs_come_back_in_order(sentences: list[str]) -> None:
    written = "\n\n".join(sentences)
    document = read_as("paper.txt", written.encode())
    assert document is not None
    assert [block.text for block in document.blocks] == sentences
    page = "<html><body>" + "".join(f"<p>{html.escape(s)}</p>" for s in sentences)
    document = read_as("page.html", page.encode())
    assert document is not None
    assert [block.text for block in document.blocks] == sentences


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=6))
def test_tables_come_back_cell_by_cell(rows: list[list[str]]) -> None:
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    document = read_as("paper.md", "\n".join([head, "| --- | --- | --- |", *body]).encode())
    assert document is not None
    assert [block.table.texts() for block in document.blocks if block.table] == [rows]
    page = "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows) + "</table>"
    document = read_as("page.html", f"<html><body>{page}".encode())
    assert document is not None
    assert [block.table.texts() for block in document.blocks if block.table] == [rows]
