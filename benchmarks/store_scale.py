"""How the store does with two million observations: made up, loaded, asked.

    python benchmarks/store_scale.py [--observations 2000000] [--keep FILE]

Prints how long loading takes beside DuckDB's own copy of the same rows into a table without keys and constraints, how
long each view and macro takes to answer, and `series` for one metric beside a full export. Exit status 1 where a bound
is missed: loading within 3 times of the copy, `series` within a twentieth of the export.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from boardmine.catalogue import catalogue
from boardmine.reports.parquet_files import write_parquet
from boardmine.reports.rows import Source
from boardmine.store.append import append
from boardmine.store.connect import reading, writing
from boardmine.store.rows import OBSERVATIONS
from boardmine.store.transaction import transaction

PER_PAPER = 1_000
COUNCILS = 150
START = date(2015, 1, 1)
LOADING, SHARE = 3.0, 1 / 20
QUESTIONS = {
    "series, one metric": "SELECT * FROM series WHERE metric = 'cla.count'",
    "as_known_on, one metric": "SELECT * FROM as_known_on(DATE '2019-06-30') WHERE metric = 'cla.count'",
    "history_of": "SELECT * FROM history_of('cla.count')",
    "scorecard": "SELECT * FROM scorecard(DATE '2019-06-30')",
    "coverage": "SELECT * FROM coverage",
    "demand, one council": "SELECT * FROM demand WHERE council = 'Council 7'",
    "permanence, count": "SELECT route, count(*) FROM permanence GROUP BY route",
    "neet, count": "SELECT metric, count(*) FROM neet GROUP BY metric",
    "neet_breakdown": "SELECT * FROM neet_breakdown",
    "series, all": "SELECT * FROM series",
    "as_known_on, all": "SELECT * FROM as_known_on(DATE '2019-06-30')",
}


def papers(count: int) -> tuple[pa.Table, pa.Table]:
    """Documents and their parts: one part a paper, COUNCILS councils in turn, a paper every two months or so."""
    ids = [f"{i:016x}" for i in range(count)]
    days = [START + timedelta(days=61 * (i // COUNCILS)) for i in range(count)]
    names = [f"Council {i % COUNCILS}" for i in range(count)]
    documents = {
        "id": ids,
        "path": [f"synthetic/{i}.pdf" for i in ids],
        "name": [f"paper-{i}" for i in ids],
        "format": ["pdf"] * count,
        "council": names,
        "published": days,
        "characters": [100_000] * count,
        "observations": [PER_PAPER] * count,
        "notes": pa.array([[]] * count, pa.list_(pa.string())),
        "content_hash": ids,
        "rules": ["synthetic"] * count,
        "run": [1] * count,
    }
    parts = {
        "document": ids,
        "number": [0] * count,
        "kind": ["report"] * count,
        "council": names,
        "published": days,
        "date_stated": [True] * count,
    }
    return pa.table(documents), pa.table(parts)


def observations(documents: pa.Table, seed: int = 7) -> pa.Table:
    """PER_PAPER statements a paper about metrics and breakdowns of the catalogue, of the month before it or earlier."""
    random = np.random.default_rng(seed)
    count = documents.num_rows * PER_PAPER
    metrics = sorted(catalogue().metrics)
    reasons = ("", "reason=custody", "reason=mental_health", "gender=male", "gender=female", "age=16-17")
    chosen = random.integers(0, len(metrics), count)
    broken = random.integers(0, len(reasons), count)
    published = np.repeat(documents["published"].to_numpy(), PER_PAPER)
    months = published.astype("datetime64[M]") - random.integers(1, 5, count)
    numbers = random.integers(1, 900, count)
    texts = pa.array([str(n) for n in range(1_000)])
    words = pa.array([f"At the end of the month there were {n} children, as made up for this." for n in range(1_000)])
    position = np.tile(np.arange(1, PER_PAPER + 1), documents.num_rows)
    members: list[list[tuple[str, str]]] = [[tuple(r.split("="))] if r else [] for r in reasons]  # type: ignore[misc]
    columns: dict[str, Any] = {
        "document": documents["id"].combine_chunks().take(np.repeat(np.arange(documents.num_rows), PER_PAPER)),
        "position": position,
        "part": np.zeros(count),
        "metric": pa.array(metrics).take(chosen),
        "kind": ["level"] * count,
        "value": numbers.astype(float),
        "unit": ["count"] * count,
        "members": pa.array(members, pa.map_(pa.string(), pa.string())).take(broken),
        "breakdown": pa.array(reasons).take(broken),
        "area": ["authority"] * count,
        "role": ["actual"] * count,
        "bound": ["exact"] * count,
        "published": published.astype("datetime64[D]"),
        "period_start": months.astype("datetime64[D]"),
        "period_end": (months + 1).astype("datetime64[D]") - 1,
        "period_basis": ["stated"] * count,
        "certainty": ["high"] * count,
        "reason": ["made up"] * count,
        "quote": words.take(numbers),
        "char_start": position * 90,
        "char_end": position * 90 + 80,
        "number": texts.take(numbers),
        "number_start": position * 90 + 40,
        "number_end": position * 90 + 43,
        "page": position // 40 + 1,
    }  # fmt: skip
    arrays = [
        (columns[f.name] if isinstance(columns[f.name], pa.Array) else pa.array(columns[f.name])).cast(f.type)
        if f.name in columns
        else pa.nulls(count, f.type)
        for f in OBSERVATIONS
    ]
    return pa.Table.from_arrays(arrays, schema=OBSERVATIONS)


def timed(act: Callable[[], Any]) -> float:
    """How many seconds something takes."""
    start = perf_counter()
    act()
    return perf_counter() - start


def load(path: Path, documents: pa.Table, parts: pa.Table, rows: pa.Table) -> None:
    """Put all papers into a new store."""
    with writing(path, catalogue()) as connection, transaction(connection):
        append(connection, "documents", documents)
        append(connection, "parts", parts)
        append(connection, "observations", rows)


def copy(path: Path, rows: pa.Table) -> None:
    """DuckDB's own copy of the same rows."""
    with duckdb.connect(str(path)) as connection:
        connection.register("rows", rows)
        connection.execute("CREATE TABLE copied AS FROM rows")


