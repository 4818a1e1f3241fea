"""`boardmine metrics`, `inspect` and `tables`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import SAMPLES, Run

from boardmine.catalogue import catalogue

PACK = SAMPLES / "2023-10-10-agenda-pack.pdf"


def test_every_metric_is_listed(run: Run) -> None:
    listed = json.loads(run("metrics", "--format", "json").out)
    assert [metric["id"] for metric in listed] == list(catalogue().metrics)
    table = run("metrics").out
    assert all(f"  {metric} " in table for metric in catalogue().metrics)


def test_a_family_is_listed(run: Run) -> None:
    listed = json.loads(run("metrics", "--family", "neet", "--format", "json").out)
    assert {metric["family"] for metric in listed} == {"neet"}
    assert run("metrics", "--family", "cats").status == 2


@pytest.mark.parametrize("name", list(catalogue().metrics))
def test_a_metric_is_told_whole(run: Run, name: str) -> None:
    metric = catalogue().metrics[name]
    told = " ".join(run("metrics", name, columns=400).out.split())
    assert metric.label in told
    assert metric.definition in told
    assert all(" ".join(term.text.split()) in told for term in metric.terms)


def test_a_name_that_is_nearly_right_is_guessed(run: Run) -> None:
    ended = run("metrics", "cla.cuont")
    assert ended.status == 2
    assert "cla.count" in ended.err


@pytest.mark.parametrize("arguments", [["metrics"], ["metrics", "cla.count"], ["inspect", PACK], ["tables", PACK]])
def test_everything_fits_a_narrow_terminal(run: Run, arguments: list[object]) -> None:
    ended = run(*arguments, columns=60)
    assert ended.status == 0
    assert max(map(len, ended.lines)) <= 60


def test_a_paper_is_outlined(run: Run) -> None:
    out = run("inspect", PACK).out
    assert "13 pages" in out
    assert "part 0" in out and "part 1" in out
    assert all(kind in out for kind in ("heading", "paragraph", "list", "table", "furniture"))


def test_one_page_is_outlined(run: Run) -> None:
    lines = run("inspect", PACK, "--page", 8).lines
    pages = {line.split()[0] for line in lines if line.lstrip().startswith("p.")}
    assert pages == {"p.8"}


def test_a_page_that_is_not_there(run: Run, markdown: Path) -> None:
    assert run("inspect", PACK, "--page", 99).status == 2
    assert "has no pages" in run("inspect", markdown, "--page", 1).err


def test_tables_are_printed_as_the_judge_wants_them(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "two.md"
    paper.write_text(
        "| Age | Number |\n| --- | --- |\n| 16 | 4 |\n\nText.\n\n| a | b |\n| --- | --- |\n| c | d |\n", "utf-8"
    )
    rows = [json.loads(line) for line in run("tables", paper, "--format", "jsonl").lines]
    assert rows == [
        {"doc": "two", "page": None, "rows": [["Age", "Number"], ["16", "4"]]},
        {"doc": "two", "page": None, "rows": [["a", "b"], ["c", "d"]]},
    ]
    assert all(json.loads(line)["page"] >= 1 for line in run("tables", PACK, "--format", "jsonl").lines)


@pytest.mark.parametrize("command", ["inspect", "tables"])
def test_a_file_that_cannot_be_read_is_said_on_one_line(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    ended = run(command, tmp_path / "empty.pdf")
    assert ended.status == 1
    assert ended.err.startswith(f"boardmine: {tmp_path / 'empty.pdf'}: ") and ended.err.count("\n") == 1
