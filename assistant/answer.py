"""Free questions about the taxonomy, answered without a model: by quoting and arranging passages.

One list of small steps; the first that knows an answer gives it. Each answer is in the language of
the question and cites the Kazakh words of the law. Nothing is promised: a verdict comes from the
rules, a loan or a subsidy from those who give it.
"""

from collections.abc import Callable, Sequence
from typing import Final

from assistant.lexical import stems
from assistant.match import Matcher
from assistant.passages import Part, Passage
from assistant.question import Question, abbreviation, read
from assistant.quote import Answer, Quotations, Say
from assistant.retrieve import Found, Retriever
from knowledge.text import LANGUAGES, Language

_SMALL: Final = 6  # a greeting is no longer than this
_NEAR: Final = 0.45  # a passage holds this share of the question's telling words, or it is silent
_FAR: Final = 0.2  # below this the question is about something else
_RIVAL: Final = 0.5  # a second row is told too when it is this near to the first
_ROWS: Final = 3
_MENTIONS: Final = 12
_UNTIL: Final = "2035"  # the year that the law names in note *** alone
_MARKS: Final = ("*", "**", "***")
_OF_THE_LAW: Final = ("taxonomy", "threshold", "examples", "oked", "mentions", "note")
_ASKED_PART: Final[tuple[Part, ...]] = ("threshold", "examples", "oked")


