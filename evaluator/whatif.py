"""What would change a verdict: the ways to meet the rule from where the facts stand, cheapest first."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from itertools import pairwise, product

from evaluator.outcome import Outcome
from evaluator.reading import Reading
from evaluator.tree import Comparator, Group, Limit, Test
from evaluator.verdict import Finding, Verdict
from knowledge.facts import Derivation, FactSpec
from knowledge.units import EXACT

_MOST = 6  # ways kept at each node; the cheapest survive
_UNDO = 100  # what is stated is harder to change than what is not yet known
_FLIP: dict[Comparator, Comparator] = {
    "above": "below", "at_least": "at_most", "below": "above", "at_most": "at_least", "equals": "equals",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Needed:
    """A bound a number would have to keep; ``given`` are the readings it was solved with."""

    fact: str
    comparator: Comparator
    value: Decimal
    unit: str
    given: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would have to be so: a leaf met (or, for an exclusion, not met).

    ``through`` solves a derived number for each of its parts, the others as they stand.
    """

    test: Test
    met: bool
    now: Reading | None
    needed: tuple[Needed, ...] = ()
    through: tuple[Needed, ...] = ()

    @property
    def bounds(self) -> tuple[Limit, ...]:
        """The limits a number has to keep for it."""
        return self.test.limits if self.met else tuple(_opposite(limit) for limit in self.test.limits[:1])

    @property
    def key(self) -> tuple[str | None, bool, tuple[Limit, ...], tuple[str, ...]]:
        """What makes two changes the same."""
        return (self.test.fact, self.met, self.test.limits, self.test.values)


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that together would make the project green."""

    cost: int
    changes: tuple[Change, ...]


def would_change(verdict: Verdict) -> tuple[Way, ...]:
    """The ways to a green verdict, cheapest first; none when it is green or nothing could help.

    Papers and measures that are only not known yet cost less than what would have to be otherwise.
    """
    if verdict.whole is Outcome.MET:
        return ()
    solver = _Solver(verdict)
    found = _cheapest(
        [_merge(pair) for pair in product(solver.ways(verdict.scope), solver.ways(verdict.threshold))]
    )
    return tuple(way for way in found if way.changes)


class _Solver:
    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.specs = verdict.rule.knowledge.facts
        self.units = verdict.rule.knowledge.units

    def ways(self, finding: Finding, *, met: bool = True) -> list[Way]:
        """The ways to make a finding met, or not met."""
        wanted = Outcome.MET if met else Outcome.NOT_MET
        if finding.outcome is wanted:
            return [Way(0, ())]
        if isinstance(finding.node, Test):
            change = self._change(finding.node, finding.reading, met=met)
            return [change] if change else []
        return _cheapest(self._group(finding.node, finding, met=met))

    def _group(self, group: Group, finding: Finding, *, met: bool) -> list[Way]:  # noqa: PLR0911 - one a kind
        children = finding.children
        match group.kind:
            case "when":
                condition, then = children
                if met:
                    return [*self.ways(condition, met=False), *self.ways(then)]
                return self._every([(condition, True), (then, False)])
            case "by_case":
                return self._cases(group, finding, met=met)
            case "any_of" | "none_of":
                one = (group.kind == "any_of") == met
                if one:
                    return [way for child in children for way in self.ways(child)]
                return self._every([(child, False) for child in children])
            case _:
                if met:
                    return self._every([(child, True) for child in children])
                return [way for child in children for way in self.ways(child, met=False)]

    def _every(self, parts: list[tuple[Finding, bool]]) -> list[Way]:
        ways = [Way(0, ())]
        for child, met in parts:
            ways = _cheapest([_merge(pair) for pair in product(ways, self.ways(child, met=met))])
        return ways

    def _cases(self, group: Group, finding: Finding, *, met: bool) -> list[Way]:
        reading = finding.reading
        if reading is not None and reading.amount is not None:
            return self.ways(finding.children[group.cases.index(reading.amount)], met=met)
        found = []
        for case, child in zip(group.cases, finding.children, strict=True):
            chosen = self._change(Test("among", group.words, group.fact, values=(case,)), reading, met=True)
            found += [_merge((chosen, way)) for way in self.ways(child, met=met)] if chosen else []
        return found

    def _change(self, leaf: Test, reading: Reading | None, *, met: bool) -> Way | None:
        if leaf.fact is None:
            return None  # neither a date nor the law's silence can be changed
        spec = self.specs[leaf.fact]
        cost = spec.effort + (_UNDO if reading is not None and reading.amount is not None else 0)
        if leaf.kind != "comparison":
            return Way(cost, (Change(leaf, met, reading),))
        limits = leaf.limits if met else tuple(_opposite(limit) for limit in leaf.limits[:1])
        if reading is not None and reading.amount is not None:
            limits = tuple(limit for limit in limits if not limit.holds(reading.amount)) or limits
        needed = tuple(Needed(spec.id, limit.comparator, limit.shown, limit.unit) for limit in limits)
        through = tuple(found for limit in limits for found in self._solve(spec, limit))
        return Way(cost, (Change(leaf, met, reading, needed, through),))

    def _solve(self, spec: FactSpec, limit: Limit) -> list[Needed]:
        """The bound on each part of a derived number, where the other part is known."""
        derived = spec.derived
        if derived is None or derived.sum:
            return []
        wanted = self.units.convert(limit.shown, limit.unit, spec.unit or "1")
        found = []
        for place, part in enumerate(derived.parts):
            other = self.verdict.view.read(derived.parts[1 - place])
            if other is None or other.amount is None:
                continue
            solved = _bound(derived, place, other.amount, self._in_base(derived, wanted), limit.comparator)
            if solved is not None:
                unit = self._unit(part)
                exact = EXACT.divide(solved[1], self.units[unit].factor)
                found.append(Needed(part, solved[0], _rounded(exact, solved[0]), unit, (other,)))
        return found

    def _in_base(self, derived: Derivation, wanted: Decimal) -> Decimal:
        """A limit on a ratio between base units; percentages are the same in all units."""
        if not derived.ratio:
            return wanted
        scale = EXACT.divide(self.units[derived.ratio.in_].factor, self.units[derived.ratio.per].factor)
        return EXACT.multiply(wanted, scale)

    def _unit(self, part: str) -> str:
        """The unit a part is told in: as stated, or as asked."""
        reading = self.verdict.view.read(part)
        return (reading.unit if reading and reading.unit else self.specs[part].unit) or "1"


def _bound(
    derived: Derivation, place: int, other: Decimal, wanted: Decimal, comparator: Comparator
) -> tuple[Comparator, Decimal] | None:
    """Comparator and bound of one part; None where no value of it alone would do."""
    flipped = _FLIP[comparator]
    hundredth = EXACT.divide(wanted, Decimal(100))
    if derived.reduction:
        rest = EXACT.subtract(Decimal(1), hundredth)
        if place == 1:
            return flipped, EXACT.multiply(other, rest)
        return _divisor(comparator, EXACT.divide(other, rest)) if rest > 0 else None
    factor = hundredth if derived.share else wanted
    if place == 0:
        return comparator, EXACT.multiply(other, factor)
    return _divisor(flipped, EXACT.divide(other, factor)) if factor > 0 else None


def _divisor(comparator: Comparator, bound: Decimal) -> tuple[Comparator, Decimal] | None:
    """The bound of a number that something is divided by: it cannot be zero."""
    if bound:
        return comparator, bound
    return ("above", bound) if comparator in ("above", "at_least") else None


def _opposite(limit: Limit) -> Limit:
    turned: dict[Comparator, Comparator] = {
        "above": "at_most", "at_least": "below", "below": "at_least", "at_most": "above", "equals": "above",
    }  # fmt: skip
    return Limit(turned[limit.comparator], limit.shown, limit.unit, limit.amount)


def _rounded(value: Decimal, comparator: Comparator) -> Decimal:
    """Six significant digits, rounded to the side on which the bound still holds."""
    side = ROUND_FLOOR if comparator in ("below", "at_most") else ROUND_CEILING
    short = Context(prec=6, rounding=side).plus(value)
    return short.normalize() if short else Decimal(0)


def _merge(pair: tuple[Way, Way]) -> Way:
    changes = {change.key: change for way in pair for change in way.changes}
    return Way(pair[0].cost + pair[1].cost, tuple(changes.values()))


def _cheapest(ways: list[Way]) -> list[Way]:
    """The cheapest few that can be gone, none that contains another."""
    kept: list[Way] = []
    for way in sorted(filter(_possible, ways), key=lambda way: (way.cost, len(way.changes))):
        keys = {change.key for change in way.changes}
        if not any({change.key for change in other.changes} <= keys for other in kept):
            kept.append(way)
    return kept[:_MOST]


def _possible(way: Way) -> bool:
    """Whether no fact of a way would have to be two things at once."""
    facts = {change.test.fact for change in way.changes}
    return len(facts) == len(way.changes) or all(
        _agree([change for change in way.changes if change.test.fact == fact]) for fact in facts
    )


def _agree(changes: list[Change]) -> bool:
    chosen = [set(change.test.values) for change in changes if change.met and change.test.values]
    barred = {value for change in changes if not change.met for value in change.test.values}
    if chosen:
        return bool(set.intersection(*chosen) - barred)
    if not any(change.test.limits for change in changes):
        return bool(barred) or len({change.met for change in changes}) == 1
    limits = [limit for change in changes for limit in change.bounds]
    amounts = sorted({limit.amount for limit in limits})
    between = [(low + high) / 2 for low, high in pairwise(amounts)]
    tried = (amounts[0] - 1, *amounts, *between, amounts[-1] + 1)
    return any(all(limit.holds(amount) for limit in limits) for amount in tried)
