"""Texts as counts of features, weighed anew for each part of them that a machine sees."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.features import RARE_PIECE, WEIGHT_OF_WORDS, features, is_word, rarity
from assistant.letters import Word

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Places = npt.NDArray[np.int64]
Vectors = Sequence[Sequence[float]]


class Counted:
    """All texts as counts of all their features, so that each fold only weighs them anew; and as
    vectors of their meaning, if there are any.
    """

    def __init__(self, texts: Sequence[Sequence[Word]], vectors: Vectors | None = None) -> None:
        from scipy.sparse import csr_matrix

        self._vectors = csr_matrix(np.asarray(vectors, dtype=float)) if vectors is not None else None

        columns: dict[str, int] = {}
        ends, indices, data = [0], list[int](), list[int]()
        for text in texts:
            counts = Counter(name for name, _ in features(text))
            indices += [columns.setdefault(name, len(columns)) for name in counts]
            data += counts.values()
            ends.append(len(indices))
        names = np.array(list(columns))
        order = np.argsort(names)
        counted = csr_matrix((data, indices, ends), shape=(len(texts), len(names)), dtype=float)
        self.names = names[order]
        self._words = np.array([is_word(str(name)) for name in self.names])
        self._counts = counted[:, order].sorted_indices()

    def vocabulary(self, texts: Places) -> "Weighed":
        """The vocabulary of some of the texts, as it would be had there been no others."""
        standing = np.bincount(self._counts[texts].indices, minlength=len(self.names))
        known = standing >= np.where(self._words, 1, RARE_PIECE)
        idf = rarity(standing[known], len(texts))
        return Weighed(self._counts[:, known].tocsr(), self._words[known], known, idf, self._vectors)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The texts counted over one vocabulary, with its weights."""

    counts: "csr_matrix"
    in_words: npt.NDArray[np.bool_]
    known: npt.NDArray[np.bool_]
    idf: npt.NDArray[np.float32]
    vectors: "csr_matrix | None"

    def rows(self, texts: Places) -> "csr_matrix":
        """Shape (texts, features), the same values as `Vocabulary.vector` gives, with the numbers of
        the vectors behind.
        """
        from scipy.sparse import hstack

        some = self.features(texts)
        return some if self.vectors is None else hstack([some, self.vectors[texts]]).tocsr()

    def features(self, texts: Places) -> "csr_matrix":
        """Shape (texts, features), without vectors."""
        some = self.counts[texts]
        values = (1 + np.log(some.data)) * self.idf[some.indices]
        row = np.repeat(np.arange(len(texts)), np.diff(some.indptr))
        for block, weight in ((True, WEIGHT_OF_WORDS), (False, 1.0)):
            inside = self.in_words[some.indices] == block
            squares = np.bincount(row[inside], values[inside] ** 2, minlength=len(texts))
            values[inside] *= weight / np.sqrt(squares[row[inside]])
        some.data = values
        return some
