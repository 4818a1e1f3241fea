"""`boardmine check`, `show`, `explain`, `schema`: what an analyst asks first."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from shell import Run

RESTATED = "connected_care.count, Aug 2023: 97 in the paper of 10 Oct 2023, 101 in that of 16 Jan 2024"


def test_check_lists_what_differs_and_ends_with_a_status(run: Run, filled: Path) -> None:
    ended = run("check", "--db", filled)
    assert ended.status == 1
    heads = [line for line in ended.lines if line and line[0].isdigit()]
    assert [head.split()[1].rstrip("s") for head in heads[:2]] == ["error", "warning"]
    assert "add up to 114, but the total says 112" in " ".join(ended.out.split())
    assert "-26.56%, but -29.8% is stated" in ended.out
    assert RESTATED in ended.out
    assert run("check", "--db", filled, "--metric", "connected_care").status == 0
    assert run("check", "--db", filled, "--metric", "connected_care", "--fail-on", "warning").status == 1


def test_check_shows_the_words_of_both(run: Run, filled: Path) -> None:
    ended = run("check", "--db", filled, "--quotes", "--severity", "warning", "--metric", "connected_care", columns=200)
    assert "to 97 in August 2023" in ended.out and "to 101 in August 2023" in ended.out
    assert "note" not in ended.out.splitlines()[0]


@pytest.mark.parametrize("columns", [50, 80, 160])
def test_check_fits_the_terminal(run: Run, filled: Path, columns: int) -> None:
    assert max(map(len, run("check", "--db", filled, "--quotes", columns=columns).lines)) <= columns


def test_check_gives_findings_to_programs(run: Run, filled: Path) -> None:
    found = json.loads(run("check", "--db", filled, "--format", "json").out)
    [restated] = [f for f in found if f["kind"] == "restatement"]
    assert restated["message"] == RESTATED
    assert [s["value"] for s in restated["statements"]] == [101, 97]
    rows = list(csv.DictReader(io.StringIO(run("check", "--db", filled, "--format", "csv").out)))
    assert [r["id"] for r in rows] == [f["id"] for f in found]


def test_check_of_a_database_that_is_not_there_makes_none(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--db", tmp_path / "no.duckdb")
    assert ended.status == 3 and not (tmp_path / "no.duckdb").exists()


def test_ingest_keeps_the_findings(filled: Path) -> None:
    with duckdb.connect(str(filled), read_only=True) as connection:
        found = connection.execute("SELECT message FROM findings WHERE kind = 'restatement'").fetchall()
    assert found == [(RESTATED,)]


def test_show_draws_a_series_with_restatements(run: Run, filled: Path) -> None:
    ended = run("show", "connected_care.count", "--db", filled)
    assert ended.status == 0
    [august] = [line for line in ended.lines if line.startswith("Aug 2023")]
    assert "101" in august and "restated, was 97 on 10 Oct 2023" in august
    bars = [line.count("█") for line in ended.lines if "█" in line]
    assert max(bars) == bars[0] and len(bars) >= 3


def test_show_breaks_down_by_a_dimension(run: Run, filled: Path) -> None:
    assert "reason=" not in run("show", "care_leavers.neet", "--db", filled).out
    assert "reason=custody" in run("show", "care_leavers.neet", "--by", "reason", "--db", filled).out
    assert "statistical neighbours" in run("show", "cla.rate", "--area", "all", "--db", filled).out


@pytest.mark.parametrize("columns", [60, 80])
def test_show_fits_the_terminal(run: Run, filled: Path, columns: int) -> None:
    ended = run("show", "cla.count", "--by", "all", "--area", "all", "--db", filled, columns=columns)
    assert max(map(len, ended.lines)) <= columns


def test_show_says_which_metric_was_meant(run: Run, filled: Path) -> None:
    ended = run("show", "cla.cuont", "--db", filled)
    assert ended.status == 2 and "cla.count" in ended.err
    assert "nothing is stated of it" in run("show", "ehe.count", "--db", filled).out


def test_explain_tells_where_a_number_comes_from(run: Run, filled: Path) -> None:
    with duckdb.connect(str(filled), read_only=True) as connection:
        [(name, path)] = connection.execute(
            "SELECT observation, path FROM statements WHERE metric = 'connected_care.count' AND value = 101"
        ).fetchall()
    ended = run("explain", name, "--db", filled, columns=160)
    assert ended.status == 0
    assert ended.lines[0].startswith("101  connected_care.count")
    assert Path(path).name in ended.out and RESTATED in ended.out
    assert "stated 1 other time" in ended.out
    by_name = f"2024-01-16/{name.rpartition('/')[2]}"
    assert run("explain", by_name, "--db", filled, columns=160).out == ended.out


def test_explain_makes_do_without_the_file(run: Run, papers: Path, tmp_path: Path) -> None:
    paper = papers / "2024-04-16-minutes.html"
    store = tmp_path / "gone.duckdb"
    run("ingest", paper, "--db", store, "--jobs", 1)
    before = run("explain", "2024-04/1", "--db", store).out
    paper.unlink()
    after = run("explain", "2024-04/1", "--db", store).out
    assert "only the quote is left" in after and "only the quote is left" not in before


@pytest.mark.parametrize("name", ["nonsense", "2024-04/99999", "no-such-paper/1", "20/1"])
def test_explain_says_what_it_cannot_find(run: Run, filled: Path, name: str) -> None:
    ended = run("explain", name, "--db", filled)
    assert ended.status == 3 and ended.err.startswith("boardmine: ") and name in ended.err


def test_schema_prints_the_dictionary(run: Run) -> None:
    printed = run("schema").out
    assert printed == (Path(__file__).resolve().parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
