"""The rules of an edition, read from its rows, checked against facts, units and the words of the law."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from evaluator import criteria as schema
from evaluator.tree import Comparator, Group, Limit, Test, Tree, Words, asked, tests
from knowledge.edition import Edition, Row
from knowledge.errors import Fault, KnowledgeFaults, UnknownUnit
from knowledge.facts import FactSpec
from knowledge.load import Knowledge
from knowledge.units import EXACT
from knowledge.yamlfile import faults_of, line_of, short


@dataclass(frozen=True)
class Rule:
    """One row's rule, ready to run.

    ``facts`` are the ids it can ask for, in the rule's order, parts of derivations behind the fact
    they derive; ``hash`` is the SHA-256 of everything the verdict depends on.
    """

    row: Row
    edition: Edition
    scope: Tree
    threshold: Tree
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    hash: str
    knowledge: Knowledge = field(repr=False)

    @property
    def code(self) -> str:
        """The row's number."""
        return self.row.code


class Rulebook:
    """The rules of one edition; each is read when it is first asked for."""

    def __init__(self, knowledge: Knowledge, edition: Edition) -> None:
        self.knowledge, self.edition = knowledge, edition
        self._rules: dict[str, Rule] = {}
        self._open: list[str] = []

    def rule(self, code: str) -> Rule:
        """The rule of a row; raises UnknownRow, or KnowledgeFaults when the rule is broken."""
        if code not in self._rules:
            self._rules[code] = self._read(self.edition.row(code))
        return self._rules[code]

    def check(self) -> tuple[Fault, ...]:
        """Every fault of every rule."""
        faults: list[Fault] = []
        for code in self.edition.rows:
            try:
                self.rule(code)
            except KnowledgeFaults as error:
                faults.extend(error.faults)
        return tuple(faults)

    def _read(self, row: Row) -> Rule:
        path = self.edition.files[row.code]
        try:
            data = schema.RuleData.model_validate(row.rule)
        except ValidationError as error:
            raise KnowledgeFaults(faults_of(error, path, ["rule"])) from error
        builder = _Builder(self, row)
        if row.code in self._open:
            circle = " → ".join([*self._open, row.code])
            where = f"{short(path)}:{line_of(path, ['rule'])}"
            raise KnowledgeFaults([Fault(where, f"rule: refers to itself: {circle}")])
        self._open.append(row.code)
        try:
            scope, threshold = builder.child(data.scope, "scope"), builder.child(data.threshold, "threshold")
        finally:
            self._open.pop()
        builder.check_notes((*data.notes, *builder.noted))
        if builder.faults:
            raise KnowledgeFaults(builder.faults)
        facts = tuple(dict.fromkeys(self._with_parts([*asked(scope), *asked(threshold)])))
        digest = _digest(row.code, scope, threshold, [self.knowledge.facts[fact] for fact in facts])
        return Rule(row, self.edition, scope, threshold, facts, data.notes, digest, self.knowledge)

    def _with_parts(self, facts: list[str]) -> Iterator[str]:
        for fact in facts:
            yield fact
            derived = self.knowledge.facts[fact].derived
            if derived:
                yield from self._with_parts(list(derived.parts))


