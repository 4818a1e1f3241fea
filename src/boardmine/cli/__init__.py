"""The command line: one file a group of commands, which parse, call and render.

`boardmine --help` must answer at once, so nothing heavy is imported here or at the head of a command's file: what a
command needs it imports when it is called. A test holds that.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from boardmine.cli.check import check
from boardmine.cli.diff import diff
from boardmine.cli.evaluate import evaluate
from boardmine.cli.explain import explain
from boardmine.cli.export import export
from boardmine.cli.extract import extract
from boardmine.cli.fetch import fetch
from boardmine.cli.gather import gather
from boardmine.cli.ingest import ingest
from boardmine.cli.inspect import inspect
from boardmine.cli.metrics import metrics
from boardmine.cli.rejects import rejects
from boardmine.cli.report import report
from boardmine.cli.retry import retry
from boardmine.cli.review import review
from boardmine.cli.run import run
from boardmine.cli.schema import schema
from boardmine.cli.show import show
from boardmine.cli.sql import sql
from boardmine.cli.tables import tables
from boardmine.cli.watch import watch
from boardmine.errors import BoardmineError

__all__ = ["app", "main"]

app = typer.Typer(
    name="boardmine",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"boardmine {version('boardmine')}")
        raise typer.Exit


@app.callback()
def _boardmine(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Reads the agenda packs, minutes and reports of UK councils and gives back the children's-services numbers in
    them as typed records with evidence."""


for _command in (
    extract,
    fetch,
    ingest,
    gather,
    watch,
    rejects,
    retry,
    diff,
    run,
    check,
    show,
    explain,
    sql,
    export,
    report,
    review,
    schema,
    metrics,
    inspect,
    tables,
    evaluate,
):
    app.command()(_command)


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
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its number, and does not stop the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # Libraries that read PDFs have much to say of each; what matters is in the notes of a document.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        app(args)
    except SystemExit as end:
        return _flushed(end.code)
    except BoardmineError as error:
        _flushed(None)
        typer.echo(f"boardmine: {' '.join(str(error).split())}", err=True)
        return error.exit_status
    except KeyboardInterrupt:
        return 130
    return _flushed(0)


def _flushed(status: int | str | None) -> int | str | None:
    """Write out what is left. A reader that has gone (`boardmine sql ... | head`) is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
