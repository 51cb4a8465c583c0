"""A verdict told in a language: every row in all three, with the words of the law at every finding."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from evaluator.explain import present
from evaluator.tree import Group
from evaluator.words import number
from knowledge.text import LANGUAGES, Language
from tests.evaluator.support import CODES, EDITION, KNOWLEDGE, Case, cases, day, floor, verdict

OUTCOMES = ("eligible", "not_eligible", "undetermined")
# What stays Latin in Kazakh and Russian: units and names that have no other spelling.
LATIN = re.compile(
    r"\b(CO2e?|LEED|EDGE|BREEAM|DGNB|OMIR|ISO|ISCC|RSB|CORSIA|SAF|DME|Euro|VI?|BREF|EPC|Energy|Star|US|EU|REDD\+?"
    r"|GWP|VERRA|VCS|FSC|PEFC|GSTC|BAT|AELs?|PV|CSP|NOx|SO2|CO|PM|IPCC|EN|IEC|EIA|HVO|LED|IT|pH|R\d+|[IVX]+"
    r"|kk|ru|en|g|W|m2|e|A|B|C|D|VFD|drive)\b"
)


def samples(code: str) -> Iterator[Case]:
    """Facts of one case for each outcome, and none at all."""
    yield {"facts": {}}
    for outcome in OUTCOMES:
        yield from [case for case in cases(code) if case.get("outcome") == outcome][:1]


def told(code: str, case: Case, language: Language) -> dict[str, Any]:
    return present(verdict(code, case["facts"], on=day(case), at=floor(case)), language)


def findings(finding: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield finding
    for child in finding.get("children", ()):
        yield from findings(child)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_row_can_be_told_and_is_plain_json(code: str, language: Language) -> None:
    for case in samples(code):
        whole = told(code, case, language)
        assert json.loads(json.dumps(whole, ensure_ascii=False)) == whole
        assert {
            "code",
            "outcome",
            "findings",
            "missing",
            "would_change",
            "documents",
            "citations",
            "notes",
        } <= set(whole)
        assert {"edition", "rule_hash", "certificate", "outcome_text", "advice", "translation"} <= set(whole)
        assert (whole["review"] is None) == (whole["outcome"] == "eligible")
        assert [fact["fact"] for fact in whole["missing_facts"]] == whole["missing"]


@pytest.mark.parametrize("code", CODES)
def test_every_finding_that_tests_something_has_words_that_stand_in_the_law(code: str) -> None:
    whole = told(code, {"facts": {}}, "en")
    for half in whole["findings"]:
        for finding in findings(half):
            if finding.get("children") and finding["law"] is None:
                continue
            assert EDITION.law.quotes(finding["law"], (finding["ref"],)), finding["criterion"]
    assert whole["citations"]
    assert all(EDITION.law.quotes(one["quote"], (one["ref"],)) for one in whole["citations"])


def ours(whole: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - the tree of a JSON document
    """The sentences of ours in a verdict; ids, quotes and the certificate are not sentences."""
    if key in ("certificate", "law", "quote", "words", "ref", "id", "fact", "unit", "kind", "value_id"):
        return
    if isinstance(whole, dict):
        for name, part in whole.items():
            yield from ours(part, name)
    elif isinstance(whole, list):
        for part in whole:
            yield from ours(part, key)
    elif isinstance(whole, str) and key in SENTENCES:
        yield whole


SENTENCES = {
    "title", "outcome_text", "heading", "criterion", "text", "label", "question", "evidence", "value",
    "limit", "derivation", "translation", "review", "advice", "now",
}  # fmt: skip


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("code", CODES)
def test_no_english_stands_in_what_is_told_in_kazakh_or_russian(code: str, language: Language) -> None:
    latin = {
        word
        for case in samples(code)
        for sentence in ours(told(code, case, language))
        for word in re.findall(r"[A-Za-z]{3,}", LATIN.sub("", sentence))
    }
    english = {word for word in latin if word.islower()}
    assert english == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_no_id_and_no_key_of_ours_is_shown_to_a_person(code: str, language: Language) -> None:
    shown = [sentence for case in samples(code) for sentence in ours(told(code, case, language))]
    ids = {fact for fact in KNOWLEDGE.facts if "_" in fact}
    assert [
        text for text in shown if any(fact in text for fact in ids) or "None" in text or "{" in text
    ] == []


@pytest.mark.parametrize("code", CODES)
def test_every_note_beside_a_criterion_is_told_with_its_words(code: str) -> None:
    whole = told(code, {"facts": {}}, "en")
    beside = {note["id"] for half in whole["findings"] for one in findings(half) for note in one["notes"]}
    assert beside <= {note["id"] for note in whole["notes"]}
    assert {note["id"] for note in whole["notes"]} <= set(EDITION.rows[code].notes)
    assert all(note["text"] and note["words"] for note in whole["notes"])


def test_a_refusal_says_value_limit_and_law_side_by_side() -> None:
    facts = {
        "hydropower_plant": True,
        "rated_capacity": "40 MW",
        "reservoir_area": "5 km2",
        "lifecycle_emissions": "150 gCO2e/kWh",
        "eia_allows": True,
    }
    whole = told("1.4.2", {"facts": facts}, "en")
    density = next(
        one for half in whole["findings"] for one in findings(half) if one.get("fact") == "power_density"
    )
    assert density["value"] == "8\u00a0W/m²"
    assert density["limit"] == "more than 10\u00a0W/m²"
    assert density["outcome"] == "not_met"
    assert "> 10 Вт/м2" in density["law"]
    assert "40\u00a0MW" in density["derivation"]
    assert "5\u00a0km²" in density["derivation"]


def test_documents_are_those_that_show_what_was_stated_or_is_still_missing() -> None:
    whole = told("1.4.2", {"facts": {"hydropower_plant": True}}, "en")
    facts = {one["fact"] for one in whole["documents"]}
    assert facts <= {"hydropower_plant", *whole["missing"]}
    texts = [one["text"] for one in whole["documents"]]
    assert len(texts) == len(set(texts))


def test_contradicting_values_are_named_to_the_person() -> None:
    whole = told("1.4.2", {"facts": {"rated_capacity": ["40 MW", "60 MW"]}}, "ru")
    (conflict,) = whole["conflicts"]
    assert "40\u00a0МВт / 60\u00a0МВт" in conflict["text"]


@pytest.mark.parametrize(
    ("value", "language", "told"),
    [
        ("12500.5", "ru", "12\u00a0500,5"),
        ("12500.5", "kk", "12\u00a0500,5"),
        ("12500.5", "en", "12,500.5"),
        ("1E+3", "en", "1,000"),
        ("0.10", "en", "0.1"),
        ("10.000", "ru", "10"),
        ("13.333333333", "en", "13.3333"),
        ("-5", "en", "-5"),
    ],
)
def test_a_number_is_written_as_its_language_writes_it(value: str, language: Language, told: str) -> None:
    assert number(Decimal(value), language) == told


def test_groups_and_leaves_are_told_alike() -> None:
    found = verdict("1.4.2", {})
    kinds = {finding.node.kind for finding in found.findings() if isinstance(finding.node, Group)}
    assert kinds == {"all_of", "any_of"}
