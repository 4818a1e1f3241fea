"""From sources to papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardmine.runs.sources import papers


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("2024-01/pack.pdf", "2024-01/.hidden.pdf", "2024-02/pack.pdf", "2024-02/late/pack.pdf", "[a]/b.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


@pytest.mark.parametrize(
    "sources, found",
    [
        (["2024-02"], ["2024-02/pack.pdf", "2024-02/late/pack.pdf"]),
        (["2024-*/*.pdf"], ["2024-01/pack.pdf", "2024-02/pack.pdf"]),
        (["2024-02/**/*.pdf"], ["2024-02/late/pack.pdf", "2024-02/pack.pdf"]),
        (["2024-0[12]/pack.pdf", "2024-01"], ["2024-01/pack.pdf", "2024-02/pack.pdf"]),
        (["[a]"], ["[a]/b.md"]),
        (["nothing/*.pdf", "none.pdf"], ["nothing/*.pdf", "none.pdf"]),
    ],
)
def test_files_folders_and_patterns(sources: list[str], found: list[str]) -> None:
    assert [path.as_posix() for path in papers(sources).files] == found


def test_patterns_may_begin_at_the_root(folder: Path) -> None:
    assert papers([f"{folder}/2024-01/*.pdf"]).files == [folder / "2024-01/pack.pdf"]
