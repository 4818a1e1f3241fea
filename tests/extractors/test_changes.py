"""Rises and falls: the levels before and after, and by how much, each a statement of its own."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

LEVELS_BEFORE_AND_AFTER = [
    pytest.param(
        "Care leavers in EET rose from 54% to 58%.",
        ["care_leavers.eet 54 percent", "care_leavers.eet 58 percent"],
        id="from-to",
    ),
    pytest.param(
        "The number of children on a CPP has reduced to 243 from 271 in July.",
        ["cp.count 243", "cp.count 271"],
        id="to-from",
    ),
    pytest.param(
        "LAC numbers fell from 540 in 2022 to 498 in 2024.",
        ["cla.count 540", "cla.count 498"],
        id="fell-from-with-years",
    ),
    pytest.param(
        "The average time between placement order and match increased from 215 days in 2012-15 to 241 in 2013-16.",
        ["adoption.days_order_to_match 215 days", "adoption.days_order_to_match 241 days"],
        id="average-days",
    ),
    pytest.param(
        "14 special guardianship orders were granted in the year, compared with 21 in the previous year.",
        ["sgo.granted 14", "sgo.granted 21"],
        id="compared-with",
    ),
    pytest.param(
        "The county maintains 143 fostering households, up from 139 in June.",
        ["foster.carers 143", "foster.carers 139"],
        id="up-from",
    ),
    pytest.param(
        "First time entrants: 31 (48 in 2022/23)",
        ["yjs.first_time_entrants 31", "yjs.first_time_entrants 48"],
        id="brackets",
    ),
    pytest.param(
        "Child in need numbers: 1,310 (July: 1,402).", ["cin.count 1310", "cin.count 1402"], id="month-in-brackets"
    ),
    pytest.param(
        "Residential placements: 26 placements, 24 previous year",
        ["residential.count 26", "residential.count 24"],
        id="previous-year-after-a-comma",
    ),
    pytest.param(
        "19% of referrals were re-referrals (previously 22%).",
        ["rereferral.share 19 percent", "rereferral.share 22 percent"],
        id="previously",
    ),
    pytest.param(
        "The reoffending rate is 33.1%; it was 35.4% a year before.",
        ["yjs.reoffending 33.1 percent", "yjs.reoffending 35.4 percent"],
        id="was",
    ),
    pytest.param(
        "The share of children in care with three or more placements has moved from 11.2% to 9.8%.",
        ["placement.moves_3plus 11.2 percent", "placement.moves_3plus 9.8 percent"],
        id="moved",
    ),
    pytest.param(
        "The number of children in residential care was unchanged at 57.", ["residential.count 57"], id="unchanged"
    ),
    pytest.param(
        "Custodial sentences remained low with 3 young people sentenced to custody (5 in 2022/23).",
        ["yjs.custody 3", "yjs.custody 5"],
        id="year-in-brackets-beside-words",
    ),
    pytest.param(
        "First time entrants fell from 48 to 31.",
        ["yjs.first_time_entrants 48", "yjs.first_time_entrants 31"],
        id="fell-from-to",
    ),
    pytest.param("Children in need: then 1,402, now 1,310.", ["cin.count 1402", "cin.count 1310"], id="then-now"),
    pytest.param(
        "There was an increase from 21.3% to 24.5% in re-referrals.",
        ["rereferral.share 21.3 percent", "rereferral.share 24.5 percent"],
        id="what-moved-is-named-behind-both",
    ),
]


@pytest.mark.parametrize("text, said", LEVELS_BEFORE_AND_AFTER)
def test_levels_before_and_after_read_both_ends(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


AMOUNTS = [
    pytest.param(
        "The number of CiC rose by 14 to 512 in the quarter.", ["cla.count 14 change", "cla.count 512"], id="rose-by-to"
    ),
    pytest.param(
        "The number of children on a child protection plan fell by 28 over the quarter.",
        ["cp.count -28 change"],
        id="fell-by",
    ),
    pytest.param(
        "There has been an increase of 12% in the number of children in need.",
        ["cin.count 12 percent change"],
        id="increase-of-percent",
    ),
    pytest.param(
        "There has been a reduction of 24 (4.6%) in the number of children in care since July.",
        ["cla.count -24 change", "cla.count -4.6 percent change"],
        id="reduction-of-n-(p)",
    ),
    pytest.param(
        "Children looked after reduced from 560 in May 2023 to 498 in May 2024 (an 11.1% reduction).",
        ["cla.count 560", "cla.count 498", "cla.count -11.1 percent change"],
        id="from-to-with-percent",
    ),
    pytest.param(
        "Care leavers in EET: 58%, up 4 percentage points on last year.",
        ["care_leavers.eet 58 percent", "care_leavers.eet 4 points change"],
        id="percentage-points",
    ),
    pytest.param(
        "91% of looked after children have a care plan that is up to date, up 1% since August.",
        ["plan.current 91 percent cohort=cla", "plan.current 1 points change cohort=cla"],
        id="percent-of-a-percent",
    ),
    pytest.param(
        "PEP completion was 94.2% (+1.4%).",
        ["cla.pep 94.2 percent", "cla.pep 1.4 points change"],
        id="signed-in-brackets",
    ),
    pytest.param(
        "Children in care: 131 in comparison to 152 (-21).",
        ["cla.count 131", "cla.count 152", "cla.count -21 change"],
        id="minus-in-brackets",
    ),
    pytest.param("111 fostering households (down 2).", ["foster.carers 111", "foster.carers -2 change"], id="down-n"),
    pytest.param(
        "122 children entered care, 25 fewer than the year before.",
        ["cla.started 122", "cla.started -25 change"],
        id="fewer-than",
    ),
    pytest.param(
        "There are 243 children on child protection plans, 12 more than in June.",
        ["cp.count 243", "cp.count 12 change"],
        id="more-than",
    ),
    pytest.param(
        "The number of electively home educated children increased by 18%.",
        ["ehe.count 18 percent change"],
        id="increased-by-percent",
    ),
    pytest.param(
        "Referrals to children's social care are up 9% on 2022/23.",
        ["referral.count 9 percent change"],
        id="referrals-up",
    ),
    pytest.param(
        "There was a decrease of seven in the number of children in residential care.",
        ["residential.count -7 change"],
        id="decrease-in-words",
    ),
    pytest.param(
        "The rate of children looked after fell by 3.1 per 10,000.", ["cla.rate -3.1 per_10000 change"], id="rate-falls"
    ),
    pytest.param(
        "There was a net increase of 11 in the number of children looked after.",
        ["cla.count 11 change"],
        id="net-increase",
    ),
    pytest.param(
        "The number of first time entrants fell from 48 to 31, a fall of 35%.",
        ["yjs.first_time_entrants 48", "yjs.first_time_entrants 31", "yjs.first_time_entrants -35 percent change"],
        id="doubled-from",
    ),
    pytest.param(
        "The re-referral rate fell by 2.4 percentage points to 19%.",
        ["rereferral.share -2.4 points change", "rereferral.share 19 percent"],
        id="points-in-letters",
    ),
    pytest.param("PEP completion improved by two percentage points.", ["cla.pep 2 points change"], id="slight"),
    pytest.param(
        "34% of our children live out of area and 19% more than 20 miles from home.",
        ["placement.out_of_area 34 percent", "placement.over_20_miles 19 percent"],
        id="more-than-20-miles-is-no-change",
    ),
    pytest.param(
        "There were 571 looked after children at the end of August 2024. This is 23 above the number at "
        "the end of April 2024.",
        ["cla.count 571", "cla.count 23 change"],
        id="above-the-number-then",
    ),
    pytest.param(
        "There was a reduction in the number of children in care from the previous year by 12.",
        ["cla.count -12 change"],
        id="a-reduction-in-something-by",
    ),
    pytest.param(
        "288 children had a child protection plan (37.1 per 10,000), an 8% reduction from 313 the previous year.",
        ["cp.count 288", "cp.rate 37.1 per_10000", "cp.count -8 percent change", "cp.count 313"],
        id="a-change-goes-on-from-outside-the-brackets",
    ),
    pytest.param(
        "208 children came into our care and 187 left, a net increase of 21.",
        ["cla.started 208", "cla.ceased 187", "cla.count 21 change"],
        id="what-is-left-of-those-who-came-and-went",
    ),
]


@pytest.mark.parametrize("text, said", AMOUNTS)
def test_amounts_read_by_how_much(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


PERIODS_OF_CHANGES = [
    pytest.param(
        "Connected carer placements fell from 140 in September 2023 to 112 in September 2024 (a 20% reduction).",
        [
            "connected_care.count 140 2023-09-01..2023-09-30",
            "connected_care.count 112 2024-09-01..2024-09-30",
            "connected_care.count -20 percent change 2024-09-01..2024-09-30 from 2023-09-01..2023-09-30",
        ],
        id="from-in-to-in",
    ),
    pytest.param(
        "There were 301 children on a child protection plan at the end of March 2024. "
        "This was 14 fewer than a year earlier.",
        ["cp.count 301 2024-03-31", "cp.count -14 change 2024-03-31 from 2023-03-31"],
        id="than-a-year-before-the-sentence-before",
    ),
]


@pytest.mark.parametrize("text, said", PERIODS_OF_CHANGES)
def test_periods_of_changes_keep_both_times(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said
