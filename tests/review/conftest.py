"""A store of sample papers to review, fresh for each test, and the site that serves it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest
from starlette.testclient import TestClient

from boardmine.analysis import analyse
from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.review.apart import Apart
from boardmine.review.desk import Desk
from boardmine.review.serve import open_desk
from boardmine.review.web.app import application
from boardmine.review.web.site import Settings, Site
from boardmine.store.connect import writing
from boardmine.store.findings import refresh_findings
from boardmine.store.load import put
from boardmine.store.rows import rows_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
EVIL = """<h1>Corporate Parenting Panel</h1><p>Wexcombe Borough Council, 5 May 2024</p>
<h2>&lt;script&gt;alert('heading')&lt;/script&gt;</h2>
<p>At the end of March 2024 there were 390 children in our care. &lt;script&gt;alert('words')&lt;/script&gt;
&lt;img src=x onerror=alert(1)&gt; There were 41 wombats.</p>
"""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers and the store of them."""
    folder = tmp_path_factory.mktemp("review")
    for paper in SAMPLES.glob("20*"):
        shutil.copy(paper, folder)
    (folder / "2024-05-05-evil.html").write_text(EVIL, encoding="utf-8")
    with writing(folder / "samples.duckdb", catalogue()) as connection:
        for paper in sorted(folder.glob("20*")):
            if not paper.name.endswith(".json"):
                put(connection, rows_of(analyse(paper)), "rules", 1)
        refresh_findings(connection, catalogue(), rules())
    return folder


@pytest.fixture
def db(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made / "samples.duckdb", tmp_path / "review.duckdb"))


@pytest.fixture
def desk(db: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk that opens papers in this process: another is started in one test only, which is enough."""
    monkeypatch.setattr(Apart, "call", lambda self, path, function, *given: function(path, *given))
    with open_desk(db) as opened:
        yield opened


@pytest.fixture
def site(desk: Desk) -> Site:
    return Site(desk, Settings("Ann", 8137))


@pytest.fixture
def client(site: Site) -> TestClient:
    return TestClient(application(site), base_url="http://127.0.0.1:8137", follow_redirects=False)


@pytest.fixture
def connection(desk: Desk) -> Iterator[duckdb.DuckDBPyConnection]:
    with desk.store() as opened:
        yield opened


@pytest.fixture(scope="module")
def store(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store for all tests of a file."""
    return Path(shutil.copy(made / "samples.duckdb", tmp_path_factory.mktemp("browser") / "review.duckdb"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from browsing import CHROMIUM
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
