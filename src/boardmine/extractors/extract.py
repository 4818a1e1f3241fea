"""Walks a part's blocks in order, knows what governs each, collects their claims and makes observations of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile, zip_longest

from boardmine.catalogue.model import Catalogue
from boardmine.document import Block, BlockKind, Document, Part, Passage
from boardmine.extractors.asides import (
    breaks_off,
    continues_contents,
    goes_on,
    is_contents,
    lists_literature,
    lists_those_present,
    opens_contents,
    tells_story,
)
from boardmine.extractors.cards import is_card_line, with_cards
from boardmine.extractors.claims import Claim, Governor, Scope
from boardmine.extractors.numbering import without_numbering
from boardmine.extractors.observe import Observer
from boardmine.extractors.prose import claims_of
from boardmine.extractors.prose.questions import answer_of, asks, claims_of_answer
from boardmine.extractors.support import topics_of
from boardmine.extractors.tables import Shape, claims_of_table, continued, sections, shape_of
from boardmine.language.annotate import Annotated, Annotator
from boardmine.records import Observation

_INTRO = re.compile(
    r"(?::[-–—]?|[;…]|\.\.\.|\b(?:include[sd]?|following|follows|were|are|that|is|this includes)\W*)\s*$", re.I
)
_ENTRY = re.compile(r"[\w’'(),/& -]{2,40}?\s*[:=–-]\s*[<>~]?\s*\d[\d,.]*\s*(?:%|per\s+cent)?\W*")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_OF_THESE = re.compile(r"^\W*of\s+(?:these|those|this|the|which|our)\b", re.I)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The observations of a document and the passages that were read, for the ledger."""

    observations: tuple[Observation, ...]
    readings: tuple[tuple[Passage, Annotated], ...]


@dataclass(slots=True)
class _Level:
    """A heading or intro that is in force, with its depth."""

    depth: int
    governor: Governor
    marker: str = ""


class _Walk:
    """The state of a walk through one part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.headings: list[_Level] = []
        self.title: Governor | None = None
        self.intros: list[_Level] = []
        self.recent: list[Claim] = []
        self.above: Governor | None = None
        self.table: Shape | None = None
        self.intro_is_above = False
        self.contents = False
        self.broken_off = False
        self.asked = ""
        """The question that stands right before a block."""

    def in_contents(self, block: Block) -> bool:
        """Whether a block is of the table of contents: the line that opens it, those after it that end in a page, be it
        on their second line."""
        if opens_contents(block.text):
            self.contents = True
            return True
        is_rest, self.broken_off = self.broken_off, False
        if self.contents and block.table is None:
            self.broken_off = not is_rest and breaks_off(block.text)
            self.contents = self.broken_off or (goes_on if is_rest else continues_contents)(block.text)
        return self.contents or (block.table is None and is_contents(block.text))

    def in_story(self) -> bool:
        """Whether a single child's story is being told, or literature listed."""
        over = [level.governor.passage.text for level in self.headings]
        return any(tells_story(text) or lists_literature(text) for text in over)

    def section(self) -> str | None:
        return " > ".join(level.governor.passage.text for level in self.headings) or None

    def governors(self, item: bool) -> tuple[Governor, ...]:
        nearest = [level.governor for level in reversed(self.intros)] if item else []
        title = (self.title,) if self.title else ()
        return (*nearest, *(level.governor for level in reversed(self.headings)), *title)


def extract(document: Document, parts: tuple[Part, ...], annotator: Annotator, catalogue: Catalogue) -> Extraction:
    """All observations of a document, in reading order."""
    readings: list[tuple[Passage, Annotated]] = []
    observations: list[Observation] = []
    for index, part in enumerate(parts):
        observer = Observer(document, part, index, catalogue)
        for claims, passage, section, in_table in _claims_of_part(document, part, annotator, catalogue, readings):
            observations += observer.observe(claims, passage, section, in_table)
    return Extraction(tuple(observations), tuple(readings))


def _claims_of_part(
    document: Document,
    part: Part,
    annotator: Annotator,
    catalogue: Catalogue,
    readings: list[tuple[Passage, Annotated]],
) -> Iterator[tuple[list[Claim], Passage, str | None, bool]]:
    walk = _Walk(part)
    home = place_of(part.council)
    blocks = with_cards([b for b in document.blocks[part.first : part.last] if b.kind is not BlockKind.FURNITURE])
    annotate = partial(annotator.annotate, home=home)
    # A stop keeps words of the body and of the title from being read as one term.
    title = annotate(". ".join(t for t in (part.body, part.title) if t))
    if not part.title:
        # The subject carries over to the whole paper, the time does not.
        title = replace(annotate(_opening(blocks)), periods=())
    walk.title = Governor(title, (), "title")
    written = [b for b in blocks if b.table is None]
    read = without_numbering([annotate(b.text) for b in written], annotate)
    texts = {id(b): annotated for b, annotated in zip(written, read, strict=True)}
    topics = topics_of([title, *texts.values()], catalogue)
    for block, following in zip_longest(blocks, blocks[1:]):
        contents = walk.in_contents(block)
        if block.table is not None:
            for table in sections(block.table):
                scope = Scope(_caption(walk), (), topics, home=home)
                walk.table = continued(shape_of(table), walk.table)
                for claims, passage in claims_of_table(table, walk.table, scope, annotator, catalogue, readings):
                    yield [] if contents else claims, passage, walk.section(), True
                walk.above = None
            walk.recent = []
            continue
        walk.table = None
        annotated = texts[id(block)]
        readings.append((block.passage, annotated))
        item = block.kind is BlockKind.LIST_ITEM or is_entry(block)
        _enter(walk, block)
        governors = walk.governors(item or bool(walk.intros))
        asked = walk.asked
        answer = answer_of(annotated) if asked else None
        recent = tuple(walk.recent)
        if asked and answer is None:
            # An answer in words goes on from its question, not from the answer before.
            governors, recent = (Governor(annotate(asked), (), "intro"), *governors), ()
        scope = Scope(governors, recent, topics, is_item=item, home=home)
        claims = []
        tells = not (contents or walk.in_story() or lists_those_present(block.text))
        if tells and answer is not None:
            claims = claims_of_answer(asked, annotated, answer, scope, catalogue, annotate)
        elif tells and (is_entry(block) or _LETTERS.search(block.text)):
            claims = claims_of(annotated, scope, catalogue, annotate)
        walk.asked = block.text if not claims and asks(block.text) else ""
        if block.kind is BlockKind.HEADING:
            claims = [c for c in claims if c.number.start > 0 or c.number.unit is not None]
        _leave(walk, block, annotated, claims, following)
        if claims:
            yield claims, block.passage, walk.section(), False


