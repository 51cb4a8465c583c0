"""Every call of the contract answers with at least what the contract says."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

LANGUAGES = ("kk", "ru", "en")
HYDROPOWER = {
    "hydropower_plant": True,
    "rated_capacity": {"value": 40, "unit": "MW"},
    "reservoir_area": "3 km2",
    "eia_allows": True,
}


def get(client: TestClient, path: str, **query: str) -> Any:  # noqa: ANN401 - JSON
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def post(client: TestClient, path: str, body: object) -> Any:  # noqa: ANN401 - JSON
    answer = client.post(path, json=body)
    assert answer.status_code in {200, 201}, answer.text
    return answer.json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_taxonomy_lists_all_62_rows(client: TestClient, language: str) -> None:
    rows = get(client, "/v1/taxonomy", language=language)["rows"]
    assert len(rows) == 62
    wanted = {"code", "title", "activity_codes", "examples", "threshold", "notes", "facts"}
    assert all(wanted <= row.keys() for row in rows)
    assert all(row["title"] and row["facts"] for row in rows)


def test_a_row_is_told_in_the_language_asked_for_with_the_words_of_the_law_beside(
    client: TestClient,
) -> None:
    row = get(client, "/v1/taxonomy/1.4.2", language="ru")
    assert row["title"].startswith("Средние гидроэлектростанции")
    assert row["law"]["name"].startswith("Орташа гидроэлектр")
    assert "reservoir_area" in row["facts"]


def test_a_row_is_told_as_of_a_date(client: TestClient) -> None:
    assert get(client, "/v1/taxonomy/1.4.2", on="2025-04-21")["edition"] == "2025-04-21"
    assert client.get("/v1/taxonomy/1.4.2", params={"on": "2025-04-20"}).status_code == 422


def test_all_facts_are_told(client: TestClient) -> None:
    facts = get(client, "/v1/facts")["facts"]
    wanted = {"id", "kind", "unit", "choices", "minimum", "maximum", "question", "help"}
    assert all(wanted | {"evidence", "derived_from"} <= fact.keys() for fact in facts)


def test_the_facts_of_a_row_are_told_with_units_to_choose_from(client: TestClient) -> None:
    facts = {fact["id"]: fact for fact in get(client, "/v1/facts", code="1.4.2")["facts"]}
    assert [unit["id"] for unit in facts["rated_capacity"]["units"]][:1] == ["MW"]
    assert {"rated_capacity", "reservoir_area"} == set(facts["power_density"]["derived_from"])


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Наубайхананың төбесіне күн панелін қойғым келеді", "kk", "1.2."),
        ("Строим ГЭС на 40 МВт, водохранилище 3 км²", "ru", "1.4."),
        ("An organic farm that grows wheat", "en", "6.1."),
    ],
    ids=LANGUAGES,
)
def test_a_description_is_matched_in_its_own_language(
    client: TestClient, text: str, language: str, code: str
) -> None:
    found = post(client, "/v1/matches", {"text": text})
    assert found["language"] == language
    assert found["decision"] in {"match", "choose"}
    assert any(candidate["code"].startswith(code) for candidate in found["candidates"])
    assert {"code", "title", "confidence", "reasons"} <= found["candidates"][0].keys()
    assert isinstance(found["facts"], list)


def test_candidates_are_given_even_when_nothing_fits(client: TestClient) -> None:
    found = post(client, "/v1/matches", {"text": "бухгалтерские услуги", "limit": 2})
    assert found["decision"] == "none"
    assert len(found["candidates"]) == 2


def test_facts_read_from_a_description_are_proposals_with_their_phrase(client: TestClient) -> None:
    text = "Строим ГЭС на 40 МВт, водохранилище площадью 3 км²"
    facts = {fact["id"]: fact for fact in post(client, "/v1/matches", {"text": text})["facts"]}
    assert facts["rated_capacity"]["standing"] == "proposed"
    assert facts["rated_capacity"]["phrase"] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_taken_and_explained(client: TestClient, language: str) -> None:
    body = {"code": "1.4.2", "facts": HYDROPOWER, "on": "2026-01-15", "language": language}
    verdict = post(client, "/v1/verdicts", body)
    wanted = "code outcome findings missing would_change documents citations notes edition"
    assert {*wanted.split(), "rule_hash", "certificate"} <= verdict.keys()
    assert (verdict["outcome"], verdict["missing"]) == ("eligible", [])


def test_a_verdict_names_what_is_missing(client: TestClient) -> None:
    facts = {**HYDROPOWER, "eia_allows": None}
    verdict = post(client, "/v1/verdicts", {"code": "1.4.2", "facts": facts})
    assert verdict["outcome"] == "undetermined"
    assert "eia_allows" in verdict["missing"]


def test_what_is_only_declared_is_not_shown_to_be_green(client: TestClient) -> None:
    body = {"code": "1.4.2", "facts": HYDROPOWER, "floor": "evidenced"}
    assert post(client, "/v1/verdicts", body)["outcome"] == "undetermined"


def test_unusable_facts_are_refused_each_by_name(client: TestClient) -> None:
    facts = {"rated_capacity": "-5 MW", "reservoir_area": "3 kWh", "no_such_fact": True}
    answer = client.post("/v1/verdicts", json={"code": "1.4.2", "facts": facts})
    assert answer.status_code == 422
    assert answer.json()["code"] == "unusable_facts"
    assert {fault["fact"]: fault["code"] for fault in answer.json()["faults"]} == {
        "rated_capacity": "below_minimum",
        "reservoir_area": "wrong_unit",
        "no_such_fact": "unknown_fact",
    }
    assert all(fault["detail"] for fault in answer.json()["faults"])


def test_a_number_on_the_threshold_is_exact(client: TestClient) -> None:
    raw = '{"code": "1.4.2", "facts": {"hydropower_plant": true, "eia_allows": true, %s}}'
    just = '"rated_capacity": {"value": 30.0, "unit": "MW"}, "reservoir_area": "3 km2"'
    above = just.replace("30.0", "30.00000000000000000000000001")
    outcomes = [
        client.post("/v1/verdicts", content=raw % facts, headers={"Content-Type": "application/json"}).json()[
            "outcome"
        ]
        for facts in (just, above)
    ]
    assert outcomes == ["undetermined", "eligible"]


@pytest.mark.parametrize(
    "text",
    ["Қандай жобалар «жасыл»?", "Какой порог для ГЭС больше 10 МВт?", "What is BAT?"],
    ids=LANGUAGES,
)
def test_a_question_is_answered_or_refused_by_status(client: TestClient, text: str) -> None:
    answer = post(client, "/v1/questions", {"text": text})
    assert {"status", "answer", "citations", "written_by"} <= answer.keys()
    assert answer["written_by"] == "quotation"
    assert all({"ref", "language", "quote"} <= cited.keys() for cited in answer["citations"])


def test_health_tells_what_is_loaded(client: TestClient) -> None:
    health = get(client, "/health")
    assert health["status"] == "ok"
    assert set(health["loaded"]) == {"knowledge", "rules", "store", "matcher", "index"}


def test_metrics_count_calls_by_route_and_not_by_address(client: TestClient) -> None:
    get(client, "/v1/taxonomy/1.1.1")
    text = client.get("/metrics").text
    assert 'path="/v1/taxonomy/{code}"' in text
    assert "/v1/taxonomy/1.1.1" not in text


def test_openapi_shows_examples_in_three_languages(client: TestClient) -> None:
    paths = get(client, "/v1/openapi.json")["paths"]
    for path in ("matches", "verdicts", "questions", "conversations"):
        body = paths[f"/v1/{path}"]["post"]["requestBody"]["content"]["application/json"]
        assert set(LANGUAGES) <= set(body["examples"]), path


@pytest.mark.parametrize("path", ["matches", "verdicts", "questions", "conversations"])
def test_the_examples_of_openapi_work(client: TestClient, path: str) -> None:
    post_ = get(client, "/v1/openapi.json")["paths"][f"/v1/{path}"]["post"]
    examples = post_["requestBody"]["content"]["application/json"]["examples"]
    for example in examples.values():
        post(client, f"/v1/{path}", example["value"])
