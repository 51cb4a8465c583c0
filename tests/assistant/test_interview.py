"""Whole conversations, as data, in three languages; and what holds in every conversation."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.blocks import Block
from assistant.interview import begin, greeting, step
from assistant.match import Candidate, Match, Matcher
from assistant.ranking import ScopeOf
from assistant.reasons import Reason
from assistant.ruling import confirmed
from assistant.services import Matches, Services
from assistant.state import State
from evaluator.evaluate import evaluate
from evaluator.facts import Standing, read_facts
from evaluator.rulebook import Rulebook
from knowledge.load import load_knowledge
from knowledge.text import LANGUAGES, Language
from knowledge.yamlfile import read_yaml
from tests.assistant.conftest import House

ON = dt.date(2026, 1, 15)
KNOWLEDGE = load_knowledge()
EDITION = KNOWLEDGE.edition_in_force(ON)
RULES = Rulebook(KNOWLEDGE, EDITION)
DIALOGUES = read_yaml(Path(__file__).parent / "dialogues.yaml")
MESSAGES = ("choose", "confirm", "facts", "withdraw")
IGNORANCE = {"kk": "білмеймін", "ru": "не знаю", "en": "I don't know"}
MOST_QUESTIONS = 40


@dataclass(frozen=True)
class Scripted:
    """A matcher that gives the same rows to any text, those out of scope last."""

    decision: Any
    rows: tuple[str, ...]
    phrase: str

    def match(
        self,
        text: str,
        *,
        language: Language | None = None,
        limit: int = 3,
        scope_of: ScopeOf | None = None,
    ) -> Match:
        spoken = language or "ru"
        out = [row for row in self.rows if scope_of and scope_of(row, text) == "not_met"]
        rows = [*(row for row in self.rows if row not in out), *out]
        return Match(
            self.decision,
            spoken,
            tuple(
                Candidate(row, EDITION.row(row).name[spoken], 0.9, self._reasons(row, out))
                for row in rows[:limit]
            ),
        )

    def _reasons(self, row: str, out: list[str]) -> tuple[Reason, ...]:
        return (Reason(self.phrase, f"{row}/name", against=row in out),) if self.phrase else ()


@dataclass(frozen=True)
class Quoted:
    """An answer that says nothing new."""

    status: str = "answered"
    text: str = "…"
    citations: tuple[Any, ...] = ()
    written_by: str = "quotation"


class Quoting:
    """An answerer for conversations that are not about its answers."""

    def answer(self, text: str, language: Language | None = None) -> Quoted:
        del text, language
        return Quoted()


def services(matcher: Matches) -> Services:
    return Services(matcher, Quoting(), RULES, KNOWLEDGE, ON)


def scripted(dialogue: dict[str, Any]) -> Services:
    script = dialogue["match"]
    return services(Scripted(script["decision"], tuple(script["rows"]), script["phrase"]))


def converse(
    dialogue: dict[str, Any],
    with_services: Services,
    check: Callable[[State, tuple[Block, ...], dict[str, Any]], None],
) -> State:
    state = begin(dialogue["language"])
    for turn in dialogue["turns"]:
        if turn.get("dont_know"):
            state, reply = know_nothing(state, with_services)
        else:
            message = {key: turn[key] for key in MESSAGES if key in turn} or {"text": turn["say"]}
            state, reply = step(state, message, with_services)
        check(state, reply, turn)
    return state


def know_nothing(state: State, with_services: Services) -> tuple[State, tuple[Block, ...]]:
    """Say "I don't know" to every question; none may come twice."""
    reply: tuple[Block, ...] = ()
    asked: list[str | None] = []
    while state.asking and len(asked) < MOST_QUESTIONS:
        asked.append(state.asking)
        state, reply = step(state, {"text": IGNORANCE[state.language]}, with_services)
    assert len(asked) == len(set(asked))
    return state, reply


def expect(state: State, reply: tuple[Block, ...], turn: dict[str, Any]) -> None:
    """What a turn of the data says about the state and the reply."""
    text = "\n".join(block.text for block in reply)
    told = {
        "asks": state.asking,
        "stage": state.stage,
        "row": state.code,
        "language": state.language,
        "outcome": state.verdict and state.verdict["outcome"],
        "kinds": [block.kind for block in reply],
        "kinds_end": reply[-1].kind,
    }
    for key, value in told.items():
        if key in turn:
            assert value == turn[key], f"{key} after {turn}: {text}"
    for name, value in turn.get("counts", {}).items():
        fact = state.fact(name)
        assert fact, name
        assert (fact.value, fact.standing) == (value, "declared")
    for name, phrase in turn.get("read", {}).items():
        fact = state.fact(name)
        assert fact, f"{name} was not read: {text}"
        assert (fact.phrase, fact.standing) == (phrase, "proposed")
    assert turn.get("holds", "") in text


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda d: d["name"].replace(" ", "_"))
def test_a_conversation_goes_as_told(dialogue: dict[str, Any]) -> None:
    converse(dialogue, scripted(dialogue), expect)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda d: d["name"].replace(" ", "_"))
def test_the_verdict_is_the_evaluators_over_the_confirmed_facts(dialogue: dict[str, Any]) -> None:
    converse(dialogue, scripted(dialogue), verdict_holds)


def verdict_holds(state: State, reply: tuple[Block, ...], turn: dict[str, Any]) -> None:
    """The outcome told is that of the rule over what was confirmed, and nothing known is asked."""
    del reply, turn
    if state.code is None or state.verdict is None:
        return
    raw: dict[str, Any] = {
        fact.id: {
            "value": list(fact.value) if isinstance(fact.value, tuple) else fact.value,
            **({"unit": fact.unit} if fact.unit else {}),
        }
        for fact in confirmed(state)
    }
    sheet = read_facts(raw, KNOWLEDGE.facts, KNOWLEDGE.units)
    verdict = evaluate(RULES.rule(state.code), sheet, on=ON, floor=Standing.DECLARED)
    assert state.verdict["outcome"] == verdict.outcome
    if state.asking:
        assert state.asking in verdict.missing
        assert state.fact(state.asking) is None


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda d: d["name"].replace(" ", "_"))
def test_state_and_reply_survive_json_at_every_turn(dialogue: dict[str, Any]) -> None:
    def check(state: State, reply: tuple[Block, ...], turn: dict[str, Any]) -> None:
        del turn
        assert State.from_json(json.loads(json.dumps(state.to_json()))) == state
        assert all(json.loads(json.dumps(b.to_json()))["kind"] == b.kind for b in reply)
        assert all(block.text.strip() for block in reply)

    converse(dialogue, scripted(dialogue), check)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_words_say_that_this_is_an_automatic_assistant(language: Language) -> None:
    (said,) = greeting(begin(language))
    told = {"kk": "автоматты көмекші", "ru": "автоматический помощник", "en": "automatic assistant"}
    assert told[language] in said.text


SAYINGS = (
    "да", "нет", "не знаю", "40 МВт", "водохранилище 3 км2", "ОВОС есть", "мощность 50 МВт", "иә",
    "1", "1.4.1", "что такое ОВОС?", "250 г/кВтч", "hydropower, 5 MW", "начать заново", "спасибо",
)  # fmt: skip
ANY_MESSAGE = st.one_of(
    st.sampled_from(SAYINGS).map(lambda text: {"text": text}),
    st.sampled_from(("1.4.1", "1.4.2", "8.1.1", "0.0.0")).map(lambda code: {"choose": code}),
    st.just({"confirm": "all"}),
    st.sampled_from(({"eia_allows": True}, {"rated_capacity": {"value": 8, "unit": "MW"}})).map(
        lambda facts: {"facts": facts}
    ),
    st.just({"withdraw": ["rated_capacity"]}),
)


@given(st.lists(ANY_MESSAGE, max_size=8))
def test_in_any_order_of_messages_the_verdict_is_that_of_the_confirmed_facts(
    messages: list[dict[str, Any]],
) -> None:
    with_services = services(Scripted("choose", ("1.4.2", "1.4.1"), "ГЭС"))
    state = begin("ru")
    for message in messages:
        state, reply = step(state, message, with_services)
        assert reply
        verdict_holds(state, reply, message)


@pytest.fixture(scope="session")
def matcher(house: House) -> Matcher:
    """The real matcher, trained from the knowledge."""
    return house.matcher


@pytest.mark.slow
def test_the_real_matcher_offers_the_row_of_each_conversation(matcher: Matcher) -> None:
    missed = []
    for dialogue in DIALOGUES:
        rows = [turn["row"] for turn in dialogue["turns"] if turn.get("row")]
        first = next((turn["say"] for turn in dialogue["turns"] if "say" in turn), "")
        if not rows or len(first.split()) < 3:
            continue
        state, _ = step(begin(dialogue["language"]), {"text": first}, services(matcher))
        if rows[0] not in [one.code for one in state.candidates]:
            missed.append(f"{first}: {[one.code for one in state.candidates]}, not {rows[0]}")
    assert not missed
