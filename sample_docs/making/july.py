"""July 2023: a scorecard report, as a converter from Word to Markdown left it. Its date stands in the sidecar alone."""

from __future__ import annotations

from making.blocks import Block, Details, Furniture, Grid, Head, Heading, Row, group, item, items, measure, para
from making.facts import change, day, level, say, span, year

NAME = "2023-07-11-childrens-services-scorecard"
FACTS = {"council": "Wexcombe Borough Council", "body": "Corporate Parenting Panel", "date": "2023-07-11"}

_MARCH = day("2023-03-31")
_JUNE = day("2023-06-30")
_QUARTER = span("2023-04-01", "2023-06-30")
_TODAY = day("2023-07-11").said
_TO_DATE = span("2023-04-01", "2023-07-11").relative
_YEAR_BEFORE = day("2022-03-31")

_NEIGHBOURS = {"area": "statistical_neighbours"}
_ENGLAND = {"area": "england"}


def _open_to_youth_justice(label: str, number: int, kind: str = "row", **by: str) -> Row:
    return measure(label, "yjs.caseload", (number,), (_QUARTER.context,), by=by, kind=kind)


_DEMAND = items(
    say(
        "At the end of June 2023 there were **{}** children in our care, **{}** fewer than at the end of March 2023 "
        "({}).",
        level("cla.count", 412, _JUNE),
        change("cla.count", -12, "count", _JUNE, _MARCH),
        level("cla.count", 424, _MARCH),
    ),
    say(
        "That is a rate of {} for every 10,000 children in the borough, against {} for our statistical neighbours and "
        "{} for England (both at 31 March 2022).",
        level("cla.rate", 104.6, _JUNE.context, "per_10000"),
        level("cla.rate", 90.4, _YEAR_BEFORE, "per_10000", **_NEIGHBOURS),
        level("cla.rate", 70, _YEAR_BEFORE, "per_10000", **_ENGLAND),
    ),
    say(
        "Between April and June 2023, {} children started to be looked after and {} ceased; put another way, {} "
        "children came in for every child who left.",
        level("cla.started", 38, _QUARTER),
        level("cla.ceased", 50, _QUARTER),
        level("cla.started_per_ceased", 0.8, _QUARTER, "ratio"),
    ),
    say(
        "{} of the children in our care ({}) are unaccompanied asylum\\-seeking children, of whom {} came into care "
        "during the quarter.",
        level("uasc.count", 23, _JUNE.context, written="Twenty-three"),
        level("uasc.count", 5.6, _JUNE.context, "percent"),
        level("uasc.started", 4, _QUARTER.context, written="four"),
    ),
    item(
        say(
            "{} children were the subject of a child protection plan on 30 June 2023, up from {} on 31 March 2023 "
            "(a {} rise).",
            level("cp.count", 246, _JUNE),
            level("cp.count", 233, _MARCH),
            change("cp.count", 5.6, "percent", _JUNE, _MARCH),
        ),
        say(
            "Fewer than {} of these plans have lasted two years or more, and almost {} of the plans begun in the "
            "quarter were for a second or subsequent time.",
            level("cp.count", 10, _JUNE.context, by={"duration": "over_2_years"}, bound="under"),
            level("cp.repeat", 19, _QUARTER.context, "percent", bound="about"),
        ),
    ),
    say(
        "The front door took {} contacts in the quarter and {} referrals were accepted; {} of the referrals came "
        "within 12 months of an earlier one.",
        level("contact.count", 1284, _QUARTER.context),
        level("referral.count", 341, _QUARTER.context),
        level("rereferral.share", 17.9, _QUARTER.context, "percent"),
    ),
    say(
        "{} of single assessments were finished inside 45 working days, just short of the {} target.",
        level("assessment.timely", 88, _QUARTER.context, "percent"),
        level("assessment.timely", 90, _QUARTER.context, "percent", role="target"),
    ),
)

_PERMANENCE = (
    para(
        say(
            "{} special guardianship orders have been made in the year to date.",
            level("sgo.granted", 9, _TO_DATE, written="Nine"),
        ),
        say(
            "In 2022/23 there were {} adoption orders, compared with {} in 2021/22, which is an increase of {}.",
            level("adoption.orders", 17, year(2022)),
            level("adoption.orders", 13, year(2021)),
            change("adoption.orders", 30.8, "percent", year(2022), year(2021)),
        ),
        "The regional adoption agency will bring its own annual report to the Panel in the autumn.",
        number="3.1",
    ),
    para(
        say(
            "{} children ({} of all those in our care) were living with connected carers at the end of June 2023.",
            level("connected_care.count", 104, _JUNE),
            level("connected_care.count", 25.2, _JUNE, "percent"),
        ),
        say(
            "Just over {} children on care orders are living at home with a parent.",
            level("placed_with_parents.count", 50, _TODAY, bound="about"),
        ),
        "Each of these plans is now looked at by the Permanence Tracking Group once a month, and discharge of the "
        "order is considered wherever it is safe.",
        number="3.2",
    ),
)

