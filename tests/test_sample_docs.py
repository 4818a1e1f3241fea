"""The sample documents are what their script makes, and the records beside them are well formed."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "sample_docs"
RECORDS = [json.loads(line) for line in (SAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
FORMATS = {".md", ".pdf", ".docx", ".html"}


def _stated(metric: str, kind: str, doc: str = "", **keys: object) -> list[float]:
    return [
        r["value"]
        for r in RECORDS
        if (r["metric"], r["kind"]) == (metric, kind)
        and r["doc"].startswith(doc)
        and all(r[key] == wanted for key, wanted in keys.items())
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    subprocess.run([sys.executable, str(SAMPLES / "make.py"), "--out", str(folder)], check=True)
    return folder


def test_the_committed_files_are_what_the_script_makes(made: Path) -> None:
    names = sorted(path.name for path in made.iterdir())
    assert {Path(name).suffix for name in names} == FORMATS | {".json", ".jsonl"}
    differing = [name for name in names if (SAMPLES / name).read_bytes() != (made / name).read_bytes()]
    assert differing == [], "run `python sample_docs/make.py` and look at what changed"


def test_check_names_a_file_that_differs(made: Path, tmp_path: Path) -> None:
    for path in made.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "expected.jsonl").write_bytes(b"")
    command = [sys.executable, str(SAMPLES / "make.py"), "--check", "--out", str(tmp_path)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 1
    assert outcome.stderr.count("\n") == 1
    assert "expected.jsonl" in outcome.stderr


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: f"{r['doc'][:10]}-{r['metric']}-{r['number']}")
def test_a_record_is_well_formed(record: dict[str, object]) -> None:
    assert any((SAMPLES / f"{record['doc']}{ending}").exists() for ending in FORMATS)
    assert record["kind"] in ("level", "change")
    assert record["bound"] in ("exact", "about", "over", "under", "at_least", "at_most")
    assert record["role"] in ("actual", "target", "floor", "forecast")
    assert record["period_basis"] in ("stated", "relative", "context", "document")
    assert isinstance(record["value"], int | float)
    assert str(record["number"]) in str(record["quote"])
    assert date.fromisoformat(str(record["period_start"])) <= date.fromisoformat(str(record["period_end"]))
    if record["baseline_end"]:
        assert record["kind"] == "change"
        assert str(record["baseline_start"]) <= str(record["baseline_end"]) < str(record["period_end"])
    assert (record["page"] is not None) == str(record["doc"]).endswith("pack")


def test_the_quotes_stand_in_the_paper_that_shows_its_own_marks() -> None:
    paper = SAMPLES / "2023-07-11-childrens-services-scorecard.md"
    text = " ".join(paper.read_text(encoding="utf-8").split())
    quotes = [r["quote"] for r in RECORDS if r["doc"] == paper.stem]
    assert quotes
    assert [quote for quote in quotes if quote not in text] == []


def test_a_figure_is_restated_at_a_later_meeting() -> None:
    august = {"period_end": "2023-08-31"}
    assert _stated("connected_care.count", "level", "2023-10", **august) == [97]
    assert _stated("connected_care.count", "level", "2024-01", **august) == [101]


def test_a_total_contradicts_its_parts() -> None:
    quarter = [r for r in RECORDS if r["metric"] == "foster.carers" and r["period_end"] == "2023-09-30"]
    assert sum(r["value"] for r in quarter if r["by"]) == 114
    assert [r["value"] for r in quarter if not r["by"]] == [112]


def test_a_percentage_does_not_follow_from_its_levels() -> None:
    before, after = _stated("placed_with_parents.count", "level", "2023-10")
    [stated] = _stated("placed_with_parents.count", "change", "2023-10")
    assert stated == -29.8
    assert round((after - before) / before * 100, 1) == -26.6
