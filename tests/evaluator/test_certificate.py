"""A certificate lets anyone take a verdict again, and shows whatever was changed."""

import copy
import json
from dataclasses import replace
from typing import Any

import pytest

from evaluator.certificate import certify, verify
from evaluator.errors import BrokenCertificate, UnknownEdition, UnusableFacts
from evaluator.explain import present
from evaluator.facts import Standing
from evaluator.rulebook import Rulebook, canonical
from knowledge.errors import UnknownRow
from knowledge.load import Knowledge
from tests.evaluator.support import CODES, EDITION, KNOWLEDGE, cases, day, floor, verdict

FACTS: dict[str, Any] = {
    "hydropower_plant": True,
    "rated_capacity": "40 MW",
    "reservoir_area": "300 ha",
    "eia_allows": {"value": True, "standing": "evidenced", "evidence": "EIA No 7"},
}


def told() -> dict[str, Any]:
    """A certificate that went through JSON, as a person would send it."""
    found: dict[str, Any] = json.loads(json.dumps(certify(verdict("1.4.2", FACTS)).told()))
    return found


def sealed(certificate: dict[str, Any]) -> dict[str, Any]:
    """The certificate with a hash that fits what was put into it."""
    import hashlib

    return certificate | {"sha256": hashlib.sha256(canonical(certificate["content"])).hexdigest()}


@pytest.mark.parametrize("code", CODES)
def test_every_case_can_be_taken_again_from_its_certificate(code: str) -> None:
    for case in cases(code):
        if "refused" in case:
            continue
        found = verdict(code, case["facts"], on=day(case), at=floor(case))
        again = verify(json.loads(json.dumps(certify(found).told())), KNOWLEDGE)
        assert again.status == "same", case["name"]
        assert again.verdict is not None
        assert again.verdict.outcome == found.outcome


def test_a_whole_verdict_is_as_good_as_its_certificate() -> None:
    whole = json.loads(json.dumps(present(verdict("1.4.2", FACTS), "kk")))
    assert verify(whole, KNOWLEDGE).same


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("outcome", "not_eligible"),
        ("facts", {}),
        ("on", "2026-01-16"),
        ("floor", "evidenced"),
        ("findings", []),
        ("missing", ["x"]),
        ("rule_hash", "0" * 64),
        ("format", 2),
    ],
)
def test_whatever_is_changed_in_it_shows(key: str, value: object) -> None:
    certificate = told()
    certificate["content"][key] = value
    assert verify(certificate, KNOWLEDGE).status == "altered"


def test_an_outcome_that_was_changed_and_sealed_again_is_not_what_the_rule_gives() -> None:
    certificate = told()
    certificate["content"]["outcome"] = "not_eligible"
    assert verify(sealed(certificate), KNOWLEDGE).status == "different"


def test_a_number_that_is_not_its_own_shows() -> None:
    assert verify(told() | {"number": "1.4.2-2025-04-21-000000000000"}, KNOWLEDGE).status == "different"


def test_a_rule_that_was_changed_since_is_named_so_and_the_new_verdict_given() -> None:
    stricter = copy.deepcopy(dict(EDITION.rows["1.4.2"].rule))
    stricter["threshold"]["all_of"][0]["any_of"][0]["above"] = "14"
    row = EDITION.rows["1.4.2"].model_copy(update={"rule": stricter})
    edition = replace(EDITION, rows={**EDITION.rows, "1.4.2": row})
    changed = Knowledge(KNOWLEDGE.units, KNOWLEDGE.facts, (edition,), (), ())
    found = verify(told(), changed)
    assert found.status == "rule_changed"
    assert not found.same
    assert found.verdict is not None
    assert found.verdict.outcome == "undetermined"


def test_our_own_words_are_no_part_of_the_rule() -> None:
    row = EDITION.rows["1.4.2"]
    renamed = row.model_copy(update={"name": row.name.model_copy(update={"en": "Other words"})})
    edition = replace(EDITION, rows={**EDITION.rows, "1.4.2": renamed})
    changed = Knowledge(KNOWLEDGE.units, KNOWLEDGE.facts, (edition,), (), ())
    assert Rulebook(changed, edition).rule("1.4.2").hash == told()["content"]["rule_hash"]
    assert verify(told(), changed).same


def test_every_rule_has_a_hash_of_its_own() -> None:
    book = Rulebook(KNOWLEDGE, EDITION)
    assert len({book.rule(code).hash for code in CODES}) == len(CODES)


def test_the_number_names_row_edition_and_hash() -> None:
    certificate = certify(verdict("1.4.2", FACTS))
    assert certificate.number == f"1.4.2-2025-04-21-{certificate.sha256[:12].upper()}"


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"certificate": None},
        {"certificate": []},
        {"certificate": "1.4.2"},
        {"number": "x", "sha256": "y", "content": None},
        {"number": "x", "sha256": "y", "content": {}},
    ],
    ids=repr,
)
def test_what_is_no_certificate_is_refused_as_such(broken: dict[str, Any]) -> None:
    with pytest.raises(BrokenCertificate):
        verify(broken, KNOWLEDGE)


@pytest.mark.parametrize(
    ("key", "value"),
    [("on", "yesterday"), ("floor", "sworn"), ("facts", 7), ("on", None), ("facts", ["x"])],
    ids=repr,
)
def test_a_sealed_certificate_with_nonsense_in_it_is_broken(key: str, value: object) -> None:
    certificate = told()
    certificate["content"][key] = value
    with pytest.raises(BrokenCertificate):
        verify(sealed(certificate), KNOWLEDGE)


def test_a_certificate_of_an_edition_that_is_not_held_says_which() -> None:
    certificate = told()
    certificate["content"]["edition"] = "1999-01-01"
    with pytest.raises(UnknownEdition) as error:
        verify(sealed(certificate), KNOWLEDGE)
    assert error.value.values == {"edition": "1999-01-01"}


def test_a_certificate_of_a_row_or_with_facts_that_do_not_exist_is_refused() -> None:
    certificate = told()
    certificate["content"]["code"] = "9.9.9"
    with pytest.raises(UnknownRow):
        verify(sealed(certificate), KNOWLEDGE)
    certificate = told()
    certificate["content"]["facts"] = {"no_such_fact": True}
    with pytest.raises(UnusableFacts):
        verify(sealed(certificate), KNOWLEDGE)


def test_the_floor_the_date_and_each_fact_change_the_hash() -> None:
    import datetime as dt

    plain = certify(verdict("1.4.2", FACTS)).sha256
    others = {
        certify(verdict("1.4.2", FACTS, at=Standing.EVIDENCED)).sha256,
        certify(verdict("1.4.2", FACTS, on=dt.date(2026, 2, 1))).sha256,
        certify(verdict("1.4.2", {**FACTS, "reservoir_area": "301 ha"})).sha256,
        certify(verdict("1.4.2", {**FACTS, "eia_allows": True})).sha256,
    }
    assert len(others | {plain}) == 5
