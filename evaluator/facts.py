"""Facts as people state them, checked and brought to exact numbers before anything is evaluated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any, Final

from evaluator.errors import FactFault, FaultCode, UnusableFacts
from knowledge.errors import UnknownUnit
from knowledge.facts import FactSpec
from knowledge.units import EXACT, Unit, Units

_DIGITS: Final = 28
_SHOWN: Final = 40  # characters of a wrong value that are told back
_QUANTITY = re.compile(
    r"\s*(?P<number>[-+−]?\d[\d\s  ]*(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?)\s*(?P<unit>.*?)\s*"
)
_IGNORED = frozenset({"activity_code"})  # paragraph 4 and note *: the codes never decide
_KEYS = frozenset({"value", "unit", "standing", "evidence", "ruled_by", "phrase"})


class Standing(IntEnum):
    """How far a fact may be relied on."""

    PROPOSED = 0
    DECLARED = 1
    EVIDENCED = 2

    @property
    def word(self) -> str:
        """As it stands in JSON."""
        return self.name.lower()


_STANDINGS: Final = {standing.word: standing for standing in Standing}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one fact.

    ``amount`` is what is compared: a truth, a choice, a date, or a Decimal in the base unit of the
    dimension; ``value`` and ``unit`` are as stated, for showing it back.
    """

    value: Any
    unit: str | None
    amount: Any
    standing: Standing = Standing.DECLARED
    evidence: str | None = None
    ruled_by: str | None = None

    def told(self) -> dict[str, Any]:
        """The statement as plain data, in one form whatever way it was given in."""
        value: Any = self.value
        if isinstance(value, tuple):
            value = [format(part, "f") for part in value]
        elif isinstance(value, Decimal):
            value = format(value, "f")
        elif isinstance(value, dt.date):
            value = value.isoformat()
        told = {"value": value, "unit": self.unit, "standing": self.standing.word}
        extra = {"evidence": self.evidence, "ruled_by": self.ruled_by}
        return told | {key: text for key, text in extra.items() if text is not None}


FactSheet = Mapping[str, tuple[Statement, ...]]
"""Fact → its statements; a fact that is not known is not in it."""


class _Unusable(Exception):
    def __init__(self, code: FaultCode, **values: str) -> None:
        self.code: FaultCode = code
        self.values = values


def read_facts(raw: Mapping[str, Any], specs: Mapping[str, FactSpec], units: Units) -> FactSheet:
    """The facts of a request, each checked against its specification.

    A value is true, false, text ("40 MW", "leed"), a number of a pure-number fact, a mapping
    {value, unit, standing, evidence, ruled_by}, a list of several statements, or null (unknown).
    Raises UnusableFacts naming every fact that cannot be used.
    """
    sheet: dict[str, tuple[Statement, ...]] = {}
    faults: list[FactFault] = []
    for name, given in raw.items():
        if name in _IGNORED or given is None:
            continue
        spec = specs.get(name)
        if spec is None:
            faults.append(FactFault(name, "unknown_fact"))
            continue
        try:
            statements = tuple(_statements(spec, given, units))
        except _Unusable as error:
            faults.append(FactFault(name, error.code, error.values))
            continue
        if statements:
            sheet[name] = statements
    if faults:
        raise UnusableFacts(faults)
    return sheet


def _statements(spec: FactSpec, given: object, units: Units) -> Iterable[Statement]:
    listed = given if isinstance(given, list) else [given]
    several = spec.kind != "quantities" or any(isinstance(one, Mapping) for one in listed)
    for one in listed if several else [given]:
        statement = None if one is None else _statement(spec, one, units)
        if statement is not None:
            yield statement


def _statement(spec: FactSpec, given: object, units: Units) -> Statement | None:
    if not isinstance(given, Mapping):
        return _valued(spec, given, None, units)
    standing = _text(given.get("standing", "declared"), spec)
    if set(given) - _KEYS or standing not in _STANDINGS:
        raise _Unusable("wrong_kind", wanted=spec.kind)
    if given.get("value") is None:
        return None
    return replace(
        _valued(spec, given["value"], _text(given.get("unit"), spec), units),
        standing=_STANDINGS[standing],
        evidence=_text(given.get("evidence"), spec),
        ruled_by=_text(given.get("ruled_by"), spec),
    )


