"""A small transformer encoder, trained from scratch for as long as it is given."""

from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from assistant.letters import flat
from tests.bench.peers.base import Peer, Scores, Task
from tests.bench.peers.static import tokenizer_of, tokens_of

SECONDS: Final = 240.0
_TOKENS: Final = 6000
_LAYERS: Final = 2
_HEADS: Final = 4
_WIDTH: Final = 128
_LONGEST: Final = 128
_BATCH: Final = 64
_POOL: Final = 32  # batches drawn together and sorted by length, so that little is padded
_RATE: Final = 3e-3
_WARM: Final = 0.05  # of the time
_DROPPED: Final = 0.1
_SMOOTHED: Final = 0.1
_UNKNOWN: Final = 1

Places = npt.NDArray[np.int64]


class Encoder:
    """Tokens with their places through the layers; the mean of what comes out is classified."""

    def __init__(self, task: Task, seconds: float = SECONDS) -> None:
        import torch

        torch.manual_seed(0)
        texts = [flat(text) for text in task.texts]
        self._tokenizer, self._rows = tokenizer_of(texts, _TOKENS), len(task.codes)
        tokens = [one[:_LONGEST] for one in tokens_of(self._tokenizer, texts)]
        self._net = _net(self._tokenizer.get_vocab_size(), len(task.labels))
        self._train(tokens, task, seconds)
        self._net.eval()

    def _train(self, tokens: Sequence[Sequence[int]], task: Task, seconds: float) -> None:
        """One batch after another until the time is up; the rate rises, then falls to nothing."""
        import torch

        answers, weights = torch.from_numpy(task.answers), torch.from_numpy(task.weights).float()
        optimizer = torch.optim.AdamW(self._net.parameters(), lr=_RATE, weight_decay=0.01)
        start = perf_counter()
        for some in _batches([len(one) for one in tokens]):
            passed = (perf_counter() - start) / seconds
            if passed >= 1:
                return
            for group in optimizer.param_groups:
                group["lr"] = _RATE * min(passed / _WARM, (1 - passed) / (1 - _WARM)) + 1e-6
            found = self._logits([tokens[one] for one in some], _DROPPED)
            losses = torch.nn.functional.cross_entropy(
                found, answers[some], reduction="none", label_smoothing=_SMOOTHED
            )
            loss = (losses * weights[some]).sum() / weights[some].sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self._net.parameters(), 1.0)
            optimizer.step()

    def _logits(self, texts: Sequence[Sequence[int]], dropped: float = 0.0) -> Any:  # noqa: ANN401 - torch
        """Shape (texts, labels); a share of the tokens may be hidden."""
        import torch

        longest = max(map(len, texts))
        ids = torch.tensor([[*one, *[0] * (longest - len(one))] for one in texts])
        padded = ids == 0
        if dropped:
            ids = ids.masked_fill((torch.rand(ids.shape) < dropped) & ~padded, _UNKNOWN)
        inside = self._net["tokens"](ids) + self._net["places"](torch.arange(longest))
        outside = self._net["layers"](inside, src_key_padding_mask=padded).masked_fill(padded[..., None], 0)
        return self._net["head"](outside.sum(dim=1) / (~padded).sum(dim=1, keepdim=True))

    def scores(self, text: str) -> Scores:
        """The logits; those of the kinds of `none` are joined."""
        import torch

        tokens = [one[:_LONGEST] for one in tokens_of(self._tokenizer, [flat(text)])]
        with torch.inference_mode():
            found = self._logits(tokens)[0].double().numpy()
        return Scores(found[: self._rows], float(np.logaddexp.reduce(found[self._rows :])))


def _net(tokens: int, labels: int) -> Any:  # noqa: ANN401 - the same
    from torch import nn

    layer = nn.TransformerEncoderLayer(
        _WIDTH, _HEADS, 3 * _WIDTH, dropout=_DROPPED, batch_first=True, norm_first=True
    )
    parts = {
        "tokens": nn.Embedding(tokens, _WIDTH, padding_idx=0),
        "places": nn.Embedding(_LONGEST, _WIDTH),
        "layers": nn.TransformerEncoder(layer, _LAYERS, nn.LayerNorm(_WIDTH), enable_nested_tensor=False),
        "head": nn.Linear(_WIDTH, labels),
    }
    for name in ("tokens", "places"):
        nn.init.normal_(parts[name].weight, std=0.02)
    return nn.ModuleDict(parts)


def _batches(lengths: Sequence[int]) -> Iterator[Places]:
    """Batches of lessons of about one length, without end."""
    chance, sizes = np.random.default_rng(0), np.array(lengths)
    while True:
        order = chance.permutation(len(sizes))
        pools = [order[start : start + _POOL * _BATCH] for start in range(0, len(order), _POOL * _BATCH)]
        sorted_pools = [pool[np.argsort(sizes[pool], kind="stable")] for pool in pools]
        batches = [
            pool[start : start + _BATCH] for pool in sorted_pools for start in range(0, len(pool), _BATCH)
        ]
        for place in chance.permutation(len(batches)):
            yield batches[place]


def encoder(task: Task, _: Mapping[str, Peer]) -> Peer:
    """Trained from scratch."""
    return Encoder(task)
