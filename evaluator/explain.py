"""A verdict told in a language: from templates and data, never from a model."""

from __future__ import annotations

from typing import Any

from evaluator.certificate import certify
from evaluator.outcome import Outcome
from evaluator.rulebook import citations
from evaluator.tree import Group
from evaluator.verdict import Finding, Verdict
from evaluator.whatif import Change, Needed, Way, would_change
from evaluator.words import Teller
from knowledge.edition import Note
from knowledge.phrases import say
from knowledge.text import Language


def present(verdict: Verdict, language: Language) -> dict[str, Any]:
    """The verdict as the contract has it: outcome, findings, what is missing, what would change it."""
    rule, teller = verdict.rule, Teller(verdict.rule.knowledge, language)
    lacking = [
        {
            "fact": fact,
            "label": teller.label(fact),
            "question": teller.spec(fact).question[language],
            "evidence": teller.spec(fact).evidence[language],
        }
        for fact in verdict.missing
    ]
    return {
        "code": rule.code,
        "title": rule.row.name[language],
        "outcome": verdict.outcome,
        "outcome_text": say(language, f"verdict-{verdict.outcome.replace('_', '-')}-{verdict.floor.word}"),
        "on": verdict.on.isoformat(),
        "floor": verdict.floor.word,
        "findings": [
            {"part": "scope", "heading": say(language, "part-scope")}
            | _finding(verdict.scope, verdict, teller),
            {"part": "threshold", "heading": say(language, "part-threshold")}
            | _finding(verdict.threshold, verdict, teller),
        ],
        "missing": list(verdict.missing),
        "missing_facts": lacking,
        "conflicts": [
            {"fact": one.fact, "label": teller.label(one.fact), "text": teller.reading(one)}
            for one in verdict.conflicts
        ],
        "would_change": [_way(way, teller) for way in would_change(verdict)],
        "documents": _documents(verdict, teller),
        "citations": [{"ref": ref, "language": "kk", "quote": quote} for ref, quote in citations(rule)],
        "notes": _notes(verdict, language),
        "translation": say(language, "translation"),
        "review": say(language, "review") if verdict.whole is not Outcome.MET else None,
        "advice": say(language, "advice"),
        "edition": rule.edition.id,
        "rule_hash": rule.hash,
        "certificate": certify(verdict).told(),
    }


def _finding(finding: Finding, verdict: Verdict, teller: Teller) -> dict[str, Any]:
    node, reading, language = finding.node, finding.reading, teller.language
    notes = verdict.rule.row.notes
    told: dict[str, Any] = {
        "kind": node.kind,
        "criterion": teller.criterion(node),
        "outcome": finding.outcome.value,
        "outcome_text": say(language, f"finding-{finding.outcome.value.replace('_', '-')}"),
        "law": node.words.quote,
        "ref": node.words.ref,
        "notes": [
            {"id": note, "text": notes[note].text[language]} for note in node.words.notes if note in notes
        ],
    }
    if node.fact:
        told |= {
            "fact": node.fact,
            "value": teller.reading(reading),
            "standing": reading.standing.word if reading and reading.amount is not None else None,
            "derivation": teller.derivation(reading),
        }
    if not isinstance(node, Group):
        bounds = [(limit.comparator, limit.shown, limit.unit) for limit in node.limits]
        told["limit"] = teller.limits(bounds) if bounds else None
        return told
    return told | {"children": [_finding(child, verdict, teller) for child in finding.children]}


def _way(way: Way, teller: Teller) -> dict[str, Any]:
    changes = [_change(change, teller) for change in way.changes]
    return {"changes": changes, "text": "; ".join(change["text"] for change in changes)}


def _change(change: Change, teller: Teller) -> dict[str, Any]:
    fact, language = change.test.fact or "", teller.language
    evidence = teller.spec(fact).evidence[language]
    through = [{"text": teller.needed(one), **_bound(one)} for one in change.through]
    told: dict[str, Any] = {
        "fact": fact,
        "met": change.met,
        "now": teller.reading(change.now),
        "evidence": evidence,
    }
    if change.needed:
        told["needed"] = [_bound(one) for one in change.needed]
        direct = teller.limits((one.comparator, one.value, one.unit) for one in change.needed)
        text = say(language, "needed", label=teller.label(fact), limit=direct)
        told["text"] = " · ".join([text, *(one["text"] for one in through)])
    elif change.test.values:
        choices = ", ".join(teller.value(fact, value, None) for value in change.test.values)
        key = "change-among" if change.met else "change-not-among"
        told["text"] = say(language, key, label=teller.label(fact), choices=choices)
    else:
        known = change.now is not None and change.now.amount is not None
        key = (
            ("change-otherwise" if known else f"change-{change.test.kind}") if change.met else "change-absent"
        )
        told["text"] = say(language, key, label=teller.label(fact), evidence=evidence)
    return told | ({"through": through} if through else {})


def _bound(needed: Needed) -> dict[str, Any]:
    return {
        "fact": needed.fact,
        "comparator": needed.comparator,
        "value": format(needed.value, "f"),
        "unit": needed.unit,
    }


def _documents(verdict: Verdict, teller: Teller) -> list[dict[str, str]]:
    """The papers that show what the verdict rests on and what it lacks, each once."""
    asked = [
        finding.node.fact
        for finding in verdict.findings()
        if finding.node.fact
        and finding.outcome is not Outcome.NOT_MET
        and _counts(finding.node.fact, verdict)
    ]
    wanted = dict.fromkeys(named for fact in asked for named in (fact, *_stated_parts(fact, verdict)))
    found: dict[str, str] = {}
    for fact in wanted:
        found.setdefault(teller.spec(fact).evidence[teller.language], fact)
    return [{"fact": fact, "text": text} for text, fact in found.items()]


def _stated_parts(fact: str, verdict: Verdict) -> tuple[str, ...]:
    reading = verdict.view.read(fact)
    return tuple(part.fact for part in reading.parts) if reading else ()


def _counts(fact: str, verdict: Verdict) -> bool:
    return fact in verdict.missing or verdict.view.known(fact) is not None


def _notes(verdict: Verdict, language: Language) -> list[dict[str, str]]:
    """The notes of the row that stand beside a criterion of this rule, or beside the row itself."""
    own: dict[str, Note] = dict(verdict.rule.row.notes)
    used = dict.fromkeys(
        [*verdict.rule.notes, *(note for finding in verdict.findings() for note in finding.node.words.notes)]
    )
    return [
        {"id": note, "words": own[note].words, "text": own[note].text[language]}
        for note in used
        if note in own
    ]
