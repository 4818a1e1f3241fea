"""October 2023, second half of the pack: the officer's report with its numbered paragraphs."""

from __future__ import annotations

from making.blocks import Block, Details, Heading, Note, items, para
from making.facts import Sentence, change, day, level, month, say, span

_TODAY = day("2023-10-10").said
_SEPTEMBER = day("2023-09-30")
_JUNE = day("2023-06-30")
_YEAR_AGO = day("2022-09-30")
_QUARTER = span("2023-07-01", "2023-09-30")
_SIX_MONTHS = span("2023-04-11", "2023-10-10").relative
_TO_DATE = span("2023-04-01", "2023-10-10").relative
_MARCH_2022 = month(2022, 3)


def _because(number: int, words: str, reason: str) -> Sentence:
    return say(words, level("care_leavers.neet", number, _SEPTEMBER.context, by={"reason": reason}))


def _waiting(number: int, words: str, **by: str) -> Sentence:
    return say(words, level("adoption.placement_orders", number, _TODAY.context, by=by))


_LOOKED_AFTER = (
    para(
        say(
            "On 30 September 2023 the number of children looked after by the Council stood at {}^1^.",
            level("cla.count", 405, _SEPTEMBER),
        ),
        say(
            "This is {} for every 10,000 children in the borough.",
            level("cla.rate", 102.8, _SEPTEMBER.context, "per_10000"),
        ),
        say(
            "A year earlier there were {}, so the number has come down by {} ({}).",
            level("cla.count", 437, _YEAR_AGO.relative),
            change("cla.count", -32, "count", _SEPTEMBER.context, _YEAR_AGO),
            change("cla.count", -7.3, "percent", _SEPTEMBER.context, _YEAR_AGO),
        ),
        number="3.1",
    ),
    Note("1", "Provisional, from the case management system on 3 October 2023. Short breaks are left out."),
    para(
        say(
            "Between July and September 2023, {} children became looked after and {} left our care.",
            level("cla.started", 41, _QUARTER),
            level("cla.ceased", 48, _QUARTER),
        ),
        "Most of those who left did so by way of an order that keeps them within their wider family. Tables 1 and 2 in "
        "the appendix give the whole picture.",
        number="3.2",
    ),
    para(
        say(
            "There are now {} unaccompanied asylum-seeking children in our care ({} of the total), {} more than at the "
            "end of June 2023.",
            level("uasc.count", 26, _TODAY),
            level("uasc.count", 6.4, _TODAY, "percent"),
            change("uasc.count", 3, "count", _TODAY, _JUNE, written="three"),
        ),
        "The National Transfer Scheme asks the Council to take up to 0.1% of its child population.",
        number="3.3",
    ),
    para(
        "In July the Panel asked about children who live a long way from home.",
        say(
            "At the end of September 2023, {} children ({}) were placed more than 20 miles away, against a target of "
            "no more than {}.",
            level("placement.over_20_miles", 54, _SEPTEMBER),
            level("placement.over_20_miles", 13.3, _SEPTEMBER, "percent"),
            level("placement.over_20_miles", 12, _SEPTEMBER, "percent", role="target", bound="at_most"),
        ),
        "All of them have been visited, and the Head of Children in Care has satisfied himself that each placement is "
        "right for the child.",
        number="3.4",
    ),
    para(
        "The edge of care team works with families in the evenings and at weekends, when things most often go wrong. "
        "Parents who have been helped by it told the Quality Assurance Service that they valued having one worker who "
        "stayed with them from start to finish. The team is being joined to the family hubs so that help does not stop "
        "when the plan does.",
        number="3.5",
    ),
)

_PROTECTION = (
    para(
        say(
            "{} children were subject to a child protection plan at the end of September 2023, {} fewer than at the "
            "end of June 2023 (a reduction of {}).",
            level("cp.count", 231, _SEPTEMBER),
            change("cp.count", -15, "count", _SEPTEMBER, _JUNE),
            change("cp.count", -6.1, "percent", _SEPTEMBER, _JUNE),
        ),
        say(
            "The rate is {} per 10,000; in March 2022 it was {} among statistical neighbours and {} across England.",
            level("cp.rate", 58.6, _SEPTEMBER.context, "per_10000"),
            level("cp.rate", 53, _MARCH_2022, "per_10000", written="53.0", area="statistical_neighbours"),
            level("cp.rate", 42.1, _MARCH_2022, "per_10000", area="england"),
        ),
        number="4.1",
    ),
    para(
        say(
            "Neglect is the category in {} of plans and emotional abuse in {}.",
            level("cp.count", 51, _SEPTEMBER.context, "percent", by={"category": "neglect"}),
            level("cp.count", 36, _SEPTEMBER.context, "percent", by={"category": "emotional_abuse"}),
        ),
        say(
            "Only {} plans have now run for longer than 18 months.",
            level("cp.count", 6, _TODAY, written="six", by={"duration": "over_18_months"}),
        ),
        "Each of these is reviewed by the Service Manager, and in the longest of them, which concerns a family of "
        "three, an application to court is being prepared.",
        number="4.2",
    ),
)

