"""A message in the person's own words, up to the choice of a row: language, small talk, the row."""

import re
from dataclasses import replace
from typing import Final

from assistant import telling
from assistant.answering import about_the_row
from assistant.blocks import Block
from assistant.corpus import NO_PROJECT
from assistant.course import Reply, advance, again, answer, group_of, matched, offer, offering, remember
from assistant.language import language_of
from assistant.letters import flat
from assistant.moves import choose
from assistant.reading import heard
from assistant.replies import YesNo, none_of_these, yes_no
from assistant.services import Services
from assistant.state import State
from assistant.talk import asks_meaning, asks_what, intent_of, is_question, side_question, wanted_language
from knowledge.text import Language

_TELLING_WORDS: Final = 3  # so many words tell a language
_FIRST_WORDS: Final = 2  # and so many where nothing was said in another
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CURT: Final = 4  # a longer yes or no to an offer tells of the project
_CODE: Final = re.compile(r"(?<![\d.])(\d\.\d{1,2}\.\d{1,2})(?![\d.])")
_ORDINALS: Final = (
    r"перв\w+|бірінші\w*|first",
    r"втор\w+|екінші\w*|second",
    r"трет\w+|үшінші\w*|third",
)


def hear(state: State, text: str, services: Services) -> Reply:
    """A message in the person's own words."""
    if not text.strip():
        said = telling.text(state.language, "interview-say-something")
        return state, (said, *again(state, services))
    if wanted := wanted_language(text):
        said = telling.text(wanted, "interview-language-set")
        state = _spoken(state, wanted, services)
        return state, (said, *again(state, services))
    state = _spoken(state, _language(state, text), services)
    return _small_talk(state, text, services) or _of_the_project(state, text, services)


def _of_the_project(state: State, text: str, services: Services) -> Reply:
    """What a message says about the project: its row first, then the facts of the row."""
    if state.code is not None and (named := _named_row(text, services)) and named != state.code:
        return choose(remember(state, text), named, services)
    if state.stage in ("describing", "choosing"):
        return _towards_a_row(state, text, services)
    stated, asked = side_question(text)
    if asked and not stated and not _supposes(state, text, services):
        return answer(state, text, services)
    if not stated:
        stated, asked = asked, ""
    state, reply = about_the_row(state, stated, services)
    if asked:
        reply = (telling.answer(services.answerer.answer(asked, state.language)), *reply)
    return state, reply


def _supposes(state: State, text: str, services: Services) -> bool:
    """Whether a question states a figure of the row: «а если 12 МВт?»."""
    if asks_what(text):
        return False
    read = heard([text], state.code or "", services, state.language, asked=state.asking)
    return any(fact.unit for fact in read.facts)


def _language(state: State, text: str) -> Language:
    """The language of a message; too few words to tell it by change nothing.

    «ГЭС 12 МВт» has none: abbreviations are the same in every language.
    """
    spoken = language_of(text, default=state.language)
    telling_words = sum(word[1:].islower() for word in _WORD.findall(text))
    first = not state.said and state.code is None
    if first and telling_words and (spoken == "en") != (state.language == "en"):
        return spoken  # another alphabet
    return spoken if telling_words >= (_FIRST_WORDS if first else _TELLING_WORDS) else state.language


def _spoken(state: State, language: Language, services: Services) -> State:
    """The state in another language: everything kept, the titles told anew."""
    if language == state.language:
        return state
    rows = services.edition.rows
    told = tuple(replace(one, title=rows[one.code].name[language]) for one in state.candidates)
    return replace(state, language=language, candidates=told)


