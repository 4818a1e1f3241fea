"""Manners towards a site: a pause between requests, and what its robots.txt allows."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Protocol

from protego import Protego

from boardmine.errors import RobotsRefused

INTERVAL = 2.0
"""Seconds between two requests, where the site does not ask for more."""

LEAST_INTERVAL = 1.0
"""Seconds that are kept whatever is asked for, but with a server of one's own."""

LONGEST_INTERVAL = 120.0
"""A site that asks for more between two requests does not want to be read by programs."""

NAME = "boardmine"
"""What robots.txt may call this program."""


class Clock(Protocol):
    """What time it is, in seconds from anywhere, and waiting."""

    def now(self) -> float:
        """Seconds; never less than before."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> float:
        """Seconds."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


@dataclass(slots=True)
class Pace:
    """Lets requests through one at a time, `interval` seconds apart."""

    clock: Clock
    interval: float = INTERVAL
    _last: float | None = field(default=None, init=False)

    def wait(self) -> None:
        """Wait until the next request may go out."""
        if self._last is not None:
            left = self._last + self.interval - self.clock.now()
            if left > 0:
                self.clock.sleep(left)
        self._last = self.clock.now()

    def done(self) -> None:
        """A request has been answered: the pause counts from here."""
        self._last = self.clock.now()


@dataclass(frozen=True, slots=True)
class Robots:
    """What a robots.txt allows to this program."""

    rules: Protego

    @classmethod
    def parse(cls, text: str) -> Robots:
        """The rules in a robots.txt; an empty one allows everything."""
        return cls(Protego.parse(text))

    def interval(self) -> float:
        """Seconds that the site wants between two requests, 0 where it does not say. Raises RobotsRefused where that
        is beyond all bearing."""
        rate = self.rules.request_rate(NAME)
        wanted = max(self.rules.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        if wanted > LONGEST_INTERVAL:
            raise RobotsRefused(f"robots.txt asks for {wanted:,.0f} seconds between two requests: ask the council")
        return wanted

    def check(self, address: str) -> None:
        """Raises RobotsRefused for an address that is not allowed."""
        if not self.rules.can_fetch(address, NAME):
            raise RobotsRefused(f"{address}: robots.txt does not allow it to programs; ask the council")


def user_agent(contact: str = "") -> str:
    """What the program calls itself towards a site, with an address of whoever runs it."""
    who = " ".join(contact.encode("ascii", "replace").decode("ascii").split())
    return f"{NAME}/{version(NAME)} (reads published committee papers{f'; {who}' if who else ''})"
