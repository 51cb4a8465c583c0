"""The order of the rows for a text, and how likely each is, once more is known than its words.

A row whose own limits the text contradicts is put behind the others (before them, to say why, when
nothing else is likely); an activity code only nudges; of several things named each row is about as
likely as its piece is sure; a vague text leaves some chance to each look-alike.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Self

from assistant.components import Component

InScope = Literal["met", "not_met", "unknown"]
ScopeOf = Callable[[str, str], InScope]

_CONSIDERED: Final = 8  # so many rows are asked for their scope
_SECTORS: Final = 2  # and the other rows of the sectors of so many
_NUDGE: Final = 1.3  # a fitting activity code multiplies the odds by no more than this
_FAINT: Final = 0.15  # less than this is no candidate once rows are ruled out
_BESIDE: Final = 0.95  # a thing named besides is about as likely as the first, and behind it
_OPEN: Final = 0.2  # the chance that a vague text hands to its look-alikes, in equal parts
_LONGEST: Final = 80  # letters of a phrase that rules a row out
_FIGURE: Final = re.compile(r"\d[\d\s.,]*(?P<unit>[^\W\d_]+(?:/[^\W\d_]+\d?)?)?")
_ACTIVITY: Final = re.compile(r"\d{2}(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Ranking:
    """Rows likeliest first (`order`) with their chances, those ruled out, each with the phrase that
    does it, and the several things named.
    """

    order: tuple[str, ...]
    likely: Mapping[str, float]
    out: Mapping[str, str]
    parts: tuple[Component, ...]

    @property
    def left(self) -> list[str]:
        """The rows not ruled out, likeliest first."""
        return [code for code in self.order if code not in self.out]

    @property
    def nothing_left(self) -> bool:
        """Whether the likeliest row is ruled out and no other is likely."""
        return self.order[0] in self.out

    def opened(self, rows: Sequence[str]) -> Self:
        """The ranking when it is open which of some rows is meant."""
        share = _OPEN / len(rows)
        likely = {
            code: (1 - _OPEN) * chance + (share if code in rows else 0.0)
            for code, chance in self.likely.items()
        }
        behind = [code for code in self.order if code in self.out]
        return replace(self, order=(*_sorted(likely, self.left), *behind), likely=likely)


def rank(
    text: str,
    chances: Mapping[str, float],
    parts: Sequence[Component],
    activities: Mapping[str, str],
    oked: str | None,
    scope_of: ScopeOf | None,
) -> Ranking:
    """The rows in order, from their chances by the words of the text; `activities` are the printed
    codes of each row.
    """
    nudged = {code for code, printed in activities.items() if _has_code(printed, oked)}
    before = _sorted(chances, chances, nudged)
    out = _ruled_out(text, before, parts, scope_of)
    likely = _handed_on(chances, out.keys())
    left = _sorted(likely, [code for code in chances if code not in out], nudged)
    behind = [code for code in before if code in out]
    if before[0] in out and likely[left[0]] < _FAINT:
        return Ranking((*behind, *left), likely, out, ())
    kept = tuple(part for part in parts if part.code not in out)
    kept = kept if len(kept) > 1 else ()
    for part in kept:
        likely[part.code] = max(likely[part.code], _BESIDE * likely[left[0]] * part.confidence)
    return Ranking((*_sorted(likely, left, nudged), *behind), likely, out, kept)


def _sorted(likely: Mapping[str, float], codes: Iterable[str], nudged: Iterable[str] = ()) -> list[str]:
    """Rows likeliest first; some are nudged forward."""
    fitting = set(nudged)
    weights = {code: likely[code] * (_NUDGE if code in fitting else 1) for code in codes}
    return sorted(weights, key=lambda code: (-weights[code], code))


def _ruled_out(
    text: str, ranked: Sequence[str], parts: Sequence[Component], scope_of: ScopeOf | None
) -> dict[str, str]:
    """Of the likeliest rows those whose scope the text contradicts, with the phrase that does.

    A row of one of several things is judged by the words of that thing alone.
    """
    if scope_of is None:
        return {}
    own = {part.code: part.text for part in parts}
    sectors = {_sector(code) for code in ranked[:_SECTORS]}  # where a chance may be handed on
    out = {}
    for place, code in enumerate(ranked):
        said = own.get(code, text)
        if (place < _CONSIDERED or _sector(code) in sectors) and scope_of(code, said) == "not_met":
            out[code] = _contradicting(said)
    return out


def _contradicting(said: str) -> str:
    """The first figure of a text with its unit, or the beginning of a text without one."""
    figures = (found.group() for found in _FIGURE.finditer(said) if found["unit"])
    return next(figures, said.strip()[:_LONGEST])


def _sector(code: str) -> str:
    """The sector of a row: `1.4` of `1.4.2`."""
    return code.rpartition(".")[0]


def _handed_on(chances: Mapping[str, float], out: Iterable[str]) -> dict[str, float]:
    """The chances when rows are ruled out: each chance passes to the likeliest row of its sector
    that is left (a station too large for one row of hydropower is one of another).
    """
    found, gone = dict(chances), dict.fromkeys(out)
    for code in gone:
        left = [other for other in chances if other not in gone and _sector(other) == _sector(code)]
        if left:
            found[max(left, key=lambda other: chances[other])] += found[code]
        found[code] = 0.0
    return found


def _has_code(printed: str, oked: str | None) -> bool:
    """Whether a cell of activity codes names this code or the group it belongs to."""
    wanted = (oked or "").strip()
    return any(wanted == code or wanted.startswith(f"{code}.") for code in _ACTIVITY.findall(printed))
