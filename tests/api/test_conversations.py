"""Conversations over HTTP: a reload and a restart lose nothing, a stranger sees nothing."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import OpenService

HYDROPOWER = {
    "kk": "Су қоймасы 3 км² болатын 40 МВт су электр станциясын саламыз",
    "ru": "Строим ГЭС на 40 МВт с водохранилищем 3 км²",
    "en": "We build a 40 MW hydropower plant with a reservoir of 3 km²",
}


class Talk:
    """A conversation as a client holds it."""

    def __init__(self, client: TestClient, language: str = "en") -> None:
        answer = client.post("/v1/conversations", json={"language": language})
        assert answer.status_code == 201
        self.client = client
        self.path = f"/v1/conversations/{answer.json()['id']}"
        self.headers = {"Authorization": f"Bearer {answer.json()['token']}"}

    def send(self, message: dict[str, Any], **headers: str) -> Any:  # noqa: ANN401 - JSON
        answer = self.client.post(f"{self.path}/messages", json=message, headers={**self.headers, **headers})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def read(self) -> Any:  # noqa: ANN401 - JSON
        return self.client.get(self.path, headers=self.headers).json()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_description_leads_to_a_verdict(client: TestClient, language: str) -> None:
    talk = Talk(client, language)
    talk.send({"text": HYDROPOWER[language]})
    state = talk.send({"choose": "1.4.2"})["state"]
    phrases = {fact["id"]: fact["phrase"] for fact in state["facts"]}
    assert phrases["rated_capacity"] in HYDROPOWER[language]
    talk.send({"confirm": "all"})
    facts = {"hydropower_plant": True, "eia_allows": True, "reservoir_area": "3 km2"}
    state = talk.send({"facts": facts})["state"]
    assert state["language"] == language
    assert state["verdict"]["outcome"] == "eligible"


def test_what_was_only_read_counts_for_nothing(client: TestClient) -> None:
    talk = Talk(client)
    talk.send({"text": HYDROPOWER["en"]})
    state = talk.send({"choose": "1.4.2"})["state"]
    assert {fact["standing"] for fact in state["facts"]} == {"proposed"}
    assert state["verdict"] is None or state["verdict"]["outcome"] == "undetermined"


def test_a_reload_loses_nothing(client: TestClient) -> None:
    talk = Talk(client)
    first = talk.send({"text": HYDROPOWER["en"]})
    second = talk.send({"choose": "1.4.2"})
    held = talk.read()
    assert held["state"] == second["state"]
    assert [message["sent"] for message in held["messages"]] == [
        {"text": HYDROPOWER["en"]},
        {"choose": "1.4.2"},
    ]
    assert [message["reply"] for message in held["messages"]] == [first["reply"], second["reply"]]


def test_a_restart_keeps_conversations(open_service: OpenService) -> None:
    talk = Talk(open_service())
    told = talk.send({"text": HYDROPOWER["en"]})
    talk.client = open_service()
    assert talk.read()["state"] == told["state"]
    assert talk.send({"choose": "1.4.2"})["state"]["code"] == "1.4.2"


def test_an_event_stream_gives_the_blocks_the_state_and_the_end(client: TestClient) -> None:
    talk = Talk(client)
    headers = {**talk.headers, "Accept": "text/event-stream"}
    answer = client.post(f"{talk.path}/messages", json={"text": "hello"}, headers=headers)
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [
        dict(line.split(": ", 1) for line in event.splitlines())
        for event in answer.text.replace("\r\n", "\n").strip().split("\n\n")
    ]
    assert [event["event"] for event in events][-2:] == ["state", "done"]
    assert {event["event"] for event in events[:-2]} == {"block"}
    held = talk.read()
    assert json.loads(events[-2]["data"]) == held["state"]
    assert [json.loads(event["data"]) for event in events[:-2]] == held["messages"][0]["reply"]


def test_errors_of_an_event_stream_are_problems(client: TestClient) -> None:
    talk = Talk(client)
    headers = {"Authorization": "Bearer wrong", "Accept": "text/event-stream"}
    answer = client.post(f"{talk.path}/messages", json={"text": "hello"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (404, "conversation_not_found")


@pytest.mark.parametrize("header", ["", "Basic x", "Bearer", "Bearer  "])
def test_without_a_token_there_is_no_conversation(client: TestClient, header: str) -> None:
    talk = Talk(client)
    answer = client.get(talk.path, headers={"Authorization": header})
    assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_another_conversations_token_does_not_open_this_one(client: TestClient) -> None:
    mine, other = Talk(client), Talk(client)
    answer = client.get(mine.path, headers=other.headers)
    assert (answer.status_code, answer.json()["code"]) == (404, "conversation_not_found")


def test_a_message_sent_twice_with_its_key_is_taken_once(client: TestClient) -> None:
    talk = Talk(client)
    first = talk.send({"text": HYDROPOWER["en"]}, **{"Idempotency-Key": "k"})
    assert talk.send({"text": HYDROPOWER["en"]}, **{"Idempotency-Key": "k"}) == first
    assert len(talk.read()["messages"]) == 1


@pytest.mark.parametrize("message", [{}, {"text": "a", "choose": "1.4.2"}, {"text": None}])
def test_a_message_says_exactly_one_thing(client: TestClient, message: dict[str, Any]) -> None:
    talk = Talk(client)
    answer = client.post(f"{talk.path}/messages", json=message, headers=talk.headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert answer.json()["faults"][0]["code"] == "one_of"


def test_a_value_with_a_fraction_arrives_exactly(client: TestClient) -> None:
    talk = Talk(client)
    talk.send({"choose": "1.4.2"})
    raw = '{"facts": {"reservoir_area": {"value": 3.10, "unit": "km2"}}}'
    headers = {**talk.headers, "Content-Type": "application/json"}
    answer = client.post(f"{talk.path}/messages", content=raw, headers=headers).json()
    facts = {fact["id"]: fact["value"] for fact in answer["state"]["facts"]}
    assert facts["reservoir_area"] == "3.10"
