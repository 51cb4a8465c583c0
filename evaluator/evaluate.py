"""The verdict: a pure function of a rule, facts, a floor and a date."""

from __future__ import annotations

import datetime as dt

from evaluator.facts import FactSheet, Standing
from evaluator.leaf import holds
from evaluator.outcome import Outcome, all_of, any_of
from evaluator.reading import Reading, View
from evaluator.relevance import missing
from evaluator.rulebook import Rule
from evaluator.tree import Group, Test, Tree
from evaluator.verdict import Finding, Verdict
from knowledge.errors import NoEditionInForce


def evaluate(rule: Rule, sheet: FactSheet, *, on: dt.date, floor: Standing = Standing.DECLARED) -> Verdict:
    """The verdict on a project described by these facts, under this rule, on this date.

    Raises NoEditionInForce when the rule's edition was not in force on the date.
    """
    if on < rule.edition.in_force:
        raise NoEditionInForce(on, rule.edition.in_force)
    view = View(sheet, rule.knowledge.facts, rule.knowledge.units, floor)
    scope, threshold = find(rule.scope, view, on), find(rule.threshold, view, on)
    whole = all_of((scope.outcome, threshold.outcome))
    lacking = missing(rule, view, on) if whole is Outcome.UNKNOWN else ()
    return Verdict(rule, sheet, on, floor, whole, scope, threshold, lacking, view)


def find(tree: Tree, view: View, on: dt.date) -> Finding:
    """What is found of a node and of everything under it."""
    if isinstance(tree, Test):
        reading = view.read(tree.fact) if tree.fact else None
        return Finding(tree, test(tree, reading, on), reading)
    children = tuple([find(child, view, on) for child in tree.children])
    reading = view.read(tree.fact) if tree.fact else None
    return Finding(tree, _together(tree, children, reading), reading, children)


def test(leaf: Test, reading: Reading | None, on: dt.date) -> Outcome:
    """The outcome of one leaf."""
    if leaf.fact is None:
        return Outcome.of(holds(leaf, None, on))
    if reading is None or reading.amount is None:
        return Outcome.UNKNOWN
    return Outcome.of(holds(leaf, reading.amount, on))


def _together(group: Group, children: tuple[Finding, ...], reading: Reading | None) -> Outcome:
    outcomes = [child.outcome for child in children]
    match group.kind:
        case "any_of":
            return any_of(outcomes)
        case "none_of":
            return ~any_of(outcomes)
        case "when":
            return any_of((~outcomes[0], outcomes[1]))
        case "by_case" if reading is not None and reading.amount is not None:
            return outcomes[group.cases.index(reading.amount)]
        case "by_case":
            return outcomes[0] if len(set(outcomes)) == 1 else Outcome.UNKNOWN
        case _:
            return all_of(outcomes)
