"""All peers by name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.peers.base import Recipe
from tests.bench.peers.encoder import encoder
from tests.bench.peers.frozen import ENGLISH, frozen, frozen_beside_ours
from tests.bench.peers.fusion import fused, summed
from tests.bench.peers.lexical import law_by_pieces, law_by_stems, lines_by_stems
from tests.bench.peers.linear import by_folded_pieces, by_pieces, by_words
from tests.bench.peers.static import joined_with, static

_LINES: Final = "2 BM25 over law and lines"
_PIECES: Final = "5 linear, character n-grams"
_STATIC: Final = "6 StaticEmbedding, contrastive"

FAST: Final = (
    Recipe("1 BM25 over the law", law_by_stems),
    Recipe(_LINES, lines_by_stems),
    Recipe("3 character TF-IDF over the law", law_by_pieces),
    Recipe("4 linear, words and pairs", by_words),
    Recipe(_PIECES, by_pieces),
    Recipe("5 the same in our spelling", by_folded_pieces),
    Recipe(_STATIC, static),
    Recipe("9 reciprocal ranks of 2, 5, 6", fused, of=(_LINES, _PIECES, _STATIC)),
    Recipe("9 our n-grams + StaticEmbedding in one machine", joined_with(_STATIC), of=(_STATIC,)),
    Recipe("9 our n-grams + StaticEmbedding, scores summed", summed, of=(_STATIC,)),
)


def recipes(*, slow: bool, yardstick: Path | None) -> Iterator[Recipe]:
    """The fast peers; the slow ones if asked for, the yardstick if its folder is known too."""
    yield from FAST
    if slow:
        yield Recipe("7 transformer from scratch", encoder, slow=True)
    if slow and yardstick:
        yield Recipe("8 frozen MiniLM, linear", frozen(yardstick), slow=True, languages=(ENGLISH,))
        joined = frozen_beside_ours(yardstick)
        yield Recipe("8 our n-grams + frozen MiniLM", joined, slow=True, languages=(ENGLISH,))
