"""What would change a verdict: the number needed, the paper needed, the cheapest way first."""

from decimal import Decimal
from typing import Any

import pytest

from evaluator.explain import present
from evaluator.whatif import Needed, Way, would_change
from knowledge.text import Language
from tests.evaluator.support import BOOK, CODES, DAY, cases, floor, verdict

HYDRO: dict[str, Any] = {
    "hydropower_plant": True,
    "rated_capacity": "40 MW",
    "reservoir_area": "5 km2",
    "lifecycle_emissions": "150 gCO2e/kWh",
    "eia_allows": True,
}


def ways(code: str, facts: dict[str, Any]) -> tuple[Way, ...]:
    return would_change(verdict(code, facts))


def bound(one: Needed) -> tuple[object, ...]:
    return one.fact, one.comparator, one.value, one.unit


def test_at_40_mw_the_reservoir_must_be_under_4_km2() -> None:
    (change,) = ways("1.4.2", HYDRO)[0].changes
    assert bound(change.needed[0]) == ("power_density", "above", 10, "W/m2")
    solved = {one.fact: one for one in change.through}
    assert bound(solved["reservoir_area"]) == ("reservoir_area", "below", 4, "km2")
    assert solved["reservoir_area"].given[0].fact == "rated_capacity"
    assert bound(solved["rated_capacity"]) == ("rated_capacity", "above", 50, "MW")


def test_the_bound_is_told_in_the_unit_that_the_person_used() -> None:
    (change,) = ways("1.4.2", {**HYDRO, "reservoir_area": "500 ha", "rated_capacity": "40000 kW"})[0].changes
    solved = {one.fact: bound(one)[1:] for one in change.through}
    assert solved == {"rated_capacity": ("above", 50000, "kW"), "reservoir_area": ("below", 400, "ha")}


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "4\u00a0км²"), ("ru", "меньше 4\u00a0км²"), ("en", "less than 4\u00a0km²")],
)
def test_the_bound_is_told_in_words_of_each_language(language: Language, words: str) -> None:
    told = present(verdict("1.4.2", HYDRO), language)["would_change"][0]
    assert words in told["text"]


def test_a_bound_is_rounded_to_the_side_on_which_it_still_holds() -> None:
    (change,) = ways("1.4.2", {**HYDRO, "rated_capacity": "33.3333333 MW"})[0].changes
    area = next(one for one in change.through if one.fact == "reservoir_area")
    assert area.value == Decimal("3.33333")
    assert Decimal("33.3333333") / area.value > 10


def test_the_cheapest_way_comes_first_and_what_is_merely_unknown_costs_less() -> None:
    facts = {fact: value for fact, value in HYDRO.items() if fact != "lifecycle_emissions"}
    found = ways("1.4.2", facts)
    assert [way.changes[0].test.fact for way in found] == ["lifecycle_emissions", "power_density"]
    assert found[0].cost < found[1].cost


@pytest.mark.parametrize("code", CODES)
def test_the_ways_of_every_case_are_in_order_and_none_contains_another(code: str) -> None:
    for case in cases(code):
        if "refused" in case or "on" in case:
            continue
        found = would_change(verdict(code, case["facts"], on=DAY, at=floor(case)))
        assert [way.cost for way in found] == sorted(way.cost for way in found)
        keys = [{change.key for change in way.changes} for way in found]
        assert not any(one < other for one in keys for other in keys)
        assert all(way.changes for way in found)


def test_each_alternative_paper_is_a_way_of_its_own() -> None:
    facts = {**HYDRO, "reservoir_area": "3 km2", "eia_allows": None}
    assert {change.test.fact for way in ways("1.4.2", facts) for change in way.changes} == {
        "ecological_expertise_allows",
        "screening_waives_eia",
        "eia_allows",
    }
    assert all(len(way.changes) == 1 for way in ways("1.4.2", facts))


def test_what_fails_twice_must_change_twice() -> None:
    facts = {
        **HYDRO,
        "rated_capacity": "5 MW",
        "lifecycle_emissions": "90 gCO2e/kWh",
        "hydropower_plant": None,
    }
    found = ways("1.4.2", facts)[0]
    assert [change.test.fact for change in found.changes] == ["hydropower_plant", "rated_capacity"]


def test_a_green_verdict_needs_no_change() -> None:
    assert ways("1.4.2", {**HYDRO, "reservoir_area": "3 km2"}) == ()


def test_a_date_that_has_passed_cannot_be_changed() -> None:
    import datetime as dt

    assert would_change(verdict("8.1.1", {}, on=dt.date(2036, 1, 1))) == ()


def test_an_exclusion_must_be_absent() -> None:
    facts = {
        "gas_power_or_heat": True,
        "dme_used": False,
        "direct_emissions_per_kwh": "250 gCO2e/kWh",
        "coal_primary_fuel": True,
    }
    (way,) = ways("8.1.1", facts)
    assert [(change.test.fact, change.met) for change in way.changes] == [("coal_primary_fuel", False)]


def test_a_number_already_known_is_asked_only_for_the_limit_it_misses() -> None:
    facts = {**HYDRO, "rated_capacity": "120 MW"}
    change = next(
        change
        for change in ways("1.4.2", facts)[0].changes
        if change.test.fact == "rated_capacity" and change.needed
    )
    assert [bound(one) for one in change.needed] == [("rated_capacity", "at_most", 100, "MW")]


def test_no_way_asks_for_a_thing_and_its_contrary() -> None:
    for way in ways("7.3.1", {}):
        told: dict[str | None, set[bool]] = {}
        for change in way.changes:
            told.setdefault(change.test.fact, set()).add(change.met)
        assert all(len(wanted) == 1 for wanted in told.values())


def test_a_before_value_that_would_be_divided_by_is_never_asked_to_be_at_least_nothing() -> None:
    facts = {"electricity_losses_after": "0 MWh"}
    assert "energy_network_efficiency" in BOOK.rule("2.1.3").facts
    solved = [one for way in ways("2.1.3", facts) for change in way.changes for one in change.through]
    assert solved
    assert all(one.comparator == "above" for one in solved if one.value == 0)
