"""A real browser before a served store. Pictures of what is seen are kept in the folder BOARDMINE_ARTEFACTS."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page

from boardmine.review.desk import Desk
from boardmine.review.serve import open_desk
from boardmine.review.web.app import application
from boardmine.review.web.site import Settings, Site

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

LEVELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}

_RUN = "(options) => axe.run(document, options).then((said) => said.violations)"
"""Where the page has loaded axe already: that takes longer than most runs."""

_NO_ANSWER = "Failed to load resource: the server responded with a status of "
"""What the console says of a page that has another status than 200."""


@dataclass(frozen=True)
class Served:
    """A desk, and the address at which a server in another thread shows it."""

    desk: Desk
    address: str


@contextmanager
def serving(store: Path, password: str = "") -> Iterator[Served]:
    """A server of a store."""
    with open_desk(store) as desk:
        site = Site(desk)
        config = uvicorn.Config(application(site), port=0, log_level="critical", access_log=False)
        socket = config.bind_socket()
        port = socket.getsockname()[1]
        site.settings = Settings("Ann", port, password)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([socket],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield Served(desk, f"http://127.0.0.1:{port}")
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def a_page(browser: Browser, served: Served, *, refused: bool = False) -> Iterator[Page]:
    """A page on whose console nothing may be said, and which may load nothing from elsewhere. With `refused` the
    server may answer with errors."""
    context = browser.new_context(viewport=WIDE, base_url=served.address, accept_downloads=True)
    shown = context.new_page()
    said: list[str] = []
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith(served.address) else None)
    shown.set_default_timeout(60_000)
    try:
        yield shown
    finally:
        context.close()
    known = ("data:", *((_NO_ANSWER,) if refused else ()))
    unexpected = [line for line in said if not line.startswith(known)]
    assert not unexpected, unexpected


def keep(page: Page, name: str) -> None:
    """A picture of what is seen, once all that belongs to it is there."""
    folder = os.environ.get("BOARDMINE_ARTEFACTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.wait_for_function("!document.querySelector('.waiting') && [...document.images].every((i) => i.complete)")
        page.screenshot(path=Path(folder, f"{name}.png"))


def barriers(page: Page, name: str) -> list[str]:
    """What keeps somebody from using the page that is open, wide and narrow: barriers that axe finds (WCAG, A and AA),
    and what does not fit on a small screen. Keeps a picture of each width."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    found: list[str] = []
    for size, width in ((WIDE, "wide"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        known = page.evaluate("typeof axe !== 'undefined'")
        violations = page.evaluate(_RUN, LEVELS) if known else Axe().run(page, options=LEVELS).response["violations"]
        for violation in violations:
            found += [f"{name}, {width}: {violation['id']}: {node['html'][:120]}" for node in violation["nodes"]]
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            found.append(f"{name}: wider than {size['width']} pixels")
        keep(page, f"{width}-{name}")
    page.set_viewport_size(WIDE)
    return found
