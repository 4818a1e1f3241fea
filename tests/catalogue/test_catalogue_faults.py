"""Every fault of a catalogue is an error that names the file and the line of the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardmine.catalogue import load
from boardmine.errors import CatalogueError

KITES = "metrics/kites.yaml"

FAULTS = [
    # file, what is written, what is written instead, the text of the line that is to be named, words of the reason
    ("unknown key", KITES, "counts: kites", "count: kites", "count: kites", "unknown key 'count'; known are label"),
    ("unknown key of a file", KITES, "about: Kites", "abuot: Kites", None, "about"),
    ("unknown key of a term", KITES, "by: {colour: red}}", "be: {colour: red}}", "be: {", "unknown key 'be'"),
    ("missing key", KITES, "    definition: Kites in the air.\n", "", "kite.count:", "definition"),
    ("no term", KITES, 'terms: ["(lost|missing) kite", "kite ... lost"]', "terms: []", "terms: []", "at least 1"),
    ("unknown type", KITES, "type: flow", "type: heap", "type: heap", "stock"),
    ("unknown unit", KITES, "units: [count]", "units: [count, kilos]", "kilos", "percent"),
    ("points for a level", KITES, "units: [count]", "units: [points]", "units: [points]", "points"),
    ("bad identifier", KITES, "kite.lost:", "Kite lost:", "Kite lost:", "pattern"),
    ("undefined dimension", KITES, "by: [colour, age]", "by: [shape]", "by: [shape]", "'shape'; known are age, colour"),
    ("undefined member", KITES, "by: {colour: red}", "by: {colour: pink}", "- {term: red", "no member 'pink'"),
    ("no dimension of it", KITES, "by: [colour, age]", "by: [age]", "- {term: red", "not a dimension of it"),
    ("undefined population", KITES, "of: [kites]", "of: [cats]", "of: [cats]", "'cats'; known are carers, kites"),
    ("undefined part", KITES, "[kite.count, fell]", "[kite.count, rose]", "rose]", "neither a metric nor an event"),
    ("opposite that is none", KITES, "of: [kites]", "opposite: kite.count", "opposite:", "whose opposite is kite.lost"),
    ("clashing terms", KITES, "(lost|missing) kite", "(lost|[big] kite)", '"(lost|[big]', "already means kite.count"),
    ("open bracket", KITES, "(lost|missing) kite", "(lost|missing kite", '"(lost|missing kite"', "lacks a ')'"),
    ("stray bracket", KITES, "- kite\n", "- kite]\n", "- kite]", "unexpected"),
    ("unknown group", KITES, "- kite\n", '- "{cat} kite"\n', '- "{cat}', "unknown group {cat}; known are child"),
    ("empty gap", KITES, "kite ... lost", "... lost", '"... lost"', "gap with nothing"),
    ("too many phrases", KITES, "- kite\n", f"- {'(a|b|c|d)' * 9}\n", "- (a|b", "more than"),
    ("key twice", KITES, "    weak: [flown]", "    weak: [flown]\n    weak: [up]", "weak: [up]", "'weak' twice"),
    ("metric twice in a file", KITES, "kite.lost:", "kite.count:", "kite.count:\n    label: Kites lost", "twice"),
    ("no YAML", KITES, "metrics:", "metrics: [", None, "is not YAML"),
    ("group within itself", "vocabulary.yaml", "[child, young", '["{child}", young', 'child: ["', "within itself"),
    ("gap in a group", "vocabulary.yaml", "young-person", "a ... b", "a ... b", "may not have a gap"),
    ("form of two words", "vocabulary.yaml", "groups:", "  kid: [children]\ngroups:", "kid: [", "form of two words"),
    ("unknown group in an event", "vocabulary.yaml", "dropped", '"{cat}"', '"{cat}"', "unknown group"),
    ("two members' words", "dimensions.yaml", "blue: [blue]", "blue: [scarlet]", "blue: [", "both red and blue"),
    (
        "members and form",
        "dimensions.yaml",
        "    form: age",
        "    form: age\n    members: {a: [b]}",
        "age:",
        "else a form",
    ),
    ("neither", "dimensions.yaml", "    form: age\n", "", "  age:", "else a form"),
    ("unknown form", "dimensions.yaml", "form: age", "form: size", "form: size", "age"),
    (
        "population of a member",
        "dimensions.yaml",
        "    form: age",
        "    populations: {old: cats}",
        "populations: {old: cats}",
        "unknown population 'cats'",
    ),
    ("not a list", "areas.yaml", "[North East]", "North East", "regions: North", "list"),
]


@pytest.mark.parametrize(
    "name, written, instead, line, reason", [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_names_file_and_line(
    schemas: Path, name: str, written: str, instead: str, line: str | None, reason: str
) -> None:
    path = schemas / name
    text = path.read_text(encoding="utf-8")
    assert text.count(written) >= 1
    spoilt = text.replace(written, instead, 1)
    path.write_text(spoilt, encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        load(schemas)
    error = raised.value
    assert error.path == str(path)
    assert reason in error.reason
    assert "\n" not in str(error)
    if line is not None:
        assert error.line == spoilt[: spoilt.index(line)].count("\n") + 1
        assert str(error).startswith(f"{path}:{error.line}: ")


def test_the_folder_without_a_fault_is_loaded(schemas: Path) -> None:
    metrics = load(schemas).metrics
    assert list(metrics) == ["kite.count", "kite.lost"]
    assert metrics["kite.count"].terms[1].by == {"colour": "red"}
    assert [term.text for term in metrics["kite.lost"].terms if term.counted] == ["loss"]


def test_a_metric_in_two_files_is_named_in_the_second(schemas: Path) -> None:
    text = (schemas / KITES).read_text(encoding="utf-8")
    second = schemas / "metrics" / "more.yaml"
    second.write_text(text.replace("family: kites", "family: more"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"more\.yaml:5: the metric kite\.count is defined twice, also in kites"):
        load(schemas)


def test_a_family_in_two_files_is_named_in_the_second(schemas: Path) -> None:
    (schemas / "metrics" / "more.yaml").write_text((schemas / KITES).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"more\.yaml:1: the family kites is defined in two files"):
        load(schemas)


@pytest.mark.parametrize("name", ["vocabulary.yaml", "dimensions.yaml", "areas.yaml"])
def test_a_missing_or_empty_file_is_named(schemas: Path, name: str) -> None:
    (schemas / name).write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=f"{name}: is empty"):
        load(schemas)
    (schemas / name).unlink()
    with pytest.raises(CatalogueError, match=f"{name}: cannot be read"):
        load(schemas)


def test_a_cohort_tells_the_same_words_apart(schemas: Path) -> None:
    path = schemas / KITES
    text = path.read_text(encoding="utf-8").replace("(lost|missing) kite", "kite")
    path.write_text(text.replace("of: [kites]", "of: [kites]\n    cohort: kites"), encoding="utf-8")
    assert load(schemas).metrics["kite.lost"].cohort == "kites"
