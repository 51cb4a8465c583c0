"""Cues of facts in a text: where they stand, whether they are denied, whether they are affirmed.

A cue is the beginning of a word or of a phrase («водохранилищ», "су қойма"), from the fact's own
data; words of denial and of affirmation are looked for in the same clause only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.quantities import levelled
from knowledge.text import LANGUAGES, Language

_CLAUSE: Final = re.compile(r"[.!?;\n](?=\s|$)|,|\s(?:но|а|зато|бірақ|ал|but|while)\s", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?;\n](?=\s|$)")
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:(?:не(?!\s+(?:только|менее|более|меньше|больше))|not|never|don't|doesn't|won't|isn't)"
    r"\s+(?:\S+\s+)?|(?:нет|без|ни|никак\w*|нету|no|without)\s+(?:\S+\s+){0,2})$",
    re.IGNORECASE,
)
_DENIED_AFTER: Final = re.compile(
    r"\s*(?:[-–—:]\s*)?(?:\S+\s+){0,2}(?:нет|нету|не\s+(?:буд\w+|нуж\w+|требу\w+|использ\w+|ж[жг]\w+"
    r"|планир\w+|получ\w+)|отсутству\w+|жоқ|жок|емес|болмайды|\w{2,}[мбп][ае]й(?:д[ыі]|м[ыі][нз]|с[ыі]|т[ыі]н)\w*"
    r"|is not|are not|isn't|aren't|not)\b",
    re.IGNORECASE,
)
_ABSENT_BEFORE: Final = re.compile(r"\b(?:нет|нету|no|don't have|have no)\s+(?:\S+\s+)?$")
_ABSENT_AFTER: Final = re.compile(
    r"\s*(?:[-–—:]\s*)?(?:\S+\s+){0,2}(?:нет|нету|не получ\w+|отсутству\w+|жоқ|жок)\b"
)
_DENYING_ENDING: Final = re.compile(r"\w{0,3}(?:с[ыі]з|сиз)\w{0,4}$")
_REPLACED: Final = re.compile(
    r"\b(?:вместо|замен\w+|заме[щн]\w+|перевод\w*|перевести|отказ\w*|уход\w*|instead of|replac\w+"
    r"|convert\w*)\s+(?:(?!(?:на|to|by|with)\s)\S+\s+){0,2}$",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(r"\b(?:с|со|от|from)\s+(?:\S+\s+)?$", re.IGNORECASE)
_TOWARDS: Final = re.compile(r"\s+(?:\S+\s+){0,2}(?:на|to)\b", re.IGNORECASE)
_REPLACED_AFTER: Final = re.compile(
    r"(?:\s+\S+){0,2}\s+(?:орнына|ауыстыр\w*|алмастыр\w*|көш\w*|на газ\w*|to gas)", re.IGNORECASE
)
_ABLATIVE: Final = re.compile(r"\w+[дтн][ае]н$", re.IGNORECASE)
_AFFIRMED: Final = re.compile(
    r"\b(?:есть|имеется|имеем|получ\w+|прошл\w+|положительн\w+|одобр\w+|соответств\w+|у нас|оформ\w+"
    r"|бар|алдық|алған\w*|алдым|алынған|өтт\w*|сай|сәйкес|have|has|got|obtained|received|hold|passed"
    r"|certified|comply|complies|conform\w*|approved|positive)\b",
    re.IGNORECASE,
)
_SHORT: Final = 3
_SHORT_LATIN: Final = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue met in a text at `text[start:end]`, whole words; `weight` is the length of the cue."""

    start: int
    end: int
    weight: int


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """The text letter for letter, lower case, ё as е (one letter stays one letter)."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text).replace("ё", "е")


@lru_cache(maxsize=4096)
def found(cues: tuple[str, ...], text: str) -> tuple[Cue, ...]:
    """Every place of these cues in a folded text, in order, longer cues first at one place.

    >>> text = "площадь водохранилища 3 км2"
    >>> [text[cue.start:cue.end] for cue in found(("водохранилищ",), text)]
    ['водохранилища']
    """
    places = [Cue(met.start(), met.end(), len(cue)) for cue in cues for met in _pattern(cue).finditer(text)]
    return tuple(sorted(places, key=lambda cue: (cue.start, -cue.weight)))


def all_cues(cues: Mapping[Language, Sequence[str]] | None) -> tuple[str, ...]:
    """The cues of a fact in every language: people mix them."""
    said = cues or {}
    return tuple(dict.fromkeys(cue for language in LANGUAGES for cue in said.get(language, ())))


@lru_cache(maxsize=8192)
def _pattern(cue: str) -> re.Pattern[str]:
    """A cue as a pattern of whole words; a short one takes a short ending only."""
    parts = folded(levelled(cue)).split()
    last = parts[-1]
    ending = r"\w*"
    if len(parts) > 1:
        pass  # a phrase is telling enough
    elif last.isascii() and len(last) <= _SHORT_LATIN:
        ending = r"(?:e?s|-\w+)?(?!\w)"
    elif len(last) <= _SHORT and last.isalpha():
        ending = r"\w{0,3}(?!\w)"
    return re.compile(r"(?<!\w)" + r"\w*[\s-]{1,3}".join(map(re.escape, parts)) + ending)


def distance(text: str, cue: Cue, start: int, end: int) -> int | None:
    """How many letters lie between a cue and a place; a comma counts for eight more.

    None when a sentence ends between them.
    """
    if cue.start < end and start < cue.end:
        return 20  # the unit itself is the cue: «40 МВт»
    between = text[cue.end : start] if cue.end <= start else text[end : cue.start]
    return None if _SENTENCE.search(between) else len(between) + 8 * between.count(",")


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a place, as a place."""
    begins, stops = _borders(text)
    left, right = bisect_right(stops, start), bisect_left(begins, end)
    return stops[left - 1] if left else 0, begins[right] if right < len(begins) else len(text)


