"""Step 1 of a sentence: which numbers are figures, what follows them, which restate each other, which are changes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from boardmine.extractors.agelabels import age_label
from boardmine.extractors.claims import Figure, Follow
from boardmine.extractors.prose.changes import carry_change, read_change
from boardmine.extractors.prose.follows import follow_of
from boardmine.extractors.prose.gaps import is_no_figure
from boardmine.extractors.prose.groups import group_of, is_out_of
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Use
from boardmine.language.wording import ABOUT, CHANGE_NOUN, LEVEL_NOUN, one_of
from boardmine.records import Unit

_LONGEST_BAND = 25
_BOUND = re.compile(rf"{ABOUT}\s*$", re.I)
_THE = r"(?:(?:the|these|those|our|all|all\s+the|a\s+total\s+of|its|that|this)\s+)?"
_OUT_OF = r"out\s+of\s+(?:the\s+|a\s+total\s+of\s+)?"
_OF_WHOLE = re.compile(rf"(?:^|[\s(\[–—-])(?:of\s+{_THE}(?:(?:total|current|remaining|overall)\s+)?|{_OUT_OF})$", re.I)
_OF_THESE = re.compile(r"\bof\s+(?:these|those|this|them)\s+$", re.I)
"""`Of these 112 were fostered`: a part, and no whole."""
_MEASURE = one_of(
    "rate, average, number, target, threshold, score, mean, percentage, proportion, share, caseloads?, population, "
    "cohort, performance, minimum, median, groups?, excess, outturn, length, estimate, capacity, ratio, consisting, "
    "comprising, consists, made up, composed, case, region, because, instead, end, standard, absence, attendance, "
    "value, age"
)
_MEASURE_OF = re.compile(rf"\b(?:{LEVEL_NOUN}|{CHANGE_NOUN}|{_MEASURE})\s+of\s*$", re.I)
"""Nouns whose `of` leads to their value, not to a whole: `a rate of`."""

_LINK = one_of(
    "is, was, were, are, be, been, at, to, by, of, from, remains?, remained, reached, totalled, totals?, averaged, "
    "equals?, stands?, stood, sits?, reported, recorded, showing, than, through"
)
_CONCERNS = one_of(
    "for, concern(?:s|ed|ing), involv(?:es|ed|ing), number(?:s|ed|ing), cover(?:s|ed|ing), affect(?:s|ed|ing), "
    "relat(?:es|ed|ing) to, in respect of"
)
_FOR_PEOPLE = re.compile(rf"\b{_CONCERNS}\s*{ABOUT}?\s*$", re.I)
"""`orders were made for 8 children`: what is counted may stand before the people."""
_MOVES = one_of(
    "risen, rose, fallen, fell, increased, decreased, reduced, grown, grew, dropped, gone (?:up|down), down, up"
)
_MOVED_TO = re.compile(rf"\b{_MOVES}\s+to\s+{ABOUT}?\s*$", re.I)
"""`plans have risen to 276 children`"""
_BRACKETED = re.compile(r"[(\[]\s*(?:or\s+|i\.?e\.?\s+)?$", re.I)
_PERCENT_OF = re.compile(r"\W*(?:%|percentage|proportion)\s+of\b[^:.;]*[:=]\s*\d", re.I)
"""`% of care leavers in suitable accommodation: 88.4`"""
_PERCENTAGE_IS = re.compile(
    rf"\b(?:percentage|proportion)s?\b[^.;:()]{{0,90}}?\b{one_of('was, were, is, are, (?:stood|stands) at, at')}\s+"
    r"(?:[\d.]+(?:,\s*|,?\s*and\s+))*$",
    re.I,
)
"""`the percentages were 41, 35 and 47`"""
_SHARE_BEHIND = re.compile(r"\s*\(\s*")
_BRACKETS = re.compile(r"^\s*\([^()]{1,10}\)")
_STILL = one_of(
    "now, currently, still, only, just, at, as, around, about, already, over, under, approximately, almost, nearly, "
    "more than, less than, up to, again, also"
)
_LABELLED = re.compile(rf"(?:\b{_LINK}(?:\s+{_STILL})*|[:=]|\s[–—-])\s*\(?\s*$", re.I)
_THERE_ARE = one_of("is, are, was, were, have been, has been, had been, has, have, had, will be")
_EXISTENTIAL = re.compile(rf"\bthere\s+{_THERE_ARE}\b[^.;,]{{0,30}}$", re.I)


def figures_of(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence, in order. Gaps to a comparator or target (`56 days quicker than England`) are none."""
    figures: list[Figure] = []
    label = _age_label_end(sentence)
    for number in sentence.numbers:
        if number.start >= label and not is_no_figure(sentence, number):
            figures.append(Figure(len(figures), number, follow=follow_of(sentence, number)))
    for lower, upper in pairwise(figures):
        if lower.number.range_with > 0:
            lower.follow = upper.follow
    _put_labels_first(sentence, figures)
    if figures and figures[0].number.unit is None and _PERCENT_OF.match(sentence.text[sentence.start :]):
        figures[0].number = replace(figures[0].number, unit=Unit.PERCENT)
    for figure in figures:
        _read_percentage(sentence, figure)
        _read_lead(sentence, figure)
        read_change(sentence, figure)
    for part, whole in pairwise(figures):
        if is_out_of(sentence, part, whole) and part.follow is Follow.BARE:
            part.follow = Follow.GENERIC
    for figure in figures:
        carry_change(sentence, figures, figure)
        figure.group = group_of(sentence, figures, figure)
        figure.compared |= figures[figure.group].compared or figures[figure.group].from_baseline
    return figures


