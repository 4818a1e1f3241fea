"""Which line of a part's opening is its title: not the council's name, not the date, not a person, not a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.document import Block, BlockKind, PartKind
from boardmine.readers.parts.dates import lone_date
from boardmine.readers.parts.facts import Fact, Label
from boardmine.readers.parts.names import body_named, is_name
from boardmine.readers.parts.signs import is_bare_appendix, is_contact, is_cover_line, is_salutation, stamped_item

_OPENING_LINES = 8
_LONGEST = 160
_LONGEST_RECORD = 120
_MOST_WORDS = 22
_MOST_NUMBERS = 1

_PAPERS = "report|review|update|plan|strategy|briefing|scorecard|presentation|paper|minutes|agenda|inspection"
_PAPER = re.compile(rf"\b(?:{_PAPERS})\b", re.I)
_RECORD = re.compile(r"\b(?:agenda|minutes)\b", re.I)

_FRAMES = "public document pack|public reports? pack|(?:table of )?contents|agenda|minutes|for information|unrestricted"
_SECTIONS = (
    "introduction|(?:executive )?summary|purpose(?: of (?:the )?report)?|background|recommendations?|subject|and"
)
_NO_TITLE = re.compile(rf"\W*(?:{_FRAMES}|{_SECTIONS})\W*|.*\bskip to (?:main )?content.*", re.I)

_PERSON = re.compile(r"\W*(?:councillor|cllr|mr|mrs|ms|miss|dr|by)\b", re.I)
_RANK = r"(?:executive|cabinet|lead|deputy|interim|corporate|assistant|strategic|chief)"
_POST = re.compile(rf"\W*(?:{_RANK} )*(?:member|director|head|chief|manager|leader|officer)\b", re.I)
_SENTENCE_END = re.compile(r"[.:;,][)\"'”’]*$")

_NUMBER = re.compile(r"(?<![\w/–-])\d[\d,]*(?P<exact>\.\d|%)?")
_YEARS = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?"
_DAYS = r"\b\d{1,2}(?:st|nd|rd|th)?(?= (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_PERIODS = re.compile(rf"{_YEARS}|{_DAYS}", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part's opening: its text without labelled facts, the block that it is of and that block's place
    among the opening blocks."""

    text: str
    block: Block
    place: int

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list: an entry of an agenda, a paragraph of a report."""
        return self.block.kind is BlockKind.LIST_ITEM

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return self.block.table is not None


def title_of(kind: PartKind, lines: Sequence[Line], facts: Sequence[Fact]) -> str | None:
    """The title of a part that opens with these lines, or None where nothing is one."""
    opening = [line for line in lines if not line.is_item and (not line.is_cell or _is_title_row(line))]
    letter = next((k for k, line in enumerate(opening) if is_salutation(line.text)), -1)
    opening = opening[letter + 1 :][:_OPENING_LINES]
    if kind in (PartKind.AGENDA, PartKind.MINUTES):
        return _of_meeting(opening)
    stated = [fact.value for fact in facts if fact.label is Label.TITLE and fact.block < _OPENING_LINES]
    if stated and len(stated[0]) > 3:
        return stated[0]
    titles = [line.text for line in opening if _is_title(line)]
    covers = [text for text in titles if is_cover_line(text)] if kind is PartKind.SLIDES else []
    return next(iter([*covers, *titles]), None)


def _of_meeting(opening: Sequence[Line]) -> str | None:
    """The name of the body that met, else the line that says what it is of, else the first heading."""
    fitting = [line for line in opening if len(line.text) <= _LONGEST]
    named = (line.text for line in fitting if body_named(line.text))
    spoken = (t for line in fitting if len(t := line.text) <= _LONGEST_RECORD and _RECORD.search(t) and " " in t)
    heads = (line.text for line in fitting if line.block.kind is BlockKind.HEADING and _is_title(line))
    return next(named, None) or next(spoken, None) or next(heads, None)


def _is_title(line: Line) -> bool:
    text = line.text
    words = text.split()
    if not 3 < len(text) <= _LONGEST or len(words) > _MOST_WORDS or not text[:1].isalnum() or text[:1].islower():
        return False
    if len(words) == 1 and not _PAPER.search(text):
        return False
    if _NO_TITLE.fullmatch(text) or _SENTENCE_END.search(text) or lone_date(text) or is_name(text):
        return False
    if stamped_item(text) or is_bare_appendix(text) or is_contact(text):
        return False
    if (_PERSON.match(text) or _POST.match(text)) and not _PAPER.search(text):
        return False
    numbers = list(_NUMBER.finditer(_PERIODS.sub(" ", text)))
    return len(numbers) <= _MOST_NUMBERS and not any(number["exact"] for number in numbers)


def _is_title_row(line: Line) -> bool:
    """Whether a cell is a title over its table: the table opens the part, and nothing else is in its first row."""
    table = line.block.table
    return line.place == 0 and table is not None and [t for t in table.texts()[0] if t] == [line.text]
