"""Which of the choices of a fact a text names."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from assistant.cues import folded
from knowledge.text import LANGUAGES, Localized

_WORD: Final = re.compile(r"[^\W_]+")
_FILLER: Final = frozenset(
    re.split(
        r"\s+",
        "для на это у нас есть в с по и наш наша наше бізде бұл үшін және the a an it is for of we"
        " have our and",
    )
)
_STEM: Final = 4
_ROMAN: Final = {"5": "v", "6": "vi", "4": "iv", "3": "iii", "2": "ii"}


def chosen(text: str, choices: Mapping[str, Localized]) -> tuple[str, int, int] | None:
    """The choice that a folded text names by a proper name, and where; None when none or several.

    >>> levels = {"leed": Localized(kk="LEED", ru="LEED", en="LEED")}
    >>> chosen("здание получило leed gold", levels)
    ('leed', 16, 20)
    """
    named = [
        (choice, place.start(), place.end())
        for choice, label in choices.items()
        for pattern in _names(label)
        if (place := pattern.search(text))
    ]
    return named[0] if len({choice for choice, _, _ in named}) == 1 else None


def answered(text: str, choices: Mapping[str, Localized]) -> str | None:
    """The choice that a whole answer means: its name, its number in the list, or its words.

    >>> modes = {"road": Localized(kk="жол", ru="автомобильный", en="road"),
    ...          "rail": Localized(kk="рельс", ru="железнодорожный", en="rail")}
    >>> answered("железнодорожный транспорт", modes), answered("1", modes), answered("море", modes)
    ('rail', 'road', None)
    """
    plain = folded(text).strip(" .!,")
    order = tuple(choices)
    if plain in choices:
        return plain
    if plain.isdecimal() and 1 <= int(plain) <= len(order):
        return order[int(plain) - 1]
    if named := chosen(plain, choices):
        return named[0]
    said = {word[:_STEM] for word in _WORD.findall(plain) if word not in _FILLER}
    met = {choice: _met(said, label) for choice, label in choices.items()}
    plain_ones = {choice for choice in order if met[choice] and not _parts(choice, choices)}
    for choice in order:
        if _parts(choice, choices) and set(_parts(choice, choices)) == plain_ones:
            return choice  # «для быта и полива»: household_irrigation
    most = max((met[choice] for choice in plain_ones), default=0)
    best = [choice for choice in order if choice in plain_ones and met[choice] == most]
    return best[0] if len(best) == 1 else None


def _met(said: set[str], label: Localized) -> int:
    """How many words of an answer stand in a label, in the language that has most of them."""
    return max(len(said & _stems(folded(re.sub(r"\(.*?\)", "", label[language])))) for language in LANGUAGES)


def _parts(choice: str, choices: Mapping[str, Localized]) -> tuple[str, ...]:
    """The two choices that a choice joins, by its id; nothing when it is a plain one."""
    for cut in (place for place, letter in enumerate(choice) if letter == "_"):
        parts = (choice[:cut], choice[cut + 1 :])
        if all(part in choices for part in parts):
            return parts
    return ()


@lru_cache(maxsize=512)
def _stems(label: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(label) if word not in _FILLER)


def _names(label: Localized) -> tuple[re.Pattern[str], ...]:
    """The proper names in a label: «Euro V (Еуро-5)» has two; a common word is none."""
    pieces = {piece.strip(" …") for language in LANGUAGES for piece in re.split(r"[(),]", label[language])}
    return tuple(
        _name(piece)
        for piece in sorted(pieces)
        if re.search(r"\b(?:[A-ZА-ЯӘ]{3,}|[A-ZЕ]\w+[ -][IVX\d]+$)", piece)
    )


@lru_cache(maxsize=512)
def _name(piece: str) -> re.Pattern[str]:
    parts = re.split(r"[\s-]+", folded(piece))
    roman = _ROMAN.get(parts[-1], parts[-1])
    last = next((rf"(?:{roman}|{digit})" for digit, r in _ROMAN.items() if r == roman), None)
    body = [re.escape(part) for part in parts[:-1]] + [last or re.escape(parts[-1])]
    return re.compile(r"(?<!\w)" + r"[\s-]{0,2}".join(body) + r"(?!\w)")