def _age_label_end(sentence: Sentence) -> int:
    """Where the age band ends that labels an item of a list: `5 to 9: 94`; else the start of the sentence."""
    label, colon, _ = sentence.text[sentence.start : sentence.end].partition(":")
    band = age_label(label) if colon and len(label) < _LONGEST_BAND else None
    return sentence.start + len(label) if band is not None and not band.isdigit() else sentence.start


def _put_labels_first(sentence: Sentence, figures: list[Figure]) -> None:
    """`NEET 23% Education 66% Training 5%`: what follows a number is the label of the next one."""
    shares = [f for a, f in pairwise(figures) if _SHARE_BEHIND.fullmatch(_between(sentence, a, f)) and _is_share(a, f)]
    heads = [f for f in figures if f not in shares]
    if len(heads) < 2 or len({f.number.unit for f in heads}) > 1:
        return
    words = (*sentence.terms, *sentence.members, *(q for q in sentence.quantities if q.use is Use.AGE and q.reading))
    first, last = heads[0].number, figures[-1].number
    label = any(0 <= first.start - w.end <= 2 for w in words)
    tail = any(w.start >= last.end for w in words)
    between = [_BRACKETS.sub("", _between(sentence, a, b)) for a, b in pairwise(heads)]
    joined = any(re.match(r"\s*(?:of|at|in|for|were|are|is|was|have|has|aged|with|on|to|out)\b", b) for b in between)
    if label and not tail and not joined and all(re.fullmatch(r"[\s,|/-]*[\w'’/ -]{3,40}[\s:=-]*", b) for b in between):
        for figure in heads:
            figure.follow, figure.label_first = Follow.BARE, True


def _between(sentence: Sentence, a: Figure, b: Figure) -> str:
    return sentence.between(a.number.end, b.number.start)


def _is_share(a: Figure, b: Figure) -> bool:
    return a.number.unit is None and b.number.unit is Unit.PERCENT


def _read_percentage(sentence: Sentence, figure: Figure) -> None:
    number = figure.number
    alone = figure.follow in (Follow.BARE, Follow.MEMBER)
    bare = number.unit is None and number.value <= 100 and not number.in_words and alone
    if bare and _PERCENTAGE_IS.search(sentence.between(number.start - 130, number.start)):
        figure.number = replace(number, unit=Unit.PERCENT)


def _read_lead(sentence: Sentence, figure: Figure) -> None:
    number = figure.number
    lead = sentence.between(number.start - 90, number.start)
    bare_lead = _BOUND.sub("", lead)
    figure.bracketed = _BRACKETED.search(bare_lead) is not None
    figure.enclosed = lead.rfind("(") > lead.rfind(")")
    if _OF_WHOLE.search(lead) and not _MEASURE_OF.search(bare_lead):
        of_these = _OF_THESE.search(lead) is not None and figure.follow is Follow.VERB
        figure.whole = number.unit is None and not of_these
    existential = _EXISTENTIAL.search(lead) is not None
    figure.labelled = bool(_LABELLED.search(lead)) and not existential and not figure.whole
    if figure.labelled and figure.follow in (Follow.TERM, Follow.GENERIC, Follow.MEMBER, Follow.VERB):
        # `were 46 adoptions` counts adoptions; `Dental: 91 children` is labelled all the same.
        figure.labelled = lead.rstrip().endswith((":", "=")) and figure.follow not in (Follow.TERM, Follow.VERB)
    of_people = _FOR_PEOPLE.search(lead) or _MOVED_TO.search(lead)
    figure.of_people = figure.follow is Follow.GENERIC and of_people is not None
