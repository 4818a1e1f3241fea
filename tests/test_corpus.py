"""What must hold on real papers. These tests run where BOARDMINE_CORPUS points to the corpus of reference documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from accounts import miscounted, misquoted

from boardmine.analysis import analyse
from boardmine.catalogue import catalogue

_FOUND = os.environ.get("BOARDMINE_CORPUS")
CORPUS = Path(_FOUND or "no-corpus")
SCORE = CORPUS.parent / "tools" / "score.py"

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not _FOUND, reason="BOARDMINE_CORPUS is not set")]

PAPERS = sorted(
    path
    for folder in ("seeds", "rendered", "pages", "ofsted", "reports", "other", "tables")
    for path in (CORPUS / folder).glob("*")
    if path.suffix in (".txt", ".pdf", ".docx", ".html")
)
FAMILIES = ("demand", "permanence", "neet")
LEAST_F1 = 0.90
MOST_LOST = 0.03


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: f"{path.parent.name}/{path.name[:30]}")
def test_quotes_and_numerals_of_a_paper(path: Path) -> None:
    analysis = analyse(path)
    assert misquoted(analysis) == []
    assert miscounted(analysis) == []


def test_the_corpus_is_there() -> None:
    assert len(PAPERS) > 150


def _strict_f1(papers: Iterable[Path], folder: Path) -> float:
    """Strict F1 over the families together, by the score of the specification."""
    family = {metric.id: metric.family for metric in catalogue().metrics.values()}
    told = [o.flat() for path in papers for o in analyse(path).observations]
    gold = [json.loads(line) for line in (CORPUS / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    paths = []
    for name, rows in (("gold.jsonl", gold), ("told.jsonl", told)):
        lines = [json.dumps(row) for row in rows if family.get(row["metric"]) in FAMILIES]
        paths.append(folder / name)
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(SCORE), "--json", "--gold", str(paths[0]), "--pred", str(paths[1])]
    outcome = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(outcome.stdout)["families"]["all"]["strict"]["f1"])


def test_the_families_are_read_from_the_text_files_and_no_worse_from_the_rendered_ones(tmp_path: Path) -> None:
    text = _strict_f1((path for path in PAPERS if path.parent.name == "seeds"), tmp_path)
    assert text >= LEAST_F1
    rendered = _strict_f1((path for path in PAPERS if path.parent.name == "rendered"), tmp_path)
    assert rendered >= text - MOST_LOST
