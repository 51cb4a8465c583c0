"""Which rows a question is about: by their numbers, or by the words that describe a thing.

A row weighs the matcher's confidence in the topic and in its bare stems (a question inflects what it
asks of) plus a share of how well the row's own words answer; where a figure is asked for, a row
without one weighs half. The rows near the heaviest are told, at most three. A question that
compares things gets the rows of each. Rows whose names differ by a size alone («10 МВт дейін»,
«100 МВт дейін») are told together when a size is asked about, the fitting one first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import numpy as np

from assistant.asked import asked, in_law_words, spelt
from assistant.letters import words
from assistant.lexical import STEMMERS, Lexical, pieces, stems
from assistant.match import Match, Matcher
from assistant.passages import Passage
from assistant.quantities import Quantity, quantities
from assistant.question import Question
from knowledge.text import LANGUAGES, Language
from knowledge.units import Units, units

_DIGIT: Final = re.compile(r"\d")
_CANDIDATES: Final = 8  # so many rows of the matcher are weighed
_BARE: Final = 0.35  # the part of a confidence that the bare stems give
_NO_FIGURE: Final = 0.5
_PERCENT: Final = "%"
_OTHER: Final = 0.5  # a row so well worded that holds a percentage, where the likeliest holds none
_AGREED: Final = 0.2  # so sure a row that is among the best-worded ones too is told
_HELD: Final = 0.5  # or words of a row that hold this share of what is asked
_WORDS: Final = 0.3  # what the words of the best-worded row weigh beside a confidence of 1
_RIVAL: Final = 0.35  # a row with this share of the heaviest one's weight is told too
_ROWS: Final = 3
_SURE: Final = 0.5  # a piece of a comparison must be so sure of its row
_PLAIN: Final = 0.38  # where the matcher sees no project, a question needs so sure a row
_FAINT: Final = 0.12  # and where it sees one, at least this


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a question, likeliest first; `sure` when nothing speaks against them, `refused`
    when the matcher sees no project in the question, `beyond` when the size asked about is above
    that of every row.
    """

    codes: tuple[str, ...]
    sure: bool = False
    refused: bool = False
    sized: bool = False
    beyond: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes)


