"""What one label is for several stands in a row behind it: each number goes with the label right before it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

ROWS = [
    pytest.param(
        "Visits on time: CIN 82%, CLA 97%.",
        ["visit.timely 82 percent cohort=cin", "visit.timely 97 percent cohort=cla"],
        id="cohorts-in-short",
    ),
    pytest.param(
        "Visits on time: CIN 82%, CP 90%, CLA 97%.",
        ["visit.timely 82 percent cohort=cin", "visit.timely 97 percent cohort=cla"],
        id="one-that-is-not-understood-is-left-out",
    ),
    pytest.param(
        "Children in care: boys 201 (51%), girls 190 (49%).",
        [
            "cla.count 201 gender=male",
            "cla.count 51 percent gender=male",
            "cla.count 190 gender=female",
            "cla.count 49 percent gender=female",
        ],
        id="with-their-shares",
    ),
    pytest.param(
        "Open cases: children in care 310, children in need 702 and child protection plans 144.",
        ["cla.count 310", "cin.count 702", "cp.count 144"],
        id="each-a-measure-of-its-own",
    ),
    pytest.param("Dental checks up to date: boys 82%, girls 95%.", [], id="parts-that-the-measure-does-not-have"),
]


@pytest.mark.parametrize("text, said", ROWS)
def test_each_number_goes_with_the_label_before_it(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_a_month_that_may_be_a_word_is_one_among_months(read: Read) -> None:
    assert read("Contacts received: April 310; May 402; June 388.", periods=True) == [
        "contact.count 310 2024-04-01..2024-04-30",
        "contact.count 402 2024-05-01..2024-05-31",
        "contact.count 388 2024-06-01..2024-06-30",
    ]
