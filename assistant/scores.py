"""What the trained classifier makes of a text: a probability for each row and for `none`.

Answers from arrays alone; no learning library is imported.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

import numpy as np
import numpy.typing as npt

from assistant.corpus import NONE, Why
from assistant.features import Vector, Vocabulary, stressed
from assistant.letters import Word, words
from assistant.train import Floats, Limits, is_none, lead_of_none, softmax
from assistant.vague import Vagueness
from knowledge.text import Language

_LEAST: Final = 1e-3  # smaller chances say nothing of which row is nearer
_UNDOUBTED: Final = 0.5  # what a pair counts that no line names
_SHORTEST: Final = 3  # letters of a word that can mean a thing


@dataclass(frozen=True, slots=True)
class Scored:
    """A text as the classifier sees it.

    `cut` are its words and `vector` its features; `chances` are the probabilities of the rows,
    given that it is one, and `firmness` their scores before they are set against each other;
    `kinds` are the probabilities of the kinds of `none`; `lead` says how far `none`, all
    kinds together, leads the best row, as a difference of logarithms.
    """

    cut: tuple[Word, ...]
    vector: Vector
    chances: Mapping[str, float]
    firmness: Mapping[str, float]
    kinds: Mapping[Why, float]
    lead: float

    @property
    def known(self) -> bool:
        """Whether the text says anything: some word, of which something was seen in training."""
        said = any(len(word.skeleton) >= _SHORTEST and not word.skeleton.isdigit() for word in self.cut)
        return said and bool(len(self.vector.indices))


class Scorer:
    """The trained weights; `meaning` gives the vector of a text where the build used one."""

    def __init__(self, folder: Path, meaning: Callable[[str], Sequence[float]] | None = None) -> None:
        settings = json.loads((folder / "matcher.json").read_text(encoding="utf-8"))
        classes: list[str] = settings.pop("classes")
        self._doubts: dict[str, dict[str, int]] = settings.pop("doubts")
        self.limits = Limits(**settings)
        self._none = np.array([is_none(name) for name in classes])
        self._codes = {name: place for place, name in enumerate(classes) if not is_none(name)}
        self._kinds: dict[Why, int] = {
            kind: classes.index(f"{NONE}:{kind}") for kind in get_args(Why) if f"{NONE}:{kind}" in classes
        }
        self._vocabulary = Vocabulary.load(folder / "vocabulary")
        self._weights = np.load(folder / "weights.npy", allow_pickle=False).astype(np.float32)
        self._bias = np.load(folder / "bias.npy", allow_pickle=False)
        self._vague = Vagueness.load(folder / "vague.npy")
        self._meaning = meaning
        dense = folder / "meaning.npy"
        self._dense = np.load(dense, allow_pickle=False) if meaning and dense.exists() else None
        self._usual = self._weights[:, ~self._none].mean(axis=1)

    @property
    def codes(self) -> tuple[str, ...]:
        """The rows that the classifier knows."""
        return tuple(self._codes)

    def score(self, text: str) -> Scored:
        """A text scored."""
        cut = words(text)
        return self._scored(cut, stressed(text, cut), text)

    def score_words(self, cut: Sequence[Word]) -> Scored:
        """Some words of a text scored by themselves."""
        return self._scored(tuple(cut), tuple(cut), " ".join(word.text for word in cut))

    def _scored(self, cut: tuple[Word, ...], read: tuple[Word, ...], text: str) -> Scored:
        vector = self._vocabulary.vector(read)
        scores: Floats = np.asarray(vector.values @ self._weights[vector.indices] + self._bias, dtype=float)
        if self._meaning and self._dense is not None:
            scores = scores + np.asarray(self._meaning(text)) @ self._dense
        chances = softmax(scores, self.limits.temperature)
        of_rows = chances[~self._none].sum()
        return Scored(
            cut,
            vector,
            {code: float(chances[place] / of_rows) for code, place in self._codes.items()},
            {code: float(scores[place]) for code, place in self._codes.items()},
            {kind: float(chances[place]) for kind, place in self._kinds.items()},
            float(lead_of_none(chances, self._none)),
        )

    def refuses(self, scored: Scored, language: Language) -> bool:
        """Whether a text fits no row."""
        return not scored.known or scored.lead > self.limits.none[language]

    def vague(self, scored: Scored) -> bool:
        """Whether a text leaves out what decides between look-alike rows."""
        return self._vague.holds(scored.vector, len(scored.cut))

    def doubt(self, scored: Scored, code: str, other: str) -> float:
        """How much a text of one row leaves it open whether another is meant: by its own chance, and
        by how often lines written in doubt name the two; as a sum of logarithms.
        """
        chance = max(scored.chances[other], _LEAST)
        return float(np.log(chance) + np.log(self._doubts.get(code, {}).get(other, 0) + _UNDOUBTED))

    def shares(self, scored: Scored, code: str) -> npt.NDArray[np.float64]:
        """How much each word of a text speaks for a row, more than for rows in general; what a word
        adds a second time, stressed, is its own.
        """
        indices, values = scored.vector.indices, scored.vector.values
        gains = (self._weights[indices, self._codes[code]] - self._usual[indices]) * values
        shares = np.zeros(len(scored.cut))
        for gain, places in zip(gains, scored.vector.places, strict=True):
            for place in places:
                shares[place % len(shares)] += gain / len(places)
        return shares
