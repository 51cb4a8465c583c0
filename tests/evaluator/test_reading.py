"""What is known of a fact: stated, derived, contradicted, at a standing, ruled."""

from decimal import Decimal
from typing import Any

import pytest

from evaluator.facts import Standing
from evaluator.outcome import Outcome
from evaluator.reading import Reading, View
from tests.evaluator.support import KNOWLEDGE, sheet, verdict

HYDRO: dict[str, Any] = {"hydropower_plant": True, "rated_capacity": "40 MW", "eia_allows": True}


def read(fact: str, facts: dict[str, Any], at: Standing = Standing.DECLARED) -> Reading | None:
    return View(sheet(facts), KNOWLEDGE.facts, KNOWLEDGE.units, at).read(fact)


def test_power_density_is_worked_out_from_capacity_and_area() -> None:
    found = read("power_density", {"rated_capacity": "40 MW", "reservoir_area": "400 ha"})
    assert found is not None
    assert (found.amount, found.value, found.unit, found.source) == (10, 10, "W/m2", "derived")
    assert [part.fact for part in found.parts] == ["rated_capacity", "reservoir_area"]


def test_a_derivation_goes_through_a_derivation() -> None:
    found = read("power_density", {"unit_capacities": "20 MW + 20 MW", "reservoir_area": "2 km2"})
    assert found is not None
    assert found.amount == 20
    assert found.parts[0].parts[0].fact == "unit_capacities"


def test_a_reduction_is_taken_over_the_value_before() -> None:
    found = read("energy_use_reduction", {"energy_use_before": "200 MWh", "energy_use_after": "150 MWh"})
    assert found is not None
    assert (found.value, found.unit) == (Decimal(25), "%")


def test_a_rise_is_a_negative_reduction_and_is_not_met() -> None:
    found = read("energy_use_reduction", {"energy_use_before": "100 MWh", "energy_use_after": "150 MWh"})
    assert found is not None
    assert found.value == -50


def test_half_of_the_parts_gives_nothing() -> None:
    assert read("power_density", {"rated_capacity": "40 MW"}) is None
    assert read("power_density", {}) is None


def test_nothing_is_divided_by_zero() -> None:
    specs = [
        spec
        for spec in KNOWLEDGE.facts.values()
        if spec.derived and not spec.derived.sum and not spec.derived.reduction
    ]
    for spec in specs:
        assert spec.derived is not None
        divisor = KNOWLEDGE.facts[spec.derived.parts[1]]
        dividend = KNOWLEDGE.facts[spec.derived.parts[0]]
        if divisor.derived or divisor.minimum != 0 or dividend.kind != "quantity":
            continue
        facts = {
            dividend.id: {"value": str(dividend.minimum or 1), "unit": dividend.unit},
            divisor.id: {"value": "0", "unit": divisor.unit},
        }
        assert read(spec.id, facts) is None


def test_two_statements_that_differ_read_as_unknown_and_are_named() -> None:
    found = verdict("1.4.2", {**HYDRO, "rated_capacity": ["40 MW", "60 MW"], "reservoir_area": "3 km2"})
    assert found.outcome == "undetermined"
    assert "rated_capacity" in found.missing
    assert [(one.fact, one.conflict) for one in found.conflicts] == [
        ("rated_capacity", ((Decimal(40), "MW"), (Decimal(60), "MW"))),
        ("power_density", ((Decimal(40), "MW"), (Decimal(60), "MW"))),
    ]


def test_the_same_value_in_two_units_is_no_contradiction() -> None:
    found = read("rated_capacity", {"rated_capacity": ["40 MW", "40000 kW"]})
    assert found is not None
    assert found.amount == 40_000_000
    assert not found.conflict


def test_yes_and_no_at_once_is_neither() -> None:
    found = verdict("1.4.2", {**HYDRO, "reservoir_area": "3 km2", "eia_allows": [True, False]})
    assert found.outcome == "undetermined"
    assert [one.fact for one in found.conflicts] == ["eia_allows"]


