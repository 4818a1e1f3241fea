"""Reference records in files."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_records import reference

from boardmine.catalogue import catalogue
from boardmine.errors import MissingFile, RecordError
from boardmine.evaluation import choose, load_references
from boardmine.evaluation.references import unknown_metrics

SHORT = '{"doc": "paper", "metric": "cla.count", "value": 412, "unit": "count", "quote": "412 children in our care"}'


def test_what_is_left_out_is_the_usual(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text(f"\n{SHORT}\n", encoding="utf-8")
    [record] = load_references([file])
    assert (record.kind, record.by, record.area, record.role) == ("level", {}, "authority", "actual")
    assert (record.period_basis, record.optional, record.place) == ("document", False, "mine.jsonl:2")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "JSON"),
        ("[]", "object"),
        (SHORT.replace('"value": 412, ', ""), "value"),
        (SHORT.replace("412,", '"many",'), "value"),
        (SHORT.replace('"count"', '"heads"'), "unit"),
        (SHORT.replace("}", ', "period_basis": "guessed"}'), "period_basis"),
        (SHORT.replace("}", ', "period_end": "June"}'), "period_end"),
        (SHORT.replace("}", ', "by": "male"}'), "by"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text(f"{SHORT}\n{line}\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"mine\.jsonl:2: ") as raised:
        load_references([file])
    assert said in str(raised.value)


def test_a_file_must_be_there_and_be_text(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load_references([tmp_path / "none.jsonl"])
    (tmp_path / "odd.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecordError, match="UTF-8"):
        load_references([tmp_path / "odd.jsonl"])


def test_a_metric_that_is_none_is_named_with_what_may_be_meant() -> None:
    records = [reference(metric="cla.cuont", place="mine.jsonl:7"), reference(), reference(metric="weather")]
    assert list(unknown_metrics(records, catalogue())) == [
        ("mine.jsonl:7", "cla.cuont is no metric of the catalogue; perhaps cla.count"),
        ("", "weather is no metric of the catalogue"),
    ]


def test_papers_are_chosen_by_their_names() -> None:
    records = [reference(doc="b"), reference(doc="gone"), reference(doc="a.v2")]
    chosen = choose([Path("x/a.v2.pdf"), Path("x/b.txt"), Path("x/c.txt")], records)
    assert chosen.files == (Path("x/a.v2.pdf"), Path("x/b.txt"))
    assert [record.doc for record in chosen.references] == ["b", "a.v2"]
    assert chosen.absent == ("gone",)


def test_a_paper_in_two_formats_is_refused() -> None:
    with pytest.raises(RecordError, match=r"b\.pdf and .*b\.txt"):
        choose([Path("b.pdf"), Path("b.txt")], [reference(doc="b")])
