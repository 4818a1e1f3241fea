"""A page of a PDF with rectangles drawn over it."""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image, ImageDraw, ImageFont

from boardmine.document import Box, Document
from boardmine.drawing.places import Layer, Marked, marked_on
from boardmine.readers.pdf.picture import page_picture
from boardmine.readers.source import Source
from boardmine.records import Observation

DOTS = 144
_LABEL = 20
_THICK = 3
_BESIDE = 8


COLOURS: dict[Layer, tuple[int, int, int]] = {
    Layer.HEADING: (192, 57, 43),
    Layer.PARAGRAPH: (41, 98, 255),
    Layer.LIST_ITEM: (0, 137, 123),
    Layer.TABLE: (109, 76, 65),
    Layer.FURNITURE: (158, 158, 158),
    Layer.CELL: (255, 143, 0),
    Layer.HEAD_CELL: (142, 36, 170),
    Layer.OBSERVATION: (216, 27, 96),
}
"""Red, green, blue. Furniture is grey; what was extracted is pink and filled."""

_SHADE = 48
"""Of 255: how much an observation's rectangle covers what is under it."""


def draw_page(source: Source, document: Document, page: int, observations: Iterable[Observation]) -> Image.Image:
    """A page (from 1) of the PDF that a document was read from, with what was read on it, and a legend below.

    Raises the InputErrors of opening the file, and one where the page cannot be drawn.
    """
    picture = page_picture(source, page, DOTS).convert("RGBA")
    known = next(p for p in document.pages if p.number == page)
    points = picture.width / known.width
    over = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    for marked in sorted(marked_on(document, page, observations), key=lambda m: m.layer.value):
        _draw(pen, marked, points)
    return _with_legend(Image.alpha_composite(picture, over).convert("RGB"))


def _draw(pen: ImageDraw.ImageDraw, marked: Marked, points: float) -> None:
    colour = COLOURS[marked.layer]
    x0, top, x1, bottom = _dots(marked.box, points)
    is_cell = marked.layer in (Layer.CELL, Layer.HEAD_CELL)
    fill = (*colour, _SHADE) if marked.layer is Layer.OBSERVATION else None
    pen.rectangle((x0, top, x1, bottom), fill=fill, outline=(*colour, 255), width=1 if is_cell else _THICK)
    if not marked.label:
        return
    font = ImageFont.load_default(_LABEL)
    at = (x0, max(top - _LABEL - 4, 0))
    if marked.layer is not Layer.OBSERVATION:
        at = (max(x0 - pen.textlength(marked.label, font=font) - _BESIDE, 0), top)
    left, upper, right, lower = pen.textbbox(at, marked.label, font=font)
    pen.rectangle((left - 2, upper - 2, right + 2, lower + 2), fill=(255, 255, 255, 220))
    pen.text(at, marked.label, font=font, fill=(*colour, 255))


def _dots(box: Box, points: float) -> tuple[float, float, float, float]:
    x0, top = box.x0 * points, box.top * points
    return x0, top, max(box.x1 * points, x0 + 1), max(box.bottom * points, top + 1)


def _with_legend(picture: Image.Image) -> Image.Image:
    """The picture on a larger ground, with the names of the colours along its foot."""
    font = ImageFont.load_default(_LABEL)
    whole = Image.new("RGB", (picture.width, picture.height + 2 * _LABEL), "white")
    whole.paste(picture, (0, 0))
    pen = ImageDraw.Draw(whole)
    x = 10.0
    for layer, colour in COLOURS.items():
        name = layer.name.lower().replace("_", " ")
        pen.text((x, picture.height + _LABEL // 2), name, font=font, fill=colour)
        x += pen.textlength(name, font=font) + 2 * _LABEL
    return whole
