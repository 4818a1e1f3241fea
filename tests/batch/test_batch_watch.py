"""A paper counts as arrived when nothing about it changes any more."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from boardmine.batch.watch import Arrivals, arrivals, papers_in


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_file_is_given_when_it_has_settled_and_again_when_it_changes(tmp_path: Path) -> None:
    clock = Clock()
    seen = Arrivals(5, clock)
    paper = tmp_path / "a.md"

    def look(now: float, content: str | None = None) -> list[Path]:
        clock.now = now
        if content is not None:
            paper.write_text(content)
            os.utime(paper, (now, now))
        return seen.look([paper])

    assert look(0) == []
    assert look(1, "half") == []
    assert look(5.5) == []
    assert look(5.8, "half and more") == []
    assert look(10.5) == []
    assert look(10.9) == [paper]
    assert look(60) == []
    assert look(61, "anew") == []
    assert look(66) == [paper]
    paper.unlink()
    assert look(70) == []
    assert look(71, "anew") == []
    assert look(76) == [paper]


def test_names_of_what_is_half_there_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf.part", "c.crdownload", ".d.pdf.x7Yz", "~$e.docx", "f.tmp"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in papers_in(tmp_path)] == ["a.pdf"]


def test_what_comes_is_told_until_it_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("x")
    stop = threading.Event()
    found: list[str] = []
    for arrived in arrivals(tmp_path, stop, 0.3):
        found += [path.name for path in arrived]
        if found == ["old.md"] and not (tmp_path / "deep").exists():
            (tmp_path / "deep").mkdir()
            (tmp_path / "deep" / "new.md").write_text("y")
        if len(found) == 2:
            stop.set()
    assert found == ["old.md", "new.md"]
