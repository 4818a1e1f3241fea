"""Values and periods in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardmine.checks.ledger import Fate
from boardmine.cli.screen import window
from boardmine.cli.text import plain
from boardmine.cli.words import FATES, period, value, when, whose
from boardmine.records import Basis, Evidence, Observation


def observed(**given: Any) -> Observation:
    evidence = Evidence(quote="4", char_start=0, char_end=1, number="4", number_start=0, number_end=1)
    usual = {
        "doc": "a",
        "metric": "cla.count",
        "value": 412,
        "unit": "count",
        "period_start": date(2023, 6, 30),
        "period_end": date(2023, 6, 30),
        "period_basis": Basis.STATED,
        "evidence": evidence,
    }
    return Observation(**(usual | given))


@pytest.mark.parametrize(
    "given, said",
    [
        ({}, "412"),
        ({"value": 1022}, "1,022"),
        ({"value": 41.4, "unit": "percent"}, "41.4%"),
        ({"value": 66.66667, "unit": "percent", "bound": "about"}, "about 66.6667%"),
        ({"value": -12, "kind": "change"}, "-12"),
        ({"value": 3.5, "kind": "change", "unit": "points"}, "+3.5 points"),
        ({"value": 0, "kind": "change"}, "0"),
        ({"value": 85, "unit": "percent", "role": "target", "bound": "at_least"}, "target at least 85%"),
        ({"value": 104.6, "unit": "per_10000"}, "104.6 per 10,000"),
        ({"value": 421, "unit": "days", "bound": "under"}, "under 421 days"),
    ],
)
def test_a_value(given: dict[str, Any], said: str) -> None:
    assert value(observed(**given)) == said


@pytest.mark.parametrize(
    "start, end, said",
    [
        ("2023-06-30", "2023-06-30", "30 Jun 2023"),
        ("2021-09-01", "2021-09-30", "Sep 2021"),
        ("2020-04-01", "2021-03-31", "2020/21"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2020-09-01", "2021-08-31", "Sep 2020-Aug 2021"),
        ("2023-04-01", "2023-06-30", "Apr-Jun 2023"),
        ("2022-10-01", "2023-03-31", "Oct 2022-Mar 2023"),
        ("2023-04-01", "2023-10-10", "1 Apr-10 Oct 2023"),
        ("2022-12-05", "2023-01-10", "5 Dec 2022-10 Jan 2023"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("1900-01-01", "1900-01-01", "no date"),
    ],
)
def test_a_period(start: str, end: str, said: str) -> None:
    assert period(date.fromisoformat(start), date.fromisoformat(end)) == said


def test_a_period_that_the_words_do_not_give_is_marked() -> None:
    assert when(observed(period_basis=Basis.CONTEXT)) == "~30 Jun 2023"
    baseline = {"baseline_start": date(2022, 9, 1), "baseline_end": date(2022, 9, 30)}
    assert when(observed(kind="change", **baseline)) == "30 Jun 2023 from Sep 2022"


def test_whose_number_it_is() -> None:
    assert whose(observed()) == ""
    by = {"gender": "male", "age": "16-17"}
    assert whose(observed(by=by, area="statistical_neighbours")) == "age=16-17, gender=male, statistical neighbours"


def test_every_fate_has_its_words() -> None:
    assert set(FATES) == set(Fate)


@pytest.mark.parametrize(
    "text", ["a\nb\t c", "a\x1b[31mb c".replace("[31m", ""), "a\u202eb\u200b c", " a b c ".replace("a b", "a  b")]
)
def test_text_is_made_safe_and_short(text: str) -> None:
    assert plain(text) == "a b c"


@pytest.mark.parametrize("width", range(1, 40))
def test_a_window_keeps_the_number_and_the_width(width: int) -> None:
    text = "There were about\n412 children in our care at the end of June."
    start = text.index("412")
    shown = window(text, start, start + 3, width)
    assert len(shown.plain) <= width
    assert "412".startswith(shown.plain[:3]) if width < 3 else "412" in shown.plain
