"""PDF files that are wrong, or meant to harm: each is read as far as it goes, or refused with its typed error."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import hostile_pdfs as made
import pytest

from boardmine.document import Document
from boardmine.errors import DamagedFile, EncryptedFile, FileTooLarge, InputError, NoText
from boardmine.readers.limits import Limits
from boardmine.readers.reading import read
from boardmine.readers.source import Source

SAID = "There were 412 children in our care."
KIDS = b"<< /Type /Pages /Kids [%s] /Count %d >>"


def read_bytes(data: bytes, limits: Limits | None = None) -> Document:
    return read(Source("pack.pdf", "pack", data, limits=limits or Limits()))


@pytest.mark.parametrize(
    "data",
    [
        made.pdf(),
        made.pdf(shift=37),
        made.pdf(shift=-5),
        b"X-Gateway: passed\r\n" * 20 + made.pdf(),
        b"X-Gateway: passed\r\n" * 2000 + made.pdf(),
        made.pdf()[:-20],
        made.encrypted(""),
        made.in_itself(),
        made.pdf({2: KIDS % (b"2 0 R 3 0 R", 2)}),
        made.pdf({2: KIDS % (b"3 0 R", -5)}),
        made.pdf({2: KIDS % (b"3 0 R", 4_000_000)}),
        made.pdf({3: made.page(b"[0 0 1e9 1e9]")}),
        made.pdf({3: made.page(b"[0 0 0 0]")}),
        made.pdf({3: made.page(b"[595 842 0 0]")}),
        made.pdf({3: made.page(b"[0 0 nan inf]")}),
        made.pdf({3: made.page(more=b"/Rotate 37")}),
        made.pdf({3: made.page(more=b"/UserUnit 75000")}),
        made.pdf({4: b"<< /Length 99999999 >>\nstream\n" + made.TEXT + b"\nendstream"}),
    ],
)
def test_what_can_be_read_is_read(data: bytes) -> None:
    assert SAID in read_bytes(data).text


@pytest.mark.parametrize(
    "data, error, words",
    [
        (made.encrypted("secret"), EncryptedFile, "password"),
        (made.pdf()[:300], DamagedFile, "damaged or cut short"),
        (b"%PDF-1.7\n" + b"rubbish " * 500, DamagedFile, "damaged or cut short"),
        (made.pdf({2: KIDS % (b"", 0)}), DamagedFile, "without pages"),
        (made.pdf({4: b"null"}), NoText, "none of its 1 page has text"),
        (made.pdf({4: b"[4 0 R 4 0 R]"}), NoText, "none of its 1 page has text"),
        (made.pdf({4: made.stream(b"0 0 m 9 9 l S")}), NoText, "scanned pictures"),
        (made.huge_image(), NoText, "scanned pictures"),
        (made.doubling_forms(), FileTooLarge, "draw each other"),
        (made.bomb(), FileTooLarge, "unpacks"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        read_bytes(data)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith("pack.pdf: ")


@pytest.mark.parametrize(
    "limits", [Limits(max_bytes=100), Limits(max_pages=0), Limits(max_characters=10)], ids=lambda limits: repr(limits)
)
def test_a_limit_is_kept(limits: Limits) -> None:
    with pytest.raises(FileTooLarge):
        read_bytes(made.pdf(), limits)


def test_pages_that_are_not_there_are_said() -> None:
    document = read_bytes(made.pdf({2: KIDS % (b"3 0 R", 3)}))
    assert SAID in document.text
    assert [page.has_text for page in document.pages] == [True, False, False]
    assert document.notes == ("2 of 3 pages have no text", "could not be read: pages 2, 3")


@pytest.mark.parametrize("build", [made.many_lines, made.huge_image, made.doubling_forms, made.bomb])
def test_harm_is_bounded_in_time(build: Callable[[], bytes]) -> None:
    data = build()
    start = time.process_time()
    with contextlib.suppress(InputError):
        read_bytes(data)
    assert time.process_time() - start < 20
