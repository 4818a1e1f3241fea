"""Whether a paper's own first pages say that it is exempt or not for publication.

An agenda that is open to everybody speaks of exempt items too: it asks to exclude the public from them. So words count
only where they mark the paper itself: at the head or foot of a page as a line of their own, as a field that is answered
with yes, or in a sentence about this report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

PAGES = 3
"""Pages that are looked at."""

_LONGEST = 300
_HEAD, _FOOT = 12, 3
"""Lines at the head and foot of a page in which a marking may stand."""

_AGENDA_HEAD = 3
"""The same at the head of an agenda, whose lines below speak of other papers."""

_AGENDA = re.compile(r"\bagenda\b|\bexclu(?:sion of|de) (?:the )?(?:press|public)\b", re.IGNORECASE)

_THING = r"(?:reports?|papers?|items?|minutes?|agenda|appendix|appendices|annex|document|information)"
_WHICH = r"(?:\s+[a-z0-9]{1,2})?"
_LAW = (
    r"(?:\s*[-–:,(]*\s*(?:(?:exempt|confidential)\s+)?(?:by virtue of|under|as defined in|pursuant to"
    r"|in accordance with|paragraphs?|schedule|local government act|information)\b.*)"
)

_LINES = (
    # NOT FOR PUBLICATION; Exempt appendix 2: not for publication by virtue of paragraph 3 of Schedule 12A.
    re.compile(
        rf"(?:strictly\s+)?(?:(?:exempt|confidential|private|restricted|and|{_THING}{_WHICH}|is|are|[-–:/(,&])\s*)*"
        rf"not for (?:public release|publication)(?:{_LAW}|\W*(?:exempt|confidential)?\W*)",
        re.IGNORECASE,
    ),
    # EXEMPT; STRICTLY CONFIDENTIAL; Exempt report; Confidential appendix B under paragraph 1.
    re.compile(
        rf"(?:strictly\s+|private (?:and|&)\s+)?(?:exempt|confidential|restricted)"
        rf"(?:\s+{_THING}{_WHICH})?(?:{_LAW})?\W*",
        re.IGNORECASE,
    ),
    re.compile(rf"part (?:2|ii|b)\W+(?:exempt|confidential|private)(?:\s+{_THING}{_WHICH})?\W*", re.IGNORECASE),
)
_LISTED = re.compile(r"\b(?:items|information|reports|papers|minutes|appendices)\W*\Z", re.IGNORECASE)
"""A heading over several things, as an agenda has it over those that are heard without the public."""
_DENIED = re.compile(
    r"\b(?:no|none|nil|n/?a|not applicable)\W*\Z|\bappendi\w+\s+(?:\w{1,3}\s+)?(?:is|are)\b", re.IGNORECASE
)
"""What says that a paper is open, or that only another one is not."""

_FIELDS = re.compile(
    r"^(?:is (?:this|the) (?:report|paper|item) |contains? )?(?:exempt|confidential|not for publication|restricted)\b"
    r"[^:?]{0,60}[:?]\s*yes\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    rf"\bthis (?:{_THING}) (?:is|contains|includes) (?:strictly )?"
    r"(?:exempt|confidential|restricted information|not for publication|not to be published|not to be made public)\b"
    r"|\bpress and (?:the )?public (?:are|have been) excluded (?:from the meeting )?during (?:discussion of )?this\b",
    re.IGNORECASE,
)


def marking(pages: Sequence[Sequence[str]]) -> str:
    """The words by which a paper says that it is not for everybody; empty where it does not. `pages` are the lines of
    its first pages."""
    looked = [[line for line in (" ".join(line.split()) for line in lines) if line] for lines in pages[:PAGES]]
    head = _AGENDA_HEAD if _AGENDA.search(" ".join(line for lines in looked for line in lines)) else _HEAD
    for lines in looked:
        for line in lines[:head] + lines[max(head, len(lines) - _FOOT) :]:
            if _marks(line):
                return line[:120]
        for line in lines:
            if _FIELDS.search(line):
                return line[:120]
        found = _SENTENCES.search(" ".join(lines))
        if found:
            return found[0][:120]
    return ""


def _marks(line: str) -> bool:
    said = line[:_LONGEST].strip(" *_[]()–-")
    marked = any(pattern.fullmatch(said) for pattern in _LINES)
    return marked and not _LISTED.search(said) and not _DENIED.search(said)
