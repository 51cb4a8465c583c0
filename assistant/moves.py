"""What a person does with buttons: choose a row, confirm, state facts outright, take facts back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant import telling
from assistant.blocks import Block
from assistant.course import Reply, advance
from assistant.reading import heard
from assistant.ruling import confirmed, sheet_of, specs_of, unconfirmed
from assistant.services import Services
from assistant.state import DECLARED, State, Stated
from evaluator.errors import UnusableFacts
from evaluator.facts import Statement
from knowledge.errors import UnknownRow


def choose(state: State, code: str, services: Services) -> Reply:
    """The person takes a row; what was said is read for it, what was stated stays."""
    try:
        row = services.edition.row(code)
    except UnknownRow as unknown:
        wrong = telling.error(state.language, unknown.code, "error-unknown-row", **unknown.values)
        return state, (wrong,)
    read = heard(state.said, code, services, state.language, known=confirmed(state))
    new = [fact for fact in read.facts if state.fact(fact.id) is None and fact.id not in state.dropped]
    state = replace(state, code=code, asking=None, skipped=(), unclear=0).with_facts(new)
    state = _with_identity(state, services)
    title = row.name[state.language]
    said: list[Block] = [telling.text(state.language, "interview-chosen", code=code, title=title)]
    return advance(state, services, said, read)


def _with_identity(state: State, services: Services) -> State:
    """The state with what the row is for proposed in the words that led to it, if not yet stated."""
    reasons = [
        phrase
        for one in state.candidates
        if one.code == state.code
        for phrase, _, against in one.reasons
        if not against
    ]
    name = next(iter(specs_of(state.code or "", services)), "")
    spec = services.knowledge.facts[name]
    if spec.kind != "attested" or state.fact(name) or name in state.dropped or not reasons:
        return state
    place = next((n for n, text in enumerate(state.said) if reasons[0] in text), None)
    if place is None:
        return state
    return state.with_facts([Stated(name, value=True, phrase=reasons[0], source=place)])


def confirm(state: State, names: Sequence[str] | None, services: Services) -> Reply:
    """The person vouches for facts that were read back; None names all of them."""
    if names is None:
        names = [fact.id for fact in unconfirmed(state, services)]
    unknown = [name for name in names if state.fact(name) is None]
    if unknown:
        return state, tuple(_not_stated(state, name) for name in unknown)
    told = [replace(fact, standing=DECLARED) for fact in state.facts if fact.id in names]
    return advance(state.with_facts(told), services)


def state_facts(state: State, given: Mapping[str, Any], services: Services) -> Reply:
    """Facts stated outright; null takes a fact back."""
    gone = [name for name, value in given.items() if value is None]
    good: list[Stated] = []
    said: list[Block] = []
    for name, value in given.items():
        try:
            sheet = sheet_of({name: value}, services)
        except UnusableFacts as unusable:
            said += [telling.fault(state, fault, None, services) for fault in unusable.faults]
        else:
            good += [_outright(name, statements[-1]) for name, statements in sheet.items()]
    state = state.without(gone).with_facts(good)
    if good:
        said.append(telling.facts(state, good, services))
    return advance(state, services, said)


def _outright(name: str, statement: Statement) -> Stated:
    """A statement that the evaluator has read, as the person's own word."""
    told = statement.told()["value"]
    value = tuple(told) if isinstance(told, list) else told
    return Stated(name, value, statement.unit, DECLARED)


def withdraw(state: State, names: Sequence[str], services: Services) -> Reply:
    """Facts taken back."""
    unknown = [name for name in names if state.fact(name) is None]
    if unknown:
        return state, tuple(_not_stated(state, name) for name in unknown)
    state = state.without(names)
    said = [telling.text(state.language, "interview-withdrawn", count=len(names))]
    return advance(state, services, said)


def _not_stated(state: State, name: str) -> Block:
    return telling.error(state.language, "not_stated", "interview-not-stated", fact=name)
