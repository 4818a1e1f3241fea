"""The command line answers at once, and every command and option is explained."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from shell import SAMPLES
from typer.main import get_command

from boardmine.cli import command_line

HEAVY = ("spacy", "duckdb", "pypdfium2", "pdfplumber", "pydantic", "pyarrow", "rich", "docx", "yaml", "selectolax")
COMMANDS = get_command(command_line()).commands  # type: ignore[attr-defined]


def test_nothing_heavy_is_imported_before_a_command_is_called() -> None:
    script = "import sys, json, boardmine.cli as cli; cli.command_line(); print(json.dumps(list(sys.modules)))"
    loaded = json.loads(
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    )
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize(
    "arguments, unneeded",
    [
        (["sql", "SELECT 1 AS n"], ("spacy", "pypdfium2", "docx")),
        (["metrics", "cla.count"], ("spacy", "pypdfium2", "duckdb", "pyarrow", "boardmine.cli.sql")),
        (["ingest", "--quiet", str(SAMPLES)], ("spacy", "rich", "pyarrow", "boardmine.document", "boardmine.cli.sql")),
    ],
)
def test_a_command_imports_only_what_it_needs(filled: Path, arguments: list[str], unneeded: tuple[str, ...]) -> None:
    given = arguments if arguments[0] == "metrics" else [*arguments, "--db", str(filled)]
    script = "import sys\nfrom boardmine.cli import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", script, *given]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert [name for name in unneeded if name in loaded] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    first = command.help.splitlines()[0]
    assert first.endswith(".") and len(first) < 80
    for parameter in command.params:
        assert parameter.help, f"{name} {parameter.name}"


def test_help_lists_the_commands() -> None:
    printed = subprocess.run([sys.executable, "-m", "boardmine", "--help"], check=True, capture_output=True, text=True)
    assert all(name in printed.stdout for name in ("extract", "ingest", "sql", "metrics", "inspect", "tables"))
    assert printed.stderr == ""


def test_the_version_is_told() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "boardmine", "--version"], check=True, capture_output=True, text=True
    )
    assert printed.stdout.startswith("boardmine ")


def test_a_wrong_option_is_wrong_use() -> None:
    ended = subprocess.run([sys.executable, "-m", "boardmine", "sql", "--nope"], capture_output=True, text=True)
    assert ended.returncode == 2
    assert "--nope" in ended.stderr
