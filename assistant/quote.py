"""Passages arranged into answers: each in the language of the question, with the law's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.clauses import telling_clause
from assistant.lexical import STEMMERS, Lexical
from assistant.passages import Part, Passage
from assistant.question import Question
from knowledge.text import Language

Status = Literal["answered", "partial", "not_in_sources", "off_topic", "small_talk"]


class Say(Protocol):
    """The phrase of a key in a language, its gaps filled."""

    def __call__(self, language: Language, key: str, **values: str) -> str:
        """The sentence."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a passage, exactly, in one language."""

    ref: str
    language: Language
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question, on what grounds, and who put the words together."""

    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    written_by: Literal["quotation"] = "quotation"


class Quotations:
    """The passages of an edition, told and cited."""

    def __init__(self, passages: Iterable[Passage], say: Say) -> None:
        self._passages = {(passage.key, passage.language): passage for passage in passages}
        texts = {key: passage.text for key, passage in self._passages.items()}
        self._say = say
        self._rarity = {
            language: Lexical([text for (_, spoken), text in texts.items() if spoken == language], cut).rarity
            for language, cut in STEMMERS.items()
        }

    def of_parts(self, question: Question, codes: Sequence[str], parts: Sequence[Part]) -> Answer:
        """Parts of rows, each told with the row's title and the words of the law.

        What is cited first is the first part of each row; the titles of the rows come last, or after
        the first part where a row is looked for.
        """
        language = question.language
        told = []
        for code in codes:
            for part in parts:
                told += self._part(question, code, part)
        if "oked" in parts:
            told.append(self._say(language, "answers-codes-do-not-decide"))
        first, *rest = parts
        if first == "oked":
            cited: Sequence[Part] = parts
        elif question.asks_for("where", "mentions"):
            cited = (first, "name", *rest)
        else:
            cited = (*parts, "name")
        refs = [f"{code}/{part}" for part in cited for code in codes]
        return Answer("answered", "\n\n".join(told), self.cited(refs, language))

    def _part(self, question: Question, code: str, part: Part) -> list[str]:
        """One part of a row: the clause asked about, all of it, and the words of the law."""
        language = question.language
        text = self._passages[f"{code}/{part}", language].text
        told = [self._say(language, f"answers-{part}", text=text, **self._row_values(code, language))]
        if part == "threshold":
            figure = question.asks_for("figure", "cut", "threshold", "until")
            clause = telling_clause(text, question.topic, language, self._rarity[language], figure=figure)
            if clause:
                told.insert(0, self._say(language, "answers-clause", text=clause))
        return told + self._law(f"{code}/{part}", language)

    def told(self, question: Question, phrase: str, keys: Sequence[str], **values: str) -> Answer:
        """Passages by key in the question's language, the first under a phrase, with the law's words."""
        language = question.language
        told: list[str] = []
        for key in keys:
            passage = self._passages[key, language]
            lead = "answers-provision" if told else phrase
            told.append(self._say(language, lead, text=passage.text, source=passage.titles, **values))
            told += self._law(key, language)
        return Answer("answered", "\n\n".join(told), self.cited(keys, language))

    def _law(self, key: str, language: Language) -> list[str]:
        """The Kazakh words beside a translation; none beside the Kazakh itself, or news."""
        kazakh, mine = self._passages[key, "kk"], self._passages[key, language]
        if kazakh.text == mine.text or kazakh.is_context:
            return []
        return [self._say(language, "answers-law-words", quote=kazakh.text)]

    def cited(self, keys: Iterable[str], language: Language) -> tuple[Citation, ...]:
        """The Kazakh words of each passage, then our translations where there are any."""
        found = [self._passages[key, spoken] for spoken in ("kk", language) for key in keys]
        cited = (Citation(passage.ref, passage.language, passage.text) for passage in found)
        seen = dict.fromkeys(cited)
        kazakh = {(citation.ref, citation.quote) for citation in seen if citation.language == "kk"}
        return tuple(
            citation
            for citation in seen
            if citation.language == "kk" or (citation.ref, citation.quote) not in kazakh
        )

    def printed(self, code: str) -> list[str]:
        """The activity codes that a row prints."""
        return self._passages[f"{code}/oked", "kk"].text.replace(",", " ").split()

    def _row_values(self, code: str, language: Language) -> dict[str, str]:
        return {"code": code, "title": self._passages[f"{code}/name", language].text}

    def listed(self, codes: Sequence[str], language: Language | None = None) -> str:
        """Row numbers in a list, with titles when a language is given."""
        if language is None:
            return ", ".join(codes)
        titles = (self._passages[f"{code}/name", language].text for code in codes)
        return "\n".join(f"{code} {title}" for code, title in zip(codes, titles, strict=True))
