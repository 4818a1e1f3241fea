"""The HTML reader, on pages written for the test."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardmine.document import Block, BlockKind, Document, Facts
from boardmine.errors import EmptyFile, FileTooLarge, InputError, NoText, UnknownEncoding
from boardmine.readers.html import read
from boardmine.readers.limits import Limits
from boardmine.readers.sidecar import read_facts
from boardmine.readers.source import Source


def page(markup: str | bytes, facts: Facts | None = None, limits: Limits | None = None) -> Document:
    data = markup if isinstance(markup, bytes) else markup.encode()
    document = read(Source("page.html", "page", data, facts or Facts(), limits or Limits()))
    check_offsets(document)
    return document


def check_offsets(document: Document) -> None:
    passages = [block.passage for block in document.blocks]
    passages += [cell.passage for block in document.blocks if block.table for cell in block.table.cells]
    for passage in passages:
        if passage.text:
            start, end = passage.locate(0, len(passage.text))
            assert document.text[start:end] == passage.text


def look(block: Block) -> tuple[str, int, str, str]:
    return block.kind.value, block.level, block.marker, block.text


def looks(markup: str) -> list[tuple[str, int, str, str]]:
    return [look(block) for block in page(markup).blocks]


def texts(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks]


def tables(markup: str) -> list[list[list[str]]]:
    return [block.table.texts() for block in page(markup).blocks if block.table]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>There were <b>5</b>45 of <i>them</i>.</p>", ["There were 545 of them."]),
        ("<p>a&nbsp;b\n  c&#8203;d</p>", ["a b cd"]),
        ("<p>£5 &amp; &lt;6</p>", ["£5 & <6"]),
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>one<br>\n<br>two</p>", ["one", "two"]),
        ("<div>loose<p>para</p>tail</div>", ["loose", "para", "tail"]),
        ("<p>unclosed<p>next", ["unclosed", "next"]),
        ("<p>702<sup>1</sup> children</p>", ["702 1 children"]),
        ("<p>702<sup><a href=#n>[12]</a></sup>children</p>", ["702 [12] children"]),
        ("<p>rate<sup>a,b</sup>.</p>", ["rate a,b."]),
        ("<p>14<sup>th</sup> May, 12 km<sup>2</sup></p>", ["14th May, 12 km2"]),
        ("<p>kept<del> gone</del><ins> new</ins></p>", ["kept new"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
        ("<dl><dt>Looked after:<dd>545<dt>Leavers<dd>210<dd>of all ages<dt>Alone</dl>",
         ["Looked after: 545", "Leavers: 210", "of all ages", "Alone"]),
        ("<p>x</p><ul><li><a>Home</a><li><a>News</a><li><a>About</a></ul>", ["x", "Home", "News", "About"]),
        ("<p>text</p>tail", ["text", "tail"]),
        ("text without any tag", ["text without any tag"]),
    ],
)  # fmt: skip
def test_text(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


@pytest.mark.parametrize(
    "other",
    [
        "<script>702</script>",
        "<style>p{width:702}</style>",
        "<nav>702</nav>",
        "<menu><li>702</menu>",
        "<header>702</header>",
        "<footer><p>702</p></footer>",
        "<aside>702</aside>",
        "<form><p>702</p></form>",
        "<noscript>702</noscript>",
        "<template><p>702</p></template>",
        "<select><option>702</select>",
        "<textarea>702</textarea>",
        "<button>702</button>",
        "<svg><text>702</text></svg>",
        "<!-- 702 -->",
        "<p hidden>702</p>",
        "<p style='color:red; display : none'>702</p>",
        "<span class='x sr-only'>702</span>",
        "<div id=mgheader><ul><li>702</ul></div>",
        "<div id='footer'>702</div>",
        "<div class='breadcrumb'>702</div>",
        "<ul class=nav><li>702</ul>",
        "<div role=navigation>702</div>",
        "<a class='skip-link' href=#m>702</a>",
        "<title>702</title>",
    ],
)
def test_what_is_not_text(other: str) -> None:
    document = page(f"<html><body><p>before</p>{other}<p>after</p></body></html>")
    assert "702" not in document.text
    assert [b.text for b in document.blocks] == ["before", "after"]


@pytest.mark.parametrize(
    "markup",
    [
        "<form><input name=__VIEWSTATE><p>702</p></form>",
        "<form><main><p>702</p></main></form>",
        "<main><header>702</header></main>",
        "<article><header><h1>702 children</h1></header></article>",
        "<div id=page-header><h1>702 children</h1></div>",
        "<details><summary>More</summary>702</details>",
    ],
)
def test_what_is_text(markup: str) -> None:
    assert "702" in page(markup).text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>Title</h1>", ("heading", 1, "", "Title")),
        ("<h3><span>2.1 Title</span></h3>", ("heading", 3, "2.1", "Title")),
        ("<p><strong>Placement stability</strong></p>", ("heading", 2, "", "Placement stability")),
        ("<p><strong>There were 54 of them.</strong></p>", ("paragraph", 0, "", "There were 54 of them.")),
        ("<p>· 136 children</p>", ("list_item", 0, "•", "136 children")),
        ("<p>•&nbsp;&nbsp; 136 children</p>", ("list_item", 0, "•", "136 children")),
        ("<p>1.2 million</p>", ("paragraph", 0, "", "1.2 million")),
        ("<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='font-family:Wingdings'>Ø"
         "<span>&nbsp; </span></span>under it</p>", ("list_item", 1, "•", "under it")),
        ("<ul><li>x</ul>", ("list_item", 0, "•", "x")),
        ("<ul><li>• x</ul>", ("list_item", 0, "•", "x")),
        ("<ol start=4><li>x</ol>", ("list_item", 0, "4.", "x")),
        ("<ol type=a><li value=3>x</ol>", ("list_item", 0, "c.", "x")),
        ("<ol type=I><li value=14>x</ol>", ("list_item", 0, "XIV.", "x")),
        ("<li>x", ("list_item", 0, "•", "x")),
    ],
)  # fmt: skip
def test_block(markup: str, expected: tuple[str, int, str, str]) -> None:
    assert looks(f"<body>{markup}<p>After it.</p>")[0] == expected


def test_nested_lists() -> None:
    markup = "<p>Of these:</p><ol><li>one<ul><li>a<li><p>b</p><p>still b</p></ul><li>two</ol>"
    assert looks(markup) == [
        ("paragraph", 0, "", "Of these:"),
        ("list_item", 0, "1.", "one"),
        ("list_item", 1, "•", "a"),
        ("list_item", 1, "•", "b"),
        ("list_item", 1, "", "still b"),
        ("list_item", 0, "2.", "two"),
    ]


def test_typed_lists() -> None:
    markup = "<p>1. one</p><p>a) of one</p><p>b) of one</p><p>2. two</p><p>·</p><p>alone before</p>"
    assert [(level, marker, text) for _, level, marker, text in looks(markup)] == [
        (0, "1.", "one"),
        (1, "a)", "of one"),
        (1, "b)", "of one"),
        (0, "2.", "two"),
        (1, "•", "alone before"),
    ]


def test_table() -> None:
    document = page("""
        <table><caption>Table 1: at 31 March</caption>
        <thead><tr><th rowspan=9>Area<th colspan=2>Year<tr><th>2020<th>2021</thead>
        <tr><th scope=row>Ainsty<td>500<sup>1</sup><td>545
        <tr><td>England<td><td>4<br>5</table>""")
    caption, block = document.blocks
    assert caption.text == "Table 1: at 31 March"
    table = block.table
    assert table is not None
    assert table.texts() == [
        ["Area", "Year", ""],
        ["", "2020", "2021"],
        ["Ainsty", "500 1", "545"],
        ["England", "", "4 5"],
    ]
    assert [c.text for c in table.cells if c.is_header] == ["Area", "Year", "2020", "2021", "Ainsty"]
    assert (table.cells[0].row_span, table.cells[1].column_span) == (2, 2)
    assert all(cell is not None for row in table.grid() for cell in row)
    assert "Ainsty\t500 1\t545\nEngland\t4 5" in document.text


def test_nested_table_follows() -> None:
    markup = "<table><tr><th>a<th>b<tr><td>x<table><tr><td>in<td>9<tr><td>ner<td>8</table><td>y</table><p>after</p>"
    assert tables(markup) == [[["a", "b"], ["x", "y"]], [["in", "9"], ["ner", "8"]]]
    assert texts(markup)[-1] == "after"


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ("<table role=presentation><tr><td>a<td>b</table>", 0),
        ("<table><tr><td>one<tr><td>column</table>", 0),
        ("<table><tr><td>menu<td><h2>Title</h2><p>text</table>", 0),
        ("<table><tr><td>side<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>", 1),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", 1),
        ("<table><tr><th>one<tr><td>column</table>", 1),
        ("<table><tr><td><td></table>", 0),
    ],
)
def test_layout_and_data(markup: str, count: int) -> None:
    assert len(tables(f"<p>x</p>{markup}")) == count


def test_lists_in_cells_keep_their_lines() -> None:
    markup = "<table><tr><th>a<th>b<tr><td><ul><li>27 were ill<li>13 cared</ul><td>Head of<br>service</table>"
    assert tables(markup) == [[["a", "b"], ["27 were ill\n13 cared", "Head of service"]]]


MEETING = """<!DOCTYPE html><html><head><title>{title}</title></head><body>
<form id=aspnetForm><input name="__VIEWSTATE" type=hidden>
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Children's Board - Tuesday, 14th September, 2021 2.00 pm</h2>
<table class="mgItemTable"><caption class="mgHide">Items</caption>
<tr><th class="mgItemNumberCell">No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><a name=AI1></a><p class="mgAiTitleTxt">21/18</p></td><td>
<p class="mgAiTitleTxt"><a>Scorecard</a> PDF 64 KB</p><p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>The points were:</p><p>·&nbsp; 54 children</p><p>·&nbsp; 9 more</p>
<table><tr><td>Measure<td>Q1<tr><td>NEET<td>93</table></div></td></tr>
<tr><td><p class="mgAiTitleTxt">3a</p></td><td><p class="mgAiTitleTxt">Follow-up</p></td></tr>
<tr><td class="mgItemNumberCell">4.</td><td>Any other business<p>None.</p></td></tr>
<tr><td class="mgItemNumberCell">5.</td><td></td></tr>
</table></form></body></html>"""


def test_meeting_page() -> None:
    found = looks(MEETING.replace("{title}", ""))
    assert found == [
        ("heading", 1, "", "Agenda and minutes"),
        ("heading", 2, "", "Children's Board - Tuesday, 14th September, 2021 2.00 pm"),
        ("furniture", 0, "", "No."),
        ("furniture", 0, "", "Item"),
        ("heading", 2, "21/18", "Scorecard PDF 64 KB"),
        ("paragraph", 0, "", "Minutes:"),
        ("paragraph", 0, "", "The points were:"),
        ("list_item", 0, "•", "54 children"),
        ("list_item", 0, "•", "9 more"),
        ("table", 0, "", ""),
        ("heading", 3, "3a", "Follow-up"),
        ("heading", 2, "4.", "Any other business"),
        ("paragraph", 0, "", "None."),
        ("furniture", 0, "", "5."),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Agenda for Children's Board on Tuesday 14th September, 2021, 2.00 pm | Ainsty Council",
         ("Ainsty Council", "Children's Board", date(2021, 9, 14))),
        ("Agenda for Cabinet on Monday, 1st February, 2021, 10.00 am - Modern Council",
         (None, "Cabinet", date(2021, 2, 1))),
        ("Agenda for Cabinet on Monday 31st February, 2021", (None, None, None)),
        ("Children's Board - Friday, 1 March, 2024 10.00 am", (None, "Children's Board", date(2024, 3, 1))),
        ("Moved from 9th October 2018, Cabinet - Tuesday, 2nd October, 2018 2.00 pm",
         (None, "Cabinet", date(2018, 10, 2))),
        ("Meeting of Cabinet, Tuesday 2nd October 2018", (None, "Cabinet", date(2018, 10, 2))),
        ("Meeting: 12/01/2021 - Cabinet (Item 5)", (None, "Cabinet", date(2021, 1, 12))),
        ("Minutes of the meeting of the Youth Board held on 3 May 2022", (None, "Youth Board", date(2022, 5, 3))),
        ("Printed minutes Tuesday 14th September 2021", (None, None, None)),
        ("News of 14 September 2021 | Ainsty Council", ("Ainsty Council", None, None)),
        ("Ainsty Council | Children looked after", ("Ainsty Council", None, None)),
        ("", (None, None, None)),
    ],
)  # fmt: skip
def test_facts(title: str, expected: tuple[str | None, str | None, date | None]) -> None:
    facts = page(f"<title>{title}</title><p>Dated Tuesday 7th June, 2011.</p>").facts
    assert (facts.council, facts.body, facts.date) == expected


def test_title_and_sidecar() -> None:
    beside = Facts("Beside Council", "Beside Board", "Beside", date(2000, 1, 1), "https://beside.gov.uk")
    facts = page(MEETING.replace("{title}", "Agenda | Ainsty Council"), beside).facts
    assert facts == Facts("Ainsty Council", "Children's Board", "Agenda", date(2021, 9, 14), "https://beside.gov.uk")
    assert page("<p>x</p>", beside).facts == beside
    linked = page("<link rel=canonical href='https://x.gov.uk/p'><h1>Our title</h1>", beside).facts
    assert (linked.title, linked.url, linked.date) == ("Our title", "https://x.gov.uk/p", date(2000, 1, 1))


def test_windows_1252_page() -> None:
    assert page("<meta charset=iso-8859-1><p>It’s £5 – “so”</p>".encode("windows-1252")).text == "It’s £5 – “so”"


N = 10_000


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * N + "x",
        "<div>" * 100 * N + "x",
        "<span>" * 10 * N + "x",
        "<b>" * N + "x",
        "<ul><li>" * N + "x",
        "<table><tr><td>" * N + "x",
        "<svg>" * N + "</svg>" * N + "<div>" * N + "x",
        "<div><table></div></table>" * 2 * N + "x",
        "<div><svg><desc></div></desc></svg>" * 2 * N + "x",
        "".join(f"<p><font id={i}>x</p>" for i in range(N)),
        "".join(f"<p><b id={i}><table><td></b></td></table>x</p>" for i in range(N)),
        "<div " + " ".join(f"a{i}=1" for i in range(10 * N)) + ">x",
        "<table>" + "<tr><td colspan=1000 rowspan=60000>x" * N,
        "<table>" + "".join(f"<tr><td colspan={i}><td>x" for i in range(1, 1000)) + "<tr><td>x" * N,
    ],
)
def test_hostile_pages_are_bounded(markup: str) -> None:
    started = time.monotonic()
    try:
        page(f"<p>x</p>{markup}")
    except FileTooLarge as error:
        assert "\n" not in str(error)
    assert time.monotonic() - started < 20


def test_ten_thousand_nested_elements_are_refused() -> None:
    with pytest.raises(FileTooLarge, match="200 deep"):
        page("<div>" * N + "x" + "</div>" * N)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"<p>with a \x00 NUL</p>", UnknownEncoding),
        (b"<html><body></body></html>", NoText),
        (b"<nav>only a menu</nav>", NoText),
        (b"<!-- nothing -->", NoText),
        (b"<p>" + b"x" * 100, FileTooLarge),
    ],
)
def test_refused(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        page(data, limits=Limits(max_characters=90))
    assert str(raised.value).startswith("page.html: ")


TAGS = (
    "p div span b sup ul ol li dl dt dd table caption thead tbody tr th td h2 br pre form header nav a svg title "
    "template select option font body html frameset script"
)
ATTRIBUTES = (
    "colspan=3 rowspan=0 rowspan=9 class=mgAiTitleTxt class=mgItemNumberCell class=mgItemTable hidden role=none "
    "style='mso-list:l0&#32;level3' type=i value=7"
)
pieces = st.one_of(
    st.builds(lambda t, a: f"<{t} {a}>", st.sampled_from(TAGS.split()), st.sampled_from(["", *ATTRIBUTES.split()])),
    st.sampled_from(TAGS.split()).map(lambda t: f"</{t}>"),
    st.sampled_from(["• ", "1. ", "545", "2020/21", " words ", "\n", "&nbsp;", "<!--", "-->", "<", "&", "\x0b", "·"]),
    st.text(max_size=5),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=40).map("".join))
def test_any_page_has_an_answer(markup: str) -> None:
    try:
        document = page(markup.encode("utf-8", "replace"))
    except InputError as error:
        assert "\n" not in str(error)
        return
    for block in document.blocks:
        assert block.table is not None or block.text.strip()
        if block.table is not None:
            covered = [cell for row in block.table.grid() for cell in row]
            assert None not in covered
            areas = sum(cell.row_span * cell.column_span for cell in block.table.cells)
            assert areas == block.table.row_count * block.table.column_count


CORPUS = os.environ.get("BOARDMINE_CORPUS")


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="BOARDMINE_CORPUS is not set")
def test_corpus() -> None:
    files = sorted(Path(CORPUS or "").rglob("*.html"))
    assert files
    for path in files:
        document = read(Source(str(path), path.stem, path.read_bytes(), read_facts(path)))
        check_offsets(document)
        items = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 2]
        assert [b.marker for b in items] == [f"{n}." for n in range(1, len(items) + 1)]
        assert not any(b.table for b in document.blocks)
        assert document.facts.date is not None
        assert document.facts.body
