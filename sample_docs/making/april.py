"""April 2024: minutes, as the Council's committee system shows them on a web page."""

from __future__ import annotations

from dataclasses import dataclass

from making.blocks import Block, items, para
from making.facts import change, day, level, month, say, span, year

NAME = "2024-04-16-minutes"
BODY = "Corporate Parenting Panel"
WHEN = "Tuesday, 16th April, 2024 5.30 pm"

_TODAY = day("2024-04-16").said
_MARCH = day("2024-03-31")
_MARCH_BEFORE = day("2023-03-31")


@dataclass(frozen=True, slots=True)
class MinutedItem:
    """An item of the agenda with what was minuted of it. `file` is the name and size of its attachment."""

    title: str
    blurb: str
    blocks: tuple[Block, ...]
    resolved: str = ""
    file: str = ""


_DEMAND = (
    para(
        "The Head of Children in Care introduced the report on the year as a whole.",
        say(
            "There had been {} children in the Council’s care on 31 March 2024, {} fewer than on 31 March 2023 (a fall "
            "of {}).",
            level("cla.count", 388, _MARCH),
            change("cla.count", -36, "count", _MARCH, _MARCH_BEFORE),
            change("cla.count", -8.5, "percent", _MARCH, _MARCH_BEFORE),
        ),
        say(
            "The rate was {} per 10,000, compared with {} for statistical neighbours and {} for England.",
            level("cla.rate", 98.5, _MARCH.context, "per_10000"),
            level("cla.rate", 92, _MARCH.context, "per_10000", written="92.0", area="statistical_neighbours"),
            level("cla.rate", 71, _MARCH.context, "per_10000", area="england"),
        ),
        say(
            "During 2023/24, {} children had started to be looked after and {} had ceased.",
            level("cla.started", 148, year(2023)),
            level("cla.ceased", 184, year(2023)),
        ),
    ),
    para(
        say(
            "{} unaccompanied asylum-seeking children were in care at the end of March 2024, and they now made up {} "
            "of the children looked after.",
            level("uasc.count", 31, _MARCH, written="Thirty-one"),
            level("uasc.count", 8, _TODAY, "percent"),
        ),
        say(
            "Child protection plans had gone up from {} in December 2023 to {} in March 2024, a rise of {}.",
            level("cp.count", 219, month(2023, 12)),
            level("cp.count", 224, month(2024, 3)),
            change("cp.count", 2.3, "percent", month(2024, 3), month(2023, 12)),
        ),
        "The Director did not think that this was the start of a trend.",
    ),
)

_PERMANENCE = (
    para("The Service Manager, Permanence, reported that:"),
    items(
        say(
            "{} special guardianship orders had been granted in 2023/24, against {} in 2022/23 (up {});",
            level("sgo.granted", 38, year(2023)),
            level("sgo.granted", 31, year(2022)),
            change("sgo.granted", 22.6, "percent", year(2023), year(2022)),
        ),
        say(
            "{} adoption orders had been made in 2023/24, {} fewer than in the year before;",
            level("adoption.orders", 16, year(2023)),
            change("adoption.orders", -1, "count", year(2023), year(2022), written="one"),
        ),
        say(
            "{} children had been living with connected carers at the end of March 2024; and",
            level("connected_care.count", 90, _MARCH),
        ),
        say(
            "the number of children placed with parents had come down to {} by the same date.",
            level("placed_with_parents.count", 36, _MARCH.context),
        ),
    ),
)

_CARE_LEAVERS = (
    para(
        say(
            "As to care leavers, {} had been in education, employment or training at the end of March 2024, which was "
            "short of the target of {}.",
            level("care_leavers.eet", 65, _MARCH, "percent"),
            level("care_leavers.eet", 67, _MARCH.context, "percent", role="target"),
        ),
        say("Of the {} who were NEET:", level("care_leavers.neet", 58, _MARCH.context)),
    ),
    items(
        say(
            "{} were available for work;",
            level("care_leavers.neet", 15, _MARCH.context, by={"reason": "available_for_work"}),
        ),
        say(
            "{} were prevented by their emotional or mental health; and",
            level("care_leavers.neet", 14, _MARCH.context, by={"reason": "mental_health"}),
        ),
        say(
            "{} were pregnant or parents of young children.",
            level("care_leavers.neet", 8, _MARCH.context, by={"reason": "pregnancy_parenting"}),
        ),
    ),
    para(
        "The Vice-Chair said that a Council with 3,100 employees ought to find work for more of its own young people. "
        "The Director undertook to bring a plan to the next meeting."
    ),
)

