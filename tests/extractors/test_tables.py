"""Tables: a cell takes metric, breakdown, area, role and period from its row, its column and the words above."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

COLUMNS_OF_TIME = [
    pytest.param(
        "| | March 2022 | March 2023 | March 2024 |\n"
        "| --- | --- | --- | --- |\n"
        "| Children looked after | 473 | 513 | 492 |\n",
        [
            "cla.count 473 2022-03-01..2022-03-31",
            "cla.count 513 2023-03-01..2023-03-31",
            "cla.count 492 2024-03-01..2024-03-31",
        ],
        id="three-years",
    ),
    pytest.param(
        "| | 2022 | 2023 | 2024 |\n| --- | --- | --- | --- |\n| Children looked after | 473 | 513 | 492 |\n",
        [
            "cla.count 473 2022-01-01..2022-12-31",
            "cla.count 513 2023-01-01..2023-12-31",
            "cla.count 492 2024-01-01..2024-12-31",
        ],
        id="bare-years",
    ),
    pytest.param(
        "| Indicator | 2021/22 | 2022/23 | 2023/24 |\n"
        "| --- | --- | --- | --- |\n"
        "| Special guardianship orders granted | 21 | 17 | 14 |\n"
        "| Children adopted | 31 | 29 | 27 |\n",
        [
            "sgo.granted 21 2021-04-01..2022-03-31",
            "sgo.granted 17 2022-04-01..2023-03-31",
            "sgo.granted 14 2023-04-01..2024-03-31",
            "adoption.orders 31 2021-04-01..2022-03-31",
            "adoption.orders 29 2022-04-01..2023-03-31",
            "adoption.orders 27 2023-04-01..2024-03-31",
        ],
        id="financial-years",
    ),
    pytest.param(
        "| Measure | Jul-24 | Aug-24 | Sep-24 |\n"
        "| --- | --- | --- | --- |\n"
        "| Children in need | 1,402 | 1,355 | 1,310 |\n"
        "| Section 47 enquiries | 31 | 26 | 29 |\n",
        [
            "cin.count 1402 2024-07-01..2024-07-31",
            "cin.count 1355 2024-08-01..2024-08-31",
            "cin.count 1310 2024-09-01..2024-09-30",
            "s47.count 31 2024-07-01..2024-07-31",
            "s47.count 26 2024-08-01..2024-08-31",
            "s47.count 29 2024-09-01..2024-09-30",
        ],
        id="months",
    ),
    pytest.param(
        "| Indicator | Q1 2024/25 | Q2 2024/25 |\n"
        "| --- | --- | --- |\n"
        "| Number of children looked after | 512 | 498 |\n"
        "| % of care leavers in EET | 57% | 58% |\n"
        "| % of CLA with three or more placements in the last 12 months | 11.2% | 9.8% |\n",
        [
            "cla.count 512 2024-06-30",
            "cla.count 498 2024-09-30",
            "care_leavers.eet 57 percent 2024-06-30",
            "care_leavers.eet 58 percent 2024-09-30",
            "placement.moves_3plus 11.2 percent 2023-07-01..2024-06-30",
            "placement.moves_3plus 9.8 percent 2023-10-01..2024-09-30",
        ],
        id="quarters",
    ),
    pytest.param(
        "| | 31/03/2023 | 31/03/2024 |\n"
        "| --- | --- | --- |\n"
        "| Children subject to a child protection plan | 271 | 243 |\n",
        ["cp.count 271 2023-03-31", "cp.count 243 2024-03-31"],
        id="dates",
    ),
    pytest.param(
        "| Month | Children looked after | Children on a child protection plan |\n"
        "| --- | --- | --- |\n"
        "| April 2024 | 520 | 260 |\n"
        "| May 2024 | 514 | 255 |\n",
        [
            "cla.count 520 2024-04-01..2024-04-30",
            "cp.count 260 2024-04-01..2024-04-30",
            "cla.count 514 2024-05-01..2024-05-31",
            "cp.count 255 2024-05-01..2024-05-31",
        ],
        id="periods-in-rows",
    ),
]


@pytest.mark.parametrize("text, said", COLUMNS_OF_TIME)
def test_columns_of_time_date_the_cells(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


SCORECARDS = [
    pytest.param(
        "| Indicator | Target | Actual |\n"
        "| --- | --- | --- |\n"
        "| % of initial child protection conferences in timescale | 90% | 83% |\n"
        "| Re-referrals within 12 months | 18% | 19.4% |\n",
        [
            "icpc.timely 90 percent target",
            "icpc.timely 83 percent",
            "rereferral.share 18 percent target",
            "rereferral.share 19.4 percent",
        ],
        id="target-and-actual",
    ),
    pytest.param(
        "| Indicator | Latest | Target | National |\n"
        "| --- | --- | --- | --- |\n"
        "| Initial health assessments in timescale | 62% | 90% | 77% |\n"
        "| Care leavers in EET | 58% | 60% | 55% |\n",
        [
            "cla.iha_timely 62 percent",
            "cla.iha_timely 90 percent target",
            "cla.iha_timely 77 percent @england",
            "care_leavers.eet 58 percent",
            "care_leavers.eet 60 percent target",
            "care_leavers.eet 55 percent @england",
        ],
        id="national-column",
    ),
    pytest.param(
        "| Measure | Value | RAG | Direction |\n"
        "| --- | --- | --- | --- |\n"
        "| PEPs up to date | 96% | Green | up |\n"
        "| Dental checks up to date for children in care | 79% | Amber | down |\n",
        ["cla.pep 96 percent", "cla.dental 79 percent"],
        id="rating-column",
    ),
    pytest.param(
        "| Ref | Measure | Value |\n"
        "| --- | --- | --- |\n"
        "| 12 | Children in care | 498 |\n"
        "| 13 | Children in need | 1,310 |\n",
        ["cla.count 498", "cin.count 1310"],
        id="reference-column",
    ),
    pytest.param(
        "| Placement | 2024 |\n"
        "| --- | --- |\n"
        "| Children in foster care | 316 67% |\n"
        "| Children in residential care | 57 (12%) |\n",
        ["fostered.count 316", "fostered.count 67 percent", "residential.count 57", "residential.count 12 percent"],
        id="number-and-share-in-a-cell",
    ),
    pytest.param(
        "| Indicator | Q1 | Q2 | Q3 |\n"
        "| --- | --- | --- | --- |\n"
        "| Children looked after | 512 | 498 | |\n"
        "| Children in need | 1,402 | - | n/a |\n",
        ["cla.count 512", "cla.count 498", "cin.count 1402"],
        id="empty-cells",
    ),
    pytest.param(
        "| Indicator | Value |\n"
        "| --- | --- |\n"
        "| Children looked after (rate per 10,000) | 84.2 |\n"
        "| Care leavers in suitable accommodation (%) | 91 |\n"
        "| Average time from placement order to match (days) | 178 |\n",
        [
            "cla.rate 84.2 per_10000",
            "care_leavers.suitable_accommodation 91 percent",
            "adoption.days_order_to_match 178 days",
        ],
        id="unit-in-the-label",
    ),
    pytest.param(
        "| Indicator | Target | Q1 2024/25 | Q2 2024/25 |\n"
        "| --- | --- | --- | --- |\n"
        "| Number of children looked after | | 512 | 498 |\n"
        "| Rate of children looked after per 10,000 | 80 | 86.1 | 84.2 |\n"
        "| % of care leavers (19-21) in EET | 60% | 57% | 58% |\n",
        [
            "cla.count 512",
            "cla.count 498",
            "cla.rate 80 per_10000 target",
            "cla.rate 86.1 per_10000",
            "cla.rate 84.2 per_10000",
            "care_leavers.eet 60 percent age=19-21 target",
            "care_leavers.eet 57 percent age=19-21",
            "care_leavers.eet 58 percent age=19-21",
        ],
        id="scorecard-with-targets-and-quarters",
    ),
    pytest.param(
        "| Measure | 2024 |\n"
        "| --- | --- |\n"
        "| Looked after children permanently excluded | 0 |\n"
        "| Children in unregulated placements | <5 |\n",
        ["cla.permanently_excluded 0", "unregulated.count 5 (under)"],
        id="zero-and-less-than",
    ),
    pytest.param(
        "Rate of children looked after per 10,000\n"
        "\n"
        "| Area | Rate |\n"
        "| --- | --- |\n"
        "| England | 71 |\n"
        "| Statistical neighbours | 91 |\n",
        ["cla.rate 71 per_10000 @england", "cla.rate 91 per_10000 @statistical_neighbours"],
        id="councils-as-rows",
    ),
]


@pytest.mark.parametrize("text, said", SCORECARDS)
def test_scorecards_give_each_column_its_role(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


OTHER_TABLES = [
    pytest.param(
        "| Budget | 2023/24 | 2024/25 |\n"
        "| --- | --- | --- |\n"
        "| Looked after children placements (£000) | 12,400 | 13,100 |\n"
        "| Fostering allowances (£000) | 4,200 | 4,350 |\n",
        [],
        id="money",
    ),
    pytest.param(
        "| Member | Meetings attended | Meetings possible |\n"
        "| --- | --- | --- |\n"
        "| Cllr A Mason | 5 | 6 |\n"
        "| Cllr B Fielding | 6 | 6 |\n",
        [],
        id="attendance-of-members",
    ),
    pytest.param(
        "| Indicator | Q1 | Q2 |\n"
        "| --- | --- | --- |\n"
        "| Potholes repaired | 1,204 | 998 |\n"
        "| % of street lights in light | 97% | 98% |\n",
        [],
        id="highways",
    ),
    pytest.param(
        "| Item | Page |\n| --- | --- |\n| Children looked after | 12 |\n| Care leavers | 19 |\n", [], id="contents"
    ),
    pytest.param(
        "| Question | Yes | No |\n| --- | --- | --- |\n| Do you feel safe where you live? | 92% | 8% |\n",
        [],
        id="survey",
    ),
    pytest.param(
        "| Indicator | Value |\n| --- | --- |\n| Children looked after | 498 |\n| Libraries open on Sunday | 7 |\n",
        ["cla.count 498"],
        id="next-to-one-of-ours",
    ),
]


@pytest.mark.parametrize("text, said", OTHER_TABLES)
def test_other_tables_are_left_alone(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
