"""Every metric in the words of different councils: sentences of `words/FAMILY.yaml` with what is read from each.

A sentence for a new metric, or a council's word for a known one, is a line in these files.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from boardmine.catalogue import catalogue

Read = Callable[..., list[str]]
WORDS = Path(__file__).with_name("words")
LEAST = 2
"""How many sentences each metric has at least."""

SENTENCES: list[tuple[str, str, list[str]]] = [
    (metric, text, said)
    for path in sorted(WORDS.glob("*.yaml"))
    for metric, sentences in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    for text, said in sentences.items()
]


@pytest.mark.parametrize(
    "text, said", [pytest.param(text, said, id=f"{metric}: {text}") for metric, text, said in SENTENCES]
)
def test_a_metric_is_read_in_the_words_of_many_councils(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_every_sentence_says_something_of_the_metric_that_it_is_filed_under() -> None:
    misfiled = [text for metric, text, said in SENTENCES if metric not in {line.split()[0] for line in said}]
    assert misfiled == []


def test_every_metric_has_its_sentences() -> None:
    count = Counter(metric for metric, _, _ in SENTENCES)
    metrics = catalogue().metrics
    assert [m for m in metrics if count[m] < LEAST] == []
    assert sorted(set(count) - set(metrics)) == []


def test_every_file_of_words_is_a_family() -> None:
    for path in WORDS.glob("*.yaml"):
        metrics = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert {catalogue().metrics[m].family for m in metrics} == {path.stem}
