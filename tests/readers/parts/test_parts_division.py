"""Where the documents of a pack begin, and what holds for every division."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import PORTRAIT, SLIDE, paged, parts_of_text

from boardmine.document import Facts, PartKind
from boardmine.readers.parts import find_parts

PACK = """\
# WEXCOMBE BOROUGH COUNCIL

# CORPORATE PARENTING BOARD

**AGENDA**

Date: Tuesday 12th November, 2024

1. Apologies for absence

2. Minutes of the previous meeting

3. Placement report

CORPORATE PARENTING BOARD

A meeting of the Corporate Parenting Board was held on Tuesday 10 September 2024.

PRESENT: Councillors J Archer (Chair) and B Thorne

24/5 APOLOGIES FOR ABSENCE

None were received.

24/6 PERFORMANCE OF THE SERVICE

There were 212 children looked after.

This page is intentionally left blank

Sufficiency of Placements Report

Report to: Corporate Parenting Board

Date: October 2024

There were 208 children looked after.

Briefing paper for the Corporate Parenting Board 12th November 2024

The Harbour Project

Fourteen young people took part.
"""


def test_a_pack_is_divided_into_agenda_minutes_and_reports() -> None:
    parts = parts_of_text(PACK)
    assert [part.kind for part in parts] == [PartKind.AGENDA, PartKind.MINUTES, PartKind.REPORT, PartKind.REPORT]
    assert {part.council for part in parts} == {"Wexcombe Borough Council"}
    assert {part.body for part in parts} == {"Corporate Parenting Board"}
    assert [part.date for part in parts] == [
        date(2024, 11, 12),
        date(2024, 9, 10),
        date(2024, 10, 31),
        date(2024, 11, 12),
    ]
    assert [part.title for part in parts] == [
        "CORPORATE PARENTING BOARD",
        "CORPORATE PARENTING BOARD",
        "Sufficiency of Placements Report",
        "Briefing paper for the Corporate Parenting Board 12th November 2024",
    ]


def test_minutes_of_another_day_do_not_date_the_pack() -> None:
    undated = PACK.replace("Date: October 2024\n", "")
    report = parts_of_text(undated)[2]
    assert (report.date, report.date_stated) == (date(2024, 11, 12), False)


def test_a_document_without_parts_is_one() -> None:
    [part] = parts_of_text("There were 208 children looked after.\n")
    assert (part.kind, part.first, part.title, part.council, part.date) == (PartKind.REPORT, 0, None, None, None)


def test_what_the_file_says_wins_over_its_sidecar() -> None:
    facts = Facts(council="Nether Shire", body="Cabinet", title="Other", date=date(2001, 1, 1))
    parts = parts_of_text(PACK, facts)
    assert {part.council for part in parts} == {"Wexcombe Borough Council"}
    assert parts[0].date == date(2024, 11, 12)
    assert parts[0].body == "Corporate Parenting Board"


def test_what_the_file_does_not_say_is_its_sidecar_s() -> None:
    facts = Facts(council="Nether Shire", body="Cabinet", title="Minutes of the Cabinet", date=date(2001, 1, 1))
    [part] = parts_of_text("There were 208 children looked after.\n", facts)
    assert (part.council, part.body, part.title) == ("Nether Shire", "Cabinet", "Minutes of the Cabinet")
    assert (part.date, part.date_stated, part.kind) == (date(2001, 1, 1), False, PartKind.MINUTES)


def test_a_stamp_begins_an_item_and_numbers_it() -> None:
    document = paged(
        ["# CABINET", "# AGENDA", "- Apologies", "- Budget"],
        ["~ Agenda Item 4", "# Fostering Strategy", "Text of it.", "More of it."],
    )
    parts = find_parts(document)
    assert [(part.title, part.item, part.pages) for part in parts][1:] == [("Fostering Strategy", "4", (2, 2))]


def test_an_appendix_that_every_page_names_is_one() -> None:
    head = "Appendix C"
    pages = [[head, "# Use of Reserves", "Text.", "Text."], *([head, "Text.", "Text.", "Text."] for _ in range(3))]
    parts = find_parts(paged(["# Treasury Report", "Date: 3 May 2024", "Text.", "Text."], *pages))
    assert [(part.kind, part.title, part.pages) for part in parts] == [
        (PartKind.REPORT, "Treasury Report", (1, 1)),
        (PartKind.APPENDIX, "Use of Reserves", (2, 5)),
    ]


def test_appendices_are_dated_by_their_report_and_not_by_each_other() -> None:
    document = paged(
        ["# Needs Assessment Report", "Date: 3 May 2024", "Text.", "Text."],
        ["Appendix 1 - Survey of September 2019", "Text.", "Text.", "Text."],
        ["Appendix 2 - Questions asked", "Text.", "Text.", "Text."],
    )
    parts = find_parts(document)
    assert [part.date for part in parts] == [date(2024, 5, 3), date(2019, 9, 30), date(2024, 5, 3)]
    assert [part.date_stated for part in parts] == [True, True, False]


def test_slides_within_a_pack_are_a_part() -> None:
    slide = ["# Work with care leavers", "Text.", "Text."]
    first = ["# HARBOUR", "Annual update presentation to the Corporate Parenting Board 12th November 2024", "Text."]
    document = paged(
        ["# Sufficiency Report", "Text.", "Text.", "Text."],
        first,
        slide,
        slide,
        shapes=[PORTRAIT, SLIDE, SLIDE, SLIDE],
    )
    parts = find_parts(document)
    assert [(part.kind, part.pages) for part in parts] == [(PartKind.REPORT, (1, 1)), (PartKind.SLIDES, (2, 4))]
    assert parts[1].title == "Annual update presentation to the Corporate Parenting Board 12th November 2024"
    assert parts[1].date == date(2024, 11, 12)


def test_a_letter_begins_at_its_address_and_its_title_follows_the_salutation() -> None:
    address = ["Mill House", "4 Quay Street", "Wexcombe WX1 2AB", "T 0300 555 0000", "enquiries@inspect.example"]
    document = paged(
        ["# Report of the Director", "Text.", "Text.", "Text."],
        [*address, "15 July 2024", "Jo Rowe", "Director of Services", "Council Offices", "Dear Ms Rowe", "# Visit"],
        ["# Focused visit to Wexcombe", "Text.", "Text."],
    )
    parts = find_parts(document)
    assert [(part.title, part.date, part.first) for part in parts][1:] == [
        ("Focused visit to Wexcombe", date(2024, 7, 15), 4)
    ]


@pytest.mark.parametrize("number", ["24/6 PERFORMANCE OF THE SERVICE", "21/110 ANY OTHER ITEMS"])
def test_the_number_of_a_minute_begins_it(number: str) -> None:
    from boardmine.readers.source import Source
    from boardmine.readers.text import read

    text = f"The Board noted the report.\n\n{number}\n\nThere were 212 children.\n"
    blocks = read(Source("m.md", "m", text.encode())).blocks
    assert [(block.kind.value, block.text) for block in blocks][1] == ("heading", number)


LINES = st.sampled_from(
    [
        "This page is intentionally left blank",
        "Agenda Item 3",
        "Appendix 2 - Changes",
        "CABINET",
        "# AGENDA",
        "Minutes of the meeting of the Cabinet held on 3 May 2024",
        "Report to: Cabinet",
        "Date: 3 May 2024",
        "Dear Ms Rowe",
        "~ Page 7",
        "- There were 12 children.",
        "Text of a paragraph that goes on.",
        "",
    ]
)


@given(
    st.lists(st.lists(LINES, max_size=8), max_size=6),
    st.lists(st.sampled_from([PORTRAIT, SLIDE]), min_size=6, max_size=6),
)
def test_every_block_is_in_one_part(pages: list[list[str]], shapes: list[tuple[float, float]]) -> None:
    document = paged(*pages, shapes=shapes)
    parts = find_parts(document)
    assert [part.first for part in parts] == [0, *(part.last for part in parts[:-1])]
    assert parts[-1].last == len(document.blocks)
    for part in parts:
        assert part.pages is None or part.pages[0] <= part.pages[1]
        assert not part.date_stated or part.date is not None
