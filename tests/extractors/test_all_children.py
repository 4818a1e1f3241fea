"""What is told of all children of an area is told of none in care, whatever the paper is about."""

from collections.abc import Callable

import pytest

from boardmine.records import Certainty, Observation

Read = Callable[..., list[str]]
Observe = Callable[..., list[Observation]]

NAMED = [
    pytest.param(
        "The attendance of all pupils was 93.1%, compared with 88.2% for looked after children.",
        ["cla.attendance 88.2 percent"],
        id="the-second-is-of-children-in-care",
    ),
    pytest.param(
        "School attendance of looked after children was 91%, against 94% for their peers.",
        ["cla.attendance 91 percent"],
        id="their-peers",
    ),
    pytest.param(
        "68% of pupils achieved grade 4 in English and maths, compared with 21% of looked after children.",
        ["cla.attainment 21 percent key_stage=KS4 subject=english_maths_4plus"],
        id="pupils-held-against-children-in-care",
    ),
    pytest.param("45% of all pupils nationally reached the expected standard in reading.", [], id="pupils-nationally"),
    pytest.param("12% of pupils in the borough have an EHC plan.", [], id="pupils-in-the-borough"),
    pytest.param(
        "96% of Year 11 school leavers in the county were in education, employment or training.",
        [],
        id="school-leavers",
    ),
    pytest.param(
        "Attendance of all pupils was 93% in 2022/23 and 92% in 2023/24.",
        [],
        id="a-second-value-goes-on-from-the-first",
    ),
    pytest.param(
        "Attendance across all schools in the borough was 92.4%. Persistent absence stood at 21%.",
        [],
        id="a-sentence-goes-on-from-the-one-before",
    ),
    pytest.param(
        "21% of looked after pupils nationally achieved grade 4 in English and maths.",
        ["cla.attainment 21 percent key_stage=KS4 subject=english_maths_4plus @england"],
        id="pupils-in-care-nationally",
    ),
    pytest.param("All pupils in Years 1 to 11 had a PEP: 98%.", ["cla.pep 98 percent"], id="what-only-they-have"),
]


@pytest.mark.parametrize("text, said", NAMED)
def test_those_named_beside_a_number_are_whom_it_is_of(read: Read, text: str, said: list[str]) -> None:
    assert read("## Education of children in care\n\n" + text) == said


ABOVE = [
    pytest.param(
        "## Looked after children\n\n### Schools in the borough\n\nAttendance in primary schools was 94.6%.\n",
        [],
        id="a-section-about-schools",
    ),
    pytest.param(
        "### All pupils\n\nAttendance stood at 94%. 62% achieved grade 4 in English and maths.\n", [], id="all-pupils"
    ),
    pytest.param(
        "### All pupils\n\nThe attendance of children in care was 91%.\n",
        ["cla.attendance 91 percent"],
        id="children-in-care-in-such-a-section",
    ),
]


@pytest.mark.parametrize("text, said", ABOVE)
def test_a_section_may_be_about_all_children(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_pupils_of_whom_nothing_more_is_said_are_a_doubt(observe: Observe) -> None:
    (doubtful,) = observe("4.8% of pupils have an EHCP.")
    (sure,) = observe("## Looked after children\n\n4.8% of pupils have an EHCP.")
    assert (doubtful.certainty, sure.certainty) == (Certainty.MEDIUM, Certainty.HIGH)
    assert "whose it is was not said" in doubtful.reason
