"""When the values of a table were true or counted: what heads leave unsaid is taken from the heads beside them.

A quarter without its year is one of the year over it, of the heads before it, of the year whose column ends the row of
quarters, or of that which the title names. A year to date ends with the last quarter or month that has a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Scope
from boardmine.extractors.tables.around import Around
from boardmine.extractors.tables.earlier import earlier_than, latest_of
from boardmine.extractors.tables.meaning import Meaning
from boardmine.extractors.tables.rowtimes import Labelled, RowTimes
from boardmine.extractors.tables.spans import (
    APRIL,
    UNDATED,
    dated,
    financial,
    is_long_part,
    is_part,
    is_year,
    start_of_year,
    whole_year,
)
from boardmine.extractors.tables.sums import is_sum, summed
from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods import in_year, months_before
from boardmine.records import Role

_CUMULATIVE = re.compile(r"\b(?:cumulative|ytd|year\s+to\s+date|to\s+date)\b", re.I)
_TWELVE_MONTHS = re.compile(r"\b(?:12|twelve)[\s-]months?\b|\brolling\s+year\b", re.I)
_FOR_YEAR = re.compile(r"\b(?:for\s+(?:the\s+)?year|annual|full[\s-]+year|year[\s-]*end|end[\s-]+of[\s-]+year)\b", re.I)
_YEAR_ENDING = re.compile(r"\byears?\s+(?:ending|ended|to)\b", re.I)
_ACADEMIC = re.compile(r"\b(?:academic|school)\s+years?\b", re.I)
_SINCE_LAST = re.compile(
    r"\b(?:change|difference|movement)\W+(?:since|from|on|against)\s+(?:the\s+)?"
    r"(?:last|previous|prior)\s+(?:quarter|year|month)\b",
    re.I,
)
"""A head of the change to the column before it: `Change since last quarter`."""
_WITHIN = re.compile(r"within\s+(?:a\s+)?(?:\d+|[a-z]+)\s+(?:days?|weeks?|months?|years?)", re.I)
"""A timescale: no words that place it in time, as in `within the last 12 months`."""
_CHANGE_ALONE = re.compile(
    r"\W*(?:change|difference|movement)(?:\s+(?:in|over|between)\s+(?:the\s+)?(?:quarters?|months?|years?|period))?\W*",
    re.I,
)
"""A head of the change between the two columns before it, which says no more."""
_WITHOUT_DATES = (When.THIS, When.END_OF_YEAR, When.CONTEXT)


class Times:
    """The periods of a table's columns, and of the cells in them."""

    def __init__(
        self,
        heads: Mapping[int, Meaning],
        rows: Sequence[Labelled],
        above: Sequence[Meaning],
        scope: Scope,
    ) -> None:
        self._scope = scope
        self._above = above
        self._is_academic = any(_ACADEMIC.search(m.text) for m in (*heads.values(), *above))
        self._year = next(filter(None, map(start_of_year, _periods(above))), None)
        self._columns = self._resolved(heads)
        self._rows = RowTimes(rows, self._resolved)

    def period_of(self, around: Around, column: int, metric: Metric) -> Period | None:
        """The period of a cell: of its head, label or group, else of what governs the table."""
        period = self._columns.get(column)
        if period is not None and is_year(period):
            period = self._rows.in_year_of(around.row, period) or period
        labelled = around.label.period
        if period is None or (period.when is When.DAY_OF and labelled) or _only_ends(period, labelled):
            others = [m for m in around.nearest if m is not around.head]
            period = self._rows.of(around.row)
            period = period or next(
                (m.period for m in others if m.period is not None and not _is_in_term(m, metric)), None
            )
            period = dated(period, self._year) if period else None
        if period is None:
            period = self._unsaid(around)
        if period is None:
            return None
        return self._at_its_end(self._on_its_day(self._of_school(period), around, metric), around.head, metric)

    def has(self, column: int) -> bool:
        """Whether a column has a time of its own."""
        return column in self._columns

    def _unsaid(self, around: Around) -> Period | None:
        above = self._scope.governing_period()
        if around.head.is_previous and (above is None or above.when is not When.FIXED):
            return Period(0, 0, When.EARLIER, number=1, span=Span.QUARTER)
        return above

    def _resolved(self, heads: Mapping[int, Meaning]) -> dict[int, Period]:
        """The periods that the heads give, each with its year as far as the heads beside it tell it."""
        found: dict[int, Period] = {}
        year: int | None = None
        latest: date | None = None
        """The end of the last part of a year that has a column so far."""
        given: dict[tuple[When, int], tuple[str, int | None]] = {}
        """What stands over the quarters and months so far beside their names, and their years."""
        for_year = any(_has_role(head) and _FOR_YEAR.search(head.text) for head in heads.values())
        """A forecast beside a target for the year is of the year too."""
        for column, head in heads.items():
            period = head.period
            if _TWELVE_MONTHS.search(head.text) and (period is None or _is_open(period)) and latest:
                period = Period(0, 0, When.ROLLING, last=latest, number=12, span=Span.MONTH)
            changed = _of_change(heads, found, column)
            if changed is not None:
                found[column] = changed
                continue
            if period is None or _has_role(head):
                start = year or self._year
                if for_year and _has_role(head) and start and (period is None or period.when in _WITHOUT_DATES):
                    found[column] = whole_year(start)
                elif period is not None:
                    found[column] = dated(period, start)
                elif _has_role(head) and year is not None and _year_before(heads, column) == year:
                    # `2021/22, 2022/23, Q1 2023/24, Target`: the target is of the year that has begun.
                    found[column] = whole_year(year)
                continue
            own = next(filter(None, map(start_of_year, head.passage.periods)), None)
            if period.when in UNDATED:
                over = head.text[: period.start] + head.text[period.end :]
                before, of_it = given.get((period.when, period.number), (over, None))
                of = own or (of_it if before != over else None) or _following(year, latest, period)
                of = of or self._year_behind(heads, column) or self._year or _year_before(heads, column)
                given.setdefault((period.when, period.number), (over, of))
                period = dated(period, of)
            if period.when is When.TO_DATE:
                period = self._to_date(period, own or year or self._year, latest)
            elif _CUMULATIVE.search(head.text) and is_part(period) and period.first and period.last:
                period = replace(period, first=financial(period.last))
            elif is_part(period) and period.last:
                year, latest = financial(period.last).year, period.last
            found[column] = period
        self._date_earlier(heads, found)
        columns = list(heads)
        for i, column in enumerate(columns):
            period = summed([found.get(c) for c in columns[:i]]) if is_sum(heads[column].text) else None
            if period is not None and column not in found:
                found[column] = period
        return found

    def _date_earlier(self, heads: Mapping[int, Meaning], found: dict[int, Period]) -> None:
        """Date the columns of earlier values from the latest dated column, else from the title's month or quarter."""
        own = (found[c] for c, head in heads.items() if c in found and not _has_role(head) and not _is_others(head))
        latest = latest_of(own) or latest_of(_periods(self._above))
        for column, head in heads.items():
            period = earlier_than(latest, head.text) if latest and not _has_role(head) else None
            if period is not None and (column not in found or found[column].when is not When.FIXED):
                found[column] = period

    def _to_date(self, period: Period, year: int | None, latest: date | None) -> Period:
        """The year to date, where a head or the title tells up to when."""
        if latest is None:
            latest = next((p.last for p in _periods(self._above) if is_part(p) and p.last), None)
        if latest is None or year not in (None, financial(latest).year):
            return period
        return replace(period, when=When.FIXED, first=financial(latest), last=latest)

    def _year_behind(self, heads: Mapping[int, Meaning], column: int) -> int | None:
        """The year whose own column ends a row of quarters or months: `Q1, Q2, Q3, Q4, 2022/23`."""
        behind = [head for c, head in heads.items() if c > column]
        for head in behind:
            period = head.period
            if period is None or period.when not in UNDATED:
                return start_of_year(period) if period and is_year(period) else None
        return None

    def _of_school(self, period: Period) -> Period:
        """A year of a table that is said to be of school years."""
        if not self._is_academic or period.first is None or period.last is None or not is_year(period):
            return period
        if (period.first.month, period.last.month) != (APRIL, 3):
            return period
        return replace(period, first=date(period.first.year, 9, 1), last=date(period.last.year, 8, 31), academic=True)

    def _on_its_day(self, period: Period, around: Around, metric: Metric) -> Period:
        """A year by itself under `at 31 March` is that day of it, under `year ending 31 March` the year to that day;
        so is a financial year of what is true at a moment."""
        first, last = period.first, period.last
        if period.when is not When.FIXED or not first or not last or not is_year(period):
            return period
        is_calendar = (first.day, first.month, last.month) == (1, 1, 12)
        if not is_calendar and (metric.type != "stock" or metric.rolling_months or first.month != APRIL):
            return period
        captions = self._above[: len([g for g in self._scope.governors if g.kind == "caption"])]
        for meaning in (*around.nearest, *captions):
            for day in meaning.passage.periods:
                if day.when is not When.DAY_OF or not day.first or day.last is not None:
                    continue
                then = in_year(last.year, day.first)
                if not is_calendar:
                    then = then if then <= last else in_year(first.year, day.first)
                elif _YEAR_ENDING.search(meaning.text):
                    return replace(period, first=months_before(then, 12) + timedelta(days=1), last=then)
                return replace(period, first=then, last=then, moment=True)
        return period

    def _at_its_end(self, period: Period, head: Meaning, metric: Metric) -> Period:
        """What is true at a moment is so at the end of a quarter or of the year to date."""
        if metric.type != "stock" or metric.rolling_months:
            return period
        if period.when is When.QUARTER_OF:
            return replace(period, moment=True)
        at_end = is_year(period) and head.period is not None and head.period.when is When.END_OF_YEAR
        if period.when is When.FIXED and (is_long_part(period) or at_end) and not period.since:
            return replace(period, first=period.last, moment=True)
        return period


