"""The pieces of a reply: each says what it is, holds its text, and turns into JSON.

`text` alone is enough for a client that can only print; the other fields are for one that can
show buttons, cards and forms.
"""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a reply."""

    kind: ClassVar[str] = "text"
    text: str

    def to_json(self) -> dict[str, Any]:
        """The block as JSON, its kind first."""
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True, slots=True)
class Text(Block):
    """A sentence of ours; `key` is its phrase."""

    key: str


@dataclass(frozen=True, slots=True)
class Candidates(Block):
    """Rows that may be meant, likeliest first; `preselected` is one to confirm, if any, and
    `question` the one that tells them apart, with its answers.
    """

    kind: ClassVar[str] = "candidates"
    decision: str
    candidates: list[dict[str, Any]]
    preselected: str | None = None
    question: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """What was read or taken note of; `confirm` asks whether it is right.

    `figures` are quantities of the text that no criterion of the row asks for.
    """

    kind: ClassVar[str] = "facts"
    facts: list[dict[str, Any]]
    confirm: bool
    figures: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Question(Block):
    """One question about one fact, why it is asked, in whose words, and what proves the answer."""

    kind: ClassVar[str] = "question"
    fact: str
    label: str
    form: str
    question: str
    help: str
    why: str
    law: str
    evidence: str
    unit: str | None
    choices: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Verdict(Block):
    """The verdict as the evaluator explains it."""

    kind: ClassVar[str] = "verdict"
    verdict: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer(Block):
    """An answer to a question asked in between."""

    kind: ClassVar[str] = "answer"
    status: str
    citations: list[dict[str, Any]]
    written_by: str


@dataclass(frozen=True, slots=True)
class Error(Block):
    """Something that cannot be used; `code` is stable."""

    kind: ClassVar[str] = "error"
    code: str
    fact: str | None = None