def main() -> int:
    """Make, load, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--observations", type=int, default=2_000_000)
    parser.add_argument("--keep", type=Path, default=None, help="keep the store in this file")
    given = parser.parse_args()
    documents, parts = papers(max(given.observations // PER_PAPER, 1))
    rows = observations(documents)
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "scale.duckdb"
        print(f"{rows.num_rows:,} observations in {documents.num_rows:,} papers of {COUNCILS} councils")
        copied = timed(lambda: copy(Path(folder) / "copy.duckdb", rows))
        loaded = timed(lambda: load(path, documents, parts, rows))
        print(f"{'DuckDB copy':<28} {copied:8.2f} s  {rows.num_rows / copied:12,.0f} rows a second")
        print(
            f"{'load':<28} {loaded:8.2f} s  {rows.num_rows / loaded:12,.0f} rows a second, {loaded / copied:.1f} times"
        )
        with reading(path) as connection:
            export = timed(lambda: write_parquet(Source(connection), Path(folder) / "export"))
            print(f"{'export as Parquet':<28} {export:8.2f} s")
            took = {}
            for name, sql in QUESTIONS.items():
                took[name] = timed(lambda sql=sql: connection.sql(sql).to_arrow_table())  # type: ignore[misc]
                print(f"{name:<28} {took[name]:8.2f} s")
    ratio = took["series, one metric"] / export
    print(f"series of one metric takes {ratio:.3f} of the export (bound {SHARE})")
    print(f"loading takes {loaded / copied:.1f} times the copy (bound {LOADING})")
    return int(ratio > SHARE or loaded / copied > LOADING)


if __name__ == "__main__":
    sys.exit(main())
