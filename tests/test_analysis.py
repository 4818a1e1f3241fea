"""One path from a file to what it says: the sample documents, texts of our own, and that it is repeatable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from accounts import miscounted, misquoted

from boardmine.analysis import analyse
from boardmine.checks.ledger import Fate
from boardmine.document import PartKind
from boardmine.errors import EmptyFile, InputError, MissingFile

SAMPLES = Path(__file__).resolve().parent.parent / "sample_docs"
PAPERS = sorted(path for path in SAMPLES.glob("20*") if path.suffix in (".md", ".pdf", ".docx", ".html"))

PAPER = """\
# Wexcombe Borough Council

Report to: Corporate Parenting Board

Date: 12 November 2024

At the end of September 2024, 212 children were looked after.

| Measure | 2022/23 | 2023/24 |
| --- | --- | --- |
| Adoption orders granted | 9 | 12 |

The grant was £45,000; ring 01632 960001.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.suffix)
def test_quotes_and_numerals_of_a_sample(path: Path) -> None:
    analysis = analyse(path)
    assert analysis.observations
    assert misquoted(analysis) == []
    assert miscounted(analysis) == []


def test_a_paper_says_what_it_says(paper: Path) -> None:
    analysis = analyse(paper)
    said = [(o.metric, o.value, o.period_end.isoformat(), o.part) for o in analysis.observations]
    assert said == [
        ("cla.count", 212, "2024-09-30", 0),
        ("adoption.orders", 9, "2023-03-31", 0),
        ("adoption.orders", 12, "2024-03-31", 0),
    ]
    [part] = analysis.parts
    assert (part.kind, part.council, part.body) == (
        PartKind.REPORT,
        "Wexcombe Borough Council",
        "Corporate Parenting Board",
    )
    assert misquoted(analysis) == []
    assert miscounted(analysis) == []


def test_observations_belong_to_the_part_that_says_them(tmp_path: Path) -> None:
    text = (
        PAPER
        + "\nThis page is intentionally left blank\n\nFostering Report\n\nDate: 3 December 2024\n\n"
        + "There are 31 children in need.\n"
    )
    path = tmp_path / "pack.md"
    path.write_text(text, encoding="utf-8")
    analysis = analyse(path)
    assert [(o.part, o.period_end.isoformat()) for o in analysis.observations if o.metric == "cin.count"] == [
        (1, "2024-12-03")
    ]
    for observation in analysis.observations:
        part = analysis.parts[observation.part]
        first, last = analysis.document.blocks[part.first], analysis.document.blocks[part.last - 1]
        assert first.start <= observation.evidence.number_start < last.end


def test_an_analysis_is_repeatable(paper: Path) -> None:
    assert analyse(paper) == analyse(paper)


def test_the_hash_follows_the_file_and_its_sidecar(paper: Path) -> None:
    before = analyse(paper).content_hash
    sidecar = paper.with_name("paper.md.meta.json")
    sidecar.write_text(json.dumps({"council": "Nether Shire"}), encoding="utf-8")
    beside = analyse(paper).content_hash
    paper.write_text(PAPER + "\n", encoding="utf-8")
    assert len({before, beside, analyse(paper).content_hash}) == 3


def test_the_numbers_of_a_paper_meet_their_fates(paper: Path) -> None:
    ledger = analyse(paper).ledger
    fates = {entry.text: entry.fate for entry in ledger.entries}
    assert {text: fates[text] for text in ("212", "12", "45,000", "01632", "960001")} == {
        "212": Fate.OBSERVATION,
        "12": Fate.OBSERVATION,
        "45,000": Fate.MONEY,
        "01632": Fate.CONTACT,
        "960001": Fate.CONTACT,
    }
    assert sum(ledger.counts().values()) == len(ledger.entries)


def test_a_paper_of_furniture_alone_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "blank.md"
    path.write_text("Page 7\n\nThis page is intentionally left blank\n", encoding="utf-8")
    analysis = analyse(path)
    assert analysis.observations == ()
    assert [entry.fate for entry in analysis.ledger.entries] == [Fate.FURNITURE]


def test_what_cannot_be_read_is_an_input_error_that_names_the_path(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"gone\.md"):
        analyse(tmp_path / "gone.md")
    empty = tmp_path / "empty.md"
    empty.write_bytes(b"")
    with pytest.raises(EmptyFile, match=r"empty\.md"):
        analyse(empty)
    odd = tmp_path / "odd.md"
    odd.write_bytes(bytes(range(256)) * 8)
    with pytest.raises(InputError, match=r"odd\.md"):
        analyse(odd)
