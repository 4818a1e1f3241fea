"""Templates. What papers say is escaped wherever it is shown."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from boardmine.checks.phrases import day, number, when
from boardmine.reports.facts import with_unit
from boardmine.review.number import in_words, value_in_words
from boardmine.review.queue import Filters
from boardmine.review.web.forms import reviewer_of, site_of

ROLES = {
    "number": "The number",
    "quote": "The words that carry it",
    "head": "Heads of its row and column",
    "intro": "What leads into it",
    "caption": "Caption",
    "heading": "Headings above",
}
"""What the marks on a page mean."""

DECIDED = {
    "open": "Not reviewed",
    "accept": "Accepted",
    "reject": "Rejected",
    "edit": "Corrected",
    "add": "Added",
    "undo": "Taken back",
}
"""Decisions in words."""


@cache
def environment() -> Environment:
    """The templates, read and compiled once."""
    made = Environment(
        loader=PackageLoader("boardmine.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": day, "number": number, "words": lambda text: str(text).replace("_", " ")}
    made.globals |= {
        "when": lambda start, end: when((start, end)) if start and end else "no stated time",
        "with_unit": with_unit,
        "in_words": in_words,
        "value_in_words": value_in_words,
        "roles": ROLES,
        "decided": DECIDED,
        "version": version("boardmine"),
        "address": address,
    }
    for name in made.list_templates():
        made.get_template(name)  # now, and not while somebody waits for the first page
    return made


def page(request: Request, template: str, status: int = 200, **given: Any) -> HTMLResponse:
    """A page of the site, with what all of them show."""
    site = site_of(request)
    shared = {
        "path": request.url.path,
        "token": site.token(request.scope["session"]),
        "reviewer": reviewer_of(request),
        "catalogue": site.desk.catalogue,
        "shut": bool(site.settings.password) and request.scope["session"] not in site.admitted,
    }
    return HTMLResponse(environment().get_template(template).render(shared | given), status)


def address(path: str, filters: Filters | None = None, **more: Any) -> str:
    """The address of a page, with filters and other parameters that are set."""
    pairs = (filters.pairs() if filters else {}) | {name: str(value) for name, value in more.items() if value}
    return f"{path}?{urlencode(pairs)}" if pairs else path
