"""What the words of a time are read as: a table of (text, expected lines)."""

import pytest

Q2 = ["fixed 2023-07-01..2023-09-30"]
YEAR_2023 = ["fixed 2023-04-01..2024-03-31"]

DATES = [
    ("31.3.24", ["fixed 2024-03-31 moment"]),
    ("31/03/2024", ["fixed 2024-03-31 moment"]),
    ("31-03-2024", ["fixed 2024-03-31 moment"]),
    ("2024-03-31", ["fixed 2024-03-31 moment"]),
    ("31/02/2024", []),
    ("on Tuesday 12th of November, 2024", ["fixed 2024-11-12 moment"]),
    ("as at end of March 2024", ["fixed 2024-03-31 moment"]),
    ("26 and 27 May 2021", ["fixed 2021-05-26..2021-05-27"]),
    ("31 March 2020 and 31 March 2021", ["fixed 2020-03-31 moment", "fixed 2021-03-31 moment"]),
    ("between 31 March 2020 and 31 March 2021", ["fixed 2020-03-31..2021-03-31"]),
    ("Mar-24", ["fixed 2024-03-01..2024-03-31"]),
    ("Sept '21", ["fixed 2021-09-01..2021-09-30"]),
    ("Apr-Jun 23", ["fixed 2023-04-01..2023-06-30"]),
    ("Oct 2022 - Jan 2023", ["fixed 2022-10-01..2023-01-31"]),
    ("between April and September 2022", ["fixed 2022-04-01..2022-09-30"]),
    ("31 March 2014¹²", ["fixed 2014-03-31 moment"]),
    ("31 March 201412", ["fixed 2014-03-31 moment"]),
    ("during August", ["month_of 8 month"]),
    ("they may march", []),
    ("in May", ["month_of 5 month"]),
    ("In March the panel met; During May it did not", ["month_of 3 month", "month_of 5 month"]),
]

SHORT_YEARS = [
    ("31 March '21", ["fixed 2021-03-31 moment"]),
    ("as at 31 March 21, 354", ["fixed 2021-03-31 moment"]),
    ("1 April 20 to 31 March 21", ["fixed 2020-04-01..2021-03-31"]),
    ("as at Mar 24", ["fixed 2024-03-01..2024-03-31"]),
    ("in March 24 children", ["month_of 3 month"]),
    ("26 & 27 May 2021", ["fixed 2021-05-26..2021-05-27"]),
    ("25-29\nOctober 2021", ["fixed 2021-10-25..2021-10-29"]),
    ("FY 2023", ["fixed 2022-04-01..2023-03-31"]),
    ("2020/2 1", ["fixed 2020-04-01..2021-03-31"]),
    ("2020/2 12", []),
]

WITHOUT_YEAR = [
    ("at the end of May this year", ["month_of 5 month moment"]),
    ("by the end of March last year", ["month_of 3 1 ago month moment"]),
    ("on 5 May last year", ["day_of 2000-05-05.. 1 ago moment"]),
    ("between April 2020 and March this year", ["month_of 2020-04-01.. 3 month"]),
    ("between 31 March 2016 and the same day in 2017", ["fixed 2016-03-31..2017-03-31"]),
    ("31 March 412 children", ["day_of 2000-03-31.. moment"]),
    ("1 April to 30 June", ["day_of 2000-04-01..2000-06-30"]),
    ("1 April and 30 June", ["day_of 2000-04-01.. moment", "day_of 2000-06-30.. moment"]),
    ("April to June", ["month_of 4-6 month"]),
    ("between May and June", ["month_of 5-6 month"]),
    ("in May and June", ["month_of 5 month", "month_of 6 month"]),
    ("the year to March", ["rolling 1 to month 3 year"]),
    ("the six months ending September", ["rolling 6 to month 9 month"]),
    ("same period in 2022", ["same_of 2022-01-01..2022-12-31"]),
    ("the same quarter of 2022/23", ["same_of 2022-04-01..2023-03-31"]),
]

