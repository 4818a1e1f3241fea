"""What is told of those whom a number counts: a number takes nothing over where that is something unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Follow
from boardmine.extractors.prose.doubts import unknown_words
from boardmine.extractors.prose.setting import Setting
from boardmine.language.mentions import MemberMention, Use
from boardmine.language.wording import TO_NUMBER, one_of
from boardmine.records import Kind, Unit

_ENDS = re.compile(r"[,;.()]|\s[–—-]\s|\b(?:and|but|while|whilst|whereas|compared|against|with|which)\b", re.I)
_SAYS_NO_MORE = frozenset(
    (
        "reported recorded made held completed received given same previous last total all year month quarter week end "
        "time times respectively again nationally locally higher lower compared remain remained involved involving "
        "took taken place met standard "
        "stood height peak high low stands rose risen fell fallen increased decreased reduced grew grown had have been"
    ).split()
)
"""Words that tell nothing of those counted which the metric has not told."""


_THE_FIGURE = re.compile(
    rf"\b{one_of('figure, rate, total, number, percentage, proportion, it, this, performance, average, outturn')}\s+"
    rf"{one_of('was, is, were, stood at, stands at, had been, has been')}\s+{TO_NUMBER}$",
    re.I,
)
"""`the figure was`: the number is the value of what was spoken of, whatever is added."""

_ON_TIME = re.compile(
    r"\b(?:time|timely|timescales?|timeframes?|within|deadlines?|late|overdue|delay\w*|days|weeks)\b", re.I
)
_PEOPLE = frozenset(
    {"cla", "cp", "cin", "uasc", "care_leavers", "foster_carers", "social_workers", "children", "placement_order"}
)
_THERE = re.compile(
    r"\b(?:there\s+(?:are|were|is|was)|the|our|all|total\s+of)\s+(?:[\w-]+\s+)?$",
    re.I,
)
_ALREADY = one_of("also, already, now, still, currently, either, both, known to be")
_WERE = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:(?P<who>who)\s+(?=\w+ed\b)|(?:are|were|was|had|have)\s+)(?:{_ALREADY}\s+)*", re.I
)
_OF_ALL = one_of(
    "recorded, reported, known, registered, living, supported, the responsibility, on, in, at, being, made, granted"
)
_SAID_OF_ALL = re.compile(rf"(?:been\s+)?{_OF_ALL}\b(?!\s+to\b)", re.I)
"""What may be told of all of them."""
_REFUSED = re.compile(
    rf"\s*{one_of('children, young people, people, pupils, families')}\s+"
    + one_of("declined, refused, did not, chose, opted, said, told, asked")
    + r"\b",
    re.I,
)
_LABELS = re.compile(r"\s*[-–—=:]?\s*")
_LIST_LABEL = re.compile(r":(?P<before>[^:]*\)\s*(?:[,;]|and\b))?\s*(?:and\s+)?(?P<label>[^:,;()\d]+?)\s*\($", re.I)
_NEXT_OF_LIST = re.compile(r"\)\s*(?:[,;]|and\b)[^:,;()\d]+\(\d", re.I)
_LISTED = re.compile(r"[:;,(]\s*(?:and\s+)?$")


def tells_of_others(at: Setting, metric: Metric, by: Mapping[str, str]) -> bool:
    """Whether what is told of those whom a number counts, before or behind it, is nothing that the metric knows."""
    return (
        _says_something_unknown(at, by)
        or _is_labelled_otherwise(at, by)
        or _is_under_unknown_label(at, by)
        or _is_none_of_them(at, metric, by)
        or _tells_of_some(at, metric, by)
    )


def _says_something_unknown(at: Setting, by: Mapping[str, str]) -> bool:
    """Whether a number took its metric over from elsewhere while the words behind it tell something that is not
    understood: `71 of the 94 are enrolled at college`, `1,240 practitioners attended`."""
    figure, attachment = at.figure, at.attachment
    if attachment.term is not None or figure.kind is not Kind.LEVEL or figure.group != figure.index:
        return False
    beside = figure.follow in (Follow.MEMBER, Follow.GENERIC) and attachment.inherited in at.in_sentence
    if beside and _is_of_other_kind(at, by):
        return True
    if (
        figure.whole
        or (figure.enclosed and figure.follow is not Follow.VERB)
        or figure.labelled
        or figure.from_baseline
    ):
        return False
    if attachment.inherited is not None and attachment.inherited.metric is not attachment.metric:
        return False
    if _THE_FIGURE.search(at.sentence.between(at.left[0], figure.number.start)):
        return False
    opens = (
        attachment.inherited not in at.in_sentence and not at.sentence.between(at.left[0], figure.number.start).strip()
    )
    if opens and _REFUSED.match(at.sentence.between(figure.number.end, figure.number.end + 40)):
        return True
    if figure.follow is Follow.BARE and not opens:
        return False
    if figure.follow not in (Follow.GENERIC, Follow.VERB, Follow.FOREIGN, Follow.TERM, Follow.BARE):
        return False
    known = attachment.inherited.by if attachment.inherited is not None else attachment.by
    if figure.follow is Follow.VERB and known and by == known and attachment.inherited in at.in_sentence:
        return True
    if any(known.get(dimension) != member for dimension, member in by.items()):
        return False
    stop = _ENDS.search(at.sentence.text, figure.number.end, at.right[1])
    end = stop.start() if stop else at.right[1]
    return any(word not in _SAYS_NO_MORE for word in unknown_words(at, figure.number.end, end))


def _is_of_other_kind(at: Setting, by: Mapping[str, str]) -> bool:
    """`three breakdowns: one girl and two boys`: a part by what the metric is not broken down by."""
    end = at.figure.number.end
    members = [m for m in at.sentence.members if m.start >= end]
    beside = next((m for m in members if not at.sentence.between(end, m.start).strip()), None)
    return _breaks_otherwise(at, by, (m for m in members if beside and m.start < beside.end))


def says_nothing_of_time(at: Setting, metric: Metric, unit: Unit) -> bool:
    """Whether a number of visits or assessments, `41 initial health assessments`, is not said to be on time."""
    if not metric.id.endswith("timely") or unit is not Unit.COUNT or at.figure.kind is not Kind.LEVEL:
        return False
    if at.attachment.inherited is not None:
        return False
    return at.figure.whole or _ON_TIME.search(at.sentence.text, at.sentence.start, at.sentence.end) is None


def _tells_of_some(at: Setting, metric: Metric, by: Mapping[str, str]) -> bool:
    """Whether something unknown is told of so many of a population, who are then not all of it: `96 children in care
    were open to another service`."""
    figure, term = at.figure, at.attachment.term
    if term is None or metric.type != "stock" or metric.counts not in _PEOPLE or by or figure.whole:
        return False
    if figure.kind is not Kind.LEVEL or figure.number.unit is not None or figure.follow is not Follow.TERM:
        return False
    told = _WERE.match(at.sentence.text, term.end, at.right[1])
    if at.attachment.side != "right" or told is None:
        return False
    there = _THERE.search(at.sentence.between(*at.left))
    of_all = there is not None and not (told["who"] and there[0].lower().startswith("there"))
    if of_all or _SAID_OF_ALL.match(at.sentence.text, told.end()):
        return False
    behind = [r for t in at.sentence.terms if t.start == told.end() for r in t.readings]
    if behind:
        return not any(at.catalogue.metrics[r.metric].counts in (metric.counts, *metric.of) for r in behind)
    members = [d for m in at.sentence.members if m.start == told.end() for d, _ in m.members]
    if members:
        return not set(members) & set(metric.by)
    word = next(iter(at.sentence.tokens_after(told.end(), 1)), None)
    return word is not None and word.lower in unknown_words(at, word.start, word.end)


def _is_none_of_them(at: Setting, metric: Metric, by: Mapping[str, str]) -> bool:
    """Whether none of a population is told to be something unknown, `no care leavers slept rough`, or none of a part
    of it that the metric is not broken down by: `no child under 12 was in a children's home`."""
    number = at.figure.number
    if number.value or not number.in_words or at.figure.kind is not Kind.LEVEL or at.attachment.side != "right":
        return False
    aged = any(number.end <= q.start < at.right[1] and q.use is Use.AGE and q.reading for q in at.sentence.quantities)
    unlike = aged and "age" not in metric.by
    whole = metric.type == "stock" and metric.counts is not None and not metric.of and not by
    return unlike or whole


def _is_under_unknown_label(at: Setting, by: Mapping[str, str]) -> bool:
    """Whether a number in brackets stands behind a label of a list that is not understood: `The reasons are: a start
    date to come (6), illness (17)`."""
    number = at.figure.number
    label = _LIST_LABEL.search(at.sentence.between(at.sentence.start, number.start))
    if by or label is None or at.figure.kind is not Kind.LEVEL or at.figure.group != at.figure.index:
        return False
    if not label["before"] and _NEXT_OF_LIST.match(at.sentence.text, number.end) is None:
        return False
    start, end = (at.sentence.start + place for place in label.span("label"))
    named = at.attachment.term is not None and start <= at.attachment.term.start < end
    return not named and next(unknown_words(at, start, end), None) is not None


def _is_labelled_otherwise(at: Setting, by: Mapping[str, str]) -> bool:
    """Whether a part by what the metric is not broken down by stands right before the number, in a list: `checks up to
    date: boys 82%, girls 95%`."""
    start = at.figure.number.start
    members = (
        m
        for m in at.sentence.members
        if m.end <= start
        and _LABELS.fullmatch(at.sentence.between(m.end, start))
        and _LISTED.search(at.sentence.between(at.sentence.start, m.start))
        and not any(t.start < m.end and m.start < t.end for t in at.sentence.terms)
    )
    return _breaks_otherwise(at, by, members)


def _breaks_otherwise(at: Setting, by: Mapping[str, str], members: Iterable[MemberMention]) -> bool:
    """Whether there are members, and none of them of a dimension that the metric is broken down by."""
    named = {dimension for m in members for dimension, _ in m.members}
    return bool(named) and not named & (set(at.attachment.metric.by) | by.keys())
