"""Units: every spelling, exactly, and nothing that could be two things."""

from decimal import Decimal

import pytest

from knowledge.errors import UnknownUnit, WrongDimension
from knowledge.units import units

UNITS = units()
EVERY = [(word, unit.id) for unit in UNITS for words in unit.spellings.values() for word in words]


@pytest.mark.parametrize(("spelling", "unit"), sorted(set(EVERY)))
def test_every_spelling_of_the_table_finds_its_unit(spelling: str, unit: str) -> None:
    assert UNITS[spelling].id == unit
    assert UNITS[f"  {spelling} "].id == unit


def test_no_spelling_belongs_to_two_units() -> None:
    owners: dict[str, set[str]] = {}
    for spelling, unit in EVERY:
        owners.setdefault(spelling, set()).add(unit)
    assert {spelling: owned for spelling, owned in owners.items() if len(owned) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("МВт", "MW"), ("мвт", "MW"), ("Mw", "MW"), ("MWH", "MWh"), ("кВт*ч", "kWh"), ("кВт·сағ", "kWh"),
        ("КВТ", "kW"), ("km²", "km2"), ("кв. км", "km2"), ("га", "ha"), ("м3", "m3"), ("м³", "m3"),
        ("Вт/м²", "W/m2"), ("kg CO2-eq", "kgCO2e"), ("т СО2", "tCO2e"), ("%", "%"), ("", "1"),
    ],
)  # fmt: skip
def test_case_dots_and_look_alike_letters_make_no_difference(spelling: str, unit: str) -> None:
    assert UNITS[spelling or "1"].id == unit


@pytest.mark.parametrize("spelling", ["parsec", "MWx", "", " ", "k W h h", "кг/кг/кг"])
def test_what_is_no_unit_is_said_to_be_none(spelling: str) -> None:
    with pytest.raises(UnknownUnit):
        UNITS[spelling]


def test_power_and_energy_are_never_confused() -> None:
    for power in ("W", "kW", "MW", "GW"):
        assert UNITS[power].dimension != UNITS[f"{power}h"].dimension
        with pytest.raises(WrongDimension):
            UNITS.convert(Decimal(1), power, f"{power}h")


def test_milliwatts_never_pass_for_megawatts_of_another_case() -> None:
    """`mW` is a milliwatt by the book; the table holds none: it reads as MW or as nothing."""
    assert UNITS["MW"].factor == 1_000_000
    try:
        found = UNITS["mW"]
    except UnknownUnit:
        return
    assert found.id == "MW"


@pytest.mark.parametrize("one", ["gCO2e/km", "gCO2e/tkm", "gCO2e/pkm"])
def test_per_kilometre_per_tonne_and_per_passenger_are_different_things(one: str) -> None:
    others = {"gCO2e/km", "gCO2e/tkm", "gCO2e/pkm", "gCO2e/kWh"} - {one}
    for other in others:
        with pytest.raises(WrongDimension):
            UNITS.convert(Decimal(1), one, other)


@pytest.mark.parametrize(
    ("value", "given", "wanted", "result"),
    [
        ("0.1", "GW", "MW", "100"), ("300", "ha", "km2", "3"), ("1", "km2", "m2", "1000000"),
        ("1", "MWh", "GJ", "3.6"), ("1", "Gcal", "GJ", "4.1868"), ("1", "tce", "GJ", "29.3076"),
        ("1", "toe", "Gcal", "10"), ("0.1", "kgCO2e/kWh", "gCO2e/kWh", "100"),
        ("0.11", "tCO2e/MWh", "gCO2e/kWh", "110"), ("0.55", "tCO2e/kW", "kgCO2e/kW", "550"),
        ("1", "MW/km2", "W/m2", "1"), ("2.5", "thousand_m3", "m3", "2500"),
    ],
)  # fmt: skip
def test_conversions_are_exact(value: str, given: str, wanted: str, result: str) -> None:
    assert UNITS.convert(Decimal(value), given, wanted) == Decimal(result)


def test_there_and_back_is_the_same_number_for_all_units_of_a_dimension() -> None:
    value = Decimal("123.456789")
    for one in UNITS:
        for other in UNITS:
            if one.dimension == other.dimension:
                there = UNITS.convert(value, one.id, other.id)
                back = UNITS.convert(there, other.id, one.id)
                assert abs(back - value) < Decimal("1e-50")


def test_every_unit_can_be_written_in_every_language() -> None:
    for unit in UNITS:
        if unit.id != "1":
            assert unit.spelled("kk")
            assert unit.spelled("ru")
            assert unit.spelled("en")
            assert unit.factor > 0
