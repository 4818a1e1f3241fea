"""Asks a site: one request at a time, politely, with retries, within bounds of size and time.

- `text` reads a page or an answer of the web service
- `look` says how large a file is and when it changed, without reading it
- `open` gives an answer whose body is yet to be read
- `again` does something until it works, with growing pauses
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, TypeVar

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from boardmine.errors import AnswerRefused, FetchError, NotPublished, SiteUnreachable
from boardmine.fetch.addresses import Site
from boardmine.fetch.manners import INTERVAL, LEAST_INTERVAL, Clock, Pace, Robots, SystemClock, user_agent
from boardmine.fetch.network import Transport

T = TypeVar("T")

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_MOST_REDIRECTS = 5
_ROBOTS_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an answer may be: bytes of a page or an answer of the web service, bytes of a file, seconds of silence,
    seconds in all; and how often a request is made before it is given up."""

    page_bytes: int = 20_000_000
    file_bytes: int = 300_000_000
    silence: float = 60
    seconds: float = 1_800
    tries: int = 4
    longest_pause: float = 300


DEFAULT_BOUNDS = Bounds()


class Passing(Exception):
    """What may be over at the next try. `pause` is how many seconds the site asks to wait."""

    def __init__(self, reason: str, pause: float = 0) -> None:
        super().__init__(reason)
        self.pause = pause


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a file without reading it: bytes, and when it changed in the words of the server; each may be
    missing."""

    size: int | None = None
    changed: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything is known."""
        return self.size is not None or bool(self.changed)


