"""`boardmine run`: a run configuration, carried out."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from shell import Run


@pytest.fixture
def configuration(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One over the samples, to be called from the folder that it stands in."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "panel.yaml"
    file.write_text(
        "sources: [papers/*.md, papers/*.html]\ndatabase: panel.duckdb\nfamilies: [neet]\nreading: {jobs: 1}\n", "utf-8"
    )
    return file


def families(run: Run) -> set[str]:
    asked = run("sql", "SELECT DISTINCT family FROM statements", "--db", "panel.duckdb", "--format", "json")
    return {row["family"] for row in json.loads(asked.out)}


def test_a_run_reads_and_sums_up(run: Run, configuration: Path) -> None:
    ended = run("run", configuration)
    assert (ended.status, ended.err) == (0, "")
    assert "2 new, 0 changed, 0 unchanged, 0 refused" in ended.lines
    assert [line.split()[:2] for line in ended.lines if line.startswith("neet ")] == [["neet", "2"]]
    assert families(run) == {"neet"}


def test_a_second_run_reads_nothing_and_sums_up_again(run: Run, configuration: Path) -> None:
    run("run", configuration)
    ended = run("run", configuration)
    assert "0 new, 0 changed, 2 unchanged, 0 refused" in ended.lines
    assert any(line.startswith("neet ") for line in ended.lines)


def test_other_families_are_other_rules(run: Run, configuration: Path) -> None:
    run("run", configuration)
    configuration.write_text(configuration.read_text("utf-8").replace("[neet]", "[neet, demand]"), "utf-8")
    assert "0 new, 2 changed, 0 unchanged, 0 refused" in run("run", configuration).lines
    assert families(run) == {"neet", "demand"}


def test_a_dry_run_writes_nothing(run: Run, configuration: Path, tmp_path: Path) -> None:
    ended = run("run", configuration, "--dry-run")
    assert "2 new, 0 changed, 0 unchanged, 0 refused" in ended.lines
    assert "would be written" in ended.out
    assert not list(tmp_path.glob("*.duckdb"))


def test_another_database_can_be_named(run: Run, configuration: Path, tmp_path: Path) -> None:
    run("run", configuration, "--db", "other.duckdb")
    assert [path.name for path in tmp_path.glob("*.duckdb")] == ["other.duckdb"]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, configuration: Path, papers: Path) -> None:
    (papers / "empty.md").write_bytes(b"")
    configuration.write_text(configuration.read_text("utf-8").replace("[papers/", "[none/*.pdf, papers/"), "utf-8")
    ended = run("run", configuration)
    assert ended.status == 1
    assert sorted(line.split(": ")[1] for line in ended.err.splitlines()) == ["none/*.pdf", "papers/empty.md"]
    assert "2 new, 0 changed, 0 unchanged, 2 refused" in ended.lines


def test_limits_are_held(run: Run, configuration: Path) -> None:
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace("{jobs: 1}", "{jobs: 1, limits: {max_bytes: 100}}"), "utf-8")
    ended = run("run", configuration)
    assert ended.status == 1
    assert ended.err.count("the limit is 100") == 2


def test_without_a_name_the_known_ones_are_listed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = run("run")
    assert listed.status == 0
    assert "corporate-parenting" in listed.out and "sample-docs" in listed.out


def test_a_configuration_that_is_wrong_or_not_there_is_wrong_use(run: Run, configuration: Path) -> None:
    configuration.write_text("sources: [papers]\ndatabase: x.duckdb\ncheck: {}\n", "utf-8")
    ended = run("run", configuration)
    assert ended.status == 2
    assert ended.err.startswith(f"boardmine: {configuration}:3: ") and ended.err.count("\n") == 1
    assert run("run", "nothing").status == 2


WHOLE = """\
sources: [papers]
database: panel.duckdb
reading: {jobs: 1}
check: true
exports:
  - {format: csv, to: "out/open-{date}", families: [neet], suppress_below: 5}
  - {format: excel, to: out/figures.xlsx}
report: out/report
"""


def test_a_month_s_work_is_one_command_and_can_be_repeated(run: Run, configuration: Path, tmp_path: Path) -> None:
    configuration.write_text(WHOLE, "utf-8")
    assert run("run", configuration, "--dry-run").status == 0
    assert not (tmp_path / "out").exists()
    ended = run("run", configuration)
    assert (ended.status, ended.err) == (0, "")
    assert any("findings: " in line or "finding: " in line for line in ended.lines)
    folder = f"open-{date.today().isoformat()}"
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["figures.xlsx", folder, "report"]
    statements = tmp_path / "out" / folder / "statements.csv"
    with statements.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["family"] for row in rows} == {"neet"} and "c" in {row["value"] for row in rows}
    (tmp_path / "out" / folder / "note.txt").write_text("mine", "utf-8")
    statements.write_text("old", "utf-8")
    assert run("run", configuration).status == 0
    assert statements.read_text("utf-8") != "old"
    assert (tmp_path / "out" / folder / "note.txt").read_text("utf-8") == "mine"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
