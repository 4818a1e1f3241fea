"""Who may ask what: every request goes through here before it reaches a page.

A page of a foreign site that is open in the same browser can send requests to this machine. It cannot choose the
headers Host and Origin, nor read a form's token.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from boardmine.review.web.forms import whole
from boardmine.review.web.render import page
from boardmine.review.web.site import Site

MOST_BYTES = 64_000
"""What a form may send."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer bears."""

_OPEN = ("/enter", "/static/")
"""What can be seen without the password."""


class Guard:
    """Refuses foreign hosts and origins, asks for the password where there is one, knows sessions, sets policies."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # there are no web sockets
        headers = Headers(scope=scope)
        session = self._session(headers)
        scope["session"] = session or secrets.token_urlsafe(24)
        answer = self._refusal(scope, headers, session)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    given[name] = value
                given.setdefault("cache-control", "no-store")
                if session is None and answer is None:
                    name = self._site.cookie("session")
                    given.append("set-cookie", f"{name}={scope['session']}; HttpOnly; SameSite=Strict; Path=/")
            await send(message)

        await (answer or self._app)(scope, receive, sent)

    def _refusal(self, scope: Scope, headers: Headers, session: str | None) -> Response | None:
        def refused(said: str, status: int) -> Response:
            return page(Request(scope), "refused.html", status, said=said, shut=True)

        host = headers.get("host", "")
        if not self._is_ours(host):
            return refused("This server answers to the address that it was opened by.", 421)
        own = f"{scope['scheme']}://{host}"
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "")
        foreign = (origin is not None and origin != own) or site in ("cross-site", "same-site")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            answer = refused("Pages can be looked at, and forms sent.", 405)
            answer.headers["allow"] = "GET, HEAD, POST"
            return answer
        if scope["method"] == "POST":
            size = whole(headers.get("content-length", ""))
            if foreign or (origin is None and site != "same-origin"):
                return refused("Forms are taken from the pages of this server only.", 403)
            if size is None or size > MOST_BYTES:
                return refused("The form is too long.", 413)
        elif foreign and headers.get("sec-fetch-mode") != "navigate":
            return refused("Not for the pages of another site.", 403)
        shut = self._site.settings.password and session not in self._site.admitted
        if shut and not scope["path"].startswith(_OPEN):
            return RedirectResponse("/enter", 303)
        return None

    def _is_ours(self, host: str) -> bool:
        """Whether a Host is an address, or a name of this machine: a foreign name may be made to lead here."""
        try:
            parts = urlsplit(f"//{host}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if parts.path or parts.username or port != self._site.settings.port:
            return False
        if name in ("localhost", *self._site.settings.hosts):
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or bool(self._site.settings.password)

    def _session(self, headers: Headers) -> str | None:
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(self._site.cookie("session"))
        except CookieError:
            return None
        return morsel.value if morsel and len(morsel.value) == 32 else None
