"""October 2023, first half of the pack: the agenda, and the minutes of the meeting of 11 July 2023."""

from __future__ import annotations

from dataclasses import dataclass

from making.blocks import Block, Details, Heading, items, para
from making.facts import change, day, level, month, say, span, year

NAME = "2023-10-10-agenda-pack"
TITLE = "Agenda pack: Corporate Parenting Panel, 10 October 2023"

_JULY = day("2023-07-11").said
_SIX_MONTHS = span("2023-01-12", "2023-07-11").relative
_TO_DATE = span("2023-04-01", "2023-07-11").relative
_JUNE = day("2023-06-30")
_PEAK = month(2022, 11)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda; `part` names the part of the pack whose pages it points to."""

    number: str
    title: str
    detail: str = ""
    part: str = ""


MEETING = (
    ("Date:", "Tuesday 10 October 2023"),
    ("Time:", "5.30 pm"),
    ("Venue:", "Council Chamber, The Guildhall, Market Street, Wexcombe"),
)

AGENDA = (
    AgendaItem("1.", "Apologies for absence"),
    AgendaItem("2.", "Declarations of interest", "Members are asked to declare any interest in an item below."),
    AgendaItem(
        "3.",
        "Minutes of the previous meeting",
        "To approve the minutes of the meeting held on 11 July 2023.",
        "minutes",
    ),
    AgendaItem("4.", "Voice of children and young people", "Report of the Participation Officer.", "voice"),
    AgendaItem(
        "5.",
        "Children in our care: performance, Quarter 2 2023/24",
        "Report of the Director of Children’s Services.",
        "report",
    ),
    AgendaItem("6.", "Fostering service: quarterly report", "Report of the Fostering Service Manager.", "fostering"),
    AgendaItem("7.", "Health and education at a glance", "Presentation by the Virtual School Head.", "slides"),
    AgendaItem("8.", "Forward plan", "To note the items for the coming meetings.", "plan"),
    AgendaItem("9.", "Any other business which the Chair considers urgent"),
)

MEMBERS = (
    "Councillors A Pellow (Chair), J Tarrant (Vice-Chair), D Coombe, S Haldane, M Okonjo-Reid, R Sadiq and "
    "P Winterbourne"
)

CONTACT = (
    "For more information about this agenda, or to ask for it in another format, please contact Beth Amory, Democratic "
    "Services, on 01632 960147 or at democratic.services@example.org. The agenda was published on 2 October 2023."
)

NOTES = (
    (
        "Attending the meeting",
        "The meeting is open to the public and will be recorded. The doors open 20 minutes before the start. There are "
        "8 spaces for wheelchair users in the gallery, and a hearing loop.",
    ),
    (
        "Questions from residents",
        "A question must reach Democratic Services by noon on the third working day before the meeting, that is by "
        "5 October 2023. No questioner may speak for more than 3 minutes.",
    ),
    (
        "Corporate parenting principles",
        "In law the Council is the parent of every child in its care. Members should ask of each report: would this be "
        "good enough for my own child? The seven principles are set out in section 1 of the Children and Social Work "
        "Act 2017.",
    ),
    (
        "Fire alarm",
        "If the alarm sounds, leave by the nearest exit and gather in the car park behind the Corn Hall. Do not use "
        "the lift.",
    ),
)

MINUTES: tuple[Block, ...] = (
    Details(
        (
            (
                "PRESENT:",
                "Councillors A Pellow (Chair), J Tarrant (Vice-Chair), S Haldane, R Sadiq and P Winterbourne",
            ),
            (
                "OFFICERS:",
                "B Amory, F Bradstock (Virtual School Head), H Marchbank (Director of Children’s Services), I Qadri "
                "(Head of Children in Care), L Tennant (Service Manager, Permanence) and T Wilk (Performance Manager)",
            ),
            ("ALSO PRESENT:", "Two members of the Wexcombe Wayfinders and their support worker"),
            ("APOLOGIES:", "Councillors D Coombe and M Okonjo-Reid"),
        )
    ),
    Heading("DECLARATIONS OF INTEREST", 2, "23/01"),
    para("Councillor Haldane declared a non-pecuniary interest as a governor of Millbrook Academy."),
    Heading("MINUTES OF THE MEETING HELD ON 18 APRIL 2023", 2, "23/02"),
    para("The minutes were agreed as a correct record and signed by the Chair."),
    Heading("VOICE OF CHILDREN AND YOUNG PEOPLE", 2, "23/03"),
    para(
        "Two members of the Wayfinders, the council of children in care, spoke about their residential weekend at the "
        "coast. Fourteen young people aged 11 to 17 had gone, and the £400 left over would be put towards the "
        "celebration evening. They asked for fewer changes of social worker and for meetings not to be held in school "
        "time.",
        "The Chair thanked them and undertook to reply in writing within 20 working days.",
    ),
    Heading("CHILDREN’S SERVICES SCORECARD", 2, "23/04"),
    para(
        "The Head of Children in Care presented the scorecard for the first quarter of the year.",
        say(
            "He reported that the number of children looked after had come down from {} in November 2022 to {} at the "
            "end of June 2023, a reduction of {}.",
            level("cla.count", 446, _PEAK),
            level("cla.count", 412, _JUNE),
            change("cla.count", -7.6, "percent", _JUNE, _PEAK),
        ),
        say(
            "In the last six months {} children had left care and {} had come in.",
            level("cla.ceased", 96, _SIX_MONTHS),
            level("cla.started", 77, _SIX_MONTHS),
        ),
    ),
    para(
        "Councillor Sadiq asked how this looked once the size of the borough was taken into account.",
        say(
            "The Performance Manager replied that the rate per 10,000 children had gone from {} in November 2022 to "
            "{} at the end of June 2023.",
            level("cla.rate", 113.2, _PEAK, "per_10000"),
            level("cla.rate", 104.6, _JUNE, "per_10000"),
        ),
        say(
            "It remained above that of the Council’s statistical neighbours, which stood at {}.",
            level("cla.rate", 90.4, _JULY, "per_10000", area="statistical_neighbours"),
        ),
    ),
    para(
        say(
            "The Virtual School Head said that {} of children in care had an up-to-date personal education plan, {} "
            "percentage points better than in March 2023.",
            level("cla.pep", 92, _JULY, "percent"),
            change("cla.pep", 2, "points", _JULY, month(2023, 3), written="two"),
        ),
        say(
            "{} child in the Council’s care had been permanently excluded from school since September 2021.",
            level("cla.permanently_excluded", 0, span("2021-09-01", "2023-07-11").relative, written="No"),
        ),
        "In reply to a question about suspensions she offered to bring a paper to a later meeting.",
    ),
    para(
        "Members welcomed the smaller number of children in care but wished to be sure that thresholds had not been "
        "raised. The Director assured them that no child had been turned away, and that the auditors had looked at "
        "this very question in the spring and had found decisions to be sound."
    ),
    para(
        "Councillor Winterbourne asked whether the £640,000 grant for the family hubs would be renewed. The Director "
        "answered that nothing had been heard from the Department and that a decision was not expected before the "
        "Autumn Statement."
    ),
    para("**RESOLVED:** that the scorecard be noted, and that placements far from home be looked at in October."),
    Heading("PERMANENCE: SPOKEN UPDATE", 2, "23/05"),
    para("The Service Manager, Permanence, drew attention to the following:"),
    items(
        say(
            "{} special guardianship orders had been made since 1 April 2023, and 5 more applications were before the "
            "court;",
            level("sgo.granted", 9, _TO_DATE, written="Nine"),
        ),
        say(
            "{} adoption orders had been granted in 2022/23, for children who in earlier years might have stayed in "
            "long-term foster care;",
            level("adoption.orders", 17, year(2022)),
        ),
        "the Permanence Tracking Group had met 3 times and was now joined by the regional adoption agency; and",
        "training on life story work had reached 22 social workers.",
    ),
    para("**RESOLVED:** that the update be noted."),
    Heading("DATE OF NEXT MEETING", 2, "23/06"),
    para("Tuesday 10 October 2023 at 5.30 pm. The meeting closed at 7.05 pm."),
)
