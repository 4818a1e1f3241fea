"""The command line: one file a command, which parses, calls and renders.

Of the commands only the one that is called is loaded; `boardmine --help` loads all and must answer at once, so nothing
heavy is imported here or at the head of a command's file: what a command needs it imports when it is called. Tests hold
that.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from boardmine.errors import BoardmineError

__all__ = ["COMMANDS", "command_line", "main"]

COMMANDS = (
    "extract",
    "fetch",
    "ingest",
    "gather",
    "watch",
    "rejects",
    "retry",
    "diff",
    "run",
    "check",
    "show",
    "explain",
    "sql",
    "export",
    "report",
    "review",
    "schema",
    "metrics",
    "inspect",
    "tables",
    "evaluate",
)
"""The commands in the order in which the help tells them: each a function, in a file of its name."""


def command_line(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """The command line with the commands that are named."""
    app = typer.Typer(
        name="boardmine",
        callback=_boardmine,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in names:
        app.command()(getattr(import_module(f"boardmine.cli.{name}"), name))
    return app


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; ends the process.

    Exit status: 0 done; 1 some file could not be read; 2 wrong use, or a wrong catalogue; 3 the database cannot be
    used; 130 interrupted; 143 asked to end.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _asked_to_end)
    sys.exit(_status(args))


def _asked_to_end(number: int, _: object) -> NoReturn:
    """As for Ctrl-C: workers are ended, files closed, what was written stays."""
    raise SystemExit(128 + number)


def _status(args: Sequence[str] | None) -> int | str | None:
    given = sys.argv[1:] if args is None else args
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its number, and does not stop the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # Libraries that read PDFs have much to say of each; what matters is in the notes of a document.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        command_line(_called(given))(given)
    except SystemExit as end:
        return _flushed(end.code)
    except BoardmineError as error:
        _flushed(None)
        typer.echo(f"boardmine: {' '.join(str(error).split())}", err=True)
        return error.exit_status
    except KeyboardInterrupt:
        return 130
    return _flushed(0)


def _called(given: Sequence[str]) -> Sequence[str]:
    """The command that arguments begin with; all where they begin otherwise, for then all may have to be told."""
    return given[:1] if given and given[0] in COMMANDS else COMMANDS


def _flushed(status: int | str | None) -> int | str | None:
    """Write out what is left. A reader that has gone (`boardmine sql ... | head`) is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"boardmine {version('boardmine')}")
        raise typer.Exit


def _boardmine(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Reads the agenda packs, minutes and reports of UK councils and gives back the children's-services numbers in
    them as typed records with evidence."""
