"""Numbers that are explained by the place they have in a paper's structure, and those that must not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from entering import fates

from boardmine.checks.ledger.structure import runs_of

AGENDA = """# CHILDREN'S BOARD

Date: Tuesday 12 November 2024

## AGENDA

1. Apologies for Absence

2. Minutes of the last meeting 3 - 8

3. Annual report of the fostering service

9 - 24

4. Any other business
"""


def test_the_pages_of_an_agendas_items_are_references(tmp_path: Path) -> None:
    told = dict(fates(tmp_path, AGENDA))
    assert {told[page] for page in ("8", "9", "24")} == {"reference"}


def test_page_numbers_are_of_agendas_only(tmp_path: Path) -> None:
    told = fates(tmp_path, "# Umbrella report\n\nThose lent and kept 9 - 24\n\nThat is all.\n")
    assert told == [("9", "unexplained"), ("24", "unexplained")]


@pytest.mark.parametrize(
    "text, number, fate",
    [
        ("- 4. Participation of young people", "4", "list_marker"),
        ("## 3a | Adult services", "3", "list_marker"),
        ("2.6The Board noted the letter.", "2.6", "list_marker"),
        ("Things to do: 11. Train staff 12. Hire staff 13. Keep staff", "12", "list_marker"),
        ("Only those schemes [2] were kept.", "2", "reference"),
        ("Good attendance is considered to be above 95%, as all know.", "95", "definition"),
        ("These schools are open for 295 days or less a year.", "295", "duration"),
        ("## Case study 2\n\nHer attendance was as low as 30% before.", "30", "story"),
        ("## References\n\nAuthor, A. Some Journal of Things, 71 : 4", "71", "reference"),
        ("Some words\n\n40\n\n30\n\n%\n\n20\n\n10\n\n0\n\n## More", "30", "axis"),
        ("Legend 100 80 60 % 40 20 0 Source", "40", "axis"),
    ],
)
def test_a_place_explains_a_number(tmp_path: Path, text: str, number: str, fate: str) -> None:
    assert dict(fates(tmp_path, text + "\n"))[number] == fate


@pytest.mark.parametrize(
    "text, number",
    [
        ("Things went up to 12. Then came 45. They fell.", "12"),
        ("Some words\n\n40\n\n30\n\n20\n\nand more words", "30"),
        ("Legend 7 19 23 40 41 58 Source", "23"),
        ("## Progress\n\nHer attendance was as low as 30% before.", "30"),
    ],
)
def test_what_only_looks_so_is_left_unexplained(tmp_path: Path, text: str, number: str) -> None:
    assert dict(fates(tmp_path, text + "\n"))[number] == "unexplained"


def test_an_observation_outweighs_the_place(tmp_path: Path) -> None:
    told = fates(tmp_path, AGENDA.replace("business", "business\n\nThere were 212 children looked after."))
    assert ("212", "observation") in told


@pytest.mark.parametrize(
    "values, runs",
    [
        ([], []),
        ([5], []),
        ([10, 5, 0, 2000, 2001, 2002], [(0, 3), (2, 4), (3, 6)]),
        ([3, 3, 3], []),
        ([0.1, 0.2, 0.3], [(0, 3)]),
    ],
)
def test_runs_of_one_step(values: list[float], runs: list[tuple[int, int]]) -> None:
    assert [(run.start, run.stop) for run in runs_of(values)] == runs