def _of_change(heads: Mapping[int, Meaning], found: Mapping[int, Period], column: int) -> Period | None:
    """The period of a column of changes: that of the levels before it, up to which they are."""
    text = heads[column].text
    alone = _CHANGE_ALONE.fullmatch(text) and _levels_before(heads, found, column - 1)
    return _levels_before(heads, found, column) if _SINCE_LAST.search(text) or alone else None


def _levels_before(heads: Mapping[int, Meaning], found: Mapping[int, Period], column: int) -> Period | None:
    """The dated period of the column right before another, where that is of no target."""
    if column - 1 not in found or _has_role(heads[column - 1]):
        return None
    return found[column - 1] if found[column - 1].when is When.FIXED else None


def _periods(meanings: Iterable[Meaning]) -> Iterable[Period]:
    return (period for meaning in meanings for period in meaning.passage.periods)


def _has_role(head: Meaning) -> bool:
    return any(mention.role is not Role.ACTUAL for mention in head.passage.roles)


def _is_in_term(meaning: Meaning, metric: Metric) -> bool:
    """Whether the period is part of what the metric is: `re-referrals within 12 months`."""
    term, period = meaning.term, meaning.period
    if term is None or period is None or metric.rolling_months or meaning.metric is not metric:
        return False
    if period.when is When.ROLLING and _WITHIN.match(meaning.text[period.start : period.end]):
        return True
    return term.start <= period.start and period.end <= term.end


def _is_others(head: Meaning) -> bool:
    return bool(head.passage.areas)


def _only_ends(period: Period, other: Period | None) -> bool:
    """Whether a head says but `at quarter end`, where the label says of which."""
    return period.when in _WITHOUT_DATES and other is not None and other.when in (When.FIXED, *UNDATED)


def _is_open(period: Period) -> bool:
    return period.when is When.ROLLING and period.last is None


def _following(year: int | None, latest: date | None, period: Period) -> int | None:
    """The year of a quarter or month behind one of `year` that ended at `latest`: the next where it starts anew."""
    if year is None or latest is None:
        return None
    months = (latest.month - APRIL) % 12 + 1
    number = period.number * 3 if period.when is When.QUARTER_OF else (period.number - APRIL) % 12 + 1
    return year + (number <= months)


def _year_before(heads: Mapping[int, Meaning], column: int) -> int | None:
    """The year after that of the nearest column of a whole year before: `2021/22, Q1, Q2`."""
    before = [head.period for c, head in heads.items() if c < column and head.period and not _has_role(head)]
    years = [start for period in before if is_year(period) and (start := start_of_year(period)) is not None]
    return years[-1] + 1 if years else None
