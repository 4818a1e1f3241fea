"""The whole way in a real browser: review by keyboard, correct, undo, find what was missed, export, evaluate.

Pictures of each step are kept in the folder that BOARDMINE_ARTEFACTS names.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from places import place_of
from playwright.sync_api import Browser, Page, sync_playwright

from boardmine.cli import main
from boardmine.review.decisions import record_decision
from boardmine.review.desk import Desk
from boardmine.review.serve import open_desk
from boardmine.review.web.app import application
from boardmine.review.web.site import Settings, Site
from boardmine.store.reviews import reviews

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

LEVELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def store(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(made / "samples.duckdb", tmp_path_factory.mktemp("browser") / "review.duckdb"))


@pytest.fixture(scope="module")
def opened(store: Path) -> Iterator[tuple[Desk, str]]:
    """The desk, and the address of a server in another thread."""
    with open_desk(store) as desk:
        site = Site(desk)
        config = uvicorn.Config(application(site), port=0, log_level="error", access_log=False)
        socket = config.bind_socket()
        port = socket.getsockname()[1]
        site.settings = Settings("Ann", port)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([socket],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield desk, f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(browser: Browser, opened: tuple[Desk, str]) -> Iterator[Page]:
    """A page on whose console nothing may be said, and which may load nothing from elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=opened[1], accept_downloads=True)
    shown = context.new_page()
    said: list[str] = []
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.on("request", lambda request: said.append(request.url) if not request.url.startswith(opened[1]) else None)
    shown.set_default_timeout(60_000)
    yield shown
    context.close()
    assert [line for line in said if not line.startswith("data:")] == []


def keep(page: Page, name: str) -> None:
    folder = os.environ.get("BOARDMINE_ARTEFACTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=Path(folder, f"{name}.png"))


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_pack_is_reviewed_by_keyboard_alone(
    page: Page, opened: tuple[Desk, str], store: Path, tmp_path: Path
) -> None:
    desk, _ = opened
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


def addresses(desk: Desk) -> list[str]:
    key, at = place_of(desk, "2024-01-16", "Illness or disability\t", "6")
    evil, _ = place_of(desk, "2024-05-05", "there were ", "390")
    with desk.store() as connection:
        [(pack, start)] = connection.execute(
            "SELECT document, number_start FROM observations WHERE number = '29.8%' AND page = 8"
        ).fetchall()
        [(finding,)] = connection.execute(
            "SELECT id FROM findings WHERE severity = 'error' ORDER BY id LIMIT 1"
        ).fetchall()
    return [
        "/queue?everything=yes",
        "/queue?document=none",
        f"/numbers/{key}/{at}",
        f"/numbers/{pack}/{start}?wait=1",
        "/papers",
        f"/papers/{pack}",
        f"/papers/{pack}/pages/8",
        f"/papers/{evil}/pages/1",
        "/meetings",
        "/meetings/2024-01-16",
        "/measures",
        "/measures/connected_care.count",
        "/scorecard",
        "/findings",
        f"/findings/{finding}",
        "/decisions",
    ]


def test_no_page_has_a_barrier_or_scrolls_sideways(page: Page, opened: tuple[Desk, str]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    desk, _ = opened
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    record_decision(desk, key, at, "reject", None, "Bob", "for the pages to show", 0)
    found: list[str] = []
    for i, address in enumerate(addresses(desk)):
        page.goto(address)
        for details in page.locator("main details").all():
            details.evaluate("each => { each.open = true; }")
        for violation in Axe().run(page, options=LEVELS).response["violations"]:
            found += [f"{address}: {violation['id']}: {node['html'][:120]}" for node in violation["nodes"]]
        page.set_viewport_size({"width": 360, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            found.append(f"{address}: wider than 360 pixels")
        keep(page, f"narrow-{i:02}")
        page.set_viewport_size({"width": 1280, "height": 900})
        keep(page, f"wide-{i:02}")
    assert found == []


def test_a_number_prints(page: Page, opened: tuple[Desk, str]) -> None:
    import pypdfium2

    desk, _ = opened
    key, at = place_of(desk, "2024-01-16", "Illness or disability\t", "6")
    page.goto(f"/numbers/{key}/{at}")
    document = pypdfium2.PdfDocument(page.pdf())
    text = "".join(document[i].get_textpage().get_text_range() for i in range(len(document)))
    document.close()
    assert "Illness or disability" in text and "reason illness disability" in text and "Skip to the content" not in text
