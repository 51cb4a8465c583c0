"""The built matcher, retriever and answerer, loaded once for all tests of the folder."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.answer import Answerer
from assistant.embedding import OwnEmbeddings
from assistant.index import Built, PassageIndex, build, load_passages
from assistant.language import language_of
from assistant.match import Matcher
from assistant.passages import Passage
from assistant.ranking import InScope
from assistant.reading import scope_of
from assistant.retrieve import Retriever
from assistant.services import Services
from assistant.vectors import StaticVectors
from evaluator.rulebook import Rulebook
from knowledge.load import load_knowledge
from knowledge.phrases import say

ON = dt.date(2026, 1, 15)


@dataclass(frozen=True)
class House:
    """Everything that answers, built from the knowledge as it is."""

    built: Built
    passages: tuple[Passage, ...]
    matcher: Matcher
    retriever: Retriever
    answerer: Answerer
    services: Services

    def scope_of(self, code: str, text: str) -> InScope:
        """Whether the figures of a text contradict the scope of a row."""
        return scope_of(code, text, self.services, language_of(text))


@pytest.fixture(scope="session")
def house(data_folder: Path) -> House:
    """The parts, from the folder that the session built."""
    knowledge = load_knowledge()
    edition = knowledge.edition_in_force(ON)
    built = build(edition, knowledge.context, data_folder / "built")
    passages = load_passages(built.folder)
    matcher = Matcher(built.matcher, passages, StaticVectors.load(built.vectors), knowledge.lookalikes)
    index = PassageIndex(built.folder, OwnEmbeddings(built.vectors))
    retriever = Retriever(passages, index)
    answerer = Answerer(passages, retriever, matcher, say)
    services = Services(matcher, answerer, Rulebook(knowledge, edition), knowledge, ON)
    return House(built, passages, matcher, retriever, answerer, services)
