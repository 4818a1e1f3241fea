"""What deserves a look comes worst first, once, and goes when somebody has decided."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from boardmine.review.decisions import record_decision
from boardmine.review.desk import Desk
from boardmine.review.queue import WHY, Filters, choices, queue


def test_the_worst_comes_first_and_everything_once(connection: duckdb.DuckDBPyConnection) -> None:
    found = queue(connection, Filters())
    ranks = [item.rank for item in found.items]
    assert ranks == sorted(ranks) and {1, 3, 4, 5} <= set(ranks) and 6 not in ranks
    assert len({item.key for item in found.items}) == len(found.items) == found.total
    assert found.done == 0
    low = {n for (n,) in connection.execute("SELECT number_start FROM observations WHERE certainty = 'low'").fetchall()}
    assert low <= {item.start for item in found.items}
    [(unexplained,)] = connection.execute("SELECT count(*) FROM unexplained").fetchall()
    assert sum(item.rank == 4 for item in found.items) == unexplained
    [(ledger,)] = connection.execute("SELECT sum(numerals) FROM ledger WHERE fate = 'unexplained'").fetchall()
    assert unexplained == ledger


def test_a_restated_figure_is_there_with_both_statements(connection: duckdb.DuckDBPyConnection) -> None:
    restated = [item for item in queue(connection, Filters(why=5)).items if item.metric == "connected_care.count"]
    assert [item.value for item in restated] == [101, 97]


def test_everything_is_every_observation_and_more(connection: duckdb.DuckDBPyConnection) -> None:
    [(observations,)] = connection.execute("SELECT count(*) FROM observations").fetchall()
    items = queue(connection, Filters(everything=True)).items
    assert sum(item.metric is not None for item in items) == observations


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        (Filters(certainty="low"), lambda item: item.certainty == "low"),
        (Filters(meeting=date(2024, 1, 16)), lambda item: item.published == date(2024, 1, 16)),
        (Filters(why=4), lambda item: item.why == WHY[4]),
        (Filters(family="permanence", everything=True), lambda item: item.metric),
    ],
)
def test_filters_leave_what_they_say(connection: duckdb.DuckDBPyConnection, filters: Filters, holds: object) -> None:
    items = queue(connection, filters).items
    assert items and all(holds(item) for item in items)  # type: ignore[operator]


def test_a_filter_by_paper(connection: duckdb.DuckDBPyConnection) -> None:
    for key, name in choices(connection)["documents"]:
        assert {item.name for item in queue(connection, Filters(document=key, everything=True)).items} == {name}


def test_what_is_decided_is_done_and_not_lost(desk: Desk) -> None:
    with desk.store() as connection:
        before = queue(connection, Filters())
        first, second = before.items[:2]
    record_decision(desk, *first.key, "accept", None, "Ann", "", 0)
    with desk.store() as connection:
        after = queue(connection, Filters())
        done = queue(connection, Filters(state="done"))
    assert after.items[0].key == second.key
    assert (after.done, after.total) == (1, before.total)
    assert [(item.key, item.decision, item.reviewer) for item in done.items] == [(first.key, "accept", "Ann")]


def test_the_way_through_the_queue_is_a_circle(connection: duckdb.DuckDBPyConnection) -> None:
    found = queue(connection, Filters())
    walked, at = [found.items[0]], found.items[0]
    while (at := found.after(at.key)) is not walked[0]:  # type: ignore[assignment]
        assert at is not None and found.before(at.key) is walked[-1]
        walked.append(at)
    assert walked == list(found.items)
    assert found.after(("no paper", 1)) is found.items[0]
