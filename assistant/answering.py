"""A message about a chosen row: an answer, a confirmation, a correction, or more of the project."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from assistant import telling
from assistant.blocks import Block
from assistant.course import Reply, advance, again, answer, matched, offer, offering, remember
from assistant.moves import confirm, withdraw
from assistant.proposal import Proposal
from assistant.reading import Heard, heard
from assistant.replies import Said, answer_to, is_unknown, yes_no
from assistant.ruling import confirmed, parts_of, unconfirmed, usable
from assistant.services import Services
from assistant.state import DECLARED, PROPOSED, State, Stated
from assistant.talk import is_question
from knowledge.facts import FactSpec

_TELLING_WORDS: Final = 3  # so many words may tell of another project
_PATIENCE: Final = 2


def about_the_row(state: State, text: str, services: Services) -> Reply:
    """An answer, a confirmation, a correction, or more about the project."""
    if state.stage == "asking" and state.asking:
        return _answering(state, text, services)
    read = _read(state, text, services)
    if state.stage == "confirming" and not _changes(state, read):
        said = yes_no(text)
        if said and said.yes:
            return confirm(state, None, services)
        if said:
            return _denied(state, services)
    if read.facts or read.faults:
        return _taken(state, text, read, services)
    return _elsewhere(state, text, services)


def _read(state: State, text: str, services: Services) -> Heard:
    """What a message states for the row."""
    return heard(
        [text],
        state.code or "",
        services,
        state.language,
        first=len(state.said),
        asked=state.asking,
        known=confirmed(state),
    )


def _changes(state: State, read: Heard) -> bool:
    """Whether a message states anything that is not already stated so."""
    return bool(read.faults) or any(
        (known := state.fact(fact.id)) is None or (known.value, known.unit) != (fact.value, fact.unit)
        for fact in read.facts
    )


def _taken(state: State, text: str, read: Heard, services: Services) -> Reply:
    """Facts read from a message wait to be confirmed, in place of what was stated before."""
    new = [
        fact
        for fact in read.facts
        if (known := state.fact(fact.id)) is None or (known.value, known.unit) != (fact.value, fact.unit)
    ]
    return advance(remember(state, text).with_facts(new), services, (), read)


def _denied(state: State, services: Services) -> Reply:
    """No to what was read back: a single fact is dropped, of several the person says which."""
    unsure = [fact.id for fact in unconfirmed(state, services)]
    if len(unsure) == 1:
        return withdraw(state, unsure, services)
    return state, (telling.text(state.language, "interview-what-is-wrong"),)


def _answering(state: State, text: str, services: Services) -> Reply:
    """An answer to the pending question, and whatever else the message states."""
    asked = state.asking or ""
    if is_unknown(text) or _has_none(services.knowledge.facts[asked], text):
        return _skipped(state, asked, services)
    read = _read(state, text, services)
    mine = _own(state, read.facts, services)
    others = [fact for fact in read.facts if fact not in mine]
    if not mine and not any(fault.fact == asked for fault in read.faults):
        said = answer_to(services.knowledge.facts[asked], text, services.knowledge.units, state.language)
        if isinstance(said, Proposal):
            mine = [Stated.of(said, PROPOSED, len(state.said))]
        elif said is not Said.ANOTHER and not others:
            return _not_usable(state, said, services)
    if not mine:
        known = others or read.faults
        return _taken(state, text, read, services) if known else _elsewhere(state, text, services)
    return _noted(state, text, mine, others, services)


def _has_none(spec: FactSpec, text: str) -> bool:
    """Whether a short no answers a question for a number: there is none to give."""
    said = yes_no(text) if len(text.split()) < _TELLING_WORDS else None
    return spec.kind in ("quantity", "quantities") and said is not None and not said.yes


def _own(state: State, facts: Iterable[Stated], services: Services) -> list[Stated]:
    """Of facts read those that answer the question: the one asked, or parts it derives from.

    A part that was known before is a correction, and no answer.
    """
    told = list(facts)
    direct = [fact for fact in told if fact.id == state.asking]
    parts = parts_of(services.knowledge.facts[state.asking or ""])
    return direct or [f for f in told if f.id in parts and state.fact(f.id) is None]


def _noted(
    state: State, text: str, mine: Sequence[Stated], others: Sequence[Stated], services: Services
) -> Reply:
    """A direct answer counts at once and is read back; the rest waits to be confirmed."""
    good, faults = usable((replace(fact, standing=DECLARED) for fact in mine), services)
    by_name = {fact.id: fact for fact in mine}
    said: list[Block] = [telling.fault(state, fault, by_name.get(fault.fact), services) for fault in faults]
    state = remember(state, text)
    if good:
        said.append(telling.facts(state, good, services))
    return advance(state.with_facts([*others, *good]), services, said)


def _skipped(state: State, asked: str, services: Services) -> Reply:
    """Not known: what that costs, and the next question."""
    label = services.knowledge.facts[asked].label[state.language]
    state = replace(state, skipped=(*state.skipped, asked))
    said = [telling.text(state.language, "interview-skipped", label=label)]
    return advance(state, services, said)


def _not_usable(state: State, said: Said, services: Services) -> Reply:
    """A number that cannot be the answer, and why."""
    spec = services.knowledge.facts[state.asking or ""]
    unit = services.knowledge.units[spec.unit].spelled(state.language) if spec.unit else ""
    if said is Said.WRONG_UNIT:
        wrong = telling.error(state.language, "wrong_unit", "interview-other-unit", unit=unit)
    else:
        wrong = telling.error(state.language, "several_numbers", "interview-one-number")
    return state, (wrong, telling.question(state, services))


def _elsewhere(state: State, text: str, services: Services) -> Reply:
    """Not about the facts of the row: a question, another project, or nothing we understand."""
    if is_question(text):
        return answer(state, text, services)
    if len(text.split()) >= _TELLING_WORDS:
        found = matched(text, state, services)
        if found.decision == "match" and found.candidates[0].code != state.code:
            offered = offering(remember(state, text), found)
            offered = replace(offered, candidates=offered.candidates[:1])
            return offered, (offer(offered, services),)
    unclear = state.unclear + 1
    key = "interview-unclear" if unclear < _PATIENCE else "interview-unclear-twice"
    state = replace(state, unclear=unclear)
    return state, (telling.text(state.language, key), *again(state, services))