def _valued(spec: FactSpec, given: object, unit: str | None, units: Units) -> Statement:
    match spec.kind:
        case "attested" | "judged":
            if not isinstance(given, bool):
                raise _Unusable("wrong_kind", wanted=spec.kind)
            return Statement(given, None, given)
        case "choice":
            choice = _choice(spec, given)
            return Statement(choice, None, choice)
        case "date":
            date = _date(given)
            return Statement(date, None, date)
        case "quantities":
            parts = re.split(r"[+;]", given) if isinstance(given, str) else given
            read = [
                _quantity(spec, part, unit, units) for part in (parts if isinstance(parts, list) else [parts])
            ]
            if not read:
                raise _Unusable("wrong_kind", wanted=spec.kind)
            shown = read[-1][1]
            value = tuple(units.convert(number, own, shown) for number, own, _ in read)
            return Statement(value, shown, sum((base for _, _, base in read), Decimal(0)))
        case _:
            return Statement(*_quantity(spec, given, unit, units))


def _quantity(spec: FactSpec, given: object, unit: str | None, units: Units) -> tuple[Decimal, str, Decimal]:
    """The number as stated, the unit's id, and the amount in the base unit of the dimension."""
    wanted = units[spec.unit or "1"]
    number = given
    if isinstance(given, str):
        number, unit = _split(given, unit, wanted, units)
    value = _number(number)
    if unit is None and wanted.id != "1":
        raise _Unusable("wrong_unit", given=str(number), wanted=wanted.id)
    try:
        found = units[unit or "1"]
    except UnknownUnit:
        raise _Unusable("wrong_unit", given=str(unit), wanted=wanted.id) from None
    if found.dimension != wanted.dimension:
        raise _Unusable("wrong_unit", given=str(unit), wanted=wanted.id)
    base = EXACT.multiply(value, found.factor)
    told = {"given": f"{format(value, 'f')} {found.id}", "unit": wanted.id}
    if spec.minimum is not None and base < EXACT.multiply(spec.minimum, wanted.factor):
        raise _Unusable("below_minimum", limit=format(spec.minimum, "f"), **told)
    if spec.maximum is not None and base > EXACT.multiply(spec.maximum, wanted.factor):
        raise _Unusable("above_maximum", limit=format(spec.maximum, "f"), **told)
    return value, found.id, base


def _split(given: str, unit: str | None, wanted: Unit, units: Units) -> tuple[str, str | None]:
    """Number and unit of a text such as "40 MW"; a unit beside it must be the same one."""
    match = _QUANTITY.fullmatch(given)
    if match is None:
        raise _Unusable("not_a_number", given=given[:_SHOWN])
    written = match["unit"] or None
    if written and unit and _differ(written, unit, units):
        raise _Unusable("wrong_unit", given=written, wanted=wanted.id)
    return match["number"], written or unit


def _differ(one: str, other: str, units: Units) -> bool:
    try:
        return units[one] is not units[other]
    except UnknownUnit:
        return True


def _number(given: object) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, int | float | str | Decimal):
        raise _Unusable("wrong_kind", wanted="quantity")
    text = re.sub(r"[\s  ]", "", str(given)).replace(",", ".").replace("−", "-")
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise _Unusable("not_a_number", given=str(given)[:_SHOWN]) from None
    if not value.is_finite() or len(value.as_tuple().digits) > _DIGITS or abs(value.adjusted()) > _DIGITS:
        raise _Unusable("not_a_number", given=str(given)[:_SHOWN])
    return value


def _choice(spec: FactSpec, given: object) -> str:
    if not isinstance(given, str):
        raise _Unusable("wrong_kind", wanted=spec.kind)
    if given not in (spec.choices or {}):
        raise _Unusable("unknown_choice", given=given[:_SHOWN], choices=", ".join(spec.choices or {}))
    return given


def _date(given: object) -> dt.date:
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError:
        raise _Unusable("wrong_kind", wanted="date") from None


def _text(given: object, spec: FactSpec) -> str | None:
    if given is not None and not isinstance(given, str):
        raise _Unusable("wrong_kind", wanted=spec.kind)
    return given or None
