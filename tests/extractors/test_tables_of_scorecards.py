"""Scorecards and data packs: columns of comparators, trends and changes, labels that say what shares are of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SCORECARDS = [
    pytest.param(
        "| Ref | Measure | July 2024 | SW | England |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 1.1 | Children looked after | 401 | - | - |\n"
        "| 1.2 | Children looked after per 10,000 | 71.4 | 60 | 70 |\n"
        "| 2.1 | Children in need | 702 | - | - |\n",
        [
            "cla.count 401 2024-07-01..2024-07-31",
            "cla.rate 71.4 per_10000 2024-07-01..2024-07-31",
            "cla.rate 60 per_10000 @region",
            "cla.rate 70 per_10000 @england",
            "cin.count 702 2024-07-01..2024-07-31",
        ],
        id="numbered-rows-and-a-region-in-short",
    ),
    pytest.param(
        "| Measure | 2022/23 | Family average 2022/23 |\n"
        "| --- | --- | --- |\n"
        "| Children looked after per 10,000 | 71.4 | 83.2 |\n",
        [
            "cla.rate 71.4 per_10000 2022-04-01..2023-03-31",
            "cla.rate 83.2 per_10000 @statistical_neighbours 2022-04-01..2023-03-31",
        ],
        id="the-family-is-that-of-authorities",
    ),
    pytest.param(
        "| Measure | June 2024 | July 2024 | Change since last month |\n"
        "| --- | --- | --- | --- |\n"
        "| % of care leavers in suitable accommodation | 84 | 89 | +5 |\n"
        "| Care leavers in suitable accommodation (%) | 84 | 89 | +5 |\n"
        "| Children in need | 702 | 698 | -4 |\n",
        [
            "care_leavers.suitable_accommodation 84 percent 2024-06-01..2024-06-30",
            "care_leavers.suitable_accommodation 89 percent 2024-07-01..2024-07-31",
            "care_leavers.suitable_accommodation 5 points change 2024-07-01..2024-07-31 from 2024-06-01..2024-06-30",
            "care_leavers.suitable_accommodation 84 percent 2024-06-01..2024-06-30",
            "care_leavers.suitable_accommodation 89 percent 2024-07-01..2024-07-31",
            "care_leavers.suitable_accommodation 5 points change 2024-07-01..2024-07-31 from 2024-06-01..2024-06-30",
            "cin.count 702 2024-06-01..2024-06-30",
            "cin.count 698 2024-07-01..2024-07-31",
            "cin.count -4 change 2024-07-01..2024-07-31 from 2024-06-01..2024-06-30",
        ],
        id="change-of-shares-whose-sign-stands-in-the-label",
    ),
    pytest.param(
        "| Measure | Quarter 1 2024/25 | Quarter 2 2024/25 | Change |\n"
        "| --- | --- | --- | --- |\n"
        "| Children in need | 702 | 698 | -4 |\n",
        [
            "cin.count 702 2024-06-30",
            "cin.count 698 2024-09-30",
            "cin.count -4 change 2024-09-30 from 2024-06-30",
        ],
        id="change-alone-is-between-the-columns-before",
    ),
    pytest.param(
        "| Measure | Target | Actual June 2024 | Difference |\n"
        "| --- | --- | --- | --- |\n"
        "| Children in need | 680 | 702 | +22 |\n",
        ["cin.count 680 target", "cin.count 702 2024-06-01..2024-06-30"],
        id="how-far-from-the-target-is-no-change",
    ),
    pytest.param(
        "| Measure | Latest (Q1 2024/25) | Previous quarter | Same period last year | Direction of travel | RAG |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| Referrals | 611 | 640 | 588 | ▼ 5% | 2 |\n"
        "| Children looked after | 302 | 299 | 310 | ▲ | Green |\n",
        [
            "referral.count 611 2024-04-01..2024-06-30",
            "referral.count 640 2024-01-01..2024-03-31",
            "referral.count 588 2023-04-01..2023-06-30",
            "cla.count 302 2024-06-30",
            "cla.count 299 2024-03-31",
            "cla.count 310 2023-06-30",
        ],
        id="earlier-columns-are-reckoned-from-the-latest",
    ),
    pytest.param(
        "| Measure | June 2024 | Last month | Same month last year |\n"
        "| --- | --- | --- | --- |\n"
        "| Contacts | 1,211 | 1,190 | 1,304 |\n",
        [
            "contact.count 1211 2024-06-01..2024-06-30",
            "contact.count 1190 2024-05-01..2024-05-31",
            "contact.count 1304 2023-06-01..2023-06-30",
        ],
        id="earlier-months",
    ),
    pytest.param(
        "Scorecard: Quarter 1 2024/25\n\n"
        "| Measure | Actual | Previous quarter | Target |\n"
        "| --- | --- | --- | --- |\n"
        "| Re-referrals within 12 months | 22% | 19% | 18% |\n",
        [
            "rereferral.share 22 percent 2024-04-01..2024-06-30",
            "rereferral.share 19 percent 2024-01-01..2024-03-31",
            "rereferral.share 18 percent target 2024-04-01..2024-06-30",
        ],
        id="a-timescale-in-a-label-is-no-period",
    ),
    pytest.param(
        "| Measure | 2022/23 | 2023/24 | Q1 2024/25 | Target |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Children adopted | 22 | 19 | 4 | 20 |\n",
        [
            "adoption.orders 22 2022-04-01..2023-03-31",
            "adoption.orders 19 2023-04-01..2024-03-31",
            "adoption.orders 4 2024-04-01..2024-06-30",
            "adoption.orders 20 target 2024-04-01..2025-03-31",
        ],
        id="the-target-of-a-year-that-has-begun",
    ),
    pytest.param(
        "| Measure | May 2024 | June 2024 |\n"
        "| --- | --- | --- |\n"
        "| Children looked after | 344 ↔ | ▼ 339 |\n"
        "| Children in residential homes | ↑ 41 | 41▲ |\n",
        [
            "cla.count 344 2024-05-01..2024-05-31",
            "cla.count 339 2024-06-01..2024-06-30",
            "residential.count 41 2024-05-01..2024-05-31",
            "residential.count 41 2024-06-01..2024-06-30",
        ],
        id="arrows-stand-at-the-figures",
    ),
    pytest.param(
        "| Measure | June 2024 |\n| --- | --- |\n| % of IRO reviews on time | 93% |\n| Number of IROs | 11 |\n",
        ["review.timely 93 percent 2024-06-01..2024-06-30", "workforce.iros 11 2024-06-01..2024-06-30"],
        id="a-share-is-of-what-has-shares",
    ),
    pytest.param(
        "Children looked after at 31 March 2024\n\n"
        "| Measure | Number |\n"
        "| --- | --- |\n"
        "| Care leavers in EET (17-18) | 37 |\n"
        "| Recruited mainstream foster carers | 112 |\n",
        [
            "care_leavers.eet 37 age=17-18 2024-03-31",
            "foster.carers 112 care_type=mainstream 2024-03-31",
        ],
        id="a-label-with-a-metric-of-its-own-is-no-part-of-the-caption's",
    ),
    pytest.param(
        "Children looked after by need at 31 March 2024\n\n"
        "| Need | Number |\n| --- | --- |\n| Family in turmoil | 61 |\n| Child's disability | 14 |\n",
        ["cla.count 14 area_of_need=disability 2024-03-31"],
        id="a-word-for-people-alone-says-nothing-of-a-row",
    ),
    pytest.param(
        "| Measure | June 2024 | July 2024 | Change since last month |\n"
        "| --- | --- | --- | --- |\n"
        "| Care leavers | 212 | 214 | -0.9 |\n",
        [
            "care_leavers.count 212 2024-06-01..2024-06-30",
            "care_leavers.count 214 2024-07-01..2024-07-31",
        ],
        id="no-part-of-a-person-is-gained-or-lost",
    ),
    pytest.param(
        "# Education, employment and training of care leavers\n\n"
        "Number of care leavers\n\n"
        "| Activity | June 2024 |\n| --- | --- |\n| Employment | 31 |\n| Training | 12 |\n",
        [
            "care_leavers.eet 31 activity=employment 2024-06-01..2024-06-30",
            "care_leavers.eet 12 activity=training 2024-06-01..2024-06-30",
        ],
        id="a-title-tells-what-labels-are-parts-of",
    ),
    pytest.param(
        "Children looked after by placement at 31 March 2024\n\n"
        "| Placement | Number |\n| --- | --- |\n"
        "| Lodgings, residential employment | 6 |\n| Residential children's home | 33 |\n",
        ["residential.count 33 2024-03-31"],
        id="not-all-that-is-residential-is-a-home",
    ),
    pytest.param(
        "Where children looked after live, 31 March 2024\n\n"
        "| Location | Number |\n| --- | --- |\n| In borough | 201 |\n| Out of borough | 88 |\n",
        ["placement.in_area 201 2024-03-31", "placement.out_of_area 88 2024-03-31"],
        id="inside-is-the-opposite-of-outside",
    ),
]


@pytest.mark.parametrize(("table", "expected"), SCORECARDS)
def test_a_scorecard_reads_as_its_owner_reads_it(read: Read, table: str, expected: list[str]) -> None:
    assert read(table, periods=True) == expected
