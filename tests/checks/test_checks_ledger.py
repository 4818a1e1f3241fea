"""What became of each number of a paper, and that none is lost or told twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from entering import analysed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardmine.analysis import analyse
from boardmine.checks.ledger import NUMERAL, Fate


@pytest.mark.parametrize(
    "text, number, fate",
    [
        ("There were 212 children looked after.", "212", Fate.OBSERVATION),
        ("There were twenty-three children in need.", "twenty-three", Fate.OBSERVATION),
        ("The meeting on 12 November 2024 was long.", "12", Fate.DATE),
        ("The year 2023/24 was long.", "2023", Fate.DATE),
        ("It began at 2.30 pm.", "2.30", Fate.TIME),
        ("The hall cost £45,000 to paint.", "45,000", Fate.MONEY),
        ("Children aged 14 sang.", "14", Fate.AGE),
        ("Telephone: 01632 960001", "01632", Fate.CONTACT),
        ("Section 47 was read out.", "47", Fate.REFERENCE),
        ("It was done within 20 working days.", "20", Fate.DURATION),
        ("The hall is 12 miles away.", "12", Fate.DISTANCE),
        ("The Board has 31 umbrellas.", "31", Fate.OTHER_COUNT),
        ("1. First thing\n2. Second thing", "2", Fate.LIST_MARKER),
        ("Text came.\n\nPage 7\n\nMore came.", "7", Fate.FURNITURE),
        ("See [the plan](http://plan.example/99) here.", "99", Fate.MARKUP),
    ],
)
def test_a_number_meets_its_fate(tmp_path: Path, text: str, number: str, fate: Fate) -> None:
    entries = analysed(tmp_path, text + "\n").ledger.entries
    assert [entry.fate for entry in entries if entry.text == number] == [fate]


def test_a_count_of_something_else_says_of_what(tmp_path: Path) -> None:
    [entry] = analysed(tmp_path, "The Board has 31 umbrellas.\n").ledger.entries
    assert (entry.note, entry.start, entry.end) == ("umbrellas", 14, 16)


def test_the_counts_are_of_all_entries(tmp_path: Path) -> None:
    told = analysed(tmp_path, "On 12 November 2024 there were 212 children looked after, and 7 : 9.\n").ledger
    counts = told.counts()
    assert sum(counts.values()) == len(told.entries)
    assert counts[Fate.OBSERVATION] == 1
    assert all(entry.fate is Fate.UNEXPLAINED for entry in told.unexplained)
    assert len(told.unexplained) == counts.get(Fate.UNEXPLAINED, 0)


PIECES = st.sampled_from(
    [
        "There were 212 children looked after",
        ", 41.4% fewer than in September 2023",
        " (1,022 in 2020/21)",
        "\n\n- 27 were available for work",
        "\n\n| Measure | Q1 | Q2 |\n| --- | --- | --- |\n| Adoption orders granted | 9 | 12 |\n\n",
        "\n\nPage 7\n\n",
        " £45,000",
        " twenty-three care leavers",
        " two thirds",
        "\n\n3.2 The Panel met on 3.4.24 at 2pm.",
        " 7.,8 9,,1 ½ 2\u00b2 <sup>3</sup>",
        " &pound;12 &#52;",
        "\n\n## AGENDA\n\n1. Minutes 3 - 8\n\n9 - 24\n\n",
        "\n\n40\n\n30\n\n% 20\n\n10 0\n\n",
        " 61% (32,573) of umbrellas",
        "\n\n| Age | All |\n| --- | --- |\n| 10-13 | 40% |\n| 14 | 60% |\n| All | 100.0% |\n\n",
        "\n\n# Case study 1\n\n",
        "\n\n# 24/6 PERFORMANCE\n\n",
        ". ",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=9).map("".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_numeral_is_in_the_ledger_once(tmp_path: Path, text: str) -> None:
    analysis = analysed(tmp_path, text + "\n") if text.strip() else None
    if analysis is None:
        return
    places = [(entry.start, entry.end) for entry in analysis.ledger.entries]
    assert len(places) == len(set(places))
    assert places == sorted(places)
    source = analysis.document.text
    assert [match.span() for match in NUMERAL.finditer(source)] == [
        place for place in places if NUMERAL.fullmatch(source[slice(*place)])
    ]
    covered = {position for a, b in places for position in range(a, b)}
    assert all(position in covered for position, sign in enumerate(source) if sign.isdecimal())


@pytest.mark.corpus
@pytest.mark.skipif("BOARDMINE_CORPUS" not in os.environ, reason="BOARDMINE_CORPUS is not set")
def test_few_numbers_of_real_papers_are_left_unexplained() -> None:
    ledgers = [analyse(path).ledger for path in sorted(Path(os.environ["BOARDMINE_CORPUS"], "seeds").glob("*.txt"))]
    unexplained = sum(len(ledger.unexplained) for ledger in ledgers)
    assert unexplained < 0.03 * sum(len(ledger.entries) for ledger in ledgers)
