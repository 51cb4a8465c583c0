"""The cues of questions: which of them the words of a text meet, and in which language.

The cues are data (`knowledge/utterances/questions.yaml`), met in any spelling and alphabet; English
ones by Latin letters alone, and in an English text no others. Where two cues overlap, the longer
one is met: a «кодекс» is no «код».
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Final

from assistant.corpus import FOLDER
from assistant.letters import Word, flat, words
from knowledge.text import LANGUAGES, Language
from knowledge.yamlfile import read_yaml

_SHORT: Final = 3  # a cue of so few letters is a whole word
_MEASURE: Final = "outside-measure"
_WHOLE: Final = "."  # and so is one that ends with this


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that ask for something, in skeleton spelling; of a `whole` cue the last word is whole."""

    name: str
    language: Language
    parts: tuple[str, ...]
    whole: bool

    @property
    def size(self) -> tuple[int, int]:
        """Words, then letters: what makes one cue longer than another."""
        return len(self.parts), sum(map(len, self.parts))


@dataclass(frozen=True, slots=True)
class Met:
    """A cue that words meet, and the places of those words."""

    cue: Cue
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A thing that a row leaves out: beginnings of words, one of each group has to be met."""

    row: str
    only_unplaced: bool
    groups: Mapping[Language, tuple[tuple[str, ...], ...]]

    def met(self, cut: Sequence[Word], language: Language) -> bool:
        """Whether words name the thing."""
        said = [word.skeleton for word in cut]
        return all(
            any(one.startswith(told) for one in said for told in group) for group in self.groups[language]
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """The file of cues."""

    cues: Mapping[str, tuple[Cue, ...]]  # by the first letter
    kept: frozenset[str]
    joints: Mapping[Language, frozenset[str]]
    between: Mapping[Language, frozenset[str]]
    said_as: Mapping[Language, tuple[tuple[str, str], ...]]
    abbreviations: Mapping[str, str]
    no_threshold: str
    notes_of_rows: Mapping[str, str]
    leaves_out: tuple[LeftOut, ...]
    misspelt_units: Mapping[Language, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=4)
def asked(path: Path = FOLDER / "questions.yaml") -> Asked:
    """The cues of the file."""
    tree = read_yaml(path)
    cues: dict[str, list[Cue]] = {}
    for name, told in tree["cues"].items():
        for language in LANGUAGES:
            for text in map(str, told[language]):
                parts = tuple(flat(text).split(" "))
                whole = text.endswith(_WHOLE) or len(flat(text)) <= _SHORT
                cues.setdefault(parts[0][0], []).append(Cue(name, language, parts, whole))
    for language in LANGUAGES:
        for how, unit in product(tree["how_many"][language], map(str, tree["measures"][language])):
            parts = (*flat(how).split(" "), flat(unit))
            cues.setdefault(parts[0][0], []).append(Cue(_MEASURE, language, parts, unit.endswith(_WHOLE)))
    return Asked(
        {letter: tuple(listed) for letter, listed in cues.items()},
        frozenset(tree["kept"]),
        _skeletons(tree["joints"]),
        _skeletons(tree["between"]),
        _pairs(tree["said_as"]),
        {str(k): str(v) for k, v in tree["abbreviations"].items()},
        str(tree["no_threshold"]),
        {str(k): str(v) for k, v in tree["notes_of_rows"].items()},
        tuple(map(_left_out, tree["leaves_out"])),
        _pairs(tree["misspelt_units"]),
    )


def met(cut: Sequence[Word], language: Language | None = None) -> tuple[Met, ...]:
    """The cues that words meet, without those inside a longer one; of all languages by default."""
    found = [
        Met(cue, frozenset(range(place, place + len(cue.parts))))
        for place, word in enumerate(cut)
        for cue in _begun_by(word.skeleton)
        if (language != "en" or cue.language == "en") and _meets(cue, cut, place)
    ]
    at: dict[int, list[Met]] = {}
    for one in found:
        for place in one.places:
            at.setdefault(place, []).append(one)
    return tuple(one for one in found if not any(_hides(other, one) for other in at[min(one.places)]))


def language_asked(cut: Sequence[Word], written: Language) -> Language:
    """The language that most words of the question ask in; the one it is written in when they tie.

    Latin letters hide what language a short question is in, its cues show it («kansha paiyz»).
    """
    places: dict[Language, set[int]] = {language: set() for language in LANGUAGES}
    for language in LANGUAGES:
        for one in met(cut, language):
            if one.cue.language == language:
                places[language] |= one.places
    most = max(LANGUAGES, key=lambda language: (len(places[language]), language == written))
    return most if written != "kk" else written


def in_law_words(text: str, language: Language) -> str:
    """A text with the law's words beside what people call the same things.

    >>> in_law_words("танкер на биотопливе", "ru")
    'танкер на биотопливе водный транспорт суда'
    """
    cut = [word.skeleton for word in words(text)]
    listed = asked().said_as[language]
    return " ".join([text, *(law for said, law in listed if any(one.startswith(said) for one in cut))])


def spelt(text: str, language: Language) -> str:
    """A text with units that people misspell as they are.

    >>> spelt("exactly 10 megawats", "en")
    'exactly 10 MW'
    """
    listed = asked().misspelt_units[language]
    for word in reversed(words(text)):
        begun = [unit for said, unit in listed if word.skeleton.startswith(said)]
        unit = begun[0] if begun and "-" not in word.text else ""
        if unit:
            text = f"{text[: word.start]}{unit}{text[word.end :]}"
    return text


@lru_cache(maxsize=65_536)
def _begun_by(word: str) -> tuple[Cue, ...]:
    """The cues whose first word a word begins with."""
    return tuple(cue for cue in asked().cues.get(word[:1], ()) if word.startswith(cue.parts[0]))


def _meets(cue: Cue, cut: Sequence[Word], place: int) -> bool:
    """Whether a cue begins at this place; it may end anywhere within its last word."""
    window = cut[place : place + len(cue.parts)]
    if len(window) < len(cue.parts) or (cue.language == "en" and not window[0].text.isascii()):
        return False
    *first, last = (word.skeleton for word in window)
    ends = last == cue.parts[-1] if cue.whole else last.startswith(cue.parts[-1])
    return ends and tuple(first) == cue.parts[:-1]


def _hides(other: Met, one: Met) -> bool:
    """Whether a cue is met inside a longer one."""
    return one.places <= other.places and one.cue.size < other.cue.size and one.cue.name != other.cue.name


def _skeletons(listed: Mapping[str, Iterable[str]]) -> dict[Language, frozenset[str]]:
    return {language: frozenset(map(flat, listed[language])) for language in LANGUAGES}


def _pairs(listed: Mapping[str, Mapping[object, object]]) -> dict[Language, tuple[tuple[str, str], ...]]:
    """Beginnings of words in skeleton spelling, each with what stands for them."""
    return {
        language: tuple((flat(str(said)), str(meant)) for said, meant in listed[language].items())
        for language in LANGUAGES
    }


def _left_out(told: Mapping[str, Any]) -> LeftOut:
    groups = {language: tuple(tuple(map(flat, group)) for group in told[language]) for language in LANGUAGES}
    return LeftOut(str(told["row"]), bool(told.get("only_unplaced")), groups)
