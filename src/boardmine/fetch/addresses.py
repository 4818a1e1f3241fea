"""Addresses within one site: links as councils write them become absolute addresses, or are refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from boardmine.errors import AddressRefused

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!https?://)[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BREAKS = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Site:
    """The one site that is contacted: scheme, host, port, and the folder in which its pages stand (`/`, `/moderngov/`).

    Links to it with `http` are taken for `https` where the site has that.
    """

    scheme: str
    host: str
    port: int
    folder: str

    @classmethod
    def parse(cls, text: str) -> Site:
        """The site that somebody named: `democracy.example.gov.uk`, or the address of any of its pages.

        Raises AddressRefused.
        """
        said = text.strip()
        if not _SCHEME.match(said):
            said = f"https://{said}"
        scheme, host, port = _parts(said)
        path = urlsplit(said).path
        # The address of a page or of the web service stands for the folder that it is in.
        page = re.search(r"/[^/]*\.as[mp]x\b.*", path, re.IGNORECASE)
        folder = path[: page.start()] if page else path
        return cls(scheme, host, port, quote(folder.rstrip("/") + "/", safe="/%~"))

    @property
    def address(self) -> str:
        """The site as it is written: `https://democracy.example.gov.uk`, without a slash at the end."""
        return self.origin + self.folder.rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme, host, and the port where it is not the usual one."""
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    def page(self, name: str, **values: str) -> str:
        """The address of a page of the site, with the values of its query."""
        query = "&".join(f"{key}={quote(value, safe='/')}" for key, value in values.items())
        return f"{self.origin}{self.folder}{name}" + (f"?{query}" if query else "")

    def resolve(self, link: str, page: str = "") -> str:
        """The address that a link leads to. A link without a host counts from the folder of the site, or from the page
        that it stands on. Raises AddressRefused, which says why.

        As in browsers, line breaks in a link do not count, spaces are written as `%20`, and a backslash is a slash.
        """
        said = _BREAKS.sub("", link.strip()).strip().replace("\\", "/")
        while "&amp;" in said:
            said = said.replace("&amp;", "&")
        if not said or len(said) > _LONGEST:
            raise AddressRefused(f"a link of {len(said):,} characters leads nowhere")
        # urljoin knows only schemes that have hosts; what looks like another scheme must not pass as a file's name.
        if _OTHER_SCHEME.match(said):
            raise AddressRefused(f"{said[:80]}: only http and https are followed")
        try:
            whole = urljoin(page or self.page(""), said)
            scheme, host, port = _parts(whole)
            parts = urlsplit(whole)
        except ValueError as error:
            raise AddressRefused(f"{said[:80]}: is no address") from error
        same_port = port == self.port or (port == _PORTS[scheme] and self.port == _PORTS[self.scheme])
        if host != self.host or not same_port:
            raise AddressRefused(f"{whole[:120]}: is not on {self.origin}, and only the named site is contacted")
        secure = "https" if "https" in (self.scheme, scheme) and port == _PORTS[scheme] else self.scheme
        target = Site(secure, host, _PORTS[secure] if port == _PORTS[scheme] else port, "/").origin
        path = quote(_BARE_PERCENT.sub("%25", parts.path or "/"), safe="/%:@!$&'()*+,;=~")
        query = quote(_BARE_PERCENT.sub("%25", parts.query), safe="/%:@!$&'()*+,;=~?")
        return f"{target}{path}" + (f"?{query}" if query else "")


def _parts(address: str) -> tuple[str, str, int]:
    """Scheme, host and port of an absolute address. Raises AddressRefused."""
    try:
        parts = urlsplit(address)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressRefused(f"{address[:120]}: is no address") from error
    if scheme not in _PORTS:
        raise AddressRefused(f"{address[:120]}: only http and https are followed")
    if "@" in parts.netloc:
        raise AddressRefused(f"{address[:120]}: an address with a name or password before the host is not followed")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError as error:
        raise AddressRefused(f"{address[:120]}: is no address") from error
    written = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(written):
        raise AddressRefused(f"{address[:120]}: is no address")
    return scheme, written.lower().rstrip("."), port or _PORTS[scheme]
