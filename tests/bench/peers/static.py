"""A StaticEmbedding trained from scratch by contrast: a text's vector is the mean of its tokens'.

The loss is that of sentence-transformers' MultipleNegativesRankingLoss: of a batch of texts each
finds the text that means the same, among those of the others and among hard negatives, which are
texts of rows easily taken for its own. A text of the same meaning is no negative.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from assistant.letters import flat
from assistant.vectors import StaticVectors
from tests.bench.peers.base import Floats, Peer, Scores, Task
from tests.bench.peers.linear import Dense, Linear, Ours

_WIDTH: Final = 192
_TOKENS: Final = 10_000
_EPOCHS: Final = 8
_BATCH: Final = 256
_RATE: Final = 5e-3
_SCALE: Final = 20.0
_UNKNOWN: Final = 1

Places = npt.NDArray[np.int64]


def tokenizer_of(texts: Sequence[str], size: int = _TOKENS) -> Tokenizer:
    """Byte-pair pieces of words, from texts in skeleton spelling."""
    from tokenizers import models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE(unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    special = ["[PAD]", "[UNK]"]
    trainer = trainers.BpeTrainer(
        vocab_size=size, min_frequency=2, special_tokens=special, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def tokens_of(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """The tokens of each text, at least one."""
    found = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    return [one.ids or [_UNKNOWN] for one in found]


class _Drawn:
    """Lessons drawn by label: one that means the same, and one that is easily taken for it."""

    def __init__(self, task: Task, chance: np.random.Generator) -> None:
        answers, labels = task.answers, task.labels
        self._chance, self._answers = chance, answers
        self._same = [np.flatnonzero(answers == place) for place in range(len(labels))]
        rows = np.flatnonzero(answers < len(task.codes))
        self._hard = [
            np.flatnonzero(np.isin(answers, [labels.index(other) for other in task.alike[label]]))
            if label in task.alike
            else rows[answers[rows] != place]
            for place, label in enumerate(labels)
        ]

    def _of(self, groups: Sequence[Places], some: Places) -> Places:
        draws = self._chance.random(len(some))
        mine = [groups[label] for label in self._answers[some]]
        return np.array([group[int(draw * len(group))] for group, draw in zip(mine, draws, strict=True)])

    def beside(self, some: Places) -> Places:
        """The positives of some lessons, then their hard negatives."""
        return np.concatenate([self._of(self._same, some), self._of(self._hard, some)])


def trained(task: Task) -> StaticVectors:
    """The vectors of the tokens."""
    import torch

    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    texts = [flat(text) for text in task.texts]
    tokenizer = tokenizer_of(texts)
    tokens = [np.array(one) for one in tokens_of(tokenizer, texts)]
    bag = torch.nn.EmbeddingBag(tokenizer.get_vocab_size(), _WIDTH, mode="mean")
    torch.nn.init.normal_(bag.weight, std=0.1)
    optimizer = torch.optim.Adam(bag.parameters(), lr=_RATE)
    drawn, answers = _Drawn(task, chance), task.answers
    spelt = np.unique(texts, return_inverse=True)[1]
    steps = len(answers) // _BATCH
    fall = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=_EPOCHS * steps)
    for _ in range(_EPOCHS):
        for some in chance.permutation(len(answers))[: steps * _BATCH].reshape(steps, _BATCH):
            others = drawn.beside(some)
            places = _embedded(bag, [tokens[one] for one in np.concatenate([some, others])])
            means_it = answers[some][:, None] == answers[others]
            says_it = spelt[some][:, None] == spelt[others]  # a vague text stands under several rows
            alike = torch.from_numpy(means_it | says_it)
            loss = _contrast(places[:_BATCH] @ places[_BATCH:].T, alike)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            fall.step()
    return StaticVectors(tokenizer, bag.weight.detach().numpy().copy())


def _embedded(bag: Any, texts: Sequence[Places]) -> Any:  # noqa: ANN401 - torch's types are not followed
    """Unit vectors of some texts."""
    import torch

    starts = np.cumsum([0, *map(len, texts[:-1])])
    means = bag(torch.from_numpy(np.concatenate(texts)), torch.from_numpy(starts))
    return torch.nn.functional.normalize(means, dim=1)


def _contrast(cosines: Any, alike: Any) -> Any:  # noqa: ANN401 - the same
    """The loss of a batch: the n-th text's own is the n-th; others that mean the same do not count."""
    import torch

    own = torch.arange(len(cosines))
    alike[own, own] = False
    return torch.nn.functional.cross_entropy((_SCALE * cosines).masked_fill(alike, -1e9), own)


class Static:
    """The nearest centroid of what each label's lessons look like."""

    def __init__(self, task: Task) -> None:
        self.vectors = trained(task)
        self._rows = len(task.codes)
        found = self.vectors.encode(task.texts) * task.weights[:, None]
        answers = task.answers
        sums = np.stack([found[answers == place].sum(axis=0) for place in range(len(task.labels))])
        self._centroids: Floats = sums / np.linalg.norm(sums, axis=1, keepdims=True)

    def scores(self, text: str) -> Scores:
        """The cosines; of the kinds of `none` the best speaks for it."""
        found = self._centroids @ self.vectors.encode([text])[0]
        return Scores(found[: self._rows], float(found[self._rows :].max()))


def static(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Trained from scratch."""
    return Static(task)


def joined_with(name: str) -> Any:  # noqa: ANN401 - a recipe's train
    """Our features and the vectors of a peer of this name, in one machine."""

    def train(task: Task, peers: Mapping[str, Peer]) -> Peer:
        beside = peers[name]
        assert isinstance(beside, Static)
        return Linear(task, [Ours(task.texts), Dense(beside.vectors)])

    return train