QUARTERS_AND_YEARS = [
    ("first quarter of 2018", ["fixed 2018-01-01..2018-03-31"]),
    ("fourth quarter of 2018", ["fixed 2018-10-01..2018-12-31"]),
    ("the last quarter of 2019-20", ["fixed 2020-01-01..2020-03-31"]),
    ("the last quarter of the year", ["quarter_of 4 quarter"]),
    ("in the last quarter", ["rolling 1 quarter"]),
    ("Quarters 1 & 2 of 2017/18", ["fixed 2017-04-01..2017-09-30"]),
    ("Q1 and Q2 2017/18", ["fixed 2017-04-01..2017-09-30"]),
    ("Quarter 1 to Quarter 3", ["quarter_of 1-3 quarter"]),
    ("the first half of 2016", ["fixed 2016-01-01..2016-06-30"]),
    ("at the start of 2021", ["fixed 2021-01-01 moment"]),
    ("since the start of 2021", ["fixed 2021-01-01..2021-12-31 since"]),
    ("Q2 2023/24", Q2),
    ("Qtr 2 2023/24", Q2),
    ("2023-24 Q2", Q2),
    ("2023/24 (Q2)", Q2),
    ("Q2 23-24", Q2),
    ("second quarter of 2023/24", Q2),
    ("Q1 2022/23 Q2 2023/24", ["fixed 2022-04-01..2022-06-30", *Q2]),
    ("Q1-Q3 2023/24", ["fixed 2023-04-01..2023-12-31"]),
    ("Qtr 2", ["quarter_of 2 quarter"]),
    ("the end of quarter 3", ["quarter_of 3 quarter moment"]),
    ("at the end of Q3 2023/24", ["fixed 2023-12-31 moment"]),
    ("H1", []),
    ("H1 2023/24", ["fixed 2023-04-01..2023-09-30"]),
    ("the second half of 2023/24", ["fixed 2023-10-01..2024-03-31"]),
    ("2023/24", YEAR_2023),
    ("FY23/24", YEAR_2023),
    ("financial year 2023 to 2024", YEAR_2023),
    ("2014\u221215", ["fixed 2014-04-01..2015-03-31"]),
    ("2015\u22122016", ["fixed 2015-04-01..2016-03-31"]),
    ("the Children Act 1989 and the 2014 Act", []),
    ("Regulations 2005; Working Together 2023", []),
    ("the impact in 2019", ["fixed 2019-01-01..2019-12-31"]),
    ("2014/1512", ["fixed 2014-04-01..2015-03-31"]),
    ("16/17 year olds", []),
    ("2011-14", ["fixed 2011-04-01..2014-03-31"]),
    ("academic year 2021/22", ["fixed 2021-09-01..2022-08-31 academic"]),
    ("academic year 2021 to 2022", ["fixed 2021-09-01..2022-08-31 academic"]),
    ("autumn term 2022", ["fixed 2022-09-01..2022-12-31 academic"]),
    ("spring term 2021/22", ["fixed 2022-01-01..2022-03-31 academic"]),
    ("the autumn term", []),
    ("autumn 2022", []),
    ("by the end of 2024", ["fixed 2024-12-31 moment"]),
    ("in the 1990s", []),
]

SPANS = [
    ("year ending 31 March 2024", ["rolling to 2024-03-31 1 year"]),
    ("year ended 31/03/2024", ["rolling to 2024-03-31 1 year"]),
    ("12 months to September 2023", ["rolling to 2023-09-30 12 month"]),
    ("the quarter ending 30 September 2023", ["rolling to 2023-09-30 1 quarter"]),
    ("w/e 12/11/2023", ["rolling to 2023-11-12 1 week"]),
    ("week commencing 6 November 2023", ["fixed 2023-11-06..2023-11-12"]),
    ("rolling 12 months", ["rolling 12 month"]),
    ("in the last year", ["rolling 1 year"]),
    ("since April 2022", ["fixed 2022-04-01..2022-04-30 since"]),
    ("from April 2022 onwards", ["fixed 2022-04-01..2022-04-30 since"]),
    ("2023/24 to date", ["fixed 2023-04-01 since"]),
    ("2023/24 (YTD)", ["fixed 2023-04-01 since"]),
]

RELATIVE = [
    ("last year", ["last 1 year"]),
    ("the previous quarter", ["earlier 1 quarter"]),
    ("same period last year", ["earlier 1 year"]),
    ("this time last year", ["earlier 1 year"]),
    ("two years earlier", ["earlier 2 year"]),
    ("2½ years earlier", []),
    ("year to date", ["to_date"]),
    ("38 so far, to date", ["now"]),
    ("kept up to date", []),
    ("at year end", ["end_of_year"]),
    ("in the month", ["context"]),
    ("in that year", ["context year"]),
    ("over this period, in that time", ["context", "context"]),
    ("six years before", ["earlier 6 year"]),
    ("at the start of the financial year", ["start_of_year"]),
    ("since the start of the year", ["to_date"]),
    ("the previous year 11 cohort", []),
    ("this month", ["this 1 month"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*DATES, *SHORT_YEARS, *WITHOUT_YEAR, *QUARTERS_AND_YEARS, *SPANS, *RELATIVE]
)
def test_periods(periods, text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [("Mar 19", "2019-03-01", "2019-03-31"), ("Apr-Jun 23", "2023-04-01", "2023-06-30")],
)
def test_heads_of_columns_have_short_years(annotate, head, first, last):
    (period,) = annotate(head, heads=True).periods
    assert (str(period.first), str(period.last)) == (first, last)


def test_a_month_alone_heads_a_column(annotate):
    (period,) = annotate("May", heads=True).periods
    assert period.number == 5
    assert annotate("May").periods == ()
