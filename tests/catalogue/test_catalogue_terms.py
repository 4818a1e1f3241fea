"""The small language of terms, the frozen catalogue, and a metric added by editing data alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.analysis import analyse
from boardmine.catalogue import catalogue, load
from boardmine.catalogue.terms import TermSyntaxError, expand, phrases
from boardmine.resources import folder

GROUPS = {"child": ["child", "young (person|man)"]}


@pytest.mark.parametrize(
    "term, segments",
    [
        ("Looked-after child", (("looked-after child",),)),
        ("(a|b c) d", (("a d", "b c d"),)),
        ("[new] case", (("new case", "case"),)),
        ("[a|b] c", (("a c", "b c", "c"),)),
        ("{child} in care", (("child in care", "young person in care", "young man in care"),)),
        ("left ... care", (("left",), ("care",))),
        ("(a|(b|c)) d", (("a d", "b d", "c d"),)),
        ("(a|a) b", (("a b",),)),
    ],
)
def test_a_term_expands_into_its_phrases(term: str, segments: tuple[tuple[str, ...], ...]) -> None:
    assert expand(term, GROUPS) == segments


@pytest.mark.parametrize("term", ["", "[]", "a ...", "(a", "a)", "a|b", "[a", "{child", "{}", "{nobody}", "a}"])
def test_a_malformed_term_is_refused(term: str) -> None:
    with pytest.raises(TermSyntaxError):
        expand(term, GROUPS)


def test_phrases_have_no_gap() -> None:
    assert phrases("a [b]", GROUPS) == ("a b", "a")
    with pytest.raises(TermSyntaxError, match="gap"):
        phrases("a ... b", GROUPS)


@given(st.text(alphabet="ab ()[]{}|.", max_size=24))
def test_a_term_expands_or_is_refused(term: str) -> None:
    try:
        segments = expand(term, {"a": ["b"]})
    except TermSyntaxError:
        return
    assert segments
    for segment in segments:
        assert segment
        assert len(set(segment)) == len(segment)
        assert all(phrase == " ".join(phrase.split()) and phrase for phrase in segment)


def test_the_catalogue_is_frozen_and_made_once() -> None:
    metrics = catalogue()
    assert catalogue() is metrics
    with pytest.raises(TypeError):
        metrics.metrics["kite.count"] = next(iter(metrics.metrics.values()))  # type: ignore[index]
    with pytest.raises(AttributeError):
        metrics.fingerprint = "other"  # type: ignore[misc]


def test_the_fingerprint_follows_every_file(schemas: Path) -> None:
    before = load(schemas).fingerprint
    assert load(schemas).fingerprint == before
    seen = {before}
    for path in sorted(schemas.rglob("*.yaml")):
        path.write_text(path.read_text(encoding="utf-8") + "# a word more\n", encoding="utf-8")
        seen.add(load(schemas).fingerprint)
    assert len(seen) == 5


def test_every_metric_has_words_and_a_definition() -> None:
    for metric in catalogue().metrics.values():
        assert metric.label and metric.definition.strip(), metric.id
        assert any(not term.weak for term in metric.terms), metric.id
        assert metric.family in catalogue().families


def test_a_metric_is_added_by_editing_data_alone(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("Date: 12 November 2024\n\nThere were 43 rooftop gardens.\n", encoding="utf-8")
    assert analyse(paper).observations == ()
    schemas = tmp_path / "schemas"
    shutil.copytree(folder("schemas"), schemas)
    (schemas / "metrics" / "gardens.yaml").write_text(
        """\
family: gardens
title: Gardens
about: Gardens above the street.
metrics:
  garden.rooftop:
    label: Rooftop gardens
    definition: Gardens on roofs, at a moment.
    type: stock
    units: [count]
    terms: ["(rooftop|roof) garden"]
""",
        encoding="utf-8",
    )
    analysis = analyse(paper, with_catalogue=load(schemas))
    assert [(o.metric, o.value, o.period_end.isoformat()) for o in analysis.observations] == [
        ("garden.rooftop", 43, "2024-11-12")
    ]
