"""What a number in a cell is in, whose it is, and whether it was achieved."""

from __future__ import annotations

import re
from collections.abc import Mapping

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Scope
from boardmine.extractors.tables.around import Around
from boardmine.extractors.tables.meaning import SHARE, Meaning
from boardmine.language.mentions import Number
from boardmine.records import AUTHORITY, Kind, Role, Unit

_CHANGE_HEAD = re.compile(
    r"\b(?:change|difference|variance|movement|direction\s+of\s+travel|dot|trend|rag)\b|\+/-", re.I
)
_PERCENT = re.compile(r"%|\bper\s?cent|\bpercentage|\bproportion\b", re.I)
_SHARE_AT_END = re.compile(r".*\(\s*%\s*\)\s*$")
"""`Care leavers in EET (%)`"""
_PER_10000 = re.compile(r"\bper\s*10[,.]?000\b", re.I)
_BOTH = re.compile(r"\b(?:and|with|&)\s+(?:the\s+)?rates?\b|\brates?\s+(?:and|&)\b", re.I)
"""A caption of counts and of rates."""
_PER_100000 = re.compile(r"\bper\s*100[,.]?000\b", re.I)
_COUNTED = re.compile(r"\b(?:numbers?|count|no\.?)(?!\w)", re.I)
_COUNT_AND_SHARE = re.compile(
    r"\b(?:n|no\.?|numbers?|count)\W{0,3}(?:and\W+|&\W*)?(?:%|per\s?cent(?:age)?\b|percentage\b)", re.I
)
"""A head of counts that have their shares behind them: what has no unit of its own is a count."""
_OTHER_RATE = re.compile(r"\bper\s*(?:100[,.]?000|1[,.]?000|100|million)\b", re.I)
"""Rates that are no number of children, and none in 10,000."""
_SIGNED = re.compile(r"\s*[+−–-]")
_COMPARISON = re.compile(r"\W*(?:comparators?|comparisons?|benchmark(?:s|ing)?)\W*", re.I)
"""Words that tell of others, not of whom."""
_NEAR_ABOVE = 2
"""The corner or title of a table and the line right above it."""
_SHARES_ABOVE = re.compile(
    r"\(\s*%\s*\)\W*$|^\W*(?:table\s+\d+\W*)?(?:%|per\s?centage|percent(?:age)?|proportion)\b", re.I
)
"""A caption whose figures are all shares: `Reviews in timescale (%)`, `Percentage of pupils ...`."""
_WHOLE_FRACTION = re.compile(r"\d\.0\b")
_RATIO = re.compile(r"\bratio\b", re.I)
_SCORE = re.compile(r"\bscores?\b", re.I)
_RATE = re.compile(r"\bper\s*10[,.]?000\b|\brate\b", re.I)


def unit_of(metric: Metric, number: Number, around: Around) -> tuple[Unit, Kind] | None:
    """Unit and kind of a number in a cell, or None where it can be no value of the metric."""
    is_change = _CHANGE_HEAD.search(around.head.text) is not None
    if is_change and not number.signed:
        return None
    near = f"{around.head.text} {around.row.label}"
    if number.unit is None and _OTHER_RATE.search(near):
        return (Unit.PER_100000, Kind.LEVEL) if _PER_100000.search(near) and Unit.PER_100000 in metric.units else None
    if number.unit is None and _PER_10000.search(near) and not _has_rates(metric):
        return None
    if _RATIO.search(near) and Unit.RATIO not in metric.units:
        return None
    said = number.unit or _said(metric, _COUNT_AND_SHARE.sub(" ", near))
    if number.signed:
        if said is Unit.PERCENT:
            only_shares = Unit.PERCENT in metric.units and Unit.COUNT not in metric.units
            of_shares = only_shares or (is_change and _has_shares(around))
            return (Unit.POINTS if of_shares else Unit.PERCENT), Kind.CHANGE
        if said is None and number.value != int(number.value) and metric.type != "mean":
            return None
        return said or Unit.COUNT, Kind.CHANGE
    if said is None and number.unit is None and _SCORE.search(near) and Unit.SCORE not in metric.units:
        return None
    if said is None:
        above = _caption(around)
        if Unit.PER_100000 in metric.units and _PER_100000.search(above) and not _COUNTED.search(near):
            return Unit.PER_100000, Kind.LEVEL
        if _are_shares(metric, number, around, above, near):
            return Unit.PERCENT, Kind.LEVEL
        unit = Unit.PER_10000 if _is_rate(metric, number, above) else _unsaid(metric, number)
        return (unit, Kind.LEVEL) if unit else None
    fits = said in metric.units or (said is Unit.PER_10000 and metric.counts is not None)
    return (said, Kind.LEVEL) if fits else None


