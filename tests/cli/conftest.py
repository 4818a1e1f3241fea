"""Runs the command line in this process, as a shell would."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from shell import SAMPLES, Ended, Run

from boardmine.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*arguments: object, columns: int = 100) -> Ended:
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ended(ended.value.code or 0, printed.out, printed.err)  # type: ignore[arg-type]

    return call


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """The sample documents, in a folder of their own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for path in SAMPLES.glob("20*"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def markdown(papers: Path) -> Path:
    return papers / "2023-07-11-childrens-services-scorecard.md"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample documents."""
    store = tmp_path_factory.mktemp("filled") / "samples.duckdb"
    with pytest.raises(SystemExit) as ended:
        main(["ingest", str(SAMPLES), "--db", str(store), "--jobs", "1"])
    assert not ended.value.code
    return store
