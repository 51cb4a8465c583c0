"""Numbers as people write them in Kazakh, Russian and English, each with its place in the text.

Digits with a decimal comma or point, thousands in spaces, multipliers («5 млн», "1.2 billion",
«400 мың»), and plain number words («сорок», «қырық бес», "forty-five"). Telephone and identity
numbers, dates, row numbers and the numbers of standards are not amounts and are left out.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from knowledge.text import Language

_DIGITS: Final = re.compile(
    r"(?:(?<![\w.,/№+])|(?<=\d[xхXХ]))(?P<sign>[-−–])?"
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f\u2009']\d{3})+(?!\d)|\d+)(?P<rest>(?:[.,]\d+)*)(?!\d)"
)
_MULTIPLIERS: Final = (
    (r"тыс(?:яч[а-яё]{0,3})?\b\.?|мың\w{0,4}|мын\b|thousands?|k\b", 10**3),
    (r"млн\b\.?|миллион\w{0,4}|million|mln\b\.?|mn\b", 10**6),
    (r"млрд\b\.?|миллиард\w{0,4}|billion|bln\b\.?|bn\b", 10**9),
)
_MULTIPLIER: Final = re.compile(
    r"[ \u00a0\u202f-]?[ \u00a0]?(?:"
    + "|".join(f"(?P<m{power}>{words})" for words, power in _MULTIPLIERS)
    + r")(?![^\W\d_])",
    re.IGNORECASE,
)
# A number right after one of these is a name, not an amount.
_NAMED: Final = re.compile(
    r"(?:\biso(?:/iec)?|\bисо|\bст рк|\bқр ст|\beuro|\bевро|\bеуро|№|\bno\.|\bгост\w*|\btier"
    r"|\bco|\bсо|\bжол|\bстрок[аиеу]|\brow|\bорд\w+|\+\d{0,3})[ \u00a0-]?$",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"[ \u00a0]?(?:год[ауе]?\b|г\.|гг\.|жыл\w*)", re.IGNORECASE)
_TELEPHONE: Final = re.compile(
    r"(?<!\w)(?:\+\d{1,3}|8)[\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"
)
_YEARS: Final = (1900, 2100)
_GROUP: Final = 3
_HUNDRED: Final = 100
_MOST: Final = 10**18  # no project measures so much
_BEHIND: Final = 40  # so far behind a number its name is looked for
_LONGEST: Final = 10  # so many bare digits in a row are a telephone, an account, an IIN or a BIN

_ONES: Final = {
    "kk": "нөл бір екі үш төрт бес алты жеті сегіз тоғыз он",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
}
_TENS: Final = {
    "kk": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "ru": "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
}
_HUNDREDS: Final = (
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"  # the rest: жүз, hundred
)
_OTHER: Final = {
    "одна": 1, "одного": 1, "две": 2, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4,
    "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10,
    "двадцати": 20, "тридцати": 30, "сорока": 40, "двумя": 2, "тремя": 3,
    "четырьмя": 4, "пятью": 5, "пятидесяти": 50, "ста": 100,
    "кырык": 40, "жиырма": 20, "екi": 2,
}  # fmt: skip
_SCALES: Final = {
    "жүз": 100, "hundred": 100, "мың": 10**3, "тысяча": 10**3, "тысячи": 10**3, "тысяч": 10**3,
    "thousand": 10**3, "миллион": 10**6, "миллиона": 10**6, "миллионов": 10**6, "million": 10**6,
    "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9, "billion": 10**9,
}  # fmt: skip
_HALVES: Final = {
    word: Decimal(value)
    for word, value in (("полтора", "1.5"), ("полторы", "1.5"), ("жарым", "0.5"), ("half", "0.5"))
}


def _word_table() -> dict[str, int]:
    table = dict(_OTHER)
    for ones in _ONES.values():
        table |= {word: value for value, word in enumerate(ones.split())}
    for tens in _TENS.values():
        table |= {word: 10 * value for value, word in enumerate(tens.split(), start=1)}
    return table | {word: 100 * n for n, word in enumerate(_HUNDREDS.split(), start=1)}


_WORDS: Final = _word_table()
_NUMERAL: Final = "|".join(sorted({*_WORDS, *_SCALES, *_HALVES}, key=len, reverse=True))
_SPELT: Final = re.compile(rf"\b(?:{_NUMERAL})\b(?:(?: and a | and |[ -])(?:{_NUMERAL})\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """An amount and its place, `text[start:end]`.

    `spelt` tells one written in words, which is trusted only before a unit or as a whole answer
    («он» is ten in Kazakh and "he" in Russian); `scale` is its multiplier, already in the value.
    """

    value: Decimal
    start: int
    end: int
    spelt: bool = False
    scale: int = 1


def numbers(text: str, language: Language = "ru") -> tuple[Number, ...]:
    """The amounts of a text, in order.

    >>> [str(number.value) for number in numbers("1 500,5 т и 2,5 млн тенге")]
    ['1500.5', '2500000']
    >>> [str(number.value) for number in numbers("1,500 kW for 12.5 ha", "en")]
    ['1500', '12.5']
    >>> [str(number.value) for number in numbers("қырық бес мегаватт, ISO 50001, 12.05.2025")]
    ['45']
    """
    found = [*_in_digits(text, language), *_in_words(text)]
    return tuple(sorted(found, key=lambda number: number.start))


def _in_digits(text: str, language: Language) -> list[Number]:
    found = []
    telephones = {place for found in _TELEPHONE.finditer(text) for place in range(*found.span())}
    for digits in _DIGITS.finditer(text):
        if digits.start() in telephones:
            continue
        value = _value(digits["whole"], digits["rest"], language)
        if value is None or _is_name(text, digits, value):
            continue
        scale = _MULTIPLIER.match(text, digits.end())
        end = scale.end() if scale else digits.end()
        power = _power(scale) if scale else 1
        if value * power >= _MOST:
            continue
        sign = -1 if digits["sign"] and not _between_numbers(text, digits.start()) else 1
        start = digits.start("sign") if sign < 0 else digits.start("whole")
        found.append(Number(sign * _plain(value * power), start, end, scale=power))
    return found


def _value(whole: str, rest: str, language: Language) -> Decimal | None:
    """The value of digits and what follows them; None for a date, a version or a row number."""
    digits = re.sub(r"\D", "", whole)
    if not rest:
        return Decimal(digits) if digits == whole or len(digits) > _GROUP else None
    groups = re.findall(r"([.,])(\d+)", rest)
    grouped = all(mark == "," and len(part) == _GROUP for mark, part in groups[:-1])
    mark, last = groups[-1]
    english = language == "en" or (mark == "," and last == "000")  # nobody writes 12,000 for 12
    if grouped and english and digits != "0":
        before = "".join(part for _, part in groups[:-1])
        if mark == "," and len(last) == _GROUP:
            return Decimal(digits + before + last)
        if len(groups) > 1 and mark == ".":
            return Decimal(f"{digits}{before}.{last}")
    return Decimal(f"{digits}.{groups[0][1]}") if len(groups) == 1 else None


def _is_name(text: str, digits: re.Match[str], value: Decimal) -> bool:
    """Whether these digits name something: a standard, a telephone, a person, a year."""
    start = digits.start("whole")
    if _NAMED.search(text, max(0, start - _BEHIND), start):
        return True
    if not digits["rest"] and digits["whole"].isdigit() and len(digits["whole"]) >= _LONGEST:
        return True
    return _YEARS[0] <= value <= _YEARS[1] and bool(_YEAR.match(text, digits.end()))


def _between_numbers(text: str, dash: int) -> bool:
    """Whether the dash at this place joins («10 -15», «панель-5», «мощность –5») and is no minus."""
    before = text[:dash].rstrip(" \u00a0")
    apart = len(before) < dash and text[dash] != "–"
    return bool(re.match(r"\d" if apart else r"[\w%]", before[-1:]))


def _power(scale: re.Match[str]) -> int:
    return next(power for _, power in _MULTIPLIERS if scale[f"m{power}"])


def _plain(value: Decimal) -> Decimal:
    """The value without trailing zeros after the point and without an exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _in_words(text: str) -> list[Number]:
    return [
        Number(value, spelt.start(), spelt.end(), spelt=True)
        for spelt in _SPELT.finditer(text)
        if (value := _spelt_value(re.split(r" and a | and |[ -]", spelt.group().lower()))) is not None
        and not re.search(r"\d[ \u00a0-]?$", text[max(0, spelt.start() - 2) : spelt.start()])
    ]


def _spelt_value(words: list[str]) -> Decimal | None:
    """The value of number words in order; None when no plain number is among them."""
    total, group, counted = Decimal(0), Decimal(0), False
    for word in words:
        if word in _HALVES or word in _WORDS:
            group += _HALVES.get(word) or Decimal(_WORDS[word])
            counted = True
        elif _SCALES[word] == _HUNDRED:
            group, counted = (group or 1) * Decimal(_HUNDRED), True
        else:
            total, group = total + (group or 1) * Decimal(_SCALES[word]), Decimal(0)
    return _plain(total + group) if counted and total + group < _MOST else None
