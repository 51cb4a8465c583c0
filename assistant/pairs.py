"""Before and after in one breath: «было 400, станет 350 МВт·ч», "from 400 to 350", «400-ден 350-ге»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from assistant.cues import folded
from assistant.numbers import Number, numbers
from assistant.quantities import Quantity, levelled
from knowledge.text import Language

_FAR: Final = 70
_BEHIND: Final = 60  # so far before a pair a word may say that it was so
_END: Final = re.compile(r"[.!?;](?=\s|$)")
_WAS: Final = re.compile(
    r"\b(?:был[оаи]?|раньше|сейчас|до проекта|до модернизации|ныне|сжига\w+|расход\w+|потребля\w+"
    r"|трат\w+|бұрын\w*|қазір\w*|болған|болды|болатын|дейін|жоба\w+ дейін|was|were|used|before|"
    r"currently|now|today)\b[^.!?;]{0,45}$"
)
_FROM: Final = re.compile(r"\b(?:с|со|от|from)\s+$")
_TO: Final = re.compile(r"\b(?:до|to|down to)\s+(?:\S+\s+)?$")
_BECOMES: Final = re.compile(
    r"\b(?:стан\w+|стал[оаи]?|буд\w+|после|снизит\w+|сократ\w+|теперь|кейін|енді|will|after|becomes?"
    r"|became|drops?|falls?)\b"
)
_BECOMES_AFTER: Final = re.compile(r"^\S*(?:\s+\S+){0,2}\s+(?:болады|болмақ|түседі|азаяды|кейін)\b")
_ABLATIVE: Final = re.compile(r"^[\s\w%³²·./]{0,14}?-?[дтн][ае]н\b")
_DATIVE: Final = re.compile(r"^[\s\w%³²·./]{0,14}?(?:-?[ғгқк][ае]\b|\bдейін)")
_INSTEAD: Final = re.compile(r"\b(?:вместо|против|instead of|rather than)\b")
_IN_PLACE: Final = re.compile(r"\bорнына\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """A quantity before and after a project, in one unit; the unit is None when none is named."""

    before: Decimal
    after: Decimal
    unit: str | None
    dimension: str | None
    first: Quantity | Number
    second: Quantity | Number
    start: int
    end: int
    backwards: bool = False


def pairs(text: str, read: Sequence[Quantity], language: Language = "ru") -> tuple[Pair, ...]:
    """The before/after pairs of a text, given its quantities.

    >>> from assistant.quantities import quantities
    >>> from knowledge.units import units
    >>> text = "было 400, станет 350 МВт·ч"
    >>> [(str(p.before), str(p.after), p.unit) for p in pairs(text, quantities(text, units()))]
    [('400', '350', 'MWh')]
    """
    plain = folded(levelled(text))
    united = {quantity.head: quantity for quantity in read}
    said = [n for n in numbers(plain, language) if not n.spelt or n.start in united]
    found: list[Pair] = []
    for first, second in pairwise(said):
        if found and first.start < found[-1].end:
            continue
        pair = _pair(plain, first, second, united)
        if pair:
            found.append(pair)
    return tuple(found)


def _pair(plain: str, first: Number, second: Number, united: dict[int, Quantity]) -> Pair | None:
    """Two neighbouring numbers as before and after, or None."""
    one, two = united.get(first.start), united.get(second.start)
    between = plain[one.tail if one else first.end : second.start]
    if len(between) > _FAR or _END.search(between) or (two and two.ranged):
        return None
    if one and two and one.dimension != two.dimension:
        return None
    before = plain[max(0, first.start - _BEHIND) : first.start]
    direction = _direction(before, between, plain[second.end :], plain[first.end :])
    if direction is None:
        return None
    values = _scaled(first, second)
    unit = two or one
    if one and two and one.unit != two.unit:
        return None
    earlier, later = values if direction == "forward" else values[::-1]
    end = two.tail if two else second.end
    return Pair(
        earlier, later, unit.unit if unit else None, unit.dimension if unit else None,
        one or first, two or second, first.start, end, backwards=direction == "backward",
    )  # fmt: skip


def _direction(before: str, between: str, after: str, following: str) -> str | None:
    """Which of the two comes first in time."""
    if _INSTEAD.search(between):
        return "backward"
    forward = (
        (_FROM.search(before) and _TO.search(between))
        or (_WAS.search(before) and (_BECOMES.search(between) or _BECOMES_AFTER.match(after)))
        or (_WAS.search(before) and _TO.search(between))
        or (_ABLATIVE.match(following) and _DATIVE.match(after))
        or _IN_PLACE.search(between)
    )
    return "forward" if forward else None


def _scaled(first: Number, second: Number) -> tuple[Decimal, Decimal]:
    """Both values under one multiplier: «400 тысяч, станет 350» is 350 thousand."""
    one, two = first.value, second.value
    if first.scale > 1 and second.scale == 1 and two < first.scale:
        two *= first.scale
    if second.scale > 1 and first.scale == 1 and one < second.scale:
        one *= second.scale
    return one, two
