"""What is denied is no value of what is denied: of its opposite, where the catalogue knows one, or of nothing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

DENIED = [
    pytest.param("9% of care leavers were not in suitable accommodation.", [], id="not-in"),
    pytest.param("6 children in care did not have an up to date health assessment.", [], id="did-not-have"),
    pytest.param("14% of looked after reviews were not held on time.", [], id="denied-within-the-words"),
    pytest.param("PEPs were not completed for 12 children in care.", [], id="denied-behind-the-words"),
    pytest.param("3% of children in care live without a dental check.", [], id="without"),
    pytest.param(
        "21% of children in care were not placed within 20 miles of home.",
        ["placement.over_20_miles 21 percent"],
        id="opposite-of-a-distance",
    ),
    pytest.param("36% of care leavers are NEET.", ["care_leavers.neet 36 percent"], id="a-denial-in-its-own-words"),
    pytest.param(
        "Not only were 94% of care leavers in touch, 91% were in suitable accommodation.",
        ["care_leavers.in_touch 94 percent", "care_leavers.suitable_accommodation 91 percent"],
        id="not-only",
    ),
    pytest.param(
        "12 children could not return to their parents and were placed with connected carers.",
        ["connected_care.count 12"],
        id="denied-in-another-clause",
    ),
]


@pytest.mark.parametrize("text, said", DENIED)
def test_a_denied_term_is_of_its_opposite_or_nothing(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


THE_REST = [
    pytest.param(
        "Of the 172 care leavers, 108 are in education, employment or training and 64 are not.",
        ["care_leavers.count 172", "care_leavers.eet 108", "care_leavers.neet 64"],
        id="and-so-many-are-not",
    ),
    pytest.param(
        "88% of children in care live in the county; 12% do not.",
        ["placement.in_area 88 percent", "placement.out_of_area 12 percent"],
        id="do-not",
    ),
    pytest.param(
        "31 children in care had an up to date PEP and 9 did not have one.", ["cla.pep 31"], id="no-opposite-is-known"
    ),
]


@pytest.mark.parametrize("text, said", THE_REST)
def test_those_who_are_left_are_of_the_opposite(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
