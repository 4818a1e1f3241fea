"""A label that runs into its paragraph, or a numbered title above it, says what the short sentences under it are of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

RUN_IN = [
    pytest.param(
        "LAC reviews within timescale. 91.5%. Our statistical neighbours averaged 88%.",
        ["review.timely 91.5 percent", "review.timely 88 percent @statistical_neighbours"],
        id="a-share-and-nothing-else",
    ),
    pytest.param(
        "We have 301 children in care.\n\nStability of placements (length). 71.2% against a target of 70%.",
        [
            "cla.count 301",
            "placement.stable_2years 71.2 percent",
            "placement.stable_2years 70 percent target",
        ],
        id="the-label-comes-before-the-sentence-before",
    ),
    pytest.param("Children in care. Numbers are steady at about 306.", ["cla.count 306 (about)"], id="numbers"),
    pytest.param(
        "There were 301 children in care.\n\nStronger Families. 88 families were turned around.",
        ["cla.count 301"],
        id="a-label-that-no-metric-has",
    ),
    pytest.param(
        "There were 301 children in care.\n\nConsultation. 58 replies came in, and 12 of them were long.",
        ["cla.count 301"],
        id="replies-under-a-foreign-label",
    ),
]


@pytest.mark.parametrize("text, said", RUN_IN)
def test_a_label_governs_its_paragraph(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


PARTS = [
    pytest.param(
        "61 of our 180 care leavers (34%) live in suitable accommodation.",
        [
            "care_leavers.suitable_accommodation 61",
            "care_leavers.count 180",
            "care_leavers.suitable_accommodation 34 percent",
        ],
        id="the-share-is-of-the-part",
    ),
    pytest.param(
        "Of the 30 care leavers at university, 11 are in their first year.",
        ["care_leavers.university 30"],
        id="the-whole-has-a-property",
    ),
    pytest.param(
        "18 of the 20 care leavers in custody were visited.", ["care_leavers.count 20"], id="a-part-that-is-not-known"
    ),
    pytest.param(
        "9 of the 15 children adopted were aged under 5.",
        ["adoption.orders 9 age=under_5", "adoption.orders 15"],
        id="a-part-by-age",
    ),
]


@pytest.mark.parametrize("text, said", PARTS)
def test_a_part_is_told_from_the_name_of_its_whole(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


NOT_MEANT = [
    pytest.param("All but four of the group are boys. We look after 94 UASC.", ["uasc.count 94"], id="all-but"),
    pytest.param(
        "There were 306 looked after children, not including 14 in short breaks.", ["cla.count 306"], id="not-including"
    ),
    pytest.param(
        "The average SDQ score was 14.2; 35% of children scored 17 or more.", ["cla.sdq 14.2 score"], id="threshold"
    ),
    pytest.param("We care for 40 UASC; the youngest of them is 13.", ["uasc.count 40"], id="the-youngest"),
    pytest.param(
        "There are 301 children in care. 93% said that they felt safe.", ["cla.count 301"], id="what-was-answered"
    ),
    pytest.param("There are 301 children in care. 27 members came to the visit.", ["cla.count 301"], id="members"),
    pytest.param(
        "We have 180 care leavers. 44 health passports were handed out.", ["care_leavers.count 180"], id="passports"
    ),
    pytest.param(
        "There are 25 foster carers. A total of 12 staff and 14 volunteers helped.", ["foster.carers 25"], id="staff"
    ),
]


@pytest.mark.parametrize("text, said", NOT_MEANT)
def test_a_number_of_something_else_is_not_joined_to_what_was_said_before(
    read: Read, text: str, said: list[str]
) -> None:
    assert read(text) == said
