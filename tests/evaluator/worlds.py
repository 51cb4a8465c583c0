"""Worlds for the property tests: facts of a rule that do not contradict one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from evaluator.reading import Reading
from evaluator.rulebook import Rule
from evaluator.tree import Limit, tests
from knowledge.facts import FactSpec
from tests.evaluator.support import BOOK, CODES, KNOWLEDGE

SPECS, UNITS = KNOWLEDGE.facts, KNOWLEDGE.units
PLAIN = tuple(
    Decimal(text) for text in ("0", "0.001", "1", "3.7", "10", "40", "99.9", "100", "1000", "25000")
)


def limits(rule: Rule, fact: str) -> list[Limit]:
    """The limits that a rule sets to a fact."""
    return [
        limit
        for half in (rule.scope, rule.threshold)
        for leaf in tests(half)
        if leaf.fact == fact
        for limit in leaf.limits
    ]


def telling(rule: Rule, spec: FactSpec) -> list[Decimal]:
    """Numbers (in the fact's unit) at, below, above and between its limits, within its plausible range."""
    at = sorted({UNITS.convert(one.shown, one.unit, spec.unit or "1") for one in limits(rule, spec.id)})
    near = [at[0] - 1, *at, *((low + high) / 2 for low, high in pairwise(at)), at[-1] + 1] if at else []
    low = spec.minimum if spec.minimum is not None else Decimal(-100)
    high = spec.maximum if spec.maximum is not None else Decimal(10**9)
    ends = [one for one in (spec.minimum, spec.maximum) if one is not None]
    return sorted({one for one in (*near, *ends, *PLAIN) if low <= one <= high})


def statable(rule: Rule, spec: FactSpec) -> list[Any]:
    """Values with which a person may state a fact."""
    match spec.kind:
        case "attested":
            return [True, False]
        case "judged":
            return [{"value": truth, "ruled_by": "A. Serikova"} for truth in (True, False)]
        case "choice":
            return list(spec.choices or ())
        case "quantities":
            return [{"value": [str(one)], "unit": spec.unit} for one in telling(rule, spec)]
        case _:
            return [{"value": str(one), "unit": spec.unit} for one in telling(rule, spec)]


def settled(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts without those that already follow from others, so that none contradicts another."""
    kept = dict(facts)
    for fact in facts:
        derived = SPECS[fact].derived
        if derived and all(follows(part, kept) for part in derived.parts):
            del kept[fact]
    return kept


def follows(fact: str, facts: Mapping[str, Any]) -> bool:
    """Whether a fact is stated or worked out."""
    derived = SPECS[fact].derived
    return fact in facts or (derived is not None and all(follows(part, facts) for part in derived.parts))


@st.composite
def worlds(draw: st.DrawFn, codes: tuple[str, ...] = CODES) -> tuple[str, dict[str, Any]]:
    """A row, and facts that decide (nearly) everything its rule asks for."""
    code = draw(st.sampled_from(codes))
    rule = BOOK.rule(code)
    facts = {fact: draw(st.sampled_from(statable(rule, SPECS[fact]))) for fact in rule.facts}
    given_directly = draw(
        st.sets(st.sampled_from([fact for fact in rule.facts if SPECS[fact].derived] or [""]))
    )
    for fact in given_directly:  # stated itself, so one of its parts stays unknown
        derived = SPECS[fact].derived if fact else None
        if derived:
            facts.pop(draw(st.sampled_from(derived.parts)), None)
    return code, settled(facts)


@st.composite
def halves(draw: st.DrawFn, codes: tuple[str, ...] = CODES) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """A row, a part of the facts of a world, and all of them."""
    code, whole = draw(worlds(codes))
    kept = draw(st.sets(st.sampled_from(sorted(whole)))) if whole else set()
    return code, {fact: value for fact, value in whole.items() if fact in kept}, whole


@dataclass(frozen=True)
class Answered:
    """A view in which every fact is simply what it is said to be."""

    amounts: Mapping[str, Any] = field(default_factory=dict)

    def read(self, fact: str) -> Reading | None:
        """The reading of a fact."""
        return Reading(fact, self.amounts[fact]) if fact in self.amounts else None


def amounts(rule: Rule, fact: str) -> Iterator[Any]:
    """What an unknown fact may turn out to be, as it is compared."""
    spec = SPECS[fact]
    match spec.kind:
        case "attested" | "judged":
            yield from (True, False)
        case "choice":
            yield from spec.choices or ()
        case _:
            at = [one.amount for one in limits(rule, fact)]
            low = -(10**9) if spec.derived else (spec.minimum or 0) * UNITS[spec.unit or "1"].factor
            high = 10**15 if spec.derived else (spec.maximum or 0) * UNITS[spec.unit or "1"].factor
            step = Decimal("0.001")
            near = {value for one in at for value in (one - step, one, one + step)}
            yield from sorted(value for value in near if low <= value <= high)
