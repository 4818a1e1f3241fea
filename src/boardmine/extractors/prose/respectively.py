"""Sentences that tell several things at once, told apart: `A and B were 12 and 30 respectively` says `A was 12` and
`B was 30`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from boardmine.extractors.prose.clauses import Clause, Range, composed
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Mention, Number

_RESPECTIVELY = re.compile(r"\s*[,(]?\s*\brespectively\b\s*\)?(?:\s*,(?=\s*\d))?", re.I)
_NEXT_NUMBER = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:(?!and\b)[a-z][\w’'-]*\s+){0,2}(?:,\s*and|,|and|&)\s+(?:a\s+total\s+of\s+)?", re.I
)
"""Between two numbers of a list: a share in brackets, what is counted, a comma or `and`."""
_PARTING = re.compile(r"\s*(?:,\s*and\b|,|\band\b|&|\bor\b)\s*(?:\b(?:the|our)\b\s*)?", re.I)
_MOST_WORDS = 6
"""In a label of a list."""


def told_apart(sentence: Sentence) -> Iterator[tuple[Clause, ...]]:
    """The ways in which a sentence with `respectively` can be told apart, likeliest first; none for any other."""
    word = _RESPECTIVELY.search(sentence.text, sentence.start, sentence.end)
    run = _numbers_of(sentence, word.start()) if word else ()
    if word is None or len(run) < 2:
        return
    slices = _slices(sentence, run)
    before = (_clause_start(sentence, slices[0][0]), slices[0][0])
    behind = (slices[-1][1], _clause_end(sentence, slices[-1][1]))
    for strict in (True, False):
        for region, first in ((before, False), (behind, True)):
            for labels in _labels(sentence, region, len(run), first, strict):
                for tail in (False, True):
                    yield _clauses(sentence, word.span(), labels, slices, run, tail)


def _numbers_of(sentence: Sentence, at: int) -> Sequence[Number]:
    """The list of numbers nearest to the word, without those in brackets."""
    heads = [n for n in sentence.numbers if not _is_enclosed(sentence, n.start)]
    runs: list[list[Number]] = [[n] for n in heads[:1]]
    for before, number in pairwise(heads):
        if _NEXT_NUMBER.fullmatch(sentence.between(before.end, number.start)):
            runs[-1].append(number)
        else:
            runs.append([number])
    lists = [run for run in runs if len(run) > 1]
    return min(lists, key=lambda run: min(abs(run[0].start - at), abs(run[-1].end - at)), default=())


def _is_enclosed(sentence: Sentence, at: int) -> bool:
    lead = sentence.between(sentence.start, at)
    return lead.count("(") > lead.count(")")


def _slices(sentence: Sentence, run: Sequence[Number]) -> list[Range]:
    """Each number with what stands in brackets behind it and what it counts, up to the comma."""
    slices = []
    for number, following in pairwise(run):
        between = sentence.between(number.end, following.start)
        parting = list(_PARTING.finditer(re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), between)))
        slices.append((number.start, number.end + parting[-1].start()))
    bracket = re.match(r"\s*\([^()]*\)", sentence.between(run[-1].end, sentence.end))
    return [*slices, (run[-1].start, run[-1].end + (bracket.end() if bracket else 0))]


def _clause_start(sentence: Sentence, at: int) -> int:
    return max(sentence.start, sentence.text.rfind(";", sentence.start, at) + 1)


def _clause_end(sentence: Sentence, at: int) -> int:
    stop = sentence.text.find(";", at, sentence.end)
    return stop if stop >= 0 else sentence.end


def _labels(sentence: Sentence, region: Range, count: int, first: bool, strict: bool) -> Iterator[list[Range]]:
    """The lists of so many labels in a region: from its start on, or from its end back. `strict`: none parts words
    that belong together."""
    known = _known(sentence)
    parts = list(_PARTING.finditer(sentence.text, *region))
    if strict:
        parts = [p for p in parts if not any(m.start < p.start() and p.end() < m.end for m in known)]
    windows = [parts[i : i + count - 1] for i in range(len(parts) - count + 2)]
    for window in windows if first else reversed(windows):
        if not window[-1][0].strip(" ,").lower().startswith(("and", "&", "or")):
            continue
        start = _start_of(sentence, known, region[0], window[0].start())
        end = _end_of(sentence, known, window[-1].end(), region[1])
        if start is None or end is None:
            continue
        labels = [(a.end(), b.start()) for a, b in pairwise(window)]
        labels = [(start, window[0].start()), *labels, (window[-1].end(), end)]
        if all(a < b and sentence.words_between(a, b) <= _MOST_WORDS for a, b in labels):
            yield labels


def _known(sentence: Sentence) -> list[Mention]:
    mentions: list[Mention] = [*sentence.terms, *sentence.members, *sentence.areas, *sentence.periods]
    return [*mentions, *sentence.populations, *sentence.quantities]


def _start_of(sentence: Sentence, known: Sequence[Mention], low: int, end: int) -> int | None:
    """Where the label begins that ends at an offset: with the words understood there, else with the last word."""
    ends = [m for m in known if low <= m.start < end and abs(m.end - end) <= 1]
    if ends:
        return min(m.start for m in ends)
    words = [t for t in sentence.passage.tokens_between(low, end) if t.lower[0].isalpha()]
    return words[-1].start if words else None


def _end_of(sentence: Sentence, known: Sequence[Mention], start: int, high: int) -> int | None:
    """Where the label ends that begins at an offset: with the words understood there, else with the first word."""
    words = [t for t in sentence.passage.tokens_between(start, high) if t.lower[0].isalpha() or t.lower[0].isdigit()]
    opening = {t.start for t in words[:2]} | {start}
    begin = [m for m in known if m.start in opening and m.start < high]
    if begin:
        ends = [min(m.end, getattr(m, "segments", ((0, m.end),))[0][1]) for m in begin]
        return min(max(ends), high)
    return words[0].end if words else None


def _clauses(
    sentence: Sentence,
    word: Range,
    labels: Sequence[Range],
    slices: Sequence[Range],
    run: Sequence[Number],
    tail: bool,
) -> tuple[Clause, ...]:
    """A clause for each number, with its own label. `tail`: the last label's last words are of all the labels."""
    text = sentence.text
    unit = _unit_for_all(text, run)
    shared = text[slice(*labels[-1])].partition(" ")[2]
    listed = (labels[0][0], labels[-1][1])
    counted = (slices[0][0], slices[-1][1])
    clauses = []
    for i, (label, own) in enumerate(zip(labels, slices, strict=True)):
        last = i == len(labels) - 1
        behind_label = f" {shared}" if tail and shared and not last else ""
        behind_number = unit if not last else ""
        parts: list[tuple[Range, Range, str]] = [
            (listed, label, behind_label),
            (counted, own, behind_number),
            (word, (word[1], word[1]), " "),
        ]
        clauses.append(_composed(sentence, sorted(parts), own))
    return tuple(clauses)


def _composed(sentence: Sentence, parts: Sequence[tuple[Range, Range, str]], own: Range) -> Clause:
    """The sentence with ranges of it replaced by a part of each and what is added to it."""
    at = _clause_start(sentence, parts[0][0][0])
    told: list[Range | str] = []
    for (start, stop), kept, added in parts:
        told += [(at, max(start, at)), kept, added]
        at = max(stop, at)
    return composed(sentence, [*told, (at, _clause_end(sentence, parts[-1][0][1]))], own)


def _unit_for_all(text: str, run: Sequence[Number]) -> str:
    """`82, 91 and 70 per 10,000`: what the last number is in, where the others say nothing."""
    last = run[-1]
    if last.unit is None or any(n.unit is not None for n in run[:-1]):
        return ""
    digits = re.match(r"[\d.,]+", text[last.start : last.end])
    return text[last.start + digits.end() : last.end] if digits else ""
