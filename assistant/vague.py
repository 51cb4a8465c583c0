"""Whether a text leaves out what decides between look-alike rows ("a sewage plant for the village").

A second linear machine, over the same features and the length of the text, learns the `ambiguous`
lines against all others that someone might say of a project, and, with little weight, against bare
terms, so that to be short is not to be vague. Its limit is set on lines it had not seen, by how many
of the clear ones may be asked one question too many.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np
import numpy.typing as npt

from assistant.features import Vector

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_REGULAR: Final = 0.1  # the machine's C
_WEIGHT: Final = 8.0  # of an ambiguous line; the clear ones are many more
_TERM: Final = 0.1  # of a bare term or a cell of the law
_LENGTH: Final = 0.5  # what the length, as a logarithm, weighs beside the features
_FOLDS: Final = 3
_ASKED_IN_VAIN: Final = 0.1  # the share of clear lines that may be taken for vague


@dataclass(frozen=True, slots=True)
class Vagueness:
    """The machine: a weight a feature, the length's weight, the bias, and the limit."""

    weights: npt.NDArray[np.float32]
    length: float
    bias: float
    limit: float

    def holds(self, vector: Vector, words: int) -> bool:
        """Whether a text of so many words leaves open what decides."""
        told = float(vector.values @ self.weights[vector.indices])
        return told + self.length * _length(words) + self.bias > self.limit

    def save(self, path: Path) -> None:
        """Write everything as one plain array: length, bias, limit, weights."""
        head = np.array([self.length, self.bias, self.limit])
        np.save(path, np.concatenate([head, self.weights]).astype(np.float32), allow_pickle=False)

    @classmethod
    def load(cls, path: Path) -> Self:
        """What `save` wrote."""
        length, bias, limit, *_ = told = np.load(path, allow_pickle=False)
        return cls(told[3:], float(length), float(bias), float(limit))


def learn(
    features: "csr_matrix",
    words: Sequence[int],
    vague: npt.NDArray[np.bool_],
    told: npt.NDArray[np.bool_],
) -> Vagueness:
    """The machine for texts of shape (texts, features), their counts of words, which are vague, and
    which of the others someone might say.
    """
    from scipy.sparse import csr_matrix, hstack

    lengths = csr_matrix(np.array([[_length(count)] for count in words]))
    texts = hstack([features, lengths]).tocsr()
    importance = np.where(vague, _WEIGHT, np.where(told, 1.0, _TERM))
    fold = np.arange(len(vague)) % _FOLDS
    unseen = np.zeros(len(vague))
    for one in range(_FOLDS):
        seen = fold != one
        weights, bias = _fitted(texts[seen], vague[seen], importance[seen])
        unseen[~seen] = texts[~seen] @ weights + bias
    weights, bias = _fitted(texts, vague, importance)
    limit = float(np.quantile(unseen[told & ~vague], 1 - _ASKED_IN_VAIN))
    return Vagueness(weights[:-1].astype(np.float32), float(weights[-1]), bias, limit)


def _fitted(
    texts: "csr_matrix", vague: npt.NDArray[np.bool_], importance: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], float]:
    """Weights and bias."""
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=_REGULAR, random_state=0).fit(texts, vague, sample_weight=importance)
    return np.asarray(machine.coef_[0]), float(machine.intercept_[0])


def _length(words: int) -> float:
    return _LENGTH * float(np.log1p(words))
