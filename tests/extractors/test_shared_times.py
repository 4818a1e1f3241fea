"""A time at the end of a list is of all that it lists; of one thing at one time there is one value."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SHARED = [
    pytest.param(
        "79% of care leavers were in suitable accommodation and 60% in EET in September 2024.",
        [
            "care_leavers.suitable_accommodation 79 percent 2024-09-01..2024-09-30",
            "care_leavers.eet 60 percent 2024-09-01..2024-09-30",
        ],
        id="two-shares",
    ),
    pytest.param(
        "There were 11 adoption orders and 19 SGOs in 2023/24.",
        ["adoption.orders 11 2023-04-01..2024-03-31", "sgo.granted 19 2023-04-01..2024-03-31"],
        id="two-flows",
    ),
    pytest.param(
        "408 children are in care and 41 were adopted in 2023/24.",
        ["cla.count 408", "adoption.orders 41 2023-04-01..2024-03-31"],
        id="a-stock-is-not-of-the-year-of-a-flow",
    ),
    pytest.param(
        "56% of children in care are boys, compared with 54% in March 2024.",
        ["cla.count 56 percent gender=male", "cla.count 54 percent gender=male 2024-03-01..2024-03-31"],
        id="the-time-of-what-is-compared-with-is-its-own",
    ),
    pytest.param(
        "19 children went missing on 44 occasions in May 2024.",
        ["missing.count 19 2024-05-01..2024-05-31", "missing.count 44 2024-05-01..2024-05-31"],
        id="children-and-how-often",
    ),
    pytest.param(
        "In March 2024 94% of reviews were on time although by May 2024 this had fallen to 89%.",
        ["review.timely 94 percent 2024-03-01..2024-03-31", "review.timely 89 percent 2024-05-01..2024-05-31"],
        id="although-by-another-time",
    ),
    pytest.param(
        "There are 207 fostering households, with 18 approved in 2023/24.",
        ["foster.carers 207", "foster.approved 18 2023-04-01..2024-03-31"],
        id="the-year-of-some-is-not-that-of-all",
    ),
]


@pytest.mark.parametrize("text, said", SHARED)
def test_a_time_behind_a_list_holds_for_all_of_it(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


ONE_VALUE = [
    pytest.param(
        "Of children in care 55% are boys, 44% girls and 1% other.",
        ["cla.count 55 percent gender=male", "cla.count 44 percent gender=female"],
        id="a-member-that-is-not-understood",
    ),
    pytest.param(
        "61 children went missing on 150 occasions.", ["missing.count 61", "missing.count 150"], id="and-their-events"
    ),
    pytest.param(
        "The number of children in care had been 512 and is now 467.",
        ["cla.count 512", "cla.count 467"],
        id="at-two-times",
    ),
    pytest.param(
        "Missing episodes from care: 41 (18 children)",
        ["missing.count 41", "missing.count 18"],
        id="episodes-and-those-in-brackets",
    ),
]


@pytest.mark.parametrize("text, said", ONE_VALUE)
def test_one_thing_has_one_value(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
