"""The DOCX reader, on files that the test builds part by part."""

from __future__ import annotations

import contextlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from docx import Document as NewDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from boardmine.document import Block, BlockKind, Document, Facts
from boardmine.errors import (
    DamagedFile,
    EncryptedFile,
    FileTooLarge,
    InputError,
    NoText,
    UnknownFormat,
)
from boardmine.readers.limits import Limits
from boardmine.readers.sidecar import read_facts
from boardmine.readers.source import Source
from boardmine.readers.word import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our headline"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def _level(depth: int, kind: str, text: str, indent: int) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{indent}"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + _level(0, "decimal", "%1.", 360)
    + _level(1, "decimal", "%1.%2", 720)
    + _level(2, "lowerRoman", "(%3)", 1080)
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + _level(0, "bullet", "\uf0b7", 900)
    + _level(1, "bullet", "o", 1400)
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def p(*runs: str, style: str = "", numbering: tuple[int, int] | None = None, extra: str = "") -> str:
    """A paragraph; a run that is not XML becomes a plain run."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{extra}</w:pPr>{''.join(map(r, runs))}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    if text.startswith("<"):
        return text
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return r(text, "<w:b/>")


def tc(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(x if x.startswith("<") else p(x) for x in paragraphs) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    cells = tuple(c if c.startswith("<w:tc>") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def part(tag: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {SPACES}>{content}</w:{tag}>'


def package(parts: dict[str, str | bytes], related: dict[str, str] | None = None) -> bytes:
    """A DOCX archive: `related` names the parts that word/document.xml refers to, by kind."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for i, (kind, target) in enumerate((related or {}).items())
    )
    root = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELS}">{root}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{links}</Relationships>',
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(*body: str, **others: str) -> bytes:
    """A DOCX file with our styles and lists; `others` are footnotes, header, footer."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/styles.xml": part("styles", STYLES),
        "word/numbering.xml": part("numbering", NUMBERING),
    }
    related = {"styles": "styles.xml", "numbering": "/word/numbering.xml"}
    for kind, content in others.items():
        tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        parts[f"word/{kind}.xml"] = part(tag, content)
        related[kind] = f"{kind}.xml"
    return package(parts, related)


def read_bytes(data: bytes, facts: Facts | None = None, limits: Limits | None = None) -> Document:
    document = read(Source("paper.docx", "paper", data, facts or Facts(), limits or Limits()))
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


def looks(*body: str, **others: str) -> list[tuple[str, int, str, str]]:
    return [look(block) for block in read_bytes(docx(*body, **others)).blocks]


def texts(*body: str, **others: str) -> list[str]:
    return [block.text for block in read_bytes(docx(*body, **others)).blocks]


def tables(*body: str) -> list[list[list[str]]]:
    return [block.table.texts() for block in read_bytes(docx(*body)).blocks if block.table]


LONG = "The number of children who were looked after fell in each of the last three quarters of the year"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("Plain words here."), ("paragraph", 0, "", "Plain words here.")),
        (p("Summary", style="H1"), ("heading", 1, "", "Summary")),
        (p("Summary", style="Ours"), ("heading", 1, "", "Summary")),
        (p("Summary", style="A"), ("paragraph", 0, "", "Summary")),
        (p("Summary", style="nobody"), ("paragraph", 0, "", "Summary")),
        (p("Summary", extra='<w:outlineLvl w:val="2"/>'), ("heading", 3, "", "Summary")),
        (p("Summary", style="H1", extra='<w:outlineLvl w:val="9"/>'), ("heading", 2, "", "Summary")),
        (p("2.1 Summary", style="H1"), ("heading", 1, "2.1", "Summary")),
        (p("19 October 2021", style="H1"), ("heading", 1, "", "19 October 2021")),
        (p(LONG * 3, style="H1"), ("paragraph", 0, "", LONG * 3)),
        (p(bold("Placement stability")), ("heading", 2, "", "Placement stability")),
        (p(r("Placement stability", '<w:rStyle w:val="Strong"/>')), ("heading", 2, "", "Placement stability")),
        (p(bold("Placement"), " stability"), ("paragraph", 0, "", "Placement stability")),
        (p(bold("There were 54 of them")), ("paragraph", 0, "", "There were 54 of them")),
        (p(bold("54 children")), ("paragraph", 0, "", "54 children")),
        (p(bold("It was agreed.")), ("paragraph", 0, "", "It was agreed.")),
        (p("• a bullet"), ("list_item", 0, "•", "a bullet")),
        (p("\uf0a7", "<w:r><w:tab/></w:r>", "a square"), ("list_item", 0, "▪", "a square")),
        (p("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", " done"), ("list_item", 0, "✓", "done")),
        (p("- a dash"), ("list_item", 0, "-", "a dash")),
        (p("1. one"), ("list_item", 0, "1.", "one")),
        (p("3.2 The report follows"), ("paragraph", 0, "3.2", "The report follows")),
        (p("1.2 million"), ("paragraph", 0, "", "1.2 million")),
        (p("deep", style="LB2"), ("list_item", 1, "•", "deep")),
        (p("a bullet", numbering=(2, 0)), ("list_item", 0, "•", "a bullet")),
        (p("a circle", numbering=(2, 1)), ("list_item", 1, "o", "a circle")),
        (p("one", style="Numbered"), ("list_item", 0, "1.", "one")),
        (p("unlisted", style="Numbered", extra='<w:numPr><w:numId w:val="0"/></w:numPr>'),
         ("paragraph", 0, "", "unlisted")),
        (p("no such list", numbering=(99, 0)), ("paragraph", 0, "", "no such list")),
        (p("(25) compared with 16", numbering=(2, 0)), ("list_item", 0, "•", "(25) compared with 16")),
        (p("Summary", style="H1", numbering=(1, 0)), ("heading", 1, "1.", "Summary")),
        (p(bold("Purpose of the report"), numbering=(1, 0)), ("heading", 2, "1.", "Purpose of the report")),
        (p("Summary 4", style="TOC1"), ("furniture", 0, "", "Summary 4")),
    ],
)  # fmt: skip
def test_paragraph(paragraph: str, expected: tuple[str, int, str, str]) -> None:
    assert looks(p("Before this one."), paragraph, p("After it."))[1] == expected


NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (["in", r("line", "<w:i/>"), "s"], "inlines"),
        (["a\u00a0b  c\u200b"], "a b c"),
        (["a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:noBreakHyphen/></w:r>", "c", "<w:r><w:softHyphen/></w:r>", "d"],
         "a b-cd"),
        (["a", "<w:r><w:br/></w:r>", "b", '<w:r><w:br w:type="page"/></w:r>', "c"], "a b c"),
        (["a", "<w:r><w:lastRenderedPageBreak/></w:r>", "b"], "ab"),
        (['<w:hyperlink r:id="x">', *map(r, ["the ", "link"]), "</w:hyperlink>"], "the link"),
        (["kept ", f"<w:ins>{r('put in')}</w:ins>", "<w:del><w:r><w:delText>taken out</w:delText></w:r></w:del>"],
         "kept put in"),
        ([f"<w:moveTo>{r('here')}</w:moveTo>", f"<w:moveFrom>{r('gone')}</w:moveFrom>"], "here"),
        (["seen", r(" unseen", "<w:vanish/>"), r(" secret", '<w:rStyle w:val="Secret"/>')], "seen"),
        (["seen", r(" too", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')], "seen too"),
        ([f"<w:sdt><w:sdtContent>{r('in a control')}</w:sdtContent></w:sdt>"], "in a control"),
        (["x", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"],
         "x"),
        ([f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'], "7"),
        (['<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText></w:r>', r("code"),
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("result"),
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>', " on"], "result on"),
        (["702", NOTE, " children"], "702 children"),
        (["702", NOTE, "children"], "702 children"),
        (["702", NOTE, "."], "702."),
        (["702", r("1", '<w:vertAlign w:val="superscript"/>'), " children"], "702 1 children"),
        (["14", r("th", '<w:vertAlign w:val="superscript"/>'), " May"], "14th May"),
        (["12 km", r("2", '<w:vertAlign w:val="superscript"/>')], "12 km2"),
    ],
)  # fmt: skip
def test_runs(content: list[str], expected: str) -> None:
    # A hyperlink is given in pieces above so that its runs are built like others.
    assert texts(p("".join(map(r, content))))[0] == expected


def test_line_breaks_begin_items() -> None:
    br = "<w:r><w:br/></w:r>"
    assert looks(p("Of these:", br, "• 27 were ill", br, "and waited", br, "– 9 cared for a child")) == [
        ("paragraph", 0, "", "Of these:"),
        ("list_item", 0, "•", "27 were ill and waited"),
        ("list_item", 1, "–", "9 cared for a child"),
    ]


def test_numbers_are_counted() -> None:
    found = looks(
        p("one", numbering=(1, 0)),
        p("of one", numbering=(1, 1)),
        p("deeper", numbering=(1, 2)),
        p("deeper still", numbering=(1, 2)),
        p("two", numbering=(1, 0)),
        p("of two", numbering=(1, 1)),
        p("again one", numbering=(3, 0)),
    )
    assert [marker for _, _, marker, _ in found] == ["1.", "1.1", "(i)", "(ii)", "2.", "2.1", "1."]
    # A numbered paragraph of a report is a paragraph, not an item of a list.
    assert [kind for kind, _, _, _ in found][:3] == ["list_item", "paragraph", "list_item"]


def test_bullets_under_a_number_are_deeper() -> None:
    found = looks(p("one", numbering=(1, 0)), p("bullet", numbering=(2, 0)), p("two", numbering=(1, 0)))
    assert [(level, marker) for _, level, marker, _ in found] == [(0, "1."), (1, "•"), (0, "2.")]


def test_deleted_paragraph_mark_joins() -> None:
    found = texts(p("The first half ", extra="<w:rPr><w:del/></w:rPr>"), p("and the second."))
    assert found == ["The first half and the second."]


def test_text_box_comes_after_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('Latest')}{p('545')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )
    assert texts(p("Children looked after", drawing), p("Next.")) == ["Children looked after", "Latest", "545", "Next."]


def test_notes_stand_before_the_next_heading() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="1"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Rounded.")}</w:footnote>'
    )
    found = texts(p("702", NOTE, " children"), p("• item"), p("Next", style="H1"), footnotes=notes)
    assert found == ["702 children", "item", "Rounded.", "Next"]


def test_heads_and_feet_are_furniture() -> None:
    found = looks(p("Text."), header=p("Ainsty Council") + p("Ainsty Council"), footer=p("Page 1"))
    assert found == [
        ("furniture", 0, "", "Ainsty Council"),
        ("paragraph", 0, "", "Text."),
        ("furniture", 0, "", "Page 1"),
    ]


def test_wrapped_blocks_are_found() -> None:
    control = f"<w:sdt><w:sdtContent>{p('In a control.')}{tbl(tr('a', 'b'))}</w:sdtContent></w:sdt>"
    document = read_bytes(docx(p("First."), control, f"<w:customXml>{p('Last.')}</w:customXml>"))
    assert [b.text or "table" for b in document.blocks] == ["First.", "In a control.", "table", "Last."]


SPAN2 = '<w:gridSpan w:val="2"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_table_with_merged_cells() -> None:
    document = read_bytes(docx(tbl(
        tr(tc("Measure", properties=DOWN), tc("Year", properties=SPAN2), properties="<w:tblHeader/>"),
        tr(tc(properties=ON), "2020", "2021", properties="<w:tblHeader/>"),
        tr("Looked after", "500", "545"),
        tr("Care leavers", tc("all: 210", properties=SPAN2)),
    )))  # fmt: skip
    table = document.blocks[0].table
    assert table is not None
    assert table.texts() == [
        ["Measure", "Year", ""],
        ["", "2020", "2021"],
        ["Looked after", "500", "545"],
        ["Care leavers", "all: 210", ""],
    ]
    spans = {c.text: (c.row_span, c.column_span, c.is_header) for c in table.cells if c.text}
    assert spans["Measure"] == (2, 1, True)
    assert spans["Year"] == (1, 2, True)
    assert spans["2021"] == (1, 1, True)
    assert spans["all: 210"] == (1, 2, False)
    assert all(cell is not None for row in table.grid() for cell in row)
    assert "Looked after\t500\t545\nCare leavers\tall: 210" in document.text


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([tr("Measure", "Q1", "Q2"), tr("NEET", "93", "90")], 1),
        ([tr("Measure", "2020/21", "2021/22"), tr("NEET", "93", "90")], 1),
        ([tr("Looked after", "545", "530"), tr("NEET", "93", "90")], 0),
        ([tr("Report of", "the Director"), tr("Wards", "all")], 0),
        ([tr(tc(p(bold("Action"))), tc(p(bold("Owner")))), tr("Write", "Head")], 1),
        ([tr(tc("Table 1", properties=SPAN2)), tr("Measure", "Value"), tr("NEET", "93")], 2),
        ([tr(tc("", properties=DOWN), tc("Year", properties=SPAN2)), tr(tc(properties=ON), "2020", "2021"),
          tr("NEET", "93", "90")], 2),
    ],
)  # fmt: skip
def test_heads_by_their_look(rows: list[str], heads: int) -> None:
    table = read_bytes(docx(tbl(*rows))).blocks[0].table
    assert table is not None
    assert sorted({cell.row for cell in table.cells if cell.is_header}) == list(range(heads))


def test_cells_hold_lists_boxes_and_tables() -> None:
    inner = tbl(tr("in", "ner"), tr("x", "9"))
    found = tables(tbl(tr(tc(p("• one"), p("two", numbering=(2, 0))), tc(p("short"), p("label"), inner, "<w:p/>"))))
    assert found == [[["• one\ntwo", "short label"]], [["in", "ner"], ["x", "9"]]]


def test_tracked_row_and_ragged_rows() -> None:
    found = tables(tbl(tr("a", "b", "c"), tr("gone", "g", "g", properties="<w:del/>"), tr("d")))
    assert found == [[["a", "b", "c"], ["d", "", ""]]]


def test_frame_of_one_column_is_no_table() -> None:
    found = looks(tbl(tr(tc(p("Summary", style="H1"), p("• item"), tbl(tr("a", "b"))))))
    assert [kind for kind, *_ in found] == ["heading", "list_item", "table"]


def test_title_and_sidecar() -> None:
    data = docx(p("Annual report", style="Title"), p("Text."))
    document = read_bytes(data, Facts(title="Other", council="Ainsty Council"))
    assert (document.facts.title, document.facts.council) == ("Annual report", "Ainsty Council")


def test_unread_things_are_said() -> None:
    chart = '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    data = docx(p("Text.", f"<w:r><w:drawing>{chart}</w:drawing></w:r>"), '<w:altChunk r:id="x"/>')
    assert read_bytes(data).notes == ("1 chart not read", "1 embedded document not read")


def test_file_that_python_docx_writes() -> None:
    new = NewDocument()
    new.add_heading("Children looked after", 1)
    new.add_paragraph("There were 545.", style="List Bullet")
    new.add_paragraph("Of these 27.", style="List Bullet 2")
    new.add_paragraph("One", style="List Number")
    buffer = io.BytesIO()
    new.save(buffer)
    assert [look(b) for b in read_bytes(buffer.getvalue()).blocks] == [
        ("heading", 1, "", "Children looked after"),
        ("list_item", 0, "•", "There were 545."),
        ("list_item", 1, "•", "Of these 27."),
        ("list_item", 0, "1.", "One"),
    ]


def test_strict_open_xml() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = package({"word/document.xml": f'<w:document xmlns:w="{strict}"><w:body>{p("Text.")}</w:body></w:document>'})
    assert [b.text for b in read_bytes(data).blocks] == ["Text."]


def _document(prolog: str, content: str) -> bytes:
    return package({"word/document.xml": f"{prolog}<w:document {SPACES}><w:body>{content}</w:body></w:document>"})


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = docx(p("Some text to be cut short."), tbl(tr("a", "b")))


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (GOOD[: len(GOOD) // 2], DamagedFile, "cut short"),
        (b"PK\x03\x04" + bytes(100), DamagedFile, "cut short"),
        (package({"word/other.xml": "<x/>"}), DamagedFile, "without its main part"),
        (package({"word/document.xml": "<w:document"}), DamagedFile, "broken XML"),
        (package({"word/document.xml": f"<w:document {SPACES}/>"}), DamagedFile, "without a body"),
        (docx("<w:p/>"), NoText, "without text"),
        (docx("<w:p/>", header=p("Only a head")), NoText, "without text"),
        (_document(LAUGHS, p("&b;")), DamagedFile, "document type"),
        (_document("<!DOCTYPE x SYSTEM 'http://example.org/x.dtd'>", p("x")), DamagedFile, "document type"),
        (_document("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>", p("&f;")), DamagedFile, "document type"),
        (docx("<w:customXml>" * 300 + p("x") + "</w:customXml>" * 300), FileTooLarge, "deep"),
        (docx("<w:customXml>" * 220 + p("x") + "</w:customXml>" * 220), FileTooLarge, "deep"),
        (docx(p("<w:ins>" * 220 + r("x") + "</w:ins>" * 220)), FileTooLarge, "deep"),
        (docx("<w:tbl><w:tr><w:tc><w:p/>" * 70 + p("x") + "</w:tc></w:tr></w:tbl>" * 70), FileTooLarge, "deep"),
        (docx(p("x" * 20_000_000)), FileTooLarge, "unpack"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "password"),
        (OLE + "WordDocument".encode("utf-16-le"), UnknownFormat, ".doc"),
    ],
)  # fmt: skip
def test_hostile_files(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        read_bytes(data)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith("paper.docx: ")


def test_encrypted_archive() -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    with pytest.raises(EncryptedFile):
        read_bytes(bytes(data))


def test_expansion_is_bounded_by_the_limits() -> None:
    data = docx(*[p("The same words in every paragraph of it.")] * 2000)
    assert len(read_bytes(data).blocks) == 2000
    with pytest.raises(FileTooLarge):
        read_bytes(data, limits=Limits(max_expansion=5))
    with pytest.raises(FileTooLarge):
        read_bytes(data, limits=Limits(max_characters=1000))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_damage_never_escapes(at: int, noise: bytes) -> None:
    with contextlib.suppress(InputError):
        read_bytes(GOOD[:at] + noise + GOOD[at + len(noise) :])


CORPUS = os.environ.get("BOARDMINE_CORPUS")


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="BOARDMINE_CORPUS is not set")
def test_corpus() -> None:
    files = sorted(Path(CORPUS or "").rglob("*.docx"))
    assert files
    for path in files:
        document = read(Source(str(path), path.stem, path.read_bytes(), read_facts(path)))
        check_offsets(document)
        kinds = {block.kind for block in document.blocks}
        assert {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE} <= kinds
        assert document.facts.date is not None
