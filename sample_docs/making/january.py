"""January 2024: a progress report, as the officer wrote it in Word."""

from __future__ import annotations

from making.blocks import Block, Details, Grid, Head, Heading, Note, Row, item, items, measure, para
from making.facts import change, day, level, month, say, span, year

NAME = "2024-01-16-permanence-report"
TITLE = "Permanence and Care Leavers: Progress Report"

_TODAY = day("2024-01-16").said
_DECEMBER = day("2023-12-31")
_SEPTEMBER = day("2023-09-30")
_TO_DATE = span("2023-04-01", "2024-01-16").relative
_SIX_MONTHS = span("2023-07-17", "2024-01-16").relative
_LAST_YEAR = span("2022-04-01", "2023-01-16").relative

_PICTURE = items(
    item(
        say(
            "{} children were looked after, which is {} per 10,000 (statistical neighbours {}, England {})",
            level("cla.count", 396, _DECEMBER.context),
            level("cla.rate", 100.5, _DECEMBER.context, "per_10000"),
            level("cla.rate", 92, _DECEMBER.context, "per_10000", written="92.0", area="statistical_neighbours"),
            level("cla.rate", 71, _DECEMBER.context, "per_10000", area="england"),
        ),
        below=(
            item(
                say(
                    "{} ({}) were unaccompanied asylum-seeking children",
                    level("uasc.count", 29, _DECEMBER.context),
                    level("uasc.count", 7.3, _DECEMBER.context, "percent"),
                )
            ),
            item(say("{} were placed with parents", level("placed_with_parents.count", 41, _DECEMBER.context))),
        ),
    ),
    item(
        say("{} children were subject to a child protection plan", level("cp.count", 219, _DECEMBER.context)),
        below=(
            item(
                say(
                    "fewer than {} had been on a plan for more than 18 months",
                    level("cp.count", 5, _DECEMBER.context, by={"duration": "over_18_months"}, bound="under"),
                )
            ),
        ),
    ),
)

_CONNECTED = (
    para(
        say(
            "The number of children with connected carers has gone from {} in September 2022 to {} in August 2023, and "
            "on 31 December 2023 it was {}.",
            level("connected_care.count", 121, month(2022, 9)),
            level("connected_care.count", 101, month(2023, 8)),
            level("connected_care.count", 94, _DECEMBER),
        ),
        say(
            "Over the whole of that time it has fallen by {}.",
            change("connected_care.count", -22.3, "percent", _DECEMBER.context, month(2022, 9)),
        ),
        "The figure for August is higher than the one that the Panel was given in October: some placements had been "
        "recorded late and have since been added.",
    ),
    para(
        say(
            "In the last six months {} connected carer placements began and {} came to an end, for the most part "
            "because the carers became the child’s special guardians.",
            level("connected_care.started", 14, _SIX_MONTHS),
            level("connected_care.ceased", 22, _SIX_MONTHS),
        ),
        "Carers wait too long for their assessment to reach panel. The Fostering Panel has put on 2 extra days in "
        "February and will sit for 6 hours on each.",
    ),
)

_ORDERS = items(
    item(
        say(
            "{} special guardianship orders have been granted, compared with {} in the same period last year",
            level("sgo.granted", 30, _TO_DATE.context),
            level("sgo.granted", 24, _LAST_YEAR),
        )
    ),
    item(
        say("{} adoption orders have been granted", level("adoption.orders", 13, _TO_DATE.context)),
        below=(
            item(
                say(
                    "{} of the children are from minority ethnic backgrounds",
                    level("adoption.orders", 4, _TO_DATE.context, by={"ethnicity": "minority_ethnic"}),
                )
            ),
            item(say("{} were aged 4 or over", level("adoption.orders", 3, _TO_DATE.context, by={"age": "4+"}))),
            item(
                say(
                    "there were {} sibling groups of 2",
                    level("adoption.orders", 2, _TO_DATE.context, written="two", by={"sibling_group": "2"}),
                )
            ),
        ),
    ),
    item(say("{} children have moved in with adopters", level("adoption.placed", 9, _TO_DATE.context))),
)

_ADOPTION = (
    para(
        say(
            "{} children currently have a placement order, and only {} of them have yet to be linked with a family.",
            level("adoption.placement_orders", 21, _TODAY),
            level("adoption.unlinked", 3, _TODAY, written="three"),
        ),
    ),
    para(
        say(
            "In 2021/22 the average time from placement order to a match was {} days; in 2022/23 it was {}^1^.",
            level("adoption.days_order_to_match", 214, year(2021), "days"),
            level("adoption.days_order_to_match", 187, year(2022), "days"),
        ),
    ),
    Note("1", "Measure A2 of the adoption scorecard. The later figure is the Council’s own and is not yet published."),
)


