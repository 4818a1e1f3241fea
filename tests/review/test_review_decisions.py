"""A decision says what it means, is checked against catalogue and models, and reaches every view."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from places import place_of

from boardmine.catalogue import catalogue
from boardmine.errors import DecidedMeanwhile, QueryError
from boardmine.review.decisions import form_of, meaning_of, record_decision, standing_at, take_back
from boardmine.review.desk import Desk
from boardmine.review.gold import gold
from boardmine.review.missed import number_at, value_of
from boardmine.review.number import in_words, look
from boardmine.store.meaning import Meaning
from boardmine.store.places import Standing

STANDING = Standing("key", "hash", "412 children", 0, 12, "412", 0, 3)
USUAL = form_of(None) | {
    "metric": "cla.count",
    "value": "412",
    "period_start": "2023-06-30",
    "period_end": "2023-06-30",
}


@pytest.mark.parametrize(
    ("changed", "meant"),
    [
        ({}, Meaning("cla.count", 412, "count", period_start=date(2023, 6, 30), period_end=date(2023, 6, 30))),
        ({"value": "1,022"}, {"value": 1022}),
        ({"value": " 41.4% ", "unit": "percent"}, {"value": 41.4, "unit": "percent"}),
        ({"dimension0": "gender", "member0": "male"}, {"members": {"gender": "male"}}),
        ({"dimension1": "age", "member1": "16-17"}, {"members": {"age": "16-17"}}),
        ({"kind": "change", "unit": "points", "value": "-2"}, {"kind": "change", "unit": "points", "value": -2}),
        ({"area": "Tees Valley"}, {"area": "Tees Valley"}),
    ],
)
def test_a_form_says_a_record(changed: dict[str, str], meant: Any) -> None:
    meaning, faults = meaning_of(USUAL | changed, catalogue(), STANDING)
    assert faults == {} and meaning is not None
    expected = replace(meaning_of(USUAL, catalogue(), STANDING)[0], **meant) if isinstance(meant, dict) else meant  # type: ignore[type-var]
    assert replace(meaning, period_basis="stated") == replace(expected, period_basis="stated")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"metric": ""}, "metric"),
        ({"metric": "cats.count"}, "metric"),
        ({"value": "many"}, "value"),
        ({"value": "nan"}, "value"),
        ({"unit": "days"}, "unit"),
        ({"unit": "furlongs"}, "unit"),
        ({"kind": "level", "unit": "points"}, "unit"),
        ({"period_start": ""}, "period_start"),
        ({"period_start": "2023-07-01"}, "period_start"),
        ({"period_end": "never"}, "period_end"),
        ({"baseline_start": "2022-01-01", "baseline_end": "2022-01-01"}, "period_start"),
        ({"dimension0": "colour", "member0": "red"}, "dimension0"),
        ({"dimension0": "gender", "member0": "purple"}, "member0"),
        ({"dimension0": "gender"}, "member0"),
        ({"role": "king"}, "role"),
        ({"area": ""}, "area"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(changed: dict[str, str], field: str) -> None:
    meaning, faults = meaning_of(USUAL | changed, catalogue(), STANDING)
    assert meaning is None
    assert list(faults) == [field] and faults[field].endswith(".")


def test_every_record_goes_through_the_form_unchanged(desk: Desk) -> None:
    with desk.store() as connection:
        rows = connection.execute("SELECT document, number_start FROM observations").fetchall()
        numbers = [look(connection, *row) for row in rows[::5]]
    for number in numbers:
        assert number.now is not None and number.standing is not None
        assert meaning_of(form_of(number.now), desk.catalogue, number.standing) == (number.now, {}), number.now


def test_a_record_in_words(desk: Desk) -> None:
    key, at = place_of(desk, "2023-10-10", "4.1 ", "231")
    with desk.store() as connection:
        number = look(connection, key, at)
    assert number.now is not None
    said = in_words(number.now, desk.catalogue, "Wexcombe")
    assert said == "Children subject to a child protection plan: 231 at 30 Sep 2023, Wexcombe"


def test_findings_follow_decisions(desk: Desk) -> None:
    def errors() -> list[str]:
        with desk.store() as connection:
            return [
                m for (m,) in connection.execute("SELECT message FROM findings WHERE severity = 'error'").fetchall()
            ]

    key, at = place_of(desk, "2023-10-10", "a reduction of ", "29.8%")
    before = errors()
    with desk.store() as connection:
        number = look(connection, key, at)
    assert number.now is not None and len(number.findings) == 1
    right = replace(number.now, value=-26.6)
    review = record_decision(desk, key, at, "edit", right, "Ann", "  the paper\nis wrong ", 0)
    assert len(errors()) == len(before) - 1
    with desk.store() as connection:
        assert look(connection, key, at).decision["why"] == "the paper is wrong"  # type: ignore[index]
    assert take_back(desk, review, "Ann") == (key, at)
    assert errors() == before


def test_a_missed_number_is_added_and_exported(desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "There were ", "41")
    with desk.store() as connection:
        number = look(connection, key, at)
    assert number.now is None
    standing = standing_at(desk, number)
    assert standing.number == "41" and standing.quote.endswith("There were 41 wombats.")
    assert standing.section and "<script>" in standing.section
    meaning, _ = meaning_of(USUAL | {"metric": "cp.count", "value": "41"}, desk.catalogue, standing)
    record_decision(desk, key, at, "add", meaning, "Ann", "", 0)
    with desk.store() as connection:
        assert connection.execute("SELECT value FROM demand WHERE metric = 'cp.count' AND value = 41").fetchall() == [
            (41,)
        ]
        [record] = gold(connection)
    spec = (
        "doc metric kind value unit by area role bound period_start period_end period_basis baseline_start baseline_end"
    )
    assert [*record][:14] == spec.split()
    assert json.loads(json.dumps(record))["value"] == 41 and record["quote"] == standing.quote


def test_rejected_and_undecided_records_are_no_reference_records(desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    first = record_decision(desk, key, at, "reject", None, "Ann", "", 0)
    with desk.store() as connection:
        assert list(gold(connection)) == []
    with pytest.raises(QueryError, match="no record"):
        record_decision(desk, key, at, "reject", None, "Ann", "", first)
    with pytest.raises(DecidedMeanwhile):
        record_decision(desk, key, at, "accept", None, "Bob", "", 0)
    take_back(desk, first, "Ann")
    record_decision(desk, key, at, "accept", None, "Ann", "", first + 1)
    with desk.store() as connection:
        assert [(r["metric"], r["value"]) for r in gold(connection)] == [("cla.count", 390)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,022", (1022, "count")),
        ("41.4%", (41.4, "percent")),
        ("41.4 %", (41.4, "percent")),
        ("twenty-three", (23, "count")),
        ("one hundred and fifty-five", (155, "count")),
        ("1.2.3", (None, "count")),
    ],
)
def test_a_number_as_written(written: str, value: tuple[float | None, str]) -> None:
    assert value_of(written) == value


def test_where_no_number_begins_there_is_none(desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    document = desk.read(desk.paper(key)).document
    assert number_at(document, at).text == "390"
    for wrong in (at + 1, at - 3):
        with pytest.raises(QueryError, match="no number begins"):
            number_at(document, wrong)
