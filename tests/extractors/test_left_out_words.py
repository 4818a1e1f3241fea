"""Words that two numbers share, and that stand but once, are read with both."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

LEFT_OUT = [
    pytest.param(
        "12 started and 15 ceased to be looked after in the quarter.",
        ["cla.started 12", "cla.ceased 15"],
        id="came-and-went",
    ),
    pytest.param(
        "In 2023/24, 112 children entered and 98 left care.",
        ["cla.started 112 2023-04-01..2024-03-31", "cla.ceased 98 2023-04-01..2024-03-31"],
        id="with-a-time-for-both",
    ),
    pytest.param(
        "16 children were adopted and 19 placed.",
        ["adoption.orders 16", "adoption.placed 19"],
        id="placed-for-adoption",
    ),
    pytest.param(
        "14 children were adopted and 3 were placed in residential homes.",
        ["adoption.orders 14", "residential.count 3"],
        id="placed-elsewhere",
    ),
    pytest.param(
        "16 children were adopted and 19 placed in 2023/24; in the year before (17 adopted and 13 placed).",
        [
            "adoption.orders 16 2023-04-01..2024-03-31",
            "adoption.placed 19 2023-04-01..2024-03-31",
            "adoption.orders 17 2022-04-01..2023-03-31",
            "adoption.placed 13 2022-04-01..2023-03-31",
        ],
        id="two-in-one-bracket-have-one-time",
    ),
]


@pytest.mark.parametrize("text, said", LEFT_OUT)
def test_shared_words_are_read_with_both_numbers(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said
