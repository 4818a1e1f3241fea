"""From a council's site to a report, with one command; and what the store knows of meetings then."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from council_site import Council, pdf
from listening import marked_here
from wexcombe import sample

from boardmine.batch.watch import papers_in
from boardmine.cli import main

RUN = """\
about: A year of the panel
sources:
  - fetch: {site}
    committees: [Corporate Parenting Panel]
    into: papers
    since: 2023-04-01
    until: 2024-04-30
    kinds: [packs, minutes, items]
    interval: 0
    allow_private_addresses: true
database: panel.duckdb
reading: {{jobs: 1}}
check: true
report: report
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command line in a folder of its own: exit status, output, complaints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("boardmine.fetch.carry_out.marking_of", marked_here)
    monkeypatch.setattr("boardmine.fetch.manners.SystemClock.sleep", lambda *_: None)

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return call


def asked(query: str) -> list[tuple[object, ...]]:
    with duckdb.connect("panel.duckdb", read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_one_command_from_the_site_to_the_report(council: Council, site: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "run.yaml").write_text(RUN.format(site=site), "utf-8")
    status, out, err = run("run", "run.yaml")
    assert status == 0
    assert err.count("\n") == 1 and "set aside: its first pages say: NOT FOR PUBLICATION" in err
    assert "5 new and 0 changed files fetched" in out and "5 new, 0 changed, 0 unchanged, 0 refused" in out
    assert "3 findings: 2 errors, 1 warning, 0 notes" in out
    # What the sample documents state, by way of the site.
    rows = asked("SELECT metric, value, kind, unit, CAST(period_end AS VARCHAR) FROM observations")
    found = Counter(rows)
    expected = Counter((e["metric"], float(e["value"]), e["kind"], e["unit"], e["period_end"]) for e in _expected())
    assert (found & expected).total() > 0.85 * expected.total()
    page = (tmp_path / "report" / "index.html").read_text("utf-8")
    assert "Wexcombe Borough Council" in page and "foster.carers" in page

    council.forget()
    (tmp_path / "run.yaml").write_text(RUN.format(site=site).partition("check:")[0], "utf-8")
    status, out, err = run("run", "run.yaml")
    assert (status, err, council.got()) == (0, "", [])
    assert "0 new and 0 changed files fetched" in out and "0 new, 0 changed, 5 unchanged, 0 refused" in out


def _expected() -> list[dict[str, Any]]:
    return [json.loads(line) for line in sample("expected.jsonl").splitlines()]


def test_a_meeting_without_minutes_is_told_from_one_that_was_not_fetched(council: Council, site: str, run: Run) -> None:
    council.faults["/documents/g2412/Printed"] = 404
    fetching = ("fetch", site, "-c", "Corporate Parenting Panel", "--since", "2023-04-01", "--until", "2024-04-30")
    options = ("--into", "papers", "--interval", "0", "--allow-private-addresses", "-k", "packs", "-k", "items")
    assert run(*fetching, *options, "-k", "minutes")[0] == 1
    assert run("ingest", "papers", "--db", "panel.duckdb", "--jobs", "1")[0] == 0
    rows = asked("SELECT CAST(date AS VARCHAR), agenda, minutes FROM meeting_coverage ORDER BY date")
    assert rows == [
        ("2023-07-11", "read", "not published"),
        ("2023-10-10", "read", "not fetched"),
        ("2023-12-05", "called off", "called off"),
        ("2024-01-16", "read", "not published"),
        ("2024-04-16", "not published", "read"),
    ]
    [(without, lacking)] = asked(
        "SELECT CAST(without_minutes AS VARCHAR), CAST(not_fetched AS VARCHAR) FROM coverage "
        "WHERE metric = 'adoption.orders'"
    )
    [(stated,)] = asked("SELECT CAST(reported_on AS VARCHAR) FROM coverage WHERE metric = 'adoption.orders'")
    assert _days(without) == {"2023-07-11", "2024-01-16"} - _days(stated)
    assert _days(lacking) == {"2023-10-10"} - _days(stated)
    documents = asked("SELECT DISTINCT meeting_id, committee_id FROM documents ORDER BY 1")
    assert documents == [("2411", "138"), ("2412", "138"), ("2414", "138"), ("2417", "138")]

    council.faults.clear()
    run(*fetching, *options, "-k", "minutes")
    run("ingest", "papers", "--db", "panel.duckdb", "--jobs", "1")
    assert asked("SELECT minutes FROM meeting_coverage WHERE date = '2023-10-10'") == [("read",)]


def _days(said: object) -> set[str]:
    return set(str(said).strip("[]").split(", ")) - {""}


def test_a_paper_that_is_set_aside_later_leaves_the_store(council: Council, site: str, run: Run) -> None:
    fetching = ("fetch", site, "-c", "138", "--since", "2023-10-01", "--until", "2023-10-31", "--into", "papers")
    options = ("--interval", "0", "--allow-private-addresses", "--recheck", "9999")
    run(*fetching, *options)
    run("ingest", "papers", "--db", "panel.duckdb", "--jobs", "1")
    assert asked("SELECT count(*) FROM observations") == [(129,)]
    council.meetings[2].docs[1].content = pdf("EXEMPT REPORT")
    status, _, err = run(*fetching, *options)
    assert (status, "set aside" in err) == (0, True)
    run("ingest", "papers", "--db", "panel.duckdb", "--jobs", "1")
    assert asked("SELECT count(*) FROM observations") == [(0,)]
    assert asked("SELECT agenda FROM meeting_coverage WHERE date = '2023-10-10'") == [("set aside",)]


def test_what_is_half_there_is_never_read(council: Council, site: str, run: Run, tmp_path: Path) -> None:
    council.cuts["g2412"] = [9_000] * 8
    status, _, err = run(
        *(
            "fetch",
            site,
            "-c",
            "138",
            "--since",
            "2023-10-01",
            "--until",
            "2023-10-31",
            "--into",
            "papers",
            "-k",
            "packs",
        ),
        *("--interval", "0", "--allow-private-addresses"),
    )
    assert status == 1 and err.count("\n") == 2
    assert list((tmp_path / "papers").rglob("*.part"))
    assert papers_in(tmp_path / "papers") == []
    _, out, _ = run("ingest", "papers", "--db", "panel.duckdb", "--jobs", "1")
    assert "0 observations written" in out


def test_json_lines_for_schedulers(site: str, run: Run) -> None:
    options = ("--into", "papers", "--interval", "0", "--allow-private-addresses", "--format", "jsonl")
    status, out, _ = run("fetch", site, "-c", "138", "--since", "2023-10-01", "--until", "2023-10-31", *options)
    said = [json.loads(line) for line in out.splitlines()]
    assert (status, [line["event"] for line in said]) == (0, ["meetings", "file", "file", "file", "end"])
    assert sorted(line["state"] for line in said if line["event"] == "file") == ["new", "new", "set aside"]
    assert said[-1]["new"] == 2 and said[-1]["aside"] == 1


def test_the_list_of_committees_and_of_meetings(council: Council, site: str, run: Run) -> None:
    options = ("--interval", "0", "--allow-private-addresses", "--format", "jsonl")
    _, out, _ = run("fetch", site, "--list", *options)
    committees = [json.loads(line) for line in out.splitlines()]
    assert [c["title"] for c in committees] == [
        *(
            "Cabinet",
            "Children's Services & Education Scrutiny",
            "Corporate Parenting Panel",
            "Corporate Parenting Board",
        ),
    ]
    assert [c["expired"] for c in committees] == [False, False, False, True]
    _, out, _ = run("fetch", site, "--list", "-c", "138", "--since", "2023-04-01", *options)
    meetings = {m["date"]: m for m in map(json.loads, out.splitlines())}
    assert (meetings["2023-10-10"]["packs"], meetings["2023-10-10"]["minutes"]) == (2, "printed")
    assert (meetings["2024-04-16"]["minutes"], meetings["2023-12-05"]["status"]) == ("by item", "Cancelled")
    assert (meetings["2023-07-11"]["items"], meetings["2023-07-11"]["withheld"]) == (1, 3)
    assert council.got() == []


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--into", "papers"], "name a committee"),
        (["-c", "x"], "name the folder"),
        (["-c", "x", "--into", "p", "--since", "1/2/2024"], "does not match the format"),
        (["-c", "x", "--into", "p", "--kind", "films"], "films"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], said: str) -> None:
    status, _, err = run("fetch", "example.gov.uk", *arguments)
    assert status == 2 and said in err


def test_a_private_address_is_refused_unless_allowed(site: str, council: Council, run: Run) -> None:
    status, _, err = run("fetch", site, "-c", "138", "--into", "papers")
    assert (status, council.log) == (1, []) and "is not a public address" in err
