"""Free questions about the taxonomy, answered without a model: by quoting and arranging passages.

One list of small steps; the first that knows an answer gives it. Each answer is in the language of
the question and cites the Kazakh words of the law. Nothing is promised: a verdict comes from the
rules, a loan or a subsidy from those who give it; what else no law answers is said to be so.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from assistant.asked import asked
from assistant.general import General
from assistant.lexical import stems
from assistant.match import Matcher
from assistant.passages import Part, Passage
from assistant.question import Question, read
from assistant.quote import Answer, Quotations, Say, Status
from assistant.retrieve import Found, Retriever
from assistant.rows import RowFinder, Rows
from knowledge.text import LANGUAGES, Language

_SMALL: Final = 6  # a greeting is no longer than this
_NEAR: Final = 0.45  # a passage holds this share of the question's telling words, or it is silent
_BEST: Final = 3
_MENTIONS: Final = 12
_TERM: Final = 3  # what rows mention is named in so few words
_OF_THE_LAW: Final = (
    "taxonomy",
    "threshold",
    "examples",
    "oked",
    "mentions",
    "note",
    "where",
    "inside",
    "paper",
    "cut",
    "percent",
)
_SIZED: Final[tuple[Part, ...]] = ("examples", "threshold")


class Answerer:
    """Answers questions from the passages of an edition."""

    def __init__(self, passages: Sequence[Passage], retriever: Retriever, matcher: Matcher, say: Say) -> None:
        self._passages = {(passage.key, passage.language): passage for passage in passages}
        self._held = {key: set(stems(p.text, key[1])) for key, p in self._passages.items()}
        self._retriever = retriever
        self._say = say
        self._quotes = Quotations(passages, say)
        self._rows = RowFinder(passages, matcher)
        self._steps: tuple[Callable[[Question], Answer | None], ...] = (
            self._small_talk,
            self._unknown_row,
            self._outside,
            *General(passages, self._rows, self._quotes, say).steps,
            self._mentions,
            self._news,
            self._row,
            self._nearest,
        )

    def answer(self, text: str, language: Language | None = None) -> Answer:
        """The answer to a question; there is always one, if only that the sources are silent."""
        return self._answer(read(text, language))

    def _answer(self, question: Question) -> Answer:
        for step in self._steps:
            answer = step(question)
            if answer is not None:
                return answer
        return Answer("off_topic", self._say(question.language, "answers-off-topic"))

    def _small_talk(self, question: Question) -> Answer | None:
        """A greeting, thanks, or a question about ourselves, and nothing more."""
        kinds = [kind for kind in ("who", "hello", "thanks") if kind in question.asks]
        if not kinds or question.size > _SMALL or question.subject > 1:
            return None
        return Answer("small_talk", self._say(question.language, f"answers-{kinds[0]}"))

    def _unknown_row(self, question: Question) -> Answer | None:
        """A number that no row has."""
        unknown = [code for code in question.rows if code not in self._rows.codes]
        if not unknown:
            return None
        text = self._say(question.language, "answers-no-such-row", code=unknown[0])
        return Answer("not_in_sources", text)

    def _outside(self, question: Question) -> Answer | None:
        """What is not ours to say; the rest of the question is answered, a promise by the threshold."""
        kinds = sorted(question.outside)
        if not kinds:
            return None
        said = " ".join(self._say(question.language, f"answers-{kind}") for kind in kinds)
        if kinds == ["outside-daily"]:
            return Answer("off_topic", said)
        if kinds == ["promise"] and question.alone:
            found = self._rows.of(question)
            if not found.sure:
                return Answer("not_in_sources", said)
            rest = self._quotes.of_parts(question, found.codes[:1], ("threshold",))
        elif question.alone:
            return Answer("not_in_sources", said)
        else:
            rest = self._answer(replace(question, outside=frozenset()))
        if not rest.citations:
            return Answer("not_in_sources", said)
        return Answer("partial", f"{said}\n\n{rest.text}", rest.citations)

    def _mentions(self, question: Question) -> Answer | None:
        """Which rows speak of something: every row whose words hold all that was asked for."""
        if not question.asks_for("mentions", "where") or not question.topic or question.rows:
            return None
        language = question.language
        refs = self._holding(question.topic) if question.subject <= _TERM else []
        codes = list(dict.fromkeys(ref.partition("/")[0] for ref in refs))
        if not codes:
            return None
        text = self._say(
            language, "answers-mentions", topic=question.topic, rows=self._quotes.listed(codes, language)
        )
        return Answer("answered", text, self._quotes.cited(refs[:_MENTIONS], language))

    def _news(self, question: Question) -> Answer | None:
        """A digest of the news, when it holds more of what was asked than the law does."""
        if question.rows or question.asks_for(*_OF_THE_LAW):
            return None
        news = self._best(question, news=True)
        if news is None or news.coverage < _NEAR:
            return None
        law = self._best(question, news=False)
        if law is not None and law.coverage >= news.coverage:
            return None
        told = self._quotes.told(question, "answers-news", [news.passage.key])
        return Answer("partial", told.text, told.citations)

    def _row(self, question: Question) -> Answer | None:
        """What was asked of a row, named by number or described."""
        found = self._rows.of(question)
        if not found:
            return None
        told = self._quotes.of_parts(question, found.codes, self._parts(question, found))
        told = self._with_notes(question, found, told)
        lead = self._lead(question, found)
        text = f"{lead}\n\n{told.text}" if lead else told.text
        status: Status = "answered" if found.sure and (question.asks_the_law or question.rows) else "partial"
        return Answer(status, text, told.citations)

    def _lead(self, question: Question, found: Rows) -> str:
        """What is said before the rows: that a size decides, that they are there, or nothing."""
        language = question.language
        if found.refused:
            return self._say(language, "answers-near-rows")
        if found.sized:
            return self._say(language, "answers-beyond" if found.beyond else "answers-sized")
        if found.sure and question.asks_for("inside", "mentions", "where") and not question.rows:
            rows = self._quotes.listed(found.codes, language)
            return self._say(language, "answers-inside", rows=rows)
        return ""

    def _parts(self, question: Question, found: Rows) -> tuple[Part, ...]:
        """The parts of a row that answer: the one asked for first."""
        asks = question.asks_for
        if asks("oked"):
            return ("oked",)
        strict = asks("threshold", "figure", "paper", "until", "cut", "compare")
        wide = asks("inside", "where", "mentions", "examples")
        if found.sized and not (strict and len(found.codes) == 1) and not asks("compare"):
            return _SIZED
        if strict and not wide:
            text = self._passages[f"{found.codes[0]}/threshold", question.language].text
            plain = asks("threshold", "paper", "compare") or any(map(str.isdigit, text))
            return ("threshold",) if plain else ("threshold", "examples")
        if strict or found.refused:  # what the law leaves out stands among the thresholds
            return ("threshold", "examples")
        if asks("examples") and not asks("inside", "where"):
            return ("examples",)
        return ("examples", "threshold")

    def _with_notes(self, question: Question, found: Rows, told: Answer) -> Answer:
        """The answer with the note of a row that says until when it applies, when that is asked."""
        notes = [note for code, note in asked().notes_of_rows.items() if code in found.codes]
        if not notes or "until" not in question.asks:
            return told
        mark = notes[0].partition(".")[2]
        note = self._quotes.told(question, "answers-note", notes[:1], mark=mark)
        return Answer(told.status, f"{note.text}\n\n{told.text}", (*note.citations, *told.citations))

    def _nearest(self, question: Question) -> Answer | None:
        """The nearest passage of the law, when it holds enough of what was asked."""
        best = self._best(question, news=False)
        if best is None or best.coverage < _NEAR:
            if not (question.asks_the_law or question.asks_for(*_OF_THE_LAW)):
                return None
            silent = self._say(question.language, "answers-not-in-sources")
            return Answer("not_in_sources", silent)
        told = self._quotes.told(question, "answers-passage", [best.passage.key])
        return Answer("partial", told.text, told.citations)

    def _best(self, question: Question, *, news: bool) -> Found | None:
        """The passage of the law, or of the news, that holds most of what was asked."""
        found = self._retriever.search(
            question.told or question.text,
            question.language,
            _BEST,
            among=lambda passage: passage.is_context == news,
        )
        return max(found, key=lambda one: one.coverage, default=None)

    def _holding(self, topic: str) -> list[str]:
        """References of the row passages that hold each word of a topic in some language."""
        wanted = {language: set(stems(topic, language)) for language in LANGUAGES}
        held = [
            key
            for (key, language), passage in self._passages.items()
            if passage.code and wanted[language] <= self._held[key, language]
        ]
        return sorted(dict.fromkeys(held), key=_number)


def _number(key: str) -> tuple[int, ...]:
    """A row's number as the law orders rows."""
    return tuple(int(part) for part in key.partition("/")[0].split("."))
