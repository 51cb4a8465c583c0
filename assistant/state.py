"""What a conversation knows: frozen, and the same after a trip through JSON.

The keys that the contract names (`language, candidates, code, facts, asking, verdict`) stand beside
what only the interview needs: where it is, what the person said, what was skipped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Literal, Self

from assistant.proposal import Proposal, Value
from knowledge.text import Language

Standing = Literal["proposed", "declared"]
Stage = Literal["describing", "choosing", "confirming", "asking", "told"]
Json = dict[str, Any]

PROPOSED: Final[Standing] = "proposed"
DECLARED: Final[Standing] = "declared"


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as the person stated it: value as JSON has it (numbers as text), unit, standing.

    `phrase` is where it was read, `source` the number of the person's text that holds it.
    """

    id: str
    value: bool | str | tuple[str, ...]
    unit: str | None = None
    standing: Standing = PROPOSED
    phrase: str | None = None
    source: int | None = None

    @classmethod
    def of(cls, proposal: Proposal, standing: Standing, source: int | None) -> Self:
        """A proposal taken up."""
        value = as_json(proposal.value)
        return cls(proposal.fact, value, proposal.unit, standing, proposal.phrase, source)

    def to_json(self) -> Json:
        """The fact as the contract names it, and its source."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {
            "id": self.id,
            "value": value,
            "unit": self.unit,
            "standing": self.standing,
            "phrase": self.phrase,
            "source": self.source,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The fact of a stored state."""
        value = tuple(told["value"]) if isinstance(told["value"], list) else told["value"]
        return cls(**{**told, "value": value})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be meant, as the matcher gave it; `reasons` are (phrase, passage, against)."""

    code: str
    title: str
    confidence: float
    reasons: tuple[tuple[str, str, bool], ...] = ()

    def to_json(self) -> Json:
        """The candidate as the contract names it."""
        reasons = [
            {"text": text, "passage": passage, "against": against} for text, passage, against in self.reasons
        ]
        return {
            "code": self.code,
            "title": self.title,
            "confidence": self.confidence,
            "reasons": reasons,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The candidate of a stored state."""
        reasons = tuple((r["text"], r["passage"], r["against"]) for r in told["reasons"])
        return cls(told["code"], told["title"], told["confidence"], reasons)


@dataclass(frozen=True, slots=True)
class State:
    """Where a conversation stands.

    `skipped` are facts that the person does not know, `dropped` those they took back: what was
    said of them before is not read again.
    """

    language: Language
    candidates: tuple[Candidate, ...] = ()
    code: str | None = None
    facts: tuple[Stated, ...] = ()
    asking: str | None = None
    verdict: Json | None = None
    stage: Stage = "describing"
    decision: str | None = None
    apart: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    unclear: int = 0

    def fact(self, name: str) -> Stated | None:
        """What was stated for a fact."""
        return next((fact for fact in self.facts if fact.id == name), None)

    def with_facts(self, new: Iterable[Stated]) -> Self:
        """The state with these facts in place of what was stated for them before."""
        facts = {fact.id: fact for fact in self.facts}
        told = {fact.id: fact for fact in new}
        left = tuple(name for name in self.skipped if name not in told)
        return replace(self, facts=tuple((facts | told).values()), skipped=left)

    def without(self, names: Iterable[str]) -> Self:
        """The state without these facts; they may be asked again, and are not read again."""
        gone = dict.fromkeys(names)
        return replace(
            self,
            facts=tuple(fact for fact in self.facts if fact.id not in gone),
            skipped=tuple(name for name in self.skipped if name not in gone),
            dropped=tuple(dict.fromkeys((*self.dropped, *gone))),
        )

    def to_json(self) -> Json:
        """The whole state as JSON."""
        return {
            "language": self.language,
            "candidates": [candidate.to_json() for candidate in self.candidates],
            "code": self.code,
            "facts": [fact.to_json() for fact in self.facts],
            "asking": self.asking,
            "verdict": self.verdict,
            "stage": self.stage,
            "decision": self.decision,
            "apart": list(self.apart),
            "skipped": list(self.skipped),
            "dropped": list(self.dropped),
            "said": list(self.said),
            "unclear": self.unclear,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The state that `to_json` gave.

        >>> state = State("kk", said=("салем",), facts=(Stated("coal_fuel", False),))
        >>> State.from_json(state.to_json()) == state
        True
        """
        return cls(
            **{
                **told,
                "candidates": tuple(Candidate.from_json(one) for one in told["candidates"]),
                "facts": tuple(Stated.from_json(one) for one in told["facts"]),
                "apart": tuple(told.get("apart", ())),
                "skipped": tuple(told["skipped"]),
                "dropped": tuple(told["dropped"]),
                "said": tuple(told["said"]),
            }
        )


def as_json(value: Value) -> bool | str | tuple[str, ...]:
    """A value as it is stored: an exact number as text."""
    if isinstance(value, tuple):
        return tuple(format(part, "f") for part in value)
    return format(value, "f") if isinstance(value, Decimal) else value
