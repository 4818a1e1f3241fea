"""What all pages share."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass, field

from boardmine.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server is set up: the name that decisions bear where a browser gives none, the port (a browser shares its
    cookies among ports), a password where one is asked for, and names of this machine by which it may be called."""

    reviewer: str = "reviewer"
    port: int = 8137
    password: str = ""
    hosts: frozenset[str] = frozenset()


@dataclass(slots=True)
class Site:
    """A server: its desk, its settings, and who has given the password."""

    desk: Desk
    settings: Settings = Settings()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    admitted: set[str] = field(default_factory=set)
    entering: threading.Lock = field(default_factory=threading.Lock)

    def cookie(self, name: str) -> str:
        """The name of a cookie of this server."""
        return f"boardmine_{name}_{self.settings.port}"

    def token(self, session: str) -> str:
        """What a form of a session must carry."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()
