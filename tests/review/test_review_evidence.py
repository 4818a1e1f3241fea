"""What is marked is what carries the reading: the number, its words, its heads, what stands over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import place_of

from boardmine.errors import InputError
from boardmine.review.apart import Apart
from boardmine.review.desk import Desk
from boardmine.review.evidence import Role, evidence, rectangles
from boardmine.review.number import look
from boardmine.review.pictures import Pictures
from boardmine.review.sheet import around


def marked(desk: Desk, beginning: str, before: str, number: str) -> dict[str, list[str]]:
    key, at = place_of(desk, beginning, before, number)
    with desk.store() as connection:
        standing = look(connection, key, at).standing
    assert standing is not None
    read = desk.read(desk.paper(key))
    marks = evidence(
        read.document,
        read.parts,
        (standing.char_start, standing.char_end),
        (standing.number_start, standing.number_end),
    )
    found: dict[str, list[str]] = {}
    for mark in marks:
        found.setdefault(mark.role, []).append(" ".join(read.document.text[mark.start : mark.end].split()))
    return found


def test_a_number_in_a_table_has_its_heads_and_caption(desk: Desk) -> None:
    found = marked(desk, "2024-01-16", "Illness or disability\t", "6")
    assert found[Role.NUMBER] == ["6"]
    assert found[Role.HEAD] == ["Number of young people on", "30 September 2023", "Illness or disability"]
    assert found[Role.CAPTION] == ["Table 1: Care leavers who are NEET, by reason"]
    assert found[Role.HEADING][-1] == "Care leavers"


def test_a_number_in_a_list_has_what_leads_into_it(desk: Desk) -> None:
    found = marked(desk, "2023-07-11", "At the end of June 2023 there were **", "412")
    assert found[Role.INTRO] == ["Headlines for Quarter 1 (April to June 2023):"]
    assert found[Role.HEADING][-1].endswith("Demand")


def test_rectangles_lie_on_the_page_around_the_words(desk: Desk) -> None:
    key, at = place_of(desk, "2023-10-10", "4.1 ", "231")
    with desk.store() as connection:
        standing = look(connection, key, at).standing
    assert standing is not None
    read = desk.read(desk.paper(key))
    page = next(p for p in read.document.pages if p.number == standing.page)
    marks = evidence(read.document, read.parts, (standing.char_start, standing.char_end), (at, standing.number_end))
    boxes = rectangles(read.document, marks, page.number)
    assert all(0 <= r.box.x0 < r.box.x1 <= page.width and 0 <= r.box.top < r.box.bottom <= page.height for r in boxes)
    [number] = [r.box for r in boxes if r.role is Role.NUMBER]
    quote = [r.box for r in boxes if r.role is Role.QUOTE]
    assert len(quote) == 2, "a sentence of two lines"
    assert quote[0].x0 <= number.x0 and number.x1 <= quote[0].x1


def test_the_text_around_a_number_is_whole_and_marked_once(desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    read = desk.read(desk.paper(key))
    with desk.store() as connection:
        standing = look(connection, key, at).standing
    assert standing is not None
    marks = evidence(read.document, read.parts, (standing.char_start, standing.char_end), (at, at + 3))
    shown = around(read.document, marks)
    runs = [run for block in shown for run in block.runs]
    assert [run.text for run in runs if run.role == "number"] == ["390"]
    texts = {"".join(run.text for run in block.runs) for block in shown}
    assert texts <= {block.text for block in read.document.blocks}


def test_pictures_are_kept_within_a_bound(desk: Desk) -> None:
    key, _ = place_of(desk, "2023-10-10", "4.1 ", "231")
    paper = desk.paper(key)
    pictures = Pictures(most_bytes=200_000)
    first = pictures.page(paper.path, paper.content_hash, 1, 96)
    assert first.startswith(b"\x89PNG") and pictures.page(paper.path, paper.content_hash, 1, 96) is first
    for number in range(1, 14):
        pictures.page(paper.path, paper.content_hash, number, 96)
        assert pictures.held_bytes <= 200_000
    with pytest.raises(ValueError, match="1200"):
        pictures.page(paper.path, paper.content_hash, 1, 1200)
    with pytest.raises(InputError, match="has changed"):
        pictures.page(paper.path, "another", 1, 96)


def sleep(path: str) -> None:
    import time

    time.sleep(60)


def die(path: str) -> None:
    import os

    os._exit(1)


def refuse(path: str) -> None:
    raise InputError(path, "is refused")


def echo(path: str, said: str) -> str:
    return f"{Path(path).name} {said}"


def test_what_hangs_or_dies_costs_one_call() -> None:
    apart = Apart(seconds=20, megabytes=4_000)
    try:
        assert apart.call("a.pdf", echo, "one") == "a.pdf one"
        with pytest.raises(InputError, match="is refused"):
            apart.call("a.pdf", refuse)
        with pytest.raises(InputError, match="died"):
            apart.call("a.pdf", die)
        assert apart.call("a.pdf", echo, "two") == "a.pdf two"
        apart._seconds = 0.2
        with pytest.raises(InputError, match=r"longer than 0.2 seconds"):
            apart.call("a.pdf", sleep)
    finally:
        apart.close()