_PERMANENCE = (
    para(
        say(
            "In the last six months {} special guardianship orders and {} child arrangements orders have been granted.",
            level("sgo.granted", 21, _SIX_MONTHS),
            level("cao.granted", 4, _SIX_MONTHS, written="four"),
        ),
        "Support plans for special guardians are reviewed after 12 months.",
        "Planning for permanence begins at the second review, and the Permanence Tracking Group will not let a plan "
        "wait on an assessment that nobody has been asked to write.",
        number="5.1",
    ),
    para(
        say(
            "The number of children living with connected carers has dropped from {} in September 2022 to {} in "
            "August 2023 (a {} reduction).",
            level("connected_care.count", 121, month(2022, 9)),
            level("connected_care.count", 97, month(2023, 8)),
            change("connected_care.count", -19.8, "percent", month(2023, 8), month(2022, 9)),
        ),
        say(
            "Since 1 April 2023, {} connected carer placements have begun and {} have ended.",
            level("connected_care.started", 17, _TO_DATE),
            level("connected_care.ceased", 26, _TO_DATE),
        ),
        number="5.2",
    ),
    para(
        say(
            "In September 2022 there were {} children placed with parents; by September 2023 this had come down to {}, "
            "a reduction of {}.",
            level("placed_with_parents.count", 64, month(2022, 9)),
            level("placed_with_parents.count", 47, month(2023, 9)),
            change("placed_with_parents.count", -29.8, "percent", month(2023, 9), month(2022, 9)),
        ),
        "The court fee to discharge a care order is £263, and legal services have cleared the backlog of applications.",
        number="5.3",
    ),
    para(
        say(
            "{} adoption orders have been granted this year to date.",
            level("adoption.orders", 7, _TO_DATE, written="Seven"),
        ),
        say(
            "A further {} children have a placement order, of whom {} are not yet linked with a family.",
            level("adoption.placement_orders", 24, _TODAY),
            level("adoption.unlinked", 5, _TODAY, written="five"),
        ),
        "Among the children waiting there are:",
        number="5.4",
    ),
    items(
        _waiting(10, "{} single children", sibling_group="single"),
        _waiting(4, "{} sibling groups of 2", sibling_group="2"),
        _waiting(2, "{} sibling groups of 3", sibling_group="3"),
        _waiting(7, "{} children aged 4 or over", age="4+"),
    ),
)

_NEET = items(
    _because(6, "{} are ill or have a disability", "illness_disability"),
    _because(9, "{} are pregnant or are bringing up a child", "pregnancy_parenting"),
    _because(19, "{} are available for work and looking for it", "available_for_work"),
    _because(5, "{} have caring responsibilities", "caring_responsibilities"),
    _because(4, "{} are in custody", "custody"),
    _because(
        13, "{} are held back by their emotional or mental health, and are known to the wellbeing team", "mental_health"
    ),
    _because(1, "{} is not seeking work because of religious traditions", "religious_traditions"),
    _because(2, "{} are misusing substances", "substance_misuse"),
    _because(5, "{} have other circumstances", "other"),
)

_CARE_LEAVERS = (
    para(
        say(
            "On 30 September 2023 there were {} care leavers in the cohort: {} ({}) were in education, employment or "
            "training and {} ({}) were not.",
            level("care_leavers.count", 164, _SEPTEMBER),
            level("care_leavers.eet", 100, _SEPTEMBER),
            level("care_leavers.eet", 61, _SEPTEMBER, "percent"),
            level("care_leavers.neet", 64, _SEPTEMBER),
            level("care_leavers.neet", 39, _SEPTEMBER, "percent"),
        ),
        number="6.1",
    ),
    para(
        say(
            "Of the {} young people who are NEET:",
            level("care_leavers.neet", 64, _SEPTEMBER.context),
        ),
        number="6.2",
    ),
    _NEET,
    para(
        say(
            "The Council is in touch with {} of its care leavers, and {} of them are in suitable accommodation.",
            level("care_leavers.in_touch", 98, _TODAY, "percent"),
            level("care_leavers.suitable_accommodation", 95, _TODAY, "percent"),
        ),
        "Personal advisers see those who are furthest from work every two weeks, at home or wherever the young person "
        "chooses.",
        number="6.3",
    ),
    para(
        "The Council’s own departments and its contractors have been asked to set work placements aside for care "
        "leavers. So far the parks service, the libraries and two building firms have agreed to do so. A fuller "
        "account will be given in January.",
        number="6.4",
    ),
)

REPORT: tuple[Block, ...] = (
    Details(
        (
            ("Report to:", "Corporate Parenting Panel"),
            ("Date:", "10 October 2023"),
            ("Subject:", "Children in Our Care: Performance, Quarter 2 2023/24"),
            ("Report of:", "Helen Marchbank, Director of Children’s Services"),
            ("Contact:", "Tomasz Wilk, Performance Manager, 01632 960183"),
        )
    ),
    Heading("Purpose of the report", 2, "1"),
    para(
        "To tell the Panel how the Council’s services for children in care, children in need of protection and care "
        "leavers did in the second quarter of the year, and what is being done where they did not do well enough.",
        number="1.1",
    ),
    Heading("Recommendations", 2, "2"),
    para("That the Panel:", number="2.1"),
    items(
        "note the report; and",
        "consider whether to invite the Education and Skills Board to its meeting on 16 January 2024 to talk about "
        "work for care leavers.",
    ),
    Heading("Children looked after", 2, "3"),
    *_LOOKED_AFTER,
    Heading("Child protection", 2, "4"),
    *_PROTECTION,
    Heading("Permanence", 2, "5"),
    *_PERMANENCE,
    Heading("Care leavers", 2, "6"),
    *_CARE_LEAVERS,
    Heading("Money, law and risk", 2, "7"),
    para(
        "The placements budget is forecast to overspend by £1.35 million, or 6.2%, chiefly because of the price of "
        "homes run by private companies. A saving of £186,000 on agency staff is set against this.",
        number="7.1",
    ),
    para(
        "Section 22G of the Children Act 1989 asks the Council to secure enough accommodation in its area. An "
        "inspection under the framework of January 2023 is likely before the summer.",
        number="7.2",
    ),
    Heading("Background papers", 2, "8"),
    para("Scorecard for Quarter 1, 11 July 2023. Corporate Parenting Strategy 2022 to 2025.", number="8.1"),
)
