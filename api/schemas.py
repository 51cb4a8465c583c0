"""What callers send and get. Requests are strict: an unknown key is refused, nothing is coerced."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self

from fastapi import Query
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from knowledge.text import Language

LONGEST_TEXT = 20_000

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(max_length=16)]
FactId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Floor = Literal["declared", "evidenced"]


def _date(value: object) -> object:
    """A date is written one way only: 2026-01-15."""
    if isinstance(value, str):
        try:
            return dt.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a date alone
        except ValueError as error:
            raise PydanticCustomError("date_parsing", "not a date") from error
    return value


On = Annotated[dt.date, BeforeValidator(_date)]
AskedLanguage = Annotated[Language | None, Query(alias="language")]
AskedDate = Annotated[On | None, Query(alias="on")]


class Sent(BaseModel):
    """A request body."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


_FACT_SCHEMA = {
    "description": 'true, false, null (not known), "40 MW", a choice, {"value": 40, "unit": "MW"}, '
    "or a list of such statements; a statement may also have standing, evidence and ruled_by",
    "anyOf": [
        {"type": "boolean"},
        {"type": "number"},
        {"type": "string"},
        {"type": "object", "required": ["value"]},
        {"type": "array"},
        {"type": "null"},
    ],
}
FactValue = Annotated[Any, WithJsonSchema(_FACT_SCHEMA)]
"""Judged by `evaluator.facts`, which names every fact that cannot be used, and why."""
Facts = Annotated[dict[FactId, FactValue], Field(max_length=400)]


class MatchRequest(Sent):
    """A description of a project in a person's own words."""

    text: Text
    language: Language | None = None
    oked: Annotated[str, StringConstraints(max_length=16)] | None = None
    limit: Annotated[int, Field(ge=1, le=20)] = 3


class VerdictRequest(Sent):
    """A row and the facts of a project."""

    code: Code
    facts: Facts = Field(default_factory=dict)
    on: On | None = None
    floor: Floor = "declared"
    language: Language | None = None


class QuestionRequest(Sent):
    """A question about the taxonomy."""

    text: Text
    language: Language | None = None


class ConversationRequest(Sent):
    """The language in which a conversation begins."""

    language: Language | None = None


class MessageRequest(Sent):
    """One message of a conversation: exactly one of its keys."""

    text: Text | None = None
    choose: Code | None = None
    confirm: Literal["all"] | Annotated[list[FactId], Field(max_length=400)] | None = None
    facts: Facts | None = None
    withdraw: Annotated[list[FactId], Field(max_length=400)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if len(self.sent()) != 1:
            raise PydanticCustomError("one_of", "exactly one key")
        return self

    def sent(self) -> dict[str, Any]:
        """The one key that was sent, with its value as JSON."""
        given = self.model_dump(mode="json", exclude_unset=True)
        return {key: value for key, value in given.items() if value is not None}


class Reply(BaseModel):
    """An answer of the service; its models say at least what it holds."""

    model_config = ConfigDict(extra="allow")


class ReasonReply(Reply):
    """A phrase of the text, the passage of the law that it meets, and the words there."""

    text: str
    passage: str
    quote: str
    against: bool


class CandidateReply(Reply):
    """A row that may be meant."""

    code: str
    title: str
    confidence: float
    reasons: list[ReasonReply]


class ComponentReply(Reply):
    """One of several things that a text names (`text[start:end]`), and its row."""

    text: str
    code: str
    confidence: float
    start: int
    end: int


class OptionReply(Reply):
    """An answer and the row it leads to."""

    code: str
    text: str


class ApartReply(Reply):
    """The question that tells the competing rows apart."""

    rows: list[str]
    text: str
    options: list[OptionReply]


class ProposedFact(Reply):
    """A fact read from a text, with the phrase it came from; it counts for nothing yet."""

    id: str
    value: Any
    unit: str | None = None
    standing: Literal["proposed"]
    phrase: str


class MatchReply(Reply):
    """The rows that a text may mean, likeliest first, and the facts read from it; the several things
    it names; the question that tells rows apart; and of what fits no row, the kind.
    """

    decision: Literal["match", "choose", "none"]
    language: Language
    candidates: list[CandidateReply]
    components: list[ComponentReply]
    question: ApartReply | None
    why: str | None
    facts: list[ProposedFact]


class VerdictReply(Reply):
    """A verdict with everything it rests on."""

    code: str
    outcome: Literal["eligible", "not_eligible", "undetermined"]
    findings: Any
    missing: list[str]
    would_change: Any
    documents: list[Any]
    citations: list[Any]
    notes: list[Any]
    edition: Any
    rule_hash: str
    certificate: Any


class CitationReply(Reply):
    """A passage that an answer rests on."""

    ref: str
    language: Language
    quote: str


class AnswerReply(Reply):
    """An answer from the sources, or the reason why there is none."""

    status: str
    answer: str
    citations: list[CitationReply]
    written_by: Literal["quotation", "model"]


class ConversationReply(Reply):
    """A new conversation; the token is told this once."""

    id: str
    token: str


class TurnReply(Reply):
    """The reply to a message and the state after it."""

    reply: list[dict[str, Any]]
    state: dict[str, Any]


class HistoryReply(Reply):
    """A whole conversation."""

    state: dict[str, Any]
    messages: list[dict[str, Any]]


class ProblemReply(BaseModel):
    """An error (RFC 9457), told in the caller's language; `code` is stable."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    faults: list[dict[str, str]] | None = None
