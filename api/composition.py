"""The composition root: everything is built here, once, from the settings.

What is cheap (the law, the rules) is loaded at first use; what takes seconds or must be built first
(index, matcher) at first use too, or before, in a thread of its own.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from api.settings import Settings
from api.store import Json, Store, Turn
from evaluator.errors import UnknownEdition
from evaluator.evaluate import evaluate
from evaluator.facts import Standing, read_facts
from evaluator.rulebook import Rule, Rulebook
from evaluator.verdict import Verdict
from knowledge.edition import Edition
from knowledge.load import Knowledge, load_knowledge
from knowledge.text import Language

if TYPE_CHECKING:
    from assistant import services as interview_services
    from assistant.answer import Answerer
    from assistant.index import Built
    from assistant.match import Matcher
    from assistant.ranking import InScope, ScopeOf

_log = logging.getLogger("jasyl")
_KAZAKHSTAN = dt.timezone(dt.timedelta(hours=5))  # one time in the whole country since 2024


def now() -> dt.datetime:
    """The moment."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - the one place that may look at the clock


@dataclass(frozen=True, slots=True)
class Talk:
    """The parts that understand words and find passages."""

    matcher: Matcher
    answerer: Answerer


class Services:
    """All parts of one process; threads may share them."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], dt.datetime] = now,
        knowledge: Knowledge | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self._given = knowledge
        self._rulebooks: dict[str, Rulebook] = {}
        self._talk: Talk | None = None
        self._lock = threading.RLock()

    @cached_property
    def knowledge(self) -> Knowledge:
        """Law, facts and units; raises KnowledgeFaults."""
        return self._given or load_knowledge()

    @cached_property
    def store(self) -> Store:
        """The conversations."""
        return Store(self.settings.store, self.clock)

    def today(self) -> dt.date:
        """The date in the country whose law it is."""
        return self.clock().astimezone(_KAZAKHSTAN).date()

    def edition(self, on: dt.date | None) -> Edition:
        """The edition in force on a date, by default today; raises NoEditionInForce."""
        return self.knowledge.edition_in_force(on or self.today())

    def named_edition(self, name: str) -> Edition:
        """The edition of this name; raises UnknownEdition."""
        edition = self.knowledge.edition(name)
        if edition is None:
            raise UnknownEdition(name)
        return edition

    def rulebook(self, edition: Edition) -> Rulebook:
        """The compiled rules of an edition."""
        with self._lock:
            if edition.id not in self._rulebooks:
                self._rulebooks[edition.id] = Rulebook(self.knowledge, edition)
            return self._rulebooks[edition.id]

    def rule(self, code: str, on: dt.date | None) -> Rule:
        """The rule of a row; raises NoEditionInForce, UnknownRow."""
        return self.rulebook(self.edition(on)).rule(code)

    def verdict(self, code: str, facts: Mapping[str, Any], on: dt.date | None, floor: str) -> Verdict:
        """The verdict; raises NoEditionInForce, UnknownRow, UnusableFacts."""
        date = on or self.today()
        rule = self.rule(code, date)
        sheet = read_facts(facts, self.knowledge.facts, self.knowledge.units)
        return evaluate(rule, sheet, on=date, floor=Standing[floor.upper()])

    def build(self) -> Built:
        """What is built from the knowledge in force today, built now if it is not there."""
        from assistant.index import build

        edition = self.edition(None)
        return build(edition, self.knowledge.context, self.settings.built, model=self.settings.embedder)

    @property
    def talk(self) -> Talk:
        """Matcher and answerer; the first who needs them waits until they are loaded."""
        if self._talk is None:
            with self._lock:
                if self._talk is None:
                    self._talk = self._load_talk()
        return self._talk

    def _load_talk(self) -> Talk:
        from assistant.answer import Answerer
        from assistant.embedding import NamedEmbeddings, embeddings
        from assistant.index import PassageIndex, load_passages
        from assistant.match import Matcher
        from assistant.retrieve import Retriever
        from assistant.vectors import StaticVectors
        from knowledge.phrases import say

        built = self.build()
        passages = load_passages(built.folder)
        own = StaticVectors.load(built.vectors)
        embedder = embeddings(self.settings.embedder, built.vectors)
        meaning = embedder.embed_query if isinstance(embedder, NamedEmbeddings) else None
        matcher = Matcher(built.matcher, passages, own, self.knowledge.lookalikes, meaning)
        self._index = PassageIndex(built.folder, embedder)
        retriever = Retriever(passages, self._index)
        return Talk(matcher, Answerer(passages, retriever, matcher, say))

    def warm(self) -> None:
        """Begin to load everything in a thread of its own."""
        threading.Thread(target=self._warm, name="jasyl-warm", daemon=True).start()

    def _warm(self) -> None:
        try:
            self.rulebook(self.edition(None)).check()  # reads every rule
            _ = self.store, self.talk
        except Exception as error:  # noqa: BLE001 - the call that needs the part will raise it
            _log.error("could not load: %s", type(error).__name__)

    def loaded(self) -> dict[str, bool]:
        """Which parts are ready."""
        return {
            "knowledge": "knowledge" in self.__dict__,
            "rules": bool(self._rulebooks),
            "store": "store" in self.__dict__,
            "matcher": self._talk is not None,
            "index": self._talk is not None,
        }

    def close(self) -> None:
        """Let go of files."""
        with self._lock:
            if "store" in self.__dict__:
                self.store.close()
            if self._talk is not None:
                self._index.close()

    def interview(self) -> interview_services.Services:
        """What a turn of a conversation needs, with today as the date of its verdicts."""
        from assistant.services import Services as InterviewServices

        on = self.today()
        rulebook = self.rulebook(self.edition(on))
        return InterviewServices(self.talk.matcher, self.talk.answerer, rulebook, self.knowledge, on)

    def begin(self, language: Language) -> tuple[Json, list[Json]]:
        """The state of a new conversation, and the greeting."""
        from assistant.interview import begin, greeting

        state = begin(language)
        return state.to_json(), [block.to_json() for block in greeting(state)]

    def stepper(self, message: Json) -> Callable[[Json], Turn]:
        """The turn that a message makes of a state."""
        from assistant.interview import step
        from assistant.state import State

        services = self.interview()

        def turn(state: Json) -> Turn:
            following, reply = step(State.from_json(state), message, services)
            return Turn([block.to_json() for block in reply], following.to_json())

        return turn

    def scope_of(self, language: Language | None = None) -> ScopeOf:
        """Whether the figures of a text, in this language or its own, contradict a row's scope."""
        from assistant.language import language_of
        from assistant.reading import scope_of

        services = self.interview()

        def in_scope(code: str, text: str) -> InScope:
            return scope_of(code, text, services, language or language_of(text))

        return in_scope

    def match(self, text: str, *, language: Language | None, oked: str | None, limit: int) -> dict[str, Any]:
        """The rows that a text may mean and the facts read for the likeliest, as JSON."""
        from assistant.language import language_of
        from assistant.reading import heard

        services = self.interview()
        spoken = language or language_of(text, self.settings.language)
        scope = self.scope_of(spoken)
        found = self.talk.matcher.match(text, language=spoken, oked=oked, limit=limit, scope_of=scope)
        told = asdict(found)
        first = found.candidates[0].code if found.decision != "none" else None
        read = heard((text,), first, services, spoken).facts if first else ()
        return {**told, "facts": [fact.to_json() for fact in read]}

    def answer(self, text: str, language: Language | None) -> dict[str, Any]:
        """The answer to a question, as JSON."""
        told = asdict(self.talk.answerer.answer(text, language))
        told["answer"] = told.pop("text")
        return told
