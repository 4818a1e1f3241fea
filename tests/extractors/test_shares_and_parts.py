"""A share, a number with its share in brackets, a part of a whole: what each of the numbers is of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SHARES = [
    pytest.param(
        "9.8% of children looked after had three or more placements in the last 12 months.",
        ["placement.moves_3plus 9.8 percent"],
        id="percent-sign",
    ),
    pytest.param(
        "94 per cent of care leavers were in touch with the service.",
        ["care_leavers.in_touch 94 percent"],
        id="per-cent",
    ),
    pytest.param(
        "91 percent of children in care had a dental check.", ["cla.dental 91 percent"], id="percent-in-one-word"
    ),
    pytest.param(
        "The proportion of children in care with an up to date PEP was 96%.",
        ["cla.pep 96 percent"],
        id="the-share-last",
    ),
    pytest.param("Two thirds of children in care live in foster care.", ["fostered.count 66.7 percent"], id="fraction"),
    pytest.param(
        "A third of children in care come from minority ethnic backgrounds.",
        ["cla.count 33.3 percent ethnicity=minority_ethnic"],
        id="a-third",
    ),
    pytest.param("A quarter of looked after children have an EHCP.", ["cla.ehcp 25 percent"], id="a-quarter"),
    pytest.param(
        "Three quarters of care leavers live in suitable accommodation.",
        ["care_leavers.suitable_accommodation 75 percent"],
        id="three-quarters",
    ),
    pytest.param(
        "About half of care leavers are in education, employment or training.",
        ["care_leavers.eet 50 percent (about)"],
        id="half-about",
    ),
    pytest.param("1 in 5 children in care has an EHCP.", ["cla.ehcp 20 percent"], id="one-in"),
    pytest.param("One in four care leavers is NEET.", ["care_leavers.neet 25 percent"], id="one-in-words"),
    pytest.param(
        "Around one in ten looked after children (9.6%) experienced three or more placement moves.",
        ["placement.moves_3plus 10 percent (about)", "placement.moves_3plus 9.6 percent"],
        id="about-one-in-and-exactly",
    ),
    pytest.param(
        "Local authorities were in touch with 92 per cent of 19 year old care leavers.",
        ["care_leavers.in_touch 92 percent age=19"],
        id="a-property-before-a-share-of-an-age",
    ),
    pytest.param(
        "51% (87) of care leavers aged 19 to 21 are EET and 41% (70) are NEET.",
        [
            "care_leavers.eet 51 percent age=19-21",
            "care_leavers.eet 87 age=19-21",
            "care_leavers.neet 41 percent age=19-21",
            "care_leavers.neet 70 age=19-21",
        ],
        id="a-count-in-brackets-is-no-age",
    ),
    pytest.param(
        "The majority of our children (73%) live in foster care.", ["fostered.count 73 percent"], id="the-majority-of"
    ),
    pytest.param(
        "36% of children in care are from minority ethnic groups compared to 27% of the local child population.",
        ["cla.count 36 percent ethnicity=minority_ethnic"],
        id="a-share-of-the-child-population-is-no-share-of-residents",
    ),
    pytest.param(
        "42% are in in-house foster care, 24% with IFAs and 16% with kinship carers.",
        [
            "fostered.count 42 percent sector=in_house",
            "fostered.count 24 percent sector=ifa",
            "connected_care.count 16 percent",
        ],
        id="each-with-its-own-words",
    ),
    pytest.param(
        "74% of young people leaving care at 18 had a pathway plan.",
        ["care_leavers.pathway_plan 74 percent age=18"],
        id="what-a-share-of-leavers-had",
    ),
    pytest.param(
        "36% of our pupils have SEND and 23% an EHCP. 412 children are in care.",
        ["cla.ehcp 23 percent", "cla.count 412"],
        id="a-share-with-a-verb-of-its-own",
    ),
    pytest.param(
        "There was a rise to 57% of CLA from BME communities, due to an increase in unaccompanied children.",
        ["cla.count 57 percent ethnicity=minority_ethnic"],
        id="why-is-not-what",
    ),
    pytest.param(
        "96% of review conferences were on time and 92% of initial conferences.",
        ["rcpc.timely 96 percent", "icpc.timely 92 percent"],
        id="what-was-told-of-the-first-is-told-of-the-second",
    ),
    pytest.param(
        "Primary pupils attended 95.4% of the time and secondary pupils 88.1%. All are looked after children.",
        ["cla.attendance 95.4 percent phase=primary", "cla.attendance 88.1 percent phase=secondary"],
        id="members-before-their-shares",
    ),
    pytest.param(
        "54% of care leavers known to the youth offending service were NEET.",
        ["care_leavers.neet 54 percent"],
        id="care-leavers-known-to-another-service",
    ),
    pytest.param(
        "63% of 17-18 year old care leavers and 54% of 19-21 year olds were in education, employment or training.",
        ["care_leavers.eet 63 percent age=17-18", "care_leavers.eet 54 percent age=19-21"],
        id="one-verb-for-two-shares",
    ),
    pytest.param("16% (52) of initial conferences did not result in a plan.", [], id="what-did-not-happen"),
    pytest.param(
        "Review conferences. 97% took place within timescale.", ["rcpc.timely 97 percent"], id="a-label-with-an-event"
    ),
    pytest.param(
        "## Initial child protection conferences\n\n83% were held within 15 working days.",
        ["icpc.timely 83 percent"],
        id="a-heading-with-an-event",
    ),
    pytest.param(
        "There were 298 ICPCs, with 251 (84.2%) inside 15 working days.",
        ["icpc.count 298", "icpc.timely 251", "icpc.timely 84.2 percent"],
        id="inside-the-days",
    ),
    pytest.param(
        "Seven children on plans had been on them for two years or more, i.e. 2%.",
        ["cp.count 7 duration=over_2_years", "cp.count 2 percent duration=over_2_years"],
        id="that-is",
    ),
]


@pytest.mark.parametrize("text, said", SHARES)
def test_shares_read_a_share_of_a_population(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


NUMBERS_WITH_SHARES = [
    pytest.param(
        "117 children (23%) live with connected carers.",
        ["connected_care.count 117", "connected_care.count 23 percent"],
        id="number-then-share",
    ),
    pytest.param(
        "23% (117) of looked after children live with connected carers.",
        ["connected_care.count 23 percent", "connected_care.count 117"],
        id="share-then-number",
    ),
    pytest.param(
        "At 36% (64), the proportion of care leavers who are not in education, employment or training is high.",
        ["care_leavers.neet 36 percent", "care_leavers.neet 64"],
        id="at-p-(n)",
    ),
    pytest.param(
        "95% (408 out of 429) of children in care had an annual health assessment.",
        ["cla.health_assessment 95 percent", "cla.health_assessment 408", "cla.count 429"],
        id="out-of-with-share",
    ),
    pytest.param("72 of 173 care leavers are NEET.", ["care_leavers.neet 72", "care_leavers.count 173"], id="n-of-m"),
    pytest.param(
        "28 out of 311 children in care had three or more placements.",
        ["placement.moves_3plus 28", "cla.count 311"],
        id="n-out-of-m",
    ),
]


@pytest.mark.parametrize("text, said", NUMBERS_WITH_SHARES)
def test_numbers_with_shares_read_both_the_number_and_its_share(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


PARTS = [
    pytest.param(
        "Of 186 care leavers, 61 (33%) are NEET.",
        ["care_leavers.count 186", "care_leavers.neet 61", "care_leavers.neet 33 percent"],
        id="of-n,-m-(p%)",
    ),
    pytest.param(
        "64 live in children's homes, of whom 70% live out of the area.",
        ["residential.count 64", "residential.count 70 percent location=out_of_area"],
        id="of-whom",
    ),
    pytest.param(
        "There were 61 children in residential placements, of which 23 were out of the borough.",
        ["residential.count 61", "residential.count 23 location=out_of_area"],
        id="of-which",
    ),
    pytest.param(
        "There are 512 children looked after. Of this number, 214 (or 42%) live outside the authority area.",
        ["cla.count 512", "placement.out_of_area 214", "placement.out_of_area 42 percent"],
        id="of-this-number",
    ),
    pytest.param(
        "38 care leavers were NEET. Of these, 12 were young parents and nine had a long term illness.",
        [
            "care_leavers.neet 38",
            "care_leavers.neet 12 reason=pregnancy_parenting",
            "care_leavers.neet 9 reason=illness_disability",
        ],
        id="of-these",
    ),
    pytest.param(
        "72 care leavers are NEET: 27 are available for work and 11 are pregnant or parenting.",
        [
            "care_leavers.neet 72",
            "care_leavers.neet 27 reason=available_for_work",
            "care_leavers.neet 11 reason=pregnancy_parenting",
        ],
        id="those-NEET",
    ),
    pytest.param(
        "64 of our children live in children's homes and 28% of them are aged 16 or over.",
        ["residential.count 64"],
        id="share-of-those",
    ),
    pytest.param(
        "173 care leavers are supported and 72 of them are NEET.",
        ["care_leavers.count 173", "care_leavers.neet 72"],
        id="them",
    ),
    pytest.param(
        "The vacancy rate for social workers was 14% and 17% were agency.",
        ["workforce.social_workers 14 percent contract=vacant", "workforce.social_workers 17 percent contract=agency"],
        id="shares-of-carried-verbs",
    ),
    pytest.param(
        "The Head of Service reported that 38 care leavers (22%) were NEET. Of these, 12 were young parents, "
        "nine had a long term illness or disability, two were in custody and the remaining 15 were available "
        "for work.",
        [
            "care_leavers.neet 38",
            "care_leavers.neet 22 percent",
            "care_leavers.neet 12 reason=pregnancy_parenting",
            "care_leavers.neet 9 reason=illness_disability",
            "care_leavers.neet 2 reason=custody",
            "care_leavers.neet 15 reason=available_for_work",
        ],
        id="reported-with-reasons",
    ),
    pytest.param(
        "Almost half of the children who left care in the year returned home to their parents.",
        ["reunified.count 50 percent (about)"],
        id="almost-half",
    ),
    pytest.param(
        "Children with connected carers 117 (23%), placed with parents 41 (8%).",
        [
            "connected_care.count 117",
            "connected_care.count 23 percent",
            "placed_with_parents.count 41",
            "placed_with_parents.count 8 percent",
        ],
        id="in-brackets-after-both",
    ),
    pytest.param(
        "Of the 1,204 referrals, 38% came from the police, 21% from schools and 14% from health services.",
        [
            "referral.count 1204",
            "referral.count 38 percent source=police",
            "referral.count 21 percent source=school",
            "referral.count 14 percent source=health",
        ],
        id="sources-with-the-whole",
    ),
    pytest.param(
        "86% of children in need visits were on time and 79% had an up to date plan.",
        ["visit.timely 86 percent cohort=cin", "plan.current 79 percent cohort=cin"],
        id="one-cohort-two-measures",
    ),
    pytest.param(
        "1,204 referrals were received in Q2, of which 22.6% were re-referrals.",
        ["referral.count 1204", "rereferral.share 22.6 percent"],
        id="share-of-referrals",
    ),
    pytest.param(
        "71 initial child protection conferences were held, 83% of them within 15 working days.",
        ["icpc.count 71", "icpc.timely 83 percent"],
        id="conferences-in-time",
    ),
    pytest.param(
        "The service received 43 complaints, of which 9 were upheld.",
        ["complaint.count 43", "complaint.count 9 outcome=upheld"],
        id="upheld",
    ),
    pytest.param(
        "78 children are open to the youth justice service, 84% of whom are boys.",
        ["yjs.caseload 78", "yjs.caseload 84 percent gender=male"],
        id="boys-open",
    ),
    pytest.param(
        "361 children live in foster care: 96 with independent fostering agencies.",
        ["fostered.count 361", "fostered.count 96 sector=ifa"],
        id="parts-of-fostering",
    ),
    pytest.param(
        "Fostering: 143 households offering 210 approved places, of which 31 were vacant and 18 unavailable.",
        ["foster.carers 143", "foster.places 210", "foster.vacant 31", "foster.unavailable 18"],
        id="places",
    ),
    pytest.param(
        "There are 33 children with a placement order, of whom 12 are not yet linked to adopters.",
        ["adoption.placement_orders 33", "adoption.unlinked 12"],
        id="not-linked",
    ),
    pytest.param(
        "91% of PEPs were completed in the summer term, of which 78% were judged to be good quality.",
        ["cla.pep 91 percent", "cla.pep 78 percent quality=good"],
        id="good-PEPs",
    ),
    pytest.param(
        "94% of Initial Child Protection Conferences and 98% of Review Conferences were held within timescale.",
        ["icpc.timely 94 percent", "rcpc.timely 98 percent"],
        id="both-conferences",
    ),
    pytest.param(
        "We are in touch with 94% of care leavers and 91% live in suitable accommodation.",
        ["care_leavers.in_touch 94 percent", "care_leavers.suitable_accommodation 91 percent"],
        id="two-shares-of-one-verb",
    ),
    pytest.param(
        "Dental checks were up to date for 79% of children and immunisations for 91%.",
        ["cla.dental 79 percent", "cla.immunised 91 percent"],
        id="labels-before",
    ),
    pytest.param(
        "31 unaccompanied asylum seeking children were in our care, 6% of all children looked after.",
        ["uasc.count 31", "uasc.count 6 percent"],
        id="uasc-share",
    ),
    pytest.param(
        "95 out of 102 children (93.1%) had their review in timescale.",
        ["review.timely 95", "review.count 102", "review.timely 93.1 percent"],
        id="out-of-with-its-share-behind",
    ),
    pytest.param(
        "412 of 498 children in care (83%) have an up-to-date health assessment.",
        ["cla.health_assessment 412", "cla.count 498", "cla.health_assessment 83 percent"],
        id="a-share-behind-the-whole",
    ),
    pytest.param(
        "14 (8%) of the 172 care leavers were in a band.", ["care_leavers.count 172"], id="only-the-whole-is-known"
    ),
    pytest.param("24 young people answered the survey, 18 of whom were in care.", [], id="a-part-of-those-unknown"),
    pytest.param(
        "Social worker agency rate 14.6% and turnover 16.1%.",
        ["workforce.social_workers 14.6 percent contract=agency"],
        id="a-label-unknown",
    ),
    pytest.param(
        "Residential 12%, kinship 10%, placed with parents 5%, other 3%.",
        ["residential.count 12 percent", "connected_care.count 10 percent", "placed_with_parents.count 5 percent"],
        id="the-others-of-a-list",
    ),
    pytest.param(
        "Sixteen children in care are placed out of area. It was said that 33 children had been offered a laptop.",
        ["placement.out_of_area 16"],
        id="told-of-something-else-after-a-claim",
    ),
    pytest.param(
        "There are 512 children in care. 71 of the 94 in that town are enrolled at a choir.",
        ["cla.count 512"],
        id="a-part-told-of-something-unknown",
    ),
    pytest.param(
        "There were 1,214 looked after reviews in the year. 96.8% were on time, against 94.1% in 2022/23.",
        ["review.count 1214", "review.timely 96.8 percent", "review.timely 94.1 percent"],
        id="in-time-of-what-was-counted",
    ),
    pytest.param(
        "613 assessments were completed in the quarter, 577 of them (94%) in time.",
        ["assessment.count 613", "assessment.timely 577", "assessment.timely 94 percent"],
        id="so-many-of-them-in-time",
    ),
    pytest.param(
        "46 initial child protection conferences took place and four were late.",
        ["icpc.count 46"],
        id="late-is-not-in-time",
    ),
    pytest.param(
        "Of the 121 children who left care, 38 were adopted and 29 left through a special guardianship order.",
        ["cla.ceased 121", "adoption.orders 38", "sgo.granted 29"],
        id="own-metrics-of-leavers",
    ),
    pytest.param(
        "273 children are in foster care. Of these 112 were with independent fostering agencies.",
        ["fostered.count 273", "fostered.count 112 sector=ifa"],
        id="of-these-so-many-were",
    ),
    pytest.param(
        "46,210 children live in the borough, 20.6% of all residents.",
        ["children.population 46210", "children.population 20.6 percent"],
        id="a-share-of-all-residents",
    ),
    pytest.param("174 of 245 plans were issued within 20 weeks.", ["ehcp.timely 174"], id="a-whole-without-a-metric"),
    pytest.param(
        "251 of the 298 initial conferences were held within 15 days.",
        ["icpc.timely 251", "icpc.count 298"],
        id="an-event-behind-the-verb-is-of-the-part",
    ),
    pytest.param(
        "19 of the 24 children placed for adoption in 2023/24 were under five.",
        ["adoption.placed 24"],
        id="an-age-behind-were-is-no-count",
    ),
    pytest.param("29 children had been in care for more than two years.", [], id="a-part-by-a-length-of-time"),
    pytest.param(
        "The service is in touch with 188 of its 195 care leavers (96.4%).",
        ["care_leavers.in_touch 188", "care_leavers.count 195", "care_leavers.in_touch 96.4 percent"],
        id="a-share-behind-its-whole",
    ),
    pytest.param(
        "Of the 820 pupils who answered the survey, six were in care and 36 were fostered.",
        [],
        id="of-those-who-answered",
    ),
    pytest.param(
        "Of the 75 cases of children who stopped being taught at home, 49 are back and seven moved out of area.",
        [],
        id="of-others-who-moved",
    ),
    pytest.param(
        "Of these 59 looked after children 40 were accommodated under Section 20.", [], id="of-these-few-of-them"
    ),
    pytest.param(
        "There are 412 children in care. Of these 412 children in care, 40 are placed with parents.",
        ["cla.count 412", "cla.count 412", "placed_with_parents.count 40"],
        id="of-these-named-before",
    ),
    pytest.param(
        "In 2023 the YOS worked with 982 young people of whom 59 (6.0%) were looked after.",
        ["yjs.caseload 982", "yjs.caseload 59 looked_after=yes", "yjs.caseload 6 percent looked_after=yes"],
        id="what-is-told-of-a-part-is-not-told-of-its-whole",
    ),
    pytest.param(
        "There were four adoption disruptions in the quarter: one girl and three boys.",
        ["placement.disrupted 4"],
        id="parts-by-what-a-metric-is-not-broken-down-by",
    ),
    pytest.param(
        "24 of the young people placed during the year with in-house foster carers were unaccompanied asylum seekers.",
        [],
        id="a-part-of-a-part",
    ),
    pytest.param(
        "24 young people placed during the year with in-house foster carers.",
        ["fostered.count 24 sector=in_house"],
        id="placed-with-foster-carers",
    ),
]


@pytest.mark.parametrize("text, said", PARTS)
def test_parts_read_a_part_with_its_whole(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
