"""Lexical retrieval: BM25 over stems and over pieces of words, per language.

Kazakh endings are stripped in their order (number, possession, case, person); Russian and English
words go through Snowball. Pieces of words catch what stems miss: a typo, a compound, an alphabet.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt
import snowballstemmer

from assistant.letters import lower, skeleton, words
from knowledge.text import Language

_SHORTEST: Final = 3  # a stem keeps at least so many letters
_PIECE: Final = 4
_SATURATION: Final = 1.2  # BM25's k1
_LENGTH: Final = 0.5  # BM25's b: cells of the law differ in length for no reason of ours

# From the outermost ending inwards, in skeleton letters; each may be there once.
_KAZAKH_ENDINGS: Final = tuple(
    re.compile(f"(?:{'|'.join(sorted(endings.split(), key=len, reverse=True))})$")
    for endings in (
        "ma me ba be pa pe mi bi pi",
        "min bin pin sin miz biz piz siz sindar sinder",
        "ning din tin nin da de ta te nda nde dan den tan ten nan nen ga ge ka ke na ne ni di ti men ben pen",
        "im in i si imiz iniz miz niz m n",
        "lar ler dar der tar ter",
        "dagi degi tagi tegi ndagi ndegi lik dik tik gi ki sha she dai dei tai tei siz",
        "gan gen kan ken atin etin itin ar er ip p ai ei adi edi idi a e u uge uga",
    )
)
_SNOWBALL: Final = {
    "ru": snowballstemmer.stemmer("russian"),
    "en": snowballstemmer.stemmer("english"),
}
_STEMMING: Final = Lock()  # a Snowball stemmer keeps the word that it works on


@lru_cache(maxsize=65_536)
def stem(word: str, language: Language) -> str:
    """The stem of a word, in skeleton spelling.

    >>> stem("қалдықтарды", "kk") == stem("калдык", "kk")
    True
    >>> stem("отходов", "ru") == stem("отходами", "ru")
    True
    """
    if language == "kk":
        return _kazakh(skeleton(word))
    with _STEMMING:
        stemmed = _SNOWBALL[language].stemWord(lower(word).replace("ё", "е"))
    return skeleton(stemmed)


def _kazakh(word: str) -> str:
    """Strip the endings that Kazakh adds, while a stem remains."""
    for endings in _KAZAKH_ENDINGS:
        found = endings.search(word)
        if found and found.start() >= _SHORTEST:
            word = word[: found.start()]
    return word


def stems(text: str, language: Language) -> list[str]:
    """The stems of a text's words."""
    return [stem(word.text, language) for word in words(text)]


STEMMERS: Final[Mapping[Language, Callable[[str], list[str]]]] = {
    "kk": lambda text: stems(text, "kk"),
    "ru": lambda text: stems(text, "ru"),
    "en": lambda text: stems(text, "en"),
}


def pieces(text: str) -> list[str]:
    """Runs of four skeleton letters within words; a shorter word is its own piece."""
    found: list[str] = []
    for word in words(text):
        padded = f" {word.skeleton} "
        found += [padded[i : i + _PIECE] for i in range(max(1, len(padded) - _PIECE + 1))]
    return found


class Lexical:
    """BM25 over documents that `cut` turns into tokens."""

    def __init__(self, documents: Sequence[str], cut: Callable[[str], Iterable[str]]) -> None:
        self._cut = cut
        self._size = len(documents)
        counts = [Counter(cut(document)) for document in documents]
        lengths = np.array([max(1, count.total()) for count in counts], dtype=np.float64)
        norms = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / lengths.mean())
        postings: dict[str, list[tuple[int, int]]] = {}
        for place, count in enumerate(counts):
            for token, times in count.items():
                postings.setdefault(token, []).append((place, times))
        self._postings: dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]] = {}
        self._rarity: dict[str, float] = {}
        for token, entries in postings.items():
            places = np.array([place for place, _ in entries])
            often = np.array([times for _, times in entries], dtype=np.float64)
            rarity = float(np.log1p((self._size - len(entries) + 0.5) / (len(entries) + 0.5)))
            self._rarity[token] = rarity
            gains = rarity * often * (_SATURATION + 1) / (often + norms[places])
            self._postings[token] = (places, gains)

    def scores(self, text: str) -> npt.NDArray[np.float64]:
        """A score for each document, 0 where nothing is shared."""
        total = np.zeros(self._size)
        for token in dict.fromkeys(self._cut(text)):  # in one order, so that sums are always the same
            if token in self._postings:
                places, gains = self._postings[token]
                total[places] += gains
        return total

    def rarity(self, token: str) -> float:
        """How telling a token is (its idf); an unknown one is as rare as can be."""
        return self._rarity.get(token, float(np.log1p(2 * self._size)))
