"""Run configurations: what stands in them is checked, and what is wrong is named with its line."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from boardmine.errors import ConfigurationError
from boardmine.fetch.model import Kind
from boardmine.readers.limits import DEFAULT_LIMITS
from boardmine.runs.configuration import find, load, supplied

ROOT = Path(__file__).resolve().parents[2]

WHOLE = """\
about: Papers of a panel
sources: [papers, "packs/*.pdf"]
database: ~/panel.duckdb
families: [neet]
reading:
  jobs: 3
  time_limit: 20
  limits:
    max_pages: 40
check: true
exports:
  - format: csv
    to: out/{date}
    families: [neet]
report: out/report
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "run.yaml"


def test_every_key_arrives(written: Path) -> None:
    written.write_text(WHOLE, "utf-8")
    configuration = load(written)
    reading = configuration.read_as()
    assert configuration.sources == ["papers", "packs/*.pdf"]
    assert configuration.store == Path.home() / "panel.duckdb"
    assert (reading.jobs, reading.time_limit, reading.families) == (3, 20, {"neet"})
    assert reading.limits.max_pages == 40
    assert reading.limits.max_bytes == DEFAULT_LIMITS.max_bytes
    assert configuration.read_as(5).jobs == 5
    assert [export.path(date(2024, 1, 16)) for export in configuration.exports] == [Path("out/2024-01-16")]
    assert (configuration.check, configuration.report) == (True, "out/report")


def test_what_need_not_be_said(written: Path) -> None:
    written.write_text("sources: [papers]\ndatabase: panel.duckdb\n", "utf-8")
    reading = load(written).read_as(1)
    assert (reading.limits, reading.families) == (DEFAULT_LIMITS, frozenset())


@pytest.mark.parametrize(
    "wrong, right, line, said",
    [
        (
            "databse: x",
            "database: ~/panel.duckdb",
            3,
            "'databse'; known are about, sources, database, families, reading, check, exports, ",
        ),
        ("  job: 3", "  jobs: 3", 6, "'job'; known are jobs, time_limit, limits"),
        ("    max_page: 40", "    max_pages: 40", 9, "'max_page'; known are max_bytes, max_pages"),
        ("  - form: csv", "  - format: csv", 12, "'form'; known are format, to, families, suppress_below, licence"),
        ("  - format: word", "  - format: csv", 12, "exports.0.format: "),
        ("    families: [cats]", "    families: [neet]", 14, "unknown family 'cats'; known are demand, "),
        ("check: perhaps", "check: true", 10, "check: "),
        ("  jobs: 0", "  jobs: 3", 6, "reading.jobs: "),
        ("    max_pages: many", "    max_pages: 40", 9, "reading.limits.max_pages: "),
        ("families: [neet, cats]", "families: [neet]", 4, "unknown family 'cats'; known are demand, "),
        ("sources: []", 'sources: [papers, "packs/*.pdf"]', 2, "sources: "),
        ("sources: [papers, '']", 'sources: [papers, "packs/*.pdf"]', 2, "sources.1: "),
        ("sources: [papers", 'sources: [papers, "packs/*.pdf"]', 3, "is not YAML: "),
        ("about: again", "database: ~/panel.duckdb", 3, "has the key 'about' twice"),
    ],
)
def test_a_mistake_is_named_with_its_line(written: Path, wrong: str, right: str, line: int, said: str) -> None:
    assert WHOLE.count(f"{right}\n") in (1, 2)
    written.write_text(WHOLE.replace(f"{right}\n", f"{wrong}\n", 1), "utf-8")
    with pytest.raises(ConfigurationError) as raised:
        load(written)
    assert str(raised.value).startswith(f"{written}:{line}: ")
    assert said in str(raised.value)


@pytest.mark.parametrize(
    "content, said", [(b"", "is empty"), (b"about: \xff", "is not UTF-8"), (b"\x00", "is not YAML")]
)
def test_a_file_that_is_none(written: Path, content: bytes, said: str) -> None:
    written.write_bytes(content)
    with pytest.raises(ConfigurationError, match=said):
        load(written)


@pytest.mark.parametrize("name", supplied())
def test_those_that_come_with_boardmine_load(name: str) -> None:
    configuration = load(find(name))
    assert configuration.about
    assert find(f"pipelines/{name}.yaml").samefile(supplied()[name])


def test_one_of_a_name_is_found_elsewhere_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (
        find("corporate-parenting") == find("pipelines/corporate-parenting.yaml") == supplied()["corporate-parenting"]
    )
    with pytest.raises(ConfigurationError, match="corporate-parenting, sample-docs"):
        find("other/corporate-parenting.yaml")


def test_they_go_into_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {name: f"boardmine/{name}" for name in ("schemas", "pipelines")}
    assert all(any((ROOT / name).rglob("*.yaml")) for name in included)


FETCHED = """\
sources:
  - papers
  - fetch: democracy.example.gov.uk
    committees: [Corporate Parenting Board]
    into: ~/papers
    since: 2019-04-01
    kinds: [packs]
database: panel.duckdb
"""


def test_a_source_may_be_a_committee(written: Path) -> None:
    written.write_text(FETCHED, "utf-8")
    configuration = load(written)
    [entry] = configuration.fetches
    order = entry.order(dry_run=True)
    assert configuration.papers == ["papers", "~/papers"]
    assert (order.committees, order.into) == (("Corporate Parenting Board",), Path.home() / "papers")
    assert (order.since, order.until, order.kinds) == (date(2019, 4, 1), None, {Kind.PACKS})
    assert (entry.interval, entry.allow_private_addresses) == (2, False)


@pytest.mark.parametrize(
    "wrong, right, line, said",
    [
        (
            "    comittees: [x]",
            "    committees: [Corporate Parenting Board]",
            4,
            "'comittees'; known are fetch, committees",
        ),
        ("    since: yesterday", "    since: 2019-04-01", 6, "sources.1.since: "),
        ("    kinds: [films]", "    kinds: [packs]", 7, "sources.1.kinds.0: "),
        ("    committees: []", "    committees: [Corporate Parenting Board]", 4, "sources.1.committees: "),
        ("    interval: -1", "    kinds: [packs]", 7, "sources.1.interval: "),
        ("  - 7", "  - papers", 2, "sources.0: "),
    ],
)
def test_a_mistake_in_such_a_source_is_named_too(written: Path, wrong: str, right: str, line: int, said: str) -> None:
    assert FETCHED.count(right) == 1
    written.write_text(FETCHED.replace(right, wrong), "utf-8")
    with pytest.raises(ConfigurationError) as raised:
        load(written)
    assert str(raised.value).startswith(f"{written}:{line}: ")
    assert said in str(raised.value)
