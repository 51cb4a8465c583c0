"""What an interview needs from outside, handed in as one frozen piece."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.match import Match
from assistant.ranking import ScopeOf
from evaluator.rulebook import Rulebook
from knowledge.edition import Edition
from knowledge.load import Knowledge
from knowledge.text import Language


class Matches(Protocol):
    """Finds the rows that a description may mean."""

    def match(
        self,
        text: str,
        *,
        language: Language | None = None,
        limit: int = 3,
        scope_of: ScopeOf | None = None,
    ) -> Match:
        """The rows, likeliest first."""


class Cited(Protocol):
    """Words of a passage."""

    @property
    def ref(self) -> str:
        """The passage."""

    @property
    def language(self) -> Language:
        """The language of the words."""

    @property
    def quote(self) -> str:
        """The words."""


class Answered(Protocol):
    """What is said to a question."""

    @property
    def status(self) -> str:
        """One of a closed list of ways to answer or not to answer."""

    @property
    def text(self) -> str:
        """The answer."""

    @property
    def citations(self) -> Sequence[Cited]:
        """What it rests on."""

    @property
    def written_by(self) -> str:
        """`quotation` or `model`."""


class Answers(Protocol):
    """Answers a question from the sources."""

    def answer(self, text: str, language: Language | None = None) -> Answered:
        """The answer, if only that the sources are silent."""


@dataclass(frozen=True, slots=True)
class Services:
    """The matcher, the answerer, the rules, the knowledge, and the date of the verdict."""

    matcher: Matches
    answerer: Answers
    rulebook: Rulebook
    knowledge: Knowledge
    on: dt.date

    @property
    def edition(self) -> Edition:
        """The edition of the law in force on the date."""
        return self.knowledge.edition_in_force(self.on)