_CARE_LEAVERS = (
    para(
        say("The care leaver cohort stood at {} at the end of June 2023.", level("care_leavers.count", 161, _JUNE)),
        say(
            "Of these, **{}** were in education, employment or training (EET) and **{}** were not (NEET).",
            level("care_leavers.eet", 62, _JUNE.context, "percent"),
            level("care_leavers.neet", 38, _JUNE.context, "percent"),
        ),
        say(
            "The EET rate was {} for 17 and 18 year olds and {} for those aged 19 to 21.",
            level("care_leavers.eet", 71, _JUNE.context, "percent", by={"age": "17-18"}),
            level("care_leavers.eet", 57, _JUNE.context, "percent", by={"age": "19-21"}),
        ),
        number="4.1",
    ),
    para(
        "Personal advisers tell us that the cost of travel is what most often stops young people from taking up a "
        "place. A bursary of £1,200 for each young person who starts at college was agreed by Cabinet on 6 June 2023.",
        number="4.2",
    ),
)

_YOUTH_JUSTICE = (
    para(
        say(
            "{} children were open to the Youth Justice Service at some point in the quarter.",
            level("yjs.caseload", 49, _QUARTER.context),
        ),
        "Table 1 shows who they were.",
        number="5.1",
    ),
    Grid(
        "**Table 1: Children open to the Youth Justice Service, 1 April to 30 June 2023**",
        ((Head(""), Head("Number of children")),),
        (
            group("**Gender**"),
            _open_to_youth_justice("Girls", 9, gender="female"),
            _open_to_youth_justice("Boys", 40, gender="male"),
            group("**Age**"),
            _open_to_youth_justice("10\\-13", 8, age="10-13"),
            _open_to_youth_justice("14\\-15", 19, age="14-15"),
            _open_to_youth_justice("16\\-17", 22, age="16-17"),
            group("**Looked after child**"),
            _open_to_youth_justice("Yes", 11, looked_after="yes"),
            _open_to_youth_justice("No", 38, looked_after="no"),
            _open_to_youth_justice("**All children**", 49, "total"),
        ),
    ),
)

BLOCKS: tuple[Block, ...] = (
    Heading("**Wexcombe Borough Council**", 1),
    Heading("**Corporate Parenting Panel**", 2),
    Heading("**Children’s Services Scorecard: Quarter 1, 2023/24**", 2),
    Details(
        (
            ("Report of", "Imran Qadri, Head of Children in Care"),
            ("Contact officer", "Tomasz Wilk, Performance and Insight, 01632 960183, tomasz.wilk@example.org"),
            ("Wards affected", "All"),
        )
    ),
    Heading("Why this report comes to the Panel", 3, "1\\."),
    para(
        "The Panel looks at the scorecard every quarter, so that Members as corporate parents can see what is going "
        "well for the children in the Council’s care and where the service has to do better. The measures were chosen "
        "by the Panel at its meeting on 18 April 2023.",
        number="1.1",
    ),
    para(
        "Figures were drawn from the case management system on the third working day of July. They have not been "
        "checked by the Department for Education and small differences from its published tables are to be expected.",
        number="1.2",
    ),
    Heading("Demand", 3, "2\\."),
    para("Headlines for Quarter 1 (April to June 2023):", number="2.1"),
    _DEMAND,
    para(
        "Officers put the lower number of children in care down to earlier help for families in the three hub areas "
        "and to a firmer grip on care planning. The work of the hubs is paid for until March 2025 from a grant of "
        "£640,000.",
        number="2.2",
    ),
    Heading("Permanence", 3, "3\\."),
    *_PERMANENCE,
    Furniture("Wexcombe Borough Council \\- Corporate Parenting Panel \\- Page 2 of 3"),
    Heading("Care leavers", 3, "4\\."),
    *_CARE_LEAVERS,
    Heading("Youth justice", 3, "5\\."),
    *_YOUTH_JUSTICE,
    para(
        "The service was inspected in February 2022 and its improvement plan was closed by the Management Board in "
        "May. Two practice workshops have been held since, with 46 staff taking part.",
        number="5.2",
    ),
    Heading("Recommendation", 3, "6\\."),
    para(
        "That the Panel note the scorecard and say which measures it wishes to examine more closely at its meeting on "
        "10 October 2023.",
        number="6.1",
    ),
)
