"""What a number is by its place in a table: a label, a head, the binder's stamp, a whole, money, something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from boardmine.checks.ledger.fates import Fate, Known
from boardmine.checks.ledger.mentions import located
from boardmine.checks.ledger.others import At, names_metrics
from boardmine.checks.ledger.spots import Spot
from boardmine.checks.ledger.structure import markers
from boardmine.document import Cell, Table
from boardmine.extractors.tables.meaning import Meaning
from boardmine.extractors.tables.rows import Row
from boardmine.extractors.tables.shape import Shape, is_contents, shape_of
from boardmine.extractors.tables.stacked import sections
from boardmine.language.mentions import Mention

_LETTERS = re.compile(r"[A-Za-z]{3}")
_PLAIN_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})(?:\.0)?[.)]?")
_SCRAP = re.compile(r"p?a?g?e?|[^\x00-\x7f]{1,3}", re.I)
_STAMP = re.compile(r"(?P<scrap>p?a?g?e?)\s*\d{1,4}", re.I)
_TIME_HEAD = re.compile(r"(?:quarter|qtr|q|year|month|week)\s*\d{1,4}|\d{4}\s*[/–-]\s*\d{1,4}", re.I)
_HUNDRED = re.compile(r"(?<![\d.,])100(?:\.0+)?(?=\s*(?P<sign>%|\)|per\s+cent)|\W*$)", re.I)
_ALL = re.compile(r"\b(?:all|total|totals|overall)\b", re.I)

_FEWEST_IN_ORDER = 3
"""Labels that go up by ones, or ages that go up, are seen as such from so many on."""


def by_cell(spots: Iterable[Spot], at: At) -> Iterator[Known]:
    """What is known of the numbers in the tables' cells."""
    money: Table | None = None
    for spot in spots:
        table = spot.block.table
        if table is None:
            continue
        for cell in table.cells:
            yield from markers(cell.passage)
        yield from _numbering(table)
        yield from _stamps(table)
        if is_contents(table):
            yield from _whole_cells((c for c in table.cells if c.column == table.column_count - 1), Fate.REFERENCE)
        for section in sections(table):
            shape = shape_of(section)
            if shape is None:
                continue
            values = [cell for row in shape.rows for cell in row.values.values()]
            if money is not None and _goes_on(section, shape, money):
                yield from _whole_cells(values, Fate.MONEY)
                continue
            money = section if _is_money(values, at) else None
            yield from _by_shape(shape, spot)


def _by_shape(shape: Shape, spot: Spot) -> Iterator[Known]:
    yield from _heads(shape)
    yield from _ages(shape, spot)
    yield from _wholes(shape)
    yield from _other_rows(shape, spot)
    if _is_of_other_things(shape, spot):
        for row in shape.rows:
            yield from _row_of_others(row, row.values.values())


def _numbering(table: Table) -> Iterator[Known]:
    """The numbers of rows: a first column that counts up by ones, with words beside it."""
    grid = table.grid()
    counted = []
    for cells in grid:
        first, beside = cells[0], cells[1] if len(cells) > 1 else None
        match = _PLAIN_NUMBER.fullmatch(first.text.strip()) if first else None
        if first and match and beside and _LETTERS.search(beside.text):
            counted.append((int(match["number"]), first))
    run = counted[:1]
    for before, after in pairwise(counted):
        if after[0] != before[0] + 1:
            yield from _numbered(run)
            run = []
        run.append(after)
    yield from _numbered(run)


def _numbered(run: Sequence[tuple[int, Cell]]) -> Iterator[Known]:
    if len(run) >= _FEWEST_IN_ORDER:
        yield from _whole_cells((cell for _, cell in run), Fate.LIST_MARKER)


def _stamps(table: Table) -> Iterator[Known]:
    """The binder's page number, where it stood at the edge of the page beside a table that lies on its side: with it
    the first column holds nothing but scraps of the word `Page`."""
    column = [cell for cell in table.cells if cell.column == 0 and cell.text.strip()]
    stamps = [cell for cell in column if _STAMP.fullmatch(cell.text.strip())]
    scraps = [cell for cell in column if _SCRAP.fullmatch(cell.text.strip())]
    worded = any((match := _STAMP.fullmatch(cell.text.strip())) and match["scrap"] for cell in stamps)
    if len(stamps) == 1 and len(stamps) + len(scraps) == len(column) and (scraps or worded):
        yield from _whole_cells(stamps, Fate.FURNITURE)


