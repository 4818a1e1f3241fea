"""Answers of the web service: XML that is not trusted."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from boardmine.errors import AnswerRefused

_NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)


def parse(text: str, address: str) -> Element | None:
    """The root of an answer, None for an empty one. Raises AnswerRefused for what is not XML, or has entities or a
    document type of its own."""
    # The declaration may name another encoding than that in which the text came.
    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).strip()
    if not body:
        return None
    try:
        root: Element = fromstring(body, forbid_dtd=True)
    except (DefusedXmlException, ParseError, ValueError, RecursionError) as error:
        what = "has a document type or entities" if isinstance(error, DefusedXmlException) else "is not XML"
        raise AnswerRefused(f"{address}: the answer of the web service {what}") from error
    return root


def elements(root: Element | None, name: str) -> Iterator[Element]:
    """All elements of a name, in any namespace, whatever its case."""
    return iter([]) if root is None else (element for element in root.iter() if _name(element) == name)


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next((inner for inner in element if _name(inner) == name), None)


def said(element: Element, name: str) -> str:
    """The text of a child on one line, empty where there is none. Entities may be encoded twice."""
    return " ".join(unescaped(raw(element, name)).split())


def raw(element: Element, name: str) -> str:
    """The text of a child as it stands."""
    found = child(element, name)
    return "" if found is None else "".join(found.itertext())


def markup(element: Element, name: str) -> str:
    """A child that holds HTML. Where it was encoded twice, it is decoded once more; else it is left alone."""
    text = raw(element, name).strip()
    return text if _TAG.search(text) else html.unescape(text)


def flag(element: Element, name: str) -> bool | None:
    """A child that is `True` or `False`; None where it is neither."""
    return {"true": True, "false": False}.get(said(element, name).lower())


def day(text: str) -> date | None:
    """A date as the service writes it: `16/04/2024`, with or without a time."""
    numbers, iso = _NUMBERS.match(text.strip()), _ISO.match(text.strip())
    try:
        if numbers:
            return date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None


def unescaped(text: str) -> str:
    """Text whose entities were encoded once more than they should be."""
    return html.unescape(html.unescape(text)) if "&" in text else text


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
