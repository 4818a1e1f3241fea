"""Tables of PDF pages: ruled, unruled, over page breaks."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from sheets import HEIGHT, LATIN, drawn, flowing, looks, paragraph, space, table, text

HEAD = ["Quarter", "In care", "Left care"]
ROWS = [[f"Q{n % 4 + 1} 20{n:02}", str(300 + n), str(20 + n)] for n in range(80)]


def rows_of(said: str) -> list[list[str]]:
    return [row.split("|") for row in said.split(" / ")]


def tables_of(document: object) -> list[list[list[str]]]:
    return [rows_of(said) for kind, said in looks(document) if kind == "table"]  # type: ignore[arg-type]


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    rows = [HEAD, ["Q1", "412", ""], ["Q2", "", "31"]]
    assert tables_of(flowing(paragraph(LATIN), table(rows))) == [rows]


def test_an_unruled_table_is_found_between_paragraphs() -> None:
    rows = [HEAD, *ROWS[:8]]

    def page(canvas: Canvas) -> None:
        text(canvas, 60, 80, "The table shows how many children were in our care, and how many left it.")
        for i, row in enumerate(rows):
            for x, cell in zip((60, 200, 300), row, strict=True):
                text(canvas, x, 120 + 16 * i, cell)
        text(canvas, 60, 300, "Members noted the figures and asked for a further report in the spring.")

    assert tables_of(drawn(page)) == [rows]


@pytest.mark.parametrize("heads", [1, 2])
def test_a_table_over_pages_is_one_and_has_its_heads_once(heads: int) -> None:
    above = [["", "Children", ""]] if heads == 2 else []
    rows = [*above, HEAD, *ROWS]
    assert tables_of(flowing(table(rows, repeatRows=heads))) == [rows]


def test_a_table_goes_on_without_its_heads() -> None:
    assert tables_of(flowing(table([HEAD, *ROWS]))) == [[HEAD, *ROWS]]


def test_a_row_divided_by_a_page_break_is_one_row() -> None:
    """A tall label beside short figures: what is printed first is the row without its label."""

    def first(canvas: Canvas) -> None:
        grid(canvas, [("", "2020", "2021"), ("Reading", "51", "53"), ("", "45", "68")], 700)

    def second(canvas: Canvas) -> None:
        grid(canvas, [("", "2020", "2021"), ("Early years", "", ""), ("Writing", "37", "39")], 60)

    assert tables_of(drawn(first, second)) == [
        [["", "2020", "2021"], ["Reading", "51", "53"], ["Early years", "45", "68"], ["Writing", "37", "39"]]
    ]


def grid(canvas: Canvas, rows: list[tuple[str, ...]], top: float) -> None:
    """A lined table whose upper edge is so many points below that of the page."""
    made = table(rows, widths=[100, 60, 60])
    _, height = made.wrapOn(canvas, 500, 800)
    made.drawOn(canvas, 60, 842 - top - height)


def test_two_tables_with_text_between_stay_two() -> None:
    document = flowing(table([HEAD, *ROWS[:3]]), space(20), paragraph(LATIN), space(20), table([HEAD, *ROWS[3:6]]))
    assert tables_of(document) == [[HEAD, *ROWS[:3]], [HEAD, *ROWS[3:6]]]


def test_a_number_in_the_margin_column_divides_no_row() -> None:
    rows = [["", "Carers", "Q1", "Q2"], ["Page 46", "Approved connected persons", "17", "9"], ["", "Total", "32", "15"]]
    made = [[paragraph(cell) for cell in row] for row in rows]
    document = flowing(table(made, widths=[40, 80, 40, 40]))  # type: ignore[arg-type]
    assert tables_of(document) == [rows]


def test_years_below_repeated_heads_are_no_heads() -> None:
    """Years in a column look like heads of columns, but the heads were said on the page before."""
    head = ["Organisation", "Awarded", "Level"]
    rows = [[f"Company {n}", str(2015 + n % 10), "12" if n in (0, 40) else "gold"] for n in range(60)]
    document = flowing(table([head, *rows], repeatRows=1))
    (block,) = [block for block in document.blocks if block.table is not None]
    assert block.table is not None
    assert {cell.row for cell in block.table.cells if cell.is_header and cell.column > 0} <= {0}


def test_a_table_whose_one_column_is_coloured_is_one_table() -> None:
    """Lines between the rows, and boxes of colour behind some figures of the last column."""
    heads = ("Measure", "Q1", "Q2", "Q3", "Target", "Rating")
    rows = [(f"Measure {i}", str(10 + i), str(20 + i), str(30 + i), str(40 + i), "Green") for i in range(7)]

    def page(canvas: Canvas) -> None:
        canvas.setFillColor(colors.lightgreen)
        for i in (0, 2, 3, 4, 6):
            canvas.rect(430, HEIGHT - 136 - i * 18, 70, 18, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        for i, row in enumerate([heads, *rows]):
            for x, words in zip((60, 200, 250, 300, 350, 440), row, strict=True):
                text(canvas, x, 112 + i * 18, words, size=9)
            canvas.line(55, HEIGHT - 118 - i * 18, 500, HEIGHT - 118 - i * 18)

    assert tables_of(drawn(page)) == [[list(heads), *map(list, rows)]]
