"""`boardmine extract`: what papers say, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from bad_files import BAD, write_bad_files
from shell import SAMPLES, Run

from boardmine.records import Observation

SPECIFIED = (
    *("doc", "metric", "kind", "value", "unit", "by", "area", "role", "bound"),
    *("period_start", "period_end", "period_basis", "baseline_start", "baseline_end", "quote"),
    *("page", "char_start", "char_end", "section", "bbox"),
)
PACK = SAMPLES / "2023-10-10-agenda-pack.pdf"


def test_a_json_line_is_a_record_of_the_specification(run: Run, markdown: Path) -> None:
    ended = run("extract", markdown, "--format", "jsonl")
    records = [json.loads(line) for line in ended.lines]
    assert ended.status == 0
    assert records
    text = markdown.read_text(encoding="utf-8")
    for record in records:
        assert tuple(record)[: len(SPECIFIED)] == SPECIFIED
        assert Observation.from_flat(record).flat() == record
        assert text[record["char_start"] : record["char_end"]] == record["quote"]


def test_most_of_what_the_samples_state_is_found(run: Run) -> None:
    """Loosely: how much must be found is held elsewhere."""
    expected = [json.loads(line) for line in (SAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    papers = sorted(SAMPLES.glob("20*"))
    found = [json.loads(line) for line in run("extract", *papers, "--format", "jsonl").lines]
    same = ("doc", "metric", "kind", "value", "unit")
    keys = {tuple(record[key] for key in same) for record in found}
    assert sum(tuple(record[key] for key in same) in keys for record in expected) > len(expected) / 2
    order = [record["doc"] for record in found]
    assert order == sorted(order)


def test_json_is_one_array_of_the_same_records(run: Run, markdown: Path) -> None:
    lines = [json.loads(line) for line in run("extract", markdown, "--format", "jsonl").lines]
    assert json.loads(run("extract", markdown, "--format", "json").out) == lines


def test_json_of_nothing_is_an_empty_array(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dull.md").write_text("Nothing was said.\n", encoding="utf-8")
    assert json.loads(run("extract", tmp_path / "dull.md", "--format", "json").out) == []


def test_csv_has_the_breakdown_as_text(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("extract", PACK, "--format", "csv").out)))
    assert rows
    assert any("=" in row["by"] and "{" not in row["by"] for row in rows)
    assert all(float(row["value"]) is not None for row in rows)


def test_a_family_can_be_picked(run: Run, markdown: Path) -> None:
    records = [json.loads(line) for line in run("extract", markdown, "--family", "neet", "--format", "jsonl").lines]
    assert {record["metric"].partition(".")[0] for record in records} == {"care_leavers"}
    ended = run("extract", markdown, "--family", "cats")
    assert ended.status == 2
    assert "permanence" in ended.err


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_the_table_fits_the_terminal(run: Run, columns: int) -> None:
    ended = run("extract", PACK, "--ledger", columns=columns)
    assert ended.status == 0
    assert max(map(len, ended.lines)) <= columns
    assert any("Permanence" in line for line in ended.lines)
    assert any("connected_care.count" in line for line in ended.lines)
    assert "p.8" in ended.out


def test_the_table_ends_with_what_became_of_every_number(run: Run, markdown: Path) -> None:
    entries = [json.loads(line) for line in run("extract", markdown, "--ledger", "--format", "jsonl").lines]
    table = run("extract", markdown).out
    assert f"Numbers in {markdown.stem}: {len(entries)}" in table
    unexplained = [entry for entry in entries if entry["fate"] == "unexplained"]
    listed = run("extract", markdown, "--ledger").out.partition("\nUnexplained\n")[2]
    assert len(listed.splitlines()) == len(unexplained)


def test_an_entry_of_the_ledger_says_where_it_stands(run: Run, markdown: Path) -> None:
    text = markdown.read_text(encoding="utf-8")
    for line in run("extract", markdown, "--ledger", "--format", "jsonl").lines:
        entry = json.loads(line)
        assert text[entry["start"] : entry["end"]] == entry["number"]
        assert text[: entry["start"]].endswith(entry["before"])
        assert text[entry["end"] :].startswith(entry["after"])


def test_several_papers_end_with_all_their_numbers(run: Run, papers: Path) -> None:
    assert "Numbers in all 4 papers" in run("extract", papers).out


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(run: Run, tmp_path: Path, markdown: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    write_bad_files(folder)
    ended = run("extract", folder, markdown, folder / "none.pdf", "--format", "jsonl")
    assert ended.status == 1
    complaints = ended.err.splitlines()
    assert len(complaints) == len(BAD) + 1
    for name in (*BAD, "none.pdf"):
        [line] = [line for line in complaints if name in line]
        assert line.startswith(f"boardmine: {folder / name}: ")
    assert len(ended.lines) > 10


def test_a_paper_cannot_speak_to_the_terminal(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "evil.md"
    paper.write_text(
        "There were 412 children looked after \u202e[bold red]and\u009b31m[/] more 77.\n", encoding="utf-8"
    )
    for arguments in (["extract", paper, "--ledger"], ["inspect", paper]):
        ended = run(*arguments)
        assert "412" in ended.out
        assert "[bold red]" in ended.out
        assert not {"\u202e", "\u009b", "\x1b"} & set(ended.out)


def test_a_reader_that_goes_away_is_no_error(markdown: Path) -> None:
    command = f'"{sys.executable}" -m boardmine extract "{markdown}" --ledger --format jsonl | head -n 1'
    ended = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert json.loads(ended.stdout)["doc"] == markdown.stem
    assert ended.stderr == ""
