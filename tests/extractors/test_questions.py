"""Questions and answers, as requests for information and members' questions have them: what is asked is what the
answer says."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text, said",
    [
        ("How many children were in the care of the council on 31 March 2024?\n\nAnswer: 643", ["cla.count 643"]),
        (
            "How many are with our own foster carers?\n\nReply: 288, i.e. just under half.",
            ["fostered.count 288 sector=in_house"],
        ),
        (
            "There were 643 children in care.\n\n2. Of these, how many were placed with independent fostering agencies?"
            "\n\n174",
            ["cla.count 643", "fostered.count 174 sector=ifa"],
        ),
        ("How many foster carers resigned in 2023/24?\n\nTwenty-eight (28)", ["foster.deregistered 28"]),
        ("Number of Special Guardianship Orders granted in 2023/24\n\n41", ["sgo.granted 41"]),
        (
            "How many care leavers aged 18 to 21 were not in education, employment or training?\n\nResponse: 118",
            ["care_leavers.neet 118 age=18-21"],
        ),
        ("Please provide the average caseload of social workers.\n\n16.8", ["caseload.mean 16.8 role=social_worker"]),
        ("What percentage of looked after children had a dental check?\n\nAnswer: 81%", ["cla.dental 81 percent"]),
    ],
)
def test_an_answer_says_what_was_asked(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_the_time_of_an_answer_is_that_of_its_question(read: Read) -> None:
    text = "How many foster carers resigned in 2023/24?\n\nAnswer: 28"
    assert read(text, periods=True) == ["foster.deregistered 28 2023-04-01..2024-03-31"]


@pytest.mark.parametrize(
    "text",
    [
        "How many people asked for information last year?\n\n44",
        "How many children were in care?\n\nThe council will reply within 20 working days.",
        "How many children were in care?\n\nThe council does not hold this.\n\n44 people asked last year.",
    ],
)
def test_no_answer_says_nothing(read: Read, text: str) -> None:
    assert read(text) == []
