"""Nobody but the pages of this server is served, and what papers say is never anything but text."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from places import paper_named, place_of
from starlette.testclient import TestClient

from boardmine.errors import ReviewRefused
from boardmine.review.desk import Desk
from boardmine.review.serve import is_own, serve
from boardmine.review.web.app import application
from boardmine.review.web.guard import MOST_BYTES, POLICY
from boardmine.review.web.site import Settings, Site
from boardmine.store.reviews import reviews

OWN = "http://127.0.0.1:8137"


def token(html: str) -> str:
    return re.findall(r'name="token" value="([0-9a-f]{64})"', html)[0]


def post(client: TestClient, path: str, **fields: str) -> object:
    return client.post(path, data=fields, headers={"origin": OWN})


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8137",
        "127.0.0.1:80",
        "127.0.0.1",
        "192.168.0.9:8137",
        "",
        "127.0.0.1:8137/x",
        "::::",
    ],
)
def test_foreign_hosts_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/queue", headers={"host": host})
    assert answer.status_code == 421 and "set-cookie" not in answer.headers
    assert "<form" not in answer.text and "Papers" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8137", "localhost:8137", "[::1]:8137"])
def test_own_hosts_are_served(client: TestClient, host: str) -> None:
    assert client.get("/queue", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8137"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"origin": OWN, "sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_forms_of_foreign_origins_are_refused(client: TestClient, desk: Desk, headers: dict[str, str]) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    fields = {"token": token(client.get(f"/numbers/{key}/{at}").text), "decision": "accept", "seen": "0"}
    assert client.post(f"/numbers/{key}/{at}", data=fields, headers=headers).status_code == 403
    with desk.store() as connection:
        assert reviews(connection) == []


def test_pictures_are_not_for_the_pages_of_another_site(client: TestClient) -> None:
    assert (
        client.get("/queue", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    )
    assert (
        client.get("/queue", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200
    )


def test_a_form_needs_the_token_of_its_session(client: TestClient, site: Site, desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    other = TestClient(application(site), base_url=OWN, follow_redirects=False)
    strange = token(other.get("/queue").text)
    mine = token(client.get("/queue").text)
    assert mine != strange
    for wrong in ({}, {"token": ""}, {"token": strange}, {"token": "é"}):
        assert post(client, f"/numbers/{key}/{at}", decision="accept", seen="0", **wrong).status_code == 403  # type: ignore[attr-defined]
    assert post(client, f"/numbers/{key}/{at}", decision="accept", seen="0", token=mine).status_code == 303  # type: ignore[attr-defined]


def test_a_form_may_not_be_endless(client: TestClient) -> None:
    assert post(client, "/name", name="x" * MOST_BYTES).status_code == 413  # type: ignore[attr-defined]
    for length in ("", "²".encode("latin-1"), "9" * 5_000, "-1"):
        headers = {"origin": OWN, "content-length": length}
        assert client.post("/name", content=b"", headers=headers).status_code == 413
    assert client.put("/queue").status_code == 405


def test_every_answer_has_the_policy(client: TestClient) -> None:
    for path in ("/queue", "/nothing", "/static/review.js", "/gold.jsonl"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY and "unsafe" not in POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_what_papers_say_is_text(client: TestClient, desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    for path in (
        f"/numbers/{key}/{at}",
        f"/papers/{key}",
        f"/papers/{key}/pages/1",
        "/queue?everything=yes",
        "/measures/cla.count",
    ):
        html = client.get(path).text
        assert re.findall(r"<script[^>]*>", html) == ['<script src="/static/review.js" defer>']
        assert "onerror" not in re.sub(r"&lt;.*?&gt;", "", html) and not re.search(
            r"\son\w+=|\sstyle=|javascript:", re.sub(r"&lt;.*?&gt;", "", html)
        )
    html = client.get(f"/numbers/{key}/{at}").text
    assert "&lt;script&gt;alert(&#39;heading&#39;)&lt;/script&gt;" in html


@pytest.mark.parametrize("said", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_reviewers_write_is_text(client: TestClient, desk: Desk, said: str) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    mine = token(client.get("/queue").text)
    post(client, "/name", name=said, back="//evil.example", token=mine)
    post(client, f"/numbers/{key}/{at}", decision="accept", seen="0", token=mine, why=said)
    for path in (f"/numbers/{key}/{at}", "/decisions"):
        assert said not in client.get(path).text
    with desk.store() as connection:
        assert reviews(connection)[0].why == said


def test_one_is_not_led_away(client: TestClient) -> None:
    mine = token(client.get("/queue").text)
    for back in ("//evil.example", "https://evil.example", "evil"):
        assert post(client, "/name", name="Ann", back=back, token=mine).headers["location"] == "/"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path",
    [
        "/pictures/..%2F..%2Fetc%2Fpasswd/1-96.png",
        "/pictures/%2Fetc%2Fpasswd/1-96.png",
        "/papers/..%2F..%2Fetc",
        "/papers/' OR 1=1 --/pages/1",
        "/numbers/nothing/1",
        "/static/..%2F__init__.py",
        "/static/review.css%00.js",
        "/static/../desk.py",
        "/meetings/2024-99-99",
        "/measures/no.metric",
        "/findings/none",
    ],
)
def test_nothing_outside_the_papers_of_the_store_can_be_asked_for(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text and "import " not in answer.text


@pytest.mark.parametrize("picture", ["1-97", "1-1200", "0-96", "14-96", "-1-96"])
def test_pictures_that_are_none_are_not_drawn(client: TestClient, desk: Desk, picture: str) -> None:
    with desk.store() as connection:
        key = paper_named(connection, "2023-10-10")
    assert client.get(f"/pictures/{key}/{picture}.png").status_code == 404


def test_two_browsers_at_once_lose_nothing(site: Site, desk: Desk) -> None:
    with desk.store() as connection:
        places = connection.execute("SELECT document, number_start FROM observations ORDER BY ALL LIMIT 12").fetchall()
    app = application(site)
    answers: list[tuple[str, int, int]] = []

    def review(name: str) -> None:
        browser = TestClient(app, base_url=OWN, follow_redirects=False)
        mine = token(browser.get("/queue").text)
        post(browser, "/name", name=name, token=mine)
        for i, (key, at) in enumerate(places):
            answer = post(browser, f"/numbers/{key}/{at}", decision="accept", seen="0", token=mine)
            answers.append((name, i, answer.status_code))  # type: ignore[attr-defined]

    threads = [threading.Thread(target=review, args=(name,)) for name in ("Ann", "Bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.store() as connection:
        written = reviews(connection)
    assert len(written) == len(places), "each number is decided about once"
    accepted = sorted((name, places[i]) for name, i, status in answers if status == 303)
    assert accepted == sorted((r.reviewer, (r.document, r.number_start)) for r in written)
    assert sorted(status for _, _, status in answers) == [303] * 12 + [409] * 12, "and the other is told"


def test_another_address_needs_a_password(desk: Desk) -> None:
    assert [is_own(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "10.0.0.1", "council.example")] == [
        *[True] * 3,
        *[False] * 3,
    ]
    with pytest.raises(ReviewRefused, match="BOARDMINE_PASSWORD"):
        serve(Path("no.duckdb"), "0.0.0.0", Settings(), browse=False, ready=print)


def test_the_password_opens_one_browser(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardmine.review.web.files._WRONG", 0)
    app = application(Site(desk, Settings("Ann", 8137, "long and secret")))
    browser = TestClient(app, base_url="http://192.168.0.9:8137", follow_redirects=False)
    for path in ("/queue", "/gold.jsonl", "/papers"):
        assert browser.get(path).headers["location"] == "/enter"
    door = browser.get("/enter")
    assert door.status_code == 200 and "Review" not in door.text
    headers = {"origin": "http://192.168.0.9:8137"}
    fields = {"token": token(door.text)}
    assert browser.post("/name", data={**fields, "name": "x"}, headers=headers).headers["location"] == "/enter"
    assert browser.post("/enter", data={**fields, "password": "guess"}, headers=headers).status_code == 403
    assert browser.post("/enter", data={**fields, "password": "long and secret"}, headers=headers).status_code == 303
    assert browser.get("/queue").status_code == 200
    assert browser.get("/enter").headers["location"] == "/", "who is in is not asked again"
    assert TestClient(app, base_url=OWN, follow_redirects=False).get("/queue").headers["location"] == "/enter"
    assert browser.get("/queue", headers={"host": "evil.example:8137"}).status_code == 421