def test_a_stated_value_that_agrees_up_to_its_decimals_gives_way_to_the_exact_one() -> None:
    parts = {"rated_capacity": "40 MW", "reservoir_area": "3 km2"}  # 13.333… W/m2
    for stated in ("13 W/m2", "13.3 W/m2", "13.333 W/m2", "0.0133 kW/m2"):
        found = read("power_density", {**parts, "power_density": stated})
        assert found is not None
        assert found.source == "derived", stated
        assert Decimal("13.33") < found.amount < Decimal("13.34")


@pytest.mark.parametrize("stated", ["14 W/m2", "13.4 W/m2", "13.30 W/m2", "0.0134 kW/m2"])
def test_a_stated_value_that_differs_from_the_derived_one_is_a_contradiction(stated: str) -> None:
    parts = {"rated_capacity": "40 MW", "reservoir_area": "3 km2"}
    found = read("power_density", {**parts, "power_density": stated})
    assert found is not None
    assert found.amount is None
    assert len(found.conflict) == 2


def test_rounding_on_paper_cannot_lift_a_value_over_the_limit() -> None:
    facts = {**HYDRO, "reservoir_area": "4.001 km2", "power_density": "10 W/m2", "lifecycle_emissions": None}
    assert verdict("1.4.2", {**facts, "lifecycle_emissions": "101 gCO2e/kWh"}).outcome == "not_eligible"


def test_a_proposed_fact_counts_for_nothing_at_any_floor() -> None:
    proposed = {fact: {"value": value, "standing": "proposed"} for fact, value in HYDRO.items()}
    for at in Standing:
        found = verdict("1.4.2", proposed, at=at)
        assert found.outcome == "undetermined"
        assert all(found.view.known(fact) is None for fact in HYDRO)


def test_a_proposal_does_not_contradict_what_was_declared() -> None:
    facts = {"rated_capacity": ["40 MW", {"value": "60 MW", "standing": "proposed"}]}
    found = read("rated_capacity", facts)
    assert found is not None
    assert found.amount == 40_000_000


def test_what_is_only_declared_does_not_reach_the_floor_of_evidence() -> None:
    facts = {**HYDRO, "reservoir_area": "3 km2"}
    shown = {fact: {"value": value, "standing": "evidenced"} for fact, value in facts.items()}
    assert verdict("1.4.2", facts).outcome == "eligible"
    assert verdict("1.4.2", facts, at=Standing.EVIDENCED).outcome == "undetermined"
    assert verdict("1.4.2", shown, at=Standing.EVIDENCED).outcome == "eligible"


def test_a_derived_value_is_shown_no_better_than_the_least_of_its_parts() -> None:
    facts = {
        "rated_capacity": {"value": "40 MW", "standing": "evidenced"},
        "reservoir_area": {"value": "3 km2", "standing": "declared"},
    }
    found = read("power_density", facts)
    assert found is not None
    assert found.standing is Standing.DECLARED
    assert read("power_density", facts, Standing.EVIDENCED) is None


@pytest.mark.parametrize(
    ("code", "fact"), [("4.1.1", "urban_air_result_accepted"), ("5.1.1", "water_benefit_accepted")]
)
def test_a_ruling_counts_only_with_the_name_of_who_ruled(code: str, fact: str) -> None:
    def outcome(given: object) -> set[Outcome]:
        return {one.outcome for one in verdict(code, {fact: given}).findings() if one.node.fact == fact}

    assert outcome({"value": True}) == {Outcome.UNKNOWN}
    assert outcome({"value": True, "ruled_by": ""}) == {Outcome.UNKNOWN}
    assert outcome({"value": True, "ruled_by": "A. Serikova"}) == {Outcome.MET}
    assert outcome({"value": False, "ruled_by": "A. Serikova"}) == {Outcome.NOT_MET}
