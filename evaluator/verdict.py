"""A verdict and its findings, in no language yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evaluator.facts import FactSheet, Standing
from evaluator.outcome import Outcome
from evaluator.reading import Reading, View
from evaluator.rulebook import Rule
from evaluator.tree import Tree

OutcomeWord = Literal["eligible", "not_eligible", "undetermined"]
_WORDS: dict[Outcome, OutcomeWord] = {
    Outcome.MET: "eligible",
    Outcome.NOT_MET: "not_eligible",
    Outcome.UNKNOWN: "undetermined",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A node of the rule, its outcome, and what the person's facts say about it."""

    node: Tree
    outcome: Outcome
    reading: Reading | None = None
    children: tuple[Finding, ...] = ()

    def walk(self) -> Iterator[Finding]:
        """This finding and all under it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a rule on facts, with everything needed to explain it.

    ``missing`` are the facts that could still change the outcome, in the order worth asking;
    empty if and only if the outcome is decided.
    """

    rule: Rule
    sheet: FactSheet
    on: dt.date
    floor: Standing
    whole: Outcome
    scope: Finding
    threshold: Finding
    missing: tuple[str, ...]
    view: View

    @property
    def outcome(self) -> OutcomeWord:
        """The outcome in the words of the contract."""
        return _WORDS[self.whole]

    @property
    def conflicts(self) -> tuple[Reading, ...]:
        """The facts the rule asks for whose values contradict one another."""
        found = (self.view.read(fact) for fact in self.rule.facts)
        return tuple(reading for reading in found if reading is not None and reading.conflict)

    def findings(self) -> Iterator[Finding]:
        """Every finding, scope first."""
        yield from self.scope.walk()
        yield from self.threshold.walk()
