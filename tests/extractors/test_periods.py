"""The days that a number is about: said in the words, taken from what stands above, or the document's own."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

MOMENTS = [
    pytest.param("On 30 September 2024, 498 children were looked after.", ["cla.count 498 2024-09-30"], id="on-a-day"),
    pytest.param(
        "As at 31/03/2024 there were 243 children on a child protection plan.", ["cp.count 243 2024-03-31"], id="as-at"
    ),
    pytest.param(
        "There were 512 children in care at the end of October 2024.",
        ["cla.count 512 2024-10-31"],
        id="at-the-end-of-a-month",
    ),
    pytest.param(
        "In August 2024 there were 57 children in residential care.",
        ["residential.count 57 2024-08-01..2024-08-31"],
        id="in-a-month",
    ),
    pytest.param(
        "At the end of Q2, there were 1,310 children in need.", ["cin.count 1310 2024-09-30"], id="end-of-a-quarter"
    ),
    pytest.param(
        "At the end of July, 36 young people lived in supported accommodation.",
        ["semi_independent.count 36 2024-07-31"],
        id="month-without-year",
    ),
    pytest.param(
        "Looked after children at the end of each month:\n\n- April 498\n- May 502\n",
        ["cla.count 498 2024-04-01..2024-04-30", "cla.count 502 2024-05-01..2024-05-31"],
        id="a-month-that-may-be-a-word",
    ),
    pytest.param("There are currently 498 children looked after.", ["cla.count 498"], id="currently"),
    pytest.param(
        "At 31 March 2016 the council looked after 412 children, an increase from 360 at 31 March 2015.",
        ["cla.count 412 2016-03-31", "cla.count 360 2015-03-31"],
        id="two-moments",
    ),
    pytest.param(
        "As at 30 September 2024, 84% of care leavers were in suitable accommodation (2023: 81%).",
        [
            "care_leavers.suitable_accommodation 84 percent 2024-09-30",
            "care_leavers.suitable_accommodation 81 percent 2023-09-30",
        ],
        id="year-in-brackets",
    ),
    pytest.param(
        "As at 30 September 2024, 84% of care leavers aged 17-21 were in suitable accommodation (2023: 81%).",
        [
            "care_leavers.suitable_accommodation 84 percent age=17-21 2024-09-30",
            "care_leavers.suitable_accommodation 81 percent age=17-21 2023-09-30",
        ],
        id="year-in-brackets-with-ages",
    ),
    pytest.param(
        "At 30 September 2024 there were 612 children in care. "
        "This is higher than at the same point in 2023 (588) and compares with 600 in June.",
        ["cla.count 612 2024-09-30", "cla.count 588 2023-09-30", "cla.count 600 2024-06-01..2024-06-30"],
        id="same-point-of-another-year",
    ),
    pytest.param(
        "There were 301 children on a child protection plan at the end of March 2024. A year earlier there were 315.",
        ["cp.count 301 2024-03-31", "cp.count 315 2023-03-31"],
        id="a-year-before-the-sentence-before",
    ),
    pytest.param(
        "88% of care leavers were in touch at the end of Quarter 2 (Q1: 89%), and 86% were in suitable accommodation.",
        [
            "care_leavers.in_touch 88 percent 2024-09-30",
            "care_leavers.in_touch 89 percent 2024-04-01..2024-06-30",
            "care_leavers.suitable_accommodation 86 percent 2024-09-30",
        ],
        id="an-aside-in-brackets-ends-with-them",
    ),
    pytest.param(
        "We looked after 412 children at 31 March 2024 (2023: 391; 2022: 388).",
        ["cla.count 412 2024-03-31", "cla.count 391 2023-03-31", "cla.count 388 2022-03-31"],
        id="years-in-brackets-are-of-the-day",
    ),
    pytest.param(
        "The rate of children in care is 88 per 10,000, a marked reduction on this point last year (97).",
        ["cla.rate 88 per_10000", "cla.rate 97 per_10000 2023-11-12"],
        id="told-in-passing-with-its-own-figure",
    ),
    pytest.param(
        "5,510 children were looked after on 31 March 2024, an increase of 52 (0.9 per cent) over the previous year "
        "and a rate of 89 per 10,000.",
        [
            "cla.count 5510 2024-03-31",
            "cla.count 52 change 2024-03-31 from 2023-03-31",
            "cla.count 0.9 percent change 2024-03-31 from 2023-03-31",
            "cla.rate 89 per_10000 2024-03-31",
        ],
        id="a-rate-behind-changes-is-of-the-day-of-its-count",
    ),
    pytest.param(
        "At year end 288 children were subject to a child protection plan.",
        ["cp.count 288 2024-03-31"],
        id="the-year-end-that-was",
    ),
    pytest.param(
        "By year end we expect to have 500 children in care.",
        ["cla.count 500 forecast 2024-04-01..2025-03-31"],
        id="the-year-end-to-come",
    ),
    pytest.param(
        "The rate of children in care is 104.6, against 90.4 for our statistical neighbours and 70 for England "
        "(both at 31 March 2022).",
        [
            "cla.rate 104.6 per_10000",
            "cla.rate 90.4 per_10000 @statistical_neighbours 2022-03-31",
            "cla.rate 70 per_10000 @england 2022-03-31",
        ],
        id="both-at",
    ),
    pytest.param(
        "The number of children in care rose this year from 390 to 412.",
        ["cla.count 390 2024-03-31", "cla.count 412 2024-11-12"],
        id="this-year-from-to",
    ),
    pytest.param(
        "On 31 March 2024 there were 390 children in care, 36 fewer than on 31 March 2023 (a fall of 8.5%).",
        [
            "cla.count 390 2024-03-31",
            "cla.count -36 change 2024-03-31 from 2023-03-31",
            "cla.count -8.5 percent change 2024-03-31 from 2023-03-31",
        ],
        id="a-change-told-again-in-brackets",
    ),
]


@pytest.mark.parametrize("text, said", MOMENTS)
def test_moments_of_stocks(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


SPANS = [
    pytest.param(
        "In 2023/24, 163 children ceased to be looked after.",
        ["cla.ceased 163 2023-04-01..2024-03-31"],
        id="financial-year",
    ),
    pytest.param(
        "27 children were adopted during 2022-23.", ["adoption.orders 27 2022-04-01..2023-03-31"], id="year-with-a-dash"
    ),
    pytest.param(
        "42 children started to be looked after in Quarter 1 of 2024/25.",
        ["cla.started 42 2024-04-01..2024-06-30"],
        id="quarter",
    ),
    pytest.param(
        "1,204 referrals were received in Q2.", ["referral.count 1204 2024-07-01..2024-09-30"], id="quarter-alone"
    ),
    pytest.param(
        "In the last 6 months 14 special guardianship orders were granted.",
        ["sgo.granted 14 2024-05-13..2024-11-12"],
        id="last-months",
    ),
    pytest.param(
        "Over the past 12 months, 118 children started to be looked after.",
        ["cla.started 118 2023-11-13..2024-11-12"],
        id="last-year-rolling",
    ),
    pytest.param(
        "14 children had been adopted since April 2024 and a further 11 were placed with prospective adopters.",
        ["adoption.orders 14 2024-04-01..2024-11-12", "adoption.placed 11 2024-04-01..2024-11-12"],
        id="since-a-month",
    ),
    pytest.param(
        "Between 1 April 2024 and 30 September 2024, 88 Section 47 enquiries were started.",
        ["s47.count 88 2024-04-01..2024-09-30"],
        id="between-days",
    ),
    pytest.param(
        "42 children entered care between April and June 2024.",
        ["cla.started 42 2024-04-01..2024-06-30"],
        id="between-months",
    ),
    pytest.param(
        "Seven foster carers were approved in the year to date.",
        ["foster.approved 7 2024-04-01..2024-11-12"],
        id="year-to-date",
    ),
    pytest.param(
        "In the 2023/24 academic year 41 looked after children were suspended.",
        ["cla.suspended 41 2023-09-01..2024-08-31"],
        id="academic-year",
    ),
    pytest.param(
        "Nine children were adopted in 2023.", ["adoption.orders 9 2023-01-01..2023-12-31"], id="calendar-year"
    ),
    pytest.param(
        "163 children ceased to be looked after in the year ending 31 March 2024.",
        ["cla.ceased 163 2023-04-01..2024-03-31"],
        id="year-ending",
    ),
    pytest.param(
        "The number of first time entrants was 48 in 2022/23 and 31 in 2023/24.",
        ["yjs.first_time_entrants 48 2022-04-01..2023-03-31", "yjs.first_time_entrants 31 2023-04-01..2024-03-31"],
        id="two-years",
    ),
    pytest.param(
        "The average time between placement order and match increased from 215 days in 2012-15 to 241 in 2013-16.",
        [
            "adoption.days_order_to_match 215 days 2012-04-01..2015-03-31",
            "adoption.days_order_to_match 241 days 2013-04-01..2016-03-31",
        ],
        id="three-years",
    ),
    pytest.param(
        "In the first half of 2024/25, 38 children entered care.",
        ["cla.started 38 2024-04-01..2024-09-30"],
        id="first-half",
    ),
    pytest.param(
        "From 1 April 2024 to 30 September 2024, 38 children entered care.",
        ["cla.started 38 2024-04-01..2024-09-30"],
        id="from-a-day-on",
    ),
    pytest.param(
        "42 children came into care between June and August 2024.",
        ["cla.started 42 2024-06-01..2024-08-31"],
        id="summer-months",
    ),
    pytest.param(
        "First time entrants: 31 in September 2024 and 48 in September 2023.",
        ["yjs.first_time_entrants 31 2024-09-01..2024-09-30", "yjs.first_time_entrants 48 2023-09-01..2023-09-30"],
        id="month-of-the-year-before",
    ),
    pytest.param(
        "Nine foster carers were approved in the second quarter of 2023/24.",
        ["foster.approved 9 2023-07-01..2023-09-30"],
        id="spelt-out-quarter",
    ),
    pytest.param(
        "September 2024: 1,204 referrals received",
        ["referral.count 1204 2024-09-01..2024-09-30"],
        id="month-name-first",
    ),
    pytest.param(
        "## September 2024\n\nThere were 1,204 referrals to children's social care.\n",
        ["referral.count 1204 2024-09-01..2024-09-30"],
        id="heading-of-a-month",
    ),
    pytest.param(
        "32 foster carer households resigned or retired during 2023/24 and 21 were approved, giving a net loss of 11.",
        ["foster.deregistered 32 2023-04-01..2024-03-31", "foster.approved 21 2023-04-01..2024-03-31"],
        id="year-of-two-deeds",
    ),
    pytest.param(
        "The team completed 96 audits between July and December 2023: 3 were graded outstanding and 47 good.",
        [
            "audit.graded 3 grade=outstanding 2023-07-01..2023-12-31",
            "audit.graded 47 grade=good 2023-07-01..2023-12-31",
        ],
        id="a-period-before-a-colon",
    ),
    pytest.param(
        "1,310 referrals were received in the first eight months of 2023/24.",
        ["referral.count 1310 2023-04-01..2023-11-30"],
        id="first-months-of-a-year",
    ),
    pytest.param(
        "1,310 referrals were received in the first six months of the year.",
        ["referral.count 1310 2024-04-01..2024-09-30"],
        id="first-months-of-the-year",
    ),
    pytest.param(
        "In the rolling year to June 2024 there were 139 entries to care.",
        ["cla.started 139 2023-07-01..2024-06-30"],
        id="rolling-year-to-a-month",
    ),
    pytest.param(
        "47 children were adopted since April 2023.",
        ["adoption.orders 47 2023-04-01..2024-11-12"],
        id="since-in-the-first-line-of-a-paper",
    ),
    pytest.param(
        "In the nine months since January 2024, 113 children became looked after and 99 ceased to be looked after.",
        ["cla.started 113 2024-01-01..2024-09-30", "cla.ceased 99 2024-01-01..2024-09-30"],
        id="so-many-months-since",
    ),
    pytest.param(
        "In 2022/23 there were 790 conferences. These comprised 291 initial conferences and 499 review conferences.",
        ["icpc.count 291 2022-04-01..2023-03-31", "rcpc.count 499 2022-04-01..2023-03-31"],
        id="a-sentence-that-goes-on",
    ),
    pytest.param(
        "16 children were adopted in 2023/24, compared with 19 last year.",
        ["adoption.orders 16 2023-04-01..2024-03-31", "adoption.orders 19 2022-04-01..2023-03-31"],
        id="last-year-held-against-the-year-that-it-would-be",
    ),
    pytest.param(
        "In Q2 2024/25 there were 52 adoption orders, compared with 61 last quarter.",
        ["adoption.orders 52 2024-07-01..2024-09-30", "adoption.orders 61 2024-04-01..2024-06-30"],
        id="last-quarter-held-against-the-quarter-that-it-would-be",
    ),
    pytest.param(
        "In 2022/23, 25 children were adopted, with 12 adopters approved over this period.",
        ["adoption.orders 25 2022-04-01..2023-03-31", "adopter.approved 12 2022-04-01..2023-03-31"],
        id="this-period-is-the-one-that-opens-the-sentence",
    ),
    pytest.param(
        "Attendance at reviews was down this year from 94% to 89%.",
        [
            "review.participation 94 percent mode=attended 2023-04-01..2024-03-31",
            "review.participation 89 percent mode=attended 2024-04-01..2024-11-12",
        ],
        id="this-year-is-of-what-it-fell-to",
    ),
    pytest.param(
        "Timeliness of looked after reviews fell on the previous year's performance (from 99.1% to 95.4%).",
        ["review.timely 99.1 percent 2023-11-12", "review.timely 95.4 percent"],
        id="the-previous-year-is-of-what-it-fell-from",
    ),
    pytest.param(
        "PEP completion had risen from the previous year to 85.7%.", ["cla.pep 85.7 percent"], id="risen-from-then-to"
    ),
    pytest.param(
        "There had been an increase to 50% from the previous year of care leavers who were EET.",
        ["care_leavers.eet 50 percent"],
        id="an-increase-to-so-many-from-then",
    ),
    pytest.param(
        "Three or more placement moves in a year remained similar to the previous year at 9.3%.",
        ["placement.moves_3plus 9.3 percent"],
        id="similar-to-then-at",
    ),
    pytest.param(
        "The average caseload had increased to 27.1 compared to the previous year (24.8).",
        ["caseload.mean 27.1", "caseload.mean 24.8 2023-11-12"],
        id="compared-to-then-with-its-number-in-brackets",
    ),
]


@pytest.mark.parametrize("text, said", SPANS)
def test_spans_of_flows(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


ROLLING_MEASURES = [
    pytest.param(
        "At the end of September 2024, 9.8% of children looked after had three or more placements in the "
        "last 12 months.",
        ["placement.moves_3plus 9.8 percent 2023-10-01..2024-09-30"],
        id="three-placements-at-a-quarter",
    ),
    pytest.param(
        "92% of initial health assessments were completed within 20 working days.",
        ["cla.iha_timely 92 percent"],
        id="timescale-is-no-period",
    ),
    pytest.param(
        "94% of children in care were seen within 6 weeks.",
        ["visit.timely 94 percent cohort=cla"],
        id="visits-within-weeks",
    ),
]


@pytest.mark.parametrize("text, said", ROLLING_MEASURES)
def test_rolling_measures_cover_their_own_time(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said
