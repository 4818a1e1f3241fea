"""Pages drawn as they were read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from boardmine.analysis import analyse
from boardmine.cli import command_line
from boardmine.document import BlockKind
from boardmine.drawing import draw_page
from boardmine.drawing.page import COLOURS
from boardmine.drawing.places import Layer, marked_on
from boardmine.errors import InputError
from boardmine.readers.pdf.picture import page_picture
from boardmine.readers.reading import load_source

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
PACK = SAMPLES / "2023-10-10-agenda-pack.pdf"


def test_every_block_of_a_page_is_marked_in_its_order() -> None:
    analysis = analyse(PACK)
    document = analysis.document
    for page in document.pages:
        marked = marked_on(document, page.number, analysis.observations)
        blocks = [b for b in document.blocks if b.page == page.number and b.kind is not BlockKind.FURNITURE]
        numbered = [m for m in marked if m.label and m.layer is not Layer.OBSERVATION]
        assert len(numbered) >= len(blocks)
        assert [int(m.label.split(".")[0]) for m in numbered] == list(range(1, len(numbered) + 1))
        for m in marked:
            assert -1 <= m.box.x0 < m.box.x1 <= page.width + 1
            assert -1 <= m.box.top < m.box.bottom <= page.height + 1


def test_observations_are_marked_where_their_numbers_stand() -> None:
    analysis = analyse(PACK)
    marked = [
        (page.number, m)
        for page in analysis.document.pages
        for m in marked_on(analysis.document, page.number, analysis.observations)
        if m.layer is Layer.OBSERVATION
    ]
    assert len(marked) == len(analysis.observations) > 0
    labels = sorted((o.evidence.page, f"{o.metric} {o.value:g}") for o in analysis.observations)
    assert sorted((page, m.label) for page, m in marked) == labels


def test_what_was_read_is_seen_in_the_picture() -> None:
    analysis = analyse(PACK)
    page = next(b.page for b in analysis.document.blocks if b.table is not None)
    assert page is not None
    plain = page_picture(load_source(PACK), page)
    picture = draw_page(load_source(PACK), analysis.document, page, analysis.observations)
    colours = {colour for _, colour in picture.getcolors(1 << 24) or []}
    before = {colour for _, colour in plain.getcolors(1 << 24) or []}
    for layer in (Layer.TABLE, Layer.CELL):
        assert COLOURS[layer] in colours
        assert COLOURS[layer] not in before
    assert picture.width == plain.width
    assert picture.height > plain.height  # the legend


def test_a_page_that_is_not_there_cannot_be_drawn() -> None:
    with pytest.raises(InputError, match="page 99 cannot be drawn"):
        page_picture(load_source(PACK), 99)


def test_inspect_draws_a_page(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    assert CliRunner().invoke(command_line(), ["inspect", str(PACK), "--page", "2", "--image", str(out)]).exit_code == 0
    with Image.open(out) as picture:
        assert picture.width > 1000


@pytest.mark.parametrize(
    "file, more, says",
    [
        (PACK, ["--image", "out.jpg"], "PNG"),
        (PACK, ["--page", "99", "--image", "out.png"], "no page 99"),
        (SAMPLES / "2024-04-16-minutes.html", ["--image", "out.png"], "only a PDF"),
    ],
)
def test_wrong_use_is_said(file: Path, more: list[str], says: str) -> None:
    ended = CliRunner().invoke(command_line(), ["inspect", str(file), *more])
    assert ended.exit_code == 2
    assert says in " ".join(ended.output.split())