class Answerer:
    """Answers questions from the passages of an edition."""

    def __init__(self, passages: Sequence[Passage], retriever: Retriever, matcher: Matcher, say: Say) -> None:
        self._passages = {(passage.key, passage.language): passage for passage in passages}
        self._codes = {passage.code: None for passage in passages if passage.code}
        self._known = frozenset(p.key[5:] for p in passages if p.key.startswith("abbr:"))
        self._held = {key: set(stems(p.text, key[1])) for key, p in self._passages.items()}
        self._retriever = retriever
        self._matcher = matcher
        self._say = say
        self._quotes = Quotations(passages, say)
        self._steps: tuple[Callable[[Question], Answer | None], ...] = (
            self._small_talk,
            self._unknown_row,
            self._promise,
            self._note,
            self._activity_code,
            self._abbreviation,
            self._provision,
            self._mentions,
            self._news,
            self._row,
            self._nearest,
        )

    def answer(self, text: str, language: Language | None = None) -> Answer:
        """The answer to a question; there is always one, if only that the sources are silent."""
        question = read(text, language)
        for step in self._steps:
            answer = step(question)
            if answer is not None:
                return answer
        return Answer("off_topic", self._say(question.language, "answers-off-topic"))

    def _small_talk(self, question: Question) -> Answer | None:
        """A greeting, thanks, or a question about ourselves, and nothing more."""
        kinds = [kind for kind in ("who", "hello", "thanks") if kind in question.asks]
        if not kinds or question.size > _SMALL or len(question.topic.split()) > 1:
            return None
        return Answer("small_talk", self._say(question.language, f"answers-{kinds[0]}"))

    def _unknown_row(self, question: Question) -> Answer | None:
        """A number that no row has."""
        if not question.row or question.row in self._codes:
            return None
        text = self._say(question.language, "answers-no-such-row", code=question.row)
        return Answer("not_in_sources", text)

    def _promise(self, question: Question) -> Answer | None:
        """A verdict, a loan or a subsidy is not ours to promise; the row's threshold is shown."""
        if "promise" not in question.asks:
            return None
        text = self._say(question.language, "answers-no-promise")
        codes = self._rows(question)[:1]
        if not codes:
            return Answer("not_in_sources", text)
        shown = self._quotes.of_parts(question, codes, ("threshold",))
        return Answer("partial", f"{text}\n\n{shown.text}", shown.citations)

    def _note(self, question: Question) -> Answer | None:
        """What a star of the table means."""
        named = question.stars or _year(question)
        if question.row or not (named or "note" in question.asks):
            return None
        marks = [named] if named else list(_MARKS)
        told = [self._quotes.told(question, "answers-note", [f"note.{m}"], mark=m) for m in marks]
        text = "\n\n".join(answer.text for answer in told)
        return Answer("answered", text, tuple(c for answer in told for c in answer.citations))

    def _activity_code(self, question: Question) -> Answer | None:
        """Whether activity codes decide, or which rows print a code; a row's own cell is later."""
        language = question.language
        if question.activity:
            rows = [code for code in self._codes if question.activity in self._quotes.printed(code)]
            key = "answers-activity-rows" if rows else "answers-activity-nowhere"
            text = self._say(language, key, activity=question.activity, rows=self._quotes.listed(rows))
            refs = [f"{code}/oked" for code in rows[:_MENTIONS]]
            told = self._quotes.told(question, "answers-codes-never-decide", ["general.4"])
            cited = (*self._quotes.cited(refs, language), *told.citations)
            return Answer("answered", f"{text}\n\n{told.text}", cited)
        if "oked" in question.asks and (question.asks_for("decide") or not self._rows(question)):
            refs = ["general.4", "note.*"]
            return self._quotes.told(question, "answers-codes-never-decide", refs)
        return None

    def _abbreviation(self, question: Question) -> Answer | None:
        """What an abbreviation of the law stands for."""
        if question.row or question.asks_for("mentions", "threshold", "examples", "oked"):
            return None
        name = abbreviation(question, self._known)
        if not name or not (question.asks_for("meaning") or len(question.topic.split()) <= 1):
            return None
        return self._quotes.told(question, "answers-abbreviation", [f"abbr:{name}"])

    def _provision(self, question: Question) -> Answer | None:
        """What the taxonomy is, how it is built, which categories it has."""
        if "taxonomy" not in question.asks or len(question.topic.split()) > _ROWS:
            return None
        for asked, ref in (("categories", "general.3"), ("levels", "general.2")):
            if asked in question.asks:
                return self._quotes.told(question, "answers-provision", [ref])
        if "threshold" in question.asks:
            return self._quotes.told(question, "answers-provision", ["general.2"])
        if "meaning" in question.asks:
            return self._quotes.told(question, "answers-provision", ["general.1"])
        return None

    def _mentions(self, question: Question) -> Answer | None:
        """Which rows speak of something: every row whose words hold all that was asked for."""
        if "mentions" not in question.asks or not question.topic or question.row:
            return None
        language = question.language
        refs = self._holding(question.topic)
        codes = list(dict.fromkeys(ref.partition("/")[0] for ref in refs))
        if not codes:
            return None
        text = self._say(
            language, "answers-mentions", topic=question.topic, rows=self._quotes.listed(codes, language)
        )
        return Answer("answered", text, self._quotes.cited(refs[:_MENTIONS], language))

    def _news(self, question: Question) -> Answer | None:
        """A digest of the news, when it holds more of what was asked than the law does."""
        if question.row or question.asks_for(*_OF_THE_LAW):
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
        codes = self._rows(question)
        if not codes:
            return None
        parts = tuple(part for part in _ASKED_PART if part in question.asks)
        if parts:
            return self._quotes.of_parts(question, codes, parts)
        told = self._quotes.of_parts(question, codes, ("examples", "threshold"))
        if not (question.asks_for("inside", "meaning", "mentions") or question.row):
            return Answer("partial", told.text, told.citations)
        if not self._fits(question):
            return None
        listed = self._quotes.listed(codes, question.language)
        text = self._say(question.language, "answers-inside", rows=listed)
        return Answer("answered", f"{text}\n\n{told.text}", told.citations)

    def _nearest(self, question: Question) -> Answer | None:
        """The nearest passage of the law, when it holds enough of what was asked."""
        best = self._best(question, news=False)
        if best is None or best.coverage < _NEAR:
            if not (self._fits(question) or question.asks_for("inside", *_OF_THE_LAW)):
                return None
            silent = self._say(question.language, "answers-not-in-sources")
            return Answer("not_in_sources", silent)
        told = self._quotes.told(question, "answers-passage", [best.passage.key])
        return Answer("partial", told.text, told.citations)

    def _best(self, question: Question, *, news: bool) -> Found | None:
        """The passage of the law, or of the news, that holds most of what was asked."""
        found = self._retriever.search(
            question.topic or question.text,
            question.language,
            _ROWS,
            among=lambda passage: passage.is_context == news,
        )
        return max(found, key=lambda one: one.coverage, default=None)

    def _fits(self, question: Question) -> bool:
        """Whether the matcher sees any row in what was asked of."""
        if question.row:
            return True
        match = self._matcher.match(question.topic or question.text, language=question.language)
        return match.decision != "none"

    def _rows(self, question: Question) -> list[str]:
        """The row of a number, or those that a description may mean, at most three."""
        if question.row:
            return [question.row]
        if not question.topic:
            return []
        match = self._matcher.match(question.topic, language=question.language, limit=_ROWS)
        weights = {c.code: c.confidence for c in match.candidates if match.decision != "none"}
        if match.decision != "match":
            for found in self._retriever.search(
                question.topic, question.language, _ROWS, among=lambda passage: bool(passage.code)
            ):
                code = found.passage.code
                weights[code] = weights.get(code, 0.0) + found.coverage
        best = max(weights.values(), default=0.0)
        likely = sorted(weights, key=lambda code: -weights[code])
        return [c for c in likely if weights[c] >= _RIVAL * best and best >= _NEAR][:_ROWS]

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


def _year(question: Question) -> str:
    """The note that a short question means by its year."""
    short = len(question.topic.split()) <= _SMALL
    return "***" if short and _UNTIL in question.text else ""
