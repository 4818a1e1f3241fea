"""A store for Python: questions whose answers are Arrow tables, or data frames of pandas or polars.

Each question opens the database and closes it again, so that nobody who wants to write is kept waiting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from boardmine.errors import ExtraMissing, QueryError
from boardmine.store.connect import one_line, reading
from boardmine.store.query import refuse_writes

if TYPE_CHECKING:
    import pandas
    import polars


@dataclass(frozen=True)
class Answer:
    """Rows, as an Arrow table; in a notebook they show themselves as a table."""

    table: pa.Table

    def arrow(self) -> pa.Table:
        """The rows as a pyarrow Table."""
        return self.table

    def pandas(self) -> pandas.DataFrame:
        """The rows as a pandas DataFrame. Raises ExtraMissing where pandas is not installed."""
        try:
            import pandas  # noqa: F401
        except ModuleNotFoundError as error:
            raise ExtraMissing("this needs pandas: pip install 'boardmine[frames]'") from error
        return self.table.to_pandas()

    def polars(self) -> polars.DataFrame:
        """The rows as a polars DataFrame. Raises ExtraMissing where polars is not installed."""
        try:
            import polars
        except ModuleNotFoundError as error:
            raise ExtraMissing("this needs polars: pip install 'boardmine[frames]'") from error
        frame = polars.from_arrow(self.table)
        assert isinstance(frame, polars.DataFrame)
        return frame

    def rows(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def _repr_html_(self) -> str:
        from html import escape

        shown = self.table.slice(0, 50).to_pylist()
        head = "".join(f"<th>{escape(name)}</th>" for name in self.table.schema.names)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape('' if v is None else str(v))}</td>" for v in row.values()) + "</tr>"
            for row in shown
        )
        more = f"<p>{len(self) - 50:,} rows more</p>" if len(self) > 50 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


class Store:
    """A database of papers, to be asked. Nothing that is asked changes it.

    Columns are those of the views and macros of the same names: `boardmine schema` explains them.
    """

    def __init__(self, path: Path) -> None:
        """Look whether the database is there and can be read. Raises StoreError."""
        self.path = path
        with reading(path):
            pass

    def __repr__(self) -> str:
        return f"open_store({str(self.path)!r})"

    def series(
        self, metric: str, *, breakdown: str | None = "", area: str | None = "authority", role: str | None = "actual"
    ) -> Answer:
        """The newest statement of each figure of a metric, in order of period.

        `breakdown` as the column is written (`gender=male`); None for `breakdown`, `area` or `role` takes all.
        """
        return self._series("series", [], metric, {"breakdown": breakdown, "area": area, "role": role})

    def as_known_on(
        self,
        day: date | str,
        metric: str,
        *,
        breakdown: str | None = "",
        area: str | None = "authority",
        role: str | None = "actual",
    ) -> Answer:
        """The same as it was known on a day: only what had been published by then."""
        return self._series(
            "as_known_on(?::DATE)", [_day(day)], metric, {"breakdown": breakdown, "area": area, "role": role}
        )

    def history(self, metric: str) -> Answer:
        """Every statement of every figure of a metric, with the one before it."""
        return self._ask("SELECT * FROM history_of(?)", [metric])

    def scorecard(self, day: date | str) -> Answer:
        """What the newest papers on a day state, beside the period before and the year before."""
        return self._ask("SELECT * FROM scorecard(?::DATE)", [_day(day)])

    def coverage(self) -> Answer:
        """Which metrics which meetings reported."""
        return self._ask("SELECT * FROM coverage ORDER BY council, family, metric", [])

    def findings(self) -> Answer:
        """What does not fit together, worst first."""
        return self._ask(
            "SELECT * FROM findings ORDER BY list_position(['error', 'warning', 'note'], severity), metric, id", []
        )

    def sql(self, query: str) -> Answer:
        """The answer to one SQL statement that reads. Raises QueryError for any other."""
        refuse_writes(query)
        return self._ask(query, [])

    def _series(self, source: str, given: list[Any], metric: str, wanted: Mapping[str, str | None]) -> Answer:
        conditions = ["metric = ?"] + [f"{name} = ?" for name, value in wanted.items() if value is not None]
        values = [*given, metric, *(value for value in wanted.values() if value is not None)]
        order = "council, breakdown, area, unit, role, period_end, period_start"
        return self._ask(f"SELECT * FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {order}", values)  # noqa: S608

    def _ask(self, sql: str, values: list[Any]) -> Answer:
        with reading(self.path) as connection:
            try:
                return Answer(connection.sql(sql, params=values).to_arrow_table())
            except duckdb.Error as error:
                raise QueryError(one_line(str(error).partition("\n\nLINE ")[0])) from error


def _day(day: date | str) -> str:
    return day if isinstance(day, str) else day.isoformat()
