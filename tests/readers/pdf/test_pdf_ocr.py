"""Pages that are pictures: counted, and read where tesseract is there. A program of ours stands in for it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from sheets import HEIGHT, WIDTH, drawn, looks, text

from boardmine.document import BlockKind
from boardmine.errors import NoText
from boardmine.readers.pdf import ocr

COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text"
# Dots at 300 an inch, as a table of tesseract: (line, left, top, width, height, confidence, text).
SEEN = [
    (1, 300, 300, 200, 50, 96.1, "There"),
    (1, 520, 300, 150, 50, 95.0, "were"),
    (1, 690, 298, 120, 54, 91.2, "412"),
    (1, 830, 302, 300, 48, 96.4, "children."),
    (2, 300, 900, 20, 20, 12.0, "~"),
    (4, 300, 1200, 20, 20, 60.0, "¢"),
    (4, 360, 1190, 120, 50, 95.0, "Twelve"),
    (4, 500, 1190, 120, 50, 95.0, "moved."),
    (3, 0, 0, 0, 0, -1, ""),
]
STAND_IN = """#!{python}
import sys
if "--version" in sys.argv:
    print("tesseract 5.3.0")
else:
    with open(sys.argv[2] + ".tsv", "w") as table:
        table.write({table!r})
"""


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    rows = [COLUMNS.split()]
    for line, left, top, width, height, confidence, said in SEEN:
        rows.append([str(v) for v in (5, 1, 1, 1, line, 1, left, top, width, height, confidence, said)])
    program = tmp_path / "tesseract"
    table = "\n".join("\t".join(row) for row in rows) + "\n"
    program.write_text(STAND_IN.format(python=sys.executable, table=table))
    program.chmod(0o755)
    import pytesseract

    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(program))
    pytesseract.get_tesseract_version.cache_clear() if hasattr(
        pytesseract.get_tesseract_version, "cache_clear"
    ) else None
    ocr.has_tesseract.cache_clear()
    yield program
    ocr.has_tesseract.cache_clear()


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    ocr.has_tesseract.cache_clear()
    yield
    ocr.has_tesseract.cache_clear()


def scan(canvas: Canvas) -> None:
    sheet = Image.new("L", (200, 280), 220)
    sheet.paste(0, (20, 20, 100, 24))
    put(canvas, sheet)


def back(canvas: Canvas) -> None:
    put(canvas, Image.new("L", (200, 280), 255))


def put(canvas: Canvas, sheet: Image.Image) -> None:
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG")
    buffer.seek(0)
    canvas.drawImage(ImageReader(buffer), 0, 0, WIDTH, HEIGHT)


def written(canvas: Canvas) -> None:
    text(canvas, 60, 100, "Members noted the scanned report that follows.")


def stamped(canvas: Canvas) -> None:
    scan(canvas)
    text(canvas, WIDTH - 100, HEIGHT - 20, "Page 3", 9)


def blank(canvas: Canvas) -> None:
    del canvas


@pytest.mark.usefixtures("no_tesseract")
def test_pages_without_text_are_counted_and_the_way_out_is_said() -> None:
    document = drawn(written, scan, stamped)
    assert document.notes == ("2 of 3 pages have no text (install boardmine[ocr] and tesseract to read pictures)",)
    assert [page.has_text for page in document.pages] == [True, False, False]
    with pytest.raises(NoText, match=r"none of its 1 page has text: scanned pictures \(install boardmine\[ocr\]"):
        drawn(scan)


@pytest.mark.usefixtures("no_tesseract")
def test_a_blank_page_is_no_picture() -> None:
    assert drawn(written, blank).notes == ("1 of 2 pages has no text",)


@pytest.mark.usefixtures("tesseract")
def test_pictures_are_read_and_said_to_be() -> None:
    document = drawn(written, scan)
    assert looks(document)[1] == ("paragraph", "There were 412 children.")
    assert [(b.kind, b.marker, b.text) for b in document.blocks[2:]] == [(BlockKind.LIST_ITEM, "•", "Twelve moved.")]
    assert document.notes == ("read as a picture (OCR): page 2",)
    assert document.pages[1].has_text
    assert [page.ocr for page in document.pages] == [False, True]
    first = next(word for word in document.words if word.page == 2)
    assert (first.box.x0, first.box.x1) == pytest.approx((72, 120), abs=0.5)
    assert (first.box.top, first.box.bottom) == pytest.approx((71.5, 84.5), abs=0.5)


@pytest.mark.usefixtures("tesseract")
def test_the_empty_back_of_a_scanned_sheet_is_not_read() -> None:
    document = drawn(scan, back)
    assert document.notes == ("1 of 2 pages has no text", "read as a picture (OCR): page 1")


def test_a_program_that_fails_leaves_the_page_without_text(tesseract: Path) -> None:
    fails = STAND_IN.replace("with open", "sys.exit('no language')\n    with open")
    tesseract.write_text(fails.format(python=sys.executable, table=""))
    document = drawn(written, scan)
    assert ocr.has_tesseract()
    assert document.notes == ("1 of 2 pages has no text",)
