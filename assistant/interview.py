"""The conversation: describe, choose a row, confirm what was read, answer, get the verdict.

Pure functions over a frozen State. A message is one of `{text}`, `{choose: code}`,
`{confirm: [fact ids] | "all"}`, `{facts: {…}}`, `{withdraw: [fact ids]}`; a reply is a tuple of
blocks. Nothing here decides: the verdict is the evaluator's, over confirmed facts only.
"""

from collections.abc import Mapping
from typing import Any

from assistant import telling
from assistant.blocks import Block
from assistant.course import Reply
from assistant.hearing import hear
from assistant.moves import choose, confirm, state_facts, withdraw
from assistant.services import Services
from assistant.state import State
from knowledge.text import Language

Message = Mapping[str, Any]


def begin(language: Language) -> State:
    """A conversation in which nothing was said yet."""
    return State(language)


def greeting(state: State) -> tuple[Block, ...]:
    """What is said first: that this is an automatic assistant, and what to tell it."""
    return (telling.text(state.language, "interview-hello"),)


def step(state: State, message: Message, services: Services) -> Reply:
    """The state after a message, and the reply to it."""
    match message:
        case {"text": str(text)}:
            return hear(state, text, services)
        case {"choose": str(code)}:
            return choose(state, code, services)
        case {"facts": dict(facts)}:
            return state_facts(state, facts, services)
        case {"confirm": "all" | [*_] as which}:
            return confirm(state, None if which == "all" else which, services)
        case {"withdraw": [*names]}:
            return withdraw(state, names, services)
    wrong = telling.error(state.language, "bad_request", "error-bad-request")
    return state, (wrong,)
