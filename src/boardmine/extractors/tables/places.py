"""Tables whose rows are authorities, each under its name, as agencies and boards of several councils write them."""

from __future__ import annotations

import re

from boardmine.extractors.tables.rows import Row
from boardmine.language.wording import one_of

_OF_PLACES = re.compile(
    r"\W*(?:(?:name\s+of\s+)?(?:the\s+)?"
    + one_of("member, partner, constituent, placing, host, home, owning")
    + r"\s+)?"
    + one_of("local authority, authority, council, la, borough, agency, partner, area, authority area, local area")
    + r"(?:\s+name)?\W*",
    re.I,
)
"""A corner that says what the labels under it are: `Local authority`."""
_NAME = re.compile(r"[A-Z][\w'’.&-]*(?:\s+(?:and|of|upon|on|the|in|by|with|under|&|-|[A-Z][\w'’.&-]*))*")
_TOTAL = re.compile(r"\s*[,:(–-]?\s*\b(?:totals?|overall|all)\W*$", re.I)
_NO_NAME = re.compile(
    r"\b(?:total|overall|all|average|mean|target|other|unknown|not|north|south|east|west|central|team|children|"
    r"number|rate|variance|difference|rank|tbc|rag|raa|agency|region|partnership)\W*$",
    re.I,
)
_LONGEST_NAME = 50


def place_in(row: Row, corner: str) -> str:
    """The name of the authority or agency that a row is of, where the corner of its table says that the rows are
    such; else an empty text. The total of an agency is its own: `Adopt Wessex total`."""
    if not _OF_PLACES.fullmatch(corner):
        return ""
    name = _TOTAL.sub("", row.label)
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name) or _NO_NAME.search(name):
        return ""
    return name
