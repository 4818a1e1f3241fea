"""Whole papers: every one is read, every word has its box, passages point to their text, pdfplumber sees the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

from boardmine.document import Block, Document, Passage
from boardmine.readers.reading import load_source, read

CORPUS = os.environ.get("BOARDMINE_CORPUS")
SAMPLES = Path(__file__).resolve().parents[3] / "sample_docs"
FOLDERS = ("rendered", "reports", "other", "tables", "ofsted")
in_corpus = [pytest.mark.corpus, pytest.mark.skipif(not CORPUS, reason="BOARDMINE_CORPUS is not set")]


def papers(folder: str) -> list[Path]:
    found = sorted(Path(CORPUS or "", folder).glob("*.pdf"))
    assert found
    return found


def passages_of(block: Block) -> Iterator[Passage]:
    if block.table is None:
        yield block.passage
    else:
        yield from (cell.passage for cell in block.table.cells)


def check(document: Document) -> None:
    """Every character of the text but white space is of a word with a box on its page; every block points to it."""
    of_words = bytearray(len(document.text))
    pages = {page.number: page for page in document.pages}
    for word in document.words:
        page, box = pages[word.page], word.box
        assert page.start <= word.start < word.end <= page.end
        assert box.x0 < box.x1
        assert box.top < box.bottom
        of_words[word.start : word.end] = b"\1" * (word.end - word.start)
    assert [c for c, known in zip(document.text, of_words, strict=True) if not known and not c.isspace()] == []
    for block in document.blocks:
        for passage in passages_of(block):
            for piece in passage.pieces:
                shown = passage.text[piece.at : piece.at + piece.length]
                assert document.text[piece.start : piece.start + piece.length] == shown


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[A-Za-z]{3,}|\d[\d,.]*\d", text))


@pytest.mark.parametrize("folder", [pytest.param(folder, marks=in_corpus) for folder in FOLDERS])
def test_every_paper_is_read_whole(folder: str) -> None:
    for path in papers(folder):
        document = read(load_source(path))
        check(document)
        assert not any("could not be read" in note for note in document.notes), path.name


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.name)
def test_the_words_are_those_that_pdfplumber_sees(path: Path) -> None:
    document = read(load_source(path))
    check(document)
    with pdfplumber.open(path) as pdf:
        for page, ours in zip(pdf.pages, document.pages, strict=True):
            # It reads the binder's stamp from its end, knows no name for the glyphs of bullets, and takes the mark of
            # a footnote for the end of a number.
            level = " ".join(word["text"] for word in page.extract_words() if word["upright"])
            theirs = words_of(re.sub(r"\(cid:\d+\)", "", level))
            mine = words_of(document.text[ours.start : ours.end])
            stamp = Counter(("Page", str(ours.number)))
            assert (theirs - mine).total() <= 1, ours.number
            assert (mine - theirs - stamp).total() <= 1, ours.number
            page.close()


@pytest.mark.parametrize("folder", [pytest.param("other", marks=in_corpus)])
def test_nothing_is_lost_of_long_papers(folder: str) -> None:
    """Of every third page: pdfplumber takes its time."""
    for path in papers(folder):
        document = read(load_source(path))
        theirs: Counter[str] = Counter()
        lost: Counter[str] = Counter()
        with pdfplumber.open(path) as pdf:
            for page, ours in list(zip(pdf.pages, document.pages, strict=True))[::3]:
                words = words_of(page.extract_text() or "")
                theirs += words
                lost += words - words_of(document.text[ours.start : ours.end])
                page.close()
        assert lost.total() <= 0.02 * theirs.total(), (path.name, lost.most_common(20))


@pytest.mark.parametrize("folder", [pytest.param("tables", marks=in_corpus)])
def test_tables_are_as_good_as_promised(folder: str, tmp_path: Path) -> None:
    """Cell adjacency (Göbel et al. 2012) on the tables of the ICDAR 2013 competition."""
    score = Path(CORPUS or "").parent / "tools" / "score_tables.py"
    if not score.exists():
        pytest.skip("the judge of tables is not there")
    found = tmp_path / "tables.jsonl"
    with found.open("w", encoding="utf-8") as lines:
        for path in papers(folder):
            for block in read(load_source(path)).blocks:
                if block.table is not None:
                    row = {"doc": path.stem, "page": block.page, "rows": block.table.texts()}
                    lines.write(json.dumps(row) + "\n")
    command = [sys.executable, str(score), "--truth", str(Path(CORPUS or "", folder)), "--pred", str(found)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    f1 = {line.split()[0]: float(line.split()[-1]) for line in said.splitlines() if line.startswith(("micro", "macro"))}
    assert f1["micro"] >= 0.88
    assert f1["macro"] >= 0.83
