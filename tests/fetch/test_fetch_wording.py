"""What titles, first pages and dates of council's sites say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from council_site import pdf
from hypothesis import given
from hypothesis import strategies as st

from boardmine.fetch.first_pages import marking_here, marking_of
from boardmine.fetch.links import is_front_sheet, is_read, is_restricted, kind_of, title_of
from boardmine.fetch.markings import marking
from boardmine.fetch.minutes import inert
from boardmine.fetch.model import Committee, Kind, Meeting
from boardmine.fetch.names import file_name, folder_of, slug
from boardmine.fetch.pages import day_in
from boardmine.fetch.xml import day, unescaped

PANEL = Committee("138", "Corporate Parenting Panel")
MEETING = Meeting("1", PANEL, date(2023, 10, 10))


@pytest.mark.parametrize(
    "title, address, kind",
    [
        ("Public reports pack", "https://x/documents/g1/Public reports pack.pdf?T=10", Kind.PACKS),
        ("Agenda reports pack", "https://x/documents/g1/a.pdf?T=1", Kind.PACKS),
        ("Agenda frontsheet", "https://x/documents/g1/a.pdf?T=0", Kind.PACKS),
        ("Supplementary agenda", "https://x/documents/b1/a.pdf?T=9", Kind.PACKS),
        ("Addendum", "https://x/documents/b1/a.pdf?T=9", Kind.PACKS),
        ("To follow: budget", "https://x/documents/b1/a.pdf?T=9", Kind.PACKS),
        ("Late papers", "https://x/documents/b1/a.pdf?T=9", Kind.PACKS),
        ("Scorecard as tabled", "https://x/documents/b1/a.pdf?T=9", Kind.PACKS),
        ("Printed minutes", "https://x/documents/g1/a.pdf?T=10", Kind.MINUTES),
        ("Public minutes", "https://x/documents/g1/a.pdf", Kind.MINUTES),
        ("Draft minutes of the meeting", "https://x/documents/g1/a.pdf", Kind.MINUTES),
        ("Printed decisions", "https://x/documents/g1/a.pdf?T=2", None),
        ("Minutes of Previous Meeting", "https://x/documents/s1/a.pdf", Kind.ITEMS),
        ("Permanence report", "https://x/documents/s1/a.pdf", Kind.ITEMS),
        ("Webcast", "https://x/documents/g1/a.pdf", None),
    ],
)
def test_kinds_go_by_the_text(title: str, address: str, kind: Kind | None) -> None:
    assert kind_of(title, address) is kind


@pytest.mark.parametrize(
    "title",
    [
        "Exempt appendix 2",
        "Restricted enc 3",
        "Private reports pack",
        "Restricted minutes",
        "Confidential report",
        "Appendix 2 - Exempt",
        "Appendix B (exempt)",
        "Contract award (Part 2, confidential report)",
        "Contract award (exempt under paragraph 3)",
        "Contract award - EXEMPT",
        "EXEMPT: Contract award",
        "Contract award - not for publication",
        "Exempt",
        "Exempt information",
    ],
)
def test_titles_of_what_is_not_for_everybody(title: str) -> None:
    assert is_restricted(title)


@pytest.mark.parametrize(
    "title",
    [
        "Private Fostering Annual Report",
        "Private fostering (annual report)",
        "Appendix 2 - restricted practice in children's homes",
        "Report on exempt accommodation",
        "Confidentiality policy",
        "Appendix 2 (redacted version of exempt report)",
        "Non-exempt report",
        "Public reports pack",
        "Exclusion of the press and public",
    ],
)
def test_titles_of_what_is(title: str) -> None:
    assert not is_restricted(title)


@pytest.mark.parametrize(
    "text, title",
    [
        ("Agenda reports pack PDF 4 MB", "Agenda reports pack"),
        ("Permanence\n report PDF 1.2 MB", "Permanence report"),
        ("Scorecard DOCX 81 KB", "Scorecard"),
        ("View the report", "the report"),
        ("Ofsted 2023", "Ofsted 2023"),
    ],
)
def test_a_link_says_more_than_the_title(text: str, title: str) -> None:
    assert title_of(text) == title


def test_front_sheets_and_formats() -> None:
    assert is_front_sheet("Agenda frontsheet") and is_front_sheet("Agenda")
    assert not is_front_sheet("Agenda reports pack")
    assert is_read("https://x/a.PDF?T=1") and is_read("https://x/documents/s1")
    assert is_read("https://x/Report 3.4 final")
    assert not is_read("https://x/a.xlsx") and not is_read("https://x/a.doc")


OPEN = [
    ["Corporate Parenting Panel", "AGENDA", "1. Apologies", "8. Exclusion of the press and public", "EXEMPT ITEMS"],
    ["Agenda", "1", "2", "3", "9. Contract award", "(Not for publication)", "a", "b", "c", "d"],
    ["Report of the Director", "Exempt information: None"],
    ["Report of the Director", "Is this report exempt? No"],
    ["Report of the Director", "Appendix 2 is not for publication"],
    ["Report", "This report is not exempt."],
    ["The public were excluded as exempt information was likely to be disclosed."],
    ["Minutes", "Resolved: that the confidential report be noted."],
]
CLOSED = [
    ["NOT FOR PUBLICATION", "Report"],
    ["Wexcombe Borough Council", "Exempt - not for publication by virtue of paragraph 3 of Schedule 12A"],
    ["STRICTLY CONFIDENTIAL"],
    ["Exempt Appendix 2", "Costs"],
    ["Part 2 - Exempt Report"],
    ["Report", "Is this report exempt? Yes, paragraph 1"],
    ["Report", "Exempt / confidential: Yes"],
    ["Report", "This report is exempt from publication."],
    ["Report", "This appendix contains exempt information and is not to be copied."],
    ["a"] * 40 + ["EXEMPT"],
]


@pytest.mark.parametrize("lines", OPEN, ids=lambda lines: lines[-1])
def test_papers_that_only_speak_of_exempt_ones(lines: list[str]) -> None:
    assert marking([lines]) == ""


@pytest.mark.parametrize("lines", CLOSED, ids=lambda lines: lines[0])
def test_papers_that_are_marked(lines: list[str]) -> None:
    assert marking([lines]) and marking([["Cover"], lines])


def test_only_first_pages_count() -> None:
    assert marking([["open"]] * 3 + [["NOT FOR PUBLICATION"]]) == ""


def test_first_pages_are_looked_at_in_a_process_of_their_own(tmp_path: Path) -> None:
    marked, damaged = tmp_path / "a.part", tmp_path / "b.part"
    marked.write_bytes(pdf("NOT FOR PUBLICATION"))
    damaged.write_bytes(b"%PDF-1.4 and no more")
    assert marking_of(marked) == marking_here(marked) == "NOT FOR PUBLICATION"
    assert marking_of(damaged) == "" == marking_of(tmp_path / "nothing")


@pytest.mark.parametrize(
    "text, found",
    [
        ("16 Apr 2024 5.30 pm", date(2024, 4, 16)),
        ("Tuesday, 16th April, 2024", date(2024, 4, 16)),
        ("2nd-Sep-2019", date(2019, 9, 2)),
        ("31 Feb 2024", None),
        ("16 Foo 2024", None),
        ("", None),
    ],
)
def test_dates_on_pages(text: str, found: date | None) -> None:
    assert day_in(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("16/04/2024", date(2024, 4, 16)),
        ("3/7/2023 09:00", date(2023, 7, 3)),
        ("2023-07-03T00:00", date(2023, 7, 3)),
        ("99/99/2023", None),
    ],
)
def test_dates_of_the_service(text: str, found: date | None) -> None:
    assert day(text) == found


def test_entities_encoded_twice() -> None:
    assert unescaped("Children&amp;#39;s Services &amp;amp; Education") == "Children's Services & Education"


@pytest.mark.parametrize(
    "title, address, name",
    [
        ("Public pack 10th-Oct-2023 17.30", "https://x/documents/g12/a.pdf", "2023-10-10-public-pack-g12.pdf"),
        ("Children’s Services: Q3", "https://x/documents/s7/a.pdf", "2023-10-10-childrens-services-q3-s7.pdf"),
        ("../../etc/passwd", "https://x/documents/s7/a.pdf", "2023-10-10-etc-passwd-s7.pdf"),
        ("", "https://x/documents/s7/a.pdf", "2023-10-10-paper-s7.pdf"),
    ],
)  # fmt: skip
def test_names(title: str, address: str, name: str) -> None:
    assert file_name(MEETING, title, address, ".pdf") == name


def test_folders() -> None:
    assert folder_of(PANEL) == "corporate-parenting-panel"
    assert folder_of(Committee("7", "委員会")) == "committee-7"


@given(st.text())
def test_names_are_letters_digits_and_hyphens(title: str) -> None:
    assert set(slug(title)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and len(slug(title)) <= 60


@given(st.text())
def test_markup_is_made_inert_whatever_it_is(markup: str) -> None:
    assert "<script" not in inert(markup + "<script>x</script>")
