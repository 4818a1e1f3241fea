"""`boardmine fetch`: committee papers from the site on which a council publishes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardmine.fetch.model import Kind

if TYPE_CHECKING:
    from boardmine.fetch.client import Client
    from boardmine.fetch.order import Order


class FetchFormat(StrEnum):
    """How a fetch says what it does."""

    TEXT = "text"
    JSONL = "jsonl"


_DAY = ["%Y-%m-%d"]


def fetch(
    site: Annotated[str, typer.Argument(metavar="SITE", help="The site, such as democracy.example.gov.uk.")],
    committee: Annotated[
        list[str] | None,
        typer.Option("--committee", "-c", metavar="NAME", help="Title or number of a committee; may be given again."),
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="DIR", file_okay=False, help="The folder for the papers.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", metavar="DATE", formats=_DAY, help="Only meetings from this day on.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", metavar="DATE", formats=_DAY, help="Only meetings up to this day.")
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", "-k", help="What to fetch; may be given again. [default: packs, minutes]"),
    ] = None,
    listing: Annotated[
        bool, typer.Option("--list", help="Only list committees; of a --committee its meetings, by default of a year.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be fetched.")] = False,
    council: Annotated[
        str, typer.Option("--council", metavar="NAME", help="The council's name, where its pages do not give it.")
    ] = "",
    contact: Annotated[
        str, typer.Option("--contact", metavar="ADDRESS", help="Your e-mail or web address, told to the site.")
    ] = "",
    interval: Annotated[
        float | None, typer.Option("--interval", min=0, metavar="SECONDS", help="Between two requests. [default: 2]")
    ] = None,
    recheck: Annotated[
        int | None,
        typer.Option(
            "--recheck", min=0, metavar="DAYS", help="So long after a meeting its papers may grow. [default: 120]"
        ),
    ] = None,
    private: Annotated[
        bool, typer.Option("--allow-private-addresses", help="For a server of your own, in your own network.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only name what failed or was set aside.")] = False,
    form: Annotated[FetchFormat, typer.Option("--format", help="How to say what is done.")] = FetchFormat.TEXT,
) -> None:
    """Fetch a committee's papers from the site of a council (ModernGov).

    What is held is not fetched again, so the same command every month gets what is new; a pack that has grown is
    fetched again. Each paper has a sidecar with what the site says of it. Exempt items are never fetched. Only the site
    that is named is contacted, one request at a time, as its robots.txt allows. Exit status: 0, or 1 where something
    failed.
    """
    from boardmine.fetch.addresses import Site
    from boardmine.fetch.client import Client
    from boardmine.fetch.manners import INTERVAL
    from boardmine.fetch.order import RECHECK, Order

    if not listing and not committee:
        raise typer.BadParameter("name a committee; --list shows them", param_hint="--committee")
    if not listing and into is None:
        raise typer.BadParameter("name the folder for the papers", param_hint="--into")
    order = Order(
        committees=tuple(committee or ()),
        into=into or Path(),
        since=since.date() if since else None,
        until=until.date() if until else None,
        kinds=frozenset(kind or (Kind.PACKS, Kind.MINUTES)),
        council=council,
        recheck=RECHECK if recheck is None else recheck,
        dry_run=dry_run,
    )
    as_json = form is FetchFormat.JSONL
    with Client(Site.parse(site), INTERVAL if interval is None else interval, contact, private) as client:
        if listing:
            _list(client, order.committees, order.since, order.until, as_json)
        elif not _fetch(client, order, as_json, quiet):
            raise typer.Exit(1)


def _fetch(client: Client, order: Order, as_json: bool, quiet: bool) -> bool:
    """Whether nothing failed."""
    from boardmine.cli.fetching import FetchJsonLines, FetchQuiet, FetchWatching
    from boardmine.cli.progress import show
    from boardmine.fetch.carry_out import carry_out

    watch = FetchJsonLines() if as_json else FetchQuiet() if quiet else FetchWatching(order.dry_run)
    with watch:
        counts = carry_out(order, client, watch, date.today())
    if isinstance(watch, FetchJsonLines):
        watch.finish(counts)
    elif not quiet:
        show(counts.said(order.into, order.dry_run))
    return not counts.failed


def _list(client: Client, names: tuple[str, ...], since: date | None, until: date | None, as_json: bool) -> None:
    from boardmine.cli.listings import show_committees, show_meetings
    from boardmine.fetch.order import Order
    from boardmine.fetch.register import Register, chosen

    register = Register(client)
    committees = register.committees()
    if not names:
        show_committees(committees, register.notes, as_json)
        return
    first, last = Order(names, Path(), since or date.today() - timedelta(days=365), until).span(date.today())
    meetings = [m for c in chosen(committees, names) for m in register.meetings(c, first, last)]
    show_meetings(register, meetings, as_json)
