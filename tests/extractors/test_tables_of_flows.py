"""Tables of what began and ended: heads that say but what became of those named elsewhere, sums over months and
quarters, rows whose year stands beside, over or at the end of them."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

FLOWS = [
    pytest.param(
        "## Children coming into and leaving care\n\n"
        "| Month | Started | Ceased | Ratio | In care at month end |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| May 2024 | 15 | 12 | 1.25 | 377 |\n",
        [
            "cla.started 15 2024-05-01..2024-05-31",
            "cla.ceased 12 2024-05-01..2024-05-31",
            "cla.started_per_ceased 1.25 ratio 2024-05-01..2024-05-31",
            "cla.count 377 2024-05-01..2024-05-31",
        ],
        id="started-ceased-ratio",
    ),
    pytest.param(
        "## Child protection plans\n\n"
        "| Quarter | Started | Ended | At quarter end |\n"
        "| --- | --- | --- | --- |\n"
        "| Q1 2023/24 | 44 | 39 | 188 |\n",
        [
            "cp.started 44 2023-04-01..2023-06-30",
            "cp.ceased 39 2023-04-01..2023-06-30",
            "cp.count 188 2023-06-30",
        ],
        id="at-quarter-end-of-the-quarter-that-labels-the-row",
    ),
    pytest.param(
        "| Plans and care | Started in year | Ended in year |\n"
        "| --- | --- | --- |\n"
        "| Child protection plans | 310 | 252 |\n"
        "| Children looked after | 31 | 25 |\n",
        ["cp.started 310", "cp.ceased 252", "cla.started 31", "cla.ceased 25"],
        id="labels-name-who-and-heads-what-became-of-them",
    ),
    pytest.param(
        "| Type of fostering household | Households at 30 June 2024 | Approved in quarter |\n"
        "| --- | --- | --- |\n"
        "| Connected persons | 41 | 6 |\n",
        ["foster.carers 41 care_type=connected 2024-06-30", "foster.approved 6 care_type=connected"],
        id="approved-of-households",
    ),
    pytest.param(
        "| Measure | In timescale | Out of timescale | % in timescale |\n"
        "| --- | --- | --- | --- |\n"
        "| Initial child protection conferences | 36 | 28 | 56% |\n",
        ["icpc.timely 36", "icpc.timely 56 percent"],
        id="in-timescale-of-conferences",
    ),
    pytest.param(
        "| Month | Children entering care |\n| --- | --- |\n| April 2024 | 10 |\n| May 2024 | 12 |\n| Total | 22 |\n",
        [
            "cla.started 10 2024-04-01..2024-04-30",
            "cla.started 12 2024-05-01..2024-05-31",
            "cla.started 22 2024-04-01..2024-05-31",
        ],
        id="total-of-months",
    ),
    pytest.param(
        "| Measure | Q1 2023/24 | Q2 2023/24 | Total |\n| --- | --- | --- | --- |\n"
        "| Enquiries from prospective adopters | 102 | 88 | 190 |\n",
        [
            "adopter.enquiries 102 2023-04-01..2023-06-30",
            "adopter.enquiries 88 2023-07-01..2023-09-30",
            "adopter.enquiries 190 2023-04-01..2023-09-30",
        ],
        id="total-column-of-quarters",
    ),
    pytest.param(
        "Children starting to be looked after\n\n"
        "| Quarter | 2021/22 | 2022/23 |\n| --- | --- | --- |\n"
        "| Q1 | 31 | 25 |\n| Q2 | 36 | 28 |\n| Total | 67 | 53 |\n",
        [
            "cla.started 31 2021-04-01..2021-06-30",
            "cla.started 25 2022-04-01..2022-06-30",
            "cla.started 36 2021-07-01..2021-09-30",
            "cla.started 28 2022-07-01..2022-09-30",
            "cla.started 67 2021-04-01..2021-09-30",
            "cla.started 53 2022-04-01..2022-09-30",
        ],
        id="quarters-in-rows-under-years",
    ),
    pytest.param(
        "| Quarter | First time entrants to youth justice |\n| --- | --- |\n"
        "| Q3 | 8 |\n| Q4 | 9 |\n| 2022/23 total | 17 |\n",
        [
            "yjs.first_time_entrants 8 2022-10-01..2022-12-31",
            "yjs.first_time_entrants 9 2023-01-01..2023-03-31",
            "yjs.first_time_entrants 17 2022-04-01..2023-03-31",
        ],
        id="quarters-in-rows-above-their-year",
    ),
    pytest.param(
        "| Year | Quarter | Child protection plans at quarter end |\n| --- | --- | --- |\n"
        "| 2021/22 | Q3 | 201 |\n| | Q4 | 209 |\n| 2022/23 | Q1 | 211 |\n| | Q2 | 219 |\n",
        [
            "cp.count 201 2021-12-31",
            "cp.count 209 2022-03-31",
            "cp.count 211 2022-06-30",
            "cp.count 219 2022-09-30",
        ],
        id="quarters-beside-their-year",
    ),
    pytest.param(
        "| Year | CLA at 31 March | CLA starters | CP plans at 30 September | CIN at year end |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 2020/21 | 391 | 63 | 236 | 702 |\n",
        [
            "cla.count 391 2021-03-31",
            "cla.started 63 2020-04-01..2021-03-31",
            "cp.count 236 2020-09-30",
            "cin.count 702 2021-03-31",
        ],
        id="the-day-in-a-head-of-the-year-in-a-row",
    ),
    pytest.param(
        "Review health assessments of children looked after\n\n"
        "| Month | Due | Completed | % in timescale |\n| --- | --- | --- | --- |\n| May 2024 | 52 | 48 | 92% |\n",
        [
            "cla.health_assessment 48 2024-05-01..2024-05-31",
            "cla.health_assessment 92 percent 2024-05-01..2024-05-31",
        ],
        id="due-and-completed",
    ),
    pytest.param(
        "Child protection visits\n\n"
        "| Month | Due | Completed | % in timescale |\n| --- | --- | --- | --- |\n| May 2024 | 52 | 48 | 92% |\n",
        ["visit.timely 92 percent cohort=cp 2024-05-01..2024-05-31"],
        id="completed-is-not-in-time",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FLOWS)
def test_flows(read: Read, text: str, expected: list[str]) -> None:
    assert read(text, periods=True) == expected
