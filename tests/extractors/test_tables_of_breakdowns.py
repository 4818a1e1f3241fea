"""Tables whose rows or columns are parts of a population: ages, genders, placements, reasons, with group headings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

ROWS_OF_BREAKDOWNS = [
    pytest.param(
        "Children on the youth justice caseload\n\n"
        "| | Number of children |\n"
        "| --- | --- |\n"
        "| Aged 10-14 | 17 |\n"
        "| Aged 15-17 years | 44 |\n",
        ["yjs.caseload 17 age=10-14", "yjs.caseload 44 age=15-17"],
        id="aged",
    ),
    pytest.param(
        "## Placement type\n"
        "\n"
        "| Placement | Number | % |\n"
        "| --- | --- | --- |\n"
        "| Independent fostering agency | 96 | 19% |\n"
        "| Connected carers | 88 | 18% |\n"
        "| Residential children's homes | 57 | 11% |\n"
        "| Placed with parents | 41 | 8% |\n",
        [
            "fostered.count 96 sector=ifa",
            "fostered.count 19 percent sector=ifa",
            "connected_care.count 88",
            "connected_care.count 18 percent",
            "residential.count 57",
            "residential.count 11 percent",
            "placed_with_parents.count 41",
            "placed_with_parents.count 8 percent",
        ],
        id="placement-types",
    ),
    pytest.param(
        "Looked after children by age\n"
        "\n"
        "| Age | 2022 | 2023 |\n"
        "| --- | --- | --- |\n"
        "| Under 1 | 21 | 18 |\n"
        "| 1-4 | 60 | 66 |\n"
        "| 16 and over | 130 | 141 |\n"
        "| Total | 473 | 513 |\n",
        [
            "cla.count 21 age=under_1",
            "cla.count 18 age=under_1",
            "cla.count 60 age=1-4",
            "cla.count 66 age=1-4",
            "cla.count 130 age=16+",
            "cla.count 141 age=16+",
            "cla.count 473",
            "cla.count 513",
        ],
        id="ages",
    ),
    pytest.param(
        "Children looked after\n"
        "\n"
        "| | Number | % |\n"
        "| --- | --- | --- |\n"
        "| Gender | | |\n"
        "| Male | 271 | 54% |\n"
        "| Female | 227 | 46% |\n"
        "| Age Group | | |\n"
        "| Under 1 | 25 | 5% |\n"
        "| 10-15 | 204 | 41% |\n",
        [
            "cla.count 271 gender=male",
            "cla.count 54 percent gender=male",
            "cla.count 227 gender=female",
            "cla.count 46 percent gender=female",
            "cla.count 25 age=under_1",
            "cla.count 5 percent age=under_1",
            "cla.count 204 age=10-15",
            "cla.count 41 percent age=10-15",
        ],
        id="group-headings",
    ),
    pytest.param(
        "| Children on a child protection plan | Number |\n"
        "| --- | --- |\n"
        "| Neglect | 131 |\n"
        "| Emotional abuse | 92 |\n",
        ["cp.count 131 category=neglect", "cp.count 92 category=emotional_abuse"],
        id="abuse-by-the-metric's-name",
    ),
    pytest.param(
        "Child protection plans by category\n"
        "\n"
        "| Category | Plans |\n"
        "| --- | --- |\n"
        "| Neglect | 131 |\n"
        "| Emotional abuse | 92 |\n"
        "| Physical abuse | 14 |\n"
        "| Sexual abuse | 6 |\n"
        "| Total | 243 |\n",
        [
            "cp.count 131 category=neglect",
            "cp.count 92 category=emotional_abuse",
            "cp.count 14 category=physical_abuse",
            "cp.count 6 category=sexual_abuse",
            "cp.count 243",
        ],
        id="categories-of-abuse",
    ),
    pytest.param(
        "Care leavers who are NEET, by reason\n"
        "\n"
        "| Reason | Number |\n"
        "| --- | --- |\n"
        "| Illness or disability | 14 |\n"
        "| Pregnancy or parenting | 9 |\n"
        "| Available for work | 30 |\n",
        [
            "care_leavers.neet 14 reason=illness_disability",
            "care_leavers.neet 9 reason=pregnancy_parenting",
            "care_leavers.neet 30 reason=available_for_work",
        ],
        id="reasons-for-NEET",
    ),
    pytest.param(
        "Children looked after\n\n| Age | Male | Female |\n| --- | --- | --- |\n| 1-4 | 31 | 30 |\n| 5-9 | 50 | 44 |\n",
        [
            "cla.count 31 age=1-4 gender=male",
            "cla.count 30 age=1-4 gender=female",
            "cla.count 50 age=5-9 gender=male",
            "cla.count 44 age=5-9 gender=female",
        ],
        id="genders-as-columns",
    ),
    pytest.param(
        "Ethnicity of children looked after\n"
        "\n"
        "| Ethnicity | % |\n"
        "| --- | --- |\n"
        "| White British | 58% |\n"
        "| Mixed | 9% |\n"
        "| Asian or Asian British | 8% |\n",
        [
            "cla.count 58 percent ethnicity=white_british",
            "cla.count 9 percent ethnicity=mixed",
            "cla.count 8 percent ethnicity=asian",
        ],
        id="shares-of-ethnicity",
    ),
]


@pytest.mark.parametrize("text, said", ROWS_OF_BREAKDOWNS)
def test_rows_of_breakdowns_carry_their_member(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


HEADS_OVER_HEADS = [
    pytest.param(
        "Children looked after\n\n"
        "| | | 2021/22 | | 2022/23 | |\n| --- | --- | --- | --- | --- | --- |\n| | | number | % | number | % |\n"
        "| Children's home | inside the borough | 31 | (7) | 35 | (8) |\n"
        "| | outside the borough | 22 | (5) | 27 | (6) |\n",
        [
            "residential.count 31 location=in_area 2021-04-01..2022-03-31",
            "residential.count 7 percent location=in_area 2021-04-01..2022-03-31",
            "residential.count 35 location=in_area 2022-04-01..2023-03-31",
            "residential.count 8 percent location=in_area 2022-04-01..2023-03-31",
            "residential.count 22 location=out_of_area 2021-04-01..2022-03-31",
            "residential.count 5 percent location=out_of_area 2021-04-01..2022-03-31",
            "residential.count 27 location=out_of_area 2022-04-01..2023-03-31",
            "residential.count 6 percent location=out_of_area 2022-04-01..2023-03-31",
        ],
        id="a-year-over-two-columns",
    ),
    pytest.param(
        "Activity\n\n| Month | Referrals | Looked after children |\n| --- | --- | --- |\n"
        "| Apr 23 | 186 | 402 |\n| May 23 | 203 | 405 |\n",
        [
            "referral.count 186 2023-04-01..2023-04-30",
            "cla.count 402 2023-04-01..2023-04-30",
            "referral.count 203 2023-05-01..2023-05-31",
            "cla.count 405 2023-05-01..2023-05-31",
        ],
        id="months-of-short-years-as-labels",
    ),
    pytest.param(
        "<h2>Children looked after</h2><table>"
        "<tr><th>Age</th><th colspan=4>Age at 31 March</th></tr>"
        "<tr><th></th><th colspan=2>Boys</th><th colspan=2>Girls</th></tr>"
        "<tr><th></th><th>2023</th><th>2024</th><th>2023</th><th>2024</th></tr>"
        "<tr><td>10 - 15</td><td>71</td><td>66</td><td>58</td><td>61</td></tr></table>",
        [
            "cla.count 71 age=10-15 gender=male 2023-03-31",
            "cla.count 66 age=10-15 gender=male 2024-03-31",
            "cla.count 58 age=10-15 gender=female 2023-03-31",
            "cla.count 61 age=10-15 gender=female 2024-03-31",
        ],
        id="a-day-over-its-years",
    ),
]


@pytest.mark.parametrize("text, said", HEADS_OVER_HEADS)
def test_heads_are_read_with_those_over_them(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


OTHERS = [
    pytest.param(
        "Placements of children looked after\n\n"
        "| Placement | Number |\n| --- | --- |\n| Foster care | 210 |\n| Residential care | 40 |\n| Other | 6 |\n",
        ["fostered.count 210", "residential.count 40", "cla.count 6 placement=other"],
        id="other-is-of-the-dimension-of-the-rows",
    ),
    pytest.param(
        "Children looked after: attainment\n\n"
        "| Indicator | 2023 | 2024 |\n| --- | --- | --- |\n"
        "| NI 83 Achievement at level 5 in Science at Key Stage 3 | 81 | 83 |\n",
        [],
        id="a-row-whose-words-are-not-understood",
    ),
    pytest.param(
        "Legal status of children looked after\n\n"
        "| Status | 2023 |\n| --- | --- |\n| Care orders: interim | 80 |\n| Care orders: full | 250 |\n"
        "| Voluntary agreements | 90 |\n",
        [
            "cla.count 80 legal_status=interim_care_order",
            "cla.count 250 legal_status=full_care_order",
            "cla.count 90 legal_status=section_20",
        ],
        id="a-member-behind-its-kind",
    ),
]


@pytest.mark.parametrize("text, said", OTHERS)
def test_a_label_is_read_in_the_light_of_the_others(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
