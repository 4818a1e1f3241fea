from datetime import date

from boardmine.catalogue import catalogue
from boardmine.extractors.resolve import resolve
from boardmine.language.mentions import Period, Span, When

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
