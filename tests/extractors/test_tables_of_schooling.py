"""Tables of schooling: whose it is, of which key stage, and scores that are no shares."""

from collections.abc import Callable
from pathlib import Path

import pytest

from boardmine.analysis import analyse

Read = Callable[..., list[str]]

LOOKED_AFTER = [
    pytest.param(
        "# Looked after children: Key Stage 2 outcomes\n\n"
        "| KS2 expected standard | Our CLA 2023 | National CLA 2023 | National all pupils 2023 |\n"
        "| --- | --- | --- | --- |\n"
        "| Reading | 51% | 49% | 74% |\n",
        [
            "cla.attainment 51 percent key_stage=KS2 subject=reading",
            "cla.attainment 49 percent key_stage=KS2 subject=reading @england",
        ],
        id="the-column-of-all-pupils-is-of-others",
    ),
    pytest.param(
        "# Children looked after\n\n"
        "97% of our Key Stage 4 pupils had a PEP.\n\n"
        "| Term | PEP completion | Attendance |\n"
        "| --- | --- | --- |\n"
        "| Autumn 2023 | 96% | 91.4% |\n"
        "| Spring 2024 | 98% | 90.2% |\n",
        [
            "cla.pep 97 percent",
            "cla.pep 96 percent",
            "cla.attendance 91.4 percent",
            "cla.pep 98 percent",
            "cla.attendance 90.2 percent",
        ],
        id="a-paragraph-with-numbers-of-its-own-is-no-caption",
    ),
    pytest.param(
        "# Children looked after\n\n"
        "| Measure | 2022/23 |\n"
        "| --- | --- |\n"
        "| Average Attainment 8 score | 21.3 |\n"
        "| Grade 4+ in English and maths | 24% |\n",
        ["cla.attainment 24 percent key_stage=KS4 subject=english_maths_4plus"],
        id="a-score-is-no-share",
    ),
    pytest.param(
        "Care leavers at 31 March 2024\n\n"
        "| Measure | 17-18 year olds n (%) | 19-21 year olds n (%) |\n"
        "| --- | --- | --- |\n"
        "| In suitable accommodation | 41 (95%) | 120 (88%) |\n",
        [
            "care_leavers.suitable_accommodation 41 age=17-18",
            "care_leavers.suitable_accommodation 95 percent age=17-18",
            "care_leavers.suitable_accommodation 120 age=19-21",
            "care_leavers.suitable_accommodation 88 percent age=19-21",
        ],
        id="ages-over-counts-with-their-shares",
    ),
]


@pytest.mark.parametrize(("table", "expected"), LOOKED_AFTER)
def test_outcomes_are_of_those_whom_heads_name(read: Read, table: str, expected: list[str]) -> None:
    assert read(table) == expected


def test_figures_under_pupils_of_all_schools_are_of_none_in_care(tmp_path: Path) -> None:
    path = tmp_path / "schools.md"
    path.write_text(
        "# Schools report 2023\n\n"
        "Pupils in our schools\n\n"
        "| Phase | SEN support |\n| --- | --- |\n| Primary | 3,004 |\n| Secondary | 2,110 |\n\n"
        "Key Stage 2, all pupils\n\n"
        "| Subject | 2023 |\n| --- | --- |\n| Reading, writing and maths combined | 58% |\n",
        encoding="utf-8",
    )
    assert not analyse(path).observations


def test_schooling_of_nobody_is_not_sure(tmp_path: Path) -> None:
    path = tmp_path / "schools.md"
    path.write_text(
        "# Schools report 2023\n\n| Measure | 2022/23 |\n| --- | --- |\n| Primary attendance | 94.1% |\n",
        encoding="utf-8",
    )
    assert all(o.certainty.value != "high" for o in analyse(path).observations)


def test_rows_beside_those_that_name_looked_after_children_are_not_surely_of_them(tmp_path: Path) -> None:
    path = tmp_path / "indicators.md"
    path.write_text(
        "# Needs of looked after children\n\n"
        "| Indicator | 2022 |\n| --- | --- |\n"
        "| Looked after children reaching the expected standard in reading at Key Stage 2 | 44% |\n"
        "| Secondary school persistent absence | 6.1% |\n",
        encoding="utf-8",
    )
    sure = [o.value for o in analyse(path).observations if o.certainty.value == "high"]
    assert sure == [44]
