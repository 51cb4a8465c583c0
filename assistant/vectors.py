"""Static vectors of our own texts: built in seconds, byte for byte the same each time.

A token's vector says in which rows of the taxonomy it is at home, in whatever language: the
matrix of tokens against (row, kind of text), three languages together, positive pointwise mutual
information, its leading directions. The folder written is a sentence-transformers model
(`StaticEmbedding`); for serving it is read with tokenizers and numpy alone, without torch.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from assistant.letters import flat

WIDTH: Final = 160
TOKENS: Final = 9000
_PAD: Final = "[PAD]"
_UNKNOWN: Final = "[UNK]"

Matrix = npt.NDArray[np.float32]


class StaticVectors:
    """Texts to unit vectors of `width` numbers: the mean of their tokens' vectors."""

    def __init__(self, tokenizer: Tokenizer, weights: Matrix) -> None:
        self._tokenizer = tokenizer
        self._weights = weights

    @classmethod
    def load(cls, folder: Path) -> "StaticVectors":
        """The model that `train` wrote, without importing torch."""
        from safetensors.numpy import load_file

        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        (weights,) = load_file(folder / "model.safetensors").values()
        return cls(tokenizer, weights)

    def encode(self, texts: Sequence[str]) -> Matrix:
        """An array of shape (texts, width); a text without known tokens is all zeros."""
        found = self._tokenizer.encode_batch([flat(text) for text in texts], add_special_tokens=False)
        rows = [self._weights[one.ids].mean(axis=0) if one.ids else 0 for one in found]
        means = np.zeros((len(texts), self._weights.shape[1]), dtype=np.float32)
        for place, row in enumerate(rows):
            means[place] = row
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        unit: Matrix = means / np.maximum(lengths, np.float32(1e-12))
        return unit


def train(groups: Mapping[str, Sequence[str]], folder: Path) -> None:
    """Write a model to a folder, from texts grouped by what they speak of."""
    from threadpoolctl import threadpool_limits

    spelt = {name: [flat(text) for text in texts] for name, texts in sorted(groups.items())}
    tokenizer = _tokenizer([text for texts in spelt.values() for text in texts])
    with threadpool_limits(limits=1):
        weights = _weights(tokenizer, spelt)
    _save(tokenizer, weights, folder)


def _tokenizer(texts: Sequence[str]) -> Tokenizer:
    """Byte-pair pieces of words; this trainer gives the same pieces each time."""
    from tokenizers import models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE(unk_token=_UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.BpeTrainer(
        vocab_size=TOKENS, min_frequency=2, special_tokens=[_PAD, _UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def _weights(tokenizer: Tokenizer, groups: Mapping[str, Sequence[str]]) -> Matrix:
    """Vectors of shape (tokens, width), longer for tokens that few groups share."""
    counts = np.zeros((tokenizer.get_vocab_size(), len(groups)))
    for column, texts in enumerate(groups.values()):
        seen = Counter(token for one in tokenizer.encode_batch(list(texts)) for token in one.ids)
        for token, count in seen.items():
            counts[token, column] = math.log1p(count)
    counts[tokenizer.token_to_id(_UNKNOWN)] = 0
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.nan_to_num(np.log(counts / expected), nan=0.0, neginf=0.0)
    positive = np.maximum(information, 0)
    _, directions = np.linalg.eigh(positive.T @ positive)
    leading = directions[:, ::-1][:, :WIDTH]
    leading *= np.sign(leading[np.abs(leading).argmax(axis=0), np.arange(leading.shape[1])])
    placed = positive @ leading
    placed /= np.maximum(np.linalg.norm(placed, axis=1, keepdims=True), 1e-12)
    rarity = np.log((1 + len(groups)) / (1 + (counts > 0).sum(axis=1, keepdims=True)))
    rounded: Matrix = np.round(placed * rarity, 4).astype(np.float32)
    return rounded


def _save(tokenizer: Tokenizer, weights: Matrix, folder: Path) -> None:
    """A sentence-transformers folder; the one place at build time that imports torch."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    model = SentenceTransformer(modules=[module], device="cpu")
    model.save(str(folder), create_model_card=False)
