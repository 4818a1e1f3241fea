"""October 2023, the rest of the pack: the appendix of tables, the fostering report, the slide and the forward plan."""

from __future__ import annotations

from typing import Any

from making.blocks import Block, Card, Cards, Details, Grid, Head, Heading, Note, Row, group, measure, para
from making.facts import Fact, Period, day, level, month, say, span, year

_SEPTEMBER = day("2023-09-30")
_JUNE = day("2023-06-30")
_FIRST = span("2023-04-01", "2023-06-30")
_SECOND = span("2023-07-01", "2023-09-30")
_TODAY = day("2023-10-10").said
_EMPTY = ("", "")

_HEAD_QUARTERS = (
    Head("Quarter 1 (Apr to Jun)"),
    Head("Quarter 2 (Jul to Sep)"),
    Head("Quarter 3 (Oct to Dec)"),
    Head("Quarter 4 (Jan to Mar)"),
)


def _of_all(label: str, dimension: str, member: str, number: int, share: float) -> Row:
    by = {dimension: member}
    cells = (
        level("cla.count", number, _SEPTEMBER, by=by),
        level("cla.count", share, _SEPTEMBER, "percent", written=f"{share:.1f}", by=by),
    )
    return Row(label, cells)


def _flow(label: str, metric: str, before: float, first: float, second: float, **more: Any) -> Row:
    after = more.pop("after", (*_EMPTY, ""))
    periods = (year(2022), _FIRST, _SECOND)
    return measure(label, metric, (before, first, second), periods, after=after, **more)


CHILDREN = Grid(
    "Table 1: Children looked after by gender and age group",
    (
        (Head("Characteristic", rows=2), Head("Position on 30 September 2023", columns=2)),
        (Head("Number of children"), Head("Share of all children looked after (%)")),
    ),
    (
        group("Gender"),
        _of_all("Female", "gender", "female", 178, 44.0),
        _of_all("Male", "gender", "male", 227, 56.0),
        group("Age group"),
        _of_all("Under 1", "age", "under_1", 17, 4.2),
        _of_all("1 to 4", "age", "1-4", 46, 11.4),
        _of_all("5 to 9", "age", "5-9", 79, 19.5),
        _of_all("10 to 15", "age", "10-15", 156, 38.5),
        _of_all("16 and over", "age", "16+", 107, 26.4),
        Row("All children looked after", (level("cla.count", 405, _SEPTEMBER), ""), "total"),
    ),
    shares=(0.44, 0.28, 0.28),
)

QUARTERS = Grid(
    "Table 2: Key measures by quarter, 2023/24",
    (
        (
            Head("Measure", rows=2),
            Head("2022/23 outturn", rows=2),
            Head("2023/24", columns=4),
            Head("Target for the year", rows=2),
        ),
        _HEAD_QUARTERS,
    ),
    (
        group("Coming into and leaving care"),
        _flow("Children who became looked after", "cla.started", 171, 38, 41),
        _flow("Children who ceased to be looked after", "cla.ceased", 163, 50, 48),
        group("Permanence"),
        _flow("Special guardianship orders granted", "sgo.granted", 31, 9, 11),
        group("Timeliness"),
        _flow(
            "Looked-after reviews held on time (%)",
            "review.timely",
            93,
            97,
            96,
            unit="percent",
            after=(*_EMPTY, level("review.timely", 95, year(2023).context, "percent", written="95", role="target")),
        ),
    ),
    shares=(0.28, 0.11, 0.125, 0.125, 0.125, 0.125, 0.11),
    note="Quarters are those of the financial year. A blank cell means that the quarter has yet to be reported.",
)


def _carers(label: str, care_type: str, before: int, first: int, second: int, kind: str = "row") -> Row:
    by = {"care_type": care_type} if care_type else {}
    periods = (year(2022), _JUNE, _SEPTEMBER)
    return measure(label, "foster.carers", (before, first, second), periods, by=by, kind=kind, after=_EMPTY)


