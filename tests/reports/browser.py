"""Looks at a page in Chromium, as far as one is installed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a network."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
        )
        yield browser
        browser.close()


def opened(browser: Browser, file: Path, width: int, height: int = 900) -> tuple[Page, list[str]]:
    """A page in a window of so many pixels, and what it writes on its console, errors of scripts too."""
    heard: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": height})
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(f"{request.url} cannot be had"))
    page.goto(file.as_uri())
    return page, heard


def artefact(name: str, otherwise: Path) -> Path:
    """Where something is kept to be looked at: in the folder that BOARDMINE_ARTEFACTS names, or else in another."""
    folder = Path(os.environ.get("BOARDMINE_ARTEFACTS", otherwise))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name
