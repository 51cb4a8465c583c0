"""Editions, rows and facts as the contract tells them, in one language."""

from __future__ import annotations

from typing import Any

from evaluator.rulebook import Rulebook
from knowledge.edition import Edition, Row
from knowledge.facts import FactSpec
from knowledge.text import Language
from knowledge.units import Units


def edition_told(edition: Edition) -> dict[str, Any]:
    """Which edition it is."""
    return {"edition": edition.id, "in_force": edition.in_force.isoformat()}


def row_told(row: Row, edition: Edition, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """A row in a language, with the facts that its rule uses; the law's own words beside."""
    sector = row.code.rpartition(".")[0]
    codes = row.activity_codes
    return {
        "code": row.code,
        "title": row.name[language],
        "titles": row.name.model_dump(),
        "category": edition.categories[row.code[0]][language],
        "sector": edition.sectors[sector][language],
        "activity_codes": {
            "printed": codes.printed,
            "codes": list(codes.codes),
            "clauses": [clause[language] for clause in codes.clauses],
        },
        "examples": row.examples[language],
        "threshold": row.threshold[language],
        "law": {"name": row.name.kk, "examples": row.examples.kk, "threshold": row.threshold.kk},
        "notes": [
            {"id": key, "words": note.words, "text": note.text[language]} for key, note in row.notes.items()
        ],
        "facts": list(rulebook.rule(row.code).facts),
        "rule_hash": rulebook.rule(row.code).hash,
    }


def fact_told(spec: FactSpec, units: Units, language: Language) -> dict[str, Any]:
    """A fact in a language; `units` are those that measure the same, the asked one first."""
    return {
        "id": spec.id,
        "kind": spec.kind,
        "unit": spec.unit,
        "units": _units(spec, units, language),
        "choices": _choices(spec, language),
        "minimum": spec.minimum,
        "maximum": spec.maximum,
        "label": spec.label[language],
        "question": spec.question[language],
        "help": spec.help[language],
        "evidence": spec.evidence[language],
        "effort": spec.effort,
        "derived_from": spec.derived.parts if spec.derived else None,
    }


def _choices(spec: FactSpec, language: Language) -> dict[str, str] | None:
    if spec.choices is None:
        return None
    return {choice: words[language] for choice, words in spec.choices.items()}


def _units(spec: FactSpec, units: Units, language: Language) -> list[dict[str, str]]:
    if spec.unit is None:
        return []
    asked = units[spec.unit]
    same = [unit for unit in units if unit.dimension == asked.dimension and unit is not asked]
    return [{"id": unit.id, "spelled": unit.spelled(language)} for unit in (asked, *same)]