@dataclass(slots=True)
class Client:
    """A site that is asked. `private` allows addresses that are not public, for a server of one's own; `silent` counts
    the addresses in a row that gave no answer."""

    site: Site
    interval: float = INTERVAL
    contact: str = ""
    private: bool = False
    bounds: Bounds = DEFAULT_BOUNDS
    clock: Clock = field(default_factory=SystemClock)
    silent: int = field(default=0, init=False)
    _http: httpx.Client = field(init=False)
    _pace: Pace = field(init=False)
    _robots: Robots | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if not self.private:
            self.interval = max(self.interval, LEAST_INTERVAL)
        self._http = httpx.Client(
            transport=Transport(self.private),
            timeout=self.bounds.silence,
            follow_redirects=False,
            trust_env=False,
            # Files are resumed by their bytes and compared by their size, so they must come as they are.
            headers={"User-Agent": user_agent(self.contact), "Accept-Encoding": "identity"},
        )
        self._pace = Pace(self.clock, self.interval)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._http.close()

    def greet(self) -> None:
        """Read the site's robots.txt. Raises FetchError where the site cannot be asked at all."""
        self._allowed()

    def text(self, address: str) -> str:
        """The text of a page or answer. Raises FetchError."""
        return self.again(lambda: self._text(address, self.bounds.page_bytes), address)

    def look(self, address: str) -> Look:
        """What a file is now, without reading it. Raises FetchError."""
        return self.again(lambda: self._look(address), address)

    def again(self, act: Callable[[], T], address: str) -> T:
        """Do something until it does not raise Passing. Raises SiteUnreachable after the last try."""

        def pause(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            wanted = error.pause if isinstance(error, Passing) else 0.0
            grown = max(self.interval, 1.0) * 2.0**state.attempt_number
            return min(max(grown, wanted), self.bounds.longest_pause)

        retrying = Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop_after_attempt(self.bounds.tries),
            wait=pause,
            sleep=self.clock.sleep,
            reraise=True,
        )
        try:
            done = retrying(act)
            self.silent = 0
            return done
        except Passing as error:
            self.silent += 1
            raise SiteUnreachable(f"{address}: {error} (tried {self.bounds.tries} times)") from error

    @contextmanager
    def open(
        self, address: str, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> Iterator[httpx.Response]:
        """An answer of status 200, 206 or 416, after redirects within the site. Raises Passing, and FetchError for
        whatever another try will not mend."""
        target = address
        for _ in range(_MOST_REDIRECTS + 1):
            self._allowed().check(target)
            with self._sent(method, target, headers or {}) as response:
                if response.status_code not in _REDIRECTS:
                    _refuse(response, address)
                    yield response
                    return
                target = self.site.resolve(response.headers.get("location", ""), target)
        raise AnswerRefused(f"{address}: redirects again and again")

    def chunks(self, response: httpx.Response, address: str, limit: int) -> Iterator[bytes]:
        """The body of an answer piece by piece. Raises AnswerRefused beyond `limit` bytes or the time there is, and
        Passing where it breaks off."""
        began, size = self.clock.now(), 0
        announced = length_of(response)
        if announced is not None and announced > limit:
            raise AnswerRefused(f"{address}: is {announced:,} bytes; the limit is {limit:,}")
        try:
            # As they come: what has come when it breaks off is not lost.
            for chunk in response.iter_bytes():
                size += len(chunk)
                if size > limit:
                    raise AnswerRefused(f"{address}: is larger than the limit of {limit:,} bytes")
                if self.clock.now() - began > self.bounds.seconds:
                    raise AnswerRefused(f"{address}: takes longer than {self.bounds.seconds:,.0f} seconds")
                yield chunk
        except httpx.DecodingError as error:
            raise AnswerRefused(f"{address}: is packed in a way that cannot be unpacked") from error
        except httpx.TransportError as error:
            raise Passing(f"broke off: {error}") from error

    def _text(self, address: str, limit: int) -> str:
        with self.open(address) as response:
            return _decoded(response, b"".join(self.chunks(response, address, limit)))

    def _look(self, address: str) -> Look:
        try:
            with self.open(address, method="HEAD") as response:
                seen = _seen(response)
        except FetchError:
            seen = Look()
        if seen.says_something:
            return seen
        # Some servers know no HEAD: the head of the answer is enough, and the body is left.
        with self.open(address) as response:
            return _seen(response)

    @contextmanager
    def _sent(self, method: str, address: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        self._pace.wait()
        try:
            with self._http.stream(method, address, headers=dict(headers)) as response:
                yield response
        except httpx.TransportError as error:
            raise Passing(str(error) or "no answer") from error
        finally:
            self._pace.done()

    def _allowed(self) -> Robots:
        """The site's robots.txt, asked for once, before anything else."""
        if self._robots is None:
            address = f"{self.site.origin}/robots.txt"
            # Until it is known nothing else is asked for, and this is allowed to all.
            self._robots = Robots.parse("")
            try:
                self._robots = Robots.parse(self.again(lambda: self._text(address, _ROBOTS_BYTES), address))
            except NotPublished:
                pass
            except FetchError:
                self._robots = None
                raise
            self._pace.interval = max(self.interval, self._robots.interval())
        return self._robots


def length_of(response: httpx.Response) -> int | None:
    """How many bytes the body of an answer will be, where it is said and the body comes as it is."""
    said = response.headers.get("content-length", "")
    packed = response.headers.get("content-encoding", "identity").lower() != "identity"
    return int(said) if said.isdigit() and not packed else None


def _seen(response: httpx.Response) -> Look:
    return Look(length_of(response), response.headers.get("last-modified", ""))


def _refuse(response: httpx.Response, address: str) -> None:
    status = response.status_code
    if status in _PASSING:
        said = response.headers.get("retry-after", "")
        raise Passing(f"the site answers with status {status}", float(said) if said.isdigit() else 0)
    if status in _GONE or status in (401, 403):
        raise NotPublished(f"{address}: {'is not there' if status in _GONE else 'is not open'} (status {status})")
    if status not in (200, 206, 416):
        raise AnswerRefused(f"{address}: the site answers with status {status}")


def _decoded(response: httpx.Response, body: bytes) -> str:
    """Text in the encoding that the answer names; UTF-8 where it names none, or one that is not known."""
    try:
        return body.decode(response.charset_encoding or "utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        return body.decode("utf-8", "replace")
