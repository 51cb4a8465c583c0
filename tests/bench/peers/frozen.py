"""The yardstick: a sentence-transformers model from elsewhere, as it is, under a linear machine.

It knows English alone, so it learns from English lines and is asked for English lines.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from assistant.language import language_of
from tests.bench.peers.base import Peer, Task
from tests.bench.peers.linear import Linear, Ours

ENGLISH: Final = "en"


class Frozen:
    """The embeddings of English texts; a text of another language is all zeros."""

    def __init__(self, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()
        self._model: Any = SentenceTransformer(str(folder), device="cpu")

    def rows(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - scipy ships no types
        """One row a text."""
        from scipy.sparse import csr_matrix

        mine = [place for place, text in enumerate(texts) if language_of(text) == ENGLISH]
        found = np.zeros((len(texts), self._model.get_embedding_dimension()), dtype=np.float32)
        if mine:
            some = [texts[place] for place in mine]
            found[mine] = self._model.encode(some, normalize_embeddings=True, show_progress_bar=False)
        return csr_matrix(found)


def frozen(folder: Path) -> Callable[[Task, Mapping[str, Peer]], Peer]:
    """A linear machine over the embeddings alone."""

    def train(task: Task, _: Mapping[str, Peer]) -> Peer:
        return Linear(task.only(ENGLISH), [Frozen(folder)])

    return train


def frozen_beside_ours(folder: Path) -> Callable[[Task, Mapping[str, Peer]], Peer]:
    """A linear machine over our features and the embeddings, trained on all languages."""

    def train(task: Task, _: Mapping[str, Peer]) -> Peer:
        return Linear(task, [Ours(task.texts), Frozen(folder)])

    return train
