"""Tables in plain text and Markdown: with pipes, in HTML, between tabs, and as charts leave them."""

from __future__ import annotations

import pytest

from boardmine.readers.text.gridding import MAX_POSITIONS

CASES = {
    "pipes with a rule": ("| Who | n |\n| --- | ---: |\n| girls | 1 |\n| boys | 2 |\n", "WHO|N\ngirls|1\nboys|2"),
    "pipes without a rule": ("| Who | 2023/24 |\n| girls | 12 |\n| boys | 9 |\n", "WHO|2023/24\ngirls|12\nboys|9"),
    "pipes without outer ones": ("Who | Q1 | Q2\ngirls | 1 | 2\nboys | 3 | 4\n", "WHO|Q1|Q2\ngirls|1|2\nboys|3|4"),
    "an escaped pipe": ("| Who | n |\n| --- | --- |\n| in \\| out | 9 |\n", "WHO|N\nin | out|9"),
    "empty cells": ("| Who | Q1 | Q2 |\n| --- | --- | --- |\n| girls | | 3 |\n", "WHO|Q1|Q2\ngirls||3"),
    "short rows": ("| Who | Q1 | Q2 |\n| --- | --- | --- |\n| girls | 3 |\n", "WHO|Q1|Q2\ngirls|3|"),
    "markup in cells": ("| **Who** | n |\n| --- | --- |\n| *girls*<br>all | 1\\.5 |\n", "WHO|N\ngirls all|1.5"),
    "tabs": ("Who\tQ1\tQ2\ngirls\t1\t2\nboys\t3\t4\n", "WHO|Q1|Q2\ngirls|1|2\nboys|3|4"),
    "tabs by empty cells": ("Who\tQ1\tQ2\nhe\t12\t\nshe\t\t9\n\t1\t2\n", "WHO|Q1|Q2\nhe|12|\nshe||9\n|1|2"),
    "tabs over groups": (
        "Who\tQ1\nSchools\ngirls\t1\nboys\t3\nColleges\nmen\t5\n",
        "WHO|Q1\nSchools|\ngirls|1\nboys|3\nColleges|\nmen|5",
    ),
    "tabs that line columns up": ("Who\t\tQ1\ngirls\t12\nboys\t\t\t9\n", "WHO|Q1\ngirls|12\nboys|9"),
    "columns lined up by spaces": (
        "Measure               Sep-23   Dec-23   Target\n"
        "Numbers\n"
        "Girls                     12        9       10\n"
        "Boys aged 3 or over    1,104    1,097\n"
        "\n"
        "Others                     -        4\n",
        "MEASURE|SEP-23|DEC-23|TARGET\nNumbers|||\nGirls|12|9|10\nBoys aged 3 or over|1,104|1,097|\nOthers|-|4|",
    ),
    "heads over columns lined up": (
        "                    2022/23          2023/24\n"
        "Who               No      %        No      %   Remarks\n"
        "Girls             12    40%         9    35%   Fewer than planned\n"
        "Boys              18    60%        17    65%\n",
        "|2022/23||2023/24||\nWHO|NO|%|NO|%|REMARKS\nGirls|12|40%|9|35%|Fewer than planned\nBoys|18|60%|17|65%|",
    ),
    "what a chart leaves": (
        "Outer ring 43.2\nInner ring 41\nHarbour 12%\n",
        "Outer ring|43.2\nInner ring|41\nHarbour|12%",
    ),
    "HTML": ("<table><tr><th>Who</th><th>n</th></tr><tr><td>girls</td><td>1</td></tr></table>\n", "WHO|N\ngirls|1"),
    "HTML without end tags": ("<table>\n<tr><td>girls\n<td>1\n<tr><td>boys\n<td>2\n</table>\n", "girls|1\nboys|2"),
    "HTML cut off": ("<table><tr><td>girls</td><td>1</td></tr><tr><td>boys</td><td>2", "girls|1\nboys|2"),
}


NO_TABLES = {
    "prose with wide spaces": "The girls came.  They were 12.  The boys came later, and\nwere 9.  All left in 2024.\n",
    "one line of columns": "Girls        12       9\n\nThe boys came later.\n",
    "dates beside names": "Meeting of the Board        3 May 2024\nClerk: A. N. Other        Town Hall\n",
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_what_is_no_table(blocks, text: str) -> None:  # type: ignore[no-untyped-def]
    assert not [kind for kind, _, _ in blocks(text) if kind == "table"]


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES)
def test_a_table_is_read(blocks, text: str, expected: str) -> None:  # type: ignore[no-untyped-def]
    assert blocks(text) == [("table", 0, expected)]


def test_spans_cover_their_positions(document) -> None:  # type: ignore[no-untyped-def]
    text = (
        "<table><tr><th rowspan='2'>Who</th><th colspan='2'>2024</th></tr><tr><th>Q1</th><th>Q2</th></tr>"
        "<tr><td>girls</td><td>1</td><td>2</td></tr></table>\n"
    )
    [block] = document(text).blocks
    shown = [[cell.text if cell else None for cell in row] for row in block.table.grid()]
    assert shown == [["Who", "2024", "2024"], ["Who", "Q1", "Q2"], ["girls", "1", "2"]]
    assert [[cell.is_header for cell in row] for row in block.table.grid()] == [[True] * 3, [True] * 3, [False] * 3]


def test_spans_that_collide_leave_each_position_one_cell(document) -> None:  # type: ignore[no-untyped-def]
    text = "<table><tr><td>a</td><td rowspan=9>b</td></tr><tr><td colspan=5>c</td><td>d</td></tr></table>\n"
    [block] = document(text).blocks
    taken: dict[tuple[int, int], str] = {}
    for cell in block.table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                assert (row, column) not in taken
                taken[row, column] = cell.text
    assert len(taken) == block.table.row_count * block.table.column_count


def test_text_around_a_table_is_kept(blocks) -> None:  # type: ignore[no-untyped-def]
    text = "It was seen before.\n<table><tr><td>girls</td><td>1</td></tr></table> and after it.\n"
    assert [block[2] for block in blocks(text)] == ["It was seen before.", "girls|1", "and after it."]


def test_one_line_of_pipes_is_text(blocks) -> None:  # type: ignore[no-untyped-def]
    assert blocks("Home | News | Contact us.\n") == [("paragraph", 0, "Home | News | Contact us.")]


def test_a_grid_beyond_the_limit_is_no_table(document) -> None:  # type: ignore[no-untyped-def]
    rows = 3000
    wide = "|" + "x|" * (MAX_POSITIONS // rows + 1)
    found = document(wide + "\n" + "| 1 | 2 |\n" * rows).blocks
    assert all(block.table is None for block in found)
