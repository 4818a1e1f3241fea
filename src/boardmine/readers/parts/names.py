"""Names of councils and of the bodies that meet in them, as papers write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import capwords

_WORD = r"[A-Z][\w’'-]+"
_SMALL = r"(?:upon|on|and|with|the|of|in|for|to|&)"

_OFFICE = "Metropolitan|Borough|City|County|District|Unitary|Combined|Town"
_PLACE = rf"(?:St\. )?{_WORD}(?: (?:{_WORD}|{_SMALL})){{0,4}}?"
_COUNCIL_OF_PLACE = rf"{_PLACE}(?: (?:{_OFFICE}))* Council"
_AUTHORITY_OF_PLACE = rf"{_PLACE} (?:Combined|Unitary) Authority"
_OFFICE_OF_PLACE = (
    rf"(?:London|Royal|Metropolitan)(?: (?:London|Metropolitan))? Borough of {_WORD}(?: (?:and|upon) {_WORD}| Forest)?"
)
_COUNCIL = re.compile(rf"\b(?:{_OFFICE_OF_PLACE}|{_COUNCIL_OF_PLACE}|{_AUTHORITY_OF_PLACE})\b")

_LEADING = re.compile(r"^(?:(?:The|At|Of|And|In|For|By|From|With|To|Across) )+")
_OF_AN_OFFICE = rf"(?:{_OFFICE}|Full|Local|Youth|Care|National|Parish|Schools?|Evaluation|Research|European)"
_NO_COUNCIL = re.compile(
    rf"^(?:{_OF_AN_OFFICE} )*{_OF_AN_OFFICE} (?:Council|Authority)\b"
    r"|\b(?:Report|Members?|Meeting|Executive|Cabinet|Committee|Board|Panel|Chair|Leader|Constitution|Council to|"
    r"County Council Network|Officer|Director|Page|Agenda)\b"
)
_OPENING_WEIGHT = 5
_FEWEST = 2

_KIND = r"(?:Board|Committee|Panel|Cabinet|Executive|Forum|Sub-?[Cc]ommittee|Partnership|Commission)"
_BODY = re.compile(rf"\b{_WORD}(?:,? (?:{_WORD}|{_SMALL})){{0,9}}? {_KIND}(?: {_KIND})?\b|\b(?:Cabinet|Executive|Council)\b")
_MEETS = r"(?:meetings? of(?: the)?|minutes of(?: the)?|agenda for(?: the)?|(?:to|for) the|(?:to|for)(?= [A-Z]))"
_INTRODUCED = re.compile(rf"\b(?i:{_MEETS}) (?P<body>{_BODY.pattern})")
_SMALL_WORDS = frozenset({"and", "of", "for", "the", "to", "in", "on", "with", "upon", "&"})
_NO_BODY = re.compile(r"\b(?:Councillors?|Members?|Report|Chair(?:man)? of|Safeguarding Children Board)\b")


def council_names(text: str) -> Iterator[str]:
    """The names of councils in a text, as they are written (capitals are brought down to a name's)."""
    for match in _COUNCIL.finditer(_lowered(text)):
        name = _LEADING.sub("", match[0])
        if not _NO_COUNCIL.search(name) and len(name.split()) > 1:
            yield name


def council_of(texts: Iterable[tuple[str, bool]]) -> str | None:
    """The council named most in the texts; each says whether it opens the document, which counts five times. A name
    that is dropped once in passing is nobody's."""
    named: Counter[str] = Counter()
    for text, opens in texts:
        for name in council_names(text):
            named[name] += _OPENING_WEIGHT if opens else 1
    [(name, count)] = named.most_common(1) or [("", 0)]
    return name if count >= _FEWEST else None


def body_in(line: str) -> str | None:
    """The body that a line names as the one that met or is addressed: the line is its name, or it is introduced as
    such (`a meeting of the Cabinet`, `Briefing paper for the Corporate Parenting Board`)."""
    text = _lowered(line)
    alone = _BODY.fullmatch(_bare(text))
    if alone and not _NO_BODY.search(alone[0]):
        return _without_council(alone[0])
    introduced = _INTRODUCED.search(text)
    if introduced and not _NO_BODY.search(introduced["body"]):
        return _without_council(introduced["body"])
    return None
