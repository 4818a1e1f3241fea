"""Commands that stand in a document with what they print: taken out of it, run, and put back.

In a Markdown document

- a block `console` holds commands behind `$ ` and below each all that it prints, errors too;
- a block `sql` holds one query, which must run in the database named in the line `-- FILE` at its head;
- a block whose language is followed by a path (`text visits.txt`) is added to that file.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shell:
    """Where commands are run, and with what environment."""

    folder: Path
    environment: dict[str, str]

    def run(self, command: str) -> str:
        """What a command prints, without blanks at the ends of lines; paths in the folder count from there."""
        ended = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        printed = ended.stdout.replace(f"{self.folder}/", "")
        return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def rerun(text: str, shell: Shell) -> str:
    """A document with what its commands print now."""
    return BLOCK.sub(lambda block: _rerun(block, shell), text)


def commands(text: str) -> Iterator[str]:
    """The commands of a document."""
    for block in BLOCK.finditer(text):
        if block["language"] == "console":
            yield from _commands(block["body"])


def _rerun(block: re.Match[str], shell: Shell) -> str:
    if block["file"]:
        file = shell.folder / block["file"]
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before + block["body"], encoding="utf-8")
    elif block["language"] == "console":
        printed = "\n".join(f"$ {command}\n{shell.run(command)}" for command in _commands(block["body"]))
        return f"```console\n{printed}```"
    elif block["language"] == "sql":
        database, _, query = block["body"].removeprefix("-- ").partition("\n")
        said = shell.run(f"boardmine sql --db {database} --format csv {shlex.quote(query)}")
        assert said.count("\n") > 1, f"{query}gives {said or 'nothing'}"
    return block[0]


def _commands(body: str) -> Iterator[str]:
    command = ""
    for line in body.splitlines():
        if command:
            command += f"\n{line}"
        elif line.startswith("$ "):
            command = line.removeprefix("$ ")
        if command and _is_whole(command):
            yield command
            command = ""
    assert not command, f"a quotation is not closed: {command}"


def _is_whole(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:
        return False
    return not command.endswith("|")
