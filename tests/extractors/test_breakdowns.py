"""The part of a metric's population that a number is about: gender, age, legal status, category, reason, sector."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

OF_LOOKED_AFTER_CHILDREN = [
    pytest.param(
        "Neglect is the category in 51% of child protection plans and emotional abuse in 36%.",
        ["cp.count 51 percent category=neglect", "cp.count 36 percent category=emotional_abuse"],
        id="the-member-behind-is-of-the-next",
    ),
    pytest.param(
        "55% of looked after children are male and 45% female.",
        ["cla.count 55 percent gender=male", "cla.count 45 percent gender=female"],
        id="gender",
    ),
    pytest.param(
        "There are 31 male and 29 female children on a child protection plan.",
        ["cp.count 31 gender=male", "cp.count 29 gender=female"],
        id="male-and-female",
    ),
    pytest.param(
        "Of the 498 children in care, 41% are aged 10 to 15 and 23% are aged 16 and over.",
        ["cla.count 498", "cla.count 41 percent age=10-15", "cla.count 23 percent age=16+"],
        id="ages",
    ),
    pytest.param("21 looked after children are under 1 year old.", ["cla.count 21 age=under_1"], id="under-one"),
    pytest.param(
        "62% of children in care are subject to a full care order, 21% to an interim care order and 11% are "
        "accommodated under section 20.",
        [
            "cla.count 62 percent legal_status=full_care_order",
            "cla.count 21 percent legal_status=interim_care_order",
            "cla.count 11 percent legal_status=section_20",
        ],
        id="legal-status",
    ),
    pytest.param(
        "31% of children in care are from minority ethnic backgrounds.",
        ["cla.count 31 percent ethnicity=minority_ethnic"],
        id="ethnicity",
    ),
    pytest.param(
        "Of children looked after, 8% are Asian, 11% are Black and 9% are of mixed heritage.",
        [
            "cla.count 8 percent ethnicity=asian",
            "cla.count 11 percent ethnicity=black",
            "cla.count 9 percent ethnicity=mixed",
        ],
        id="ethnic-groups",
    ),
    pytest.param(
        "Of those who ceased to be looked after, 12% moved into independent living.",
        ["cla.ceased 12 percent destination=independent"],
        id="left-to",
    ),
    pytest.param(
        "31 of the children who started to be looked after were aged 16 or over.",
        ["cla.started 31 age=16+"],
        id="starters-by-age",
    ),
    pytest.param(
        "Children looked after aged 0-4: 81; aged 5-9: 94; aged 10-15: 204.",
        ["cla.count 81 age=0-4", "cla.count 94 age=5-9", "cla.count 204 age=10-15"],
        id="ages-of-a-table-of-words",
    ),
    pytest.param(
        "227 (46%) of children looked after are girls.",
        ["cla.count 227 gender=female", "cla.count 46 percent gender=female"],
        id="girls",
    ),
    pytest.param(
        "41 looked after children have a disability.", ["cla.count 41 area_of_need=disability"], id="disability"
    ),
    pytest.param(
        "Of the children in care 12% were aged under 5, 18% 5 to 9, 38% 10 to 15 and 32% 16+.",
        [
            "cla.count 12 percent age=under_5",
            "cla.count 18 percent age=5-9",
            "cla.count 38 percent age=10-15",
            "cla.count 32 percent age=16+",
        ],
        id="ages-right-behind-shares",
    ),
    pytest.param(
        "Two thirds of children in care are from Black, Asian and multiple ethnic backgrounds.",
        ["cla.count 66.7 percent ethnicity=minority_ethnic"],
        id="several-groups-are-the-minority",
    ),
]


@pytest.mark.parametrize("text, said", OF_LOOKED_AFTER_CHILDREN)
def test_of_looked_after_children_carry_their_member(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


OF_OTHERS = [
    pytest.param(
        "Neglect accounts for 54% of child protection plans and emotional abuse for 38%.",
        ["cp.count 54 percent category=neglect", "cp.count 38 percent category=emotional_abuse"],
        id="category-of-abuse",
    ),
    pytest.param(
        "3.2% of child protection plans lasted two years or more.",
        ["cp.count 3.2 percent duration=over_2_years"],
        id="long-plans",
    ),
    pytest.param(
        "No children had been on a child protection plan for two years or more.",
        ["cp.count 0 duration=over_2_years"],
        id="no-long-plans",
    ),
    pytest.param(
        "Police made 31% of referrals and schools 22%.",
        ["referral.count 31 percent source=police", "referral.count 22 percent source=school"],
        id="source-of-referrals",
    ),
    pytest.param(
        "38% of referrals came from the police and 14% from health services.",
        ["referral.count 38 percent source=police", "referral.count 14 percent source=health"],
        id="came-from",
    ),
    pytest.param(
        "Care leavers in EET: 81% of 17- to 18-year-olds and 59% for 19- to 21-year-olds.",
        ["care_leavers.eet 81 percent age=17-18", "care_leavers.eet 59 percent age=19-21"],
        id="ages-of-care-leavers",
    ),
    pytest.param(
        "58% of care leavers aged 19 to 21 were in education, employment or training.",
        ["care_leavers.eet 58 percent age=19-21"],
        id="aged-in-the-cohort",
    ),
    pytest.param(
        "Suitable accommodation for care leavers was 93% for those aged 17 to 18 and 88% for those aged 19 to 21.",
        [
            "care_leavers.suitable_accommodation 93 percent age=17-18",
            "care_leavers.suitable_accommodation 88 percent age=19-21",
        ],
        id="two-ages-two-shares",
    ),
    pytest.param(
        "Eight care leavers are NEET because of poor mental health.",
        ["care_leavers.neet 8 reason=mental_health"],
        id="mental-health",
    ),
    pytest.param(
        "Attendance of children looked after was 93.4% in primary and 88.9% in secondary.",
        ["cla.attendance 93.4 percent phase=primary", "cla.attendance 88.9 percent phase=secondary"],
        id="phase",
    ),
    pytest.param(
        "The overall absence rate for CLA was 7.9% (authorised 5.1%, unauthorised 2.8%).",
        [
            "cla.absence 7.9 percent",
            "cla.absence 5.1 percent authorisation=authorised",
            "cla.absence 2.8 percent authorisation=unauthorised",
        ],
        id="absence",
    ),
    pytest.param(
        "At Key Stage 2, 44% of looked after children reached the expected standard in reading, 39% in "
        "writing and 41% in maths.",
        [
            "cla.attainment 44 percent key_stage=KS2 subject=reading",
            "cla.attainment 39 percent key_stage=KS2 subject=writing",
            "cla.attainment 41 percent key_stage=KS2 subject=maths",
        ],
        id="key-stage-subjects",
    ),
    pytest.param(
        "14% of social worker posts were vacant and 17% were filled by agency social workers.",
        ["workforce.social_workers 14 percent contract=vacant", "workforce.social_workers 17 percent contract=agency"],
        id="contract",
    ),
    pytest.param(
        "Of 40 case audits, 24 were graded good and 3 outstanding.",
        ["audit.graded 24 grade=good", "audit.graded 3 grade=outstanding"],
        id="grades",
    ),
    pytest.param(
        "Ten IRO escalations were raised, seven of which concerned drift and delay.",
        ["iro.challenges 10", "iro.challenges 7 theme=drift_and_delay"],
        id="escalation-theme",
    ),
    pytest.param(
        "86% of children in need visits were on time and 79% of children in need had an up to date plan.",
        ["visit.timely 86 percent cohort=cin", "plan.current 79 percent cohort=cin"],
        id="cohorts",
    ),
    pytest.param(
        "Of the 57 residential placements, 49 are with private providers.",
        ["residential.count 57", "residential.count 49 sector=external"],
        id="agency-residential",
    ),
    pytest.param(
        "Six of the children with a placement order are in sibling groups of two.",
        ["adoption.placement_orders 6 sibling_group=2"],
        id="siblings",
    ),
    pytest.param(
        "22% of children known to the youth justice service are looked after children.",
        ["yjs.caseload 22 percent looked_after=yes"],
        id="offenders-looked-after",
    ),
    pytest.param(
        "52% of children on a child protection plan are boys.",
        ["cp.count 52 percent gender=male"],
        id="plans-by-gender",
    ),
    pytest.param(
        "38% of children subject to a child protection plan are aged under 5.",
        ["cp.count 38 percent age=under_5"],
        id="young-children-on-plans",
    ),
    pytest.param(
        "61% of children attended their looked after review and 22% sent their views.",
        ["review.participation 61 percent mode=attended", "review.participation 22 percent mode=views_conveyed"],
        id="two-ways-of-attending",
    ),
    pytest.param(
        "Of our approved foster carers, 34 are connected carers.",
        ["foster.carers 34 care_type=connected"],
        id="carers-by-type",
    ),
    pytest.param(
        "Nine complaints were upheld and four were partly upheld.",
        ["complaint.count 9 outcome=upheld", "complaint.count 4 outcome=partly_upheld"],
        id="upheld",
    ),
    pytest.param("22 social worker posts are vacant.", ["workforce.social_workers 22 contract=vacant"], id="vacant"),
    pytest.param(
        "71% of IRO challenges were resolved at stage 1.", ["iro.challenge_resolved 71 percent stage=1"], id="stage"
    ),
    pytest.param(
        "35% of social workers have 15-20 cases and 12% have more than 25 cases.",
        ["caseload.share 35 percent band=15-20", "caseload.share 12 percent band=over_25"],
        id="bands-of-caseloads",
    ),
    pytest.param(
        "40% of social workers had caseloads of 16-20 children, 12% had over 20 children.",
        ["caseload.share 40 percent band=16-20", "caseload.share 12 percent band=over_20"],
        id="caseloads-of-a-band",
    ),
    pytest.param(
        "Average caseloads for social workers are 16.8, and 68 for IROs.",
        ["caseload.mean 16.8 role=social_worker", "caseload.mean 68 role=iro"],
        id="whose-caseload-behind-the-number",
    ),
    pytest.param(
        "Up-to-date child in need plans: 81%.", ["plan.current 81 percent cohort=cin"], id="plan-of-its-own-cohort"
    ),
    pytest.param(
        "232 children live in foster homes: 98 with Wexcombe carers and 101 with agency carers.",
        ["fostered.count 232", "fostered.count 98 sector=in_house", "fostered.count 101 sector=ifa"],
        id="carers-of-our-own",
    ),
    pytest.param(
        "40 audits were completed in a report on looked after children. Looked after children are many. "
        "Looked after children are seen. Two audits were graded outstanding.",
        ["audit.graded 2 grade=outstanding"],
        id="audits-of-nobody-said",
    ),
    pytest.param(
        "The service received 1 complaint, which was not upheld.",
        ["complaint.count 1 outcome=not_upheld"],
        id="a-relative-clause-says-the-outcome",
    ),
]


@pytest.mark.parametrize("text, said", OF_OTHERS)
def test_of_others_carry_their_member(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


OWN_METRICS = [
    pytest.param(
        "Of 498 children looked after, 61 are unaccompanied asylum seeking children.",
        ["cla.count 498", "uasc.count 61"],
        id="uasc",
    ),
    pytest.param(
        "Of 498 children looked after, 33 are subject to a placement order.",
        ["cla.count 498", "adoption.placement_orders 33"],
        id="placement-order",
    ),
    pytest.param(
        "Of 498 children looked after, 88 live with connected carers.",
        ["cla.count 498", "connected_care.count 88"],
        id="connected-carers",
    ),
    pytest.param(
        "15 children in care lived in children's homes outside the authority.",
        ["residential.count 15 location=out_of_area"],
        id="abroad-and-residential",
    ),
    pytest.param("92 children are in care proceedings.", ["care_proceedings.count 92"], id="care-proceedings"),
]


@pytest.mark.parametrize("text, said", OWN_METRICS)
def test_own_metrics_come_before_breakdowns(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


BANDS = [
    pytest.param(
        "Children in care by age: under 1 12 (3%); 1-4 45 (11%); 5-9 80 (20%).",
        [
            "cla.count 12 age=under_1",
            "cla.count 3 percent age=under_1",
            "cla.count 45 age=1-4",
            "cla.count 11 percent age=1-4",
            "cla.count 80 age=5-9",
            "cla.count 20 percent age=5-9",
        ],
        id="bare-bands",
    ),
    pytest.param(
        "## Children looked after\n\n17-18 year olds 34 (12%) / 10-15 year olds 140 (35%)",
        [
            "cla.count 34 age=17-18",
            "cla.count 12 percent age=17-18",
            "cla.count 140 age=10-15",
            "cla.count 35 percent age=10-15",
        ],
        id="labels-first-with-shares",
    ),
]


@pytest.mark.parametrize("text, said", BANDS)
def test_a_band_stands_before_its_number_and_share(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


PLACED = [
    pytest.param("## Looked after children\n\n- IFA 45", ["fostered.count 45 sector=ifa"], id="ifa"),
    pytest.param(
        "28% of children in care are in IFA and 41% in in-house placements.",
        ["fostered.count 28 percent sector=ifa", "fostered.count 41 percent sector=in_house"],
        id="shares",
    ),
    pytest.param(
        "There were 412 looked after children: 45 IFA, 112 in-house foster placements and 31 residential.",
        [
            "cla.count 412",
            "fostered.count 45 sector=ifa",
            "fostered.count 112 sector=in_house",
            "residential.count 31",
        ],
        id="what-stands-before-the-comma-is-told-of-the-one-before",
    ),
]


@pytest.mark.parametrize("text, said", PLACED)
def test_children_by_placement_are_counted_as_those_placed_there(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


NO_PART = [
    pytest.param(
        "312 children were placed with approved foster carers, either through the council or through an independent "
        "fostering agency.",
        ["fostered.count 312"],
        id="either-or",
    ),
    pytest.param(
        "The external market was described as good with 37 placements in children's homes.",
        ["residential.count 37"],
        id="what-was-told-before-with",
    ),
    pytest.param(
        "50% of care leavers (aged 19-21) were in education, employment or training (EET).",
        ["care_leavers.eet 50 percent age=19-21"],
        id="a-comma-within-a-term-parts-nothing",
    ),
    pytest.param(
        "61.5% of children in care (aged under 16) were in a stable placement for two years, lower than statistical "
        "neighbours at 72%.",
        ["placement.stable_2years 61.5 percent", "placement.stable_2years 72 percent @statistical_neighbours"],
        id="the-same-of-others",
    ),
]


@pytest.mark.parametrize("text, said", NO_PART)
def test_words_that_are_no_part_break_nothing_down(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
