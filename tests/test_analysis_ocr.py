"""A paper that is pictures of pages, read with tesseract: what it says is found, and is said to be from a picture."""

import shutil
from pathlib import Path

import pypdfium2
import pytest

from boardmine.analysis import analyse
from boardmine.records import Certainty

SAMPLES = Path(__file__).resolve().parent.parent / "sample_docs"
PAGE = 8


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_numbers_of_a_scanned_page_are_found_and_marked(tmp_path: Path) -> None:
    pytest.importorskip("pytesseract")
    pack = SAMPLES / "2023-10-10-agenda-pack.pdf"
    scan = tmp_path / "scan.pdf"
    with pypdfium2.PdfDocument(pack) as pdf:
        picture = pdf[PAGE - 1].render(scale=200 / 72).to_pil().convert("L")
    picture.save(scan, resolution=200)

    whole, scanned = analyse(pack), analyse(scan)

    assert scanned.document.notes == ("read as a picture (OCR): page 1",)
    assert [page.ocr for page in scanned.document.pages] == [True]
    written = {(o.metric, o.value) for o in whole.observations if o.evidence.page == PAGE}
    read = {(o.metric, o.value) for o in scanned.observations}
    assert len(read & written) >= 0.8 * len(written) > 10
    assert all("read from a picture (OCR)" in o.reason for o in scanned.observations)
    assert all(o.certainty is not Certainty.HIGH for o in scanned.observations)
    assert not any("OCR" in o.reason for o in whole.observations)
