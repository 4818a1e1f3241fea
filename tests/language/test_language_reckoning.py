from datetime import date

import pytest

from boardmine.language.mentions import Span
from boardmine.language.periods import months_before, quarter, rolling


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2023, 4, 1), date(2023, 6, 30)),
        (3, date(2023, 10, 1), date(2023, 12, 31)),
        (4, date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_quarters_are_of_the_financial_year(number, first, last):
    assert quarter(2023, number) == (first, last)


def test_months_before_keep_to_the_month():
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2024, 1, 15), 13) == date(2022, 12, 15)


@pytest.mark.parametrize(
    ("end", "number", "span", "first"),
    [
        (date(2021, 10, 19), 6, Span.MONTH, date(2021, 4, 20)),
        (date(2021, 2, 28), 12, Span.MONTH, date(2020, 3, 1)),
        (date(2021, 9, 30), 1, Span.QUARTER, date(2021, 7, 1)),
        (date(2023, 11, 12), 1, Span.WEEK, date(2023, 11, 6)),
        (date(2023, 11, 12), 10, Span.DAY, date(2023, 11, 3)),
    ],
)
def test_a_rolling_span_starts_the_day_after_the_same_day_before(end, number, span, first):
    assert rolling(end, number, span) == (first, end)
