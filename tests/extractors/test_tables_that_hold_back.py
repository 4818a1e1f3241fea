"""Cells that give no record, or a record of less: figures held back, labels that say more than is understood."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

HELD_BACK = [
    pytest.param(
        "Children looked after by legal status\n\n"
        "| Status | Number | % |\n| --- | --- | --- |\n"
        "| Section 20 | 31 | 9% |\n| Remand | c | c |\n| Interim care order | * | * |\n"
        "| Full care order | 210 | 61% |\n"
        "| Total | 344 | 100% |\n",
        [
            "cla.count 31 legal_status=section_20",
            "cla.count 9 percent legal_status=section_20",
            "cla.count 210 legal_status=full_care_order",
            "cla.count 61 percent legal_status=full_care_order",
            "cla.count 344",
        ],
        id="a-row-without-figures-heads-no-others",
    ),
    pytest.param(
        "Children by category of need\n\n"
        "| Category of need | CIN | CPP | CLA |\n| --- | --- | --- | --- |\n"
        "| N1 Abuse or neglect | 700 | 190 | 300 |\n| Total | 900 | 200 | 400 |\n",
        ["cin.count 900", "cp.count 200", "cla.count 400"],
        id="needs-are-no-categories-of-plans",
    ),
    pytest.param(
        "Children looked after by placement and distance\n\n"
        "| Placement | Within 20 miles | Over 20 miles | Total |\n| --- | --- | --- | --- |\n"
        "| Connected carers | 60 | 12 | 72 |\n| All placements | 310 | 90 | 400 |\n",
        [
            "connected_care.count 72",
            "placement.within_20_miles 310",
            "placement.over_20_miles 90",
            "cla.count 400",
        ],
        id="cells-of-two-metrics-at-once",
    ),
    pytest.param(
        "| Measure | Number |\n| --- | --- |\n| PEPs due | 52 |\n| Review health assessments overdue | 13 |\n",
        [],
        id="what-was-to-be-done",
    ),
    pytest.param(
        "| Measure | Q1 |\n| --- | --- |\n| Adopters waiting for a match | 33 |\n",
        [],
        id="adopters-who-wait-are-no-children",
    ),
    pytest.param(
        "| Measure | Rate |\n| --- | --- |\n"
        "| Supervision in timescale – CP | 77% |\n| Supervision in timescale – CiN | 71% |\n",
        ["supervision.timely 77 percent cohort=cp", "supervision.timely 71 percent cohort=cin"],
        id="letters-for-the-cohort",
    ),
]
QUALIFIED = [
    "Looked after children with a passport",
    "Children in care who had a birthday",
    "Care leavers with a driving licence",
    "Care leavers claiming benefits",
    "Children in care placed with siblings",
    "Children on a child protection plan who go missing",
    "Children in need with a youth worker",
]
WHOLE = [
    "Looked after children at month end",
    "Children in care in the borough",
    "Children looked after (open at period end)",
    "Children in care on 31 March",
]


@pytest.mark.parametrize(("text", "expected"), HELD_BACK)
def test_held_back(read: Read, text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("label", QUALIFIED)
def test_some_are_not_all(read: Read, label: str) -> None:
    assert read(f"| Measure | 2022/23 | 2023/24 |\n| --- | --- | --- |\n| {label} | 14 | 12 |\n") == []


@pytest.mark.parametrize("label", WHOLE)
def test_when_and_where_are_all(read: Read, label: str) -> None:
    lines = read(f"| Measure | 2022/23 | 2023/24 |\n| --- | --- | --- |\n| {label} | 14 | 12 |\n")
    assert lines == ["cla.count 14", "cla.count 12"]
