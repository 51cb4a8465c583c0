"""The closed table of units: what each measures, and how it turns into another, exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from pathlib import Path
from typing import Final

from pydantic import RootModel

from knowledge.errors import UnknownUnit, WrongDimension
from knowledge.text import Data, Language
from knowledge.yamlfile import parse, read_yaml

EXACT: Final = Context(prec=60)
"""Wide enough that no product or quotient of admissible values is rounded at a threshold."""


class _Unit(Data):
    factor: Decimal
    kk: tuple[str, ...]
    ru: tuple[str, ...]
    en: tuple[str, ...]


class _Table(RootModel[dict[str, dict[str, _Unit]]]):
    """Dimension → unit → factor and spellings."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``value × factor`` is the same quantity in the base unit of its dimension."""

    id: str
    dimension: str
    factor: Decimal
    spellings: Mapping[Language, tuple[str, ...]]

    def spelled(self, language: Language) -> str:
        """The unit as written in a text of this language; its id where the language has no word."""
        words = self.spellings[language] or self.spellings["en"]
        return words[0] if words else ("" if self.id == "1" else self.id)


def _key(spelling: str) -> str:
    """A spelling without the differences that carry no meaning: spaces, dots, look-alikes, ²."""
    folded = spelling.strip().replace("²", "2").replace("³", "3").replace("₂", "2")
    folded = folded.replace("СО2", "CO2").replace("СO2", "CO2").replace("CО2", "CO2").replace("CO2е", "CO2e")
    folded = folded.replace("CO2-экв", "CO2e").replace("CO2-eq", "CO2e").replace("CO2eq", "CO2e")
    return re.sub(r"[\s.·⋅∙•*×-]+", "", folded)


class Units:
    """The table, looked up by id or by any spelling."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._by_id = {unit.id: unit for unit in units}
        self._by_spelling: dict[str, Unit] = {}
        self._caseless: dict[str, Unit | None] = {}
        for unit in units:
            for spelling in (unit.id, *(word for words in unit.spellings.values() for word in words)):
                self._by_spelling.setdefault(_key(spelling), unit)
                lower = _key(spelling).lower()
                known = self._caseless.setdefault(lower, unit)
                if known is not unit:
                    self._caseless[lower] = None  # ambiguous once the case is lost

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_id.values())

    def __getitem__(self, unit: str) -> Unit:
        """The unit of this id or spelling; raises UnknownUnit.

        >>> units()["кВт"].id, units()["кв. км"].id, units()["MWH"].id
        ('kW', 'km2', 'MWh')
        """
        found = (
            self._by_id.get(unit)
            or self._by_spelling.get(_key(unit))
            or self._caseless.get(_key(unit).lower())
        )
        if found is None:
            raise UnknownUnit(unit)
        return found

    def convert(self, value: Decimal, given: str, wanted: str) -> Decimal:
        """The same quantity in another unit; raises UnknownUnit or WrongDimension.

        >>> units().convert(Decimal(300), "ha", "km2")
        Decimal('3')
        """
        source, target = self[given], self[wanted]
        if source.dimension != target.dimension:
            raise WrongDimension(given, wanted)
        return EXACT.divide(EXACT.multiply(value, source.factor), target.factor)


_CACHE: dict[Path, Units] = {}
_TABLE: Final = Path(__file__).with_name("units.yaml")


def units(path: Path = _TABLE) -> Units:
    """The table of a file, read once."""
    if path not in _CACHE:
        table = parse(_Table, read_yaml(path), path).root
        _CACHE[path] = Units(
            tuple(
                Unit(name, dimension, unit.factor, {"kk": unit.kk, "ru": unit.ru, "en": unit.en})
                for dimension, members in table.items()
                for name, unit in members.items()
            )
        )
    return _CACHE[path]
