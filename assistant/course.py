"""What comes next in a conversation: read back, ask, or tell the verdict; and what was said, again.

Nothing here decides: the verdict is the evaluator's, over confirmed facts only.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant import telling
from assistant.blocks import Block
from assistant.match import Match
from assistant.reading import Heard, heard, scope_of
from assistant.ruling import confirmed, next_fact, parts_of, unconfirmed, verdict_of
from assistant.services import Services
from assistant.state import Candidate, State, Stated
from evaluator.explain import present
from knowledge.lookalikes import Lookalikes

Reply = tuple[State, tuple[Block, ...]]

_OFFERED: Final = 5  # no more rows are offered
_WORTH: Final = 0.1  # a row with less than this share of the first one's confidence is not offered
_SUMMARY: Final = ("outcome", "missing", "edition", "rule_hash", "certificate")


def advance(
    state: State,
    services: Services,
    said: Sequence[Block] = (),
    read: Heard | None = None,
) -> Reply:
    """Take the verdict over what is confirmed; then read back, ask, or tell it."""
    if state.code is None:
        return _without_row(state, said, services)
    reply = list(said)
    if read:
        reply += [telling.fault(state, fault, None, services) for fault in read.faults]
    verdict = verdict_of(state.code, confirmed(state), services)
    summary = {key: present(verdict, state.language)[key] for key in _SUMMARY}
    state = replace(state, verdict=summary, asking=None, unclear=0)
    unsure = unconfirmed(state, services)
    figures = read.figures if read else ()
    if verdict.outcome == "undetermined" and unsure:
        reply.append(telling.facts(state, unsure, services, figures))
        return replace(state, stage="confirming"), tuple(reply)
    if figures:
        reply.append(telling.facts(state, (), services, figures))
    name = next_fact(verdict, state, services) if verdict.outcome == "undetermined" else None
    if name and (late := _said_before(name, state, services)):
        state = state.with_facts(late)
        reply.append(telling.facts(state, late, services))
        return replace(state, stage="confirming"), tuple(reply)
    if name:
        state = replace(state, asking=name, stage="asking")
        return state, (*reply, telling.question(state, services))
    state = replace(state, stage="told")
    return state, (*reply, telling.verdict(state, services))


def _said_before(name: str, state: State, services: Services) -> list[Stated]:
    """What earlier texts state of the fact to be asked, now that more is known: it is not asked."""
    read = heard(state.said, state.code or "", services, state.language, known=confirmed(state))
    wanted = {name, *parts_of(services.knowledge.facts[name])} - {*state.dropped}
    return [fact for fact in read.facts if fact.id in wanted and state.fact(fact.id) is None]


def _without_row(state: State, said: Sequence[Block], services: Services) -> Reply:
    """Without a row there is nothing to ask yet."""
    if state.candidates:
        return state, (*said, offer(state, services))
    return state, (*said, telling.text(state.language, "interview-no-row-yet"))


def offer(state: State, services: Services) -> Block:
    """The candidates once more, with the question that tells them apart."""
    if state.code is not None:
        return telling.candidates(state, "interview-candidates-other", "interview-candidates-change")
    key = f"interview-candidates-{state.decision}"
    closing = {"match": "confirm", "several": "first"}.get(state.decision or "", "pick")
    return telling.candidates(state, key, f"interview-candidates-{closing}", group_of(state, services))


def group_of(state: State, services: Services) -> Lookalikes | None:
    """The rows that a question tells apart, if it was asked."""
    return next((one for one in services.knowledge.lookalikes if one.rows == state.apart), None)


def again(state: State, services: Services) -> tuple[Block, ...]:
    """Where the conversation stood, said once more; nothing changes by looking."""
    if state.stage == "choosing":
        return (offer(state, services),)
    if state.stage == "asking":
        return (telling.question(state, services),)
    if state.stage == "confirming":
        return (telling.facts(state, unconfirmed(state, services), services),)
    if state.stage == "told":
        return (telling.verdict(state, services),)
    return ()


def answer(state: State, text: str, services: Services) -> Reply:
    """A question in between is answered, and the thread taken up again."""
    told = telling.answer(services.answerer.answer(text, state.language))
    thread = again(state, services)
    if not thread:
        return state, (told,)
    return state, (told, telling.text(state.language, "interview-back"), *thread)


def matched(text: str, state: State, services: Services) -> Match:
    """The rows that a text may mean; figures that contradict a row's scope put it last."""
    language = state.language
    return services.matcher.match(
        text,
        language=language,
        limit=_OFFERED,
        scope_of=lambda code, said: scope_of(code, said, services, language),
    )


def offering(state: State, found: Match) -> State:
    """The state with the rows offered that are worth it: those of several things named, or those
    that may be meant, or the nearest where none is.
    """
    apart = found.question.rows if found.question else ()
    rows = [one.code for one in found.candidates]
    if found.components:
        rows = [part.code for part in found.components]
    elif found.decision != "none":
        least = _WORTH * found.candidates[0].confidence
        rows = [one.code for one in found.candidates if one.confidence >= least or one.code in apart]
    told = tuple(
        Candidate(
            one.code,
            one.title,
            one.confidence,
            tuple((reason.text, reason.passage, reason.against) for reason in one.reasons),
        )
        for one in found.candidates
        if one.code in rows
    )
    return replace(
        state,
        candidates=told,
        decision="several" if found.components else found.decision,
        apart=apart,
        stage="choosing",
        unclear=0,
    )


def remember(state: State, text: str) -> State:
    """The state with one more text of the person's."""
    return replace(state, said=(*state.said, text))
