"""Passages for a question: stems, pieces of words and vectors, fused by reciprocal rank.

Each ranker looks through each language's own passages; a passage that several of them put high,
in whatever language, comes first. What is found is told in the language that matched best.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from assistant.lexical import STEMMERS, Lexical, pieces, stems
from assistant.passages import Passage
from knowledge.text import LANGUAGES, Language

_FLAT: Final = 20  # the constant of reciprocal rank fusion
_DEEP: Final = 40  # how far down each ranking counts
_WEIGHTS: Final = {"stems": 1.0, "pieces": 0.7, "vectors": 0.7}
_LONG: Final = 5  # of so many letters, stems that begin alike are one word
_OWN: Final = 1.5  # the question's own language speaks louder


class Dense(Protocol):
    """The passage index, or anything that finds keys by meaning."""

    def nearest(self, text: str, language: Language, limit: int) -> list[tuple[str, float]]:
        """Keys of the nearest passages of a language, with a score, best first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found: its reference, the language that matched best, the fused score (higher is
    nearer), and the share (0 to 1) of the question's telling words that it holds.
    """

    passage: Passage
    score: float
    coverage: float

    @property
    def ref(self) -> str:
        """The reference to cite."""
        return self.passage.ref

    @property
    def language(self) -> Language:
        """The language of the passage that matched best."""
        return self.passage.language


class Retriever:
    """Finds passages by words and, where an index is given, by meaning."""

    def __init__(self, passages: Sequence[Passage], dense: Dense | None = None) -> None:
        self._dense = dense
        self._mine = {
            language: [passage for passage in passages if passage.language == language]
            for language in LANGUAGES
        }
        self._by_key = {(passage.key, passage.language): passage for passage in passages}
        self._stems = {
            language: Lexical([_whole(p) for p in mine], STEMMERS[language])
            for language, mine in self._mine.items()
        }
        self._pieces = {
            language: Lexical([_whole(p) for p in mine], pieces) for language, mine in self._mine.items()
        }

    def search(
        self,
        text: str,
        language: Language,
        limit: int = 8,
        *,
        among: Callable[[Passage], bool] | None = None,
    ) -> tuple[Found, ...]:
        """The best passages for a text, best first, each reference key once."""
        fused: dict[str, float] = {}
        best: dict[str, tuple[float, Language]] = {}
        for spoken in LANGUAGES:
            louder = _OWN if spoken == language else 1.0
            for name, keys in self._rankings(text, spoken).items():
                for rank, key in enumerate(keys):
                    gain = louder * _WEIGHTS[name] / (_FLAT + rank)
                    fused[key] = fused.get(key, 0.0) + gain
                    best[key] = max(best.get(key, (0.0, spoken)), (gain, spoken))
        found = []
        for key in sorted(fused, key=lambda key: (-fused[key], key)):
            passage = self._by_key[key, best[key][1]]
            if among is None or among(passage):
                coverage = self.coverage(text, key, language)
                found.append(Found(passage, fused[key], coverage))
            if len(found) == limit:
                break
        return tuple(found)

    def coverage(self, text: str, key: str, language: Language) -> float:
        """The share of a text's words, weighed by how telling they are, that a passage holds."""
        held = set(stems(_whole(self._by_key[key, language]), language))
        weigh = self._stems[language].rarity
        asked = {token: weigh(token) for token in stems(text, language)}
        total = sum(asked.values())
        return sum(w for token, w in asked.items() if _holds(held, token)) / total if total else 0.0

    def _rankings(self, text: str, language: Language) -> dict[str, list[str]]:
        """The keys of one language's passages, best first, by each ranker."""
        mine = self._mine[language]
        rankings = {
            "stems": _ranked(self._stems[language].scores(text), mine),
            "pieces": _ranked(self._pieces[language].scores(text), mine),
        }
        if self._dense is not None:
            nearest = self._dense.nearest(text, language, _DEEP)
            rankings["vectors"] = [key for key, _ in nearest]
        return rankings


def _whole(passage: Passage) -> str:
    """A passage with the titles above it, as it is searched."""
    return f"{passage.titles} {passage.text}"


def _holds(held: set[str], token: str) -> bool:
    """Whether a stem is among others, or a long one begins or continues one of them."""
    if token in held or len(token) < _LONG:
        return token in held
    return any(one.startswith(token) or token.startswith(one) for one in held if len(one) >= _LONG)


def _ranked(scores: npt.NDArray[np.float64], passages: Sequence[Passage]) -> list[str]:
    """Keys of the passages with a score above 0, best first, in the law's order among equals."""
    order = np.argsort(-scores, kind="stable")[:_DEEP]
    return [passages[place].key for place in order if scores[place] > 0]
