"""Names of councils and of the bodies that meet in them, as papers write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import capwords

from boardmine.readers.parts.dates import WHEN

_WORD = r"[A-Z][\w’'-]+"

_OFFICE = r"(?:Metropolitan|Borough|City|County|District|Unitary|Combined)"
_PLACE = rf"(?:St\.? )?{_WORD}(?: (?:{_WORD}|upon|on|and|with|the|&)){{0,4}}?"
_COUNCIL_OF_PLACE = rf"{_PLACE}(?: {_OFFICE})* Council"
_AUTHORITY_OF_PLACE = rf"{_PLACE} (?:Combined|Unitary) Authority"
_CITY_OF_PLACE = rf"City of {_WORD}(?: {_OFFICE})* Council"
_BOROUGH_OF_PLACE = (
    rf"(?:London|Royal|Metropolitan) Borough of {_WORD}(?: (?:and|upon) {_WORD}| Forest| Hamlets)?(?: Council)?"
)
_COUNCIL = re.compile(rf"\b(?:{_BOROUGH_OF_PLACE}|{_CITY_OF_PLACE}|{_AUTHORITY_OF_PLACE}|{_COUNCIL_OF_PLACE})\b")
_LEADING = re.compile(r"^(?:(?:The|At|Of|And|In|For|By|From|With) )+")
_NO_PLACE = r"(?:Full|Local|Youth|Care|Parish|Town|School|National|Research|the|The)"
_NO_COUNCIL = re.compile(
    rf"^(?:{_OFFICE} )*{_OFFICE} (?:Council|Authority)$|\b{_NO_PLACE} Council\b"
    r"|\b(?:Report|Members?|Meeting|Executive|Chair|Leader|Constitution|Director|Officer|Panel|Committee|Board)\b"
)
_OPENING_WEIGHT = 5
_FEWEST = 2

_KIND = r"(?:Board|Committee|Panel|Cabinet|Executive|Forum|Sub-?Committee|Partnership|Commission)"
_NAMED_BODY = rf"{_WORD}(?:,? (?:{_WORD}|and|of|for|the|on|&)){{0,9}}? {_KIND}(?: Sub-?Committee)?"
_BODY = rf"(?:{_NAMED_BODY}|Cabinet|Executive|(?:(?:Full|County|City|Borough) )?Council)"

_MEETING = r"(?:meetings?|minutes) of(?: an?)?(?: meeting of)?|agenda for"
_ADDRESS = r"(?:report|paper|note|briefing|presentation|update)(?: paper| report| note)? (?:to|for)"
_INTRODUCED = re.compile(rf"\b(?i:(?:{_MEETING}|{_ADDRESS})(?: the)?) (?P<body>{_BODY})(?! (?:[Tt]ax|[Mm]embers?)\b)\b")
_ALONE = re.compile(rf"(?P<body>{_NAMED_BODY}|Cabinet|Executive)")
_FIELD = re.compile(rf"(?:the )?(?P<body>{_BODY})(?: meeting)?", re.I)
_TO = re.compile(r"to:?\s+(?=\S)", re.I)
_BEFORE_TITLE = re.compile(rf"(?P<body>{_NAMED_BODY}|Cabinet) (?=Minutes|Agenda)")
_TIME = r"(?:[,\s]*(?:(?:at|from)\s+)?\d{1,2}[.:]\d\d\s*(?:am|pm|hrs)?\.?)?"
_DATED = re.compile(rf"\s*[-–:,]?\s*(?:on )?(?:{WHEN}){_TIME}\W*$", re.I)
_PAPER = re.compile(r"\b(?:Report|Paper|Briefing|Presentation|Update|Review|Inspection|Strategy) (?:to|for|of)\b")

_CAPITALS = re.compile(r"\b[A-Z][A-Z’'-]+(?: (?:[A-Z][A-Z’'-]+|&))+")
_SMALL_WORDS = re.compile(r"(?<=\s)(?:And|Of|For|The|To|In|On|With|Upon|A)(?=\s)")
_LONGEST = 220

_DOMAIN = re.compile(r"(?:@|\bwww\.)(?P<place>[a-z][a-z-]{2,40})\.gov\.(?:uk|wales)\b", re.I)


def as_name(text: str) -> str:
    """Text with its runs of capitals brought down to those of a name: `CABINET` is Cabinet."""
    if text.isupper():
        return _small(text)
    return _CAPITALS.sub(lambda match: _small(match[0]), text)


def _small(text: str) -> str:
    return _SMALL_WORDS.sub(lambda match: match[0].lower(), capwords(text))


def council_names(text: str) -> Iterator[str]:
    """The names of councils in a text."""
    for match in _COUNCIL.finditer(as_name(text)):
        name = _LEADING.sub("", match[0])
        if not _NO_COUNCIL.search(name) and " " in name:
            yield name


def council_of(texts: Iterable[tuple[str, bool]]) -> str | None:
    """The council named most in the texts; each says whether it opens the document, which counts five times. A name
    that falls once in passing is not taken."""
    named: Counter[str] = Counter()
    for text, opens in texts:
        for name in council_names(text):
            named[name] += _OPENING_WEIGHT if opens else 1
    best = named.most_common(1)
    return best[0][0] if best and best[0][1] >= _FEWEST else None


def place_of_mail(text: str) -> str | None:
    """The place whose council has the addresses that a text gives, where it names that place: `@wexcombe.gov.uk`."""
    domains = Counter(found["place"].lower() for found in _DOMAIN.finditer(text))
    for domain, _ in domains.most_common():
        named = re.search(rf"\b{domain.replace('-', '[ -]')}\b", text.replace(f"{domain}.gov", " "), re.I)
        if named and named[0][:1].isupper():
            return capwords(named[0]) if named[0].isupper() else named[0]
    return None


def body_named(line: str) -> str | None:
    """The body that a line is the name of, with or without its council and a date: `CABINET`, `Corporate Parenting
    Board - Tuesday 14th September, 2021`."""
    if len(line) > _LONGEST:
        return None
    text = as_name(line.strip())
    found = _ALONE.fullmatch(_undated(text)) or _BEFORE_TITLE.match(text)
    return _own_name(found["body"]) if found and not _PAPER.search(found["body"]) else None


def body_addressed(line: str) -> str | None:
    """The body that a line says has met or is addressed: `A meeting of the Cabinet was held`, `Briefing paper for the
    Corporate Parenting Board`."""
    found = _INTRODUCED.search(as_name(line)) if len(line) <= _LONGEST else None
    return _own_name(found["body"]) if found else None


def body_stated(value: str) -> str | None:
    """The body in a field of a cover, with or without a date: `County Council - 9th January 2025`."""
    found = _FIELD.fullmatch(_undated(as_name(value.strip()))) if len(value) <= _LONGEST else None
    return _own_name(found["body"]) if found and not _PAPER.search(found["body"]) else None


def body_to(line: str) -> str | None:
    """The body that a line of a cover without labels is to: `To Cabinet - 30 January 2025`."""
    to = _TO.match(line)
    return body_stated(line[to.end() :]) if to and _undated(line) != line else None


def is_name(line: str) -> bool:
    """Whether a line is nothing but the name of a council or a body."""
    text = as_name(line.strip())
    return body_named(line) is not None or _COUNCIL.fullmatch(text) is not None


def _undated(text: str) -> str:
    return _DATED.sub("", text).rstrip(" :,-–")


def _own_name(body: str) -> str:
    """The body's name without its council's before it."""
    council = _COUNCIL.match(body)
    rest = body[council.end() :].strip() if council else ""
    return rest if re.search(rf"{_KIND}$", rest) else body
