"""A page that leaves the council tells nothing that is withheld."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.reports.facts import gather_from
from boardmine.reports.open_copy import open_copy
from boardmine.reports.page import page
from boardmine.reports.rows import source_of
from boardmine.store.connect import reading

LIMIT = 6


def test_a_copy_is_without_the_figures_that_are_withheld(samples: Path) -> None:
    with reading(samples) as connection:
        source = source_of(connection, (), LIMIT, catalogue(), rules())
        small = "SELECT count(*) FROM observations WHERE unit = 'count' AND kind = 'level' AND value BETWEEN 1 AND 5"
        assert source.numbers and connection.execute(small).fetchall() != [(0,)]
    with open_copy(samples, LIMIT, catalogue(), rules()) as copy:
        names = copy.connection.execute("SELECT document || '/' || position, quote FROM observations").fetchall()
        kept = dict(names)
        assert not source.numbers & set(kept)
        assert copy.left_out >= len(source.numbers)
        assert {kept[name] for name in source.words & set(kept)} <= {"(withheld)"}
        rows = copy.connection.execute("SELECT unnest(observations) FROM findings").fetchall()
        assert {name for (name,) in rows} <= set(kept)


def test_the_store_itself_stays_as_it_is(samples: Path) -> None:
    before = samples.read_bytes()
    with open_copy(samples, LIMIT, catalogue(), rules()):
        pass
    assert samples.read_bytes() == before


def test_the_page_says_that_numbers_are_withheld_and_tells_none(samples: Path) -> None:
    facts = gather_from(samples, None, LIMIT, catalogue(), rules())
    assert f"Counts from 1 to {LIMIT - 1} are withheld" in page(facts)
    with reading(samples) as connection:
        source = source_of(connection, (), LIMIT, catalogue(), rules())
        hidden = source.numbers | source.words
        quotes = {
            quote
            for name, quote in connection.execute(
                "SELECT document || '/' || position, quote FROM observations"
            ).fetchall()
            if name in hidden
        }
    shown = {point.quote for trend in facts.trends for point in trend.points}
    shown |= {statement.quote for finding in facts.findings for statement in finding.statements}
    assert quotes and not shown & quotes
    counted = [trend for trend in facts.trends if trend.unit == "count"]
    assert counted and all(point.value == 0 or point.value >= LIMIT for trend in counted for point in trend.points)
    assert all(row["value"] == 0 or row["value"] >= LIMIT for row in facts.scorecard if row["unit"] == "count")


@pytest.mark.parametrize("limit", [0, 1])
def test_without_a_limit_nothing_is_withheld(samples: Path, limit: int) -> None:
    facts = gather_from(samples, None, limit, catalogue(), rules())
    assert (facts.limit, facts.left_out) == (0, 0)
    assert "are withheld" not in page(facts)
