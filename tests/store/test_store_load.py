"""A document's rows come together and go together, and nothing else moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from handmade import analysed, observed

from boardmine.document import Facts, Part, PartKind
from boardmine.records import Basis, Bound, Certainty, Kind, Role, Unit
from boardmine.store.load import Counts, finish_run, put, put_rejects, start_run
from boardmine.store.rows import Reject, breakdown, document_key, path_text, rows_of
from boardmine.store.state import known_files

Dump = Callable[[duckdb.DuckDBPyConnection], dict[str, list[Any]]]


def test_the_same_document_twice_is_there_once(
    connection: duckdb.DuckDBPyConnection, dump: Dump, tmp_path: Path
) -> None:
    rows = rows_of(analysed(tmp_path / "a.md", observed(), observed(value=5, unit="percent")))
    put(connection, rows, "rules", 1)
    once = dump(connection)
    put(connection, rows, "rules", 1)
    assert dump(connection) == once
    assert [len(once[table]) for table in ("documents", "parts", "observations", "ledger")] == [1, 1, 2, 2]


def test_a_changed_document_replaces_its_own_rows_only(
    connection: duckdb.DuckDBPyConnection, dump: Dump, tmp_path: Path
) -> None:
    put(connection, rows_of(analysed(tmp_path / "other.md", observed(value=1))), "rules", 1)
    others = {table: set(map(str, rows)) for table, rows in dump(connection).items()}
    put(connection, rows_of(analysed(tmp_path / "a.md", observed(value=2), observed(value=3))), "rules", 1)
    put(connection, rows_of(analysed(tmp_path / "a.md", observed(value=4), content_hash="1" * 64)), "rules", 2)
    after = {table: set(map(str, rows)) for table, rows in dump(connection).items()}
    assert all(others[table] <= after[table] for table in others)
    assert connection.execute("SELECT value FROM observations ORDER BY value").fetchall() == [(1,), (4,)]


def test_a_row_that_the_store_refuses_leaves_the_earlier_version(
    connection: duckdb.DuckDBPyConnection, dump: Dump, tmp_path: Path
) -> None:
    put(connection, rows_of(analysed(tmp_path / "a.md", observed())), "rules", 1)
    before = dump(connection)
    wrong = observed().model_copy(update={"value": float("nan")})
    with pytest.raises(duckdb.ConstraintException):
        put(connection, rows_of(analysed(tmp_path / "a.md", observed(value=9), wrong)), "rules", 2)
    assert dump(connection) == before


def test_a_reject_stands_until_the_file_is_read(
    connection: duckdb.DuckDBPyConnection, dump: Dump, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    reject = Reject(path, "DamagedFile", "is broken")
    for _ in range(3):
        put_rejects(connection, [(reject, "2" * 64)], "rules", 1)
    assert connection.execute("SELECT tries, kind, name FROM rejects").fetchall() == [(3, "DamagedFile", "a")]
    put_rejects(connection, [(reject, "3" * 64)], "rules", 2)
    assert connection.execute("SELECT tries FROM rejects").fetchall() == [(1,)]
    assert known_files(connection)[path_text(path)].refused == "is broken"
    put(connection, rows_of(analysed(path, observed())), "rules", 3)
    assert dump(connection)["rejects"] == []


def test_a_reject_leaves_what_an_earlier_version_said(
    connection: duckdb.DuckDBPyConnection, dump: Dump, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    put(connection, rows_of(analysed(path, observed())), "rules", 1)
    before = dump(connection)["observations"]
    put_rejects(connection, [(Reject(path, "DamagedFile", "is broken"), "2" * 64)], "rules", 2)
    assert dump(connection)["observations"] == before
    known = known_files(connection)[path_text(path)]
    assert (known.content_hash, known.observations, known.refused) == ("2" * 64, 1, "is broken")


def test_a_run_that_was_killed_has_no_end(connection: duckdb.DuckDBPyConnection) -> None:
    killed = start_run(connection, "1", "rules", 2)
    ended = start_run(connection, "1", "rules", 2)
    finish_run(connection, ended, Counts(new=3))
    found = connection.execute("SELECT id, finished_at IS NULL, new FROM runs ORDER BY id").fetchall()
    assert found == [(killed, True, 0), (ended, False, 3)]


@pytest.mark.parametrize(
    "given",
    [
        *({"unit": unit} if unit is not Unit.POINTS else {"unit": unit, "kind": Kind.CHANGE} for unit in Unit),
        *({"role": role} for role in Role),
        *({"bound": bound} for bound in Bound),
        *({"period_basis": basis} for basis in Basis),
        *({"certainty": certainty} for certainty in Certainty),
        {"kind": Kind.CHANGE, "baseline_start": date(2022, 4, 1), "baseline_end": date(2023, 3, 31)},
        {"by": {"gender": "male", "age": "16-17"}},
        {"page": 3, "bbox": (1.0, 2.0, 3.0, 4.0), "section": "Demand > Headlines"},
    ],
    ids=str,
)
def test_whatever_a_record_may_say_can_be_stored(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, given: dict[str, Any]
) -> None:
    o = observed(**given)
    put(connection, rows_of(analysed(tmp_path / "a.md", o)), "rules", 1)
    stored = connection.execute(
        "SELECT kind, unit, members, role, bound, period_basis, certainty, page, section, box_x0, box_bottom, "
        "baseline_start FROM observations"
    ).fetchall()
    box = o.evidence.bbox or (None,) * 4
    assert stored == [
        (
            *(o.kind, o.unit, o.by, o.role, o.bound, o.period_basis, o.certainty, o.evidence.page),
            *(o.evidence.section, box[0], box[3], o.baseline_start),
        )
    ]


@pytest.mark.parametrize(
    "column, value",
    [("unit", "'apples'"), ("kind", "'both'"), ("value", "'inf'"), ("quote", "''"), ("page", "0"), ("metric", "NULL")],
)
def test_what_no_record_may_say_cannot_be_stored(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, column: str, value: str
) -> None:
    put(connection, rows_of(analysed(tmp_path / "a.md", observed())), "rules", 1)
    with pytest.raises(duckdb.ConstraintException):
        connection.execute(f"UPDATE observations SET {column} = {value}")


def test_the_key_of_a_document_is_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    assert document_key(Path("a.md")) == document_key(tmp_path / "x" / ".." / "a.md") == document_key(Path("link.md"))
    assert document_key(Path("a.md")) != document_key(Path("b.md"))


def test_a_breakdown_has_one_text_in_whatever_order_it_was_said() -> None:
    assert breakdown({"gender": "male", "age": "16-17"}) == breakdown({"age": "16-17", "gender": "male"})
    assert breakdown({"gender": "male", "age": "16-17"}) == "age=16-17, gender=male"
    assert breakdown({}) == ""


def test_an_observation_was_published_with_its_part(tmp_path: Path) -> None:
    october, pack = date(2023, 10, 10), date(2023, 11, 30)
    parts = (Part(PartKind.AGENDA, 0, 1), Part(PartKind.MINUTES, 1, 1, date=october))
    analysis = analysed(tmp_path / "a.md", observed(part=0), observed(part=1), parts=parts, facts=Facts(date=pack))
    assert rows_of(analysis).observations["published"].to_pylist() == [pack, october]


def test_a_period_that_hangs_on_no_date_is_unknown(tmp_path: Path) -> None:
    nowhen = {"period_start": date(1900, 1, 1), "period_end": date(1900, 1, 1), "period_basis": Basis.DOCUMENT}
    parts = (Part(PartKind.REPORT, 0, 1),)
    rows = rows_of(analysed(tmp_path / "a.md", observed(**nowhen), parts=parts, facts=Facts()))
    [row] = rows.observations.to_pylist()
    assert (row["published"], row["period_start"], row["period_end"]) == (None, None, None)


def test_half_characters_do_not_stop_a_document(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    analysis = analysed(tmp_path / "caf\udce9.md", observed())
    broken = replace(analysis, parts=(replace(analysis.parts[0], title="Cut \ud83d off"),))
    put(connection, rows_of(broken), "rules", 1)
    assert connection.execute("SELECT title FROM parts").fetchall() == [("Cut ? off",)]
    assert connection.execute("SELECT name, path LIKE '%caf\\xe9.md' FROM documents").fetchall() == [("caf?", True)]
