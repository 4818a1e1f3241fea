"""Sites that fail, that are half there, or that mean harm."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from council_site import Council, Doc, Sitting, pdf, serve
from listening import Fetch, Still
from wexcombe import ALL, ITEMS_MINUTES, PACK, PERMANENCE, PRINTED, YEAR, papers, sample

from boardmine.errors import AnswerRefused, FetchError, NotPublished, RobotsRefused, SiteUnreachable
from boardmine.fetch.addresses import Site
from boardmine.fetch.client import Client
from boardmine.fetch.model import Kind
from boardmine.fetch.register import Register

SERVICE = "/mgWebService.asmx"
BOMB = (
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
    b"<committees>&b;</committees>"
)
LEAKS = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><committees><committee>&x;</committee></committees>"


def test_where_the_service_is_off_the_pages_remain(council: Council, fetch: Fetch, folder: Path) -> None:
    council.service = False
    counts, heard = fetch(*ALL, **YEAR)
    assert "the web service cannot be used, so the pages are read" in heard.notes[0]
    names = papers(folder)
    assert {PACK, PRINTED, PERMANENCE} <= set(names)
    [minutes] = [name for name in names if name.startswith(ITEMS_MINUTES)]
    assert "388 children" in (folder / "corporate-parenting-panel" / minutes).read_text("utf-8")
    # The restricted paper is not linked, the exempt one is by its title.
    assert sorted(council.got()) == ["b771", "g2412", "g2412", "s40001", "s41800"]
    assert (counts.failed, counts.aside, counts.called_off) == (0, 1, 1)
    council.forget()
    assert fetch(*ALL, **YEAR)[1].events == [] and council.got() == []


def test_service_and_pages_give_the_same_papers(council: Council, fetch: Fetch, folder: Path) -> None:
    fetch(*ALL, **YEAR)
    by_service = _contents(folder)
    council.service = False
    counts, _ = fetch(*ALL, today=date(2023, 8, 1), **YEAR)
    assert (counts.new, counts.changed) == (0, 0)
    assert _contents(folder) == by_service


@pytest.mark.parametrize("linked", [True, False])
def test_earlier_years_are_found_whether_or_not_they_are_linked(council: Council, fetch: Fetch, linked: bool) -> None:
    council.service, council.year_links = False, linked
    council.meetings.append(
        Sitting("2100", "138", date(2019, 7, 2), docs=[Doc("g2100", "Reports pack", pdf("x"), type="10")])
    )
    counts, _ = fetch(Kind.PACKS, since=date(2019, 1, 1))
    assert counts.meetings == 8
    assert len([path for _, path in council.log if "ieListMeetings" in path]) <= 8


def test_minutes_that_a_page_cuts_short_are_read_on_the_items_own(council: Council, fetch: Fetch, folder: Path) -> None:
    council.service = False
    for item in council.meetings[5].items:
        item.cut_short = True
    fetch(Kind.MINUTES, **YEAR)
    [page] = folder.rglob(f"{ITEMS_MINUTES}*.html")
    text = page.read_text("utf-8")
    assert "388 children" in text and "full minutes text" not in text


@pytest.mark.parametrize(
    "answer, said",
    [
        (BOMB, "has a document type or entities"),
        (LEAKS, "has a document type or entities"),
        (b"<html>Please log in", "is not XML"),
        (b"", "names no committees"),
        (b"<committees/>", "names no committees"),
        (b"<committees>" + b"<a>" * 5_000, "is not XML"),
        (b" " * 3_000_000, "the limit is 2,000,000"),
        (403, "is not open"),
        (500, "status 500"),
        ("http://169.254.169.254/latest/meta-data", "only the named site"),
    ],
)
def test_a_service_that_answers_nonsense_is_done_without(
    council: Council, fetch: Fetch, answer: int | bytes | str, said: str
) -> None:
    council.faults[f"{SERVICE}/GetCommittees"] = answer
    counts, heard = fetch(bounds={"page_bytes": 2_000_000}, **YEAR)
    assert said in heard.notes[0]
    assert (counts.new, counts.failed) == (3, 0)


@pytest.mark.parametrize("deep", [20_000])
def test_xml_that_is_nested_without_end_does_no_harm(council: Council, fetch: Fetch, deep: int) -> None:
    council.faults[f"{SERVICE}/GetMeeting?"] = b"<meeting>" + b"<a>" * deep + b"</a>" * deep + b"</meeting>"
    assert fetch(**YEAR)[0].failed == 0


def test_a_meeting_that_the_service_does_not_know_is_read_on_its_page(council: Council, fetch: Fetch) -> None:
    council.faults[f"{SERVICE}/GetMeeting?"] = 500
    counts, heard = fetch(**YEAR)
    assert (counts.new, counts.failed) == (3, 0)
    assert all("the page is read" in note for note in heard.notes)


def test_a_file_that_breaks_off_is_gone_on_with(council: Council, fetch: Fetch, folder: Path, clock: Still) -> None:
    council.cuts["g2412"] = [10_000, 20_000]
    counts, _ = fetch(Kind.PACKS, **YEAR)
    whole = sample("2023-10-10-agenda-pack.pdf")
    assert (counts.failed, (folder / "corporate-parenting-panel" / PACK).read_bytes() == whole) == (0, True)
    assert council.got().count("g2412") == 3
    # The pauses grow.
    assert [pause for pause in clock.slept if pause > 2] == [4, 8]


def test_a_server_that_cannot_go_on_begins_anew(council: Council, fetch: Fetch, folder: Path) -> None:
    council.ranges = False
    council.cuts["g2412"] = [10_000]
    fetch(Kind.PACKS, **YEAR)
    assert (folder / "corporate-parenting-panel" / PACK).read_bytes() == sample("2023-10-10-agenda-pack.pdf")


def test_what_has_come_stays_for_the_next_run(council: Council, fetch: Fetch, folder: Path) -> None:
    council.cuts["g2412"] = [9_000] * 4
    counts, heard = fetch(Kind.PACKS, **YEAR)
    assert counts.failed == 1 and "tried 4 times" in heard.events[0].reason
    [part] = (folder / ".fetch" / "partial").glob("*.part")
    assert part.stat().st_size == 36_000
    council.forget()
    again, _ = fetch(Kind.PACKS, **YEAR)
    assert (again.failed, council.got()) == (0, ["g2412"])
    assert (folder / "corporate-parenting-panel" / PACK).read_bytes() == sample("2023-10-10-agenda-pack.pdf")
    assert not list((folder / ".fetch" / "partial").iterdir())


def test_a_file_that_changes_while_it_comes_is_not_pieced_together(
    council: Council, fetch: Fetch, folder: Path
) -> None:
    pack = council.meetings[2].docs[1]
    council.cuts["g2412"] = [9_000] * 4
    fetch(Kind.PACKS, **YEAR)
    pack.content = pdf("Another") + b" " * 50_000 + b"%%EOF\n"
    fetch(Kind.PACKS, **YEAR)
    assert (folder / "corporate-parenting-panel" / PACK).read_bytes() == pack.content


def test_a_file_whose_length_nobody_says_and_that_breaks_off(council: Council, fetch: Fetch, folder: Path) -> None:
    council.lengths = False
    whole = council.meetings[2].docs[1]
    council.meetings[2].docs = [Doc("g2412", "Public reports pack", whole.content[:30_000], "pack.pdf", "10")]
    counts, heard = fetch(Kind.PACKS, **YEAR)
    assert (counts.new, counts.failed) == (0, 1) and "broke off" in heard.events[0].reason


def test_a_site_that_is_busy_is_left_alone_for_as_long_as_it_asks(council: Council, fetch: Fetch, clock: Still) -> None:
    council.busy = 2
    assert fetch(**YEAR)[0].failed == 0
    assert [pause for pause in clock.slept if pause > 2] == [7, 8]


def test_a_site_that_stops_answering_is_left_alone(council: Council, fetch: Fetch) -> None:
    council.faults = {"/mgWebService.asmx/GetMeeting?": 503, "/ieListDocuments": 503}
    with pytest.raises(SiteUnreachable, match="has stopped answering"):
        fetch(**YEAR)


def test_one_file_that_is_missing_is_named_and_the_rest_comes(council: Council, fetch: Fetch) -> None:
    council.faults["/documents/g2412/Printed"] = 404
    counts, heard = fetch(**YEAR)
    assert (counts.new, counts.failed) == (2, 1)
    [failed] = [event for event in heard.events if event.happened.value == "failed"]
    assert failed.reason == "is not there (status 404)" and "Printed%20minutes" in failed.address


@pytest.mark.parametrize(
    "fault, said",
    [
        (b"<html>The document cannot be shown</html>", "should be a PDF and is a web page"),
        (b"gone", "should be a PDF and is something else"),
        (b"", "is empty"),
        ("http://www.example.org/pack.pdf", "only the named site is contacted"),
        ("//example.org/pack.pdf", "only the named site is contacted"),
        ("file:///etc/passwd", "only http and https are followed"),
        ("http://user:secret@127.0.0.1/", "a name or password before the host"),
        ("ieListDocuments.aspx?x=1", "is not there"),
    ],
)
def test_what_comes_in_place_of_a_file_is_refused(
    council: Council, fetch: Fetch, folder: Path, fault: bytes | str, said: str
) -> None:
    council.faults["/documents/g2412/Public"] = fault
    counts, heard = fetch(Kind.PACKS, **YEAR)
    [failed] = [event for event in heard.events if event.happened.value == "failed"]
    assert said in failed.reason and counts.failed == 1
    assert PACK not in papers(folder) if (folder / "corporate-parenting-panel").exists() else True


def test_redirects_without_end_are_not_followed(council: Council, fetch: Fetch) -> None:
    council.faults["/documents/g2412/Public"] = "/documents/g2412/Public"
    assert "redirects again and again" in fetch(Kind.PACKS, **YEAR)[1].events[0].reason


def test_redirects_within_the_site_are(council: Council, fetch: Fetch, folder: Path) -> None:
    council.faults["/documents/g2412/Public"] = "/documents/g2412/pack.pdf?T=10"
    fetch(Kind.PACKS, **YEAR)
    assert (folder / "corporate-parenting-panel" / PACK).read_bytes() == sample("2023-10-10-agenda-pack.pdf")


def test_titles_that_would_leave_the_folder_do_not(
    council: Council, fetch: Fetch, folder: Path, tmp_path: Path
) -> None:
    council.committees["138"] = "../../Corporate Parenting Panel"
    council.meetings[2].docs = [
        Doc("g2412", "../../../evil pack", pdf("1"), "../../evil.pdf", "10"),
        Doc("g2412", "Reports pack /etc/cron.d/x\x00", pdf("2"), "..%2f..%2fx.pdf", "11"),
    ]
    fetch(Kind.PACKS, **YEAR)
    outside = [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_relative_to(folder)]
    assert outside == []
    found = sorted(path.name for path in (folder / "corporate-parenting-panel").glob("*.pdf"))
    # An address that climbs is no longer that of a document.
    assert found == ["2023-10-10-reports-pack-etc-cron-d-x-g2412.pdf"]


def test_a_folder_that_is_a_link_elsewhere_is_not_written_to(
    council: Council, fetch: Fetch, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.mkdir()
    (folder / "corporate-parenting-panel").symlink_to(tmp_path / "elsewhere")
    counts, heard = fetch(Kind.PACKS, **YEAR)
    assert counts.new == 0 and "leaves the folder" in heard.events[0].reason
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_beyond_the_limit_is_refused(council: Council, fetch: Fetch) -> None:
    _, heard = fetch(Kind.PACKS, bounds={"file_bytes": 5_000}, **YEAR)
    assert "the limit is 5,000" in heard.events[0].reason
    council.lengths = False
    assert "larger than the limit" in fetch(Kind.PACKS, bounds={"file_bytes": 5_000}, **YEAR)[1].events[0].reason


def test_an_answer_that_takes_too_long_is_given_up(ask: Callable[..., Client], site: str, clock: Still) -> None:
    clock.tick = 10
    with pytest.raises(AnswerRefused, match="takes longer than 5 seconds"):
        ask(seconds=5).text(f"{site}/mgListCommittees.aspx")


@pytest.mark.parametrize(
    "robots, said",
    [
        ("User-agent: *\nDisallow: /", "robots.txt does not allow it"),
        ("User-agent: boardmine\nDisallow: /", "robots.txt does not allow it"),
        ("User-agent: *\nCrawl-delay: 86400", "asks for 86,400 seconds"),
    ],
)
def test_robots_txt_is_respected(council: Council, fetch: Fetch, robots: str, said: str) -> None:
    council.robots = robots
    with pytest.raises(RobotsRefused, match=said):
        fetch(**YEAR)
    assert {path for _, path in council.log} == {"/robots.txt"}


def test_what_robots_txt_forbids_is_done_without(council: Council, fetch: Fetch) -> None:
    council.robots = "User-agent: *\nDisallow: /mgWebService.asmx\nDisallow: /documents/b771/\n"
    counts, _ = fetch(**YEAR)
    assert (counts.new, counts.failed) == (3, 1)
    assert not [path for _, path in council.log if "mgWebService" in path or "b771" in path]


def test_a_robots_txt_that_fails_is_no_leave(council: Council, fetch: Fetch) -> None:
    council.faults["/robots.txt"] = 500
    with pytest.raises(SiteUnreachable):
        fetch(**YEAR)
    assert {path for _, path in council.log} == {"/robots.txt"}


@pytest.mark.parametrize(
    "robots, pause", [("", 2), ("User-agent: *\nCrawl-delay: 9", 9), ("User-agent: *\nRequest-rate: 1/20", 20)]
)
def test_requests_come_one_at_a_time_with_pauses(
    council: Council, fetch: Fetch, clock: Still, robots: str, pause: float
) -> None:
    council.robots = robots
    fetch(*ALL, **YEAR)
    assert council.most_at_once == 1
    # The site's wish is known after the first request.
    assert set(clock.slept[1:]) == {pause} and len(clock.slept) == len(council.log) - 1
    assert council.agents == {"boardmine/0.1.0 (reads published committee papers)"}


def test_a_site_in_a_folder(council: Council, clock: Still) -> None:
    council.folder = "/moderngov"
    with (
        serve(council) as site,
        Client(Site.parse(site + "/mgListCommittees.aspx?bcr=1"), private=True, clock=clock) as client,
    ):
        register = Register(client)
        [panel] = [committee for committee in register.committees() if committee.id == "138"]
        listing = register.listing(register.meetings(panel, date(2023, 10, 1), date(2023, 10, 31))[0], frozenset(Kind))
        assert listing.has(Kind.PACKS) and register.notes == []
        assert all("/moderngov/documents/" in paper.address for paper in listing.papers)


def test_a_server_of_ones_own_must_be_allowed(site: str, council: Council) -> None:
    with Client(Site.parse(site), clock=Still()) as client, pytest.raises(FetchError, match="is not a public address"):
        client.text(f"{site}/mgListCommittees.aspx")
    assert council.log == []


def test_what_is_not_published_is_told_from_what_fails(ask: Callable[..., Client], site: str, council: Council) -> None:
    with pytest.raises(NotPublished):
        ask().text(f"{site}/nothing.aspx")
    council.faults["/nothing"] = 418
    with pytest.raises(AnswerRefused, match="status 418"):
        ask().text(f"{site}/nothing.aspx")


def test_hostile_markup_costs_no_time(council: Council, fetch: Fetch) -> None:
    council.meetings[2].docs[1].title = "exempt " * 3_000 + "pack"
    council.meetings.append(
        Sitting("9", "138", date(2023, 9, 1), docs=[Doc("g9", "- (" * 20_000, pdf("x"), "a.pdf", "1")])
    )
    began = time.process_time()
    fetch(*ALL, **YEAR)
    assert time.process_time() - began < 20


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "corporate-parenting-panel").glob("*.[pm]d*")}
