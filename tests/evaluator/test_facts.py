"""Facts as people state them: what is read, in which unit, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest

from evaluator.errors import UnusableFacts
from evaluator.facts import Standing
from knowledge.facts import FactSpec
from tests.evaluator.support import KNOWLEDGE, sheet


def refused(fact: str, given: Any) -> str:  # noqa: ANN401 - anything can be stated
    """The code with which a statement is refused."""
    with pytest.raises(UnusableFacts) as error:
        sheet({fact: given})
    (fault,) = error.value.faults
    assert fault.fact == fact
    return fault.code


@pytest.mark.parametrize(
    "given",
    [
        "40 MW",
        "40MW",
        "40 МВт",
        "40,0 мвт",
        "40 000 kW",
        "40\u00a0000 кВт",
        "+40 MW",
        "4e1 MW",
        "0.04 ГВт",
        {"value": 40, "unit": "MW"},
        {"value": "40", "unit": "МВт"},
        {"value": "40 MW"},
        {"value": "40 MW", "unit": "мегаватт"},
        ["40 MW"],
    ],
    ids=repr,
)
def test_a_number_is_the_same_in_every_spelling(given: object) -> None:
    (statement,) = sheet({"rated_capacity": given})["rated_capacity"]
    assert statement.amount == Decimal(40_000_000)


@pytest.mark.parametrize(
    ("fact", "given", "code"),
    [
        ("rated_capacity", "-5 MW", "below_minimum"),
        ("rated_capacity", "−5 MW", "below_minimum"),
        ("energy_use_reduction", "140 %", "above_maximum"),
        ("rated_capacity", "40", "wrong_unit"),
        ("rated_capacity", 40, "wrong_unit"),
        ("rated_capacity", "40 MWh", "wrong_unit"),
        ("rated_capacity", "40 МВт·ч", "wrong_unit"),
        ("rated_capacity", "40 parsecs", "wrong_unit"),
        ("rated_capacity", {"value": "40 MW", "unit": "kW"}, "wrong_unit"),
        ("rated_capacity", {"value": "40 MW", "unit": "nonsense"}, "wrong_unit"),
        ("rated_capacity", "much", "not_a_number"),
        ("rated_capacity", "1.2.3 MW", "wrong_unit"),
        ("rated_capacity", "", "not_a_number"),
        ("rated_capacity", {"value": "NaN", "unit": "MW"}, "not_a_number"),
        ("rated_capacity", {"value": float("inf"), "unit": "MW"}, "not_a_number"),
        ("rated_capacity", "1e500 MW", "not_a_number"),
        ("rated_capacity", "1" * 29 + " MW", "not_a_number"),
        ("rated_capacity", True, "wrong_kind"),
        ("rated_capacity", {"value": ["40"], "unit": "MW"}, "wrong_kind"),
        ("rated_capacity", {"value": "40", "unit": 7}, "wrong_kind"),
        ("rated_capacity", {"value": "40", "unit": "MW", "colour": "red"}, "wrong_kind"),
        ("rated_capacity", {"value": "40", "unit": "MW", "standing": "sworn"}, "wrong_kind"),
        ("eia_allows", "yes", "wrong_kind"),
        ("eia_allows", 1, "wrong_kind"),
        ("transport_mode", "rocket", "unknown_choice"),
        ("transport_mode", True, "wrong_kind"),
        ("unit_capacities", "20 MW + -5 MW", "below_minimum"),
        ("unit_capacities", [], "wrong_kind"),
        ("no_such_fact", True, "unknown_fact"),
    ],
    ids=repr,
)
def test_what_cannot_be_used_is_refused_by_its_reason(fact: str, given: object, code: str) -> None:
    assert refused(fact, given) == code


def test_every_unusable_fact_is_named_at_once() -> None:
    with pytest.raises(UnusableFacts) as error:
        sheet({"rated_capacity": "-1 MW", "eia_allows": "perhaps", "reservoir_area": "3 m3", "x": 1})
    assert {fault.fact: fault.code for fault in error.value.faults} == {
        "rated_capacity": "below_minimum",
        "eia_allows": "wrong_kind",
        "reservoir_area": "wrong_unit",
        "x": "unknown_fact",
    }
    assert error.value.values == {"facts": "rated_capacity, eia_allows, reservoir_area, x"}


def test_a_refused_number_says_the_limit_and_what_was_given() -> None:
    with pytest.raises(UnusableFacts) as error:
        sheet({"energy_use_reduction": "140 %"})
    assert error.value.faults[0].values == {"limit": "100", "given": "140 %", "unit": "%"}


@pytest.mark.parametrize("spec", KNOWLEDGE.facts.values(), ids=lambda spec: spec.id)
def test_the_ends_of_the_plausible_range_are_still_plausible_and_beyond_them_nothing_is(
    spec: FactSpec,
) -> None:
    for end, hair, code in (
        (spec.minimum, Decimal("-0.0001"), "below_minimum"),
        (spec.maximum, Decimal("0.0001"), "above_maximum"),
    ):
        if end is None:
            continue
        assert sheet({spec.id: {"value": str(end), "unit": spec.unit}})
        assert refused(spec.id, {"value": str(end + hair), "unit": spec.unit}) == code


@pytest.mark.parametrize("given", [None, [None], {"value": None}, {"value": None, "unit": "MW"}], ids=repr)
def test_null_means_not_known_and_not_false(given: object) -> None:
    assert sheet({"rated_capacity": given}) == {}
    assert sheet({"eia_allows": None}) == {}


def test_the_activity_code_is_read_over_whatever_it_is() -> None:
    assert sheet({"activity_code": {"what": ["ever"]}}) == {}


def test_a_sum_keeps_its_parts_and_adds_them_whatever_their_units() -> None:
    for given in ("6 MW + 4000 kW", "6 MW; 4000 kW", ["6 MW", "4000 kW"]):
        (statement,) = sheet({"unit_capacities": given})["unit_capacities"]
        assert statement.amount == Decimal(10_000_000)
        assert statement.value == (Decimal(6000), Decimal(4000))
        assert statement.unit == "kW"


def test_a_statement_keeps_who_ruled_the_paper_and_the_standing() -> None:
    told = {"value": True, "standing": "evidenced", "evidence": "EIA No 7", "ruled_by": "A. Serikova"}
    (statement,) = sheet({"eia_allows": told})["eia_allows"]
    assert (statement.standing, statement.evidence, statement.ruled_by) == (
        Standing.EVIDENCED,
        "EIA No 7",
        "A. Serikova",
    )
    assert statement.told() == {**told, "unit": None}


def test_what_is_told_of_a_statement_reads_back_as_the_same_statement() -> None:
    facts = {
        "rated_capacity": "40,50 МВт",
        "unit_capacities": "6 MW + 4 MW",
        "transport_mode": "rail",
        "eia_allows": False,
        "energy_use_reduction": "1e1 %",
    }
    once = sheet(facts)
    again = sheet({fact: [one.told() for one in told] for fact, told in once.items()})
    assert again == once


def test_a_standing_below_declared_is_kept_as_a_proposal() -> None:
    (statement,) = sheet({"eia_allows": {"value": True, "standing": "proposed", "phrase": "есть ОВОС"}})[
        "eia_allows"
    ]
    assert statement.standing is Standing.PROPOSED


def test_no_float_is_ever_made() -> None:
    (statement,) = sheet({"rated_capacity": {"value": 0.1, "unit": "MW"}})["rated_capacity"]
    assert statement.amount == Decimal(100_000)
    assert isinstance(statement.value, Decimal)
