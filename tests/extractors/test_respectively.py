"""What is told `respectively` is told apart: each number goes with its own label, area, time or member."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

TOLD_APART = [
    pytest.param(
        "On 30 June 2024 the numbers in foster care, residential care and placed with parents were 310, 41 and 27 "
        "respectively.",
        ["fostered.count 310", "residential.count 41", "placed_with_parents.count 27"],
        id="three-measures",
    ),
    pytest.param(
        "SGOs and adoption orders were granted for 34 and 19 children respectively.",
        ["sgo.granted 34", "adoption.orders 19"],
        id="two-measures-with-an-event",
    ),
    pytest.param(
        "The figures were 377 and 812 for initial and review conferences respectively.",
        ["icpc.count 377", "rcpc.count 812"],
        id="a-noun-for-both-labels",
    ),
    pytest.param(
        "93% and 90% of initial and review child protection conferences respectively were held on time.",
        ["icpc.timely 93 percent", "rcpc.timely 90 percent"],
        id="labels-behind-with-a-shared-end",
    ),
    pytest.param(
        "17% and 46% of care leavers were NEET and EET respectively.",
        ["care_leavers.neet 17 percent", "care_leavers.eet 46 percent"],
        id="shares-of-one-cohort",
    ),
    pytest.param(
        "Boys and girls make up 56% and 44% of children in care, respectively.",
        ["cla.count 56 percent gender=male", "cla.count 44 percent gender=female"],
        id="members",
    ),
    pytest.param(
        "There were 14, 8 and 21 children with plans under neglect, physical abuse and emotional abuse respectively.",
        [
            "cp.count 14 category=neglect",
            "cp.count 8 category=physical_abuse",
            "cp.count 21 category=emotional_abuse",
        ],
        id="members-behind",
    ),
    pytest.param(
        "The rates of children in care for statistical neighbours and England were 93 and 71 per 10,000 respectively.",
        ["cla.rate 93 per_10000 @statistical_neighbours", "cla.rate 71 per_10000 @england"],
        id="areas-and-a-unit-for-both",
    ),
    pytest.param(
        "The numbers of children in care and care leavers were 420 (63 per 10,000) and 212 respectively.",
        ["cla.count 420", "cla.rate 63 per_10000", "care_leavers.count 212"],
        id="brackets-go-with-their-number",
    ),
    pytest.param(
        "The numbers of full care orders and placement orders were 305 and 44 respectively.",
        ["adoption.placement_orders 44"],
        id="a-label-that-says-too-little-leaves-its-number-alone",
    ),
    pytest.param(
        "At Key Stage 1 the percentages of looked after pupils at the expected standard were 43, 37 and 49 "
        "respectively in reading, writing and maths.",
        [
            "cla.attainment 43 percent key_stage=KS1 subject=reading",
            "cla.attainment 37 percent key_stage=KS1 subject=writing",
            "cla.attainment 49 percent key_stage=KS1 subject=maths",
        ],
        id="percentages-without-a-sign",
    ),
]


@pytest.mark.parametrize("text, said", TOLD_APART)
def test_each_number_goes_with_its_own_label(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


TIMES = [
    pytest.param(
        "In 2021/22 and 2022/23 respectively 38 and 47 SGOs were granted.",
        ["sgo.granted 38 2021-04-01..2022-03-31", "sgo.granted 47 2022-04-01..2023-03-31"],
        id="years-before",
    ),
    pytest.param(
        "The number of children in care was 508 and 491 respectively in March 2023 and March 2024.",
        ["cla.count 508 2023-03-01..2023-03-31", "cla.count 491 2024-03-01..2024-03-31"],
        id="months-behind",
    ),
]


@pytest.mark.parametrize("text, said", TIMES)
def test_each_number_goes_with_its_own_time(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


def test_the_words_and_the_place_are_those_of_the_paper(observe: Callable[..., list[object]]) -> None:
    text = "Boys and girls make up 56% and 44% of children in care, respectively."
    for o in observe(text):
        assert o.evidence.quote == text  # type: ignore[attr-defined]
        number = text[o.evidence.number_start : o.evidence.number_end]  # type: ignore[attr-defined]
        assert number == f"{o.value:g}%"  # type: ignore[attr-defined]
