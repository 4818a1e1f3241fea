"""A clock that takes no time, and the site of a council that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from council_site import Council, serve
from listening import Fetch, Heard, Still, marked_here
from wexcombe import wexcombe

from boardmine.fetch.addresses import Site
from boardmine.fetch.carry_out import carry_out
from boardmine.fetch.client import Bounds, Client
from boardmine.fetch.model import Kind
from boardmine.fetch.order import DEFAULT_KINDS, Counts, Order

TODAY = date(2024, 5, 1)


@pytest.fixture
def clock() -> Still:
    return Still()


@pytest.fixture
def council() -> Council:
    return wexcombe()


@pytest.fixture
def site(council: Council) -> Iterator[str]:
    with serve(council) as address:
        yield address


@pytest.fixture
def ask(site: str, clock: Still) -> Iterator[Callable[..., Client]]:
    """Makes clients of the council's site."""
    with ExitStack() as stack:

        def make(**bounds: float) -> Client:
            client = Client(Site.parse(site), private=True, clock=clock, bounds=Bounds(**bounds))  # type: ignore[arg-type]
            return stack.enter_context(client)

        yield make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "papers"


@pytest.fixture
def fetch(ask: Callable[..., Client], folder: Path) -> Fetch:
    """Fetches from the council's site into a folder, as the command line would."""

    def run(
        *kinds: Kind,
        committee: str = "Corporate Parenting Panel",
        today: date = TODAY,
        bounds: dict[str, float] | None = None,
        **order: object,
    ) -> tuple[Counts, Heard]:
        heard = Heard()
        wanted = Order((committee,), folder, kinds=frozenset(kinds) or DEFAULT_KINDS, **order)  # type: ignore[arg-type]
        return carry_out(wanted, ask(**(bounds or {})), heard, today, marked_here), heard

    return run
