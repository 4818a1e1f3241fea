"""How sure an observation is: plain statements are high, each doubt is named, and more of them mean less certainty."""

from collections.abc import Callable

import pytest

from boardmine.records import Certainty, Observation

Observe = Callable[..., list[Observation]]

PLAIN = [
    pytest.param("There were 498 children looked after.", id="words-behind-the-number"),
    pytest.param("At 30 September 2024 there were 243 children on a child protection plan.", id="with-a-period"),
    pytest.param("Children looked after: 498", id="label"),
    pytest.param("| Indicator | Q1 2024/25 |\n| --- | --- |\n| Children looked after | 512 |\n", id="table"),
    pytest.param("83% of initial child protection conferences were held in timescale.", id="share"),
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_statements_are_high(observe: Observe, text: str) -> None:
    (observation,) = observe(text)
    assert observation.certainty is Certainty.HIGH
    assert "(but" not in observation.reason


DOUBTFUL = [
    pytest.param("Of 173 care leavers, 72 (42%) are NEET.", 1, "another number stands between", id="number-between"),
    pytest.param("Of 173 care leavers, 72 (42%) are NEET.", 2, "in brackets", id="in-brackets"),
    pytest.param("Visits in timescale: 88%", 0, "whose it is was not said", id="unnamed-cohort"),
    pytest.param(
        "38 care leavers were NEET. Of these, 12 were young parents.", 1, "joined by a guess", id="pointed-back"
    ),
    pytest.param(
        "The LAC figure, despite much wizardry by colleagues, 498.",
        0,
        "'despite' was not understood",
        id="unknown-words",
    ),
    pytest.param(
        "19% of referrals were re-referrals against a regional average of 21%.",
        0,
        "another area is named in the sentence",
        id="two-areas",
    ),
    pytest.param(
        "A total of 612 children in care and care leavers.", 0, "others are counted with them", id="counted-together"
    ),
]


@pytest.mark.parametrize("text, index, doubt", DOUBTFUL)
def test_a_doubt_is_named_and_lowers_certainty(observe: Observe, text: str, index: int, doubt: str) -> None:
    observation = observe(text)[index]
    assert observation.certainty is not Certainty.HIGH
    assert doubt in observation.reason


def test_the_reason_says_how_it_was_joined_and_where_the_period_is_from(observe: Observe) -> None:
    stated, unstated = observe(
        "There were 512 children looked after in June 2024. There are 243 child protection plans."
    )
    assert stated.reason == "words for the metric right behind the number; period stated"
    assert unstated.reason == "words for the metric right behind the number; period of the document"


def test_a_cell_says_that_its_row_names_the_metric(observe: Observe) -> None:
    (cell,) = observe("| Indicator | Q1 2024/25 |\n| --- | --- |\n| Children looked after | 512 |\n")
    assert cell.reason == "words for the metric in the row label; period stated"
