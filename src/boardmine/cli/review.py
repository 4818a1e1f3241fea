"""`boardmine review`: look at numbers in the browser, and decide."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database


def review(
    db: Database = DATABASE,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to serve at.")] = 8137,
    host: Annotated[
        str, typer.Option("--host", help="The address to serve at; beyond this machine only with a password.")
    ] = "127.0.0.1",
    reviewer: Annotated[
        str, typer.Option("--as", metavar="NAME", help="The name that decisions bear. [default: who is logged in]")
    ] = "",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export", metavar="FILE", help="Write reviewed records as reference records, and serve nothing."
        ),
    ] = None,
) -> None:
    """Review numbers in the browser, each marked on its page, and decide.

    Serves at an address of this machine until it is interrupted with Ctrl+C. The database is its own meanwhile. A
    password for other addresses is taken from BOARDMINE_PASSWORD.
    """
    if export is not None:
        _export(db, export)
        return
    from boardmine.errors import ExtraMissing

    try:
        from boardmine.review.serve import serve
        from boardmine.review.web.site import Settings
    except ModuleNotFoundError as error:
        raise ExtraMissing(f"a review needs {error.name}: pip install 'boardmine[review]'") from error
    import os
    import socket

    password = os.environ.get("BOARDMINE_PASSWORD", "")
    names = frozenset({socket.gethostname().lower(), socket.getfqdn().lower()}) if password else frozenset[str]()
    settings = Settings(reviewer or _logged_in(), port, password, names)

    def ready(address: str) -> None:
        typer.echo(f"{db} is open for review at {address}\nstop with Ctrl+C")

    serve(db, host, settings, browse=browser, ready=ready)


def _export(db: Path, file: Path) -> None:
    import json

    from boardmine.cli.text import counted
    from boardmine.review.gold import gold
    from boardmine.store.connect import reading

    with reading(db) as connection:
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in gold(connection)]
    try:
        file.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}", param_hint="--export") from error
    typer.echo(f"{counted(len(lines), 'reviewed record')} written to {file}")


def _logged_in() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"  # where an account has no name
