"""The whole way in a real browser: review by keyboard, correct, undo, find what was missed, export, evaluate; print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import CHROMIUM, Served, a_page, keep, serving
from places import place_of
from playwright.sync_api import Browser, Page

from boardmine.cli import main
from boardmine.store.reviews import reviews

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[Served]:
    with serving(store) as started:
        yield started


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    with a_page(browser, served) as shown:
        yield shown


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_pack_is_reviewed_by_keyboard_alone(page: Page, served: Served, tmp_path: Path) -> None:
    desk = served.desk
    with desk.store() as connection:
        [(pack,)] = connection.execute("SELECT id FROM documents WHERE format = 'pdf'").fetchall()
    page.goto(f"/queue?document={pack}")
    keep(page, "01-queue")
    press(page, "n")
    page.locator(".marks rect.number").first.wait_for(state="attached")
    assert page.locator(".marks rect.quote").count() and page.locator(".marks rect.heading").count()
    keep(page, "02-number")

    def decide(key: str, done: int) -> None:
        press(page, key)
        assert page.locator("#progress").inner_text().startswith(f"{done} of ")

    for done in range(1, 6):
        decide("r" if done == 4 else "a", done)
    keep(page, "03-five-reviewed")

    # The sixth is corrected; then that is taken back.
    value = page.locator("#e-value").input_value()
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "e-metric"
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("123456")
    keep(page, "04-correcting")
    decide("Enter", 6)
    assert "Corrected" in page.locator(".said").inner_text()
    keep(page, "05-corrected")
    with desk.store() as connection:
        newest = reviews(connection)[0]
        assert (newest.word, newest.after.value if newest.after else None, newest.reviewer) == ("edit", 123456, "Ann")
        assert connection.execute("SELECT count(*) FROM statements WHERE value = 123456").fetchall() == [(1,)]
    decide("u", 5)
    assert "taken back" in page.locator(".said").inner_text()
    assert page.locator("#e-value").input_value() == value
    keep(page, "06-undone")
    for done in range(6, 11):
        decide("a", done)
    with desk.store() as connection:
        words = [review.word for review in reviews(connection)]
        assert connection.execute("SELECT count(*) FROM statements WHERE value = 123456").fetchall() == [(0,)]
    assert (words.count("accept"), words.count("reject"), words.count("edit"), words.count("undo")) == (9, 1, 1, 1)

    # What is wrong is said, and nothing is written.
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("many")
    press(page, "Enter")
    assert "This was not written down" in page.locator("[role=alert]").inner_text()
    keep(page, "07-refused")

    # A number that was missed is found on its page, and recorded.
    page.goto(f"/papers/{pack}/pages/8")
    missed = page.locator("section.record a", has_text="263").first
    keep(page, "08-numbers-of-a-page")
    missed.focus()
    press(page, "Enter")
    assert "is no record" in page.locator("h1").inner_text()
    page.keyboard.press("e")
    page.keyboard.type("Children looked after")
    keep(page, "09-making-a-record")
    page.locator("#e-why").focus()
    page.keyboard.type("missed")
    press(page, "Enter")
    with desk.store() as connection:
        newest = reviews(connection)[0]
    assert (newest.word, newest.number, newest.why) == ("add", "263", "missed")
    keep(page, "10-added")

    page.goto("/decisions")
    keep(page, "11-decisions")
    with page.expect_download() as download:
        page.get_by_role("link", name="Export reviewed records").click()
    records = [json.loads(line) for line in download.value.path().read_text(encoding="utf-8").splitlines()]
    with desk.store() as connection:
        left = connection.execute("SELECT count(*) FROM decisions WHERE after IS NOT NULL").fetchall()
    assert [(len(records),)] == left and 263 in [record["value"] for record in records]
    file = tmp_path / "gold.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    with desk.store() as connection:
        paper = connection.execute("SELECT path FROM documents WHERE id = ?", [pack]).fetchall()[0][0]
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", paper, "--gold", str(file), "--jobs", "1"])
    assert ended.value.code == 0


def test_a_number_prints(page: Page, served: Served) -> None:
    import pypdfium2

    key, at = place_of(served.desk, "2024-01-16", "Illness or disability\t", "6")
    page.goto(f"/numbers/{key}/{at}")
    document = pypdfium2.PdfDocument(page.pdf())
    text = "".join(document[i].get_textpage().get_text_range() for i in range(len(document)))
    document.close()
    assert "Illness or disability" in text and "reason illness disability" in text
    for of_the_screen in ("Skip to the content", "boardmine review", "Accept", "Keys"):
        assert of_the_screen not in text
