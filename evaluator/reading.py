"""What a fact is known to be, at a floor: stated, derived, contradicted, or not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from evaluator.facts import FactSheet, Standing, Statement
from knowledge.facts import Derivation, FactSpec
from knowledge.units import EXACT, Units

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Reading:
    """The one value of a fact.

    ``amount`` is compared (base unit); ``value`` and ``unit`` are shown; ``parts`` are the readings
    a derived value was worked out from; ``conflict`` names values that contradict one another, and
    then ``amount`` is None: the fact reads as unknown.
    """

    fact: str
    amount: Any
    value: Any = None
    unit: str | None = None
    standing: Standing = Standing.DECLARED
    source: Literal["stated", "derived"] = "stated"
    parts: tuple[Reading, ...] = ()
    conflict: tuple[tuple[Any, str | None], ...] = ()


@dataclass(slots=True)
class View:
    """The facts that stand at or above a floor, each read once."""

    sheet: FactSheet
    specs: Mapping[str, FactSpec]
    units: Units
    floor: Standing
    _read: dict[str, Reading | None] = field(default_factory=dict)

    def read(self, fact: str) -> Reading | None:
        """The reading of a fact, or None when nothing usable is known of it."""
        try:
            return self._read[fact]
        except KeyError:
            self._read[fact] = None  # a derivation that turns in a circle knows nothing
            self._read[fact] = reading = self._find(self.specs[fact])
            return reading

    def known(self, fact: str) -> Any:  # noqa: ANN401 - a truth, a choice, a date or a number
        """The amount of a fact, or None."""
        reading = self.read(fact)
        return None if reading is None else reading.amount

    def _find(self, spec: FactSpec) -> Reading | None:
        counted = [
            one
            for one in self.sheet.get(spec.id, ())
            if one.standing >= max(self.floor, Standing.DECLARED) and (spec.kind != "judged" or one.ruled_by)
        ]
        derived = self._derive(spec) if spec.derived else None
        if not counted:
            return derived
        first = max(counted, key=lambda one: one.standing)
        if any(one.amount != first.amount for one in counted):
            return Reading(spec.id, None, conflict=tuple((one.value, one.unit) for one in counted))
        if derived is None:
            return Reading(spec.id, first.amount, first.value, first.unit, first.standing)
        if derived.conflict:
            return derived
        if not self._agree(first, derived, spec):
            pair = ((first.value, first.unit), (derived.value, derived.unit))
            return Reading(spec.id, None, parts=derived.parts, conflict=pair)
        return derived

    def _agree(self, stated: Statement, derived: Reading, spec: FactSpec) -> bool:
        """Whether a stated value is the derived one, up to the decimals it was stated with."""
        if stated.unit is None or spec.unit is None or isinstance(stated.value, tuple):
            return bool(stated.amount == derived.amount)
        exact = self.units.convert(derived.value, spec.unit, stated.unit)
        step = Decimal(1).scaleb(min(0, int(stated.value.as_tuple().exponent)))
        return bool(abs(exact - stated.value) * 2 <= step)

    def _derive(self, spec: FactSpec) -> Reading | None:
        derivation = spec.derived
        if derivation is None:
            return None
        parts = tuple(filter(None, (self.read(part) for part in derivation.parts)))
        if len(parts) < len(derivation.parts):
            return None
        torn = [part for part in parts if part.amount is None]
        if torn:
            return Reading(spec.id, None, parts=parts, conflict=torn[0].conflict)
        value = _work_out(derivation, [part.amount for part in parts], self.units)
        if value is None:
            return None
        unit = spec.unit or "1"
        if derivation.sum:
            value = EXACT.divide(value, self.units[unit].factor)
        amount = EXACT.multiply(value, self.units[unit].factor)
        standing = min(part.standing for part in parts)
        return Reading(spec.id, amount, value, unit, standing, "derived", parts)


def _work_out(derivation: Derivation, amounts: list[Decimal], units: Units) -> Decimal | None:
    """The derived value in the fact's own unit (of a sum: in the base unit); None if not defined."""
    if derivation.sum:
        return amounts[0]
    if derivation.ratio:
        over = EXACT.divide(amounts[1], units[derivation.ratio.per].factor)
        return (
            EXACT.divide(EXACT.divide(amounts[0], units[derivation.ratio.in_].factor), over) if over else None
        )
    whole = amounts[0] if derivation.reduction else amounts[1]
    part = EXACT.subtract(amounts[0], amounts[1]) if derivation.reduction else amounts[0]
    return EXACT.divide(EXACT.multiply(part, _HUNDRED), whole) if whole else None
