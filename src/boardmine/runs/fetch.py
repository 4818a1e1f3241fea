"""The step that gets papers from the sites of councils."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from boardmine.errors import FetchError
from boardmine.fetch.order import Counts
from boardmine.runs.configuration import FetchEntry
from boardmine.runs.job import Job, Said


def fetch(job: Job) -> Said | None:
    """Fetch what is due of each committee that is named, or say in a dry run what would be fetched.

    A site that cannot be asked is told, and the run goes on with what is held.
    """
    entries = job.configuration.fetches
    if not entries:
        return None
    total = Counts()
    lines = []
    for entry in entries:
        try:
            counts = _fetch(entry, job)
        except FetchError as error:
            total.failed += 1
            lines.append(f"not fetched: {error}")
            continue
        for field in fields(Counts):
            setattr(total, field.name, getattr(total, field.name) + getattr(counts, field.name))
    return Said((*total.said(None, job.dry_run), *lines), failed=total.failed)


def _fetch(entry: FetchEntry, job: Job) -> Counts:
    # Slow to import, and needed by few runs.
    from boardmine.fetch.addresses import Site
    from boardmine.fetch.carry_out import carry_out
    from boardmine.fetch.client import Client

    client = Client(Site.parse(entry.fetch), entry.interval, entry.contact, entry.allow_private_addresses)
    with client, job.listener.fetching() as hearer:
        return carry_out(entry.order(job.dry_run), client, hearer, date.today())
