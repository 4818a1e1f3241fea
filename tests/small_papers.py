"""Papers of our own that are read in a few hundredths of a second, in all four formats."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from reportlab.pdfgen.canvas import Canvas

FORMATS = ("md", "html", "docx", "pdf")


def write_small(folder: Path, name: str, form: str, children: int) -> None:
    """A page about as many children. The same number makes the same words, whatever the format is."""
    (folder / f"{name}.{form}").write_bytes(_MAKERS[form](lines(children)))


def lines(children: int) -> list[str]:
    """The lines of a paper: a heading, and paragraphs."""
    return [
        "Wexcombe Borough Council: corporate parenting report, 16 January 2024",
        f"At 31 December 2023 there were {children} children looked after.",
        f"Of these, {children // 9} were placed with connected carers and {children // 30} were placed for adoption.",
        "A year before there were 388 children looked after.",
    ]


def _text(said: list[str]) -> bytes:
    return ("# " + "\n\n".join(said) + "\n").encode()


def _html(said: list[str]) -> bytes:
    title, *rest = said
    body = "".join(f"<p>{line}</p>" for line in rest)
    return f"<!doctype html><title>{title}</title><h1>{title}</h1>{body}".encode()


def _docx(said: list[str]) -> bytes:
    document = Document()
    document.add_heading(said[0], 1)
    for line in said[1:]:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pdf(said: list[str]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for i, line in enumerate(said):
        canvas.drawString(72, 760 - 30 * i, line)
    canvas.save()
    return buffer.getvalue()


_MAKERS = dict(zip(FORMATS, (_text, _html, _docx, _pdf), strict=True))
