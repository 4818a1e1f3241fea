"""Whose a number is, and what it is: another area's, a target, a floor, a forecast; a distance from one is nothing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

COMPARATORS = [
    pytest.param(
        "24% of care leavers are NEET (England 31%).",
        ["care_leavers.neet 24 percent", "care_leavers.neet 31 percent @england"],
        id="national-brackets",
    ),
    pytest.param(
        "The rate of children looked after per 10,000 is 84.2, compared with 71 for England and 79 for our "
        "statistical neighbours.",
        ["cla.rate 84.2 per_10000", "cla.rate 71 per_10000 @england", "cla.rate 79 per_10000 @statistical_neighbours"],
        id="three-areas",
    ),
    pytest.param(
        "Children looked after: the rate per 10,000 was 84 (England 71, statistical neighbours 91).",
        ["cla.rate 84 per_10000", "cla.rate 71 per_10000 @england", "cla.rate 91 per_10000 @statistical_neighbours"],
        id="list-of-areas",
    ),
    pytest.param(
        "The rate of children looked after per 10,000 was 84 (North East 113).",
        ["cla.rate 84 per_10000", "cla.rate 113 per_10000 @region"],
        id="region-by-name",
    ),
    pytest.param(
        "19% of referrals were re-referrals against a regional average of 21%.",
        ["rereferral.share 19 percent", "rereferral.share 21 percent @region"],
        id="regional-average",
    ),
    pytest.param(
        "The proportion of children who became the subject of a plan for a second or subsequent time was "
        "24%, compared to 22% nationally.",
        ["cp.repeat 24 percent", "cp.repeat 22 percent @england"],
        id="nationally",
    ),
    pytest.param(
        "The average time between a child entering care and moving in with their adoptive family was 412 "
        "days (England 376 days).",
        ["adoption.days_entry_to_placed 412 days", "adoption.days_entry_to_placed 376 days @england"],
        id="days",
    ),
    pytest.param(
        "At 88%, the share of care leavers in suitable accommodation is below that of similar authorities (91%).",
        [
            "care_leavers.suitable_accommodation 88 percent",
            "care_leavers.suitable_accommodation 91 percent @statistical_neighbours",
        ],
        id="below",
    ),
    pytest.param(
        "Nationally 31% of care leavers are NEET; here it is 24%.",
        ["care_leavers.neet 31 percent @england", "care_leavers.neet 24 percent"],
        id="national-first",
    ),
    pytest.param(
        "In England 33% of looked after children have an EHCP.", ["cla.ehcp 33 percent @england"], id="only-elsewhere"
    ),
    pytest.param(
        "The national rate of re-referrals is 22%. The re-referral rate was 19%.",
        ["rereferral.share 22 percent @england", "rereferral.share 19 percent"],
        id="area-ends-with-its-sentence",
    ),
    pytest.param(
        "% of children in care with three or more placements: Wexcombe 11%, England 10%",
        ["placement.moves_3plus 11 percent", "placement.moves_3plus 10 percent @england"],
        id="label-alone",
    ),
    pytest.param(
        "Children looked after per 10,000: Wexcombe 84, England 71",
        ["cla.rate 84 per_10000", "cla.rate 71 per_10000 @england"],
        id="own-name",
    ),
    pytest.param(
        "58% of care leavers were EET, in line with statistical neighbours at 57%.",
        ["care_leavers.eet 58 percent", "care_leavers.eet 57 percent @statistical_neighbours"],
        id="in-line-with",
    ),
    pytest.param(
        "Compared to 71% nationally, 76% of care leavers are in suitable accommodation.",
        ["care_leavers.suitable_accommodation 71 percent @england", "care_leavers.suitable_accommodation 76 percent"],
        id="a-comparator-before-its-actual",
    ),
    pytest.param(
        "There are 512 children in care, 140 of them in Wexcombe South.",
        ["cla.count 512"],
        id="south-of-a-name",
    ),
    pytest.param(
        "Nationally 39% of care leavers are NEET; in Wexcombe it is 31%.",
        ["care_leavers.neet 39 percent @england", "care_leavers.neet 31 percent"],
        id="home-after-the-country",
    ),
]


@pytest.mark.parametrize("text, said", COMPARATORS)
def test_comparators_carry_their_area(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


ROLES = [
    pytest.param(
        "84% of child protection visits were in timescale (target 95%).",
        ["visit.timely 84 percent cohort=cp", "visit.timely 95 percent cohort=cp target"],
        id="standard",
    ),
    pytest.param(
        "Re-referrals 14.8 per cent, local target 18 per cent.",
        ["rereferral.share 14.8 percent", "rereferral.share 18 percent target"],
        id="local-target",
    ),
    pytest.param(
        "PEPs up to date 94%; target 98%.",
        ["cla.pep 94 percent", "cla.pep 98 percent target"],
        id="target-after-semicolon",
    ),
    pytest.param(
        "92% of initial child protection conferences were held in timescale (target 90%).",
        ["icpc.timely 92 percent", "icpc.timely 90 percent target"],
        id="brackets",
    ),
    pytest.param(
        "Care leavers in suitable accommodation 91 per cent (target 95 per cent); in touch 94 per cent "
        "(target 96 per cent).",
        [
            "care_leavers.suitable_accommodation 91 percent",
            "care_leavers.suitable_accommodation 95 percent target",
            "care_leavers.in_touch 94 percent",
            "care_leavers.in_touch 96 percent target",
        ],
        id="two-with-targets",
    ),
    pytest.param(
        "Timeliness of initial health assessments fell to 62%, from 78% in the previous quarter, against a "
        "target of 90%.",
        ["cla.iha_timely 62 percent", "cla.iha_timely 78 percent", "cla.iha_timely 90 percent target"],
        id="against-a-target-of",
    ),
    pytest.param(
        "Average caseloads for personal advisers stood at 24 against a target of 22.",
        ["caseload.mean 24 role=personal_adviser", "caseload.mean 22 role=personal_adviser target"],
        id="caseload-target",
    ),
    pytest.param(
        "21.4% of plans were repeat child protection plans against a target of 18%.",
        ["cp.repeat 21.4 percent", "cp.repeat 18 percent target"],
        id="repeat-plans",
    ),
    pytest.param(
        "In the quarter 9% of looked after children had had three or more placements (target 10%).",
        ["placement.moves_3plus 9 percent", "placement.moves_3plus 10 percent target"],
        id="in-the-quarter-with-target",
    ),
    pytest.param(
        "30 adoption orders are forecast by the end of the year.", ["adoption.orders 30 forecast"], id="forecast"
    ),
    pytest.param("The target for PEPs was met, with 98% completed.", ["cla.pep 98 percent"], id="met-without-a-number"),
    pytest.param(
        "The aim is that 95% of looked after children have a dental check.", ["cla.dental 95 percent target"], id="aim"
    ),
    pytest.param(
        "Against a target of 60%, 58% of care leavers were in education, employment or training.",
        ["care_leavers.eet 60 percent target", "care_leavers.eet 58 percent"],
        id="a-target-before-its-actual",
    ),
    pytest.param("Against a budget of 60 posts, 58 social workers were in post.", [], id="a-budget-is-no-target"),
    pytest.param(
        "## Targets for 2025/26\n\n1. First time entrants: fewer than 45\n2. Reoffending: no more than 27%",
        ["yjs.first_time_entrants 45 target (under)", "yjs.reoffending 27 percent target (at_most)"],
        id="targets-over-a-list",
    ),
    pytest.param(
        "## Targets were met\n\n1. First time entrants: 45 in 2024",
        ["yjs.first_time_entrants 45"],
        id="targets-met-over-a-list",
    ),
    pytest.param(
        "The strategy proposes to reduce the number of children in care to 400 by 31 March 2026 and to "
        "370 by 31 March 2027.",
        ["cla.count 400 target", "cla.count 370 target"],
        id="proposes-to-reduce-to",
    ),
    pytest.param(
        "The team has helped to reduce the number of children in care to 400.",
        ["cla.count 400"],
        id="has-helped-to-reduce-to",
    ),
    pytest.param(
        "31% of referrals were repeat referrals, and we would expect no more than 25%.",
        ["rereferral.share 31 percent", "rereferral.share 25 percent target (at_most)"],
        id="would-expect-no-more-than",
    ),
    pytest.param(
        "We expect the number of children on child protection plans to reach 320 by the end of March.",
        ["cp.count 320 forecast"],
        id="expect-to-reach",
    ),
    pytest.param(
        "63% of initial health assessments were in timescale, still below the standard of 95%.",
        ["cla.iha_timely 63 percent", "cla.iha_timely 95 percent target"],
        id="a-standard-of",
    ),
    pytest.param(
        "34 special guardianship orders were granted against a combined target of 54.",
        ["sgo.granted 34"],
        id="a-combined-target-is-of-no-one-metric",
    ),
    pytest.param(
        "1.1 To recruit 18 new foster carers and to secure adoption orders for 30 children.",
        ["foster.approved 18 target", "adoption.orders 30 target"],
        id="aims-in-infinitives",
    ),
]


@pytest.mark.parametrize("text, said", ROLES)
def test_roles_tell_targets_from_actuals(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


DISTANCES = [
    pytest.param(
        "The average time from placement order to match was 193 days, which missed the target by 72 days.",
        ["adoption.days_order_to_match 193 days"],
        id="missed-by",
    ),
    pytest.param(
        "At 360 days from entering care to moving in with adopters we are 56 days quicker than England.",
        ["adoption.days_entry_to_placed 360 days"],
        id="quicker-than-england",
    ),
    pytest.param(
        "The share of care leavers in EET is 58%, two percentage points below the target.",
        ["care_leavers.eet 58 percent"],
        id="above-target",
    ),
    pytest.param(
        "The authority ranks 11th of 152 for the rate of re-referrals, which is 17%.",
        ["rereferral.share 17 percent"],
        id="rank",
    ),
    pytest.param(
        "Our re-referral rate of 19% is three percentage points lower than our statistical neighbours.",
        ["rereferral.share 19 percent"],
        id="gap-to-neighbours",
    ),
    pytest.param(
        "91% of care leavers live in suitable accommodation (3 points above England).",
        ["care_leavers.suitable_accommodation 91 percent"],
        id="above-england-in-brackets",
    ),
    pytest.param(
        "We are placed 24th out of 152 authorities for care leavers in suitable accommodation.", [], id="ranked"
    ),
]


@pytest.mark.parametrize("text, said", DISTANCES)
def test_distances_are_no_observations(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


UNDER_HEADINGS = [
    pytest.param(
        "### England average\n\nThe rate of children in care was 70 per 10,000.",
        ["cla.rate 70 per_10000 @england"],
        id="alone",
    ),
    pytest.param(
        "## Children in care in England\n\nThere were 83,840 children in care.",
        ["cla.count 83840 @england"],
        id="in-it",
    ),
    pytest.param(
        "### National picture\n\nThe rate of children in care was 70 per 10,000.\n\n### Wexcombe\n\n"
        "The rate of children in care was 92 per 10,000.",
        ["cla.rate 70 per_10000 @england", "cla.rate 92 per_10000"],
        id="until-the-next-heading",
    ),
    pytest.param(
        "### National picture\n\nThe rate of children in care in our borough was 92 per 10,000.",
        ["cla.rate 92 per_10000"],
        id="our-own-beside-it",
    ),
    pytest.param(
        "### How we compare with England\n\nThe rate of children in care was 92 per 10,000.",
        ["cla.rate 92 per_10000"],
        id="compared-with-it",
    ),
]


@pytest.mark.parametrize("text, said", UNDER_HEADINGS)
def test_an_area_may_stand_in_the_heading_alone(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
