"""What the pages say where something is not as usual."""

from __future__ import annotations

import re
from typing import Any

import pytest
from places import place_of
from starlette.testclient import TestClient

from boardmine.review.decisions import record_decision
from boardmine.review.desk import Desk
from boardmine.review.queue import Filters, queue
from boardmine.review.web.app import application
from boardmine.review.web.guard import POLICY
from boardmine.review.web.site import Site

OWN = "http://127.0.0.1:8137"


@pytest.fixture
def token(client: TestClient) -> str:
    return re.findall(r'name="token" value="([0-9a-f]{64})"', client.get("/queue").text)[0]


def post(client: TestClient, path: str, **fields: str) -> Any:
    return client.post(path, data=fields, headers={"origin": OWN})


def test_who_comes_second_is_told(client: TestClient, desk: Desk, token: str) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    record_decision(desk, key, at, "reject", None, "Bob", "", 0)
    answer = post(client, f"/numbers/{key}/{at}", decision="accept", seen="0", token=token)
    assert answer.status_code == 409
    assert "Bob has decided about this number meanwhile. Nothing was written." in answer.text


def test_a_form_that_is_wrong_is_shown_again_as_it_was(client: TestClient, desk: Desk, token: str) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    fields = {"decision": "edit", "seen": "0", "token": token, "metric": "cla.count", "value": "4oo", "area": "Leeds"}
    answer = post(client, f"/numbers/{key}/{at}", **fields)
    assert "This was not written down: Give a number" in answer.text
    assert 'value="4oo"' in answer.text and 'value="Leeds"' in answer.text and 'aria-invalid="true"' in answer.text


def test_words_that_are_gone_lead_the_queue_and_can_be_let_go(client: TestClient, desk: Desk, token: str) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    record_decision(desk, key, at, "accept", None, "Ann", "", 0)
    with desk.store() as connection:
        connection.execute("UPDATE review_places SET stands = false, number_start = 7, number_end = 10")
        first = queue(connection, Filters()).items[0]
    assert (first.key, first.rank, first.decision) == ((key, 7), 0, "")
    shown = client.get(f"/numbers/{key}/7").text
    assert "390 is no longer in the paper" in shown and "Accepted" in shown
    assert post(client, "/undo", review="1", then="queue", token=token).headers["location"] == "/queue"
    with desk.store() as connection:
        assert queue(connection, Filters()).items[0].rank > 0


def test_a_paper_that_has_changed_shows_the_quote(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    desk._read.clear()
    with desk.store() as connection:
        connection.execute("UPDATE documents SET content_hash = 'another' WHERE id = ?", [key])
    shown = client.get(f"/numbers/{key}/{at}").text
    assert "has changed since it was read: ingest it again" in shown and "390 children in our care" in shown
    assert client.get(f"/papers/{key}/pages/1").status_code == 409


HUGE = "9" * 5_000


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/numbers/{key}/99999999999999999999", 404),
        (f"/numbers/{{key}}/{HUGE}", 404),
        ("/numbers/{key}/{at}?said=accept&review=²", 200),
        (f"/numbers/{{key}}/{{at}}?said=accept&review={HUGE}", 200),
        (f"/papers/{{key}}/pages/{HUGE}", 404),
        (f"/pictures/{{key}}/{HUGE}-96.png", 404),
        ("/queue?why=²&from=²", 200),
        (f"/queue?why={HUGE}&from={HUGE}", 200),
    ],
)
def test_an_odd_number_in_an_address_is_none(client: TestClient, desk: Desk, path: str, status: int) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    assert client.get(path.format(key=key, at=at)).status_code == status


@pytest.mark.parametrize("number", ["²", HUGE, "9" * 30, "-1", "one", ""])
def test_an_odd_number_in_a_form_is_none(client: TestClient, desk: Desk, token: str, number: str) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    assert post(client, "/undo", review=number, token=token).status_code == 400
    assert post(client, f"/numbers/{key}/{at}", decision="accept", seen=number, token=token).status_code == 303


def test_where_there_is_no_number_one_is_not_sent_there_again(client: TestClient, desk: Desk) -> None:
    key, at = place_of(desk, "2024-05-05", "there were ", "390")
    answer = client.get(f"/numbers/{key}/{at + 1}")
    assert answer.status_code == 404 and 'class="button" href="/queue"' in answer.text


def test_a_fault_of_ours_is_a_page_with_the_policy_of_all(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*given: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("boardmine.review.papers.meetings", breaks)
    browser = TestClient(application(site), base_url=OWN, raise_server_exceptions=False)
    answer = browser.get("/meetings")
    assert answer.status_code == 500 and "Something went wrong" in answer.text and "a fault of ours" not in answer.text
    assert (answer.headers["content-security-policy"], answer.headers["cache-control"]) == (POLICY, "no-store")
