"""Facts as people state them, checked and brought to exact numbers before anything is evaluated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any

from evaluator.errors import FactFault, FaultCode, UnusableFacts
from knowledge.errors import UnknownUnit, WrongDimension
from knowledge.facts import FactSpec
from knowledge.units import EXACT, Units

_DIGITS = 28
_QUANTITY = re.compile(r"\s*(?P<number>[-+−]?\d[\d\s  ]*(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?)\s*(?P<unit>.*?)\s*")
_IGNORED = frozenset({"activity_code"})  # paragraph 4 and note *: the codes never decide
_KEYS = frozenset({"value", "unit", "standing", "evidence", "ruled_by", "phrase"})


class Standing(IntEnum):
    """How far a fact may be relied on."""

    PROPOSED = 0
    DECLARED = 1
    EVIDENCED = 2

    @property
    def word(self) -> str:
        return self.name.lower()


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


def _statements(spec: FactSpec, given: Any, units: Units) -> Iterable[Statement]:
    several = isinstance(given, list) and (spec.kind != "quantities" or any(isinstance(x, Mapping) for x in given))
    for one in given if several else [given]:
        statement = _statement(spec, one, units)
        if statement is not None:
            yield statement


def _statement(spec: FactSpec, given: Any, units: Units) -> Statement | None:
    extra: dict[str, Any] = {}
    unit: str | None = None
    if isinstance(given, Mapping):
        if set(given) - _KEYS:
            raise _Unusable("wrong_kind", wanted=spec.kind)
        unit = _text(given.get("unit"), spec)
        standing = given.get("standing", "declared")
        if standing not in ("proposed", "declared", "evidenced"):
            raise _Unusable("wrong_kind", wanted=spec.kind)
        extra = {
            "standing": Standing[standing.upper()],
            "evidence": _text(given.get("evidence"), spec),
            "ruled_by": _text(given.get("ruled_by"), spec),
        }
        given = given.get("value")
        if given is None:
            return None
    if spec.kind in ("attested", "judged"):
        if not isinstance(given, bool):
            raise _Unusable("wrong_kind", wanted=spec.kind)
        return Statement(given, None, given, **extra)
    if spec.kind == "choice":
        return Statement(_choice(spec, given), None, given, **extra)
    if spec.kind == "date":
        date = _date(given)
        return Statement(date, None, date, **extra)
    return _measured(spec, given, unit, units, extra)


def _measured(spec: FactSpec, given: Any, unit: str | None, units: Units, extra: dict[str, Any]) -> Statement:
    if spec.kind == "quantities":
        parts = re.split(r"[+;]", given) if isinstance(given, str) else given
        parts = parts if isinstance(parts, list) else [parts]
        read = [_quantity(spec, part, unit, units) for part in parts]
        if not read:
            raise _Unusable("wrong_kind", wanted=spec.kind)
        shown = read[-1][1]
        value = tuple(units.convert(number, own, shown) for number, own, _ in read)
        return Statement(value, shown, sum((base for _, _, base in read), Decimal(0)), **extra)
    number, own, base = _quantity(spec, given, unit, units)
    return Statement(number, own, base, **extra)


def _quantity(spec: FactSpec, given: Any, unit: str | None, units: Units) -> tuple[Decimal, str, Decimal]:
    """The number as stated, the unit's id, and the amount in the base unit of the dimension."""
    wanted = spec.unit or ""
    number = given
    if isinstance(given, str):
        match = _QUANTITY.fullmatch(given)
        if match is None:
            raise _Unusable("not_a_number", given=given[:40])
        number, written = match["number"], match["unit"]
        if written and unit and units_differ(written, unit, units):
            raise _Unusable("wrong_unit", given=written, wanted=wanted)
        unit = written or unit
    value = _number(number)
    if unit is None and wanted != "1":
        raise _Unusable("wrong_unit", given=str(number), wanted=wanted)
    try:
        found = units[unit or "1"]
        limits = units[wanted]
        if found.dimension != limits.dimension:
            raise WrongDimension(found.id, wanted)
    except (UnknownUnit, WrongDimension) as error:
        raise _Unusable("wrong_unit", given=str(unit), wanted=wanted) from error
    base = EXACT.multiply(value, found.factor)
    for bound, code, beyond in ((spec.minimum, "below_minimum", -1), (spec.maximum, "above_maximum", 1)):
        if bound is not None and base.compare(EXACT.multiply(bound, limits.factor)) == beyond:
            limit = {"limit": format(bound, "f"), "unit": wanted}
            raise _Unusable(code, given=f"{format(value, 'f')} {found.id}", **limit)  # type: ignore[arg-type]
    return value, found.id, base


def units_differ(one: str, other: str, units: Units) -> bool:
    """Whether two spellings are different units, or no units at all."""
    try:
        return units[one] is not units[other]
    except UnknownUnit:
        return True


def _number(given: Any) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, int | float | str | Decimal):
        raise _Unusable("wrong_kind", wanted="quantity")
    text = re.sub(r"[\s  ]", "", str(given)).replace(",", ".").replace("−", "-")
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise _Unusable("not_a_number", given=str(given)[:40]) from None
    if not value.is_finite() or len(value.as_tuple().digits) > _DIGITS or abs(value.adjusted()) > _DIGITS:
        raise _Unusable("not_a_number", given=str(given)[:40])
    return value


def _choice(spec: FactSpec, given: Any) -> str:
    if not isinstance(given, str):
        raise _Unusable("wrong_kind", wanted=spec.kind)
    if given not in (spec.choices or {}):
        raise _Unusable("unknown_choice", given=given[:40], choices=", ".join(spec.choices or {}))
    return given


def _date(given: Any) -> dt.date:
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(given)
    except (TypeError, ValueError):
        raise _Unusable("wrong_kind", wanted="date") from None


def _text(given: Any, spec: FactSpec) -> str | None:
    if given is not None and not isinstance(given, str):
        raise _Unusable("wrong_kind", wanted=spec.kind)
    return given or None
