"""`boardmine evaluate`: a judgement for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import SAMPLES, Run

GOLD = SAMPLES / "expected.jsonl"
PAPER = "2023-07-11-childrens-services-scorecard"


@pytest.fixture
def records(tmp_path: Path) -> list[dict[str, Any]]:
    """The reference records of one sample."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return [record for record in map(json.loads, lines) if record["doc"] == PAPER]


@pytest.fixture
def extracted(run: Run, markdown: Path, tmp_path: Path) -> Path:
    """What is read in the sample, as if people had read the same."""
    file = tmp_path / "extracted.jsonl"
    file.write_text(run("extract", markdown, "--format", "jsonl").out, encoding="utf-8")
    return file


def test_what_agrees_with_itself_is_perfect(run: Run, markdown: Path, extracted: Path) -> None:
    ended = run("evaluate", markdown, "--gold", extracted, "--format", "json")
    said = json.loads(ended.out)
    assert ended.status == 0
    assert said["families"]["all"]["references"] == len(extracted.read_text(encoding="utf-8").splitlines())
    assert said["families"]["all"]["strict"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert list(said["papers"]) == [PAPER]
    assert said["slips"] == {}
    assert sum(level["strict"]["recall"] for level in said["certainty"].values()) == pytest.approx(1.0)
    assert "errors" not in said


def test_all_samples_are_judged(run: Run, papers: Path) -> None:
    said = json.loads(run("evaluate", papers, "--gold", GOLD, "--format", "json").out)
    assert len(said["papers"]) == 4
    whole = said["families"].pop("all")
    assert whole["references"] == sum(family["references"] for family in said["families"].values())
    assert whole["found"]["recall"] > 0.5
    assert whole["found"]["f1"] >= whole["core"]["f1"] >= whole["strict"]["f1"] > 0


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_the_tables_fit_the_terminal(run: Run, papers: Path, columns: int) -> None:
    ended = run("evaluate", papers, "--gold", GOLD, "--errors", columns=columns)
    assert ended.status == 0
    assert max(map(len, ended.lines)) <= columns
    for head in ("family", "paper", "certainty"):
        assert any(line.startswith(head) for line in ended.lines)
    [whole] = [line.split() for line in ended.lines if line.startswith("all ")]
    assert len(whole) == (12 if columns >= 100 else 6)
    assert all(0 <= float(cell) <= 1 for cell in whole[3:])


def test_errors_come_with_their_words(run: Run, markdown: Path, extracted: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in extracted.read_text(encoding="utf-8").splitlines()]
    lines[0]["area"] = "england"
    extra = lines[0] | {"value": 9876, "number": "Nobody", "quote": "Nobody wrote this down."}
    wanted = tmp_path / "wanted.jsonl"
    wanted.write_text("".join(json.dumps(line) + "\n" for line in (lines[0], *lines[2:], extra)), encoding="utf-8")
    said = run("evaluate", markdown, "--gold", wanted, "--errors").out
    assert f"differs in area {PAPER} (wanted.jsonl:1)" in said
    assert f"missed {PAPER} (wanted.jsonl:{len(lines)})" in said
    assert f"invented {PAPER}" in said
    assert "Nobody wrote this down." in said
    assert "why  " in said
    errors = json.loads(run("evaluate", markdown, "--gold", wanted, "--errors", "--format", "json").out)["errors"]
    assert [error["verdict"] for error in errors] == ["differs", "missed", "invented"]


def test_a_later_run_is_held_against_an_earlier_one(
    run: Run, markdown: Path, records: list[dict[str, Any]], tmp_path: Path
) -> None:
    gold, kept = tmp_path / "gold.jsonl", tmp_path / "kept.jsonl"
    gold.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    paper = markdown.read_text(encoding="utf-8")
    before = run("evaluate", markdown, "--gold", gold, "--save", kept, "--format", "json")
    assert before.status == 0
    same = json.loads(run("evaluate", markdown, "--gold", gold, "--against", kept, "--format", "json").out)["changes"]
    assert {name: change for name, change in same.items() if change} == {}
    markdown.write_text(paper.replace("children in our care", "cats in our barn"), encoding="utf-8")
    worse = run("evaluate", markdown, "--gold", gold, "--against", kept)
    assert "Gained: 0" in worse.out
    assert "missed, was strict" in worse.out
    assert "cla.count" in worse.out.partition("Lost: ")[2]


def test_several_files_of_records_may_follow_one_option(run: Run, papers: Path, extracted: Path) -> None:
    twice = run("evaluate", papers, "--gold", GOLD, extracted, "--format", "json")
    again = run("evaluate", papers, "--gold", GOLD, "--gold", extracted, "--format", "json")
    assert twice.status == 0
    assert json.loads(twice.out) == json.loads(again.out)
    assert json.loads(twice.out)["families"]["all"]["references"] > len(GOLD.read_text("utf-8").splitlines())


def test_what_is_not_given_or_not_known_is_said(run: Run, markdown: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    record = {"doc": PAPER, "metric": "cla.cuont", "value": 1, "unit": "count", "quote": "one child"}
    gold.write_text(f"{json.dumps(record)}\n{json.dumps(record | {'doc': 'elsewhere'})}\n", encoding="utf-8")
    ended = run("evaluate", markdown, "--gold", gold)
    assert ended.status == 0
    assert "gold.jsonl:1: cla.cuont is no metric of the catalogue; perhaps cla.count" in ended.err
    assert "1 paper with reference records not given (elsewhere)" in ended.err


def test_records_of_a_paper_that_cannot_be_read_are_missed(run: Run, papers: Path) -> None:
    (papers / f"{PAPER}.md").write_bytes(b"")
    ended = run("evaluate", papers, "--gold", GOLD, "--format", "json")
    assert ended.status == 1
    assert f"{PAPER}.md" in ended.err
    said = json.loads(ended.out)["papers"][PAPER]
    assert said["references"] > 0
    assert said["observations"] == 0


def test_wrong_use_is_said(run: Run, markdown: Path, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    (papers / f"{PAPER}.txt").write_text("412 children in our care.", encoding="utf-8")
    for arguments, said in (
        ([markdown, "--gold", tmp_path / "none.jsonl"], "none.jsonl"),
        ([markdown, "--gold", tmp_path / "bad.jsonl"], "bad.jsonl:1"),
        ([markdown.with_name("dull.md"), "--gold", GOLD], "none of the papers"),
        ([papers, "--gold", GOLD], "the same name"),
        ([markdown, "--gold", GOLD, "--against", tmp_path / "none.jsonl"], "none.jsonl"),
    ):
        ended = run("evaluate", *arguments)
        assert ended.status in (1, 2)
        assert said in " ".join(ended.err.split())
        assert ended.out == ""
