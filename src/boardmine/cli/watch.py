"""`boardmine watch`: papers into a database as they arrive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database
from boardmine.cli.workers import Jobs, MemoryLimit, TimeLimit, reading_of


def watch(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The folder into which papers come.")
    ],
    db: Database = DATABASE,
    settle: Annotated[
        float, typer.Option("--settle", min=0.1, metavar="SECONDS", help="How long a file must not have changed.")
    ] = 5,
    poll: Annotated[bool, typer.Option("--poll", help="Look again and again: for folders of another machine.")] = False,
    jobs: Jobs = None,
    time_limit: TimeLimit = 300,
    memory_limit: MemoryLimit = 2_000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only name files that cannot be read.")] = False,
) -> None:
    """Read papers as they arrive in a folder, until it is stopped.

    A paper is read when it has arrived whole, not while it is being copied. Between papers the database is closed, so
    that others can ask it. Ctrl-C or SIGTERM ends it when what is being read is written; a second one at once.
    """
    import signal
    import threading

    from boardmine.batch.planning import make_plan
    from boardmine.batch.watch import arrivals
    from boardmine.cli.ingesting import Shown, carry_out
    from boardmine.errors import StoreLocked
    from boardmine.fetch.places import place

    stop = threading.Event()

    def end(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, signal.default_int_handler)

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    reading = reading_of(jobs, time_limit, memory_limit)
    held: list[Path] = []
    told = ""
    try:
        if not quiet:
            typer.echo(f"watching {folder}")
        for arrived in arrivals(folder, stop, settle, poll):
            held += arrived
            if not held:
                continue
            try:
                steps = [step for step in make_plan(held, db, reading) if step.to_read]
                if steps:
                    carry_out(steps, db, reading, Shown(quiet))
                if place(folder).is_file():
                    from boardmine.batch.fetched import take_over

                    take_over([folder], db)
                held, told = [], ""
            except StoreLocked as error:
                # Somebody asks it something: what has arrived waits, and that is said once.
                if told != str(error):
                    told = str(error)
                    typer.echo(f"boardmine: {told}", err=True)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if not quiet:
        typer.echo("stopped")
