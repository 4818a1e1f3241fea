"""The report is whole in one file, says what the store says, and can be read by everybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import CHROMIUM, artefact, chromium, opened
from PIL import Image
from playwright.sync_api import Browser

from boardmine.errors import StoreError
from boardmine.reports.facts import Facts, gather
from boardmine.reports.page import page, write_page
from boardmine.store.connect import reading


class Outline(HTMLParser):
    """Tags with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def facts(samples: Path) -> Facts:
    with reading(samples) as connection:
        return gather(connection)


@pytest.fixture(scope="module")
def html(facts: Facts) -> str:
    return page(facts)


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    return Outline(html)


def test_the_page_loads_nothing(html: str, outline: Outline) -> None:
    assert not re.search(r"""(?:src|href)=["'](?!#|data:,)""", html)
    assert "@import" not in html and "url(http" not in html
    [policy] = [m["content"] for m in outline.of("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")


def test_every_section_is_there(connection: duckdb.DuckDBPyConnection, outline: Outline) -> None:
    ids = [a["id"] for _, a in outline.tags if "id" in a]
    assert {"scorecard", "trends", "reasons", "findings", "coverage"} <= set(ids)
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    links = {a["href"].removeprefix("#") for a in outline.of("a")}
    assert links <= set(ids)
    text = " ".join(outline.text.split())
    for (message,) in connection.execute("SELECT message FROM findings").fetchall():
        assert message in text
    assert "97 in the paper of 10 Oct 2023" in text


def test_each_statement_in_a_chart_can_be_reached_and_heard(facts: Facts, outline: Outline) -> None:
    marks = [a for a in outline.of("path") if a.get("class") == "mark"]
    assert facts.reasons is not None
    assert len(marks) == sum(len(t.points) for t in facts.trends) + len(facts.reasons.counts)
    assert all(a["tabindex"] == "0" and a["role"] == "img" and a["aria-label"] for a in marks)
    carers = next(t for t in facts.trends if t.metric == "connected_care.count")
    assert [p.standing for p in carers.points if p.shown == "97"] == ["earlier"]
    assert any("97" in a["aria-label"] and "10 Oct 2023" in a["aria-label"] for a in marks)
    assert all(a.get("aria-label") for a in outline.of("svg"))


def test_the_page_is_marked_up_for_screen_readers(outline: Outline) -> None:
    assert outline.of("html")[0]["lang"] == "en-GB"
    assert [name for name, _ in outline.tags if name in ("main", "h1")] == ["h1", "main"]
    headings = [int(name[1]) for name, _ in outline.tags if re.fullmatch("h[1-6]", name)]
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert all(a.get("scope") in ("col", "row", "rowgroup") for a in outline.of("th"))
    for name, attributes in outline.tags:
        if name == "div" and "scroll" in attributes.get("class", ""):
            assert attributes["tabindex"] == "0" and attributes["role"] == "region"


def test_no_two_rows_of_the_scorecard_read_alike(facts: Facts) -> None:
    rows = facts.scorecard
    assert [label for label, times in Counter(row["label"] for row in rows).items() if times > 1] == []
    said = {row["label"]: row["last_period"] for row in rows}
    assert said["Children looked after"] == "(30 Sep 2023)"
    assert said["Children adopted"] == "(to 31 Mar 2023)"


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_have_the_contrast_of_wcag_aa(html: str) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", html))
    grounds = [luminance(colours["paper"]), luminance(colours["wash"])]
    for name in ("ink", "soft", "blue", "rust", "red"):
        for ground in grounds:
            assert (ground + 0.05) / (luminance(colours[name]) + 0.05) >= 4.5, name


def test_what_papers_say_is_text(facts: Facts) -> None:
    [finding, *_] = facts.findings
    evil = "<script>alert(1)</script>"
    changed = type(finding)(
        finding.id, finding.kind, finding.severity, evil, finding.metric, f"{evil}&", finding.statements
    )
    council = type(facts.council)(facts.council.key, evil, facts.council.meeting, 1, 1)
    values = {name: getattr(facts, name) for name in facts.__slots__}
    html = page(type(facts)(**(values | {"council": council, "findings": (changed,)})))
    assert html.count("<script>") == 1 and "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in html


def test_the_same_store_gives_the_same_page(connection: duckdb.DuckDBPyConnection, html: str) -> None:
    assert page(gather(connection)) == html


def test_a_council_that_is_not_there_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    assert gather(connection, "wexcombe council").council.key == "wexcombe"
    with pytest.raises(StoreError, match=r"Oxmoor.*Wexcombe Borough Council"):
        gather(connection, "Oxmoor")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def report(facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(facts, tmp_path_factory.mktemp("report"))


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
class TestInABrowser:
    @pytest.mark.parametrize("width", [1280, 800, 360])
    def test_it_opens_from_disk_in_any_width_for_everybody(self, browser: Browser, report: Path, width: int) -> None:
        """Not a word on the console, no sideways scrolling, and nothing that axe finds against WCAG 2.2 AA."""
        page, heard = opened(browser, report, width)
        picture = artefact(f"report-{width}.png", report.parent)
        page.screenshot(path=picture, full_page=True)
        assert "Wexcombe Borough Council" in page.inner_text("h1")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        judged = Axe().run(page, options={"runOnly": {"type": "tag", "values": rules}})
        assert judged.violations_count == 0, judged.generate_report()
        assert len(judged.response["passes"]) > 20
        assert heard == []
        with Image.open(picture) as drawn:
            assert drawn.width == width and len(drawn.convert("RGB").getcolors(1 << 24) or ()) > 50
        page.close()

    def test_the_console_would_be_heard(self, browser: Browser, tmp_path: Path) -> None:
        loud = tmp_path / "loud.html"
        loud.write_text("<script>console.error('loud'); nonsense()</script>", encoding="utf-8")
        page, heard = opened(browser, loud, 800)
        page.close()
        assert len(heard) == 2

    def test_the_tab_key_reaches_each_point_and_shows_its_words(self, browser: Browser, report: Path) -> None:
        page, _ = opened(browser, report, 1000)
        page.locator("#trends").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
        marks = page.locator("section.card").first.locator(".mark")
        for i in range(marks.count()):
            page.keyboard.press("Tab")
            said = page.evaluate("document.activeElement.getAttribute('aria-label')")
            assert said == marks.nth(i).get_attribute("aria-label")
            assert page.inner_text("#note") == " ".join(said.split())
            assert page.evaluate("getComputedStyle(document.activeElement).strokeWidth") == "4px"
        page.screenshot(path=artefact("report-focus.png", report.parent))
        page.keyboard.press("Escape")
        assert page.locator("#note").is_hidden()
        marks.first.hover()
        assert page.locator("#note").is_visible()
        page.close()

    def test_it_prints(self, browser: Browser, report: Path) -> None:
        import pypdfium2

        page, _ = opened(browser, report, 1280)
        file = artefact("report.pdf", report.parent)
        page.pdf(path=file, format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 680, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 680
        page.close()
        document = pypdfium2.PdfDocument(file)
        text = "".join(document[i].get_textpage().get_text_range() for i in range(len(document)))
        assert 2 <= len(document) <= 20 and "Findings" in text and "Skip to the content" not in text
        document.close()
