"""What a part says of itself under labels: `Report to: Cabinet`, `Date: 10 October 2023`, in lines or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from boardmine.document import Block, BlockKind, Table


class Label(StrEnum):
    """What a labelled line tells."""

    TITLE = "title"
    DATE = "date"
    BODY = "body"
    AUTHOR = "author"
    CONTACT = "contact"
    ITEM = "item"
    OTHER = "other"


_PEOPLE = r"(?:officers?|member|director|manager)"
_LABELS = {
    Label.TITLE: r"report\s+title|title\s+of\s+(?:the\s+)?report|title|subject(?:\s+of\s+(?:the\s+)?report)?",
    Label.DATE: (
        r"report\s+date|date\s+of\s+(?:the\s+)?(?:meeting|report|publication|committee)|meeting\s+date|"
        r"report\s+published|publication\s+date|date\s+published|published(?:\s+on)?|date"
    ),
    Label.BODY: r"report\s+to|submitted\s+to|meeting|committee|board|decision\s+maker|to",
    Label.AUTHOR: r"report\s+of|(?:report\s+)?author(?:s|\(s\))?|report\s+by|prepared\s+by|presented\s+by|from|by",
    Label.CONTACT: rf"(?:contact|lead|reporting|responsible)\s+{_PEOPLE}",
    Label.ITEM: r"agenda\s+item(?:\s+(?:no\.?|number))?",
    Label.OTHER: (
        r"time|venue|place|classification|status|wards?(?:\s+affected)?|electoral\s+divisions?|purpose|contact|"
        r"tel(?:ephone)?|e-?mail|portfolio|(?:cabinet|executive)\s+member|key\s+decision|reference|version"
    ),
}
_ANY = "|".join(f"(?P<{label.value}>{words})" for label, words in _LABELS.items())
_FIRST = re.compile(rf"^\W*(?:{_ANY})\s*(?::|\s[–-](?=\s)|[–-]\s)\s*", re.I)
_LATER = re.compile(rf"(?<=\s)(?:{_ANY})\s*:\s*", re.I)
_CELL = re.compile(rf"^\W*(?:{_ANY})\s*(?::.*)?$", re.I | re.DOTALL)

_OTHER_DATES = r"inspection|visit|start|review|end|due|closing|completion|target|birth|previous"
_IN_PROSE = r"the|a|an|our|this|that|each|to|of|by|with"
_NO_LABEL = re.compile(rf"\b(?:{_OTHER_DATES}|{_IN_PROSE})\s*$", re.I)
"""What stands before words that are no label: `Inspection date:` is of something else, `told the Board:` is prose."""

_COVER_ROWS = 12
_LONGEST_LINE = 400
_LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands behind it; `block` is the index of the block that says it."""

    label: Label
    value: str
    block: int


def facts_of(blocks: Sequence[Block]) -> list[Fact]:
    """The facts that blocks state, in order. A label at the end of its block has its value in the next one."""
    found: list[Fact] = []
    for i, block in enumerate(blocks):
        if block.table is not None:
            found += (Fact(label, value, i) for label, value in _of_table(block.table))
            continue
        if block.kind in (BlockKind.LIST_ITEM, BlockKind.FURNITURE):
            continue
        if found and not found[-1].value and found[-1].block == i - 1 and not _FIRST.match(block.text):
            found[-1] = Fact(found[-1].label, _value(block.text.split("\n")[0]), i - 1)
        for line in block.text.split("\n"):
            found += (Fact(label, value, i) for label, value in split_facts(line)[1])
    return found


def split_facts(line: str) -> tuple[str, list[tuple[Label, str]]]:
    """A line's text before its first label, and the labels in it with their values."""
    if len(line) > _LONGEST_LINE:
        return line, []
    first = _FIRST.match(line)
    later = [
        match
        for match in _LATER.finditer(line, first.end() if first else 1)
        if _label(match)[1][:1].isupper() and not _NO_LABEL.search(line[: match.start()])
    ]
    starts = [first, *later] if first else later
    if not starts:
        return line, []
    ends = [match.start() for match in starts[1:]] + [len(line)]
    facts = [(_label(match)[0], _value(line[match.end() : end])) for match, end in zip(starts, ends, strict=True)]
    return line[: starts[0].start()].strip(), facts


def _of_table(table: Table) -> Iterator[tuple[Label, str]]:
    """The facts of a cover table: a label in one cell, its value in the next one that is not empty."""
    for row in table.texts()[:_COVER_ROWS]:
        for cell, following in pairwise([*filter(None, row), ""]):
            label = _CELL.match(cell) if len(cell) < _LONGEST_VALUE else None
            own = split_facts(cell)[1]
            if own and own[0][1]:
                yield from own
            elif label and following and len(following) < _LONGEST_LINE:
                yield _label(label)[0], _value(following)


def _label(match: re.Match[str]) -> tuple[Label, str]:
    return next((label, match[label.value]) for label in Label if match[label.value] is not None)


def _value(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_VALUE].strip(" |;")
