"""Tables whose rows or columns are of other places: members of an agency, neighbours, the nation."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

TABLES = [
    pytest.param(
        "| Measure | Actual | Comparators SN | Comparators England |\n"
        "| --- | --- | --- | --- |\n"
        "| Looked after children per 10,000 | 81 | 78 | 70 |\n",
        ["cla.rate 81 per_10000", "cla.rate 78 per_10000 @statistical_neighbours", "cla.rate 70 per_10000 @england"],
        id="comparators-over-names",
    ),
    pytest.param(
        "| Member authority | Adoption orders | Adopters approved |\n"
        "| --- | --- | --- |\n"
        "| Wexcombe | 11 | 8 |\n"
        "| Larkmoor | 7 | 5 |\n"
        "| East Pendry | 4 | 6 |\n"
        "| Adopt Downland total | 22 | 19 |\n",
        [
            "adoption.orders 11",
            "adopter.approved 8",
            "adoption.orders 7 @Larkmoor",
            "adopter.approved 5 @Larkmoor",
            "adoption.orders 4 @East Pendry",
            "adopter.approved 6 @East Pendry",
            "adoption.orders 22 @Adopt Downland",
            "adopter.approved 19 @Adopt Downland",
        ],
        id="members-of-an-agency",
    ),
    pytest.param(
        "| Team | Referrals |\n| --- | --- |\n| Larkmoor | 41 |\n| East Pendry | 38 |\n",
        [],
        id="teams-are-no-authorities",
    ),
    pytest.param(
        "| Measure | Actual | Stat. neigh. | Nat. |\n"
        "| --- | --- | --- | --- |\n"
        "| Looked after children per 10,000 | 81 | 78 | 70 |\n",
        [
            "cla.rate 81 per_10000",
            "cla.rate 78 per_10000 @statistical_neighbours",
            "cla.rate 70 per_10000 @england",
        ],
        id="shortened-comparators",
    ),
    pytest.param(
        "Looked after children: attainment\n\n"
        "| Key stage results | 2022/23 | 2023/24 |\n"
        "| --- | --- | --- |\n"
        "| Key Stage 2 |  |  |\n"
        "| Reading | 41% | 44% |\n"
        "| Maths | 38% | 37% |\n",
        [
            "cla.attainment 41 percent key_stage=KS2 subject=reading",
            "cla.attainment 44 percent key_stage=KS2 subject=reading",
            "cla.attainment 38 percent key_stage=KS2 subject=maths",
            "cla.attainment 37 percent key_stage=KS2 subject=maths",
        ],
        id="a-subject-that-is-a-town-too",
    ),
    pytest.param(
        "| Measure | May |\n| --- | --- |\n| % CP visits within timescale | 88 |\n| % LAC visits on time | 92 |\n",
        ["visit.timely 88 percent cohort=cp", "visit.timely 92 percent cohort=cla"],
        id="visits-by-cohort",
    ),
]


@pytest.mark.parametrize("text, said", TABLES)
def test_tables_say_whose_each_number_is(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
