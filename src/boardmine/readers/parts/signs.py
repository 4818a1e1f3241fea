"""What a single block gives away of where a document begins in a pack."""

from __future__ import annotations

import re

from boardmine.document import Block, Page

_HOW = r"(?:intentionally|deliberately)"
_LEFT_BLANK = rf"this page (?:is |has been )?(?:{_HOW} )?(?:left )?(?:{_HOW} )?blank"
_BLANK_PAGE = re.compile(rf"\W*(?:{_LEFT_BLANK}|blank page)\W*", re.I)
_STAMP = re.compile(r"\W*agenda item(?: no\.?| number)?:? ?(?P<number>\d{1,3}[a-z]?)\W*", re.I)

_APPENDIX_NAME = r"(?:appendix|appendices|annexe?)\s+(?:\d{1,2}[a-z]?|[A-Z]{1,2}\d?)"
_APPENDIX_TITLE = r"(?:\s*[-–:.]\s*|\s+(?=[A-Z‘“\"]))\S.*?"
_BARE_APPENDIX = re.compile(rf"\W*(?i:{_APPENDIX_NAME})\W*")
_APPENDIX = re.compile(rf"\W*(?i:{_APPENDIX_NAME})(?:{_APPENDIX_TITLE})?(?<![.;,])")
_LISTED = re.compile(r"\.{3,}|\s\d{1,3}$")

_HELD = r"\bheld\b.{0,180}\b\d{4}\b"
_A_MEETING = rf"(?:a|at\s+a|the)\s+(?:\w+\s+)?meeting\s+of\b.{{3,200}}{_HELD}"
_THE_MINUTES = rf"(?:draft\s+)?minutes\s+of\s+(?:the|a)\b(?!\s+(?:previous|last)).{{0,200}}{_HELD}"
_MINUTES = re.compile(rf"\W*(?:{_A_MEETING}|{_THE_MINUTES})", re.I | re.DOTALL)
_NAMED_MINUTES = re.compile(rf"[A-Z ,&’'-]{{6,100}}\s(?i:{_THE_MINUTES})", re.DOTALL)

_PAPER = r"briefing (?:paper|note|report)|annual update presentation|update (?:report|presentation) to"
_COVER_LINE = re.compile(rf"\W*(?:{_PAPER}|report to|presentation to)\b", re.I)

_SALUTATION = re.compile(r"dear (?:mr|mrs|ms|miss|mx|dr|sir|madam|cllr|councillor|colleagues?|all)\b", re.I)
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
_STREET = r"\b(?:Street|Road|House|Square|Gate|Lane|Avenue|PO Box|Floor|Hall|Centre)\b"
_LINE = r"\S@\S|\bwww\.|\b(?:T|Tel|Telephone|Textphone|Phone|Fax)\b[:.]? ?\+?[(\d]"
_CONTACT = re.compile(rf"{_POSTCODE}|{_STREET}|{_LINE}")

_LONGEST_TITLE = 160
_LONGEST_COVER = 200

_SLIDES = ((1.30, 1.36), (1.58, 1.62), (1.74, 1.81))
"""Width to height of slides: 4:3, 16:10, 16:9. A4 on its side is 1.41."""


def is_blank_page(block: Block) -> bool:
    """Whether a block is all that a page left blank says."""
    return len(block.text) < _LONGEST_TITLE and _BLANK_PAGE.fullmatch(block.text) is not None


def stamped_item(text: str) -> str | None:
    """The number that the stamp of an agenda item bears: `Agenda Item 7`."""
    found = _STAMP.fullmatch(text) if len(text) < _LONGEST_TITLE else None
    return found["number"] if found else None


def is_appendix(text: str) -> bool:
    """Whether a line is the head of an appendix, `Appendix 2 - Proposed changes`, and not its line in a list."""
    return (
        len(text) < _LONGEST_TITLE
        and _APPENDIX.fullmatch(text) is not None
        and not (_LISTED.search(text) and not _BARE_APPENDIX.fullmatch(text))
    )


def is_bare_appendix(text: str) -> bool:
    """Whether a line names an appendix and says no more."""
    return len(text) < _LONGEST_TITLE and _BARE_APPENDIX.fullmatch(text) is not None


def is_minutes_opening(text: str) -> bool:
    """Whether a block opens minutes: `A meeting of the ... was held on ...`, `Minutes of the meeting of ...`."""
    return _MINUTES.match(text) is not None or _NAMED_MINUTES.match(text) is not None


def is_cover_line(text: str) -> bool:
    """Whether a line says that a paper begins and whom it is for: `Briefing paper for the Board`."""
    return len(text) < _LONGEST_COVER and _COVER_LINE.match(text) is not None


def is_salutation(text: str) -> bool:
    """Whether a line begins a letter: `Dear Ms Rowe`."""
    return len(text) < _LONGEST_TITLE and _SALUTATION.match(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line is part of an address: a street, a postcode, a telephone number, an e-mail address."""
    return _CONTACT.search(text) is not None


def is_slide(page: Page) -> bool:
    """Whether a page has the shape of a slide."""
    return page.height > 0 and any(low < page.width / page.height < high for low, high in _SLIDES)
