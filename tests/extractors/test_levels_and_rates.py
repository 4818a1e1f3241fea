"""A plain statement of how many there are or at what rate: however the number is written, whatever stands around it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

LEVELS = [
    pytest.param("274 children are being looked after by the county.", ["cla.count 274"], id="are_being"),
    pytest.param("We now look after 391 children and young people.", ["cla.count 391"], id="verb-first"),
    pytest.param("The number of children on a child protection plan stood at 188.", ["cp.count 188"], id="stood-at"),
    pytest.param("A total of 1,022 children in need were open to the service.", ["cin.count 1022"], id="total-of"),
    pytest.param("Contacts to the front door came to 12,480.", ["contact.count 12480"], id="thousands"),
    pytest.param("Forty-three children were placed for adoption.", ["adoption.placed 43"], id="in-words"),
    pytest.param("Nineteen special guardianship orders were granted.", ["sgo.granted 19"], id="words-at-the-start"),
    pytest.param(
        "One hundred and twelve children are in residential care.", ["residential.count 112"], id="hundred-in-words"
    ),
    pytest.param("No children were living in unregulated placements.", ["unregulated.count 0"], id="no-children"),
    pytest.param("Electively home educated children: 377", ["ehe.count 377"], id="label-and-number"),
    pytest.param("Private fostering arrangements - 9", ["private_fostering.count 9"], id="label-dash-number"),
    pytest.param("**Children looked after:** 512", ["cla.count 512"], id="bold-label"),
    pytest.param(
        "The Director informed Members that there were 61 children in residential placements.",
        ["residential.count 61"],
        id="reported-speech",
    ),
    pytest.param(
        "In reply to a member, the officer said that 22 care leavers were at university.",
        ["care_leavers.university 22"],
        id="question-and-answer",
    ),
    pytest.param(
        "88 Section 47 enquiries were started and 71 initial child protection conferences were held.",
        ["s47.count 88", "icpc.count 71"],
        id="two-in-a-sentence",
    ),
    pytest.param(
        "38 children entered care and 51 children ceased to be looked after.",
        ["cla.started 38", "cla.ceased 51"],
        id="in-and-out",
    ),
    pytest.param(
        "Adopter recruitment: 64 enquiries, 12 approvals and 18 households in assessment.",
        ["adopter.enquiries 64", "adopter.approved 12", "adopter.assessing 18"],
        id="three-in-a-list",
    ),
    pytest.param(
        "32 foster carer households resigned or retired during the year and 21 were approved.",
        ["foster.deregistered 32", "foster.approved 21"],
        id="a-year's-fosterers",
    ),
    pytest.param(
        "58 children went missing from care on 143 occasions.",
        ["missing.count 58", "missing.count 143"],
        id="children-and-episodes",
    ),
    pytest.param(
        "Young people not in education, employment or training (care leavers): 38",
        ["care_leavers.neet 38"],
        id="term-in-brackets",
    ),
    pytest.param(
        "We look after 498 children, 117 of them with kinship carers.",
        ["cla.count 498", "connected_care.count 117"],
        id="children-we-look-after",
    ),
    pytest.param(
        "Total number of children with a current child protection plan: 243",
        ["cp.count 243"],
        id="label-over-several-words",
    ),
    pytest.param(
        "In the quarter 42 children came into care and 37 left care.",
        ["cla.started 42", "cla.ceased 37"],
        id="came-in-and-left",
    ),
    pytest.param(
        "27 children were adopted and a further 8 were placed with their adopters.",
        ["adoption.orders 27", "adoption.placed 8"],
        id="verb-carried-on",
    ),
    pytest.param(
        "Nine adopter households were approved and 22 are in assessment.",
        ["adopter.approved 9", "adopter.assessing 22"],
        id="subject-carried-on",
    ),
    pytest.param(
        "Seven new fostering households were approved and four were deregistered.",
        ["foster.approved 7", "foster.deregistered 4"],
        id="two-deeds-of-one-subject",
    ),
    pytest.param(
        "23 care leavers are at university and seven are in apprenticeships.",
        ["care_leavers.university 23", "care_leavers.apprenticeship 7"],
        id="people-carried-on",
    ),
    pytest.param(
        "Fixed term exclusions: 41 looked after children received at least one suspension, with 163 days lost.",
        ["cla.suspended 41", "cla.days_suspended 163 days"],
        id="people-and-days",
    ),
    pytest.param(
        "The team completed 1,025 single assessments, with an average duration of 31 days.",
        ["assessment.count 1025"],
        id="count-and-average",
    ),
    pytest.param(
        "57 of our children, who all have complex needs, live in children's homes.",
        ["residential.count 57"],
        id="number-before-a-clause",
    ),
    pytest.param(
        "There being 31 first time entrants, the Board asked for a report.",
        ["yjs.first_time_entrants 31"],
        id="there-being",
    ),
    pytest.param(
        "Children looked after 498; children on child protection plans 243; children in need 1,310.",
        ["cla.count 498", "cp.count 243", "cin.count 1310"],
        id="semicolons",
    ),
    pytest.param(
        "There are 117 children with connected carers. A further 41 are placed with parents.",
        ["connected_care.count 117", "placed_with_parents.count 41"],
        id="from-to-the-next",
    ),
    pytest.param(
        "Care leavers in suitable accommodation\n91 per cent (target 95 per cent); in touch 94 per cent (target 96).",
        [
            "care_leavers.suitable_accommodation 91 percent",
            "care_leavers.suitable_accommodation 95 percent target",
            "care_leavers.in_touch 94 percent",
        ],
        id="a-label-line-over-its-value",
    ),
    pytest.param(
        "**Reviews within timescale.** 94.6%. Our statistical neighbours averaged 91%.",
        ["review.timely 94.6 percent", "review.timely 91 percent @statistical_neighbours"],
        id="run-in-heading",
    ),
    pytest.param(
        "Care leavers in suitable accommodation. 23 of 26 care leavers aged 19 (88.5%).",
        [
            "care_leavers.suitable_accommodation 23 age=19",
            "care_leavers.count 26 age=19",
            "care_leavers.suitable_accommodation 88.5 percent age=19",
        ],
        id="run-in-heading-over-a-part",
    ),
    pytest.param(
        "**Custody.** Three custodial sentences were imposed in the year.\n\nThe car park has 11.",
        ["yjs.custody 3"],
        id="run-in-heading-of-its-paragraph-alone",
    ),
    pytest.param("Nobody is in an unregistered home today.", ["unregulated.count 0"], id="nobody"),
    pytest.param(
        "We have approved 41 fostering households since 1 April 2024.",
        ["foster.approved 41"],
        id="a-deed-right-before-the-number",
    ),
    pytest.param(
        "There had been 14 foster carer approvals in this quarter and 13 foster carer de-registrations.",
        ["foster.approved 14", "foster.deregistered 13"],
        id="approvals-and-de-registrations",
    ),
    pytest.param(
        "In the quarter 36 children became looked after and 40 left care with the number at the end being 379.",
        ["cla.started 36", "cla.ceased 40", "cla.count 379"],
        id="the-number-behind-those-who-came-and-left",
    ),
    pytest.param(
        "The number of children with an EHC plan has gone up from 1,540 to 1,810.",
        ["ehcp.count 1540", "ehcp.count 1810"],
        id="plans-of-all-children",
    ),
    pytest.param(
        "We approved 12 new mainstream foster carers against a target of 18, and 15 households left the service.",
        [
            "foster.approved 12 care_type=mainstream",
            "foster.approved 18 care_type=mainstream target",
            "foster.deregistered 15",
        ],
        id="a-deed-before-new-ones",
    ),
    pytest.param(
        "12 adopters were approved in the year and 21 children were matched.",
        ["adopter.approved 12"],
        id="children-are-no-adopters",
    ),
    pytest.param(
        "The re-referral rate is 18.8%, which is below statistical neighbours (20.4%) and England (21.9%).",
        [
            "rereferral.share 18.8 percent",
            "rereferral.share 20.4 percent @statistical_neighbours",
            "rereferral.share 21.9 percent @england",
        ],
        id="a-level-that-is-below-others",
    ),
    pytest.param(
        "Performance against the 45 day target for assessments was 77% in July and 85% in August.",
        ["assessment.timely 77 percent", "assessment.timely 85 percent"],
        id="achieved-against-a-target",
    ),
    pytest.param(
        "Since the last report 6 foster carers have been approved and 3 have resigned.",
        ["foster.approved 6", "foster.deregistered 3"],
        id="since-the-last-report",
    ),
    pytest.param(
        "The service had 298 enquiries from potential foster carers, resulting in 38 initial visits and 12 approvals.",
        ["foster.enquiries 298", "foster.approved 12"],
        id="visits-are-no-carers",
    ),
    pytest.param(
        "A total of 31 SGOs and Child Arrangements Orders were made for our children.",
        ["sgo_cao.granted 31"],
        id="two-orders-in-one-number",
    ),
    pytest.param(
        "The agency dealt with 188 adoption enquiries, held 8 information evenings and approved 21 adoptive families.",
        ["adopter.enquiries 188", "adopter.approved 21"],
        id="other-things-in-a-list-of-deeds",
    ),
]


@pytest.mark.parametrize("text, said", LEVELS)
def test_levels_read_how_many(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


BOUNDS = [
    pytest.param("More than 500 children are looked after by the authority.", ["cla.count 500 (over)"], id="more-than"),
    pytest.param("Around 240 children were on a child protection plan.", ["cp.count 240 (about)"], id="around"),
    pytest.param("Approximately 60 care leavers are NEET.", ["care_leavers.neet 60 (about)"], id="approximately"),
    pytest.param("Nearly 400 children live in foster care.", ["fostered.count 400 (about)"], id="nearly"),
    pytest.param(
        "Fewer than 40 children in care had had three or more placements.",
        ["placement.moves_3plus 40 (under)"],
        id="fewer-than",
    ),
    pytest.param(
        "Children subject to a plan for more than two years: <1%",
        ["cp.count 1 percent duration=over_2_years (under)"],
        id="less-than-sign",
    ),
    pytest.param(
        "At least 95% of looked after children had a health assessment.",
        ["cla.health_assessment 95 percent (at_least)"],
        id="at-least",
    ),
    pytest.param("Up to 30 care leavers are at university.", ["care_leavers.university 30 (at_most)"], id="up-to"),
    pytest.param(
        "Just over 70% of children in care are placed in foster care.",
        ["fostered.count 70 percent (about)"],
        id="just-over",
    ),
]


@pytest.mark.parametrize("text, said", BOUNDS)
def test_bounds_keep_how_exact_a_number_is(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


RATES = [
    pytest.param(
        "There were 91 first time entrants in 2023, a rate of 140 per 100,000. The year before it was 171.",
        [
            "yjs.first_time_entrants 91",
            "yjs.first_time_entrants 140 per_100000",
            "yjs.first_time_entrants 171 per_100000",
        ],
        id="the-unit-that-the-size-tells",
    ),
    pytest.param(
        "298 children are being looked after (a rate of 71 per 10,000 children).",
        ["cla.count 298", "cla.rate 71 per_10000"],
        id="rate-in-brackets",
    ),
    pytest.param(
        "243 children were subject to a child protection plan, a rate of 63.4 per 10,000.",
        ["cp.count 243", "cp.rate 63.4 per_10000"],
        id="rate-after-a-comma",
    ),
    pytest.param(
        "There are 655 looked after children, which equates to 88 per 10,000.",
        ["cla.count 655", "cla.rate 88 per_10000"],
        id="which-is",
    ),
    pytest.param(
        "At 97 per 10,000, our children in care rate remains high.", ["cla.rate 97 per_10000"], id="rate-first"
    ),
    pytest.param(
        "At 31 March 2016 the council looked after 412 children, an increase from 360 (113 per 10,000) at 31 "
        "March 2015.",
        ["cla.count 412", "cla.count 360", "cla.rate 113 per_10000"],
        id="earlier-count-with-its-rate",
    ),
    pytest.param("Children looked after: 84.2 per 10k", ["cla.rate 84.2 per_10000"], id="per-10k"),
    pytest.param("91 in every 10,000 children in the city are looked after.", ["cla.rate 91 per_10000"], id="in-every"),
    pytest.param(
        "First time entrants: a rate of 142 per 100,000.",
        ["yjs.first_time_entrants 142 per_100000"],
        id="youth-justice",
    ),
    pytest.param(
        "Child protection plans: 207 (54.1 per 10,000)",
        ["cp.count 207", "cp.rate 54.1 per_10000"],
        id="plans-in-brackets",
    ),
    pytest.param(
        "There were 1,310 children in need, a rate of 341 per 10,000.",
        ["cin.count 1310", "cin.rate 341 per_10000"],
        id="children-in-need",
    ),
    pytest.param(
        "The rate of children looked after rose from 79 per 10,000 to 84 per 10,000.",
        ["cla.rate 79 per_10000", "cla.rate 84 per_10000"],
        id="two-rates",
    ),
    pytest.param(
        "For every child ceasing to be looked after, 1.4 children started.",
        ["cla.started_per_ceased 1.4 ratio"],
        id="ratio",
    ),
    pytest.param(
        "First time entrants: 48, equal to 171 per 100,000. The equivalent rate for the previous year was 204.",
        [
            "yjs.first_time_entrants 48",
            "yjs.first_time_entrants 171 per_100000",
            "yjs.first_time_entrants 204 per_100000",
        ],
        id="the-rate-before",
    ),
]


@pytest.mark.parametrize("text, said", RATES)
def test_rates_read_per_how_many(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


MEANS = [
    pytest.param(
        "It took 178 days on average from placement order to match.",
        ["adoption.days_order_to_match 178 days"],
        id="days-on-average",
    ),
    pytest.param(
        "Social workers held an average of 17.2 cases.",
        ["caseload.mean 17.2 role=social_worker"],
        id="average-of-cases",
    ),
    pytest.param("The average SDQ score was 14.1.", ["cla.sdq 14.1 score"], id="score"),
    pytest.param(
        "Children waited 1,104 days on average between entering care and moving in with their adoptive family.",
        ["adoption.days_entry_to_placed 1104 days"],
        id="days-with-thousands",
    ),
    pytest.param(
        "The average caseload of social workers on 31 March 2024 was 17 children.",
        ["caseload.mean 17 role=social_worker"],
        id="the-average-with-its-day",
    ),
    pytest.param(
        "The average caseload fell from 21 to 15, with new workers holding no more than 11 cases.",
        ["caseload.mean 21", "caseload.mean 15"],
        id="the-most-that-some-hold-is-no-mean",
    ),
]


@pytest.mark.parametrize("text, said", MEANS)
def test_means_read_days_averages_and_scores(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
