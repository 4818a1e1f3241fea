"""Counts and shares of things that no metric is for, and those that may be values and so stay unexplained."""

from __future__ import annotations

from pathlib import Path

import pytest
from entering import entered, fates


@pytest.mark.parametrize(
    "text, number, fate, note",
    [
        ("About half of all umbrellas were found broken (45%) in the hall.", "45", "other_share", ""),
        ("Some 61% (32,573) of umbrellas were blue.", "32,573", "other_count", "umbrellas"),
        ("The Board has 31 umbrellas. Twelve were found broken.", "Twelve", "other_count", "umbrellas"),
        ("The Board has 31 umbrellas (62%) and hats.", "62", "other_share", "umbrellas"),
    ],
)
def test_numbers_of_other_things(tmp_path: Path, text: str, number: str, fate: str, note: str) -> None:
    told = entered(tmp_path, text + "\n")
    assert [entry for entry in told if entry[0] == number] == [(number, fate, note)]


@pytest.mark.parametrize(
    "text, number",
    [
        # a heading that names a metric governs what stands under it
        ("# Children looked after\n\nSome were found with broken umbrellas (45%) in the hall.", "45"),
        # too few words to say what it is
        ("Hampton, (45%)", "45"),
        # a target, of whatever it may be
        ("The target for umbrellas in the hall was set (45%) in time.", "45"),
        # a rest is of what was spoken of before
        ("Umbrellas in the hall were broken by the rest of them (45%) in time.", "45"),
    ],
)
def test_what_may_be_a_value_is_left_unexplained(tmp_path: Path, text: str, number: str) -> None:
    assert dict(fates(tmp_path, text + "\n"))[number] == "unexplained"


def test_a_share_beside_an_observation_is_left_unexplained(tmp_path: Path) -> None:
    text = "There were 212 children looked after. Several had lost their good umbrella (45%) before.\n"
    assert fates(tmp_path, text) == [("212", "observation"), ("45", "unexplained")]
