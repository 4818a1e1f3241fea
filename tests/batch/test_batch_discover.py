"""Which files of a folder are papers."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from boardmine.batch.discover import discover
from boardmine.batch.plan import State, gone, plan
from boardmine.store.names import path_text
from boardmine.store.state import Known


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        *("b/minutes.pdf", "b/a/report.docx", "a.md", "a.md.meta.json", "a.meta.json", "B.HTML", "no ending"),
        *("README.md", "b/Readme.txt", "run.py", "data.jsonl", "store.duckdb", "store.duckdb.wal", "photo.png"),
        *(".hidden.pdf", ".git/config", "__pycache__/x.pdf", "~$report.docx"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(b"x")
    return tmp_path


def names(root: Path, *paths: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in discover(paths).files]


def test_a_folder_is_searched_whole_and_in_order(folder: Path) -> None:
    found = discover([folder])
    assert [p.relative_to(folder).as_posix() for p in found.files] == [
        *("B.HTML", "a.md", "no ending", "photo.png", "b/minutes.pdf", "b/a/report.docx")
    ]
    assert found.passed_over == {"README": 2, ".py": 1, ".jsonl": 1, ".duckdb": 1, ".wal": 1}


def test_a_file_that_is_named_is_taken_whatever_its_name(folder: Path) -> None:
    given = [folder / name for name in ("run.py", "README.md", ".hidden.pdf")]
    assert discover(given).files == given


def test_a_sidecar_is_never_a_paper(folder: Path) -> None:
    assert names(folder, folder / "a.md.meta.json", folder / "a.md") == ["a.md"]


def test_a_file_that_is_reached_twice_is_there_once(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "a.md")
    (folder / "loop").symlink_to(folder)
    assert names(folder, folder / "a.md", folder / "b" / ".." / "a.md", folder, folder).count("a.md") == 1
    assert "link.md" not in names(folder, folder)


def test_what_is_not_there_is_given_back_for_the_reader_to_say(folder: Path) -> None:
    assert names(folder, folder / "no.pdf") == ["no.pdf"]


def test_links_in_a_circle_end_nothing(folder: Path) -> None:
    circle = folder / "circle.md"
    circle.symlink_to(folder / "round.md")
    (folder / "round.md").symlink_to(circle)
    assert "circle.md" not in names(folder, folder)
    assert names(folder, circle) == ["circle.md"]
    assert [step.state for step in plan([circle], {}, "rules")] == [State.MISSING]


def test_a_folder_that_may_not_be_searched_is_said_and_nothing_in_it_is_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = folder / "b"

    def refuse(path: object, wanted: Callable[..., object]) -> object:
        if Path(str(path)).is_relative_to(shut) and path != shut:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return wanted(path)

    known = {path_text(shut / "minutes.pdf"): Known("x", "rules", 3)}
    search, look = os.scandir, Path.stat
    monkeypatch.setattr(
        os, "scandir", lambda path: refuse(f"{path}/." if Path(path) == shut else path, lambda _: search(path))
    )
    monkeypatch.setattr(Path, "stat", lambda path, **how: refuse(path, lambda _: look(path, **how)))
    found = discover([folder])
    assert [(path, "denied" in reason) for path, reason in found.closed.items()] == [(shut, True)]
    assert "a.md" in [path.name for path in found.files]
    assert gone([folder], known) == []