def _small_talk(state: State, text: str, services: Services) -> Reply | None:
    """A reply to small talk and to commands; the thread is taken up again."""
    if state.asking and asks_meaning(text):
        return state, again(state, services)  # the question says what it means, why, and what proves it
    talk = intent_of(text)
    if talk is None:
        return None
    if talk == "restart":
        return State(state.language), (telling.text(state.language, "interview-restarted"),)
    key = {
        "greeting": "hello" if not state.said else "hello-again",
        "thanks": "welcome",
        "goodbye": "goodbye",
        "person": "person",
        "abilities": "abilities",
        "identity": "identity",
    }[talk]
    reply: tuple[Block, ...] = (telling.text(state.language, f"interview-{key}"),)
    if talk not in ("goodbye", "thanks", "person"):
        reply += again(state, services)
    return state, reply


def _named_row(text: str, services: Services) -> str | None:
    """A row that a message names by its number."""
    met = _CODE.search(text)
    return met[1] if met and met[1] in services.edition.rows else None


def _towards_a_row(state: State, text: str, services: Services) -> Reply:
    """Before a row is chosen, or while another is offered."""
    if named := _named_row(text, services):
        return choose(remember(state, text), named, services)
    picked = _picked(state, text, services)
    if picked:
        return choose(state, picked, services)
    said = yes_no(text) if len(text.split()) <= _CURT else None
    if state.stage == "choosing" and (said or none_of_these(text)):
        return _declined(state, bool(said and said.yes), services)
    if asks_what(text):
        return answer(state, text, services)
    if state.code is not None:
        back = replace(state, stage="asking" if state.asking else "told", candidates=())
        return about_the_row(back, text, services)
    return _described(state, text, services)


def _picked(state: State, text: str, services: Services) -> str | None:
    """The candidate that a message takes: by yes, by number, by order, by the answer that leads to it."""
    if state.stage != "choosing":
        return None
    plain = text.strip(" .!)").lower()
    for place, one in enumerate(state.candidates, 1):
        ordinal = place <= len(_ORDINALS) and re.fullmatch(_ORDINALS[place - 1], plain)
        if plain in (str(place), f"№{place}", one.code) or ordinal:
            return one.code
    said = yes_no(text) if len(text.split()) <= _CURT else None
    sure = state.decision == "match" or state.code is not None or len(state.candidates) == 1
    if said and said.yes and sure:
        return state.candidates[0].code
    return _answered(state, text, said, services)


def _answered(state: State, text: str, said: YesNo | None, services: Services) -> str | None:
    """The row that an answer to the question which tells rows apart leads to."""
    group = group_of(state, services)
    if group is None or state.code is not None:
        return None
    answers = {way.answer[state.language]: way.code for way in group.answers}
    in_full = {code for answer, code in answers.items() if flat(answer) == flat(text)}
    in_brief = {code for answer, code in answers.items() if said and _begins(answer) is said.yes}
    led = in_full or in_brief
    return led.pop() if len(led) == 1 else None


def _begins(answer: str) -> bool | None:
    """Whether an answer begins with yes or no."""
    said = yes_no(answer.partition(",")[0])
    return said.yes if said else None


def _declined(state: State, yes: bool, services: Services) -> Reply:
    """No to every candidate; a yes that does not say to which asks again."""
    if state.code is not None:
        return advance(replace(state, candidates=()), services)
    if yes:
        return state, (offer(state, services),)
    state = replace(state, stage="describing", candidates=(), decision=None)
    return state, (telling.text(state.language, "interview-tell-otherwise"),)


def _described(state: State, text: str, services: Services) -> Reply:
    """A description: the rows it may mean, its own words alone or with what was said before."""
    state = remember(state, text)
    found = matched(text, state, services)
    if found.decision == "none" and len(state.said) > 1:
        together = matched("\n".join(state.said), state, services)
        found = found if together.decision == "none" else together
    if found.decision == "none" and is_question(text):
        return answer(state, text, services)
    if found.decision == "none" and found.why in NO_PROJECT:
        state = replace(state, stage="describing", candidates=(), decision=None)
        return state, (telling.text(state.language, f"interview-none-{found.why}"),)
    state = offering(state, found)
    return state, (offer(state, services),)
