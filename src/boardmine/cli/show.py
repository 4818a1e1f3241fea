"""`boardmine show`: one metric over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from boardmine.cli.options import DATABASE, Database

if TYPE_CHECKING:
    from boardmine.store.lookup import Stated

ALL = "all"


def show(
    metric: Annotated[str, typer.Argument(metavar="METRIC", help="Such as cla.count; `boardmine metrics` lists them.")],
    db: Database = DATABASE,
    by: Annotated[
        str, typer.Option("--by", metavar="DIMENSION", help="Broken down by this dimension; `all` for every one.")
    ] = "",
    area: Annotated[str, typer.Option("--area", help="Whose numbers; `all` for everybody's.")] = "authority",
) -> None:
    """Show a metric over time, as a table with bars and restatements marked.

    Each period has its newest statement; where earlier papers gave other values, they are said beside it.
    """
    from boardmine.cli.metrics import known_metric
    from boardmine.cli.timeline import show_series
    from boardmine.store.connect import reading
    from boardmine.store.lookup import history

    found = known_metric(metric, "METRIC")
    with reading(db) as connection:
        statements = history(connection, found.id)
    shown = [s for s in statements if area in (ALL, s.area) and _broken_down(s, by)]
    show_series(found, shown, len(statements) - len(shown))


def _broken_down(statement: Stated, by: str) -> bool:
    dimensions = [part.partition("=")[0] for part in statement.breakdown.split(", ") if part]
    return by == ALL or dimensions == ([by] if by else [])
