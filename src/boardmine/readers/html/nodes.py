"""The elements of a page: what is text for a reader, what is not, and a walk through it that cannot run deep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from selectolax.lexbor import LexborNode

from boardmine.errors import FileTooLarge
from boardmine.readers.source import Source


def tags(names: str) -> frozenset[str]:
    """The names of tags in a line of them."""
    return frozenset(names.split())


BLOCKS = tags(
    "address article blockquote body caption center dd details dir div dl dt fieldset figcaption figure form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
"""Elements that begin and end a line."""

_NOT_TEXT = tags(
    "head title script style noscript template nav menu footer aside svg canvas map iframe object embed audio video "
    "button select option textarea input datalist progress meter del dialog search rt rp"
)
_NOT_TEXT_ROLES = tags("navigation banner contentinfo search complementary menu menubar toolbar dialog")
_HIDDEN_CLASSES = tags("sr-only visually-hidden visuallyhidden screen-reader-text screenreader hidden d-none mghide")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

# Pages from before HTML 5 name their menus, heads and feet by identifiers and classes.
_FRAME_TAGS = tags("a div ul ol section span p")
_FRAME_ID = re.compile(
    r"(?:mg|site|page|main|top|global|left|right|primary|secondary)?[-_]?"
    r"(?:header|footer|nav|navigation|navbar|menu|breadcrumbs?|side-?bar|banner|skip-?(?:links?|nav)|cookies?[-_\w]*)",
    re.IGNORECASE,
)
_FRAME_CLASS = re.compile(
    r"nav|navigation|navbar|menu|(?:site|main|top|primary|page)[-_](?:header|footer|nav|menu)|footer|breadcrumbs?|"
    r"skip-?(?:links?|nav)|cookie-\w+|pagination|mg(?:header|footer|nav|menu|breadcrumbs?)",
    re.IGNORECASE,
)
_CONTENT = "main, article, h1, .mgItemTable, #mgItemTable"


class Event(Enum):
    """What a walk comes by."""

    ENTER = "enter"
    LEAVE = "leave"
    TEXT = "text"


def walk(source: Source, root: LexborNode) -> Iterator[tuple[Event, LexborNode]]:
    """All that is text under an element, in order, with the elements entered and left on the way.

    The walk follows pointers and does not call itself. Raises FileTooLarge over the limit of depth.
    """
    node, depth = root, 0
    while True:
        entered = False
        if node.is_text_node:
            yield Event.TEXT, node
        elif node.is_element_node and is_text(node):
            yield Event.ENTER, node
            entered = True
        child = node.first_child if entered else None
        if child is not None:
            depth += 1
            if depth > source.limits.max_depth:
                raise FileTooLarge(source.path, f"nests elements more than {source.limits.max_depth} deep")
            node = child
            continue
        if entered:
            yield Event.LEAVE, node
        while depth and node.next is None:
            parent = node.parent
            if parent is None:
                return
            node, depth = parent, depth - 1
            yield Event.LEAVE, node
        if not depth or node.next is None:
            return
        node = node.next


def is_text(node: LexborNode) -> bool:
    """Whether an element holds text for a reader: not code, not a menu, head or foot of the page, not hidden."""
    tag = node.tag or ""
    if tag in _NOT_TEXT:
        return False
    attributes = node.attributes
    if attributes and (_is_hidden(attributes) or _frames_by_name(node, tag, attributes)):
        return False
    if tag == "header":
        return _within_content(node)
    return tag != "form" or _holds_page(node)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element is not seen on the page."""
    style, classes = attributes.get("style"), (attributes.get("class") or "").lower().split()
    return (
        "hidden" in attributes or not _HIDDEN_CLASSES.isdisjoint(classes) or bool(style and _HIDDEN_STYLE.search(style))
    )


def _frames_by_name(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element is a menu, head or foot by its role, identifier or class, and not all of the page."""
    named = (attributes.get("role") or "").lower() in _NOT_TEXT_ROLES
    if not named and tag in _FRAME_TAGS:
        classes = (attributes.get("class") or "").split()
        named = bool(_FRAME_ID.fullmatch(attributes.get("id") or "")) or any(map(_FRAME_CLASS.fullmatch, classes))
    return named and node.css_first(_CONTENT) is None


def _within_content(node: LexborNode) -> bool:
    """Whether an element belongs to an article or the main part: its head is then a title, not the site's."""
    parent = node.parent
    while parent is not None:
        if parent.tag in ("main", "article"):
            return True
        parent = parent.parent
    return False


def _holds_page(form: LexborNode) -> bool:
    """Whether a form is the one that ASP.NET puts around a whole page, and not one to be filled in."""
    return form.css_first(f"input[name='__VIEWSTATE'], {_CONTENT}, p.mgAiTitleTxt") is not None


def classes_of(node: LexborNode) -> list[str]:
    """The classes of an element in lower case."""
    return (node.attributes.get("class") or "").lower().split()
