"""What the matcher sees of a text: words, pairs of words and pieces of words, in skeleton spelling.

Pieces (character n-grams within a word) make a typo, an ending or another alphabet cost little;
each feature remembers the word it came from, so that a weight can be told as a reason.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.letters import Word

SMALLEST, LARGEST = 3, 5
RARE_PIECE = 2  # a piece must stand in two texts to count; a word may stand in one
WEIGHT_OF_WORDS = 0.75  # of the block of words and pairs against the block of pieces
_LONG = 25  # words of a text that may be a notice
_OPENING = 4  # words that an opening sentence has at least
_STOP = re.compile(r"(?<=[.!?;])\s")
_DIGIT = re.compile(r"\d")


def stressed(text: str, cut: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a text, those of a long text's opening sentence once more at the end: a published
    notice names its subject there, and side facts after it.
    """
    stop = _STOP.search(text, cut[_OPENING - 1].end) if len(cut) >= _LONG else None
    return (*cut, *(word for word in cut if stop and word.end <= stop.start()))


def features(words: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """Each feature of a text with the place of its (last) word; features repeat as words do.

    Of a number only its length counts.

    >>> from assistant.letters import words
    >>> [name for name, place in features(words("су"))]
    ['w su', ' su', 'su ', ' su ']
    """
    before = ""
    for place, word in enumerate(words):
        spelt = _spelt(word.skeleton)
        if before:
            yield _pair(before, spelt), place
        for name in _of_word(spelt):
            yield name, place
        before = spelt


def _spelt(skeleton: str) -> str:
    return _DIGIT.sub("#", skeleton)


def _pair(before: str, spelt: str) -> str:
    return f"p {before} {spelt}"


def _of_word(spelt: str) -> Iterator[str]:
    """The features of one word: itself and its pieces."""
    yield f"w {spelt}"
    padded = f" {spelt} "
    for size in range(SMALLEST, LARGEST + 1):
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


def is_word(feature: str) -> bool:
    """Whether a feature is of the block of words and pairs."""
    return feature.startswith(("w ", "p "))


def rarity(standing: npt.NDArray[np.int64], total: int) -> npt.NDArray[np.float32]:
    """The inverse document frequency of features that stand in so many of all texts."""
    return np.asarray(1 + np.log((1 + total) / (1 + standing)), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Vector:
    """A text as the matcher sees it: `indices` and `values` of one length, and per feature the
    places of its words (one for each time it stands in the text).
    """

    indices: npt.NDArray[np.int64]
    values: npt.NDArray[np.float32]
    places: tuple[tuple[int, ...], ...]


class Vocabulary:
    """The features known from training, each with its inverse document frequency."""

    def __init__(self, names: Sequence[str], weights: npt.NDArray[np.float32]) -> None:
        self.names = tuple(names)
        self.weights = weights
        self._index = {name: index for index, name in enumerate(self.names)}
        self._words = np.fromiter((is_word(name) for name in self.names), bool, len(self.names))
        self._known_of = lru_cache(maxsize=65_536)(self._find)

    def __len__(self) -> int:
        return len(self.names)

    def vector(self, words: Sequence[Word]) -> Vector:
        """A text's features: (1 + log count) * idf, each block scaled to its own unit length."""
        places: dict[int, list[int]] = {}
        before = ""
        for place, word in enumerate(words):
            spelt = _spelt(word.skeleton)
            pair = self._index.get(_pair(before, spelt)) if before else None
            if pair is not None:
                places.setdefault(pair, []).append(place)
            for index in self._known_of(spelt):
                places.setdefault(index, []).append(place)
            before = spelt
        indices = np.fromiter(places, dtype=np.int64, count=len(places))
        counts = np.fromiter(map(len, places.values()), dtype=np.float32, count=len(places))
        values = (1 + np.log(counts)) * self.weights[indices]
        in_words = self._words[indices]
        for block, weight in ((in_words, WEIGHT_OF_WORDS), (~in_words, 1.0)):
            length = float(np.linalg.norm(values[block]))
            if length:
                values[block] *= weight / length
        return Vector(indices, values, tuple(tuple(found) for found in places.values()))

    def _find(self, spelt: str) -> tuple[int, ...]:
        """The known features of one word."""
        found = (self._index.get(name) for name in _of_word(spelt))
        return tuple(index for index in found if index is not None)

    def save(self, path: Path) -> None:
        """Write names as JSON and weights as a plain array beside it."""
        path.with_suffix(".json").write_text(
            json.dumps(self.names, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
        )
        np.save(path.with_suffix(".npy"), self.weights, allow_pickle=False)

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """What `save` wrote."""
        names = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return cls(names, np.load(path.with_suffix(".npy"), allow_pickle=False))