class RowFinder:
    """Finds the rows of questions by the matcher and the words of the rows."""

    def __init__(self, passages: Sequence[Passage], matcher: Matcher, table: Units | None = None) -> None:
        self._matcher = matcher
        self._units = table or units()
        self.codes = tuple(dict.fromkeys(passage.code for passage in passages if passage.code))
        self._stems: dict[Language, Lexical] = {}
        self._pieces: dict[Language, Lexical] = {}
        self._held: dict[tuple[str, Language], set[str]] = {}
        for language in LANGUAGES:
            documents = _documents(passages, language)
            whole = [documents[code] for code in self.codes]
            self._stems[language] = Lexical(whole, STEMMERS[language])
            self._pieces[language] = Lexical(whole, pieces)
            self._held |= {(code, language): set(stems(documents[code], language)) for code in self.codes}
        names = {p.code: p.text for p in passages if p.ref.endswith("/name") and p.language == "kk"}
        self._figured = {
            p.code: bool(_DIGIT.search(p.text)) for p in passages if p.ref.endswith("/threshold")
        }
        self._percented = {p.code for p in passages if p.ref.endswith("/threshold") and _PERCENT in p.text}
        self._sizes = {code: self._size(name, "kk") for code, name in names.items()}

    def of(self, question: Question) -> Rows:
        """The rows that a question is about."""
        if question.rows:
            return Rows(tuple(code for code in question.rows if code in self.codes), sure=True)
        if not question.topic:
            return Rows(())
        match = self._match(question.topic, question.language)
        confident = self._confidences(match, question)
        worded = self._worded(question)
        weights = {code: confident.get(code, 0.0) + _WORDS * share for code, share in worded.items()}
        if question.asks_for("figure", "cut"):
            weights = {code: w * (1 if self._figured[code] else _NO_FIGURE) for code, w in weights.items()}
        first = max(confident.values())
        refused = match.decision == "none"
        unplaced = refused and not self._held_by(question, worded)
        left_out = _left_out(question, "" if unplaced else _near(weights)[0])
        if left_out and question.asks_the_law:
            return Rows((left_out,), not refused, refused)
        if first < _FAINT or (refused and not self._speaks(question, match, confident, worded)):
            return Rows(())
        codes = self._with_percent(question, _near(weights), worded)
        several = self._of_pieces(question, match)
        if several:
            codes = tuple(dict.fromkeys((*several, *codes)))[:_ROWS]
        sure = not refused and first >= _SURE
        return self._by_size(question, Rows(codes, sure, refused))

    def _speaks(
        self, question: Question, match: Match, confident: Mapping[str, float], worded: Mapping[str, float]
    ) -> bool:
        """Whether the law speaks of a thing that fits no row, as of one it excludes."""
        likeliest = max(confident, key=lambda code: confident[code])
        least = {None: 0.0, "excluded": 0.0, "business": _SURE}.get(match.why, 1.0)
        if not question.asks_the_law or confident[likeliest] < least:
            return False
        best = sorted(worded, key=lambda code: -worded[code])[:_ROWS]
        agreed = confident[likeliest] >= _AGREED and likeliest in best
        return agreed or confident[likeliest] >= _PLAIN or self._held_by(question, worded)

    def _with_percent(
        self, question: Question, codes: tuple[str, ...], worded: Mapping[str, float]
    ) -> tuple[str, ...]:
        """The rows; where a percentage is asked that none holds, the best-worded one that does too."""
        if not question.asks_percent or not self._percented.isdisjoint(codes) or not self._figured[codes[0]]:
            return codes
        best = max(self._percented, key=lambda code: worded[code])
        return (*codes[: _ROWS - 1], best) if worded[best] >= _OTHER else codes

    def _held_by(self, question: Question, worded: Mapping[str, float]) -> bool:
        """Whether the best-worded row holds enough of the question's words, the telling ones more."""
        code = max(worded, key=lambda code: worded[code])
        language = question.language
        held = self._held[code, language]
        total = found = 0.0
        for word in question.bare.split():
            telling = self._stems[language].rarity(word)
            total += telling
            if not held.isdisjoint([word, *stems(in_law_words(word, language), language)]):
                found += telling
        return found >= _HELD * total > 0

    def _match(self, text: str, language: Language) -> Match:
        return self._matcher.match(text, language=language, limit=_CANDIDATES)

    def _confidences(self, match: Match, question: Question) -> dict[str, float]:
        """The matcher's confidence in each row, by the topic and by its bare stems."""
        found: dict[str, float] = {}
        bare = self._match(question.bare, question.language)
        for share, one in ((1 - _BARE, match), (_BARE, bare)):
            for candidate in one.candidates:
                found[candidate.code] = found.get(candidate.code, 0.0) + share * candidate.confidence
        return found

    def _worded(self, question: Question) -> dict[str, float]:
        """How well the words of each row answer a topic, as a share of the best."""
        text = in_law_words(question.topic, question.language)
        total = np.zeros(len(self.codes))
        for lexical in (self._stems[question.language], self._pieces[question.language]):
            scores = lexical.scores(text)
            total += scores / (scores.max() or 1.0) / 2
        return dict(zip(self.codes, map(float, total), strict=True))

    def _of_pieces(self, question: Question, match: Match) -> list[str]:
        """The row of each thing that a question compares or names; no more than are told."""
        if "compare" not in question.asks:
            return [part.code for part in match.components]
        found: dict[str, None] = {}
        for piece in dict.fromkeys(question.pieces):
            if len(found) == _ROWS:
                break
            of_piece = self._match(in_law_words(piece, question.language), question.language)
            best = of_piece.candidates[0]
            if best.confidence >= _SURE and of_piece.decision != "none":
                found[best.code] = None
        return list(found)

    def _by_size(self, question: Question, found: Rows) -> Rows:
        """The rows with the sisters of the first that differ from it by size, the fitting first."""
        codes = found.codes
        bound = self._sizes.get(codes[0])
        if bound is None:
            return found
        size = self._size(question.text, question.language, bound.dimension)
        if size is None and "compare" not in question.asks:
            return found
        sector = codes[0].rpartition(".")[0]
        sisters = {
            code: self._base(one)
            for code, one in self._sizes.items()
            if one and code.rpartition(".")[0] == sector and one.dimension == bound.dimension
        }
        told = self._base(size) if size else Decimal(0)
        ordered = sorted(sisters, key=lambda code: (sisters[code] < told, sisters[code]))
        beyond = told > max(sisters.values())
        if beyond:
            ordered.reverse()
        if question.asks_for("figure", "paper", "until", "threshold") and told and not beyond:
            ordered = ordered[:1] if not question.asks_for("inside", "compare") else ordered
        return replace(found, codes=tuple(ordered[:_ROWS]), sized=bool(told), beyond=beyond)

    def _size(self, text: str, language: Language, dimension: str = "") -> Quantity | None:
        """The first quantity of a text, or the first of a dimension."""
        found = quantities(spelt(text, language), self._units, language)
        return next((one for one in found if dimension in ("", one.dimension)), None)

    def _base(self, size: Quantity) -> Decimal:
        """A size in the base unit of its dimension."""
        return size.value * self._units[size.unit].factor


def _near(weights: Mapping[str, float]) -> tuple[str, ...]:
    """The heaviest rows and those near to the heaviest."""
    likely = sorted(weights, key=lambda code: -weights[code])
    return tuple(code for code in likely[:_ROWS] if weights[code] >= _RIVAL * weights[likely[0]])


def _left_out(question: Question, placed: str) -> str:
    """The row that leaves out what a question names, if any; `placed` is the row that it fits."""
    cut = words(question.text)
    named = (one for one in asked().leaves_out if one.met(cut, question.language))
    return next((one.row for one in named if placed in ("", one.row) or not one.only_unplaced), "")


def _documents(passages: Sequence[Passage], language: Language) -> dict[str, str]:
    """All that a row says, in one language, its activity codes left out."""
    told: dict[str, str] = {}
    for passage in passages:
        if passage.code and passage.language == language and not passage.ref.endswith("/oked"):
            titles = "" if passage.code in told else f"{passage.titles} "
            told[passage.code] = f"{told.get(passage.code, '')} {titles}{passage.text}"
    return told
