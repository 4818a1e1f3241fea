"""No page of the review has a barrier that axe finds (WCAG, levels A and AA) or scrolls sideways on a small screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import CHROMIUM, Served, a_page, barriers, serving
from places import place_of
from playwright.sync_api import Browser

from boardmine.catalogue import catalogue
from boardmine.review.decisions import record_decision
from boardmine.review.desk import Desk
from boardmine.store.connect import writing

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[Served]:
    with serving(store) as started:
        yield started


def addresses(desk: Desk) -> dict[str, str]:
    """Pages by name."""
    key, at = place_of(desk, "2024-01-16", "Illness or disability\t", "6")
    evil, rejected = place_of(desk, "2024-05-05", "there were ", "390")
    _, wombats = place_of(desk, "2024-05-05", "There were ", "41")
    with desk.store() as connection:
        [(pack, start)] = connection.execute(
            "SELECT document, number_start FROM observations WHERE number = '29.8%' AND page = 8"
        ).fetchall()
        [(finding,)] = connection.execute(
            "SELECT id FROM findings WHERE severity = 'error' ORDER BY id LIMIT 1"
        ).fetchall()
    return {
        "queue": f"/queue?everything=yes&document={key}",
        "queue-of-nothing": "/queue?document=none",
        "number-of-text": f"/numbers/{key}/{at}",
        "number-of-a-page": f"/numbers/{pack}/{start}?wait=1",
        "number-rejected": f"/numbers/{evil}/{rejected}",
        "number-unexplained": f"/numbers/{evil}/{wombats}",
        "papers": "/papers",
        "paper": f"/papers/{key}",
        "page": f"/papers/{pack}/pages/8",
        "sheet": f"/papers/{evil}/pages/1",
        "meetings": "/meetings",
        "meeting": "/meetings/2024-01-16",
        "measures": "/measures",
        "measure": "/measures/connected_care.count",
        "scorecard": "/scorecard",
        "findings": "/findings",
        "finding": f"/findings/{finding}",
        "decisions": "/decisions",
    }


def test_pages_of_a_store(browser: Browser, served: Served) -> None:
    key, at = place_of(served.desk, "2024-05-05", "there were ", "390")
    record_decision(served.desk, key, at, "reject", None, "Bob", "for the pages to show", 0)
    found: list[str] = []
    with a_page(browser, served) as page:
        for name, address in addresses(served.desk).items():
            page.goto(address)
            found += barriers(page, name)
    assert found == []


def test_pages_of_an_empty_store(browser: Browser, tmp_path: Path) -> None:
    empty = tmp_path / "empty.duckdb"
    with writing(empty, catalogue()):
        pass
    found: list[str] = []
    with serving(empty) as served, a_page(browser, served) as page:
        for name in ("queue", "papers", "meetings", "measures", "scorecard", "findings", "decisions"):
            page.goto(f"/{name}")
            found += barriers(page, f"empty-{name}")
        page.goto("/measures/cla.count")
        found += barriers(page, "empty-measure")
    assert found == []


def test_words_that_are_gone(browser: Browser, made: Path, tmp_path: Path) -> None:
    """From the queue, which shows them first, to the number that was decided about, and to all decisions."""
    found: list[str] = []
    store = Path(shutil.copy(made / "samples.duckdb", tmp_path / "review.duckdb"))
    with serving(store) as served, a_page(browser, served) as page:
        key, at = place_of(served.desk, "2024-05-05", "there were ", "390")
        record_decision(served.desk, key, at, "accept", None, "Bob", "as the paper says", 0)
        with served.desk.store() as connection:
            connection.execute("UPDATE review_places SET stands = false, number_start = 7, number_end = 10")
        page.goto("/queue")
        found += barriers(page, "gone-queue")
        page.keyboard.press("n")
        page.get_by_role("heading", name="390 is no longer in the paper").wait_for()
        found += barriers(page, "gone-number")
        page.goto("/decisions")
        found += barriers(page, "gone-decisions")
    assert found == []


def test_the_door(browser: Browser, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardmine.review.web.files._WRONG", 0)
    store = Path(shutil.copy(made / "samples.duckdb", tmp_path / "review.duckdb"))
    found: list[str] = []
    with serving(store, "long and secret") as served, a_page(browser, served, refused=True) as page:
        page.goto("/decisions")
        assert page.url.endswith("/enter")
        assert page.evaluate("document.activeElement.id") == "password", "one can write at once"
        found += barriers(page, "door")
        page.get_by_label("Password").fill("guess")
        page.keyboard.press("Enter")
        page.get_by_role("alert").wait_for()
        found += barriers(page, "door-wrong")
        page.get_by_label("Password").fill("long and secret")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="What deserves a look").wait_for()
    assert found == []


def test_what_goes_wrong(browser: Browser, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing there, not allowed, too late, not as it should be, a fault of ours, a paper that is another now."""
    desk = served.desk
    key, at = place_of(desk, "2024-01-16", "Illness or disability\t", "6")
    port = served.address.rpartition(":")[2]
    found: list[str] = []
    with a_page(browser, served, refused=True) as page:

        def wrong(address: str, status: int, name: str) -> None:
            answer = page.goto(address)
            assert answer is not None and answer.status == status
            found.extend(barriers(page, f"wrong-{name}"))

        wrong("/nothing", 404, "nothing")
        wrong(f"/numbers/{key}/{at + 1}", 404, "no-number")
        wrong(f"/papers/{key}/pages/99", 404, "no-page")

        page.goto(f"/numbers/{key}/{at}")
        page.get_by_text("Correct the record").click()
        page.get_by_label("Value").fill("many")
        page.get_by_role("button", name="Correct it").click()
        page.get_by_role("alert").wait_for()
        found += barriers(page, "wrong-form")

        page.goto(f"/numbers/{key}/{at}")
        record_decision(desk, key, at, "accept", None, "Bob", "", 0)
        page.get_by_role("button", name="Reject").click()
        page.get_by_text("Bob has decided about this number meanwhile").wait_for()
        found += barriers(page, "wrong-too-late")

        page.goto(f"/numbers/{key}/{at}")
        page.context.clear_cookies()
        page.get_by_role("button", name="Reject").click()
        page.get_by_text("The form was too old").wait_for()
        found += barriers(page, "wrong-old-form")

        def breaks(*given: object) -> None:
            raise RuntimeError("a fault of ours")

        monkeypatch.setattr("boardmine.review.papers.meetings", breaks)
        wrong("/meetings", 500, "ours")

        desk._read.clear()
        with desk.store() as connection:
            connection.execute("UPDATE documents SET content_hash = 'another' WHERE id = ?", [key])
        wrong(f"/papers/{key}/pages/1", 409, "changed")
        wrong(f"/numbers/{key}/{at}", 200, "changed-number")

    context = browser.new_context()
    foreign = context.new_page()
    foreign.set_content(f"<form method='post' action='{served.address}/name'><button>Send</button></form>")
    foreign.get_by_role("button").click()
    foreign.get_by_text("Forms are taken from the pages of this server only.").wait_for()
    found += barriers(foreign, "wrong-origin")
    foreign.goto(f"http://council.localhost:{port}/queue")
    foreign.get_by_text("This server answers to the address that it was opened by.").wait_for()
    found += barriers(foreign, "wrong-host")
    context.close()
    assert found == []
