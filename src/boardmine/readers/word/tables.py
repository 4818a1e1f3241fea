"""Tables of a DOCX file: from `w:tbl` to cells with their place in the grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from boardmine.readers.grid import RawCell, cell_text
from boardmine.readers.source import Source
from boardmine.readers.word.runs import ALTERNATE, alternatives, check_depth, is_placeholder
from boardmine.readers.word.styles import Styles, number, switch, value

_TRANSPARENT = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")))
_NO_FILL = ("", "auto", "ffffff")


@dataclass(slots=True)
class CellContent:
    """What a cell holds: its paragraphs with whether each is an item of a list, its nested tables, and whether all
    of its text is bold."""

    lines: list[tuple[str, bool]] = field(default_factory=list)
    tables: list[BaseOxmlElement] = field(default_factory=list)
    is_bold: bool = False


def content(
    source: Source, parent: BaseOxmlElement, tags: tuple[str, ...], depth: int = 0
) -> Iterator[BaseOxmlElement]:
    """The children of an element that have one of the tags, also through content controls, insertions and other
    wrappers that do not show. Raises FileTooLarge where they nest too deeply."""
    check_depth(source, depth)
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag == ALTERNATE:
            for chosen in alternatives(child):
                yield from content(source, chosen, tags, depth + 2)
        elif child.tag in _TRANSPARENT and not is_placeholder(child):
            yield from content(source, child, tags, depth + 1)


def rows_of(source: Source, table: BaseOxmlElement) -> list[list[BaseOxmlElement]]:
    """The `w:tc` of each `w:tr` of a table; rows that a tracked change deletes are left out."""
    rows = []
    for row in content(source, table, (qn("w:tr"),)):
        properties = row.find(qn("w:trPr"))
        if properties is None or properties.find(qn("w:del")) is None:
            rows.append(list(content(source, row, (qn("w:tc"),))))
    return rows


def is_layout(source: Source, table: BaseOxmlElement) -> bool:
    """Whether a table is a frame around text: it has a single column."""
    return all(len(row) <= 1 for row in rows_of(source, table))


def raw_cells(
    source: Source, styles: Styles, table: BaseOxmlElement, read: Callable[[BaseOxmlElement], CellContent]
) -> tuple[list[RawCell], list[BaseOxmlElement]]:
    """The cells of a table, and the tables nested in them in reading order. `read` gives what a `w:tc` holds."""
    cells: list[RawCell] = []
    nested: list[BaseOxmlElement] = []
    spans: dict[int, int] = {}
    open_merges: dict[int, int] = {}
    shown_head = _marks_first_row(styles, table)
    heads_go_on = True
    for r, row in enumerate(rows_of(source, table)):
        properties = row[0].getparent().find(qn("w:trPr")) if row else None
        heads_go_on = heads_go_on and bool(switch(properties, "w:tblHeader"))
        column = max(number(value(properties, "w:gridBefore")) or 0, 0)
        merges: dict[int, int] = {}
        for tc in row:
            cell_properties = tc.find(qn("w:tcPr"))
            width = min(max(number(value(cell_properties, "w:gridSpan")) or 1, 1), 1000)
            if _goes_on_from_above(cell_properties) and column in open_merges:
                origin = open_merges[column]
                spans[origin] += 1
                merges[column] = origin
            elif _goes_on_from_left(cell_properties) and cells and cells[-1].row == r:
                before = cells[-1]
                cells[-1] = before.at(r, before.column, 1, before.column_span + width)
            else:
                held = read(tc)
                nested.extend(held.tables)
                stands_out = held.is_bold or _is_shaded(cell_properties) or (shown_head and r == 0)
                merges[column] = len(cells)
                spans[len(cells)] = 1
                cells.append(RawCell(r, column, cell_text(held.lines), 1, width, heads_go_on, stands_out))
            column += width
        open_merges = merges
    spanned = [cell.at(cell.row, cell.column, spans[i], cell.column_span) for i, cell in enumerate(cells)]
    return spanned, nested


def _goes_on_from_above(properties: BaseOxmlElement | None) -> bool:
    merge = properties.find(qn("w:vMerge")) if properties is not None else None
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _goes_on_from_left(properties: BaseOxmlElement | None) -> bool:
    merge = properties.find(qn("w:hMerge")) if properties is not None else None
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _is_shaded(properties: BaseOxmlElement | None) -> bool:
    shading = properties.find(qn("w:shd")) if properties is not None else None
    return shading is not None and shading.get(qn("w:fill"), "").lower() not in _NO_FILL


def _marks_first_row(styles: Styles, table: BaseOxmlElement) -> bool:
    """Whether the table's style sets off its first row and the table has that switched on."""
    properties = table.find(qn("w:tblPr"))
    look = properties.find(qn("w:tblLook")) if properties is not None else None
    if look is None:
        return False
    flag = look.get(qn("w:firstRow"))
    if flag is None:
        bits = look.get(qn("w:val"), "0")
        flag = "1" if all(c in "0123456789abcdefABCDEF" for c in bits) and int(bits or "0", 16) & 0x20 else "0"
    return flag in ("1", "true", "on") and styles.marks_first_row(value(properties, "w:tblStyle"))
