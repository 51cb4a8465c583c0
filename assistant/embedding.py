"""The embedder behind the passage index, with LangChain's interface.

Without a setting it is the model built from our own texts, read without torch. Any model of a hub
or a folder that sentence-transformers can load may be named instead; its vectors then help the
matcher too.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from typing_extensions import override

from assistant.vectors import StaticVectors


class OwnEmbeddings(Embeddings):
    """The model built from our own texts."""

    def __init__(self, folder: Path) -> None:
        self._vectors = StaticVectors.load(folder)

    @override
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [row.tolist() for row in self._vectors.encode(texts)]

    @override
    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


class NamedEmbeddings(Embeddings):
    """A model that sentence-transformers loads by its name or folder; vectors of unit length."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(name, device="cpu")

    @override
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._listed(self._model.encode_document(texts, normalize_embeddings=True))

    @override
    def embed_query(self, text: str) -> list[float]:
        return self.embed_queries([text])[0]

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        """Many queries at once."""
        return self._listed(self._model.encode_query(list(texts), normalize_embeddings=True))

    @staticmethod
    def _listed(rows: object) -> list[list[float]]:
        return [row.tolist() for row in np.asarray(rows, dtype=np.float32)]


def embeddings(name: str | None, own: Path) -> OwnEmbeddings | NamedEmbeddings:
    """The embedder that the settings name, or the one in our own folder."""
    return NamedEmbeddings(name) if name else OwnEmbeddings(own)
