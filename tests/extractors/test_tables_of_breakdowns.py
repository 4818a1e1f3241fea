"""Tables whose rows or columns are parts of a population: ages, genders, placements, reasons, with group headings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

ROWS_OF_BREAKDOWNS = [
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
