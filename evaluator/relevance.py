"""Which unknown facts could still change the outcome, exactly, and which to ask first.

The part of a rule that is still open is a formula over the unknown facts. Each fact has a few
values that tell its tests apart (a number: one in each stretch between limits). Splitting the
formula by facts, one after another, and dropping every split whose branches are the same gives a
decision diagram; the facts left in it are exactly those that can still matter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Literal

from evaluator.leaf import holds
from evaluator.reading import View
from evaluator.rulebook import Rule
from evaluator.tree import Group, Test, Tree
from knowledge.facts import FactSpec

Formula = bool | tuple[Any, ...]
"""True, False, ("and" | "or", parts…), ("not", part) or ("is", fact, test number)."""


@dataclass(frozen=True)
class _Unknown:
    """An unknown fact: for each telling value, whether each of its tests would be met."""

    fact: str
    worlds: tuple[Mapping[int, bool], ...]


def missing(rule: Rule, view: View, on: dt.date) -> tuple[str, ...]:
    """The unknown facts that could still change the outcome, in the order worth asking.

    A fact that can decide the outcome by itself comes first, then what costs the owner less, then
    the order of the rule. Beside a derivable fact stand its parts that are not known.
    """
    opened = _Open(view, on)
    formula = _and([opened.formula(rule.scope), opened.formula(rule.threshold)])
    unknowns = opened.unknowns()
    relevant = _support(formula, unknowns, {})
    alone = {
        fact
        for fact in relevant
        if any(isinstance(_given(formula, fact, world), bool) for world in unknowns[fact].worlds)
    }
    specs = rule.knowledge.facts
    lacking: dict[str, bool] = {}
    for fact in relevant:
        lacking[fact] = lacking.get(fact, False) or fact in alone
        for part, last in _parts(specs[fact], specs, view):
            lacking[part] = lacking.get(part, False) or (last and fact in alone)
    place = {fact: number for number, fact in enumerate(rule.facts)}
    return tuple(sorted(lacking, key=lambda fact: (not lacking[fact], specs[fact].effort, place[fact])))


def _parts(spec: FactSpec, specs: Mapping[str, FactSpec], view: View) -> list[tuple[str, bool]]:
    """The unknown facts behind a derivable one, and whether each is the last one lacking."""
    direct = [part for part in (spec.derived.parts if spec.derived else ()) if view.known(part) is None]
    found = [(part, len(direct) == 1) for part in direct]
    for part in direct:
        found.extend((deeper, last and len(direct) == 1) for deeper, last in _parts(specs[part], specs, view))
    return found


class _Open:
    """The open part of a rule as a formula; known leaves are already True or False."""

    def __init__(self, view: View, on: dt.date) -> None:
        self.view, self.on = view, on
        self.tests: dict[str, list[Test]] = {}

    def formula(self, tree: Tree) -> Formula:
        if isinstance(tree, Test):
            return self._leaf(tree)
        parts = [self.formula(child) for child in tree.children]
        match tree.kind:
            case "any_of":
                return _or(parts)
            case "none_of":
                return _not(_or(parts))
            case "when":
                return _or([_not(parts[0]), parts[1]])
            case "by_case":
                chosen = [self._leaf(_choice(tree, case)) for case in tree.cases]
                return _or([_and([is_it, part]) for is_it, part in zip(chosen, parts, strict=True)])
            case _:
                return _and(parts)

    def _leaf(self, leaf: Test) -> Formula:
        if leaf.fact is None:
            return holds(leaf, None, self.on)
        amount = self.view.known(leaf.fact)
        if amount is not None:
            return holds(leaf, amount, self.on)
        known = self.tests.setdefault(leaf.fact, [])
        known.append(leaf)
        return ("is", leaf.fact, len(known) - 1)

    def unknowns(self) -> dict[str, _Unknown]:
        """Each unknown fact with the ways its answer can turn out."""
        found = {}
        for fact, leaves in self.tests.items():
            worlds = [
                {number: holds(leaf, amount, self.on) for number, leaf in enumerate(leaves)}
                for amount in self._telling(self.view.specs[fact], leaves)
            ]
            distinct = {tuple(world.values()): world for world in worlds}
            found[fact] = _Unknown(fact, tuple(distinct.values()))
        return found

    def _telling(self, spec: FactSpec, leaves: list[Test]) -> list[Any]:
        if spec.kind in ("attested", "judged"):
            return [True, False]
        if spec.kind == "choice":
            return list(spec.choices or ())
        limits = sorted({limit.amount for leaf in leaves for limit in leaf.limits})
        between = [(low + high) / 2 for low, high in pairwise(limits)]
        values = [limits[0] - 1, *limits, *between, limits[-1] + 1]
        if spec.derived:
            return values
        factor = self.view.units[spec.unit or "1"].factor
        low, high = ((spec.minimum or Decimal(0)) * factor, (spec.maximum or Decimal(0)) * factor)
        return [value for value in (low, *values, high) if low <= value <= high]


def _choice(tree: Group, case: str) -> Test:
    return Test("among", tree.words, tree.fact, values=(case,))


def _support(formula: Formula, unknowns: Mapping[str, _Unknown], seen: dict[Formula, set[str]]) -> set[str]:
    """The facts on which the formula really depends."""
    if isinstance(formula, bool):
        return set()
    if formula not in seen:
        named = _named(formula)
        if len(named) == len(set(named)):  # each fact stands once: all of them matter
            seen[formula] = set(named)
        else:
            fact = max(named, key=named.count)
            branches = [_given(formula, fact, world) for world in unknowns[fact].worlds]
            found = set().union(*(_support(branch, unknowns, seen) for branch in branches))
            if not all(_same(branches[0], other, unknowns) for other in branches[1:]):
                found.add(fact)
            seen[formula] = found
    return seen[formula]


def _same(one: Formula, other: Formula, unknowns: Mapping[str, _Unknown]) -> bool:
    """Whether two formulas have the same truth in every world."""
    if one == other:
        return True
    if isinstance(one, bool) and isinstance(other, bool):
        return False
    fact = (_named(one) or _named(other))[0]
    worlds = unknowns[fact].worlds
    return all(_same(_given(one, fact, world), _given(other, fact, world), unknowns) for world in worlds)


def _named(formula: Formula) -> list[str]:
    if isinstance(formula, bool):
        return []
    if formula[0] == "is":
        return [formula[1]]
    return [fact for part in formula[1:] for fact in _named(part)]


def _given(formula: Formula, fact: str, world: Mapping[int, bool]) -> Formula:
    """The formula once a fact has turned out one way."""
    if isinstance(formula, bool):
        return formula
    match formula[0]:
        case "is":
            return world[formula[2]] if formula[1] == fact else formula
        case "not":
            return _not(_given(formula[1], fact, world))
        case kind:
            parts = [_given(part, fact, world) for part in formula[1:]]
            return _and(parts) if kind == "and" else _or(parts)


def _and(parts: list[Formula]) -> Formula:
    return _joined("and", parts, neutral=True)


def _or(parts: list[Formula]) -> Formula:
    return _joined("or", parts, neutral=False)


def _joined(kind: Literal["and", "or"], parts: list[Formula], *, neutral: bool) -> Formula:
    kept: list[Formula] = []
    for part in parts:
        if part is (not neutral):
            return part
        if part is not neutral and part not in kept:
            kept.append(part)
    if len(kept) < 2:  # noqa: PLR2004 - nothing or one thing needs no joining
        return kept[0] if kept else neutral
    return (kind, *kept)


def _not(part: Formula) -> Formula:
    if isinstance(part, bool):
        return not part
    return part[1] if part[0] == "not" else ("not", part)