class _Builder:
    """Turns the nodes of one row into a tree and gathers what is wrong with them."""

    def __init__(self, book: Rulebook, row: Row) -> None:
        self.book, self.row = book, row
        self.path = book.edition.files[row.code]
        self.keys: list[str | int] = ["rule"]
        self.faults: list[Fault] = []
        self.noted: list[str] = []
        parts = ("name", "examples", "threshold")
        above = (f"{row.sector}/title", f"{row.category}/title")
        self.cells = (*(f"{row.code}/{part}" for part in parts), *above)

    def fault(self, what: str) -> None:
        self.faults.append(Fault(f"{short(self.path)}:{line_of(self.path, self.keys)}", f"rule: {what}"))

    def child(self, node: schema.Node, *keys: str | int) -> Tree:
        """The node that stands under these keys, ready to run."""
        self.keys.extend(keys)
        tree = self.tree(node)
        del self.keys[-len(keys) :]
        return tree

    def children(self, nodes: tuple[schema.Node, ...], key: str) -> tuple[Tree, ...]:
        """The nodes of a list, ready to run."""
        return tuple(self.child(node, key, place) for place, node in enumerate(nodes))

    def tree(self, node: schema.Node) -> Tree:  # noqa: PLR0911 - one return a kind
        """The node, ready to run."""
        words = self._words(node)
        match node:
            case schema.AllOf():
                return Group("all_of", words, self.children(node.all_of, "all_of"))
            case schema.AnyOf():
                return Group("any_of", words, self.children(node.any_of, "any_of"))
            case schema.NoneOf():
                return Group("none_of", words, self.children(node.none_of, "none_of"))
            case schema.When():
                return Group("when", words, (self.child(node.when, "when"), self.child(node.then, "then")))
            case schema.ByCase():
                self._choices(node.by_case, tuple(node.cases), whole=True)
                children = tuple(self.child(child, "cases", case) for case, child in node.cases.items())
                return Group("by_case", words, children, node.by_case, tuple(node.cases))
            case schema.SameAs():
                return self._same(node, words)
            case _:
                return self._test(node, words)

    def _test(self, node: schema.Node, words: Words) -> Test:
        match node:
            case schema.Comparison():
                return Test("comparison", words, node.fact, self._limits(node))
            case schema.Among():
                self._choices(node.fact, node.among, whole=False)
                return Test("among", words, node.fact, values=node.among)
            case schema.Attested():
                self._spec(node.attested, "attested")
                return Test("attested", words, node.attested)
            case schema.Judged():
                self._spec(node.judged, "judged")
                return Test("judged", words, node.judged)
            case schema.Until():
                return Test("until", words, until=node.until)
            case _:
                return Test("no_threshold", words)

    def _words(self, node: schema.Node) -> Words:
        self.noted.extend(node.note)
        ref = node.law_at
        if node.law is not None:
            cells = (ref,) if ref else self.cells
            found = [cell for cell in cells if self.book.edition.law.quotes(node.law, (cell,))]
            if not found:
                self.fault(f"the law does not have these words: {node.law!r}")
            ref = found[0] if found else ref
        return Words(node.law, ref, node.note, node.label)

    def _same(self, node: schema.SameAs, words: Words) -> Group:
        code, _, half = node.same_as.partition("/")
        if code not in self.book.edition.rows or half not in ("scope", "threshold"):
            self.fault(f"same_as names no rule: {node.same_as!r}")
            return Group("same_as", words, ())
        other = self.book.rule(code)
        child = other.scope if half == "scope" else other.threshold
        return Group("same_as", words, (child,), ref=node.same_as)

    def _limits(self, node: schema.Comparison) -> tuple[Limit, ...]:
        spec = self._spec(node.fact, "quantity")
        units = self.book.knowledge.units
        try:
            unit = units[node.unit]
            if spec and units[spec.unit or ""].dimension != unit.dimension:
                self.fault(f"{node.fact} is measured in {spec.unit}, not in {node.unit}")
        except UnknownUnit:
            self.fault(f"unknown unit {node.unit!r}")
            return ()
        return tuple(
            Limit(_comparator(name), limit, unit.id, EXACT.multiply(limit, unit.factor))
            for name, limit in node.bounds.items()
        )

    def _choices(self, fact: str, named: tuple[str, ...], *, whole: bool) -> None:
        spec = self._spec(fact, "choice")
        choices = set(spec.choices or ()) if spec else set(named)
        if unknown := set(named) - choices:
            self.fault(f"{fact} has no choice {', '.join(sorted(unknown))}")
        if whole and (lacking := choices - set(named)):
            self.fault(f"by_case {fact} leaves out {', '.join(sorted(lacking))}")

    def _spec(self, fact: str, kind: str) -> FactSpec | None:
        spec = self.book.knowledge.facts.get(fact)
        if spec is None:
            self.fault(f"{fact!r} is no fact")
        elif spec.kind != kind:
            self.fault(f"{fact} is {spec.kind}, used as {kind}")
        return spec

    def check_notes(self, used: tuple[str, ...]) -> None:
        for note in sorted(set(used) - set(self.row.notes)):
            self.fault(f"there is no note {note!r}")
        for note, text in self.row.notes.items():
            self.keys = ["notes", note]
            if note not in used:
                self.fault(f"the note {note!r} stands beside nothing")
            law = self.book.edition.law
            if not all(law.quotes(piece, tuple(law.cells)) for piece in text.words.split("…")):
                self.fault(f"note {note}: the law does not have these words: {text.words!r}")


def _comparator(name: str) -> Comparator:
    return name  # type: ignore[return-value]


def _digest(code: str, scope: Tree, threshold: Tree, specs: list[FactSpec]) -> str:
    """SHA-256 of what the verdict depends on: the two trees and the facts they read."""
    facts = {
        spec.id: spec.model_dump(mode="json", include={"kind", "unit", "minimum", "maximum", "derived"})
        | {"choices": sorted(spec.choices or ())}
        for spec in specs
    }
    content = {"code": code, "scope": _plain(scope), "threshold": _plain(threshold), "facts": facts}
    return hashlib.sha256(canonical(content)).hexdigest()


def canonical(content: Mapping[str, Any]) -> bytes:
    """JSON in one form only: sorted keys, no spaces, UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(tree: Tree) -> dict[str, Any]:
    words = {"law": tree.words.quote, "at": tree.words.ref}
    if isinstance(tree, Group):
        own = {"fact": tree.fact, "cases": tree.cases, "ref": tree.ref}
        return {"kind": tree.kind, **words, **own, "children": [_plain(child) for child in tree.children]}
    limits = [[limit.comparator, str(limit.shown), limit.unit] for limit in tree.limits]
    until = tree.until.isoformat() if tree.until else None
    return {
        "kind": tree.kind,
        **words,
        "fact": tree.fact,
        "limits": limits,
        "values": tree.values,
        "until": until,
    }


def citations(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Every (cell, quote) of the law the rule rests on, in its order, once."""
    found = [
        (leaf.words.ref, leaf.words.quote)
        for half in (rule.scope, rule.threshold)
        for leaf in tests(half)
        if leaf.words.ref and leaf.words.quote
    ]
    return tuple(dict.fromkeys(found))
