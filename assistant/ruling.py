"""The verdict of a conversation, and what is worth asking next: the evaluator's word, never ours."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from assistant.services import Services
from assistant.state import DECLARED, PROPOSED, State, Stated
from evaluator.errors import FactFault, UnusableFacts
from evaluator.evaluate import evaluate
from evaluator.facts import FactSheet, Standing, read_facts
from evaluator.tree import Group, Tree
from evaluator.verdict import Verdict
from knowledge.facts import FactSpec

_ASKABLE: Final = ("quantity", "quantities", "choice", "attested", "date")


def specs_of(code: str, services: Services) -> dict[str, FactSpec]:
    """The facts that the rule of a row can ask for, parts of derived ones included."""
    return {name: services.knowledge.facts[name] for name in services.rulebook.rule(code).facts}


def parts_of(spec: FactSpec) -> tuple[str, ...]:
    """The facts that a fact may be worked out from."""
    return spec.derived.parts if spec.derived else ()


def verdict_of(code: str, facts: Iterable[Stated], services: Services) -> Verdict:
    """The verdict at DECLARED if these facts are so; raises UnusableFacts."""
    sheet = sheet_of({fact.id: _raw(fact) for fact in facts}, services)
    rule = services.rulebook.rule(code)
    return evaluate(rule, sheet, on=services.on, floor=Standing.DECLARED)


def sheet_of(raw: Mapping[str, Any], services: Services) -> FactSheet:
    """Statements checked by the evaluator; raises UnusableFacts."""
    return read_facts(raw, services.knowledge.facts, services.knowledge.units)


def confirmed(state: State) -> tuple[Stated, ...]:
    """The facts that count."""
    return tuple(fact for fact in state.facts if fact.standing == DECLARED)


def unconfirmed(state: State, services: Services) -> tuple[Stated, ...]:
    """The facts of the row that were read, and read back, but wait to be confirmed."""
    shown = specs_of(state.code, services) if state.code else {}
    return tuple(f for f in state.facts if f.standing == PROPOSED and f.id in shown)


def usable(facts: Iterable[Stated], services: Services) -> tuple[list[Stated], list[FactFault]]:
    """The facts that can be used, and what is wrong with the others."""
    told = list(facts)
    faults: tuple[FactFault, ...] = ()
    try:
        sheet_of({fact.id: _raw(fact) for fact in told}, services)
    except UnusableFacts as unusable:
        faults = unusable.faults
    wrong = {fault.fact for fault in faults}
    return [fact for fact in told if fact.id not in wrong], list(faults)


def next_fact(verdict: Verdict, state: State, services: Services) -> str | None:
    """The first missing fact that a person can be asked for, has not stated, and has not left open."""
    for name in verdict.missing:
        spec = services.knowledge.facts[name]
        if spec.kind in _ASKABLE and name not in state.skipped and state.fact(name) is None:
            return name
    return None


def law_of(name: str, code: str, services: Services) -> str:
    """The words of the law for which a fact is asked, directly or through what derives from it."""
    rule = services.rulebook.rule(code)
    wanted = {name}
    while wanted:
        for node in (*_nodes(rule.scope), *_nodes(rule.threshold)):
            if node.fact in wanted and node.words.quote:
                return node.words.quote
        specs = specs_of(code, services).values()
        wanted = {spec.id for spec in specs if wanted & {*parts_of(spec)}}
    return ""


def _nodes(tree: Tree) -> Iterator[Tree]:
    """A tree and everything below it."""
    yield tree
    if isinstance(tree, Group):
        for child in tree.children:
            yield from _nodes(child)


def _raw(fact: Stated) -> dict[str, Any]:
    """A fact as the evaluator reads it, taken to be so."""
    value: Any = list(fact.value) if isinstance(fact.value, tuple) else fact.value
    told: dict[str, Any] = {"value": value, "standing": DECLARED}
    return told | {"unit": fact.unit} if fact.unit else told
