"""The numbers of a text, each for at most one fact: by unit, by cue, by what was asked.

Before/after pairs come first, then lists of equal units («2×6 МВт»), then each number for the fact
whose cue stands nearest; where several facts may be meant alike, nothing is proposed.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from assistant.cues import all_cues, clause, distance, folded, found
from assistant.numbers import numbers
from assistant.pairs import Pair, pairs
from assistant.proposal import Figure, Proposal, Spec
from assistant.quantities import Quantity, levelled, quantities
from knowledge.text import Language
from knowledge.units import Units

_NEAR: Final = 60
_MOST: Final = 200  # more things of one kind than this are no list
_MONEY: Final = re.compile(
    r"\b(?:годовых|ставк\w+|взнос\w*|скидк\w+|процентн\w+ ставк|под\s+\d|ндс|interest|rate|deposit"
    r"|down payment|discount|vat|мөлшерлеме\w*|жарна\w*|үстеме\w*|жылдық)\b"
)
_EACH_BEFORE: Final = re.compile(r"\b(?:по|кажд\w+|each|әрқайсы\w*|әр)\s+(?:\S+\s+)?$")
_EACH_AFTER: Final = re.compile(r"^[\s,-]*(?:кажд\w+|each|apiece|a piece)\b")
_OF_SEVERAL: Final = re.compile(
    r"^[-\w]*\s+(?:(?P<count>\d+|екі|үш|төрт|бес|алты)\s+)?(?:агрегат|турбин|генератор|turbines|units"
    r"|generators|machines)"
)
_NEAREST: Final = 12  # a number without a unit stands right beside its cue
_BESIDE: Final = 40
_COUNT_BEFORE: Final = re.compile(r"(\d{1,3})\s*[xх×*]\s*$")
_AS_EMISSIONS: Final = {"kg": "kgCO2e", "t": "tCO2e", "thousand_t": "thousand_tCO2e"}


class Amounts:
    """The numbers of one text, read for the facts that a row can ask for."""

    def __init__(
        self,
        text: str,
        specs: Mapping[str, Spec],
        units: Units,
        language: Language,
        asked: str | None,
    ) -> None:
        amounts = ("quantity", "quantities")
        self._text, self._units, self._language, self._asked = text, units, language, asked
        self._specs = {name: spec for name, spec in specs.items() if spec.kind in amounts}
        self._plain = folded(levelled(text))
        self._read = quantities(text, units, language)
        self._heads = {quantity.head for quantity in self._read}
        self._pairs = pairs(text, self._read, language)
        self._cues = {name: found(all_cues(spec.cues), self._plain) for name, spec in self._specs.items()}

    def proposals(self) -> Iterator[Proposal]:
        """Numbers: pairs first, then lists of units, then each number for its nearest fact."""
        taken: list[tuple[int, int]] = []
        filled: set[str] = set()
        for proposal in (*self._paired(), *self._each()):
            filled.add(proposal.fact)
            yield proposal
        taken += [(pair.start, pair.end) for pair in self._pairs]
        free = [
            quantity
            for quantity in (*self._read, *self._bare())
            if not any(start <= quantity.head < end for start, end in taken)
            and not quantity.ranged
            and not self._is_each(quantity)
        ]
        yield from self._nearest(free, filled)

    def _bare(self) -> Iterator[Quantity]:
        """Numbers without a unit, for facts that count («50 пассажиров»)."""
        if not any(spec.unit == "1" for spec in self._specs.values()):
            return
        for number in numbers(self._plain, self._language):
            if number.start not in self._heads and not number.spelt:
                phrase = self._text[number.start : number.end]
                yield Quantity(
                    number.value, "1", "number", phrase,
                    number.start, number.end, number.start, number.end,
                )  # fmt: skip

    def _paired(self) -> Iterator[Proposal]:
        """Before/after facts from before/after pairs."""
        for pair in self._pairs:
            stem = self._stem(pair)
            if stem is None:
                continue
            unit = self._unit(self._specs[f"{stem}_before"], pair.unit, pair.dimension)
            phrase = self._text[pair.start : pair.end]
            values = (("before", pair.before), ("after", pair.after))
            for ending, value in values:
                yield Proposal(f"{stem}_{ending}", value, unit, phrase, pair.start, pair.end)

    def _stem(self, pair: Pair) -> str | None:
        """What a pair is of: the only such facts that its unit fits, those asked, or the nearest."""
        stems = [
            name.removesuffix("_before")
            for name, spec in self._specs.items()
            if name.endswith("_before")
            and f"{name.removesuffix('_before')}_after" in self._specs
            and self._unit(spec, pair.unit, pair.dimension)
        ]
        pending = [stem for stem in stems if self._asked and self._asked.startswith(f"{stem}_")]
        if pair.unit is None or len(stems) <= 1 or pending:
            return next(iter(pending or (stems if pair.unit else [])), None)
        near = {stem: self._stem_distance(stem, pair) for stem in stems}
        best = sorted((away, stem) for stem, away in near.items() if away is not None)
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    def _stem_distance(self, stem: str, pair: Pair) -> int | None:
        """The distance of the nearest cue of these facts, or of their reduction."""
        away = [
            gap
            for ending in ("_before", "_after", "_reduction")
            for cue in self._cues.get(stem + ending, ())
            if (gap := distance(self._plain, cue, pair.start, pair.end)) is not None
        ]
        return min(away, default=None)

    def _each(self) -> Iterator[Proposal]:
        """A list of units of one kind: «2×6 МВт», «две турбины по 6 МВт»."""
        lists = [name for name, spec in self._specs.items() if spec.kind == "quantities"]
        for quantity in self._read:
            count, start = self._count(quantity)
            fits = [n for n in lists if self._unit(self._specs[n], quantity.unit, quantity.dimension)]
            if self._is_each(quantity) and count and fits:
                phrase = self._text[start : quantity.end]
                value = (quantity.value,) * count
                yield Proposal(fits[0], value, quantity.unit, phrase, start, quantity.end)

    def _is_each(self, quantity: Quantity) -> bool:
        """Whether a quantity is that of each of several things."""
        after = self._plain[quantity.tail :]
        behind = max(0, quantity.start - _NEAR)
        if _EACH_BEFORE.search(self._plain, behind, quantity.start) or _EACH_AFTER.match(after):
            return True
        several = _OF_SEVERAL.match(after)
        return bool(self._times(quantity) or (several and (several["count"] or self._count(quantity)[0])))

    def _times(self, quantity: Quantity) -> re.Match[str] | None:
        """The number before a sign of multiplication: «2×6 МВт»."""
        return _COUNT_BEFORE.search(self._plain, max(0, quantity.head - _BESIDE), quantity.head)

    def _count(self, quantity: Quantity) -> tuple[int, int]:
        """How many things there are, by the nearest small number, and where the phrase begins."""
        if times := self._times(quantity):
            return int(times[1]), times.start()
        left, right = clause(self._plain, quantity.start, quantity.end)
        left, right = max(left, quantity.start - _BESIDE), min(right, quantity.tail + _BESIDE)
        near = [
            (left + said.start, int(said.value))
            for said in numbers(self._plain[left:right], self._language)
            if said.scale == 1 and 1 < said.value <= _MOST and said.value == int(said.value)
            if left + said.start not in self._heads
        ]
        if not near:
            return 0, quantity.start
        place, count = min(near, key=lambda one: abs(one[0] - quantity.head))
        return count, min(place, quantity.start)

    def _nearest(self, free: Sequence[Quantity], filled: set[str]) -> Iterator[Proposal]:
        """Each number for the fact whose cue stands nearest; a tie is no answer."""
        offers = sorted(self._offers(free), key=lambda offer: offer[:2])
        used: set[int] = set()
        for (_, head), group in groupby(offers, key=lambda offer: offer[:2]):
            tied = [(f, q, unit) for _, _, f, q, unit in group if f not in filled]
            names = {name for name, _, _ in tied}
            if head in used or not tied:
                continue
            if len(names) > 1:
                used.add(head)  # several facts may be meant: say nothing
                continue
            name, quantity, unit = tied[0]
            used.add(head)
            filled.add(name)
            yield Proposal(name, quantity.value, unit, quantity.phrase, quantity.start, quantity.end)

    def _offers(self, free: Sequence[Quantity]) -> Iterator[tuple[int, int, str, Quantity, str]]:
        """(distance, place, fact, quantity, unit) for each fact that a number may be meant for."""
        alike = Counter(quantity.dimension for quantity in free)
        for quantity in free:
            if quantity.period not in (None, "year") and quantity.dimension != "mass_flow":
                continue
            fits = {
                name: unit
                for name, spec in self._specs.items()
                if spec.kind == "quantity" and (unit := self._unit(spec, quantity.unit, quantity.dimension))
            }
            for name, unit in fits.items():
                away = self._away(name, quantity)
                alone = len(fits) == 1 and alike[quantity.dimension] == 1
                if name == self._asked:
                    yield -1, quantity.head, name, quantity, unit
                elif away is not None and away <= (_NEAREST if quantity.unit == "1" else _NEAR):
                    yield away, quantity.head, name, quantity, unit
                elif alone and quantity.unit != "1" and not self._is_money(quantity):
                    yield _NEAR + 1, quantity.head, name, quantity, unit

    def _away(self, name: str, quantity: Quantity) -> int | None:
        """The distance of the nearest cue of a fact, if it is near at all."""
        left, right = quantity.head - _NEAR, quantity.tail + _NEAR
        away = [
            gap
            for cue in self._cues[name]
            if cue.end >= left
            and cue.start <= right
            and (gap := distance(self._plain, cue, quantity.head, quantity.tail)) is not None
        ]
        return min(away, default=None)

    def _is_money(self, quantity: Quantity) -> bool:
        """Whether a percentage is one of a loan and not of the project."""
        left, right = clause(self._plain, quantity.start, quantity.end)
        return quantity.unit == "%" and bool(_MONEY.search(self._plain[left:right]))

    def _unit(self, spec: Spec, unit: str | None, dimension: str | None) -> str | None:
        """The unit in which a quantity answers a fact; None when it measures something else."""
        if spec.unit is None:
            return None
        if unit is None:
            return spec.unit
        wanted = self._units[spec.unit].dimension
        if wanted == dimension:
            return unit
        if wanted == "emissions" and unit in _AS_EMISSIONS:
            return _AS_EMISSIONS[unit]  # «выбросы 500 тонн»: of what, the fact says
        return None

    def figures(self, amounts: Collection[Proposal]) -> Iterator[Figure]:
        """The quantities that no proposal holds; spans of time and ends of ranges are none."""
        for quantity in self._read:
            held = any(p.start <= quantity.head < p.end for p in amounts)
            if not held and not quantity.ranged and quantity.dimension != "duration":
                yield Figure(quantity.value, quantity.unit, quantity.phrase, quantity.start, quantity.end)
