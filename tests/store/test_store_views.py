"""The views say what the typed records say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import duckdb
from handmade import analysed, observed

from boardmine.catalogue import catalogue
from boardmine.records import NeetBreakdown, Observation, PermanenceMetric, PermanenceRecord, Role
from boardmine.store.load import put
from boardmine.store.rows import rows_of

REASONS = (
    *("illness_disability", "pregnancy_parenting", "available_for_work", "caring_responsibilities", "custody"),
    *("mental_health", "religious_traditions", "substance_misuse", "other"),
)


def columns(connection: duckdb.DuckDBPyConnection, view: str) -> list[str]:
    return [row[0] for row in connection.execute(f"DESCRIBE {view}").fetchall()]


def test_a_family_has_its_statements_and_no_others(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    metrics = ["cla.count", "sgo.granted", "care_leavers.neet", "foster.carers"]
    put(connection, rows_of(analysed(tmp_path / "a.md", *(observed(m) for m in metrics))), "rules", 1)
    for view, metric in zip(("demand", "permanence", "neet"), metrics, strict=False):
        assert connection.execute(f"SELECT metric FROM {view}").fetchall() == [(metric,)]
    assert connection.execute("SELECT count(*) FROM statements").fetchall() == [(4,)]


def test_a_statement_reads_as_an_analyst_wants_it(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    put(connection, rows_of(analysed(tmp_path / "a.md", observed(by={"gender": "male"}, page=7))), "rules", 1)
    relation = connection.execute("SELECT * FROM demand")
    [row] = [dict(zip([d[0] for d in relation.description], r, strict=True)) for r in relation.fetchall()]
    assert list(row)[:9] == [
        *("published", "council", "body", "document", "part", "metric", "label", "breakdown", "area")
    ]
    assert row["published"] == date(2023, 7, 11)
    assert (row["document"], row["part"], row["body"]) == ("a", "Scorecard", "Corporate Parenting Panel")
    assert (row["label"], row["breakdown"], row["value"]) == ("Children looked after", "gender=male", 412)
    assert (row["page"], row["period_end"], row["members"]) == (7, date(2023, 6, 30), {"gender": "male"})


def test_permanence_names_the_route_that_the_record_names(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    observations = [observed(m) for m in get_args(PermanenceMetric)]
    put(connection, rows_of(analysed(tmp_path / "a.md", *observations)), "rules", 1)
    wanted = {o.metric: PermanenceRecord(**dict(o)).route for o in observations}
    assert dict(connection.execute("SELECT metric, route FROM permanence").fetchall()) == wanted


def test_every_reason_of_the_breakdown_is_one_of_the_catalogue(connection: duckdb.DuckDBPyConnection) -> None:
    assert set(REASONS) <= set(catalogue().dimensions["reason"].members)
    assert set(REASONS) <= set(columns(connection, "neet_breakdown"))


NEET_STATEMENTS = [
    observed("care_leavers.count", 161),
    observed("care_leavers.eet", 100),
    observed("care_leavers.eet", 62.1, "percent"),
    observed("care_leavers.neet", 61),
    observed("care_leavers.neet", 99),
    observed("care_leavers.neet", 38, "percent"),
    observed("care_leavers.neet", 30, "percent", role=Role.TARGET),
    *(observed("care_leavers.neet", i, by={"reason": reason}) for i, reason in enumerate(REASONS)),
    observed("care_leavers.neet", 44, "percent", by={"reason": "available_for_work"}),
    observed("care_leavers.neet", 12, by={"age": "17-18"}),
    observed("care_leavers.neet", 3, by={"age": "17-18", "reason": "custody"}),
    observed("care_leavers.neet", 5, by={"gender": "male"}),
    observed("cla_16plus.neet", 7, area="england"),
    observed("care_leavers.count", 170, period_start=date(2023, 9, 30), period_end=date(2023, 9, 30)),
]


def as_records(connection: duckdb.DuckDBPyConnection) -> list[NeetBreakdown]:
    relation = connection.execute("SELECT * FROM neet_breakdown")
    rows = [dict(zip([d[0] for d in relation.description], r, strict=True)) for r in relation.fetchall()]
    same = ("cohort", "age", "area", "period_start", "period_end", "cohort_size")
    shares = ("eet_count", "eet_percent", "neet_count", "neet_percent")
    return [
        NeetBreakdown(
            doc="paper",
            **{key: row[key] for key in (*same, *shares)},
            reasons={r: row[r] for r in REASONS if row[r] is not None},
        )
        for row in rows
    ]


def test_the_breakdown_is_the_record_of_the_same_name(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    observations: list[Observation] = NEET_STATEMENTS
    put(connection, rows_of(analysed(tmp_path / "a.md", *observations)), "rules", 1)
    wanted = [record.model_copy(update={"reason_shares": {}}) for record in NeetBreakdown.gather(observations)]
    key = str
    assert sorted(as_records(connection), key=key) == sorted(wanted, key=key)
    assert len(wanted) == 3
