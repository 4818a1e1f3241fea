"""Sections that are read past: the story of one child, and lists of literature. No number in them is a value."""

from __future__ import annotations

import re

_STORY = re.compile(r"\bcase\s+stud(?:y|ies)\b|\b(?:his|her|their|[A-Z][a-z]+['’]s)\s+story\b", re.I)
_LITERATURE = re.compile(r"^\W*(?:references|bibliography|endnotes|further\s+reading|sources)\W*$", re.I)


def tells_story(heading: str) -> bool:
    """Whether the story of a single child stands under a heading: `Case study 1`."""
    return _STORY.search(heading) is not None


def lists_literature(heading: str) -> bool:
    """Whether what was drawn upon is listed under a heading: `References`."""
    return _LITERATURE.search(heading) is not None
