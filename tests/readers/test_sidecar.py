"""Sidecars beside files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.document import Facts
from boardmine.errors import BadSidecar
from boardmine.readers.sidecar import merge, parse_facts, read_facts
from boardmine.readers.sidecar_names import find_sidecar, is_sidecar

BESIDE = Path("in/report.docx.meta.json")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, Facts()),
        ({"council": "Ainsty Council", "body": " Cabinet ", "title": "Report\nof June", "url": "https://x.gov.uk"},
         Facts("Ainsty Council", "Cabinet", "Report of June", None, "https://x.gov.uk")),
        ({"date": "2021-09-14"}, Facts(date=date(2021, 9, 14))),
        ({"date": "2021-09"}, Facts(date=date(2021, 9, 30))),
        ({"date": "2020-02"}, Facts(date=date(2020, 2, 29))),
        ({"date": "2021"}, Facts(date=date(2021, 12, 31))),
        ({"date": None, "title": ""}, Facts()),
    ],
)  # fmt: skip
def test_facts(content: dict[str, object], expected: Facts) -> None:
    assert parse_facts(json.dumps(content).encode(), BESIDE) == expected
    assert parse_facts(b"\xef\xbb\xbf" + json.dumps(content).encode(), BESIDE) == expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is not JSON: Expecting value at line 1, column 1"),
        (b'{"body": "x"', "is not JSON"),
        (b"[]", "not a JSON object"),
        (b'"x"', "not a JSON object"),
        (b'{"Body": "x"}', "unknown key 'Body'; known are council, body, title, date, url"),
        (b'{"body": 5}', "'body' that is not a string"),
        (b'{"date": 2021}', "'date' that is not a string"),
        (b'{"title": ["x"]}', "'title' that is not a string"),
        (b'{"date": "14/09/2021"}', "the date '14/09/2021'; write 2021-09-14, 2021-09 or 2021"),
        (b'{"date": "2021-02-30"}', "the date '2021-02-30'"),
        (b'{"date": "2021-13"}', "the date '2021-13'"),
        (b'{"date": "0000"}', "the date '0000'"),
        (b'{"body": "x", "body": "y"}', "the key 'body' twice"),
        (b'{"body": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "is not JSON that can be read"),
        (b"9" * 10_000, "is not JSON that can be read"),
        (b" " * 1_000_001, "1,000,001 bytes"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(BadSidecar) as raised:
        parse_facts(data, BESIDE)
    assert words in str(raised.value)
    assert str(raised.value).startswith("in/report.docx.meta.json: ")
    assert "\n" not in str(raised.value)


def test_names(tmp_path: Path) -> None:
    report = tmp_path / "report.docx"
    report.touch()
    assert find_sidecar(report) is None
    assert read_facts(report) == Facts()
    short = tmp_path / "report.meta.json"
    short.write_text('{"body": "Cabinet"}')
    assert find_sidecar(report) == short
    assert read_facts(report).body == "Cabinet"
    full = tmp_path / "report.docx.meta.json"
    full.write_text('{"body": "Council"}')
    assert read_facts(report).body == "Council"
    assert is_sidecar(full)
    assert not is_sidecar(report)
    assert find_sidecar(short) is None


def test_merge() -> None:
    stated = Facts(title="Stated", date=date(2021, 9, 14))
    assert merge(stated, Facts("Ainsty", "Cabinet", "Beside", date(2020, 1, 1))) == Facts(
        "Ainsty", "Cabinet", "Stated", date(2021, 9, 14)
    )


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.dictionaries(st.text(), x)))
def test_any_json_has_an_answer(content: object) -> None:
    try:
        assert isinstance(parse_facts(json.dumps(content).encode(), BESIDE), Facts)
    except BadSidecar as error:
        assert "\n" not in str(error)
