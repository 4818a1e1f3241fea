"""The items of an agenda on the page of a meeting, and what was minuted under each."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from boardmine.errors import AddressRefused
from boardmine.fetch.addresses import Site
from boardmine.fetch.links import is_restricted
from boardmine.fetch.model import Item

_NUMBER = re.compile(r"(\d{1,3}[a-z]?)\b\.?")
_MINUTES = re.compile(r"minutes:?\Z", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:supporting|additional|background) documents|decisions?|votes?|voting|attachments?)\b\W*\Z", re.IGNORECASE
)
_LABELS = "p, h2, h3, h4, h5, strong, b, span, div, dt"
_FULL = re.compile(r"\bfull minutes?\b|\bminutes? text\b", re.IGNORECASE)


def items_of(tree: LexborHTMLParser, site: Site, page: str) -> tuple[Item, ...]:
    """The items that are open to everybody, in order. Each stands in a row of a table with its number in the first
    cell; minutes follow a line `Minutes:`."""
    items = []
    for row in tree.css("tr"):
        cells = [node for node in row.iter() if node.tag == "td"]
        number = _NUMBER.match(_said(cells[0])) if len(cells) >= 2 else None
        if number is None:
            continue
        body = cells[1]
        title = _title(body)
        if not title or is_restricted(title):
            continue
        items.append(Item(_anchor(row), number[1], title, minuted(body), _more(body, site, page)))
    return tuple(items)


def minuted(body: LexborNode) -> str:
    """The HTML that follows a line `Minutes:`, up to the next such label; empty where there is none."""
    labels = [node for node in body.css(_LABELS) if _MINUTES.match(_said(node))]
    # An item may itself be called Minutes.
    label = next((node for node in labels if _said(node).endswith(":")), labels[-1] if labels else None)
    # The words may stand in a box within a box: what follows them is beside the outermost that holds nothing else.
    while label is not None and label.parent is not None and _MINUTES.match(_said(label.parent)):
        label = label.parent
    pieces: list[str] = []
    node = label.next if label is not None else None
    while node is not None:
        said = _said(node) if node.tag not in ("-text", "script", "style") else ""
        if said and _LABEL.match(said):
            break
        if said and not _FULL.search(said):
            pieces.append(node.html or "")
        node = node.next
    return "".join(pieces)


def _title(body: LexborNode) -> str:
    titled = body.css_first(".mgAiTitleTxt, h2, h3, h4, p, a")
    return _said(titled if titled is not None else body)[:300]


def _more(body: LexborNode, site: Site, page: str) -> str:
    """The address of the item's own page, where the page says that the full text of the minutes stands there."""
    for link in body.css("a[href]"):
        href = link.attributes.get("href") or ""
        if "mgai.aspx" in href.lower() and _FULL.search(_said(link) or (link.attributes.get("title") or "")):
            try:
                return site.resolve(href, page)
            except AddressRefused:
                continue
    return ""


def _anchor(row: LexborNode) -> str:
    found = row.css_first("a[name]")
    return (found.attributes.get("name") or "").removeprefix("AI") if found is not None else ""


def _said(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())
