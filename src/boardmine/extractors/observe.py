"""Turns claims into observations: resolves their periods and finds their place in the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from boardmine.catalogue.model import Catalogue
from boardmine.document import Document, Part, Passage
from boardmine.extractors.claims import Claim
from boardmine.extractors.placements import where_placed
from boardmine.extractors.resolve import Days, earlier, last_of, resolve
from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods import rolling
from boardmine.records import Basis, Certainty, Evidence, Kind, Observation, Role

NO_DATE = date(1900, 1, 1)
"""Stands for the date of a document that states none anywhere."""


_MANY_DOUBTS = 3
_OCR = "read from a picture (OCR)"
_REFERRING = frozenset({When.SAME_OF, When.EARLIER, When.BEFORE})
"""Times reckoned from one that was told, if need be in the sentence before: `at the same point in 2023`."""
_PERIODS = {
    Basis.STATED: "period stated",
    Basis.RELATIVE: "period told from the document's date",
    Basis.CONTEXT: "period from what governs it",
    Basis.DOCUMENT: "period of the document",
}


class Observer:
    """Makes the observations of one part; remembers the last period, which later words may refer to."""

    def __init__(self, document: Document, part: Part, index: int, catalogue: Catalogue) -> None:
        self._document = document
        self._part = part
        self._index = index
        self._catalogue = catalogue
        self._today = part.date or NO_DATE
        self._days: dict[int, Days] = {}
        self._pictures = {page.number for page in document.pages if page.ocr}

    def observe(
        self, claims: Sequence[Claim], passage: Passage, section: str | None, in_table: bool = False
    ) -> list[Observation]:
        """The observations of a passage's claims, in order. In a table the columns do not refer to each other."""
        previous: Claim | None = None
        for claim in claims:
            self._days[id(claim)] = self._period(claim, previous)
            untold = claim.kind is Kind.CHANGE and claim.period is None
            if not in_table and not untold and not (claim.period and claim.period.when in _REFERRING):
                previous = claim
        observations = []
        for claim in claims:
            days = self._days[id(claim)]
            days = self._anchored(claim, days, claims)
            baseline = self._baseline(claim, days)
            unsaid = claim.period is None or claim.period.when is When.CONTEXT
            if claim.kind is Kind.CHANGE and (baseline is None or unsaid):
                told = days
                days, baseline = self._from_levels(claim, days, baseline, claims)
                if days != told and claim.baseline is not None and claim.baseline.when is When.EARLIER:
                    baseline = earlier(days, claim.baseline)
            observations.append(self._observation(claim, days, baseline, passage, section))
        return observations

    def _period(self, claim: Claim, previous: Claim | None) -> Days:
        reach = 1 if claim.period is not None and claim.period.when in _REFERRING else 0
        near = previous is not None and claim.sentence - previous.sentence <= reach
        spoken_of = self._days.get(id(previous)) if near else None
        metric = claim.metric
        days: Days | None = None
        if claim.period is not None and not _measures_change(claim):
            days = resolve(claim.period, self._today, metric, spoken_of)
            if days and claim.period.when is When.LAST:
                same = previous is not None and previous.period is not None and previous.period.when is When.LAST
                days = last_of(claim, days, None if same else spoken_of, self._today)
            if days and claim.period.when is When.END_OF_YEAR and claim.role is Role.ACTUAL:
                days = earlier(days, Period(0, 0, When.EARLIER, number=1, span=Span.YEAR))
                days = Days(days.last, days.last, days.basis) if metric.type == "stock" else days
            if days and claim.from_baseline and claim.period.when is When.ROLLING and metric.type == "stock":
                days = Days(days.first, days.first, Basis.RELATIVE)
        if days is not None and claim.period_inherited:
            days = replace(days, basis=Basis.CONTEXT)
        if days is None:
            return Days(self._today, self._today, Basis.DOCUMENT)
        if metric.rolling_months and days.last:
            first, last = rolling(days.last, metric.rolling_months, Span.MONTH)
            return Days(first, last, days.basis)
        told = claim.period.when if claim.period else None
        started = claim.from_baseline and told is When.LAST
        if metric.type == "stock" and (started or told in (When.ROLLING, When.TO_DATE, When.THIS)):
            return Days(days.last, days.last, days.basis)
        return days

    def _baseline(self, claim: Claim, days: Days) -> Days | None:
        """What a change is measured against, where its own words give it."""
        if claim.kind is not Kind.CHANGE:
            return None
        if claim.baseline is None and _measures_change(claim) and claim.period is not None:
            span = resolve(claim.period, self._today, claim.metric)
            start = span.first - timedelta(days=1) if span else None
            return Days(start, start, Basis.RELATIVE) if start else None
        if claim.baseline is None:
            return None
        period: Period = replace(claim.baseline, since=False)
        if claim.period is not None and claim.period.when is When.FIXED:
            period = _same_months(period, days)
        if period.when is When.EARLIER:
            return earlier(days, period)
        if period.when is When.LAST and days.last < self._today:
            return earlier(days, replace(period, number=1))
        return resolve(period, self._today, claim.metric, days)

    def _anchored(self, claim: Claim, days: Days, others: Sequence[Claim]) -> Days:
        """A change that has no period but says what it is measured against is of the time of the level beside it."""
        if claim.kind is not Kind.CHANGE or claim.baseline is None or claim.period is not None:
            return days
        beside = [
            self._days[id(c)]
            for c in others
            if c.kind is Kind.LEVEL
            and c.metric is claim.metric
            and c.sentence == claim.sentence
            and id(c) in self._days
        ]
        stated = [d for d in beside if d.basis is not Basis.DOCUMENT]
        return max(stated, key=lambda d: d.last) if stated else days

    def _from_levels(
        self, claim: Claim, days: Days, baseline: Days | None, others: Sequence[Claim]
    ) -> tuple[Days, Days | None]:
        """The periods of a change that says none, from the levels it stands with: it runs from the earliest of
        them, or the one called the start, to the latest."""
        levels = [
            c
            for c in others
            if c.kind is Kind.LEVEL
            and c.metric is claim.metric
            and c.by == claim.by
            and c.area == claim.area
            and c.role is claim.role
            and -1 < claim.sentence - c.sentence <= 3
            and id(c) in self._days
            and self._days[id(c)].basis is not Basis.DOCUMENT
        ]
        if not levels:
            return days, baseline
        times = [self._days[id(c)] for c in levels]
        end = max(times, key=lambda d: d.last)
        start = baseline or next((self._days[id(c)] for c in levels if c.from_baseline), None)
        start = start or min(times, key=lambda d: d.last)
        if claim.since_then:
            return days, end
        if claim.period is not None and claim.period.when is not When.CONTEXT:
            return days, start if start.last < days.last else baseline
        if end.last > start.last:
            return end, start
        if baseline is None and any(c.since_then for c in levels):
            return days, start
        return (end if baseline is None else days), baseline

    def _observation(
        self, claim: Claim, days: Days, baseline: Days | None, passage: Passage, section: str | None
    ) -> Observation:
        start, end = passage.locate(*claim.quote)
        number_start, number_end = passage.locate(claim.number.start, claim.number.end)
        place = self._document.place(start, end)
        text = self._document.text
        box = (place.box.x0, place.box.top, place.box.x1, place.box.bottom) if place.box else None
        metric, by = where_placed(self._catalogue, claim.metric, claim.by)
        doubts = list(claim.doubts)
        if place.page in self._pictures:
            doubts.append(_OCR)
        return Observation(
            doc=self._document.name,
            part=self._index,
            metric=metric.id,
            kind=claim.kind,
            value=claim.value,
            unit=claim.unit,
            by=dict(sorted(by.items())),
            area=claim.area,
            role=claim.role,
            bound=claim.bound,
            period_start=days.first,
            period_end=days.last,
            period_basis=days.basis,
            baseline_start=baseline.first if baseline else None,
            baseline_end=baseline.last if baseline else None,
            certainty=_certainty(doubts),
            reason=_reason(claim, days, doubts),
            evidence=Evidence(
                quote=text[start:end],
                char_start=start,
                char_end=end,
                number=text[number_start:number_end],
                number_start=number_start,
                number_end=number_end,
                page=place.page,
                section=section,
                bbox=box,
            ),
        )


