"""Peers put together: by the places they give (reciprocal rank fusion), or by their scores."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from tests.bench.peers.base import Floats, Peer, Scores, Task
from tests.bench.peers.linear import by_our_features

_EVEN: Final = 60.0  # the constant of the method, as first published
_BESIDE: Final = 0.5  # of a cosine beside the distance to a plane, the best of those tried


class Fused:
    """The sum of reciprocal places, `none` being ranked with the rows."""

    def __init__(self, peers: Sequence[Peer]) -> None:
        self._peers = tuple(peers)

    def scores(self, text: str) -> Scores:
        """Rows that a peer does not tell apart share a place."""
        total = sum(_votes(peer.scores(text)) for peer in self._peers)
        found = np.asarray(total)
        return Scores(found[:-1], float(found[-1]))


class Summed:
    """The scores of one peer, and a part of those of another."""

    def __init__(self, peer: Peer, beside: Peer) -> None:
        self._peer, self._beside = peer, beside

    def scores(self, text: str) -> Scores:
        """Score by score."""
        found, beside = self._peer.scores(text), self._beside.scores(text)
        return Scores(found.rows + _BESIDE * beside.rows, found.none + _BESIDE * beside.none)


def _votes(found: Scores) -> Floats:
    from scipy.stats import rankdata

    votes: Floats = 1 / (_EVEN + rankdata(-np.append(found.rows, found.none)))
    return votes


def fused(_: Task, peers: Mapping[str, Peer]) -> Peer:
    """Nothing is trained but the peers themselves."""
    return Fused(list(peers.values()))


def summed(task: Task, peers: Mapping[str, Peer]) -> Peer:
    """A linear machine over our features is trained, and another peer stands beside it."""
    (beside,) = peers.values()
    return Summed(by_our_features(task, {}), beside)
