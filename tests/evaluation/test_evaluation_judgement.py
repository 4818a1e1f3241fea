"""Pairing, and the figures that come of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import QUOTE, observation, reference

from boardmine.catalogue import catalogue
from boardmine.evaluation import Judgement, Verdict, choose, judge, load_references, observations_of
from boardmine.evaluation.judgement import LEVELS
from boardmine.evaluation.pairing import pair


def judged(references: list[Any], observations: list[Any]) -> Judgement:
    return judge(references, observations, catalogue())


def verdicts(references: list[Any], observations: list[Any]) -> list[str]:
    return [outcome.verdict.value for outcome in pair(references, observations, catalogue())]


@pytest.mark.parametrize(
    ("references", "observations", "expected"),
    [
        ([reference()], [observation()], ["strict"]),
        ([reference()], [observation(role="target")], ["differs"]),
        ([reference()], [], ["missed"]),
        ([reference()], [observation(value=412.04)], ["strict"]),
        ([reference()], [observation(value=412.06)], ["missed", "invented"]),
        ([reference()], [observation(quote="A budget of 412 pounds was spent on paint.")], ["missed", "invented"]),
        # Each has one partner, and the better one.
        ([reference()], [observation(metric="cp.count"), observation()], ["strict", "invented"]),
        ([reference(metric="cp.count"), reference()], [observation()], ["missed", "strict"]),
        # What agrees in the core comes before what agrees in more fields but not in the core.
        (
            [reference()],
            [observation(unit="percent"), observation(role="target", area="england")],
            ["differs", "invented"],
        ),
        # The same number twice in a paper: the words decide.
        (
            [reference(quote="412 children looked after"), reference(quote="412 in our care")],
            [observation(quote="In all, 412 in our care"), observation(quote="412 children looked after now")],
            ["strict", "strict"],
        ),
        # Optional records and who finds them are left out; they take nothing from the others.
        ([reference(optional=True)], [observation()], []),
        ([reference(optional=True)], [], []),
        ([reference(optional=True), reference()], [observation()], ["strict"]),
        # Papers that nobody has read are left out.
        ([reference()], [observation(), observation(doc="other paper")], ["strict"]),
    ],
)
def test_pairs(references: list[Any], observations: list[Any], expected: list[str]) -> None:
    assert verdicts(references, observations) == expected


def test_rates_by_family_paper_and_certainty() -> None:
    quote = "24 plans and 31 orders were made."
    second = {"doc": "second", "value": 24, "quote": quote, "number": "24"}
    said = judged(
        [
            reference(),
            reference(doc="second", metric="cp.count", value=24, quote=quote),
            reference(doc="second", metric="sgo.granted", value=31, quote=quote),
            reference(doc="third"),
        ],
        [
            observation(certainty="high"),
            observation(**second, metric="cp.count", certainty="high", area="Elsewhere"),
            observation(**second, metric="sgo.granted", certainty="low"),
        ],
    )
    assert (said.all.references, said.all.observations) == (4, 3)
    assert [said.all.agreeing[level] for level in LEVELS] == [2, 2, 1]
    assert said.all.rates("strict").precision == pytest.approx(1 / 3)
    assert said.all.rates("strict").recall == pytest.approx(1 / 4)
    assert said.all.rates("strict").f1 == pytest.approx(2 / 7)
    assert list(said.families) == ["demand", "permanence"]
    assert (said.families["permanence"].references, said.families["permanence"].observations) == (1, 1)
    assert said.families["permanence"].rates("found").f1 == 0
    assert {paper: tally.rates("found").recall for paper, tally in said.papers.items()} == {
        "paper": 1.0,
        "second": 0.5,
        "third": 0.0,
    }
    high = said.certainty["high"]
    assert (high.rates("strict").precision, high.rates("strict").recall) == (0.5, 0.25)
    assert said.certainty["low"].rates("found").precision == 0
    assert said.certainty["medium"].rates("found").precision == 0
    assert said.slips == {"area": 1}


def test_a_pair_counts_in_the_family_that_is_wanted() -> None:
    said = judged([reference()], [observation(metric="sgo.granted")])
    assert list(said.families) == ["demand"]
    assert said.slips == {"metric": 1}


def test_a_metric_without_a_family_counts_apart() -> None:
    said = judged([reference(metric="weather.rain"), reference()], [observation()])
    assert list(said.families) == ["demand", "?"]
    assert said.all.rates("strict").recall == 0.5


SOME = st.fixed_dictionaries(
    {
        "metric": st.sampled_from(["cla.count", "cp.count", "sgo.granted"]),
        "value": st.sampled_from([412, 24]),
        "role": st.sampled_from(["actual", "target"]),
        "quote": st.sampled_from([QUOTE, "412 and 24 were given."]),
    }
)


@given(
    st.lists(SOME, min_size=1, max_size=6), st.lists(SOME, max_size=6), st.lists(st.booleans(), min_size=6, max_size=6)
)
def test_every_record_has_one_outcome(
    wanted: list[dict[str, Any]], given_: list[dict[str, Any]], optional: list[bool]
) -> None:
    references = [reference(**own, optional=skip) for own, skip in zip(wanted, optional, strict=False)]
    observations = [observation(**own, number="412") for own in given_]
    outcomes = pair(references, observations, catalogue())
    required = [r for r in references if not r.optional]
    assert [id(o.reference) for o in outcomes if o.reference] == [id(r) for r in required]
    used = [id(o.observation) for o in outcomes if o.observation]
    assert len(used) == len(set(used))
    assert len(used) >= len(observations) - (len(references) - len(required))
    for outcome in outcomes:
        assert outcome.strict <= outcome.core <= outcome.found
        assert (outcome.verdict is Verdict.STRICT) == outcome.strict


CORPUS = os.environ.get("BOARDMINE_CORPUS")
RECORDS = {"seeds": "seeds", "pages": "pages", "ofsted": "ofsted", "rendered": "seeds"}
"""Folders of papers, and the reference records that they have."""


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="BOARDMINE_CORPUS is not set")
@pytest.mark.parametrize(
    ("folder", "records"), [("seeds", "seeds"), ("pages", "pages"), ("ofsted", "ofsted"), ("rendered", "seeds")]
)
def test_the_figures_are_those_of_the_reference_scorer(tmp_path: Path, folder: str, records: str) -> None:
    from boardmine.cli.records import record

    corpus = Path(CORPUS or "")
    scorer = corpus.parent / "tools" / "score.py"
    if not scorer.exists():
        pytest.skip("no scorer beside the corpus")
    gold = corpus / "gold" / f"{RECORDS[folder]}.jsonl"
    chosen = choose(sorted((corpus / folder).iterdir()), load_references([gold]))
    assert chosen.absent == ()
    observations = [o for path in chosen.files for o in observations_of(path)]
    found = tmp_path / "found.jsonl"
    found.write_text("".join(json.dumps(record(o)) + "\n" for o in observations), encoding="utf-8")
    scored = subprocess.run(
        [sys.executable, scorer, "--gold", gold, "--pred", found, "--json"], check=True, capture_output=True, text=True
    )
    theirs = json.loads(scored.stdout)
    ours = judged(list(chosen.references), observations)
    assert dict(ours.slips) == theirs["slips"]
    assert set(ours.families) | {"all"} == set(theirs["families"])
    for family, tally in {"all": ours.all, **ours.families}.items():
        expected = theirs["families"][family]
        assert (tally.references, tally.observations) == (expected["gold"], expected["pred"])
        for level in LEVELS:
            rates = tally.rates(level)
            assert {"precision": rates.precision, "recall": rates.recall, "f1": rates.f1} == pytest.approx(
                expected[level]
            )
