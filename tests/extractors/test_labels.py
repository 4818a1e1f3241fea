"""A label that runs into its paragraph, or a numbered title above it, says what the short sentences under it are of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

RUN_IN = [
    pytest.param(
        "LAC reviews within timescale. 91.5%. Our statistical neighbours averaged 88%.",
        ["review.timely 91.5 percent", "review.timely 88 percent @statistical_neighbours"],
        id="a-share-and-nothing-else",
    ),
    pytest.param(
        "We have 301 children in care.\n\nStability of placements (length). 71.2% against a target of 70%.",
        [
            "cla.count 301",
            "placement.stable_2years 71.2 percent",
            "placement.stable_2years 70 percent target",
        ],
        id="the-label-comes-before-the-sentence-before",
    ),
    pytest.param("Children in care. Numbers are steady at about 306.", ["cla.count 306 (about)"], id="numbers"),
    pytest.param(
        "There were 301 children in care.\n\nStronger Families. 88 families were turned around.",
        ["cla.count 301"],
        id="a-label-that-no-metric-has",
    ),
    pytest.param(
        "There were 301 children in care.\n\nConsultation. 58 replies came in, and 12 of them were long.",
        ["cla.count 301"],
        id="replies-under-a-foreign-label",
    ),
]


@pytest.mark.parametrize("text, said", RUN_IN)
def test_a_label_governs_its_paragraph(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


PARTS = [
    pytest.param(
        "61 of our 180 care leavers (34%) live in suitable accommodation.",
        [
            "care_leavers.suitable_accommodation 61",
            "care_leavers.count 180",
            "care_leavers.suitable_accommodation 34 percent",
        ],
        id="the-share-is-of-the-part",
    ),
    pytest.param(
        "Of the 30 care leavers at university, 11 are in their first year.",
        ["care_leavers.university 30"],
        id="the-whole-has-a-property",
    ),
    pytest.param(
        "18 of the 20 care leavers in custody were visited.", ["care_leavers.count 20"], id="a-part-that-is-not-known"
    ),
    pytest.param(
        "9 of the 15 children adopted were aged under 5.",
        ["adoption.orders 9 age=under_5", "adoption.orders 15"],
        id="a-part-by-age",
    ),
]


@pytest.mark.parametrize("text, said", PARTS)
def test_a_part_is_told_from_the_name_of_its_whole(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


NOT_MEANT = [
    pytest.param("The children's homes are at 14 Mill Lane and 3 Station Road.", [], id="addresses"),
    pytest.param("All but four of the group are boys. We look after 94 UASC.", ["uasc.count 94"], id="all-but"),
    pytest.param(
        "There were 306 looked after children, not including 14 in short breaks.", ["cla.count 306"], id="not-including"
    ),
    pytest.param(
        "The average SDQ score was 14.2; 35% of children scored 17 or more.", ["cla.sdq 14.2 score"], id="threshold"
    ),
    pytest.param("We care for 40 UASC; the youngest of them is 13.", ["uasc.count 40"], id="the-youngest"),
    pytest.param(
        "There are 301 children in care. 93% said that they felt safe.", ["cla.count 301"], id="what-was-answered"
    ),
    pytest.param("There are 301 children in care. 27 members came to the visit.", ["cla.count 301"], id="members"),
    pytest.param(
        "We have 180 care leavers. 44 health passports were handed out.", ["care_leavers.count 180"], id="passports"
    ),
    pytest.param(
        "There are 25 foster carers. A total of 12 staff and 14 volunteers helped.", ["foster.carers 25"], id="staff"
    ),
]


@pytest.mark.parametrize("text, said", NOT_MEANT)
def test_a_number_of_something_else_is_not_joined_to_what_was_said_before(
    read: Read, text: str, said: list[str]
) -> None:
    assert read(text) == said


ANOTHER_BODY = [
    pytest.param("The LADO received 212 contacts in the year.", [], id="contacts-of-the-lado"),
    pytest.param("CAMHS accepted 41 referrals for our children in care.", [], id="referrals-to-camhs"),
    pytest.param("The MASH received 3,012 contacts in the year.", ["contact.count 3012"], id="contacts-of-the-hub"),
    pytest.param("31 age assessments were completed.", [], id="age-assessments"),
    pytest.param("180 children looked after by other authorities live in our area.", [], id="not-our-children"),
    pytest.param("Our foster carers were given a 4.5% uplift in fees.", [], id="pay"),
]


@pytest.mark.parametrize("text, said", ANOTHER_BODY)
def test_what_another_body_counts_is_left_alone(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


BEGUN_AND_ENDED = [
    pytest.param(
        "402 child protection plans were started and 377 ended.", ["cp.started 402", "cp.ceased 377"], id="both"
    ),
    pytest.param(
        "Almost 17% of the child protection plans begun in the quarter were for a second or subsequent time.",
        ["cp.repeat 17 percent (about)"],
        id="begun-but-of-a-metric-of-its-own",
    ),
    pytest.param(
        "There are 210 children on a child protection plan. Of the plans begun in May, 19% were for a second time.",
        ["cp.count 210", "cp.repeat 19 percent"],
        id="a-share-is-no-count-of-what-began",
    ),
    pytest.param(
        "There were 38 children placed with parents at the end of June compared with 47 at the end of March.",
        ["placed_with_parents.count 38", "placed_with_parents.count 47"],
        id="the-end-of-a-month",
    ),
    pytest.param(
        "Where children have had 3 child protection plans, the panel looks at the case.", [], id="three-plans-each"
    ),
]


@pytest.mark.parametrize("text, said", BEGUN_AND_ENDED)
def test_an_event_turns_a_stock_into_what_began_and_ended(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


COHORTS = [
    pytest.param(
        "Supervision was on time for 84% of children on child protection plans and for 90% of children in care.",
        ["supervision.timely 84 percent cohort=cp", "supervision.timely 90 percent cohort=cla"],
        id="each-its-own",
    ),
    pytest.param("Up-to-date child in need plans: 79%", ["plan.current 79 percent cohort=cin"], id="in-the-name"),
]


@pytest.mark.parametrize("text, said", COHORTS)
def test_whose_timeliness_is_told_at_the_number(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_people_of_18_and_over_are_care_leavers(read: Read) -> None:
    text = "Children in care and care leavers. Half of the 19 year olds are not in education, employment or training."
    assert read(text) == ["care_leavers.neet 50 percent age=19"]


AIMS = [
    pytest.param(
        "The council proposes to reduce the number of children in care to 380.", ["cla.count 380 target"], id="propose"
    ),
    pytest.param(
        "Our commitment is to have 150 fostering households by 2026.", ["foster.carers 150 target"], id="commitment"
    ),
    pytest.param("I expect the number of children in care to reach 420.", ["cla.count 420 forecast"], id="expect"),
]


@pytest.mark.parametrize("text, said", AIMS)
def test_what_is_aimed_at_or_expected_is_said_in_many_words(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


def test_an_item_of_a_list_does_not_govern_the_paragraphs_after_the_list(read: Read) -> None:
    text = (
        "5.2 There were 400 children in care. Within this:\n\n(i) 40 are in residential placements;\n"
        "(ii) 150 are in foster care;\n(iii) 50 are placed with parents.\n\n"
        "5.3 The savings programme is on track, of which 22% is amber.\n"
    )
    assert read(text) == [
        "cla.count 400",
        "residential.count 40",
        "fostered.count 150",
        "placed_with_parents.count 50",
    ]
