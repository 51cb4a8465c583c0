"""The language in which a caller is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from knowledge.text import LANGUAGES, Language

_MOST: Final = 20  # preferences that are looked at


def preferred(accept: str, default: Language) -> Language:
    """The language of ours that an Accept-Language header likes best, or the default.

    >>> preferred("de, kk-KZ;q=0.9, ru;q=0.8", "en")
    'kk'
    >>> preferred("ru;q=0, *;q=0.1", "en")
    'en'
    """
    best: tuple[float, Language] = (0.0, default)
    for preference in accept.split(",")[:_MOST]:
        tag, _, quality = preference.partition(";")
        language = tag.strip().lower().partition("-")[0]
        weight = _weight(quality)
        if language in LANGUAGES and weight > best[0]:
            best = (weight, language)
    return best[1]


def spoken(scope_language: object, headers: Mapping[str, str], default: Language) -> Language:
    """The language named by the call itself, else by its header, else the default."""
    if scope_language in LANGUAGES:
        return scope_language
    return preferred(headers.get("accept-language", ""), default)


def _weight(quality: str) -> float:
    name, _, digits = quality.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(digits) if len(digits) <= len("0.000") else 0.0
    except ValueError:
        return 0.0
