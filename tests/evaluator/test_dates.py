"""Dates are given by the caller, and every date that the law names is honoured."""

import datetime as dt

import pytest

from evaluator.outcome import Outcome
from evaluator.tree import tests as leaves
from knowledge.errors import NoEditionInForce
from tests.evaluator.support import BOOK, CODES, EDITION, KNOWLEDGE, verdict

GAS = {
    "gas_power_or_heat": True,
    "dme_used": False,
    "direct_emissions_per_kwh": "250 gCO2e/kWh",
    "coal_primary_fuel": False,
}
LANDFILL = {"landfill_or_banned_waste_plant": True, "kz_waste_norms_met": True}


@pytest.mark.parametrize("code", CODES)
def test_no_verdict_is_given_for_a_day_before_the_edition(code: str) -> None:
    first = EDITION.in_force
    with pytest.raises(NoEditionInForce) as error:
        verdict(code, {}, on=first - dt.timedelta(days=1))
    assert error.value.values == {"on": "2025-04-20", "first": "2025-04-21"}
    assert verdict(code, {}, on=first).on == first


def test_before_the_first_edition_held_none_is_in_force() -> None:
    with pytest.raises(NoEditionInForce, match="the first is of 2025-04-21"):
        KNOWLEDGE.edition_in_force(dt.date(2025, 4, 20))
    assert KNOWLEDGE.edition_in_force(dt.date(2025, 4, 21)) is EDITION
    assert KNOWLEDGE.edition_in_force(dt.date(2099, 1, 1)) is KNOWLEDGE.editions[-1]


def test_gas_power_is_green_through_2035_and_not_in_2036() -> None:
    assert verdict("8.1.1", GAS, on=dt.date(2035, 12, 31)).outcome == "eligible"
    after = verdict("8.1.1", GAS, on=dt.date(2036, 1, 1))
    assert after.outcome == "not_eligible"
    assert (after.scope.outcome, after.threshold.outcome) == (Outcome.NOT_MET, Outcome.MET)


def test_a_landfill_is_green_through_2029_and_not_in_2030() -> None:
    assert verdict("5.2.4", LANDFILL, on=dt.date(2029, 12, 31)).outcome == "eligible"
    after = verdict("5.2.4", LANDFILL, on=dt.date(2030, 1, 1))
    assert after.outcome == "not_eligible"
    assert after.threshold.outcome is Outcome.NOT_MET


def test_a_date_that_has_passed_decides_before_anything_is_known() -> None:
    found = verdict("5.2.4", {}, on=dt.date(2030, 1, 1))
    assert (found.outcome, found.missing) == ("not_eligible", ())


def test_no_other_row_bears_a_date() -> None:
    dated = {
        code: leaf.until
        for code in CODES
        for half in (BOOK.rule(code).scope, BOOK.rule(code).threshold)
        for leaf in leaves(half)
        if leaf.until
    }
    assert dated == {"8.1.1": dt.date(2035, 12, 31), "5.2.4": dt.date(2029, 12, 31)}
