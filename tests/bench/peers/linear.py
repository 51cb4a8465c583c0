"""Linear support vector machines over one or several blocks of features."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

import numpy as np

from assistant.features import RARE_PIECE, Vocabulary, features, is_word, rarity, stressed
from assistant.letters import flat, lower, words
from assistant.vectors import StaticVectors
from tests.bench.peers.base import Floats, Peer, Scores, Task
from tests.bench.peers.lexical import pieces_of_text

_REGULAR: Final = 0.3  # C, the best of those tried for the peers, and ours
_TOLERANCE: Final = 0.01
_DENSE: Final = 0.1  # of vectors beside n-grams: more, and lines known by heart count for too much


class Block(Protocol):
    """Texts as rows of features."""

    def rows(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - scipy ships no types
        """A sparse matrix of shape (texts, features)."""


class Weighed:
    """The features of scikit-learn's TF-IDF."""

    def __init__(self, vectorizer: Any, texts: Sequence[str]) -> None:  # noqa: ANN401 - no types
        self._vectorizer = vectorizer.fit(texts)

    def rows(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - the same
        """One row a text."""
        return self._vectorizer.transform(texts)


class Ours:
    """The words, pairs and pieces in skeleton spelling that we see of a text."""

    def __init__(self, texts: Sequence[str]) -> None:
        standing = Counter(name for text in texts for name in {name for name, _ in features(words(text))})
        names = sorted(name for name, times in standing.items() if is_word(name) or times >= RARE_PIECE)
        counts = np.array([standing[name] for name in names])
        self._vocabulary = Vocabulary(names, rarity(counts, len(texts)))

    def rows(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - the same
        """One row a text."""
        from scipy.sparse import csr_matrix

        found = [self._vocabulary.vector(stressed(text, words(text))) for text in texts]
        ends = np.cumsum([0, *(len(one.indices) for one in found)])
        values = np.concatenate([one.values for one in found])
        indices = np.concatenate([one.indices for one in found])
        return csr_matrix((values, indices, ends), shape=(len(texts), len(self._vocabulary)))

    def __getstate__(self) -> tuple[tuple[str, ...], Any]:
        return self._vocabulary.names, self._vocabulary.weights

    def __setstate__(self, state: tuple[tuple[str, ...], Any]) -> None:
        self._vocabulary = Vocabulary(*state)


class Dense:
    """Static vectors beside other features."""

    def __init__(self, vectors: StaticVectors) -> None:
        self._vectors = vectors

    def rows(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - the same
        """One row a text."""
        from scipy.sparse import csr_matrix

        return csr_matrix(_DENSE * self._vectors.encode(texts))


class Linear:
    """One machine over blocks side by side."""

    def __init__(self, task: Task, blocks: Sequence[Block]) -> None:
        from sklearn.svm import LinearSVC
        from threadpoolctl import threadpool_limits

        self._blocks, self._rows = tuple(blocks), len(task.codes)
        machine = LinearSVC(C=_REGULAR, tol=_TOLERANCE, random_state=0)
        with threadpool_limits(limits=1):
            machine.fit(self._features(task.texts), task.answers, sample_weight=task.weights)
        self._weights = np.ascontiguousarray(machine.coef_.T, dtype=np.float32)
        self._bias: Floats = machine.intercept_

    def _features(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - the same
        from scipy.sparse import hstack

        blocks = [block.rows(texts) for block in self._blocks]
        return blocks[0] if len(blocks) == 1 else hstack(blocks, format="csr")

    def scores(self, text: str) -> Scores:
        """The distances to the planes; of the kinds of `none` the best speaks for it."""
        row = self._features([text])
        found = row.data @ self._weights[row.indices] + self._bias
        return Scores(found[: self._rows], float(found[self._rows :].max()))


def by_words(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Words and pairs of words as they are written."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(preprocessor=lower, ngram_range=(1, 2), sublinear_tf=True)
    return Linear(task, [Weighed(vectorizer, task.texts)])


def by_pieces(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Character n-grams as they are written."""
    return Linear(task, [Weighed(pieces_of_text(), task.texts)])


def by_our_features(task: Task, _: Mapping[str, Peer]) -> Peer:
    """What we see of a text."""
    return Linear(task, [Ours(task.texts)])


def by_folded_pieces(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Character n-grams in our skeleton spelling: what the one spelling alone brings."""
    return Linear(task, [Weighed(pieces_of_text().set_params(preprocessor=flat), task.texts)])
