"""What reading a text gives: proposals for facts, and figures that no fact asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from knowledge.text import Language, Localized

Value = Decimal | bool | str | tuple[Decimal, ...]


class Spec(Protocol):
    """What is known of a fact, as far as it is read here."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def kind(self) -> str:
        """quantity, quantities, choice, attested, judged or date."""

    @property
    def label(self) -> Localized:
        """Its short name."""

    @property
    def question(self) -> Localized:
        """What a person is asked."""

    @property
    def unit(self) -> str | None:
        """The unit of the question."""

    @property
    def effort(self) -> int:
        """1: the owner knows; 2: is worked out; 3: a paper of others."""

    @property
    def cues(self) -> Mapping[Language, Sequence[str]] | None:
        """What a text says when it speaks of the fact."""

    @property
    def choices(self) -> Mapping[str, Localized] | None:
        """The answers of a choice."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that a phrase of the text, `text[start:end]`, seems to state for a fact."""

    fact: str
    value: Value
    unit: str | None
    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity found in the text that no fact asks for."""

    value: Decimal
    unit: str
    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a text: proposals in the order of the text, and the other figures."""

    proposals: tuple[Proposal, ...]
    figures: tuple[Figure, ...]
