"""What the documents say is so: their commands run and print what stands there, their queries run, their links lead
somewhere, and every command of boardmine is in them.

    BOARDMINE_REWRITE=1 python -m pytest tests/test_docs.py

writes what the commands print now into the documents; look at the difference before it is committed.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from console import BLOCK, Shell, commands, rerun
from typer.main import get_command
from warm import warm

from boardmine.cli import command_line
from boardmine.readers.limits import Limits
from boardmine.runs.configuration import Configuration, FetchEntry, ReadingEntry

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = [path for path in DOCUMENTS if "```console" in path.read_text(encoding="utf-8")]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are a shell's")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code, in whose folder the commands run."""
    folder = tmp_path_factory.mktemp("checkout") / "boardmine"
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return put_back(folder)


@pytest.fixture(scope="module")
def launchers(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the commands `boardmine` and `python3`."""
    with warm(checkout, tmp_path_factory.mktemp("warm") / "bin") as folder:
        python = folder / "python3"
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I "$@"\n', encoding="utf-8")
        python.chmod(0o755)
        yield folder


@pytest.fixture
def shell(checkout: Path, launchers: Path) -> Iterator[Shell]:
    """A terminal of 80 columns in a folder in which files may be changed."""
    yield Shell(checkout, os.environ | {"PATH": f"{launchers}:{os.environ['PATH']}", "COLUMNS": "80"})
    put_back(checkout)


def put_back(checkout: Path) -> Path:
    """What a document finds: all but the code as if nobody had been there before."""
    for left in checkout.iterdir():
        if left.is_file():
            left.unlink()
        elif left.name != "src":
            shutil.rmtree(left)
    for name in ("schemas", "pipelines", "sample_docs"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    return checkout


@pytest.mark.parametrize("document", RUN, ids=lambda path: path.name)
def test_commands_print_what_stands_there(document: Path, shell: Shell) -> None:
    text = document.read_text(encoding="utf-8")
    now = rerun(text, shell)
    if os.environ.get("BOARDMINE_REWRITE"):
        document.write_text(now, encoding="utf-8")
    else:
        assert now == text


def test_every_command_is_shown() -> None:
    shown = " ".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    known = get_command(command_line()).commands  # type: ignore[attr-defined]
    assert [name for name in known if f"boardmine {name}" not in shown] == []


def test_every_command_shown_is_known() -> None:
    known = get_command(command_line()).commands  # type: ignore[attr-defined]
    called = [re.findall(r"[\w-]+", command) for path in RUN for command in commands(path.read_text(encoding="utf-8"))]
    assert {words[1] for words in called if words[0] == "boardmine"} <= {*known, "--help", "--version"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = BLOCK.sub("", document.read_text(encoding="utf-8"))
    assert [link for link in LINK.findall(text) if not (document.parent / link).exists()] == []


def test_every_key_of_a_run_configuration_is_described() -> None:
    told = (ROOT / "docs" / "runs.md").read_text(encoding="utf-8")
    keys = {*Configuration.model_fields, *(f"reading.{key}" for key in ReadingEntry.model_fields)}
    keys |= {f"sources.{key}" for key in FetchEntry.model_fields}
    assert [key for key in keys if f"| `{key}` |" not in told] == []
    assert [bound.name for bound in fields(Limits) if f"`{bound.name}`" not in told] == []
