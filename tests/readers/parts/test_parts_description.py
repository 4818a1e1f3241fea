"""What a part says of itself: kind, title, body, author, item, date; and the names and dates that it says it in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import paged, parts_of_text

from boardmine.document import PartKind
from boardmine.readers.parts import find_parts
from boardmine.readers.parts.dates import (
    any_day,
    covered_until,
    inspection_end,
    leading_date,
    lone_date,
    meeting_date,
    title_date,
)
from boardmine.readers.parts.facts import Label, facts_of, split_facts
from boardmine.readers.parts.names import body_addressed, body_named, body_stated, body_to, council_of, place_of_mail
from boardmine.readers.parts.signs import is_appendix, is_blank_page, is_contact, is_minutes_opening, stamped_item

COVER = """\
| Report to: | Cabinet |
| --- | --- |
| Date of meeting: | 14 January 2025 |
| Subject: | Homes for care leavers |
| Report author: | Priya Nand, Head of Service, tel 01632 960001 |

There were 12 homes.
"""
LETTERED = """\
**From:** R Quill, Leader of the Council

**To:** County Council – 9th January 2025

**Subject:** Fostering offer

**Classification:** Unrestricted

Summary of the matter.
"""
UNLABELLED = """\
# Budget Monitoring Report

To Cabinet – 30 January 2025

The forecast is balanced; write to money@wexcombe.gov.uk about Wexcombe.
"""
INSPECTED = """\
# Wexcombe Borough Council

### Inspection of services for children in need of help and protection

and

Review of the effectiveness of the Safeguarding Children Board

