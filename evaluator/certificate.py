"""Certificates: what a verdict was taken from, so that anyone can take it again and get the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from evaluator.errors import BrokenCertificate, UnknownEdition
from evaluator.evaluate import evaluate
from evaluator.facts import Standing, read_facts
from evaluator.rulebook import Rulebook, canonical
from evaluator.verdict import Verdict
from knowledge.load import Knowledge

FORMAT = 1


@dataclass(frozen=True)
class Certificate:
    """``content`` holds the inputs and the outcome of each criterion; ``sha256`` is its hash."""

    number: str
    sha256: str
    content: Mapping[str, Any]

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return {"number": self.number, "sha256": self.sha256, "content": dict(self.content)}


Status = Literal["same", "altered", "rule_changed", "different"]


@dataclass(frozen=True)
class Verification:
    """Whether a certificate holds.

    ``same``: taken again, every byte agrees; ``altered``: the content is not what was hashed;
    ``rule_changed``: the rule now held is not the one it was taken under; ``different``: the same
    rule gives another result (the engine was changed).
    """

    status: Status
    number: str
    verdict: Verdict | None = None

    @property
    def same(self) -> bool:
        """Whether the certificate holds."""
        return self.status == "same"


def certify(verdict: Verdict) -> Certificate:
    """The certificate of a verdict: it depends on nothing but rule, facts, floor and date."""
    rule = verdict.rule
    content = {
        "format": FORMAT,
        "edition": rule.edition.id,
        "code": rule.code,
        "rule_hash": rule.hash,
        "on": verdict.on.isoformat(),
        "floor": verdict.floor.word,
        "facts": {
            fact: [statement.told() for statement in statements]
            for fact, statements in sorted(verdict.sheet.items())
            if fact in rule.facts
        },
        "outcome": verdict.outcome,
        "findings": [finding.outcome.value for finding in verdict.findings()],
        "missing": list(verdict.missing),
    }
    digest = hashlib.sha256(canonical(content)).hexdigest()
    return Certificate(f"{rule.code}-{rule.edition.id}-{digest[:12].upper()}", digest, content)


def verify(told: Mapping[str, Any], knowledge: Knowledge) -> Verification:
    """Take the verdict of a certificate (or of a whole verdict's JSON) again and compare.

    Raises BrokenCertificate when it is no certificate, UnknownEdition, UnknownRow, UnusableFacts.
    """
    told = told.get("certificate", told)
    try:
        content, digest, number = told["content"], str(told["sha256"]), str(told["number"])
        on = dt.date.fromisoformat(content["on"])
        floor = Standing[str(content["floor"]).upper()]
        code, edition_id = str(content["code"]), str(content["edition"])
        facts, rule_hash = dict(content["facts"]), content["rule_hash"]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenCertificate(str(error)) from error
    if hashlib.sha256(canonical(content)).hexdigest() != digest:
        return Verification("altered", number)
    edition = knowledge.edition(edition_id)
    if edition is None:
        raise UnknownEdition(edition_id)
    rule = Rulebook(knowledge, edition).rule(code)
    verdict = evaluate(rule, read_facts(facts, knowledge.facts, knowledge.units), on=on, floor=floor)
    again = certify(verdict)
    if rule.hash != rule_hash:
        return Verification("rule_changed", number, verdict)
    same = again.sha256 == digest and again.number == number
    return Verification("same" if same else "different", number, verdict)
