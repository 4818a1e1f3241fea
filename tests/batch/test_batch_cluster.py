"""A cluster of two workers, one of which is killed in the middle, reads what one machine reads."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_papers import FORMATS, write_small
from stores import rows_of_store

from boardmine.batch import cluster
from boardmine.batch.cluster import ingest_on, is_cluster
from boardmine.batch.commit import Done
from boardmine.batch.discover import discover
from boardmine.batch.gather import gather, plan_gathering
from boardmine.batch.ingest import ingest, make_plan
from boardmine.batch.plan import plan
from boardmine.batch.reading import Reading
from boardmine.batch.rules import fingerprint
from boardmine.batch.shared import SharedPlace, known_of
from boardmine.errors import ClusterError

distributed = pytest.importorskip("distributed")

PAPERS, BAD = 32, 2


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "papers"
    folder.mkdir()
    for i in range(PAPERS):
        write_small(folder, f"{i:02}", FORMATS[i % 4], 400 + i // 2)
    for i in range(BAD):
        (folder / f"bad{i}.pdf").write_bytes(b"%PDF-1.7\n" + b"rubbish " * (i + 1))
    return discover([folder]).files


@pytest.fixture
def local() -> Iterator[distributed.LocalCluster]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, memory_limit=0, silence_logs=50, scheduler_kwargs={"dashboard": False}
    ) as found:
        yield found


def test_a_worker_that_is_killed_costs_nothing(
    papers: list[Path], local: distributed.LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PAPERS", 4)
    place, there, here = SharedPlace(str(tmp_path / "place")), tmp_path / "there.duckdb", tmp_path / "here.duckdb"
    executor = local.scheduler_address.replace("tcp://", "dask://")
    done: list[Done] = []
    killed: list[int] = []

    def watch(one: Done) -> None:
        done.append(one)
        if len(done) == 8:
            killed.append(local.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    steps = plan(papers, known_of(place.newest()), fingerprint())
    counts = ingest_on(executor, place, steps, watch, Reading())
    assert killed
    assert (counts.new, counts.refused, len(done)) == (PAPERS, BAD, PAPERS + BAD)
    assert not any(step.to_read for step in plan(papers, known_of(place.newest()), fingerprint()))
    gather(place, plan_gathering(place, there), there, lambda one: None)
    ingest(make_plan(papers, here), here, lambda one: None, Reading(jobs=2))
    assert rows_of_store(there) == rows_of_store(here)


@pytest.mark.parametrize(
    "executor, is_one",
    [
        ("dask://10.0.0.7:8786", True),
        ("dask://head:8786/", True),
        ("dask://head", False),
        ("head:8786", False),
        ("", False),
    ],
)
def test_how_a_cluster_is_named(executor: str, is_one: bool) -> None:
    assert is_cluster(executor) is is_one


def test_a_cluster_that_is_not_there_is_said(
    papers: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_WAIT", 0.5)
    place = SharedPlace(str(tmp_path / "place"))
    with pytest.raises(ClusterError, match="no scheduler"):
        ingest_on("dask://127.0.0.1:9", place, plan(papers[:1], {}, "rules"), lambda one: None, Reading())
