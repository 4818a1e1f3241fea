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
    pytest.param(
        "| Measure | Number | Rate per 10,000 |\n| --- | --- | --- |\n| Section 47 enquiries | 302 | 61 |\n",
        ["s47.count 302"],
        id="a-rate-of-what-has-none",
    ),
    pytest.param(
        "| Ethnic group | 0-17 population | CLA |\n| --- | --- | --- |\n"
        "| Mixed | 6% | 12% |\n| Black | 5% | 7% |\n| Other | 2% | 6% |\n",
        [
            "cla.count 12 percent ethnicity=mixed",
            "cla.count 7 percent ethnicity=black",
            "cla.count 6 percent ethnicity=other",
        ],
        id="the-rest-is-not-all-the-population",
    ),
    pytest.param(
        "| Reviews | Q1 2023/24 | 2023/24 |\n| --- | --- | --- |\n"
        "| CLA reviews held | 48 | 202 |\n| CLA reviews in timescale | 47/48 | 198/202 (98%) |\n"
        "| Initial child protection conferences held | 31 | 140 |\n",
        ["review.count 48", "review.count 202", "review.timely 98 percent", "icpc.count 31", "icpc.count 140"],
        id="fractions-head-no-other-table",
    ),
    pytest.param(
        "Child protection reviews held within timescale (%)\n\n"
        "| Area | 2021/22 | 2022/23 |\n| --- | --- | --- |\n| England | 91 | 90.0 |\n",
        ["rcpc.timely 91 percent @england", "rcpc.timely 90 percent @england"],
        id="shares-whose-sign-stands-in-the-caption",
    ),
    pytest.param(
        "Care leavers aged 19-21\n\n| Year | In touch | EET |\n| --- | --- | --- |\n| 2022/23 | 94% | 58% |\n",
        ["care_leavers.in_touch 94 percent age=19-21", "care_leavers.eet 58 percent age=19-21"],
        id="ages-of-the-caption",
    ),
    pytest.param(
        "Age of children looked after at 31 March\n\n"
        "| Age | 2023 No. | 2023 % |\n| --- | --- | --- |\n| Under 1 | 20 | 5 |\n| 16 and 17 | 91 | 23 |\n",
        [
            "cla.count 20 age=under_1",
            "cla.count 5 percent age=under_1",
            "cla.count 91 age=16-17",
            "cla.count 23 percent age=16-17",
        ],
        id="a-year-with-a-sign-is-a-head",
    ),
    pytest.param(
        "Placements of children looked after\n\n"
        "| Placement | In borough | Out of borough | Total |\n| --- | --- | --- | --- |\n"
        "| In-house fostering | 80 | 40 | 120 |\n"
        "| Supported accommodation | 20 | 10 | 30 |\n| Total | 100 | 50 | 150 |\n",
        [
            "fostered.count 80 location=in_area sector=in_house",
            "fostered.count 40 location=out_of_area sector=in_house",
            "fostered.count 120 sector=in_house",
            "semi_independent.count 30",
            "placement.in_area 100",
            "placement.out_of_area 50",
            "cla.count 150",
        ],
        id="heads-that-are-opposites",
    ),
    pytest.param(
        "Children looked after by legal status\n\n"
        "| Status | Number |\n| --- | --- |\n| Care order (full) | 80 |\n| Care order (interim) | 40 |\n",
        ["cla.count 80 legal_status=full_care_order", "cla.count 40 legal_status=interim_care_order"],
        id="brackets-that-tell-the-kind",
    ),
    pytest.param(
        "Outcomes of looked after children\n\n"
        "| Measure | 2023 |\n| --- | --- |\n| Looked-after children: English and maths 5+ | 8% |\n",
        ["cla.attainment 8 percent subject=english_maths_5plus"],
        id="grades-are-no-ages",
    ),
    pytest.param(
        "# Children looked after: a needs assessment\n\nPopulation aged 0-19\n\n"
        "| Area | 2012 | 2016 |\n| --- | --- | --- |\n| Mid Devon | 18,100 | 18,400 |\n| Devon | 160,000 | 161,000 |\n",
        [],
        id="places-under-the-title-alone",
    ),
    pytest.param(
        "Where children looked after live\n\n"
        "| Placement | Number |\n| --- | --- |\n"
        "| Foster care | 201 |\n| Children's home | 22 |\n| Placed for adoption | 9 |\n| With parents | 14 |\n"
        "| Total | 246 |\n",
        [
            "fostered.count 201",
            "residential.count 22",
            "cla.count 9 placement=adoptive",
            "placed_with_parents.count 14",
            "cla.count 246",
        ],
        id="a-corner-that-one-of-many-labels-would-explain",
    ),
    pytest.param(
        "| Measure | Number |\n| --- | --- |\n"
        "| Number of CLA with care plan not up to date | 3 |\n| CLA: ratio of boys to girls | 1.2 |\n"
        "| Number of foster carers lost | 4 |\n| Net gain of foster carers | 2 |\n"
        "| Fostering enquiries converted to applications | 5 |\n",
        [],
        id="what-was-not-done-lost-or-won",
    ),
    pytest.param(
        "| Measure | Number |\n| --- | --- |\n"
        "| Children's homes rated good | 3 |\n| Number of children's homes | 4 |\n"
        "| Children in children's homes | 14 |\n| New EHCPs issued | 8 |\n",
        ["residential.count 14"],
        id="homes-are-not-those-who-live-in-them",
    ),
    pytest.param(
        "Placements of children looked after\n\n| Placement | Number |\n| --- | --- |\n"
        "| Foster placement | 60 |\n| Other placement | 3 |\n",
        ["fostered.count 60", "cla.count 3 placement=other"],
        id="another-placement-is-no-other-ethnicity",
    ),
]
QUALIFIED = [
    "Looked after children with a passport",
    "Care leavers homeless",
    "Looked after children returned home",
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
