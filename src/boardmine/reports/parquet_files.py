"""Parquet: statements partitioned by family and year, the rest beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from boardmine.reports.rows import Source, fresh_folder


def write_parquet(source: Source, folder: Path) -> list[Path]:
    """Write `statements/family=.../year=.../*.parquet`, and `findings.parquet`, `metrics.parquet` and
    `dimensions.parquet`, into a new folder. The year is that of the last day of the period; 0 where it is not known.
    A withheld value is null, with `suppressed` true.
    """
    fresh_folder(folder)
    batches = _with_year(source.statements())
    first = next(batches, None)
    if first is not None:
        ds.write_dataset(
            _chained(first, batches),
            folder / "statements",
            format="parquet",
            schema=first.schema,
            partitioning=ds.partitioning(pa.schema({"family": pa.string(), "year": pa.int32()}), flavor="hive"),
            max_partitions=4_096,
            existing_data_behavior="error",
        )
    tables = {"findings": source.findings(), "metrics": source.metrics(), "dimensions": source.dimensions()}
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return sorted(folder.rglob("*.parquet"))


def _chained(first: pa.RecordBatch, rest: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    yield first
    yield from rest


def _with_year(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        year = pc.fill_null(pc.year(batch["period_end"]).cast(pa.int32()), 0)
        family = pc.fill_null(batch["family"], "unknown")
        columns = {name: batch[name] for name in batch.schema.names}
        yield pa.RecordBatch.from_pydict({**columns, "family": family, "year": year})