def _reason(label: str, reason: str, before: int, now: int) -> Row:
    by = {"reason": reason} if reason else {}
    return measure(
        label, "care_leavers.neet", (before, now), (_SEPTEMBER, _DECEMBER), by=by, kind="row" if reason else "total"
    )


_NEET = Grid(
    "Table 1: Care leavers who are NEET, by reason",
    (
        (Head("Reason", rows=2), Head("Number of young people on", columns=2)),
        (Head("30 September 2023"), Head("31 December 2023")),
    ),
    (
        _reason("Illness or disability", "illness_disability", 6, 7),
        _reason("Pregnancy or parenting", "pregnancy_parenting", 9, 9),
        _reason("Available for work", "available_for_work", 19, 16),
        _reason("Caring responsibilities", "caring_responsibilities", 5, 5),
        _reason("In custody", "custody", 4, 3),
        _reason("Emotional or mental health", "mental_health", 13, 14),
        _reason("Religious traditions", "religious_traditions", 1, 0),
        _reason("Substance misuse", "substance_misuse", 2, 2),
        _reason("Other circumstances", "other", 5, 5),
        _reason("All care leavers who are NEET", "", 64, 61),
    ),
    shares=(0.5, 0.25, 0.25),
)

_CARE_LEAVERS = (
    para(
        say(
            "On 31 December 2023 there were {} care leavers in the cohort, of whom {} ({}) were in education, "
            "employment or training (EET) and {} ({}) were not (NEET).",
            level("care_leavers.count", 166, _DECEMBER),
            level("care_leavers.eet", 105, _DECEMBER),
            level("care_leavers.eet", 63.3, _DECEMBER, "percent"),
            level("care_leavers.neet", 61, _DECEMBER),
            level("care_leavers.neet", 36.7, _DECEMBER, "percent"),
        ),
        say(
            "The share who are NEET has come down by {} percentage points since September 2023.",
            change("care_leavers.neet", -2.3, "points", _DECEMBER.context, month(2023, 9), written="2.3"),
        ),
        "Table 1 sets out the reasons.",
    ),
    _NEET,
    para(
        say(
            "{} care leavers are at university and {} have taken up apprenticeships.",
            level("care_leavers.university", 12, _TODAY, written="Twelve"),
            level("care_leavers.apprenticeship", 8, _TODAY, written="eight"),
        ),
        say(
            "Over {} of pathway plans are up to date; the target is {}.",
            level("care_leavers.pathway_plan", 90, _TODAY, "percent", bound="over"),
            level("care_leavers.pathway_plan", 95, _TODAY, "percent", role="target"),
        ),
        "The celebration evening in November was attended by 85 guests, and the Mayor gave out 31 awards.",
    ),
)

BLOCKS: tuple[Block, ...] = (
    Heading(TITLE, 0),
    Details(
        (
            ("Report to:", "Corporate Parenting Panel"),
            ("Date of meeting:", "16 January 2024"),
            ("Report author:", "Louise Tennant, Service Manager, Permanence"),
            ("Telephone:", "01632 960155"),
            ("Lead member:", "Councillor Joanna Tarrant"),
        )
    ),
    Heading("Purpose", 1, "1."),
    para(
        "This report tells Members how the Council’s Permanence Plan 2022 to 2025 is getting on. It follows the report "
        "of July and answers the questions that were put to officers at the meeting of 10 October 2023."
    ),
    Heading("The picture at the end of December", 1, "2."),
    para("On 31 December 2023:"),
    _PICTURE,
    Heading("What has been done", 1, "3."),
    para("Since the last meeting the service has:"),
    items(
        item(
            "relaunched the practice standards for permanence planning",
            below=(
                item("a one-page guide has gone to all social workers and their managers"),
                item("an eLearning module, which takes 45 minutes, must be completed by the end of March"),
            ),
        ),
        item("brought legal advice into the Permanence Tracking Group"),
        item("agreed a protocol with the Family Court so that applications to discharge an order are heard sooner"),
    ),
    para(
        "A permanence champion has been named in each of the 7 teams. Champions meet every 6 weeks and have a budget "
        "of £3,500 for books and materials."
    ),
    Heading("Connected carers", 1, "4."),
    *_CONNECTED,
    Heading("Orders that secure permanence", 1, "5."),
    para("Since 1 April 2023:"),
    _ORDERS,
    *_ADOPTION,
    Heading("Care leavers", 1, "6."),
    *_CARE_LEAVERS,
    Heading("Next steps", 1, "7."),
    para(
        "The Council has bid for £240,000 from the Staying Close programme and will hear by 29 February 2024. If the "
        "bid succeeds, four flats in Tannery Lane will be ready in September."
    ),
    Heading("Recommendation", 1, "8."),
    para("That the Panel note the progress made and receive a further report in July 2024."),
)
