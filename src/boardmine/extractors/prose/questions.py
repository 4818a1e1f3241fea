"""Questions and their answers, as requests for information and members' questions have them: `How many children were
in care on 31 March?` and in the next paragraph `Answer: 412`. What is asked is read as if it were told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from boardmine.catalogue.model import Catalogue
from boardmine.extractors.claims import Claim, Scope
from boardmine.extractors.prose.claim import claims_of
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Number
from boardmine.language.wording import ABOUT, one_of

_ORDINAL = r"\W*(?:[^?.;]{0,40}:\s*)?(?:q(?:uestion)?\s*\d{1,2}\W+)?(?:(?:\d{1,2}|[a-z])[.)]+\s*)?"
_HOW_MANY = re.compile(r"\bhow\s+many\b", re.I)
_ASKS_FOR = one_of("please (?:provide|state|confirm|tell us), what (?:is|was|were|are), what")
_WHAT_IS_ASKED = one_of(
    "number of, total number of, average, percentage of, proportion of, rate of, average number of, how many"
)
_LABEL = re.compile(
    rf"(?:{_ORDINAL})(?P<asks>{_ASKS_FOR}\s+)?(?P<label>(?:the\s+)?{_WHAT_IS_ASKED}\b[^?.]*)[?:]?(?(asks)\.?)\s*", re.I
)
_ANSWER = one_of("answer, response, reply, our response, a")
_LEAD = re.compile(rf"\W*(?:{_ANSWER}\s*\d*\s*[:.–-]\s*)?(?:{ABOUT}\s+)?", re.I)
_REST = re.compile(r"\s*(?:\([^()]{1,12}\))?\s*(?:$|[.,;](?!\d).*)", re.S)
_LONGEST = 300


def asks(text: str) -> bool:
    """Whether a paragraph asks for one number."""
    if len(text) > _LONGEST or len(_HOW_MANY.findall(text)) > 1:
        return False
    asked = text.rstrip().endswith("?") and _HOW_MANY.search(text) is not None
    return asked or _LABEL.fullmatch(text) is not None


def answer_of(passage: Annotated) -> Number | None:
    """The number that a paragraph answers with, and nothing before it."""
    first = passage.numbers[0] if passage.numbers else None
    if first is None or _LEAD.fullmatch(passage.text[: first.start]) is None:
        return None
    return first if _REST.fullmatch(passage.text[first.end :]) else None


def claims_of_answer(
    question: str,
    passage: Annotated,
    answer: Number,
    scope: Scope,
    catalogue: Catalogue,
    annotate: Callable[[str], Annotated],
) -> list[Claim]:
    """What an answer says of the thing asked for: one claim, of the number in the answer, or none."""
    said = passage.text[answer.start : answer.end]
    number = f"{answer.value:g}" if answer.in_words and answer.unit is None else said
    how_many = _HOW_MANY.search(question)
    label = _LABEL.fullmatch(question)
    if how_many is not None:
        opening = re.match(_ORDINAL, question, re.I)
        lead = question[opening.end() if opening else 0 : how_many.start()]
        rest = question[how_many.end() :].rstrip("? ")
        at, text = len(lead), f"{lead}{number}{rest}."
    elif label is not None:
        at, text = len(label["label"]) + 2, f"{label['label']}: {number}."
    else:
        return []
    told = claims_of(annotate(text), scope, catalogue, annotate)
    own = [c for c in told if c.number.start == at]
    whole = (0, len(passage.text))
    return [replace(c, number=replace(c.number, start=answer.start, end=answer.end), quote=whole) for c in own[:1]]
