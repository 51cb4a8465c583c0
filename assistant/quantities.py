"""Quantities in a text: a number with a unit, in any spelling, case and order of words.

A phrase keeps its hedge («около 40 МВт», "up to 60 MW"); a period of time («1600 тонн отходов в
сутки», «жылына 500 тонна») is read with it, so that tonnes a day never pass for tonnes.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from assistant.numbers import Number, numbers
from knowledge.errors import UnknownUnit
from knowledge.text import Language
from knowledge.units import Unit, Units

Period = Literal["hour", "day", "week", "month", "year"]

_HEDGE: Final = re.compile(
    r"(?:\b(?:не менее(?: чем)?|не более(?: чем)?|не меньше|не больше|около|примерно|порядка|почти"
    r"|приблизительно|до|от|свыше|более|менее|минимум|максимум|где-то|кемінде|шамамен|орта есеппен"
    r"|жалпы|not less than|no less than|not more than|no more than|at least|at most|up to|about"
    r"|around|approximately|roughly|nearly|almost|over|under|some|~|≈)\s*)+$",
    re.IGNORECASE,
)
_TRAILING_HEDGE: Final = re.compile(
    r"\s*\b(?:жуық|шамасында|шамалы|астам|артық|дейін|кем емес|or so|or more)\b", re.IGNORECASE
)
_PERIODS: Final[tuple[tuple[Period, str, str], ...]] = (
    # period, as it stands after the unit, as it stands before the number
    ("hour", r"в час\b|сағатына\b|per hour|an hour|/ ?ч(?:ас)?\b|/ ?h\b", r"сағатына"),
    (
        "day",
        r"в сутки|в день|ежесуточно|ежедневно|/ ?сут\w*|тәулігіне|күніне|per day|a day|daily|/ ?day",
        r"тәулігіне|күніне|күн сайын|в сутки|в день|ежедневно",
    ),
    ("week", r"в неделю|аптасына|per week|a week", r"аптасына"),
    ("month", r"в месяц|ежемесячно|/ ?мес\w*|айына|per month|a month|monthly", r"айына|в месяц"),
    (
        "year",
        r"в год\b|ежегодно|за год\b|/ ?год|жылына|жылда\b|per (?:year|annum)|a year|annually|/ ?year",
        r"жылына|жыл сайын|бір жылда|в год|за год|ежегодно",
    ),
)
_AFTER: Final = tuple(
    # up to four words may stand between: «тонн отходов в сутки», "tonnes of municipal solid waste a day"
    (name, re.compile(rf"(?:\s+[^\W\d]{{2,}}){{0,4}}?\s*(?:{after})", re.IGNORECASE))
    for name, after, _ in _PERIODS
)
_BEFORE: Final = tuple(
    (name, re.compile(rf"\b(?:{before})(?:\s+[^\W\d]{{2,}}){{0,4}}\s*$", re.IGNORECASE))
    for name, _, before in _PERIODS
)
_ENDING: Final = r"(?:[а-яёәғқңөұүһі]{0,6}|s)"
_KAZAKH_ENDING: Final = r"(?:т[ыі][қк]|л[ыі][қк]|[қкғг][ае]|[тд][ае]н?|[нтд][ыі]ң?)?"
_SHORTEST_WORD: Final = 4
_CARBON: Final = re.compile(r"[CС][OО]2([eе]?)", re.IGNORECASE)
_LEVEL: Final = str.maketrans("²³₂⋅∙•\u00a0\u202f\u2009\n\t", "232···     ")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit and the exact phrase, `text[start:end]`.

    `head` and `tail` are where the number begins and the unit ends; `period` is the time that it
    is measured over; `ranged` marks the upper end of a range, which states no value.
    """

    value: Decimal
    unit: str
    dimension: str
    phrase: str
    start: int
    end: int
    head: int
    tail: int
    period: Period | None = None
    ranged: bool = False


def levelled(text: str) -> str:
    """The text, letter for letter, without the look-alikes that hide a unit.

    >>> levelled("10 кВт⋅ч, 5 м², 3 т СО2")
    '10 кВт·ч, 5 м2, 3 т CO2'
    """
    plain = text.translate(_LEVEL)
    return _CARBON.sub(lambda found: "CO2" + ("e" if found[1] else ""), plain)


@lru_cache(maxsize=256)
def quantities(text: str, units: Units, language: Language = "ru") -> tuple[Quantity, ...]:
    """The quantities of a text, in order.

    >>> from knowledge.units import units
    >>> [(q.unit, str(q.value), q.phrase) for q in quantities("до 60 мегаватт, 1600 т в сутки", units())]
    [('MW', '60', 'до 60 мегаватт'), ('t/day', '1600', '1600 т в сутки')]
    """
    plain = levelled(text)
    pattern = _unit_pattern(units)
    found = []
    for number in numbers(plain, language):
        matched = pattern.match(plain, number.end)
        unit = _unit(matched["unit"], units) if matched else None
        if matched and unit:
            found.append(_quantity(text, plain, number, matched, unit))
    return _with_ranges(plain, tuple(found))


