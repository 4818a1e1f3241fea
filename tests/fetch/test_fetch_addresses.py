"""Only the named site is contacted, whatever a link looks like."""

from __future__ import annotations

import socket

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.errors import AddressRefused
from boardmine.fetch.addresses import Site
from boardmine.fetch.network import GuardedBackend, is_public

SITE = Site.parse("https://democracy.example.gov.uk")


@pytest.mark.parametrize(
    "said, address",
    [
        ("democracy.example.gov.uk", "https://democracy.example.gov.uk"),
        (" Democracy.Example.gov.uk/ ", "https://democracy.example.gov.uk"),
        ("http://democracy.example.gov.uk", "http://democracy.example.gov.uk"),
        ("https://example.gov.uk/moderngov", "https://example.gov.uk/moderngov"),
        ("https://example.gov.uk/moderngov/mgListCommittees.aspx?bcr=1", "https://example.gov.uk/moderngov"),
        ("example.gov.uk/mgWebService.asmx/GetCommittees", "https://example.gov.uk"),
        ("https://example.gov.uk:8443", "https://example.gov.uk:8443"),
        ("http://[::1]:80/x/", "http://[::1]/x"),
    ],
)
def test_sites(said: str, address: str) -> None:
    assert Site.parse(said).address == address


@pytest.mark.parametrize(
    "said",
    [
        "",
        "ftp://example.gov.uk",
        "file:///etc/passwd",
        "https://",
        "https://a b",
        "https://u:p@x.gov.uk",
        "http://x:99999",
    ],
)
def test_what_is_no_site(said: str) -> None:
    with pytest.raises(AddressRefused):
        Site.parse(said)


@pytest.mark.parametrize(
    "link, address",
    [
        ("documents/s1/Report.pdf", "/documents/s1/Report.pdf"),
        ("/documents/s1/Report.pdf", "/documents/s1/Report.pdf"),
        ("documents/g1/Public pack 10th-Oct-2023.pdf?T=10", "/documents/g1/Public%20pack%2010th-Oct-2023.pdf?T=10"),
        ("\n  documents/g1/Printed minutes\r\n 10th.pdf?T=1\n", "/documents/g1/Printed%20minutes%2010th.pdf?T=1"),
        ("documents/s1/50% more.pdf", "/documents/s1/50%25%20more.pdf"),
        ("documents/s1/already%20so.pdf", "/documents/s1/already%20so.pdf"),
        ("ieListDocuments.aspx?CId=1&amp;MId=2&amp;amp;Ver=4", "/ieListDocuments.aspx?CId=1&MId=2&Ver=4"),
        ("documents/s1/Children’s.pdf", "/documents/s1/Children%E2%80%99s.pdf"),
        ("documents/s1/Report: part 2.pdf", "/documents/s1/Report:%20part%202.pdf"),
        ("http://democracy.example.gov.uk/documents/s1/a.pdf", "/documents/s1/a.pdf"),
        ("HTTP://DEMOCRACY.example.gov.uk:80/a.pdf", "/a.pdf"),
        ("//democracy.example.gov.uk/a.pdf", "/a.pdf"),
        ("documents/s1/../../a.pdf#page=2", "/a.pdf"),
        ("\\documents\\s1\\a.pdf", "/documents/s1/a.pdf"),
    ],
)  # fmt: skip
def test_links_of_the_site(link: str, address: str) -> None:
    assert SITE.resolve(link) == f"https://democracy.example.gov.uk{address}"


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/a.pdf",
        "//example.org/a.pdf",
        "\\\\example.org\\a.pdf",
        "https://democracy.example.gov.uk.example.org/a.pdf",
        "https://democracy.example.gov.uk@example.org/a.pdf",
        "https://example.org\\@democracy.example.gov.uk/a.pdf",
        "https://democracy.example.gov.uk:22/",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://democracy.example.gov.uk/a.pdf",
        "mailto:somebody@example.org",
        "",
        "x" * 3_000,
        "https://[",
        "http:/example.org",
    ],
)
def test_links_elsewhere_are_refused(link: str) -> None:
    with pytest.raises(AddressRefused):
        SITE.resolve(link)


@given(st.text(max_size=60))
def test_whatever_a_link_says_it_stays_on_the_site_or_is_refused(link: str) -> None:
    try:
        address = SITE.resolve(link)
    except AddressRefused:
        return
    assert address.startswith("https://democracy.example.gov.uk/")
    assert address.isascii() and not set(address) & set(' \r\n\t"<>\\')
    assert SITE.resolve(address) == address


def test_a_port_of_ones_own_is_kept() -> None:
    site = Site.parse("http://127.0.0.1:8080/x")
    assert site.resolve("a.pdf") == "http://127.0.0.1:8080/x/a.pdf"
    with pytest.raises(AddressRefused):
        site.resolve("http://127.0.0.1/a.pdf")


@pytest.mark.parametrize("address", ["93.184.215.14", "2a00:1450:4009:81f::200e"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *(
            "::1",
            "::",
            "fe80::1%eth0",
            "fc00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "ff02::1",
            "x",
        ),
        "255.255.255.255",
    ],
)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


def _found(address: str) -> tuple[int, int, int, str, tuple[str, int]]:
    """An entry of what looking up a name gives."""
    return socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)


def test_a_name_that_leads_inside_is_not_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("10.0.0.1", 443)), (2, 1, 6, "", ("::1", 443))]
    )
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda _, host, *__: tried.append(host))
    with pytest.raises(AddressRefused, match=r"rebound.example leads to 10.0.0.1, ::1, which is not a public"):
        GuardedBackend().connect_tcp("rebound.example", 443)
    assert tried == []


def test_a_name_is_looked_up_once_and_just_that_address_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads outside when it is checked and inside when it is used (DNS rebinding) gains nothing."""
    answers = [
        [(2, 1, 6, "", ("10.0.0.1", 443)), (2, 1, 6, "", ("93.184.215.14", 443))],
        [(2, 1, 6, "", ("127.0.0.1", 443))],
    ]
    tried: list[str] = []

    class Stream(httpcore.MockStream):
        def get_extra_info(self, info: str) -> object:
            return ("93.184.215.14", 443)

    def connect(_: object, host: str, *__: object) -> Stream:
        tried.append(host)
        return Stream([])

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers.pop(0))
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    GuardedBackend().connect_tcp("rebound.example", 443)
    assert (tried, len(answers)) == (["93.184.215.14"], 1)


def test_a_connection_that_ends_inside_all_the_same_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream(httpcore.MockStream):
        closed = False

        def get_extra_info(self, info: str) -> object:
            return ("192.168.0.7", 443)

        def close(self) -> None:
            self.closed = True

    stream = Stream([])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [_found("93.184.215.14")])
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", lambda *_: stream)
    with pytest.raises(AddressRefused, match=r"led to 192\.168\.0\.7"):
        GuardedBackend().connect_tcp("odd.example", 443)
    assert stream.closed
