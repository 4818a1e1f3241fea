"""Numbers that are explained by their place in a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from entering import entered, fates


def table(*rows: str) -> str:
    """A Markdown table of rows whose cells are set apart by bars, the first being its heads."""
    columns = rows[0].count("|") + 1
    lines = [rows[0], "|".join(["---"] * columns), *rows[1:]]
    return "\n".join(f"| {line} |" for line in lines) + "\n"


@pytest.mark.parametrize(
    "text, number, fate",
    [
        (table(" | Quarter | Quarter", " | 1 | 2", "Umbrellas lent | 35 | 36"), "1", "date"),
        (table("Theme | Who", "1 | Practice | ", "2 | Partners | ", "3 | Delay | "), "2", "list_marker"),
        (table("Band | Share", "10-13 | 29.2%", "14 | 20.8%", "15 | 25.0%", "16+ | 25.0%"), "14", "age"),
        (table("Age | Share", "14 | 40.5%", "17 | 59.5%"), "17", "age"),
        (table("Umbrella | Lent | Kept", "Red | 41% | 59%", "All | 100.0% | 100.0%"), "100.0", "whole"),
        (table(" | Red | Blue | All", "Umbrellas | 41% | 59% | 100%"), "100", "whole"),
        (table("Judgement | Grade", "2. Care of umbrellas | Good", "3. Leadership | Good"), "3", "list_marker"),
    ],
)
def test_a_cell_explains_a_number(tmp_path: Path, text: str, number: str, fate: str) -> None:
    assert dict(fates(tmp_path, f"# Report\n\nWords.\n\n{text}"))[number] == fate


def test_a_hundred_that_was_counted_is_no_whole(tmp_path: Path) -> None:
    told = fates(tmp_path, table("Kind | Lent", "Red | 41", "Blue | 59", "All | 100"))
    assert ("100", "whole") not in told


def test_labels_that_are_no_ages_are_left(tmp_path: Path) -> None:
    told = dict(fates(tmp_path, table("Ward | Share", "14 | 40.5%", "11 | 59.5%")))
    assert told["14"] != "age"


def test_the_values_of_a_table_of_other_things_say_of_what(tmp_path: Path) -> None:
    text = "# Rainfall\n\nAs measured.\n\n" + table(
        "Site | June | Share", "Ashby | 210 | 41.2%", "Borden | 300 | 58.8%"
    )
    told = entered(tmp_path, text)
    assert ("210", "other_count", "Ashby") in told
    assert ("58.8", "other_share", "Borden") in told


@pytest.mark.parametrize(
    "over, label",
    [
        ("Children looked after", "Ashby"),
        ("Rainfall", "Children looked after"),
        ("Rainfall", "Female"),
    ],
)
def test_a_table_with_a_word_of_a_metric_may_hold_its_values(tmp_path: Path, over: str, label: str) -> None:
    text = f"# {over}\n\nAs measured.\n\n" + table("Site | June | Rank of it", f"{label} | 7/21/9 | 21 : 3")
    assert not {told[1] for told in fates(tmp_path, text)} & {"other_count", "other_share"}


def test_an_estimate_beside_values_is_something_else(tmp_path: Path) -> None:
    text = table(" | Female | Male", "Children looked after | 48 | 52", "Population estimate | 480 | 520")
    assert ("520", "other_count", "Population estimate") in entered(tmp_path, text)


def test_a_table_of_money_goes_on_without_heads(tmp_path: Path) -> None:
    first = table("Scheme | Total £000 | 2024/25 £000", "Roof repairs | 4,609 | 4,102")
    second = table(" | | ", "Hall floors | 2,409 | 2,282")
    told = dict(fates(tmp_path, f"# Capital\n\n{first}\n## Others\n\n{second}"))
    assert {told[value] for value in ("4,609", "4,102", "2,409", "2,282")} == {"money"}


def test_the_binders_page_number_beside_a_table_is_furniture(tmp_path: Path) -> None:
    text = table(
        " | Umbrellas | June | July", " | Long ones | 15 | 14", "Page | Short ones | 94 | 72", "e 44 | All | 9 | 8"
    )
    assert ("44", "furniture") in fates(tmp_path, text)