def _quantity(text: str, plain: str, number: Number, matched: re.Match[str], unit: Unit) -> Quantity:
    """The quantity with its hedge and its period."""
    start, end = number.start, matched.end()
    period: Period | None = None
    if unit.dimension not in ("mass_flow", "yearly_mass_flow"):
        for name, after in _AFTER:
            if (place := after.match(plain, end)) and not re.search(r"\d", place.group()):
                period, end = name, place.end()
                break
        else:
            for name, before in _BEFORE:
                if place := before.search(plain, max(0, start - 45), start):
                    period, start = name, place.start()
                    break
    if hedge := _HEDGE.search(plain, max(0, start - 30), start):
        start = hedge.start()
    if hedge := _TRAILING_HEDGE.match(plain, end):
        end = hedge.end()
    quantity = Quantity(
        number.value, unit.id, unit.dimension, text[start:end], start, end,
        number.start, matched.end(), period,
    )  # fmt: skip
    return _flow(quantity)


def _flow(quantity: Quantity) -> Quantity:
    """A mass a day as the unit of such a flow."""
    if quantity.dimension == "mass" and quantity.period == "day":
        factor = {"kg": "0.001", "t": "1", "thousand_t": "1000", "million_t": "1000000"}
        value = quantity.value * Decimal(factor[quantity.unit])
        return replace(quantity, value=value, unit="t/day", dimension="mass_flow")
    return quantity


def _with_ranges(plain: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Mark the upper end of «10–15 МВт»: a range states no value."""
    marked = []
    for quantity in found:
        before = plain[max(0, quantity.head - 14) : quantity.head]
        ranged = bool(re.search(r"\d\s*(?:[-–—]|\.\.\.?)\s*$", before))
        marked.append(replace(quantity, ranged=ranged))
    return tuple(marked)


def _unit(spelling: str, units: Units) -> Unit | None:
    """The unit of a spelling found in a text, endings and all; None when it names none."""
    for shorter in range(min(len(spelling), 8)):
        canonical = _canonical(spelling[: len(spelling) - shorter])
        for written in (canonical, re.sub(r"^([^/]*?)\s?/", r"\1 CO2e/", canonical)):
            try:
                return units[written]
            except UnknownUnit:
                continue
    return None


def _canonical(spelling: str) -> str:
    """A spelling as the table has it: «граммов CO2 на км» is «г CO2/км»."""
    plain = re.sub(r"\s+(?:на|per)\s+(?:один\s+)?", "/", spelling, flags=re.IGNORECASE)
    plain = re.sub(r"^граммов|^грамма|^грамм|^grams?", "г", plain, flags=re.IGNORECASE)
    plain = re.sub(r"/километр\w*", "/км", plain, flags=re.IGNORECASE)
    return re.sub(r"\bof\s+", "", plain)


@lru_cache(maxsize=4)
def _unit_pattern(units: Units) -> re.Pattern[str]:
    """One pattern for every spelling in the table, the longest first."""
    spellings = {
        spelling
        for unit in units
        for words in unit.spellings.values()
        for spelling in (unit.id, *words)
        if unit.id != "1"
    }
    spellings |= {
        spelling.replace(short, long, 1)
        for spelling in spellings
        for short, long in (("г CO2", "грамм CO2"), ("г CO2", "граммов CO2"), ("g CO2", "grams CO2"))
        if spelling.startswith(short)
    }
    spellings |= {
        spelling.replace(" CO2e/", "/")  # «г/кВт·ч», "g/kWh": of what, the question says
        for spelling in spellings
        if re.match(r"(?:г|кг|g|kg) CO2e/[кМkM]", spelling)
    }
    alternatives = sorted((levelled(spelling) for spelling in spellings), key=len, reverse=True)
    return re.compile(
        rf"[\s-]{{0,2}}(?P<unit>{'|'.join(map(_tolerant, alternatives))})"
        rf"(?:-[а-яёәғқңөұүһіa-z]{{1,6}})?(?![^\W_])(?!\s?/\s?[^\W\d])",
        re.IGNORECASE,
    )


def _tolerant(spelling: str) -> str:
    """A spelling as a pattern: any separator between its parts, endings after its last word."""
    parts = [re.escape(part) for part in re.split(r"[\s.·*-]+", spelling) if part]
    pattern = r"[\s.·*-]{0,2}".join(parts).replace("/", r"\s?(?:/|\bна\b|\bper\b)\s?")
    pattern = pattern.replace("CO2e", r"CO2(?:[\s-]{0,2}(?:eq|e|экв|э))?\.?")
    last = re.split(r"[\s./·*-]+", spelling)[-1]
    if len(last) >= _SHORTEST_WORD and last.isalpha():
        return pattern + _ENDING
    return pattern + (_KAZAKH_ENDING if last.endswith(("Вт", "га")) else "")
