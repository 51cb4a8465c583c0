"""Why a row may be meant: the phrases of a text that speak for it, and the words of the law they meet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from assistant.letters import Word, words
from assistant.passages import Passage
from assistant.scores import Scored, Scorer
from assistant.vectors import StaticVectors
from knowledge.text import Language

_TELLING: Final = 0.35  # a word speaks for a row with this share of the strongest word's weight
_WEIGHTY: Final = 0.05  # and with this weight at least; what adds less is chance
_SHORTEST: Final = 3  # letters of a word that can speak
_REASONS: Final = 3
_STEM: Final = 5  # words meet the law's words when they share so many letters
_SHARED: Final = 0.5  # of the weight of meaning, what shared words add
_CLAUSE: Final = re.compile(r"[;\n]+")
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Reason:
    """A phrase of the person's text and the passage of the law it meets, with the law's nearest words
    there; `against` when the phrase speaks against the row.
    """

    text: str
    passage: str
    quote: str = ""
    against: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """A piece of a row's name or examples."""

    ref: str
    text: str
    begun: frozenset[str]


class Reasons:
    """Finds reasons in the weights of the classifier and in the law's names and examples."""

    def __init__(self, scorer: Scorer, passages: Sequence[Passage], vectors: StaticVectors) -> None:
        self._scorer = scorer
        self._vectors = vectors
        self._law: dict[tuple[str, Language], list[_Clause]] = {}
        for passage in passages:
            if passage.code and passage.ref.endswith(("/name", "/examples")):
                self._law.setdefault((passage.code, passage.language), []).extend(_clauses(passage))
        self._meaning = {
            place: vectors.encode([clause.text for clause in clauses]) for place, clauses in self._law.items()
        }

    def of(self, text: str, scored: Scored, code: str, language: Language) -> tuple[Reason, ...]:
        """The phrases that weigh most for a row, strongest first; none when nothing speaks for it."""
        shares = self._scorer.shares(scored, code)
        phrases = _phrases(text, scored.cut, shares)
        return tuple(self.met(phrase, code, language) for phrase in phrases)

    def met(self, phrase: str, code: str, language: Language) -> Reason:
        """A phrase with the clause of the law, in this language, that it meets in words and meaning."""
        begun = {word.skeleton[:_STEM] for word in words(phrase)}
        clauses = self._law[code, language]
        shared = np.array([len(begun & clause.begun) / max(len(begun), 1) for clause in clauses])
        near = self._meaning[code, language] @ self._vectors.encode([phrase])[0] + _SHARED * shared
        clause = clauses[int(near.argmax())]
        return Reason(phrase, clause.ref, clause.text)


def _clauses(passage: Passage) -> Iterator[_Clause]:
    """A name or examples, cut where the law lists."""
    for piece in _CLAUSE.split(passage.text):
        if text := piece.strip():
            yield _Clause(passage.ref, text, frozenset(word.skeleton[:_STEM] for word in words(text)))


def _phrases(text: str, cut: Sequence[Word], shares: npt.NDArray[np.float64]) -> list[str]:
    """The strongest words, neighbours joined, strongest phrase first."""
    speaking = [place for place, word in enumerate(cut) if len(_LETTER.findall(word.text)) >= _SHORTEST]
    strongest = max((shares[place] for place in speaking), default=0.0)
    least = max(_TELLING * strongest, _WEIGHTY)
    runs: list[list[int]] = []
    for place in speaking:
        if shares[place] < least:
            continue
        if runs and _joined(text, cut, runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    runs.sort(key=lambda run: -sum(shares[place] for place in run))
    return [text[cut[run[0]].start : cut[run[-1]].end] for run in runs[:_REASONS]]


def _joined(text: str, cut: Sequence[Word], before: int, place: int) -> bool:
    """Whether two words are neighbours with nothing but a space between."""
    return place == before + 1 and text[cut[before].end : cut[place].start].isspace()