def _has_rates(metric: Metric) -> bool:
    """Whether a metric is a rate of children, or has one."""
    return Unit.PER_10000 in metric.units or bool(metric.counts or metric.rate_of)


def _has_shares(around: Around) -> bool:
    """Whether the values of a row are all shares, as its label or each of them says: the change from one to the other
    is in points."""
    if SHARE.match(around.row.label) or _SHARE_AT_END.match(around.row.label):
        return True
    levels = [c.text for c in around.row.values.values() if not _SIGNED.match(c.text)]
    return bool(levels) and all("%" in text for text in levels)


def _said(metric: Metric, words: str) -> Unit | None:
    if _PERCENT.search(words):
        return Unit.PERCENT
    if _SCORE.search(words) and Unit.SCORE in metric.units:
        return Unit.SCORE
    return Unit.PER_10000 if _RATE.search(words) and (metric.counts or metric.rate_of) else None


def _caption(around: Around) -> str:
    """What stands over the table up to the first words for a metric."""
    words: list[str] = []
    for meaning in around.above[:_NEAR_ABOVE]:
        words.append(meaning.text)
        if meaning.metric is not None:
            break
    return " ".join(words)


def _are_shares(metric: Metric, number: Number, around: Around, above: str, near: str) -> bool:
    """Whether the caption says that its figures are shares, and nothing tells of numbers; or a number is written with
    a fraction of none: `84.0`."""
    if Unit.PERCENT not in metric.units or Unit.COUNT not in metric.units or _RATE.search(above):
        return False
    if metric.type != "mean" and any(
        _WHOLE_FRACTION.search(c.text) for c in around.row.values.values() if _is_of(c.text, number)
    ):
        return True
    over = [m.text for m in around.above[:_NEAR_ABOVE]]
    told = any(_SHARES_ABOVE.search(text) for text in over if text in above)
    return told and not _COUNTED.search(f"{above} {near}") and number.value <= 100


def _is_of(text: str, number: Number) -> bool:
    return text.strip().startswith(f"{number.value:.1f}")


def _is_rate(metric: Metric, number: Number, above: str) -> bool:
    """Whether a number is of the rate that the caption speaks of: it is no whole number, or all are `per 10,000`."""
    if metric.counts is None or Unit.COUNT not in metric.units or not _RATE.search(above):
        return False
    fraction = number.value != int(number.value)
    return fraction or (_PER_10000.search(above) is not None and not _BOTH.search(above))


def _unsaid(metric: Metric, number: Number) -> Unit | None:
    plain = [u for u in metric.units if u is not Unit.PERCENT]
    if not plain:
        return Unit.PERCENT
    if plain[0] is Unit.COUNT and number.value != int(number.value) and metric.type != "mean":
        return Unit.PERCENT if Unit.PERCENT in metric.units else None
    return plain[0]


def area_of(around: Around, by: Mapping[str, str], scope: Scope) -> str:
    """Whose value a cell broken down so is: of the area named in its head, label or group, else the authority's own."""
    beside = [m for m in (around.head, around.label, around.group) if m is not None]
    area = next(filter(None, (_named(meaning, by) for meaning in beside)), around.place)
    return AUTHORITY if area.lower() in scope.home.lower() else area


def _named(meaning: Meaning, by: Mapping[str, str]) -> str | None:
    """The area that is named, by other words than those for a member of the breakdown: `Reading` is a subject too."""
    members = [m for m in meaning.passage.members if any(by.get(d) == member for d, member in m.members)]
    areas = [a for a in meaning.passage.areas if not any(m.start <= a.start and a.end <= m.end for m in members)]
    named = [a for a in areas if not _COMPARISON.fullmatch(meaning.text[a.start : a.end])]
    return next((a.area for a in named or areas), None)


def role_of(around: Around) -> Role:
    """Whether a cell is a target, a floor or a forecast: its head or label says so."""
    for meaning in (around.head, around.label):
        if meaning.passage.roles:
            return meaning.passage.roles[0].role
    return Role.ACTUAL
