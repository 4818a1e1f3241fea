"""Looks at a page in Chromium, as far as one is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_CONSOLE = re.compile(r"CONSOLE[:(].*")


def look(page: Path, *options: str) -> tuple[str, list[str]]:
    """What Chromium prints of a page, and what the page writes on its console."""
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += ["--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=3000"]
    command += [f"--user-data-dir={page.parent / 'profile'}", *options, page.as_uri()]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    return ended.stdout, _CONSOLE.findall(ended.stderr)


def screenshot(page: Path, name: str, width: int, height: int) -> Path:
    """A picture of a page, in the folder that BOARDMINE_SCREENSHOTS names, or beside the page."""
    folder = Path(os.environ.get("BOARDMINE_SCREENSHOTS", page.parent))
    folder.mkdir(parents=True, exist_ok=True)
    look(page, f"--window-size={width},{height}", f"--screenshot={folder / name}")
    return folder / name


def framed(page: Path, width: int, script: str) -> Path:
    """A page that shows another in a frame of so many pixels, narrower than a window can be, and then runs a script
    that writes what it finds (of `inner`, the other page) into the element `found`."""
    frame = page.with_name(f"frame-{width}.html")
    inner = escape(page.read_text(encoding="utf-8"), quote=True)
    frame.write_text(
        f'<!doctype html><body style="margin:0"><iframe style="border:0" width="{width}" height="3000" '
        f'srcdoc="{inner}"></iframe><pre id="found"></pre><script>'
        "document.querySelector('iframe').addEventListener('load', (event) => {"
        "const inner = event.target.contentDocument, found = document.getElementById('found');"
        f"{script} }});</script>",
        encoding="utf-8",
    )
    return frame
