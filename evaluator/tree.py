"""A rule made ready to run: limits in base units, cross-references followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.text import Localized

Comparator = Literal["above", "at_least", "below", "at_most", "equals"]
GroupKind = Literal["all_of", "any_of", "none_of", "when", "by_case", "same_as"]
LeafKind = Literal["comparison", "among", "attested", "judged", "until", "no_threshold"]


@dataclass(frozen=True, slots=True)
class Limit:
    """``shown`` is the limit as the rule has it; ``amount`` the same in the base unit."""

    comparator: Comparator
    shown: Decimal
    unit: str
    amount: Decimal

    def holds(self, amount: Decimal) -> bool:
        """Whether an amount (base unit) keeps the limit."""
        match self.comparator:
            case "above":
                return amount > self.amount
            case "at_least":
                return amount >= self.amount
            case "below":
                return amount < self.amount
            case "at_most":
                return amount <= self.amount
            case "equals":
                return amount == self.amount


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the law a node formalises, where they stand, and the notes beside them."""

    quote: str | None
    ref: str | None
    notes: tuple[str, ...] = ()
    label: Localized | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Test:
    """A leaf. ``fact`` is None for `until` and `no_threshold`."""

    kind: LeafKind
    words: Words
    fact: str | None = None
    limits: tuple[Limit, ...] = ()
    values: tuple[str, ...] = ()
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A node with children.

    `when` has two (condition, requirement); `by_case` one for each case; `same_as` one, the rule
    of ``ref``.
    """

    kind: GroupKind
    words: Words
    children: tuple[Tree, ...]
    fact: str | None = None
    cases: tuple[str, ...] = ()
    ref: str | None = None


Tree = Test | Group


def tests(tree: Tree) -> Iterator[Test]:
    """The leaves of a tree, in its order."""
    if isinstance(tree, Test):
        yield tree
    else:
        for child in tree.children:
            yield from tests(child)


def asked(tree: Tree) -> Iterator[str]:
    """The facts a tree asks for, in its order, perhaps more than once."""
    if isinstance(tree, Test):
        if tree.fact:
            yield tree.fact
        return
    if tree.fact:
        yield tree.fact
    for child in tree.children:
        yield from asked(child)
