"""Items of a list take what they do not say themselves from the words that govern the list, and only from these."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

LISTS = [
    pytest.param(
        "At the end of September 2024 there were 498 children looked after, compared with 512 at the end of "
        "June 2024. Of these:\n"
        "\n"
        "- 271 (54%) were boys\n"
        "- 61 (12%) were unaccompanied asylum seeking children\n"
        "- 88 lived with connected carers\n"
        "- 41 were placed with their parents\n",
        [
            "cla.count 498",
            "cla.count 512",
            "cla.count 271 gender=male",
            "cla.count 54 percent gender=male",
            "uasc.count 61",
            "uasc.count 12 percent",
            "connected_care.count 88",
            "placed_with_parents.count 41",
        ],
        id="of-these-children",
    ),
    pytest.param(
        "In the last 12 months:\n"
        "\n"
        "- 24 children were adopted\n"
        "- 19 children left care through a special guardianship order\n"
        "- 163 children ceased to be looked after\n",
        ["adoption.orders 24", "sgo.granted 19", "cla.ceased 163"],
        id="in-the-last-year",
    ),
    pytest.param(
        "## Children on child protection plans\n\n- Neglect: 54%\n- Emotional abuse: 38%\n- Physical abuse: 6%\n",
        [
            "cp.count 54 percent category=neglect",
            "cp.count 38 percent category=emotional_abuse",
            "cp.count 6 percent category=physical_abuse",
        ],
        id="under-a-heading",
    ),
    pytest.param(
        "Fostering at a glance:\n\n- Fostering households: 143\n- Approved places: 210\n- Vacant places: 31\n",
        ["foster.carers 143", "foster.places 210", "foster.vacant 31"],
        id="label-items",
    ),
    pytest.param(
        "The Board noted that:\n"
        "\n"
        "1. 96% of PEPs were up to date\n"
        "2. no looked after child had been permanently excluded\n"
        "3. 41 looked after children had been suspended\n",
        ["cla.pep 96 percent", "cla.permanently_excluded 0", "cla.suspended 41"],
        id="numbered",
    ),
    pytest.param(
        "Of our 173 care leavers:\n"
        "\n"
        "- 101 are in education, employment or training\n"
        "- 23 are at university\n"
        "- 7 are in apprenticeships\n"
        "- 31 are staying put\n",
        [
            "care_leavers.count 173",
            "care_leavers.eet 101",
            "care_leavers.university 23",
            "care_leavers.apprenticeship 7",
            "care_leavers.staying_put 31",
        ],
        id="care-leavers",
    ),
    pytest.param(
        "Performance at the end of the quarter:\n"
        "\n"
        "- 93% of child in care reviews were on time\n"
        "- 96% of children on a child protection plan were visited within timescale\n"
        "- 87% of initial health assessments were completed within 20 working days\n",
        ["review.timely 93 percent", "visit.timely 96 percent cohort=cp", "cla.iha_timely 87 percent"],
        id="performance",
    ),
    pytest.param(
        "The legal status of our children looked after:\n"
        "\n"
        "- Full care order: 309\n"
        "- Interim care order: 104\n"
        "- Section 20: 55\n",
        [
            "cla.count 309 legal_status=full_care_order",
            "cla.count 104 legal_status=interim_care_order",
            "cla.count 55 legal_status=section_20",
        ],
        id="legal-status",
    ),
    pytest.param(
        "Care leavers by activity\n"
        "\n"
        "In education, employment or training: 101\n"
        "\n"
        "Not in education, employment or training: 72\n",
        ["care_leavers.eet 101", "care_leavers.neet 72"],
        id="entries-under-a-line",
    ),
    pytest.param(
        "- Children looked after: 498\n  - Boys: 271\n  - Girls: 227\n- Children in need: 1,310\n",
        ["cla.count 498", "cla.count 271 gender=male", "cla.count 227 gender=female", "cin.count 1310"],
        id="nested",
    ),
]


@pytest.mark.parametrize("text, said", LISTS)
def test_lists_take_what_governs_them(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


LIST_SCOPES = [
    pytest.param(
        "Of the 498 children looked after:\n"
        "\n"
        "- 61 are unaccompanied asylum seeking children\n"
        "- the team recruited six new members of staff\n",
        ["cla.count 498", "uasc.count 61"],
        id="an-item-of-another-subject",
    ),
    pytest.param(
        "## Children looked after\n\n- Boys: 271\n- Girls: 227\n\n## Youth justice\n\n- First time entrants: 31\n",
        ["cla.count 271 gender=male", "cla.count 227 gender=female", "yjs.first_time_entrants 31"],
        id="next-heading",
    ),
    pytest.param(
        "2.1 Children looked after:\n\n(i) 163 are with in-house foster carers;\n(ii) 61 are placed with parents.\n\n"
        "2.2 There were 62 agency social workers in post.",
        [
            "fostered.count 163 sector=in_house",
            "placed_with_parents.count 61",
            "workforce.social_workers 62 contract=agency",
        ],
        id="items-with-semicolons-open-no-list",
    ),
]


@pytest.mark.parametrize("text, said", LIST_SCOPES)
def test_list_scopes_end_with_the_list(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said


LIST_PERIODS = [
    pytest.param(
        "In the last 12 months:\n\n- 24 children were adopted\n- 163 children ceased to be looked after\n",
        ["adoption.orders 24 2023-11-13..2024-11-12", "cla.ceased 163 2023-11-13..2024-11-12"],
        id="period-of-the-intro",
    ),
    pytest.param(
        "At 30 September 2024:\n\n- 498 children were looked after\n- 243 children were on a child protection plan\n",
        ["cla.count 498 2024-09-30", "cp.count 243 2024-09-30"],
        id="moment-of-the-intro",
    ),
    pytest.param(
        "In 2023/24:\n\n- 24 children were adopted\n- nine children were placed for adoption in May 2024\n",
        ["adoption.orders 24 2023-04-01..2024-03-31", "adoption.placed 9 2024-05-01..2024-05-31"],
        id="own-period-wins",
    ),
    pytest.param(
        "## Children looked after in 2022/23\n"
        "\n"
        "- Children who started to be looked after: 204\n"
        "- Children who ceased to be looked after: 188\n",
        ["cla.started 204 2022-04-01..2023-03-31", "cla.ceased 188 2022-04-01..2023-03-31"],
        id="year-in-the-heading",
    ),
]


@pytest.mark.parametrize("text, said", LIST_PERIODS)
def test_list_periods_come_from_the_intro(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


def test_under_those_who_review_reviews_are_of_children_in_care(read: Read) -> None:
    items = "- 1,688 reviews were held\n- 240 children took part in their review\n"
    assert read(f"## The IRO service\n\n{items}") == ["review.count 1688"]
