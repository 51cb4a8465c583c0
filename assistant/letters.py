"""One spelling for every way of writing: the Latin skeleton of Kazakh, Russian and English words.

Kazakh is written in Cyrillic, in Cyrillic without its own nine letters, and in several Latin
alphabets; Russian too is typed in Latin letters. Folding all of them to one small Latin alphabet
lets a word meet itself: «шығатын», «шыгатын», "shygatyn" and "şyğatyn" are all `shigatin`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
    "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "",
    "ы": "i", "і": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_LATIN = {
    "q": "k", "j": "zh", "y": "i", "w": "u", "x": "h", "ı": "i", "ş": "sh", "ç": "ch",
}  # fmt: skip
_TABLE = str.maketrans(_CYRILLIC | _LATIN)
_DIGRAPHS = (("shch", "sh"), ("kh", "h"), ("gh", "g"), ("yo", "e"))
_LOOKALIKES = str.maketrans("aceopxykhbmtiöä", "асеорхукнвмтіөә")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 64  # letters of a word that are read; no word is longer
_PART = re.compile(r"[-'’]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as written, where it stands (`text[start:end]`), and its skeleton."""

    text: str
    start: int
    end: int
    skeleton: str


def lower(text: str) -> str:
    """The text in NFKC and lower case, with Latin look-alikes inside Cyrillic words mended.

    >>> lower("СО2 шығарындылaры")  # the last but three letter is Latin
    'со2 шығарындылары'
    """
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u0307", "")
    return _WORD.sub(lambda found: _mended(found.group()), plain)


def _mended(word: str) -> str:
    """A word with any Cyrillic letter has all its look-alikes in Cyrillic."""
    return word.translate(_LOOKALIKES) if _CYRILLIC_LETTER.search(word) else word


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The Latin skeleton of one word; digits stay.

    >>> skeleton("шығатын"), skeleton("shygatyn"), skeleton("40")
    ('shigatin', 'shigatin', '40')
    """
    letters = lower(word)
    if not _CYRILLIC_LETTER.search(letters):
        for pair, one in _DIGRAPHS:
            letters = letters.replace(pair, one)
    spelt = unicodedata.normalize("NFD", _PART.sub("", letters).translate(_TABLE))
    bare = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    return bare.replace("ii", "i")


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, with their places; a hyphened word is one word."""
    return tuple(
        Word(found.group(), found.start(), found.end(), skeleton(found.group()[:_LONGEST]))
        for found in _WORD.finditer(text)
    )


def flat(text: str) -> str:
    """The skeletons of a text's words with single spaces between."""
    return " ".join(word.skeleton for word in words(text))
