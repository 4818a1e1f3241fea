"""Columns of time that do not say all of it: quarters without their year, years to date, years by themselves."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

HEADS = [
    pytest.param(
        "| Measure | Q1 2023/24 | Q2 | Target for the year | Forecast |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Special guardianship orders granted | 6 | 9 | 32 | 28 |\n",
        [
            "sgo.granted 6 2023-04-01..2023-06-30",
            "sgo.granted 9 2023-07-01..2023-09-30",
            "sgo.granted 32 target 2023-04-01..2024-03-31",
            "sgo.granted 28 forecast 2023-04-01..2024-03-31",
        ],
        id="target-and-forecast-of-the-year",
    ),
    pytest.param(
        "Quarter 3 2023/24\n\n"
        "| Measure | Referrals | | Section 47 enquiries | |\n"
        "| --- | --- | --- | --- | --- |\n"
        "|  | Q2 | Q3 | Q2 | Q3 |\n"
        "| All | 612 | 588 | 74 | 81 |\n",
        [
            "referral.count 612 2023-07-01..2023-09-30",
            "referral.count 588 2023-10-01..2023-12-31",
            "s47.count 74 2023-07-01..2023-09-30",
            "s47.count 81 2023-10-01..2023-12-31",
        ],
        id="same-quarters-under-each-head",
    ),
    pytest.param(
        "First time entrants to the youth justice system per 100,000\n\n"
        "| Period | Wexcombe | England |\n"
        "| --- | --- | --- |\n"
        "| Jan 21 – Dec 21 | 190 | 148 |\n"
        "| Jan 22 – Dec 22 | 176 | 149 |\n",
        [
            "yjs.first_time_entrants 190 per_100000 2021-01-01..2021-12-31",
            "yjs.first_time_entrants 148 per_100000 @england 2021-01-01..2021-12-31",
            "yjs.first_time_entrants 176 per_100000 2022-01-01..2022-12-31",
            "yjs.first_time_entrants 149 per_100000 @england 2022-01-01..2022-12-31",
        ],
        id="rate-of-the-caption-over-labels-of-months",
    ),
    pytest.param(
        "| PEPs up to date | Spring 2024 | Summer 2024 |\n| --- | --- | --- |\n| Primary | 91% | 93% |\n",
        ["cla.pep 91 percent phase=primary 2024-03-31", "cla.pep 93 percent phase=primary 2024-08-31"],
        id="terms-at-the-head",
    ),
    pytest.param(
        "| Measure | 2021/22 | Q1 | Q2 | Q3 | Q4 | 2022/23 |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| Referrals | 2,310 | 511 | 498 | 540 | 602 | 2,151 |\n",
        [
            "referral.count 2310 2021-04-01..2022-03-31",
            "referral.count 511 2022-04-01..2022-06-30",
            "referral.count 498 2022-07-01..2022-09-30",
            "referral.count 540 2022-10-01..2022-12-31",
            "referral.count 602 2023-01-01..2023-03-31",
            "referral.count 2151 2022-04-01..2023-03-31",
        ],
        id="quarters-before-their-year",
    ),
    pytest.param(
        "| Measure | 2021/22 | Q1 | Q2 | YTD |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Referrals | 2,310 | 511 | 498 | 1,009 |\n"
        "| Children subject to a child protection plan | 240 | 251 | 247 | 247 |\n",
        [
            "referral.count 2310 2021-04-01..2022-03-31",
            "referral.count 511 2022-04-01..2022-06-30",
            "referral.count 498 2022-07-01..2022-09-30",
            "referral.count 1009 2022-04-01..2022-09-30",
            "cp.count 240 2021-04-01..2022-03-31",
            "cp.count 251 2022-06-30",
            "cp.count 247 2022-09-30",
            "cp.count 247 2022-09-30",
        ],
        id="quarters-behind-a-year-and-the-year-to-date",
    ),
    pytest.param(
        "| Measure | Q3 2021/22 | Q4 | Q1 | Q2 |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Section 47 enquiries | 61 | 58 | 70 | 66 |\n",
        [
            "s47.count 61 2021-10-01..2021-12-31",
            "s47.count 58 2022-01-01..2022-03-31",
            "s47.count 70 2022-04-01..2022-06-30",
            "s47.count 66 2022-07-01..2022-09-30",
        ],
        id="quarters-over-the-end-of-a-year",
    ),
    pytest.param(
        "| Measure | 2020/21 | Q2 2021/22 (cumulative) |\n"
        "| --- | --- | --- |\n"
        "| Special guardianship orders granted | 24 | 13 |\n",
        ["sgo.granted 24 2020-04-01..2021-03-31", "sgo.granted 13 2021-04-01..2021-09-30"],
        id="cumulative",
    ),
    pytest.param(
        "| Measure | Nov-22 | Oct-23 | Nov-23 | 12 month total |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Contacts received | 801 | 774 | 812 | 9,640 |\n",
        [
            "contact.count 801 2022-11-01..2022-11-30",
            "contact.count 774 2023-10-01..2023-10-31",
            "contact.count 812 2023-11-01..2023-11-30",
            "contact.count 9640 2022-12-01..2023-11-30",
        ],
        id="twelve-months-to-the-last",
    ),
    pytest.param(
        "| Measure | Oct 20 - Sep 21 | 12 months to Sept 22 |\n"
        "| --- | --- | --- |\n"
        "| First time entrants to the youth justice system | 31 | 27 |\n",
        [
            "yjs.first_time_entrants 31 2020-10-01..2021-09-30",
            "yjs.first_time_entrants 27 2021-10-01..2022-09-30",
        ],
        id="years-from-month-to-month",
    ),
    pytest.param(
        "Table 3: Children looked after at 31 March\n\n"
        "| | 2018 | 2019 |\n"
        "| --- | --- | --- |\n"
        "| Number of children looked after | 402 | 417 |\n",
        ["cla.count 402 2018-03-31", "cla.count 417 2019-03-31"],
        id="years-under-a-day",
    ),
]


@pytest.mark.parametrize(("table", "expected"), HEADS)
def test_heads_beside_it_tell_what_a_head_leaves_unsaid(read: Read, table: str, expected: list[str]) -> None:
    assert read(table, periods=True) == expected


def test_tables_that_a_reader_joined_are_read_one_by_one(read: Read) -> None:
    assert read(
        "| Year | Number of children looked after |\n"
        "| --- | --- |\n"
        "| 2019/20 | 318 |\n"
        "| 2020/21 | 331 |\n"
        "| Table 2: Children starting to be looked after, by age | |\n"
        "| Age | 2020/21 |\n"
        "| Under 1 | 21 |\n"
        "| 1-4 | 17 |\n",
        periods=True,
    ) == [
        "cla.count 318 2019-04-01..2020-03-31",
        "cla.count 331 2020-04-01..2021-03-31",
        "cla.started 21 age=under_1 2020-04-01..2021-03-31",
        "cla.started 17 age=1-4 2020-04-01..2021-03-31",
    ]


def test_new_heads_in_the_midst_begin_another_table(read: Read) -> None:
    assert read(
        "| Measure | 2019/20 | 2020/21 |\n"
        "| --- | --- | --- |\n"
        "| Referrals | 900 | 950 |\n"
        "| Legal status of looked after children | 31 March 2020 | 31 March 2021 |\n"
        "| Full care order | 120 | 131 |\n"
        "| Section 20 | 66 | 59 |\n",
        periods=True,
    ) == [
        "referral.count 900 2019-04-01..2020-03-31",
        "referral.count 950 2020-04-01..2021-03-31",
        "cla.count 120 legal_status=full_care_order 2020-03-31",
        "cla.count 131 legal_status=full_care_order 2021-03-31",
        "cla.count 66 legal_status=section_20 2020-03-31",
        "cla.count 59 legal_status=section_20 2021-03-31",
    ]


def test_a_change_to_the_column_before_is_of_the_time_of_that_column(read: Read) -> None:
    table = (
        "| | Quarter 1 2023/24 | Quarter 2 2023/24 | Change since last quarter |\n"
        "| --- | --- | --- | --- |\n"
        "| Referrals | 812 | 790 | -22 |\n"
        "| Re-referrals within 12 months | 19% | 21% | +2% |\n"
    )
    assert [line for line in read(table, periods=True) if "change" in line] == [
        "referral.count -22 change 2023-07-01..2023-09-30 from 2023-04-01..2023-06-30",
        "rereferral.share 2 points change 2023-07-01..2023-09-30 from 2023-04-01..2023-06-30",
    ]