def _heads(shape: Shape) -> Iterator[Known]:
    """The times that heads name, of which a number may stand in a row of its own: `Quarter` over `1`."""
    for cell in shape.head_cells:
        heads = [shape.heads.get(column, "") for column in range(cell.column, cell.column + cell.column_span)]
        if any(_TIME_HEAD.search(head) or _TIME_HEAD.fullmatch(f"{shape.title} {head}") for head in heads):
            yield from _whole_cells([cell], Fate.DATE)


def _ages(shape: Shape, spot: Spot) -> Iterator[Known]:
    """The labels that are ages: at least three that go up, of which one is a band (`10-13`, `17+`), or any under a
    head that says so."""
    said = re.search(r"\bages?\b", f"{shape.corner} {shape.title}", re.I) is not None
    run: list[tuple[str, Cell]] = []
    for row in shape.rows:
        aged = next(((age, c) for c in _label_cells(row) if (age := _age(spot, c))), None)
        if aged is None or (run and _years(aged[0]) <= _years(run[-1][0])):
            yield from _aged(run, said)
            run = []
        if aged is not None:
            run.append(aged)
    yield from _aged(run, said)


def _aged(run: Sequence[tuple[str, Cell]], said: bool) -> Iterator[Known]:
    bands = any(not age.isdigit() for age, _ in run)
    if said or (bands and len(run) >= _FEWEST_IN_ORDER):
        yield from _whole_cells((cell for _, cell in run), Fate.AGE)


def _age(spot: Spot, cell: Cell) -> str | None:
    found = spot.found_in(cell)
    return Meaning(found).age if found else None


def _years(age: str) -> int:
    return int(re.sub(r"\D*(\d+).*", r"\1", age)) - age.startswith("under")


def _wholes(shape: Shape) -> Iterator[Known]:
    """The 100 per cent under or beside a breakdown."""
    for row in shape.rows:
        for column, cell in row.values.items():
            head = shape.heads.get(column, "")
            for match in _HUNDRED.finditer(cell.text):
                is_share = match["sign"] or "%" in head
                if is_share and (row.is_total or _ALL.search(head)):
                    yield from located(cell.passage, Mention(*match.span()), Fate.WHOLE)


def _other_rows(shape: Shape, spot: Spot) -> Iterator[Known]:
    """The values beside a label of something that has no metric: an estimate of the population."""
    for row in shape.rows:
        labels = [found for cell in _label_cells(row) if (found := spot.found_in(cell))]
        if any(Meaning(found).is_foreign for found in labels):
            yield from _row_of_others(row, row.values.values())


def _is_of_other_things(shape: Shape, spot: Spot) -> bool:
    """Whether no word of a whole table, of what stands right over it and of its section's heading is one of a metric,
    while heads and labels do say what its values are."""
    labelled = all(_LETTERS.search(row.label) for row in shape.rows)
    headed = [text for text in shape.heads.values() if text]
    return bool(
        labelled
        and len(headed) * 2 > len(shape.heads)
        and any(_LETTERS.search(text) for text in headed)
        and not any(names_metrics(found) for found in spot.near)
        and not any(names_metrics(found) or found.members for found in spot.cells.values())
    )


def _row_of_others(row: Row, cells: Iterable[Cell]) -> Iterator[Known]:
    for cell in cells:
        fate = Fate.OTHER_SHARE if "%" in cell.text else Fate.OTHER_COUNT
        yield from located(cell.passage, Mention(0, len(cell.text)), fate, row.label)


def _is_money(values: Sequence[Cell], at: At) -> bool:
    """Whether most values are known to be money."""
    known = [at(cell.passage.start, cell.passage.end) for cell in values]
    return 2 * sum(k is not None and k.fate is Fate.MONEY for k in known) > len(known)


def _goes_on(table: Table, shape: Shape, above: Table) -> bool:
    """Whether a table without heads goes on with the one above it: it has about as many columns."""
    return not any(shape.heads.values()) and abs(table.column_count - above.column_count) <= 1


def _label_cells(row: Row) -> list[Cell]:
    values = {id(cell) for cell in row.values.values()}
    return [cell for cell in row.cells if id(cell) not in values]


def _whole_cells(cells: Iterable[Cell], fate: Fate) -> Iterator[Known]:
    for cell in cells:
        yield from located(cell.passage, Mention(0, len(cell.text)), fate)
