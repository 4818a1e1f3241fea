from datetime import date

import pytest

from boardmine.catalogue import catalogue
from boardmine.extractors.resolve import Days, resolve
from boardmine.language.mentions import Period, Span, When
from boardmine.records import Basis

TODAY = date(2024, 2, 12)


def test_the_end_of_a_quarter_is_its_last_day():
    metric = catalogue().metrics["cla.count"]
    quarter = Period(0, 9, When.QUARTER_OF, number=3, span=Span.QUARTER)
    end = Period(0, 9, When.QUARTER_OF, number=3, span=Span.QUARTER, moment=True)
    whole, moment = resolve(quarter, TODAY, metric), resolve(end, TODAY, metric)
    assert whole is not None
    assert moment is not None
    assert (whole.first, whole.last) == (date(2023, 10, 1), date(2023, 12, 31))
    assert (moment.first, moment.last) == (date(2023, 12, 31), date(2023, 12, 31))


QUARTER_BEFORE = Days(date(2023, 10, 1), date(2023, 12, 31), Basis.STATED)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(0, 9, When.MONTH_OF, number=11, years_ago=1), date(2023, 11, 1), date(2023, 11, 30)),
        (Period(0, 9, When.MONTH_OF, number=1, years_ago=1), date(2023, 1, 1), date(2023, 1, 31)),
        (Period(0, 9, When.MONTH_OF, number=1, from_number=10), date(2023, 10, 1), date(2024, 1, 31)),
        (Period(0, 9, When.MONTH_OF, number=1, first=date(2020, 4, 1)), date(2020, 4, 1), date(2024, 1, 31)),
        (Period(0, 9, When.DAY_OF, first=date(2000, 12, 25), years_ago=2), date(2022, 12, 25), date(2022, 12, 25)),
        (Period(0, 9, When.DAY_OF, date(2000, 11, 1), date(2000, 2, 1)), date(2023, 11, 1), date(2024, 2, 1)),
        (Period(0, 9, When.DAY_OF, date(2000, 2, 29), date(2000, 6, 30)), date(2023, 2, 28), date(2023, 6, 30)),
        (Period(0, 9, When.QUARTER_OF, number=3, from_number=1), date(2023, 4, 1), date(2023, 12, 31)),
        (Period(0, 9, When.ROLLING, number=1, span=Span.YEAR, to_month=3), date(2022, 4, 1), date(2023, 3, 31)),
        (
            Period(0, 9, When.SAME_OF, date(2021, 1, 1), date(2021, 12, 31)),
            date(2021, 10, 1),
            date(2021, 12, 31),
        ),
        (Period(0, 9, When.START_OF_YEAR), date(2023, 4, 1), date(2023, 4, 1)),
    ],
)
def test_what_words_without_a_year_mean(period, first, last):
    days = resolve(period, TODAY, catalogue().metrics["cla.count"], QUARTER_BEFORE)
    assert days is not None
    assert (days.first, days.last) == (first, last)
