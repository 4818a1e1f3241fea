"""`boardmine inspect`: what the readers make of a file, in words or as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A paper.")],
    page: Annotated[int | None, typer.Option("--page", min=1, metavar="N", help="Only this page.")] = None,
    image: Annotated[
        Path | None,
        typer.Option(
            "--image",
            metavar="OUT.png",
            help="Draw the page (the first, without --page) with its blocks, cells and observations.",
        ),
    ] = None,
) -> None:
    """Show how a paper was read: its parts and blocks in reading order.

    With --image a page of a PDF is drawn instead, with the boxes of its blocks, in the order in which they are read,
    of cells, and of the numbers that were extracted.
    """
    if image is not None:
        _draw(file, page or 1, image)
        return
    from boardmine.cli.outline import show_outline
    from boardmine.readers.parts import find_parts
    from boardmine.readers.reading import load_source, read

    document = read(load_source(file))
    _hold(page, len(document.pages))
    show_outline(document, find_parts(document), page)


def _hold(page: int | None, count: int) -> None:
    """End with wrong use where there is no such page."""
    if page is not None and page > count:
        known = f"it has {count}" if count else "its format has no pages"
        raise typer.BadParameter(f"no page {page}: {known}", param_hint="--page")


def _draw(file: Path, page: int, image: Path) -> None:
    from boardmine.analysis import analyse
    from boardmine.document import Format
    from boardmine.drawing import draw_page
    from boardmine.readers.reading import load_source

    if image.suffix.lower() != ".png":
        raise typer.BadParameter("the picture is a PNG: give it a name that ends in .png", param_hint="--image")
    analysis = analyse(file)
    if analysis.document.format is not Format.PDF:
        raise typer.BadParameter("only a PDF has pages to draw", param_hint="--image")
    _hold(page, len(analysis.document.pages))
    picture = draw_page(load_source(file), analysis.document, page, analysis.observations)
    try:
        picture.save(image, format="PNG")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {image}: {error.strerror or error}", param_hint="--image") from error
