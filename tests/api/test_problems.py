"""Errors are problem+json in the caller's language, with a stable code."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import errors
from api.problems import _FIELD_CODES
from api.sentences import error_text
from knowledge.errors import JasylError
from knowledge.text import LANGUAGES, Language

REFUSED: dict[str, tuple[str, str, dict[str, Any], int, str]] = {
    "no such address": ("GET", "/nothing", {}, 404, "not_found"),
    "another method": ("DELETE", "/v1/taxonomy", {}, 405, "method_not_allowed"),
    "no such row": ("GET", "/v1/taxonomy/9.9.9", {}, 404, "unknown_row"),
    "no edition yet": ("GET", "/v1/taxonomy?on=2020-01-01", {}, 422, "no_edition_in_force"),
    "no date": ("GET", "/v1/taxonomy?on=tomorrow", {}, 422, "invalid_request"),
    "an unknown key": (
        "POST",
        "/v1/matches",
        {"json": {"text": "x", "colour": 1}},
        422,
        "invalid_request",
    ),
    "no text": ("POST", "/v1/matches", {"json": {"text": "  "}}, 422, "invalid_request"),
    "a text too long": ("POST", "/v1/matches", {"json": {"text": "x" * 20_001}}, 422, "invalid_request"),
    "no body": ("POST", "/v1/verdicts", {}, 422, "invalid_request"),
    "a form": ("POST", "/v1/verdicts", {"data": {"code": "1.4.2"}}, 415, "not_json_type"),
    "unusable facts": (
        "POST",
        "/v1/verdicts",
        {"json": {"code": "1.4.2", "facts": {"rated_capacity": "-1 MW"}}},
        422,
        "unusable_facts",
    ),
    "no token": ("GET", "/v1/conversations/x", {}, 401, "token_missing"),
    "a wrong token": (
        "GET",
        "/v1/conversations/x",
        {"headers": {"Authorization": "Bearer y"}},
        404,
        "conversation_not_found",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("method", "path", "sent", "status", "code"), REFUSED.values(), ids=list(REFUSED))
def test_an_error_is_told_in_the_language_of_the_header(  # noqa: PLR0913, PLR0917 - a call and its answer
    client: TestClient,
    method: str,
    path: str,
    sent: dict[str, Any],
    status: int,
    code: str,
    language: Language,
) -> None:
    headers = {**sent.get("headers", {}), "Accept-Language": language}
    answer = client.request(method, path, **{**sent, "headers": headers})
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == language
    assert {"type", "title", "detail"} <= problem.keys()
    told = {problem["detail"], *(fault["detail"] for fault in problem.get("faults", []))}
    assert all(told)


def test_the_three_languages_say_it_in_three_ways(client: TestClient) -> None:
    details = {
        client.get("/nothing", headers={"Accept-Language": language}).json()["detail"]
        for language in LANGUAGES
    }
    assert len(details) == 3


def test_the_language_of_the_body_goes_before_the_header(client: TestClient) -> None:
    body = {"code": "9.9.9", "language": "kk"}
    answer = client.post("/v1/verdicts", json=body, headers={"Accept-Language": "en"})
    assert answer.headers["content-language"] == "kk"


def test_the_language_of_the_query_goes_before_the_header(client: TestClient) -> None:
    answer = client.get("/v1/taxonomy/9.9.9?language=ru", headers={"Accept-Language": "en"})
    assert answer.headers["content-language"] == "ru"


def test_what_was_sent_is_not_repeated(client: TestClient) -> None:
    body = {"text": ["<script>secret"], "secret_key": 1}
    answer = client.post("/v1/matches", json=body)
    assert "<script>" not in answer.text


def test_each_fault_of_a_request_is_named(client: TestClient) -> None:
    answer = client.post("/v1/matches", json={"limit": 0, "language": "de"})
    faults = {fault["field"]: fault["code"] for fault in answer.json()["faults"]}
    assert faults == {"text": "missing", "limit": "out_of_range", "language": "not_a_choice"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(language: Language) -> None:
    values = {"names": "a", "name": "a", "kibibytes": "1"}
    refused = [
        kind.code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, JasylError) and hasattr(kind, "code")
    ]
    for code in {*refused, *(f"field_{code}" for code in {*_FIELD_CODES.values(), "wrong_type"})}:
        assert error_text(language, code, values)


def test_an_unexpected_failure_is_a_500_without_internals(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("what the person wrote")

    monkeypatch.setattr(client.app.state.jasyl, "edition", fail)  # type: ignore[attr-defined]
    answer = client.get("/v1/taxonomy", headers={"Accept-Language": "kk"})
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "what the person wrote" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text
