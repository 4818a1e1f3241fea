"""Short forms: those of the field are known; those that a paper introduces are understood in that paper."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

OF_THE_FIELD = [
    pytest.param("LAC: 512", ["cla.count 512"], id="LAC"),
    pytest.param("There are 498 CLA.", ["cla.count 498"], id="CLA"),
    pytest.param("The number of CiC is 498.", ["cla.count 498"], id="CiC"),
    pytest.param("CPP: 243", ["cp.count 243"], id="CPP"),
    pytest.param("CIN: 1,310", ["cin.count 1310"], id="CIN"),
    pytest.param("SGOs granted: 14", ["sgo.granted 14"], id="SGO"),
    pytest.param("Six CAOs were granted.", ["cao.granted 6"], id="CAO"),
    pytest.param("61 UASC are in our care.", ["uasc.count 61"], id="UASC"),
    pytest.param("96% of PEPs are up to date.", ["cla.pep 96 percent"], id="PEP"),
    pytest.param("IHAs in timescale: 62%", ["cla.iha_timely 62 percent"], id="IHA"),
    pytest.param("EHE: 377", ["ehe.count 377"], id="EHE"),
    pytest.param("CME: 64", ["cme.count 64"], id="CME"),
    pytest.param("ICPCs held: 71", ["icpc.count 71"], id="ICPC"),
    pytest.param("S47 enquiries: 88", ["s47.count 88"], id="S47"),
    pytest.param("58% of care leavers are EET.", ["care_leavers.eet 58 percent"], id="EET"),
    pytest.param("FTEs to the youth justice system: 22", ["yjs.first_time_entrants 22"], id="FTE"),
    pytest.param("IROs raised 54 challenges.", ["iro.challenges 54"], id="IRO"),
    pytest.param("The average SDQ score was 13.6.", ["cla.sdq 13.6 score"], id="SDQ"),
]


@pytest.mark.parametrize("text, said", OF_THE_FIELD)
def test_of_the_field_are_known(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


INTRODUCED = [
    pytest.param(
        "Our care experienced young people (CEYP) are 18 to 25. 24 CEYP are NEET.",
        ["care_leavers.neet 24"],
        id="cohort-by-its-name",
    ),
    pytest.param(
        "There are 498 children we care for (CWCF). 55% of CWCF are male.",
        ["cla.count 498", "cla.count 55 percent gender=male"],
        id="children-in-our-care",
    ),
    pytest.param("Members asked about FFT. FFT worked with 61 young people.", [], id="only-in-that-paper"),
]


@pytest.mark.parametrize("text, said", INTRODUCED)
def test_introduced_are_understood_in_their_paper(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