_HEALTH = (
    para(
        say(
            "The Designated Nurse told the Panel that {} of children looked after had an up-to-date health "
            "assessment, having been {} in March 2023, and that {} had seen a dentist.",
            level("cla.health_assessment", 93, _TODAY, "percent"),
            level("cla.health_assessment", 89, month(2023, 3), "percent"),
            level("cla.dental", 84, _TODAY, "percent"),
        ),
        "The clinic at Abbey Mead had moved and its telephone number was now 01632 960199.",
    ),
    para(
        say(
            "The Virtual School Head said that attendance since September 2023 had been {}.",
            level("cla.attendance", 93.4, span("2023-09-01", "2024-04-16").relative, "percent"),
        ),
        say(
            "{} child looked after had been permanently excluded in the last three years.",
            level("cla.permanently_excluded", 0, span("2021-04-17", "2024-04-16").relative, written="No"),
        ),
        "Councillor Coombe asked that the thanks of the Panel be passed on to the 19 designated teachers who had come "
        "to the spring conference.",
    ),
)

_REVIEWS = (
    para(
        "The Independent Reviewing Service Manager presented the annual report.",
        say(
            "Just under {} reviews had been held in 2023/24, {} of them on time.",
            level("review.count", 1100, year(2023), bound="about"),
            level("review.timely", 97, year(2023), "percent"),
        ),
        say(
            "{} of children looked after were being visited within timescale, {} percentage point more than in "
            "September 2023.",
            level("visit.timely", 94, _TODAY, "percent", by={"cohort": "cla"}),
            change("visit.timely", 1, "points", _TODAY, month(2023, 9), written="one", by={"cohort": "cla"}),
        ),
    ),
    para(
        "She gave the example of a brother and sister, aged 9 and 7, who had been living 140 miles apart and were now "
        "with the same family. The Chair asked that the carers be written to."
    ),
)

_YOUTH_JUSTICE = (
    para(
        say(
            "There had been {} first-time entrants to the youth justice system in 2023/24, a rate of {} per 100,000, "
            "and {} children had been sentenced to custody.",
            level("yjs.first_time_entrants", 27, year(2023)),
            level("yjs.first_time_entrants", 182, year(2023), "per_100000"),
            level("yjs.custody", 2, year(2023), written="two"),
        ),
        "The Board of the service had met 4 times.",
    ),
)

ITEMS = (
    MinutedItem(
        "Apologies for Absence",
        "",
        (para("Apologies for absence were received from Councillors S Haldane and P Winterbourne."),),
    ),
    MinutedItem(
        "Declarations of Interest",
        "Members are asked whether they have an interest to declare.",
        (para("There were none."),),
    ),
    MinutedItem(
        "Minutes",
        "To approve the minutes of the meeting held on 16 January 2024.",
        (para("The minutes of the meeting held on 16 January 2024 were approved and signed by the Chair."),),
        file="Minutes of previous meeting, 16/01/2024 PDF 241 KB",
    ),
    MinutedItem(
        "Year-end Performance 2023/24",
        "Report of the Director of Children’s Services.",
        _DEMAND + _PERMANENCE + _CARE_LEAVERS,
        "that the report be noted and that the Director bring a plan for work and training to the meeting of 9 July "
        "2024.",
        "Year-end performance PDF 1 MB",
    ),
    MinutedItem(
        "Health and Education: Spoken Update",
        "The Designated Nurse and the Virtual School Head will speak to this item.",
        _HEALTH,
        "that the update be noted.",
    ),
    MinutedItem(
        "Independent Reviewing Service: Annual Report",
        "Report of the Independent Reviewing Service Manager.",
        _REVIEWS,
        "that the annual report be received.",
        "IRS annual report PDF 389 KB",
    ),
    MinutedItem(
        "Youth Justice Service",
        "The Head of Service will give a short update.",
        _YOUTH_JUSTICE,
        "that the update be noted.",
    ),
    MinutedItem(
        "Date of Next Meeting",
        "",
        (para("Tuesday 9 July 2024 at 5.30 pm. The meeting ended at 7.20 pm."),),
    ),
)

BLOCKS: tuple[Block, ...] = tuple(block for minuted in ITEMS for block in minuted.blocks)
