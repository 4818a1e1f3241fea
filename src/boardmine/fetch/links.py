"""What a link leads to, by its text: a pack, minutes, the paper of an item, or what is not for everybody."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from boardmine.fetch.model import Kind

READ = (".pdf", ".docx", ".htm", ".html", ".txt", ".md")
"""Endings of files that boardmine can read."""

_SIZE = re.compile(
    r"\s*\(?\b(?:PDF|DOCX?|HTML?|XLSX?|PPTX?|RTF|TXT)?\s*,?\s*[\d.,]+\s*(?:bytes|[KMG]B)\)?\s*\Z", re.IGNORECASE
)
_OF_MEETING = re.compile(r"/documents/[gb]\d+/", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"/documents/b\d+/", re.IGNORECASE)
_OF_ITEM = re.compile(r"/documents/s\d+/", re.IGNORECASE)

_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_NO_MINUTES = re.compile(r"\bminutes (?:silence|of (?:the )?(?:previous|last|earlier))\b|\bdecisions?\b", re.IGNORECASE)
_PACK = re.compile(
    r"\bpacks?\b|\bsupplement|\badden|\b(?:late|additional|further) (?:papers?|documents?|reports?|items?)\b"
    r"|\bto follow\b|\bupdate sheet\b|\bagenda\b",
    re.IGNORECASE,
)
_FRONT = re.compile(r"\bfront\s?sheet\b|\bagenda\s*(?:\(|only|\Z)", re.IGNORECASE)

_THING = (
    r"(?:reports?|papers?|items?|minutes?|agenda|packs?|supplement|appendi\w+|annex\w*|enc\w*|documents?|part"
    r"|information)"
)
_CLOSED = r"(?:strictly )?(?:exempt|confidential|restricted)"
_RESTRICTED = re.compile(
    # Exempt appendix, private reports pack.
    rf"\b(?:exempt|confidential|restricted|private)\s+(?:(?:supplementary|additional|covering)\s+)?{_THING}\b"
    # Appendix 2 - exempt.
    rf"|\b{_THING}(?:\s+\w{{1,3}})?\s*[-–:]\s*{_CLOSED}(?=\W*(?:\Z|{_THING}\b))"
    # (Exempt), (part 2, confidential report).
    rf"|[(\[]\s*(?:part \w+\W+)?(?:{_CLOSED}|private)(?:\s+(?:{_THING}|under|by|para)\b[^)\]]*)?\s*[)\]]"
    # Exempt: contract award; contract award - exempt.
    rf"|\A\W*{_CLOSED}\W*(?:\s[-–]|:|\Z)|[-–:]\s*{_CLOSED}\W*\Z"
    r"|\bnot for publication\b|\bofficial[ -]+sensitive\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not|non|no longer)[ -](?:exempt|confidential|restricted)\b|\bpublic version\b|\bredacted\b", re.I
)
_CALLED = re.compile(r"\A\s*(?:view|link to)\s+", re.IGNORECASE)


def title_of(text: str) -> str:
    """The text of a link without the size of the file that stands behind it."""
    return _CALLED.sub("", _SIZE.sub("", " ".join(text.split()))).strip()


def is_restricted(title: str) -> bool:
    """Whether a title says that the thing is not for everybody. A private fostering report is, an exempt report is
    not."""
    return _RESTRICTED.search(title) is not None and _OPEN.search(title) is None


def is_front_sheet(title: str) -> bool:
    """Whether a title is that of an agenda alone, which the pack begins with."""
    return _FRONT.search(title) is not None and not re.search(r"\bpack\b", title, re.IGNORECASE)


def kind_of(title: str, address: str, *, of_item: bool = False) -> Kind | None:
    """What a link is, None for what is none of a meeting's papers. `of_item`: it stands with an item of the agenda.

    The text decides; the number behind `T=` in the address does not, as councils use it each in their way.
    """
    path = unquote(urlsplit(address).path)
    if of_item or _OF_ITEM.search(path):
        return Kind.ITEMS
    if _MINUTES.search(title) and not _NO_MINUTES.search(title):
        return Kind.MINUTES
    if re.search(r"\bdecisions?\b", title, re.IGNORECASE):
        return None
    packed = _SUPPLEMENT.search(path) or _PACK.search(title) or _PACK.search(PurePosixPath(path).stem)
    return Kind.PACKS if packed else None


def is_document(address: str) -> bool:
    """Whether an address is that of a file of a meeting."""
    path = unquote(urlsplit(address).path)
    return bool(_OF_MEETING.search(path) or _OF_ITEM.search(path))


def is_read(address: str) -> bool:
    """Whether boardmine can read what is at an address, by its ending; without one, the content will say."""
    ending = PurePosixPath(unquote(urlsplit(address).path)).suffix.lower()
    return not ending or ending in READ or not re.fullmatch(r"\.[a-z]{2,5}", ending)