CARERS = Grid(
    "Table 3: Approved fostering households by type of care",
    ((Head("Type of care"), Head("2022/23"), *(Head(f"Quarter {n}") for n in range(1, 5))),),
    (
        _carers("Long-term", "long_term", 21, 20, 20),
        _carers("Short-term and respite", "short_term", 58, 57, 55),
        _carers("Connected persons (fully approved)", "connected", 34, 33, 35),
        _carers("Fostering to adopt", "fostering_to_adopt", 3, 3, 4),
        _carers("Total", "", 116, 113, 112, "total"),
    ),
    shares=(0.35, 0.13, 0.13, 0.13, 0.13, 0.13),
    note="Counted on the last day of each quarter: Quarter 1 on 30 June 2023, Quarter 2 on 30 September 2023.",
)

APPENDIX: tuple[Block, ...] = (CHILDREN, QUARTERS)

FOSTERING: tuple[Block, ...] = (
    Details(
        (
            ("Report to:", "Corporate Parenting Panel"),
            ("Date:", "10 October 2023"),
            ("Subject:", "Fostering Service: Quarterly Report"),
            ("Report of:", "Gareth Nunn, Fostering Service Manager, 01632 960162"),
        )
    ),
    Heading("Households", 2, "1"),
    para(
        "Table 3 shows how many households were approved to foster for the Council at the end of each quarter. It "
        "counts households and not people: most have two carers.",
        number="1.1",
    ),
    CARERS,
    para(
        say(
            "In Quarter 2, {} mainstream households were approved, while {} households of all kinds were deregistered.",
            level("foster.approved", 4, _SECOND, written="four", by={"care_type": "mainstream"}),
            level("foster.deregistered", 6, _SECOND, written="six"),
        ),
        "Those who left gave retirement and the cost of living as their reasons. An exit interview was offered to "
        "each of them within 10 working days.",
        number="1.2",
    ),
    Heading("Places", 2, "2"),
    para(
        say(
            "The service is approved for {} places, of which {} are vacant and {} are not available.",
            level("foster.places", 208, _TODAY),
            level("foster.vacant", 37, _TODAY),
            level("foster.unavailable", 29, _TODAY),
        ),
        "A place is not available where a carer is ill, is moving house, or has a child who needs to be the only one.",
        number="2.1",
    ),
    Heading("Recruitment", 2, "3"),
    para(
        say(
            "There were {} initial enquiries in Quarter 2, up from {} in Quarter 1.",
            level("foster.enquiries", 31, _SECOND),
            level("foster.enquiries", 24, _FIRST),
        ),
        "The autumn campaign, which costs £12,500, started on 4 September 2023. Information evenings have been held at "
        "three libraries and some 70 people came.",
        number="3.1",
    ),
    para(
        "The weekly allowance went up by 12.4% in April, which brings it level with the national minimum for the "
        "region. Carers have asked that mileage, now 45p, be looked at as well.",
        number="3.2",
    ),
)


def _card(caption: str, metric: str, now: float, target: float, before: float, unit: str = "percent") -> Card:
    def fact(value: float, period: Period, role: str = "actual") -> Fact:
        return level(metric, value, period, unit, role=role, by=by)

    by = {"cohort": "cla"} if metric == "visit.timely" else {}
    latest = month(2023, 9)
    return Card(
        caption,
        fact(now, latest),
        (
            say("Latest: Sep 2023"),
            say("Target: {}", fact(target, latest.context, "target")),
            say("Previous: {} (Jun 2023)", fact(before, month(2023, 6))),
        ),
    )


SLIDE_TITLE = "Health and education at a glance"
SLIDE_LINE = "Children in our care · Virtual School and Health Team"

SLIDE: tuple[Block, ...] = (
    Cards(
        (
            _card("Personal education plans up to date", "cla.pep", 94, 95, 92),
            _card("Review health assessments up to date", "cla.health_assessment", 91, 92, 88),
            _card("Initial health assessments in 20 working days", "cla.iha_timely", 68, 85, 59),
            _card("Looked-after children visited on time", "visit.timely", 93, 95, 91),
        )
    ),
    Note("", "Ffion Bradstock, Virtual School Head · Corporate Parenting Panel, 10 October 2023"),
)

PLAN = (
    ("16 January 2024", "Permanence and care leavers: progress report", "Louise Tennant"),
    ("16 January 2024", "Work for care leavers: Education and Skills Board", "Imran Qadri"),
    ("16 April 2024", "Year-end performance, Quarter 4 2023/24", "Tomasz Wilk"),
    ("16 April 2024", "Independent Reviewing Service: annual report", "Rosalind Peake"),
    ("9 July 2024", "Regulation 44: themes from the visitor’s reports", "Imran Qadri"),
)