_OPENING_BLOCKS = 6
_SHORTEST_OPENING = 40
_LONGEST_OPENING = 400


def _opening(blocks: Sequence[Block]) -> str:
    """The first line that is no mere label: what a paper without a title is about."""
    lines = (line for b in blocks[:_OPENING_BLOCKS] if b.table is None for line in b.text.split("\n"))
    return next((line for line in lines if len(line) >= _SHORTEST_OPENING), "")[:_LONGEST_OPENING]


_OFFICE = re.compile(
    r"\b(?:council|authority|borough|city|county|metropolitan|district|unitary|combined|royal|london|of|the)\b", re.I
)


def place_of(council: str | None) -> str:
    """The place of a council without the words for its office: `Wexcombe Borough Council` is Wexcombe."""
    return " ".join(_OFFICE.sub(" ", council or "").split())


def marker_class(marker: str) -> str:
    """What two markers of one list share: `1.` and `2.` are alike, so are `a)` and `b)`; a bullet is itself."""
    return re.sub(r"(?:[ivx]+|[a-z])(?=[.)])", "a", re.sub(r"\d+", "1", marker.lower()))


def _caption(walk: _Walk) -> tuple[Governor, ...]:
    above = (walk.above,) if walk.above else ()
    return (*above, *walk.governors(True))


def _still_open(intros: Sequence[_Level], level: int, marker: str) -> list[_Level]:
    """The intros that an item stands under: those above it, up to the first that is an item of its own list."""
    above = takewhile(lambda intro: not (intro.depth == level and intro.marker == marker), intros)
    return [intro for intro in above if intro.depth <= level]


def _enter(walk: _Walk, block: Block) -> None:
    """What a block ends: a heading ends the sections at and below its level, a paragraph the lists."""
    if block.kind is BlockKind.HEADING:
        walk.headings = [level for level in walk.headings if level.depth < block.level]
        walk.intros = []
        walk.recent = []
    elif block.kind is BlockKind.LIST_ITEM:
        marker = marker_class(block.marker)
        walk.intros = _still_open(walk.intros, block.level, marker)
    elif not (walk.intros and (walk.intro_is_above or is_entry(block))) and not _OF_THESE.match(block.text):
        walk.intros = []
    walk.intro_is_above = False


def is_entry(block: Block) -> bool:
    """Whether a paragraph is but a label and its number, `2013 - 480`, an item of a list without bullets."""
    return (
        block.kind is BlockKind.PARAGRAPH and len(block.text) < 60 and _ENTRY.fullmatch(block.text.strip()) is not None
    )


def _is_title(block: Block) -> bool:
    """Whether a paragraph is a line of words without a stop, as stands over a list."""
    text = block.text.strip()
    return block.kind is BlockKind.PARAGRAPH and len(text) < 120 and re.search(r"[\w)]$", text) is not None


def _opens_list(block: Block, following: Block | None) -> bool:
    """Whether a block leads into what follows: it ends as an intro does, or in mid sentence before a list."""
    ends_item = block.kind is BlockKind.LIST_ITEM and block.text.rstrip().endswith(";")
    deeper = following is not None and following.kind is BlockKind.LIST_ITEM and following.level > block.level
    if _INTRO.search(block.text) and (not ends_item or deeper):
        return True
    if following is not None and (is_entry(following) or is_card_line(following)) and _is_title(block):
        return True
    listed = following is not None and following.kind is BlockKind.LIST_ITEM
    return listed and block.kind is BlockKind.PARAGRAPH and not re.search(r"[.?!]\W*$", block.text)


def _leave(walk: _Walk, block: Block, annotated: Annotated, claims: list[Claim], following: Block | None) -> None:
    """What a block brings: a heading governs what follows, an intro its list, claims the sentences after them."""
    if block.kind is BlockKind.HEADING:
        walk.headings.append(_Level(block.level, Governor(annotated, tuple(claims), "heading")))
    elif _opens_list(block, following):
        depth = block.level if block.kind is BlockKind.LIST_ITEM else -1
        if depth < 0:
            walk.intros = []
        told = [c for c in claims if not c.compared and not c.from_baseline] or claims
        tail = tuple(c for c in told if c.sentence == len(annotated.sentences) - 1) or tuple(told[-2:])
        walk.intro_is_above = True
        walk.intros.append(_Level(depth, Governor(annotated, tail, "intro"), marker_class(block.marker)))
    walk.above = Governor(annotated, tuple(claims), "caption") if len(block.text) < 200 else None
    walk.recent = (walk.recent + claims)[-60:]
