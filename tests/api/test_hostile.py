"""No input whatever gives a 5xx."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

POSTS = ("/v1/matches", "/v1/verdicts", "/v1/questions", "/v1/conversations")
BODIES = {
    "NaN": b'{"code": "1.4.2", "facts": {"rated_capacity": NaN}}',
    "Infinity": b'{"code": "1.4.2", "facts": {"rated_capacity": {"value": Infinity, "unit": "MW"}}}',
    "minus Infinity": b'{"text": -Infinity}',
    "1e400": b'{"code": "1.4.2", "facts": {"rated_capacity": 1e400}}',
    "1e400 as text": b'{"code": "1.4.2", "facts": {"rated_capacity": "1e400 MW"}}',
    "1e99 with unit": b'{"code": "1.4.2", "facts": {"rated_capacity": {"value": 1e99, "unit": "MW"}}}',
    "many nines": b'{"code": "1.4.2", "facts": {"rated_capacity": "' + b"9" * 9000 + b' MW"}}',
    "NaN as text": b'{"code": "1.4.2", "facts": {"rated_capacity": "NaN MW"}}',
    "a lone surrogate": b'{"text": "\\ud800", "code": "\\udfff"}',
    "a surrogate as a key": b'{"text": "x", "\\ud800": 1}',
    "a surrogate in a fact": b'{"code": "1.4.2", "facts": {"\\ud800": "\\udc00"}}',
    "a duplicate key": b'{"text": "x", "text": "y"}',
    "300 KiB": b'{"text": "' + b"x" * 300 * 1024 + b'"}',
    "deep nesting": b'{"facts": ' * 5000 + b"1" + b"}" * 5000,
    "no JSON": b"{text: 1}",
    "no UTF-8": b'{"text": "\xff\xfe"}',
    "UTF-16": '{"text": "x"}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"text": "x"}',
    "a null character": b'{"text": "a\\u0000b", "code": "1.4.2\\u0000"}',
    "a list": b"[]",
    "a text": b'"text"',
    "null": b"null",
    "zero": b"0",
}


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("body", BODIES.values(), ids=list(BODIES))
def test_a_hostile_body_is_answered_without_a_server_error(
    client: TestClient, path: str, body: bytes
) -> None:
    answer = client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code < 500, answer.text
    answer.json()


def test_a_body_beyond_the_cap_is_refused_while_it_arrives(client: TestClient) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 64 * 2**20:
            sent += 2**16
            yield b" " * 2**16

    answer = client.post("/v1/matches", content=endless(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


@pytest.mark.parametrize(
    "path",
    [
        "/page/..%2f..%2fpyproject.toml",
        "/page/%00",
        "/v1/taxonomy/%00",
        "/v1/taxonomy/%ff%fe",
        "/v1/taxonomy/" + "9" * 5000,
        "/v1/facts?code=%00&language=%00",
        "/v1/facts?on=0000-00-00",
        "/v1/facts?on=99999-01-01",
        "/v1/taxonomy?on=9999-12-31",
        "/v1/conversations/%F0%9F%8C%B1",
        "/v1/phrases/..%2fcli",
    ],
)
def test_a_hostile_address_is_answered_without_a_server_error(client: TestClient, path: str) -> None:
    headers = {"Authorization": "Bearer \xff", "Accept-Language": "\xff;q=\xff"}
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    assert client.get(path, headers=encoded).status_code < 500


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "unit", "standing", "evidence", "ruled_by", "x"]), inner)
    ),
    max_leaves=6,
)
FACTS = ("rated_capacity", "reservoir_area", "hydropower_plant", "unit_capacities", "eia_allows")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=st.dictionaries(st.sampled_from(FACTS) | st.text(max_size=8), JSON, max_size=4))
def test_any_facts_get_a_verdict_or_a_refusal(client: TestClient, facts: dict[str, Any]) -> None:
    body = json.dumps({"code": "1.4.2", "facts": facts}).encode()
    answer = client.post("/v1/verdicts", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in {200, 400, 422}, answer.text


KEYS = ("text", "language", "code", "facts", "limit", "oked", "on", "floor", "confirm", "choose")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(POSTS), body=st.dictionaries(st.sampled_from(KEYS), JSON) | JSON)
def test_any_json_is_answered_without_a_server_error(client: TestClient, path: str, body: object) -> None:
    answer = client.post(
        path, content=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code < 500, answer.text


VALUES = st.text(max_size=20) | st.from_regex(r"-?\d{1,6}([.,]\d{1,3})? ?(МВт|MW|km2|га|%)?", fullmatch=True)
MESSAGES = st.one_of(
    st.builds(lambda text: {"text": text}, st.text(min_size=1, max_size=60)),
    st.builds(lambda code: {"choose": code}, st.sampled_from(["1.4.2", "5.2.7", "9.9.9", ""])),
    st.builds(lambda ids: {"confirm": ids}, st.lists(st.sampled_from(FACTS)) | st.just("all")),
    st.builds(lambda ids: {"withdraw": ids}, st.lists(st.sampled_from(FACTS))),
    st.builds(
        lambda facts: {"facts": facts},
        st.dictionaries(st.sampled_from(FACTS), VALUES | JSON, max_size=3),
    ),
    st.dictionaries(st.sampled_from(KEYS), JSON, max_size=2),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(messages=st.lists(MESSAGES, min_size=1, max_size=5))
def test_no_course_of_a_conversation_gives_a_server_error(
    client: TestClient, messages: list[dict[str, Any]]
) -> None:
    opened = client.post("/v1/conversations", json={}).json()
    headers = {"Authorization": f"Bearer {opened['token']}", "Content-Type": "application/json"}
    for message in messages:
        answer = client.post(
            f"/v1/conversations/{opened['id']}/messages",
            content=json.dumps(message).encode(),
            headers=headers,
        )
        assert answer.status_code < 500, answer.text