def _measures_change(claim: Claim) -> bool:
    """Whether the period of a change is the time over which it happened: `a fall over the last 12 months`."""
    return (
        claim.kind is Kind.CHANGE
        and claim.baseline is None
        and claim.period is not None
        and claim.period.when is When.ROLLING
        and claim.period.last is None
    )


def _same_months(baseline: Period, days: Days) -> Period:
    """`January to July 2019 against 2018`: the same months of the year compared with."""
    first, last = baseline.first, baseline.last
    if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return baseline
    if days.first.year != days.last.year or (days.last - days.first).days > 320:
        return baseline
    end = (
        days.last.replace(year=first.year, day=min(days.last.day, 28))
        if days.last.day == 29
        else days.last.replace(year=first.year)
    )
    return replace(baseline, first=days.first.replace(year=first.year, day=min(days.first.day, 28)), last=end)


def _certainty(doubts: Sequence[str]) -> Certainty:
    return Certainty.LOW if len(doubts) >= _MANY_DOUBTS else Certainty.MEDIUM if doubts else Certainty.HIGH


def _reason(claim: Claim, days: Days, doubts: Sequence[str]) -> str:
    """Why it was read so, in words: how it was joined, where its period is from, and what speaks against it."""
    but = f" (but {', '.join(dict.fromkeys(doubts))})" if doubts else ""
    return f"{'; '.join(claim.reasons)}; {_PERIODS[days.basis]}{but}"
