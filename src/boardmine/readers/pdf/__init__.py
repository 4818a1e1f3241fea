"""Reads PDF files.

The way of a page, in the order of the modules: `pdfium` and `rulings` get characters and lines out of the file;
`words` makes words; `tables` takes out the tables that lines show; `furniture` knows running heads and page numbers
from the pages about; `regions` (with `atoms` and `gutters`) brings the rest into reading order; `paragraphs`, `lists`
and `headings` make blocks; `writing` writes the text; `assemble` puts pages together. `slowpath` reads with pdfplumber
what PDFium cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from boardmine.document import Document, Facts, Format
from boardmine.errors import DamagedFile, FileTooLarge, NoText
from boardmine.readers.formats import PDF_WINDOW
from boardmine.readers.pdf.assemble import Assembler
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.guard import check_objects
from boardmine.readers.pdf.headings import BodySize
from boardmine.readers.pdf.ocr import HOW_TO, Ocr, has_tesseract
from boardmine.readers.pdf.pages import RawPage, raw_page, read_pages
from boardmine.readers.pdf.pdfium import PageFailed, PdfFile
from boardmine.readers.pdf.picture import is_picture
from boardmine.readers.pdf.rulings import rulings_of
from boardmine.readers.pdf.slowpath import SlowFile
from boardmine.readers.pdf.words import Word, words_of
from boardmine.readers.source import Source

__all__ = ["read"]

REOPEN_AFTER = 25
"""Pages after which PDFium's memory is given back."""

_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b|untitled|document\d*$|powerpoint presentation|slide \d|book\d*$|sheet\d"
    r"|.*\.(?:docx?|pdf|pptx?|xlsx?|rtf|odt|indd|pub)$",
    re.IGNORECASE,
)


def read(source: Source) -> Document:
    """The document that a PDF holds.

    Its text is put together page by page in reading order, and every word of it has its box in `words`. Pages
    without text, and pages that had to be read the slow way, are said in `notes`.

    Raises EncryptedFile, DamagedFile (also for no pages), FileTooLarge and NoText.
    """
    if len(source.data) > source.limits.max_bytes:
        raise FileTooLarge(source.path, f"{len(source.data)} bytes, more than {source.limits.max_bytes}")
    source = replace(source, data=from_header(source.data))
    check_objects(source)
    slow = SlowFile(source.data, source.path)
    try:
        file: PdfFile | None = PdfFile(source.data, source.path)
    except DamagedFile as damage:
        file = None
        if not slow.opens():
            raise damage
    try:
        count = len(file) if file is not None else len(slow)
        if count < 1:
            raise DamagedFile(source.path, "a PDF without pages")
        if count > source.limits.max_pages:
            raise FileTooLarge(source.path, f"{count} pages, more than {source.limits.max_pages}")
        reading = _Reading(source, file, slow, count)
        return reading.document()
    finally:
        slow.close()
        if file is not None:
            file.close()


def from_header(data: bytes) -> bytes:
    """A file's bytes without junk before its header: PDFium looks for that in the first thousand bytes only."""
    at = data.find(b"%PDF-", 0, PDF_WINDOW)
    return data[at:] if at > 0 else data


class _Reading:
    """One file on its way to a document: which pages had text, which were read slowly, which not at all."""

    def __init__(self, source: Source, file: PdfFile | None, slow: SlowFile, count: int) -> None:
        self.source = source
        self.file = file
        self.slow = slow
        self.count = count
        self.slowly: list[int] = []
        self.unread: list[int] = []
        self.pictures: set[int] = set()
        self.blind: set[int] = set()
        self.ocr = Ocr(source.limits.max_ocr_seconds)

    def document(self) -> Document:
        """Read all pages."""
        body = BodySize()
        assembler = Assembler()
        limit = self.source.limits.max_characters
        for page in read_pages(self._raw(), body):
            assembler.add(page, body.points)
            if len(assembler.script) > limit:
                raise FileTooLarge(self.source.path, f"more than {limit} characters of text")
        title = ""
        if self.file is not None:
            title = self.file.title()
            self.file.close()
        pages = tuple(
            replace(p, has_text=p.has_text and p.number not in self.blind, ocr=p.number in self.pictures)
            for p in assembler.pages
        )
        if not any(page.has_text for page in pages):
            why = f": scanned pictures{self._how_to()}" if self.blind else ""
            raise NoText(self.source.path, f"none of its {_pages(self.count)} has text{why}")
        script = assembler.script
        return Document(
            name=self.source.name,
            format=Format.PDF,
            text=script.text(),
            blocks=assembler.finish(),
            pages=pages,
            words=script.words,
            facts=_facts(self.source.facts, title),
            notes=self._notes(sum(not page.has_text for page in pages)),
        )

    def _raw(self) -> Iterator[RawPage]:
        for number in range(1, self.count + 1):
            if self.file is None:
                yield self._slow_page(number)
                continue
            if number % REOPEN_AFTER == 0:
                self.file.reopen()
            try:
                with self.file.page(number) as (handle, characters):
                    words, characters = words_of(characters)
                    rulings = rulings_of(handle, characters.frame)
                    if is_picture(handle, words, characters.frame):
                        words += self._pictured(number, handle, characters.frame, words)
            except PageFailed:
                yield self._slow_page(number)
                continue
            yield raw_page(number, characters.frame, words, rulings)

    def _pictured(self, number: int, handle: Any, frame: Frame, words: list[Word]) -> list[Word]:
        """The words of a page that is a picture."""
        found = self.ocr.words(handle, frame, words)
        (self.pictures if found else self.blind).add(number)
        return found

    def _slow_page(self, number: int) -> RawPage:
        found = self.slow.page(number)
        (self.slowly if found.read else self.unread).append(number)
        return raw_page(number, found.frame, found.words, found.rulings)

    def _how_to(self) -> str:
        return f" ({HOW_TO})" if self.blind and not has_tesseract() else ""

    def _notes(self, empty: int) -> tuple[str, ...]:
        notes = []
        if empty:
            notes.append(f"{empty} of {_pages(self.count)} {'has' if empty == 1 else 'have'} no text{self._how_to()}")
        if self.pictures:
            notes.append(f"read as a picture (OCR): {_numbers(sorted(self.pictures))}")
        if self.slowly:
            notes.append(f"read with pdfplumber because PDFium could not: {_numbers(self.slowly)}")
        if self.unread:
            notes.append(f"could not be read: {_numbers(self.unread)}")
        return tuple(notes)


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:20])) + (" and others" if len(pages) > 20 else "")
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}"


def _facts(facts: Facts, title: str) -> Facts:
    """The sidecar's facts, with the title of the metadata where it gives none and this one is a title."""
    title = " ".join(title.split())
    if facts.title is None and 3 < len(title) <= 200 and not _NO_TITLE.match(title):
        return replace(facts, title=title)
    return facts
