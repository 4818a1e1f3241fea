"""What is read past: the story of one child, lists of literature, tables of contents. No number in them is a value."""

from __future__ import annotations

import re

_STORY = re.compile(r"\bcase\s+stud(?:y|ies)\b|\b(?:his|her|their|[A-Z][a-z]+['’]s)\s+story\b", re.I)
_LITERATURE = re.compile(r"^\W*(?:references|bibliography|endnotes|further\s+reading|sources)\W*$", re.I)
_CONTENTS = re.compile(r"^\W*(?:table\s+of\s+|list\s+of\s+)?contents(?:\s+page)?\W*$", re.I)
_ENTRY = re.compile(r"\W*(?:(?P<number>\d{1,2})(?:\.\d+)*[.)]?\s+)?[^\W\d][^%£:]{2,110}?[\s.…]\s*(?P<page>\d{1,3})\s*")
"""`3.1 Care leavers 12`: a section, with or without its number, and its page."""
_BROKEN_OFF = re.compile(r"\W*[^\W\d][^\d%£:.]{20,110}")
"""An entry without its page, which stands on the next line with the rest of it."""
_FEWEST = 3


_ATTENDANCE = re.compile(
    r"^\W*(?:(?:also\s+)?present|in\s+attendance|attendees|apologies(?:\s+for\s+absence)?(?:\s+from)?|attended\s+by)\b[^.]{0,60}?:",
    re.I,
)


def lists_those_present(text: str) -> bool:
    """Whether a block names those who were at a meeting: `Present: Councillor A, two foster carers`."""
    return _ATTENDANCE.match(text) is not None


def tells_story(heading: str) -> bool:
    """Whether the story of a single child stands under a heading: `Case study 1`."""
    return _STORY.search(heading) is not None


def lists_literature(heading: str) -> bool:
    """Whether what was drawn upon is listed under a heading: `References`."""
    return _LITERATURE.search(heading) is not None


def opens_contents(text: str) -> bool:
    """Whether a line is the title of a table of contents."""
    return _CONTENTS.match(text) is not None


def continues_contents(text: str) -> bool:
    """Whether all lines of a block may be entries of a table of contents."""
    return all(_ENTRY.fullmatch(line) for line in text.splitlines() if line.strip())


def breaks_off(text: str) -> bool:
    """Whether a block may be the first line of an entry that goes on in the next one."""
    return _BROKEN_OFF.fullmatch(text) is not None


def goes_on(text: str) -> bool:
    """Whether a block may be the rest of an entry, with its page: `permanence 18`."""
    return text[:1].islower() and continues_contents(text)


def is_contents(text: str) -> bool:
    """Whether a block is a table of contents by itself: numbered sections in their order, each with its page."""
    lines = [line for line in text.splitlines() if line.strip() and not opens_contents(line)]
    entries = [m for m in map(_ENTRY.fullmatch, lines) if m]
    if len(entries) < _FEWEST or len(entries) < len(lines):
        return False
    pages = [int(m["page"]) for m in entries]
    numbers = [int(m["number"]) for m in entries if m["number"]]
    return len(numbers) == len(entries) and pages == sorted(pages) and numbers == sorted(numbers) and numbers[0] == 1