@lru_cache(maxsize=64)
def _borders(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the borders of clauses begin, and where they end, in order."""
    borders = list(_CLAUSE.finditer(text))
    return tuple(border.start() for border in borders), tuple(border.end() for border in borders)


def is_denied(text: str, cue: Cue) -> bool:
    """Whether the clause of a cue denies it: «угля не будет», «без угля», «көмірсіз».

    >>> is_denied("угля не будет", Cue(0, 4, 4)), is_denied("на угле", Cue(3, 7, 4))
    (True, False)
    """
    left, right = clause(text, cue.start, cue.end)
    return bool(
        _DENIED_BEFORE.search(text[left : cue.start])
        or _DENIED_AFTER.match(text[cue.end : right] + " ")
        or _DENYING_ENDING.match(text[cue.start + cue.weight : cue.end])
    )


def is_absent(text: str, cue: Cue) -> bool:
    """Whether the clause says that the thing is not there: «ОВОС нет», «сертификат жоқ», "no EIA".

    Narrower than a denial: «без пестицидов» denies pesticides, not the standard for them.
    """
    left, right = clause(text, cue.start, cue.end)
    return bool(_ABSENT_BEFORE.search(text[left : cue.start]) or _ABSENT_AFTER.match(text[cue.end : right]))


def is_replaced(text: str, cue: Cue) -> bool:
    """Whether the clause speaks of it as of what the project does away with: «вместо угля»."""
    left, right = clause(text, cue.start, cue.end)
    word, before, after = text[cue.start : cue.end], text[left : cue.start], text[cue.end : right]
    turned = _REPLACED_AFTER.match(after)
    return bool(
        _REPLACED.search(before)
        or (_LEFT.search(before) and _TOWARDS.match(after))
        or (turned and not _is_object(word, turned.group()))
        or (_ABLATIVE.fullmatch(word) and re.search(r"\bкөш|\bауыс", after))
    )


def _is_object(word: str, after: str) -> bool:
    """Whether «…ға көшу» names what is switched to: «газға көшу»."""
    return "көш" in after and bool(re.search(r"[ғгқк][ае]$", word))


def is_affirmed(text: str, cue: Cue) -> bool:
    """Whether the clause says that the thing is at hand: «ОВОС есть», "we have an EIA"."""
    left, right = clause(text, cue.start, cue.end)
    return bool(_AFFIRMED.search(text[left : cue.start] + " " + text[cue.end : right]))


def is_asked(text: str, cue: Cue) -> bool:
    """Whether the cue stands in a question: «нужен ли ОВОС?»."""
    ending = _SENTENCE.search(text, cue.end)
    return bool(ending and ending.group() == "?")