#### Report published: 5 August 2016
"""
NAMED_INSPECTION = (
    "# Inspection of Wexcombe local authority children's services\n\nInspection dates: 4 to 15 March 2024\n"
)


@pytest.mark.parametrize(
    "text, title, body, day, author, council",
    [
        (COVER, "Homes for care leavers", "Cabinet", date(2025, 1, 14), "Priya Nand, Head of Service", None),
        (LETTERED, "Fostering offer", "County Council", date(2025, 1, 9), "R Quill, Leader of the Council", None),
        (UNLABELLED, "Budget Monitoring Report", "Cabinet", date(2025, 1, 30), None, "Wexcombe"),
        (
            INSPECTED,
            "Inspection of services for children in need of help and protection",
            None,
            date(2016, 8, 5),
            None,
            "Wexcombe Borough Council",
        ),
        (
            NAMED_INSPECTION,
            "Inspection of Wexcombe local authority children's services",
            None,
            date(2024, 3, 15),
            None,
            "Wexcombe",
        ),
    ],
    ids=["cover", "labels", "no labels", "inspection", "named inspection"],
)
def test_a_report_says_what_it_is(
    text: str, title: str, body: str | None, day: date, author: str | None, council: str | None
) -> None:
    [part] = parts_of_text(text)
    assert part.kind is PartKind.REPORT
    assert (part.title, part.body, part.date, part.author, part.council) == (title, body, day, author, council)


@pytest.mark.parametrize(
    "line",
    [
        "CABINET",
        "Wexcombe Borough Council",
        "12 November 2024",
        "Councillor J Archer",
        "Executive Member for Children",
        "Introduction",
        "There were 12 homes.",
        "jo.rowe@wexcombe.example",
        "4 Quay Street",
        "Agenda Item 4",
        "Appendix 2",
        "Looked after 212, ceased 31",
        "Rate 65.4 and count",
        "and of the children",
    ],
)
def test_what_is_no_title_is_passed_over(line: str) -> None:
    [part] = find_parts(paged([f"# {line}", "# Housing Offer for Care Leavers", "Text."]))
    assert part.title == "Housing Offer for Care Leavers"


@pytest.mark.parametrize(
    "line, body",
    [
        ("CORPORATE PARENTING BOARD", "Corporate Parenting Board"),
        ("Corporate Parenting Board - Tuesday 14th September, 2021 2.00 pm", "Corporate Parenting Board"),
        ("Wexcombe Borough Council Cabinet", "Cabinet"),
        ("Wexcombe Borough Council Scrutiny Panel", "Scrutiny Panel"),
        ("Briefing Paper for the Corporate Parenting Board 30th November 2021 Harbour Youth Service", None),
        ("Briefing Paper for the Corporate Parenting Board", None),
        ("The Board met in the hall", None),
    ],
)
def test_a_line_that_is_the_name_of_a_body(line: str, body: str | None) -> None:
    assert body_named(line) == body


@pytest.mark.parametrize(
    "line, body",
    [
        ("A meeting of the Corporate Parenting Board was held on 3 May 2024", "Corporate Parenting Board"),
        ("Briefing paper for the Corporate Parenting Board 3 May 2024", "Corporate Parenting Board"),
        ("EXECUTIVE MEMBER REPORT TO COUNCIL 3RD MAY 2024", "Council"),
        ("A report to Council tax payers", None),
        ("The Board was told", None),
    ],
)
def test_the_body_that_is_addressed(line: str, body: str | None) -> None:
    assert body_addressed(line) == body


def test_the_body_of_a_field() -> None:
    assert body_stated("County Council – 9th January 2025") == "County Council"
    assert body_stated("the Cabinet") == "Cabinet"
    assert body_stated("Cabinet Member for Homes") is None
    assert body_to("To Cabinet – 30 January 2025") == "Cabinet"
    assert body_to("To Cabinet") is None
    assert body_to("To be noted – 30 January 2025") is None


def test_the_council_is_the_one_named_most_and_its_place_that_of_its_addresses() -> None:
    assert (
        council_of([("Wexcombe Borough Council", True), ("Nether Shire Council", False)]) == "Wexcombe Borough Council"
    )
    assert council_of([("as Nether Shire Council does", False)]) is None
    assert council_of([("The Borough Council and the Youth Council met", True)]) is None
    assert place_of_mail("Homes in Wexcombe: ask jo@wexcombe.gov.uk") == "Wexcombe"
    assert place_of_mail("Homes in NETHER SHIRE: www.nether-shire.gov.uk") == "Nether Shire"
    assert place_of_mail("Ask jo@inspectors.gov.uk") is None
    assert place_of_mail("Ask jo@wexcombe.example in Wexcombe") is None


@pytest.mark.parametrize(
    "read, text, day",
    [
        (leading_date, "14 January 2025 at 2pm", date(2025, 1, 14)),
        (leading_date, "October 2024", date(2024, 10, 31)),
        (leading_date, "2024", date(2024, 12, 31)),
        (leading_date, "2024/25", None),
        (leading_date, "31 February 2024", None),
        (leading_date, "05/06/2024", date(2024, 6, 5)),
        (leading_date, "2024-06-05", date(2024, 6, 5)),
        (lone_date, "Tuesday, 14th January, 2025 2.00 pm", date(2025, 1, 14)),
        (lone_date, "There were 3 on 14 January 2025", None),
        (any_day, "Cabinet - 30 January 2025", date(2025, 1, 30)),
        (any_day, "Minutes of the previous meeting, 3 May 2024", None),
        (meeting_date, "was held on Tuesday 19 October 2021", date(2021, 10, 19)),
        (meeting_date, "the next meeting is held on 19 October 2021", None),
        (title_date, "Highlight report January 2022", date(2022, 1, 31)),
        (title_date, "January 2022 in numbers", None),
        (title_date, "We have approved 14 carers since April 2023.", None),
        (title_date, "Annual report 1 April 2022 to 31 March 2023", None),
        (covered_until, "Annual report 1 April 2022 to 31 March 2023", date(2023, 3, 31)),
        (covered_until, "Adoption: April - September 2023", date(2023, 9, 30)),
        (covered_until, "Annual report 2022/23", None),
        (inspection_end, "Inspection dates: 4 March to 20 March 2019", date(2019, 3, 20)),
        (inspection_end, "Published: 20 March 2019", None),
    ],
)
def test_the_dates_that_a_paper_states_of_itself(read, text: str, day: date | None) -> None:  # type: ignore[no-untyped-def]
    assert read(text) == day


@pytest.mark.parametrize(
    "line, before, facts",
    [
        ("Report to: Cabinet", "", [(Label.BODY, "Cabinet")]),
        ("Date: 3 May 2024 Time: 2pm", "", [(Label.DATE, "3 May 2024"), (Label.OTHER, "2pm")]),
        ("Fostering Date: 3 May 2024", "Fostering", [(Label.DATE, "3 May 2024")]),
        ("Figures reported to the Board:", "Figures reported to the Board:", []),
        ("Inspection Date: 3 May 2024", "Inspection Date: 3 May 2024", []),
        ("To note the report", "To note the report", []),
    ],
)
def test_labels_in_a_line(line: str, before: str, facts: list[tuple[Label, str]]) -> None:
    assert split_facts(line) == (before, facts)


def test_a_label_at_the_end_of_its_block_has_its_value_in_the_next() -> None:
    blocks = paged(["Report to:", "Cabinet", "Text."]).blocks
    assert [(fact.label, fact.value) for fact in facts_of(blocks)] == [(Label.BODY, "Cabinet")]


@pytest.mark.parametrize(
    "sign, fitting, others",
    [
        (
            is_appendix,
            ["Appendix 2", "APPENDIX B - CAPITAL", "Annex A: Terms"],
            ["Appendix 2 shows.", "Appendix 2 ... 14"],
        ),
        (is_contact, ["4 Quay Street", "WX1 2AB", "jo@wexcombe.example", "Tel: 01632 960001"], ["Homes for children"]),
        (stamped_item, ["Agenda Item 4", "AGENDA ITEM NO. 12a"], ["As agenda item 4 shows"]),
        (
            is_minutes_opening,
            ["A meeting of the Cabinet was held on 3 May 2024", "Minutes of the meeting of Cabinet held 3 May 2024"],
            ["Minutes of the previous meeting held on 3 May 2024", "A meeting of minds"],
        ),
    ],
)
def test_signs(sign, fitting: list[str], others: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [text for text in fitting if not sign(text)] == []
    assert [text for text in others if sign(text)] == []


def test_a_page_left_blank() -> None:
    blank, other = paged(["[This page has been intentionally left blank]", "The page is blank for a reason"]).blocks
    assert is_blank_page(blank)
    assert not is_blank_page(other)


@given(st.text(alphabet="abcDE 0123456789/.:,-–()'@\n", max_size=120))
def test_no_line_is_too_odd_to_read(text: str) -> None:
    for read in (
        leading_date,
        lone_date,
        any_day,
        meeting_date,
        title_date,
        covered_until,
        inspection_end,
        body_named,
        body_addressed,
    ):
        read(text)
    before, facts = split_facts(text)
    assert text.startswith(before)
    assert all(value in " ".join(text.split()) for _, value in facts)
