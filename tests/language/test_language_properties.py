"""What holds for every text."""

import string
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardmine.catalogue import catalogue
from boardmine.language.annotate import Annotator
from boardmine.records import Unit

ANNOTATOR = Annotator(catalogue())

WORDS = (
    "1 2 5 16 17 31 99 100 354 2023 2023/24 201412 23-24 £4.2m 12.5% +3 (-5) −2 ½ c.350 ~7 1,022 10,000 31/03/2024 "
    "March Mar-24 Q2 w/e year years quarter half third thirds term autumn academic financial to and or of in at the "
    "end since between up date aged under over per cent % points days months children year-olds number minute "
    "section no none one two dozen hundred million national target threshold looked after ( ) - – / : ; , . İ ¹"
).split()
PHRASES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
TEXTS = st.one_of(PHRASES, st.text(max_size=80), st.text(alphabet=string.digits + " /-–.,()%£", max_size=30))


def overlapping(mentions):
    ordered = sorted(mentions, key=lambda m: m.start)
    return [(a, b) for a, b in pairwise(ordered) if b.start < a.end]


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, heads=st.booleans())
def test_mentions_lie_in_the_text_and_numerals_are_claimed_once(text, heads):
    found = ANNOTATOR.annotate(text, heads=heads, home="Wexcombe")
    claims = [*found.numbers, *found.quantities, *found.periods]
    others = [*found.terms, *found.members, *found.areas, *found.changes, *found.roles, *found.rates]
    assert all(0 <= m.start < m.end <= len(text) for m in (*claims, *others))
    assert overlapping(claims) == []
    assert overlapping(found.changes) == []
    assert overlapping(found.rates) == []
    assert all(period.first <= period.last for period in found.periods if period.first and period.last)
    assert all(number.value >= 0 for number in found.numbers)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_annotating_twice_says_the_same(text):
    assert ANNOTATOR.annotate(text) == ANNOTATOR.annotate(text)


FORMATS = [
    ("{:,} children", None),
    ("{} children", None),
    ("{:,}%", Unit.PERCENT),
    ("{} per cent", Unit.PERCENT),
    ("({:,})", None),
    ("{} per 10,000", Unit.PER_10000),
]


@pytest.mark.parametrize(("form", "unit"), FORMATS)
@settings(max_examples=60, deadline=None)
@given(value=st.one_of(st.integers(0, 1899), st.integers(0, 9999).map(lambda n: n / 10)))
def test_reading_a_formatted_number_returns_it(form, unit, value):
    (number,) = ANNOTATOR.annotate("There were " + form.format(value)).numbers
    assert number.value == value
    assert number.unit == unit


@settings(max_examples=60, deadline=None)
@given(day=st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31)))
def test_reading_a_formatted_date_returns_it(day):
    for text in (f"on {day.day} {day:%B %Y}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", day.isoformat()):
        (period,) = ANNOTATOR.annotate(text).periods
        assert (period.first, period.last, period.moment) == (day, day, True)
