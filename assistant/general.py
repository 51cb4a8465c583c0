"""Questions about the taxonomy as such: its notes, codes, abbreviations, paragraphs and origin."""

from collections.abc import Callable, Sequence
from typing import Final

from assistant.asked import asked
from assistant.passages import Passage
from assistant.question import Question, abbreviations, capitals
from assistant.quote import Answer, Quotations, Say
from assistant.rows import RowFinder

_SHORT: Final = 6  # a question of no more words beside its cues is about the law itself
_BARE: Final = 3  # and one of so few names no project
_HELD: Final = 3  # passages told for an abbreviation that the law's list lacks
_UNTIL: Final = "2035"  # the year that the law names in note *** alone
_MARKS: Final = ("*", "**", "***")
_CODES: Final = ("general.4", "note.*")


class General:
    """Answers what is asked about the law itself and not about one of its rows."""

    def __init__(self, passages: Sequence[Passage], rows: RowFinder, quotes: Quotations, say: Say) -> None:
        self._passages = {(passage.key, passage.language): passage for passage in passages}
        self._known = frozenset(p.key[5:] for p in passages if p.key.startswith("abbr:"))
        self._rows = rows
        self._quotes = quotes
        self._say = say
        self.steps: tuple[Callable[[Question], Answer | None], ...] = (
            self._note,
            self._activity_code,
            self._abbreviation,
            self._act,
            self._provision,
            self._unlimited,
        )

    def _note(self, question: Question) -> Answer | None:
        """What a star of the table means."""
        named = question.stars or _year(question)
        if question.rows or not (named or "note" in question.asks) or question.subject > 2 * _SHORT:
            return None
        marks = [named] if named else list(_MARKS)
        told = [self._quotes.told(question, "answers-note", [f"note.{m}"], mark=m) for m in marks]
        text = "\n\n".join(answer.text for answer in told)
        return Answer("answered", text, tuple(c for answer in told for c in answer.citations))

    def _activity_code(self, question: Question) -> Answer | None:
        """Whether activity codes decide, or which rows print a code; a row's own cell is later."""
        language = question.language
        if question.activity and not question.asks_for("threshold", "figure"):
            rows = [code for code in self._rows.codes if question.activity in self._quotes.printed(code)]
            key = "answers-activity-rows" if rows else "answers-activity-nowhere"
            text = self._say(language, key, activity=question.activity, rows=self._quotes.listed(rows))
            told = self._quotes.told(question, "answers-codes-never-decide", _CODES[:1])
            cited = self._quotes.cited([*(f"{code}/oked" for code in rows), *_CODES[:1]], language)
            return Answer("answered", f"{text}\n\n{told.text}", cited)
        if "oked" not in question.asks or question.rows:
            return None
        found = self._rows.of(question)
        if not (question.asks_for("decide") or not found.sure):
            return None
        told = self._quotes.told(question, "answers-codes-never-decide", _CODES)
        if not found.sure:
            return told
        row = self._quotes.of_parts(question, found.codes[:1], ("oked",))
        cited = self._quotes.cited([f"{found.codes[0]}/oked", *reversed(_CODES)], language)
        return Answer("answered", f"{told.text}\n\n{row.text}", cited)

    def _abbreviation(self, question: Question) -> Answer | None:
        """What abbreviations stand for: by the law's list, else the passages that use them."""
        if question.rows or question.asks_for("mentions", "where", "examples", "oked", "figure", "cut"):
            return None
        names = abbreviations(question, self._known)
        if names and (question.asks_for("meaning", "what") or question.subject <= 1):
            return self._quotes.told(question, "answers-abbreviation", [f"abbr:{name}" for name in names])
        if not question.asks_for("meaning", "what") or question.subject > _SHORT:
            return None
        held = [
            key
            for (key, language), passage in self._passages.items()
            if passage.code and language == question.language and _uses(passage.text, question.text)
        ]
        return self._quotes.told(question, "answers-uses", held[:_HELD]) if held else None

    def _act(self, question: Question) -> Answer | None:
        """Who approved the taxonomy, when, by which resolution, and from when it applies."""
        if not {"act", "taxonomy"} <= question.asks or question.rows or question.subject > _SHORT:
            return None
        if question.asks_for("categories", "levels", "where", "paper") or self._rows.of(question).sure:
            return None
        return self._quotes.told(question, "answers-act", ["act"])

    def _provision(self, question: Question) -> Answer | None:
        """What the taxonomy is, how it is built, which categories it has, what a threshold is."""
        if question.rows:
            return None
        found = self._rows.of(question)
        about = "taxonomy" in question.asks or not found.sure
        for name, ref in (("categories", "general.3"), ("basis", "general.1"), ("levels", "general.2")):
            if name in question.asks and about and not question.asks_for("inside", "where", "oked"):
                return self._quotes.told(question, "answers-provision", [ref])
        explained = "threshold" in question.asks and question.asks_for("meaning", "called")
        meant = explained and not found.sure
        if question.defines or meant:
            return self._quotes.told(question, "answers-provision", ["general.2"])
        defined = question.asks_for("meaning", "what") and "taxonomy" in question.asks
        if defined and question.subject <= _BARE:
            return self._quotes.told(question, "answers-provision", ["general.1"])
        return None

    def _unlimited(self, question: Question) -> Answer | None:
        """Which rows have no threshold at all."""
        if "unlimited" not in question.asks or question.rows:
            return None
        if self._rows.of(question).sure and not question.asks_for("several", "mentions", "where"):
            return None
        language = question.language
        codes = [
            code
            for code in self._rows.codes
            if self._passages[f"{code}/threshold", "kk"].text == asked().no_threshold
        ]
        text = self._passages[f"{codes[0]}/threshold", language].text
        rows = self._quotes.listed(codes, language)
        told = self._say(language, "answers-unlimited", rows=rows, text=text)
        return Answer("answered", told, self._quotes.cited([f"{c}/threshold" for c in codes], language))


def _uses(text: str, question: str) -> bool:
    """Whether a text uses each word in capitals of a question."""
    names = capitals(question)
    return bool(names) and all(name in text for name in names)


def _year(question: Question) -> str:
    """The note that a short question means by its year."""
    return "***" if question.subject <= _SHORT and _UNTIL in question.text else ""
