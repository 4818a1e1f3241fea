"""Minutes that stand only with the items of an agenda, as one document."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from selectolax.lexbor import LexborHTMLParser

from boardmine.fetch.model import Item, Meeting

_ACTIVE = (
    *("script", "style", "iframe", "frame", "object", "embed", "applet"),
    *("form", "link", "meta", "base", "svg", "noscript", "img"),
)
_HARMLESS = frozenset({"class", "style", "colspan", "rowspan", "start", "type"})
"""Attributes that say how text is set, by which a reader knows lists; the page's policy loads nothing for them."""

_NOTHING = "default-src 'none'"
_ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def document(meeting: Meeting, items: Sequence[Item], council: str, address: str) -> str:
    """An HTML page with what was minuted under each item, that opens without running or loading anything; empty where
    nothing was. `address` is the page of the meeting."""
    minuted = [(item, text) for item in items if (text := inert(item.minutes))]
    if not minuted:
        return ""
    day = f"{meeting.date.day}{_ORDINAL.get(meeting.date.day, 'th')} {meeting.date:%B, %Y}"
    heading = escape(f"{meeting.committee.title} - {meeting.date:%A}, {day}")
    titled = f"Minutes: {heading}" + (f" | {escape(council)}" if council else "")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-gb">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING}">',
        f"<title>{titled}</title>",
        f'<link rel="canonical" href="{escape(address)}">',
        "</head>",
        "<body>",
        "<h1>Minutes</h1>",
        f"<h2>{heading}</h2>",
    ]
    for item, text in minuted:
        lines += [f"<h3>{escape(f'{item.number} {item.title}'.strip())}</h3>", text]
    return "\n".join([*lines, "</body>", "</html>", ""])


def quiet(page: str) -> str:
    """A page of a site without anything that runs or loads."""
    tree = LexborHTMLParser(page)
    for node in tree.css(", ".join(name for name in _ACTIVE if name not in ("form", "meta"))):
        node.decompose()
    for node in tree.css("*"):
        for name in list(node.attributes):
            if name.startswith("on"):
                del node.attrs[name]
    return tree.html or ""


def words(page: str) -> str:
    """The words of a page, without how they are set."""
    body = LexborHTMLParser(page).body
    return "" if body is None else "".join(body.text(deep=True).split())


def inert(markup: str) -> str:
    """HTML of a site without anything that runs, loads or leads elsewhere; empty where it has no text."""
    body = LexborHTMLParser(f"<body>{markup}</body>").body
    if body is None:
        return ""
    for node in body.css(", ".join(_ACTIVE)):
        node.decompose()
    body.unwrap_tags(["a"])
    if not body.text(deep=True).strip():
        return ""
    for node in body.css("*"):
        for name in list(node.attributes):
            if name not in _HARMLESS:
                del node.attrs[name]
    return "".join(child.html or "" for child in body.iter(include_text=True)).strip()
