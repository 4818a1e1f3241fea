"""Numbers that read like counts and are none: deeds of some, promises, how it would be, numbers of paragraphs."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

DEEDS = [
    pytest.param("Two IROs retired in the summer.", [], id="retired"),
    pytest.param("Fourteen young people in care trained as peer mentors.", [], id="trained"),
    pytest.param("52 foster carers replied to the survey.", [], id="replied"),
    pytest.param(
        "Eighteen fostering households left: eight retired, four adopted the child in their care.",
        ["foster.deregistered 18"],
        id="what-carers-did",
    ),
    pytest.param(
        "The 118 approved foster carers offered a warm home.", ["foster.carers 118"], id="what-all-of-them-do"
    ),
    pytest.param("There were 17 looked after children who offended (3.6%).", [], id="what-some-of-them-did"),
    pytest.param(
        "96% had a PEP and 71% were rated good.",
        ["cla.pep 96 percent", "cla.pep 71 percent quality=good"],
        id="rated-by-others",
    ),
    pytest.param(
        "Reasons for care leavers being NEET: awaiting a place (8), caring responsibilities (21), custody (5).",
        ["care_leavers.neet 21 reason=caring_responsibilities", "care_leavers.neet 5 reason=custody"],
        id="an-unknown-label-in-a-list",
    ),
    pytest.param(
        "There are 118 approved fostering households, up from 109 in March 2023.",
        ["foster.carers 118", "foster.carers 109"],
        id="approved-at-some-time",
    ),
    pytest.param(
        "There were 118 approved foster carers, nine fewer than a year before; 14 were approved in the year.",
        ["foster.carers 118", "foster.carers -9 change", "foster.approved 14"],
        id="approved-at-some-time-and-in-the-year",
    ),
    pytest.param("There is one IRO for each district.", [], id="one-for-each"),
]


@pytest.mark.parametrize("text, said", DEEDS)
def test_what_some_did_is_not_how_many_there_are(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


NONE_OF_THEM = [
    pytest.param("There were no care leavers in hostels.", [], id="nowhere-known"),
    pytest.param("No child under 12 was in a children's home.", [], id="of-an-age-that-is-no-breakdown"),
    pytest.param("No young person over 18 was placed there.", [], id="ages-are-no-values"),
    pytest.param("No child will be placed in unregulated accommodation.", [], id="a-promise"),
    pytest.param(
        "No children in care were permanently excluded.", ["cla.permanently_excluded 0"], id="a-property-that-is-known"
    ),
    pytest.param("No children are placed in unregulated settings.", ["unregulated.count 0"], id="told-of-now"),
]


@pytest.mark.parametrize("text, said", NONE_OF_THEM)
def test_none_is_a_number_of_what_is_known_and_told(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


AS_IT_WOULD_BE = [
    pytest.param(
        "The rate of children in care is 58 per 10,000. "
        "Were we at the level of our neighbours we would have about 60 more.",
        ["cla.rate 58 per_10000"],
        id="were-we",
    ),
    pytest.param("If the trend went on we would look after 640 children by 2027.", [], id="if-it-went-on"),
    pytest.param(
        "The rate of children in care was 74 per 10,000. The rate fell in every quarter but one in 2023.",
        ["cla.rate 74 per_10000"],
        id="every-but-one",
    ),
    pytest.param(
        "The number of children in care fell by 12, as several of them moved on or reached 18.",
        ["cla.count -12 change"],
        id="or-reached-an-age",
    ),
]


@pytest.mark.parametrize("text, said", AS_IT_WOULD_BE)
def test_what_is_not_so_is_no_value(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


POINTING_BACK = [
    pytest.param(
        "In June 96 children went missing. Children in care were 31 of them. 18 were on a child protection plan.\n\n"
        "This compares with 110 children in June 2023, a reduction of 12.7%.",
        [],
        id="several-things",
    ),
    pytest.param(
        "There were 498 children looked after.\n\nThis compares with 512 children in June 2023.",
        ["cla.count 512"],
        id="one-thing",
    ),
]


@pytest.mark.parametrize("text, said", POINTING_BACK)
def test_a_paragraph_points_back_to_the_one_thing_told_before_it(read: Read, text: str, said: list[str]) -> None:
    assert [o for o in read(text) if "512" in o or "110" in o or "12.7" in o] == said


NUMBERED = [
    pytest.param(
        "21 Numbers rose again.\n\n22 Agency social workers: 31 are engaged.\n\n23 Foster placements stand at 214.\n",
        ["workforce.social_workers 31 contract=agency", "fostered.count 214"],
        id="in-a-row",
    ),
    pytest.param(
        "7 Demand went up.\n\nApril\n\n8 Adoption orders were fewer.\n\n9 Care leavers numbered 140.\n",
        ["care_leavers.count 140"],
        id="others-between",
    ),
    pytest.param(
        "24 Adoption orders were granted.\n\n19 Special guardianship orders were granted.\n",
        ["adoption.orders 24", "sgo.granted 19"],
        id="values-in-no-row",
    ),
]


@pytest.mark.parametrize("text, said", NUMBERED)
def test_numbers_of_paragraphs_are_no_values(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


SHARES_OF_SOME = [
    pytest.param(
        "Care leavers: 38% of the 160 aged 19-21 were NEET.",
        ["care_leavers.neet 38 percent age=19-21", "care_leavers.count 160 age=19-21"],
        id="a-label-and-a-whole",
    ),
    pytest.param(
        "64 children live in residential care, 40 of them outside the borough.",
        ["residential.count 64", "residential.count 40 location=out_of_area"],
        id="of-those-just-counted",
    ),
    pytest.param(
        "58% of care leavers aged 19-21 were in employment, education or training and 91% were in suitable "
        "accommodation.",
        [
            "care_leavers.eet 58 percent age=19-21",
            "care_leavers.suitable_accommodation 91 percent age=19-21",
        ],
        id="the-same-age",
    ),
    pytest.param(
        "3 out of 4 children in care live with foster carers.", ["fostered.count 75 percent"], id="so-many-of-4"
    ),
]


@pytest.mark.parametrize("text, said", SHARES_OF_SOME)
def test_shares_and_parts_of_those_spoken_of(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_a_from_to_since_a_month_starts_in_it(read: Read) -> None:
    said = read("Since January 2024 the number of children in care had gone up from 480 to 498.", periods=True)
    assert said == ["cla.count 480 2024-01-01..2024-01-31", "cla.count 498"]


def test_a_line_that_lost_its_bullet_stands_over_the_items_after_it(read: Read) -> None:
    text = (
        "At 31 March 2024:\n– 498 children were looked after.\nIn the last 6 months:\n– 14 children were adopted.\n"
        "– 9 left to a special guardianship order.\n"
    )
    assert read(text, periods=True) == [
        "cla.count 498 2024-03-31",
        "adoption.orders 14 2023-10-01..2024-03-31",
        "sgo.granted 9 2023-10-01..2024-03-31",
    ]


OF_SOME = [
    pytest.param("Three IROs left and four joined.", [], id="left"),
    pytest.param("The panel spoke to five young people in care and to eight foster carers.", [], id="whom-they-met"),
    pytest.param("Nine newly qualified social workers started in June.", [], id="started"),
    pytest.param("Two placement orders were revoked.", [], id="revoked"),
    pytest.param("Five care leavers were pregnant.", [], id="a-part-by-what-is-no-breakdown"),
    pytest.param(
        "At the end of May 144 children from 80 families had a child protection plan.", ["cp.count 144"], id="whence"
    ),
    pytest.param("The team trained 84 foster carers.", [], id="whom-they-trained"),
    pytest.param("Present: Councillor Ashe, 2 foster carers and 3 care leavers", [], id="those-present"),
    pytest.param("One carer has looked after 61 children in her life. Another had looked after 9.", [], id="one-carer"),
    pytest.param("73 looked after children were open to the hospice.", [], id="a-part-by-something-unknown"),
    pytest.param("There are 473 looked after children who are well.", ["cla.count 473"], id="there-are"),
    pytest.param("For 18 children the IRO sought advice.", [], id="a-grown-up-of-theirs"),
    pytest.param("All four of our children's homes are rated good.", [], id="homes"),
    pytest.param("Thirty came on the summer residential.", [], id="a-trip"),
    pytest.param("Four of them have fostered for ten years.", [], id="have-fostered"),
    pytest.param(
        "IROs raised concerns formally. Of the 27, 21 were settled at stage one and two went to the director.",
        [],
        id="of-a-whole-that-is-unknown",
    ),
    pytest.param(
        "The carers' needs were met and 22 children were adopted.",
        ["adoption.orders 22"],
        id="met-is-no-meeting-here",
    ),
    pytest.param(
        "830 pupils travel by bus each day; 28% of them have an EHCP.", [], id="a-share-of-those-who-are-unknown"
    ),
]


@pytest.mark.parametrize("text, said", OF_SOME)
def test_a_part_by_something_unknown_is_no_value(read: Read, text: str, said: list[str]) -> None:
    assert [o.split(" 2024")[0] for o in read(text)] == said


ON_TIME = [
    pytest.param("A total of 36 children needed an initial health assessment.", [], id="needed"),
    pytest.param("Of the 36 initial health assessments due, none was late.", [], id="the-whole"),
    pytest.param(
        "29 initial health assessments were held within 20 working days.", ["cla.iha_timely 29"], id="those-on-time"
    ),
    pytest.param("The home had 4 visits from the inspector.", [], id="visits"),
]


@pytest.mark.parametrize("text, said", ON_TIME)
def test_how_many_there_were_is_not_how_many_were_on_time(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


OF_ONE_KIND = [
    pytest.param(
        "26 new fostering households were approved, of which 14 were mainstream and 12 were family and friends carers.",
        [
            "foster.approved 26",
            "foster.approved 14 care_type=mainstream",
            "foster.approved 12 care_type=connected",
        ],
        id="parts-of-one-dimension",
    ),
    pytest.param(
        "38 unaccompanied children were in our care at the end of the year.",
        ["uasc.count 38"],
        id="a-metric-of-its-own",
    ),
    pytest.param(
        "Only 7% of children in care had moved three times or more.", ["placement.moves_3plus 7 percent"], id="moves"
    ),
    pytest.param(
        "In five of the cases children had been referred three or more times.", [], id="referred-so-many-times"
    ),
    pytest.param(
        "The IRO Handbook (2010), which recommends caseloads of between 50 and 70, is followed.", [], id="ruled"
    ),
    pytest.param("Caseloads averaged 68 and two IROs hold more than 80.", ["caseload.mean 68"], id="no-mean-of-two"),
    pytest.param(
        "That the Council approve 35 new foster carers by March 2026.", ["foster.approved 35 target"], id="recommended"
    ),
]


@pytest.mark.parametrize("text, said", OF_ONE_KIND)
def test_words_that_are_of_another_kind(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


SUBJECTS = [
    pytest.param(
        "## Adopters\n\n- 38 households approved\n- 210 initial enquiries\n",
        ["adopter.approved 38", "adopter.enquiries 210"],
        id="adopters",
    ),
    pytest.param(
        "## Fostering\n\n- 38 households approved\n- 210 initial enquiries\n",
        ["foster.approved 38", "foster.enquiries 210"],
        id="foster-carers",
    ),
    pytest.param(
        "There were 150 foster carers in May. Since then 21 had left.",
        ["foster.carers 150", "foster.deregistered 21"],
        id="carers-who-left",
    ),
    pytest.param(
        "Nine connected households were approved.",
        ["foster.approved 9 care_type=connected"],
        id="connected-households",
    ),
    pytest.param(
        "The youth justice service worked with 96 children in May. 14 were looked after.",
        ["yjs.caseload 96", "yjs.caseload 14 looked_after=yes"],
        id="in-youth-justice-and-in-care",
    ),
    pytest.param(
        "There were 251 children in our care, not counting unaccompanied children.",
        ["cla.count 251 status=non_uasc"],
        id="those-not-counted",
    ),
]


@pytest.mark.parametrize("text, said", SUBJECTS)
def test_words_of_several_subjects_are_of_the_one_spoken_of(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
