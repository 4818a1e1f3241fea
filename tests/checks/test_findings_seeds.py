"""What is found in five real papers, and why each of it is right.

The reasons name metric, paper and values only. A finding that is not listed here fails the test: before it is added,
somebody must have read the paper and be able to say why it is right.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.store.connect import reading, writing
from boardmine.store.findings import refresh_findings
from boardmine.store.load import put
from boardmine.store.lookup import Found, findings
from boardmine.store.rows import rows_of

_CORPUS = os.environ.get("BOARDMINE_CORPUS")

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not _CORPUS, reason="BOARDMINE_CORPUS is not set")]

RIGHT = {
    # kind, metric, values of the statements in rising order: why
    (
        "parts",
        "foster.carers",
        (3, 14, 31, 72, 138),
    ): "000: the four types of Quarter 1 make 120, the row of totals 138",
    (
        "parts",
        "foster.carers",
        (4, 13, 23, 71, 130),
    ): "000: the four types of Quarter 2 make 111, the row of totals 130",
    ("restatement", "connected_care.count", (122, 129)): "August 2021 is 122 in 003 and 129 in 000",
    (
        "restatement",
        "placed_with_parents.count",
        (58, 59),
    ): "September 2021 is 59 in 003, before it was over; 58 in 000",
    ("contradiction", "adoption.orders", (10, 14)): "000: this year to 19 October is 10 in one minute, 14 in another",
    ("cumulative", "adoption.orders", (10, 13)): "13 this year by 14 September in 003, 10 by 19 October in 000",
    ("share", "care_leavers.neet", (53, 93, 180)): "000: 93 of 180 is 51.7%, and 53% is said of the same 180",
    ("complement", "cla.attendance", (15.5, 84.2)): "000: attendance and absence of one year make 99.7%",
    ("parts", "placement.moved_out_of_area", (1, 1, 2, 5, 10)): "000: 10 moved, and 9 of them are told: 1, 2, 5 and 1",
    ("change", "cla.count", (-19.5, 526, 654)): "002: 654 to 526 is -19.57%, which rounds to 19.6",
    ("change", "connected_care.count", (-42.4, 122, 212)): "003: 212 to 122 is -42.45%, which rounds to 42.5",
    ("change", "connected_care.count", (-39.1, 129, 212)): "000: 212 to 129 is -39.15%, which rounds to 39.2",
    ("balance", "foster.carers", (3, 15, 138, 145)): "000: 145, 3 approved and 15 deregistered make 133; 138 is stated",
    ("balance", "foster.carers", (5, 5, 130, 138)): "000: 138, 5 approved and 5 deregistered make 138; 130 is stated",
    ("balance", "foster.carers", (1, 9, 31, 34)): "000: of connected carers 34, 1 and 9 make 26; 31 is stated",
    ("balance", "foster.carers", (1, 1, 23, 31)): "000: of connected carers 31, 1 and 1 make 31; 23 is stated",
    ("share", "cla.reduced_timetable", (3.1, 11, 526)): "002: 11 is 3.1% of 355, but 526 were looked after: of pupils",
    ("unit", "placement.moves_under_3", (86, 86)): "000: 86 children in a picture of 100, 86% in the text beside it",
    ("unit", "icpc.timely", (65, 65)): "000: 65 children in a picture of 100, 65% in the text beside it",
    ("unit", "rcpc.timely", (69, 69)): "000: 69 children in a picture of 100, 69% in the text beside it",
    ("jump", "placement.over_20_miles", (21, 76)): "000: 21% in the reviewing officers' report, 76% in the minutes",
    ("jump", "placement.moves_3plus", (39, 128)): "000: 128 in the year to October 2020, 39 in that to August 2021",
    ("jump", "cla.pep", (31, 100)): "000: 31% in the reviewing officers' report of 2020/21, 100% in the minutes",
}
"""Every finding that may be made, and why it is right."""

NAMED = {
    ("parts", "foster.carers", (3, 14, 31, 72, 138)): ("error", "120", "138"),
    ("restatement", "connected_care.count", (122, 129)): ("warning", "122", "129"),
}
"""Findings that must be made, with their severity and what their sentence must say."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from boardmine.analysis import analyse

    path = tmp_path_factory.mktemp("seeds") / "seeds.duckdb"
    with writing(path, catalogue()) as connection:
        for paper in sorted((Path(_CORPUS or "") / "seeds").glob("*.txt")):
            put(connection, rows_of(analyse(paper)), "rules", 1)
        refresh_findings(connection, catalogue(), rules())
    return path


@pytest.fixture(scope="module")
def found(store: Path) -> dict[tuple[str, str, tuple[float, ...]], Found]:
    with reading(store) as connection:
        return {(f.kind, f.metric, tuple(sorted(s.value for s in f.statements))): f for f in findings(connection)}


def test_nothing_is_found_that_is_not_right(found: dict[tuple[str, str, tuple[float, ...]], Found]) -> None:
    assert {key: f.message for key, f in found.items() if key not in RIGHT} == {}


def test_what_must_be_found_is_found(found: dict[tuple[str, str, tuple[float, ...]], Found]) -> None:
    for key, (severity, *parts) in NAMED.items():
        assert found[key].severity == severity
        assert all(part in found[key].message for part in parts)
        assert len({s.quote for s in found[key].statements}) >= 2
    assert len(found.keys() & RIGHT.keys()) >= 10


def test_a_restatement_is_known_only_from_its_date_on(store: Path) -> None:
    figure = "metric = 'connected_care.count' AND breakdown = '' AND period_start = '2021-08-01'"
    with reading(store) as connection:
        known = [
            connection.execute(f"SELECT value FROM as_known_on(DATE '{day}') WHERE {figure}").fetchall()
            for day in ("2021-09-13", "2021-09-14", "2021-10-31")
        ]
    assert known == [[], [(122,)], [(129,)]]


def test_the_report_of_january_changes_what_is_known(store: Path) -> None:
    columns = "metric, breakdown, area, unit, role, period_start, period_end, value, published, document"
    with reading(store) as connection:
        october, february = (
            set(connection.execute(f"SELECT {columns} FROM as_known_on(DATE '{day}')").fetchall())
            for day in ("2021-10-31", "2022-02-28")
        )
    of_figure = ("placed_with_parents.count", "", "authority", "count", "actual")
    restated = {row[5]: row[7:] for row in february - october if row[:5] == of_figure}
    before = {row[5]: row[7:] for row in october if row[:5] == of_figure}
    # Stated before, and stated again in January: 99 in September 2020, 58 in August 2021.
    again = {start: (before[start][0], restated[start][0]) for start in restated.keys() & before.keys()}
    assert sorted(again.values()) == [(58, 58), (99, 99)]
