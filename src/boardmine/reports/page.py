"""The report: one HTML page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from boardmine.reports.charts import reasons_svg, trend_svg
from boardmine.reports.facts import Facts
from boardmine.store.lookup import Quoted

_PARTS = files("boardmine.reports") / "page_parts"


def write_page(facts: Facts, folder: Path) -> Path:
    """Write `index.html` into a folder, which is made where there is none; gives back its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    path.write_text(page(facts), encoding="utf-8")
    return path


def page(facts: Facts) -> str:
    """The page. What papers say is escaped; no script but the page's own may run, and nothing is loaded."""
    environment = Environment(
        loader=FunctionLoader(_part), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["unique_words"] = _unique_words
    script = _part("notes.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return environment.get_template("page.html").render(
        facts=facts,
        families=[(title, list(rows)) for title, rows in groupby(facts.scorecard, key=lambda row: row["title"])],
        style=Markup(_part("style.css")),  # noqa: S704 -- our own file
        script=Markup(script),  # noqa: S704 -- our own file
        script_hash=digest,
        trends=[(t, Markup(trend_svg(t, f"trend{i}"))) for i, t in enumerate(facts.trends)],  # noqa: S704
        reasons=Markup(reasons_svg(facts.reasons, "reasons")) if facts.reasons else None,  # noqa: S704
        version=version("boardmine"),
    )


def _unique_words(statements: Iterable[Quoted]) -> list[Quoted]:
    """Statements without those whose words stand there already: one sentence may state several numbers."""
    return list({(s.document, s.published, s.quote): s for s in reversed(list(statements))}.values())[::-1]


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")
