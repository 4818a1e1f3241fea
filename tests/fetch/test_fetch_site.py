"""From a council's site to a folder of papers: everything that is due comes once, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from council_site import Council, Doc, pdf
from listening import Fetch
from wexcombe import ALL, ITEMS_MINUTES, PACK, PERMANENCE, PRINTED, SCORECARD, YEAR, papers, sample

from boardmine.errors import BadManifest, FolderInUse, NoSuchCommittee
from boardmine.fetch.manifest import State, load
from boardmine.fetch.model import Kind
from boardmine.fetch.places import HIDDEN


def test_a_year_comes_with_nothing_that_is_not_for_everybody(council: Council, fetch: Fetch, folder: Path) -> None:
    counts, _ = fetch(*ALL, **YEAR)
    names = papers(folder)
    assert names[:4] == [SCORECARD, PRINTED, PACK, PERMANENCE]
    assert len(names) == 5 and names[4].startswith(ITEMS_MINUTES)
    assert sorted(council.got()) == ["b771", "g2412", "g2412", "s40001", "s41800"]
    assert (counts.new, counts.aside, counts.failed, counts.withheld, counts.unread) == (5, 1, 0, 3, 1)
    assert (counts.meetings, counts.called_off) == (5, 1)
    assert (folder / "corporate-parenting-panel" / PACK).read_bytes() == sample("2023-10-10-agenda-pack.pdf")
    assert (folder / "corporate-parenting-panel" / PERMANENCE).read_bytes() == sample(
        "2024-01-16-permanence-report.docx"
    )


def test_a_second_run_fetches_nothing(council: Council, fetch: Fetch, folder: Path) -> None:
    fetch(*ALL, **YEAR)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if HIDDEN not in path.parts}
    council.forget()
    counts, heard = fetch(*ALL, **YEAR)
    assert (council.got(), heard.events) == ([], [])
    assert (counts.new, counts.changed, counts.aside, counts.failed) == (0, 0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if HIDDEN not in path.parts} == before


def test_meetings_that_are_settled_are_not_asked_about_again(council: Council, fetch: Fetch) -> None:
    later = date(2024, 12, 1)
    fetch(*ALL, today=later, **YEAR)
    council.forget()
    counts, _ = fetch(*ALL, today=later, **YEAR)
    # July and January wait for their minutes.
    assert counts.settled == 3
    assert not [path for _, path in council.log if "2412" in path or "2417" in path]
    council.sitting("2412").status = "Minutes republished"  # type: ignore[union-attr]
    assert fetch(*ALL, today=later, **YEAR)[0].settled == 2


def test_sidecars_say_what_the_files_do_not(fetch: Fetch, council: Council, folder: Path) -> None:
    fetch(*ALL, **YEAR)
    said = json.loads((folder / "corporate-parenting-panel" / f"{SCORECARD}.meta.json").read_text("utf-8"))
    assert said == {
        "council": "Wexcombe Borough Council",
        "body": "Corporate Parenting Panel",
        "title": "Children's Services & Education: scorecard",
        "date": "2023-07-11",
        "url": f"{council.address}/documents/s40001/Scorecard%20Q1.md",
        "published": "2023-07-03",
        "committee_id": "138",
        "meeting_id": "2411",
    }


def test_a_pack_that_has_grown_is_fetched_again_and_the_earlier_kept(
    council: Council, fetch: Fetch, folder: Path
) -> None:
    today = date(2023, 10, 12)
    fetch(today=today, **YEAR)
    pack = council.meetings[2].docs[1]
    pack.content += b"\n% a late addendum\n%%EOF\n"
    council.forget()
    counts, heard = fetch(today=today, **YEAR)
    assert heard.told() == [("changed", PACK)]
    assert (council.got(), counts.changed) == (["g2412"], 1)
    assert (folder / "corporate-parenting-panel" / PACK).read_bytes() == pack.content
    [file] = [file for file in load(folder).files.values() if file.path.endswith(PACK)]
    assert (folder / file.earlier[0].path).read_bytes() == sample("2023-10-10-agenda-pack.pdf")
    assert papers(folder).count(PACK) == 1
    council.forget()
    assert fetch(today=today, **YEAR)[0].changed == 0 and council.got() == []


def test_a_change_of_the_same_size_is_seen_by_its_date(council: Council, fetch: Fetch) -> None:
    pack = council.meetings[2].docs[1]
    pack.modified = "Mon, 02 Oct 2023 09:00:00 GMT"
    fetch(today=date(2023, 10, 12), **YEAR)
    pack.modified, pack.content = "Tue, 03 Oct 2023 09:00:00 GMT", pack.content[:-1] + b" "
    assert fetch(today=date(2023, 10, 12), **YEAR)[0].changed == 1


def test_where_a_server_says_nothing_of_a_file_it_is_read_and_compared(council: Council, fetch: Fetch) -> None:
    council.lengths = council.heads = False
    first, _ = fetch(today=date(2023, 10, 12), **YEAR)
    again, heard = fetch(today=date(2023, 10, 12), **YEAR)
    assert (first.failed, again.new, again.changed, again.failed, heard.events) == (0, 0, 0, 0, [])


def test_a_servers_refusal_of_head_is_no_change(council: Council, fetch: Fetch) -> None:
    council.heads = False
    fetch(today=date(2023, 10, 12), **YEAR)
    assert fetch(today=date(2023, 10, 12), **YEAR)[1].events == []


def test_old_packs_are_not_asked_about(council: Council, fetch: Fetch) -> None:
    fetch(today=date(2024, 5, 1), **YEAR)
    council.forget()
    fetch(today=date(2024, 5, 1), **YEAR)
    assert [path for method, path in council.log if method == "HEAD"] == []


def test_a_file_published_anew_is_asked_about_however_old(council: Council, fetch: Fetch) -> None:
    later = date(2024, 9, 1)
    fetch(Kind.ITEMS, today=later, **YEAR)
    doc = council.meetings[4].items[0].docs[0]
    doc.content += b"more"
    assert fetch(Kind.ITEMS, today=later, **YEAR)[1].events == []
    doc.published = "01/08/2024"
    assert fetch(Kind.ITEMS, today=later, **YEAR)[1].told() == [("changed", PERMANENCE)]
    assert fetch(Kind.ITEMS, today=later, **YEAR)[1].events == []


def test_a_file_that_was_lost_or_spoilt_comes_again(fetch: Fetch, folder: Path) -> None:
    fetch(**YEAR)
    pack, printed = (folder / "corporate-parenting-panel" / name for name in (PACK, PRINTED))
    pack.unlink()
    printed.write_bytes(b"%PDF-")
    _, heard = fetch(**YEAR)
    assert {name for _, name in heard.told()} == {PACK, PRINTED}
    assert pack.exists() and len(printed.read_bytes()) > 100


def test_printed_minutes_take_the_place_of_those_of_the_items(council: Council, fetch: Fetch, folder: Path) -> None:
    fetch(Kind.MINUTES, **YEAR)
    assert [name for name in papers(folder) if name.startswith(ITEMS_MINUTES)]
    council.meetings[5].docs.append(Doc("g2417", "Printed minutes", pdf("April"), type="1"))
    _, heard = fetch(Kind.MINUTES, **YEAR)
    assert heard.told() == [("new", "2024-04-16-printed-minutes-g2417.pdf")]
    assert not [name for name in papers(folder) if name.startswith(ITEMS_MINUTES)]
    assert State.REPLACED in {file.state for file in load(folder).files.values()}
    assert fetch(Kind.MINUTES, **YEAR)[1].events == []


def test_minutes_of_the_items_are_a_page_that_does_nothing(council: Council, fetch: Fetch, folder: Path) -> None:
    item = council.meetings[5].items[0]
    item.minutes += (
        "<script>alert(1)</script><p onclick='x()'><a href='javascript:x()'>Ninety</a><img src='//evil'></p>"
    )
    fetch(Kind.MINUTES, **YEAR)
    [page] = folder.rglob(f"{ITEMS_MINUTES}*.html")
    text = page.read_text("utf-8")
    assert "Ninety" in text and "388 children" in text
    assert not [word for word in ("<script", "onclick", "javascript:", "<img", "evil", "<a ") if word in text]
    assert "<title>Minutes: Corporate Parenting Panel - Tuesday, 16th April, 2024 | Wexcombe Borough Council" in text


def test_the_same_file_under_two_addresses_is_kept_once(council: Council, fetch: Fetch, folder: Path) -> None:
    first = council.meetings[4].items[0].docs[0]
    council.meetings[4].items[0].docs.append(Doc("s41801", "The same", first.content, "Same.docx"))
    fetch(Kind.ITEMS, **YEAR)
    assert [name for name in papers(folder) if name.startswith("2024-01")] == [PERMANENCE]
    council.forget()
    fetch(Kind.ITEMS, **YEAR)
    assert council.got() == []


def test_a_file_that_says_it_is_not_for_publication_is_set_aside(fetch: Fetch, council: Council, folder: Path) -> None:
    _, heard = fetch(Kind.PACKS, **YEAR)
    [aside] = [event for event in heard.events if event.happened.value == "set aside"]
    assert aside.reason.startswith("its first pages say: NOT FOR PUBLICATION")
    assert aside.path is not None and aside.path.is_relative_to(folder / HIDDEN / "set-aside")
    council.forget()
    assert fetch(Kind.PACKS, **YEAR)[1].events == [] and council.got() == []


def test_a_paper_that_turns_out_to_be_exempt_is_taken_away(council: Council, fetch: Fetch, folder: Path) -> None:
    today = date(2023, 10, 12)
    fetch(today=today, **YEAR)
    council.meetings[2].docs[1].content = pdf("EXEMPT REPORT", "Names of children")
    _, heard = fetch(today=today, **YEAR)
    assert heard.told()[0][0] == "set aside"
    assert PACK not in papers(folder) and not list((folder / "corporate-parenting-panel").glob(f"{PACK}*"))


def test_a_dry_run_says_what_would_come_and_writes_nothing(council: Council, fetch: Fetch, folder: Path) -> None:
    counts, heard = fetch(*ALL, dry_run=True, **YEAR)
    assert not folder.exists() and council.got() == []
    assert ("new", PACK) in heard.told() and counts.new == 6


def test_the_web_page_itself_can_be_kept(council: Council, fetch: Fetch, folder: Path) -> None:
    _, heard = fetch(Kind.PAGES, **YEAR)
    assert sorted(name for _, name in heard.told())[-1].startswith("2024-04-16-web-page-")
    council.forget()
    assert fetch(Kind.PAGES, **YEAR)[1].events == []


@pytest.mark.parametrize(
    "name, found",
    [
        ("corporate parenting panel", ["138"]),
        ("children’s services and education scrutiny", ["139"]),
        ("142", ["142"]),
        ("education", ["139"]),
        ("Corporate Parenting Board", ["140"]),
    ],
)
def test_a_committee_is_known_by_its_title_or_number(
    fetch: Fetch, council: Council, name: str, found: list[str]
) -> None:
    fetch(committee=name, dry_run=True)
    asked = {path.split("lCommitteeId=")[1].split("&")[0] for _, path in council.log if "lCommitteeId=" in path}
    assert asked == set(found)


@pytest.mark.parametrize(
    "name, said",
    [
        ("Corporate Parentling Panel", "alike are Corporate Parenting Panel"),
        ("corporate parenting", "may be Corporate Parenting Board, Corporate Parenting Panel"),
        ("A committee that was deleted", "there is no committee"),
        ("", "there is no committee"),
    ],
)
def test_a_committee_that_is_not_there(fetch: Fetch, name: str, said: str) -> None:
    with pytest.raises(NoSuchCommittee, match=said):
        fetch(committee=name)


def test_one_fetch_at_a_time_works_in_a_folder(fetch: Fetch, folder: Path) -> None:
    (folder / HIDDEN).mkdir(parents=True)
    (folder / HIDDEN / "at-work").write_text("1\n")
    with pytest.raises(FolderInUse, match="process 1"):
        fetch()
    (folder / HIDDEN / "at-work").write_text("999999999\n")
    assert fetch()[0].failed == 0


def test_a_damaged_manifest_is_named(fetch: Fetch, folder: Path) -> None:
    (folder / HIDDEN).mkdir(parents=True)
    (folder / HIDDEN / "manifest.json").write_text('{"files": 1}')
    with pytest.raises(BadManifest, match="is damaged"):
        fetch()
