"""The server: the store is its own while it runs."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from boardmine.catalogue import catalogue
from boardmine.errors import InputError, ReviewRefused
from boardmine.review.desk import Desk
from boardmine.review.pictures import DENSITIES
from boardmine.review.queue import Filters, queue
from boardmine.review.web.app import application
from boardmine.review.web.site import Settings, Site
from boardmine.store.connect import reading, writing


def serve(db: Path, host: str, settings: Settings, *, browse: bool, ready: Callable[[str], None]) -> None:
    """Serve a store until it is interrupted; `ready` hears the address. With `browse` a browser is opened.

    Raises ReviewRefused for an address beyond this machine without a password, or a port that is taken; StoreError.
    """
    if not settings.password and not is_own(host):
        raise ReviewRefused(f"{host} can be reached from other machines: set a password in BOARDMINE_PASSWORD first")
    with open_desk(db) as desk:
        server = uvicorn.Server(
            uvicorn.Config(
                application(Site(desk, settings)),
                host=host,
                port=settings.port,
                log_level="error",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                limit_concurrency=100,
                timeout_graceful_shutdown=5,
            )
        )
        shown = "127.0.0.1" if host in ("0.0.0.0", "localhost") else "[::1]" if host == "::" else host  # noqa: S104
        address = f"http://{shown}:{settings.port}/"
        sockets = [_bound(host, settings.port)]
        ready(address)
        threading.Thread(target=_prepare, args=(desk,), daemon=True).start()
        if browse:
            threading.Timer(0.5, webbrowser.open, [address]).start()
        server.run(sockets)


@contextmanager
def open_desk(db: Path) -> Iterator[Desk]:
    """A desk at a store. Raises StoreError."""
    with reading(db):
        pass  # A database that is not there is not to be made.
    known = catalogue()
    with writing(db, known) as connection:
        desk = Desk(connection, known)
        try:
            yield desk
        finally:
            desk.close()


def is_own(host: str) -> bool:
    """Whether an address is of this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bound(host: str, port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise ReviewRefused(f"{host}, port {port}: {error.strerror}; --port chooses another") from error
    return bound


def _prepare(desk: Desk) -> None:
    """Draw and read what will be looked at first, while the queue is looked at."""
    with desk.store() as connection:
        items = queue(connection, Filters()).items
    if items:
        paper = desk.paper(items[0].document)
        try:
            if paper.format == "pdf" and items[0].page:
                desk.pictures.page(paper.path, paper.content_hash, items[0].page, DENSITIES[0])
            desk.read(paper)
        except InputError:
            return  # its page will say so
