"""What holds of every verdict, whatever the facts: tried on facts nobody thought of."""

import datetime as dt
import random
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any, cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evaluator.certificate import certify
from evaluator.evaluate import evaluate, find
from evaluator.facts import FactSheet, Standing, Statement
from evaluator.outcome import Outcome, all_of
from evaluator.reading import View
from evaluator.rulebook import Rule
from evaluator.tree import Comparator, asked
from evaluator.verdict import Verdict
from evaluator.whatif import Change, Needed, Way, would_change
from tests.evaluator.support import BOOK, DAY, KNOWLEDGE, sheet, verdict
from tests.evaluator.worlds import SPECS, UNITS, Answered, amounts, halves, worlds

FEW_UNKNOWN = 2000  # completions tried one by one

moderate = settings(max_examples=150, deadline=None, derandomize=True)
many = settings(max_examples=400, deadline=None, derandomize=True)


@moderate
@given(halves(), st.randoms(use_true_random=False))
def test_the_same_facts_in_any_order_give_the_same_bytes(
    drawn: tuple[str, dict[str, Any], dict[str, Any]], chance: random.Random
) -> None:
    code, facts, _ = drawn
    shuffled = list(facts.items())
    chance.shuffle(shuffled)
    one, again, other = verdict(code, facts), verdict(code, facts), verdict(code, dict(shuffled))
    assert certify(one) == certify(again) == certify(other)
    assert one.missing == other.missing


@many
@given(halves())
def test_learning_more_never_turns_a_decided_outcome(
    drawn: tuple[str, dict[str, Any], dict[str, Any]],
) -> None:
    code, some, every = drawn
    before, after = verdict(code, some), verdict(code, every)
    pairs = [(before.whole, after.whole)]
    pairs += [
        (one.outcome, two.outcome) for one, two in zip(before.findings(), after.findings(), strict=True)
    ]
    assert all(one in (Outcome.UNKNOWN, two) for one, two in pairs)


@many
@given(halves())
def test_missing_is_empty_exactly_when_the_outcome_is_decided(
    drawn: tuple[str, dict[str, Any], dict[str, Any]],
) -> None:
    code, facts, _ = drawn
    found = verdict(code, facts)
    assert bool(found.missing) == (found.whole is Outcome.UNKNOWN)
    assert len(set(found.missing)) == len(found.missing)
    assert not set(found.missing) & set(facts)


def outcome(rule: Rule, answers: dict[str, Any]) -> Outcome:
    """The outcome when every fact is simply what it is said to be."""
    view = cast(View, Answered(answers))
    return all_of((find(rule.scope, view, DAY).outcome, find(rule.threshold, view, DAY).outcome))


def matters(rule: Rule, known: dict[str, Any], unknown: list[str], fact: str) -> bool:
    """Whether some completion of the other unknown facts lets this one change the outcome."""
    others = [other for other in unknown if other != fact]
    for completion in product(*(list(amounts(rule, other)) for other in others)):
        answers = known | dict(zip(others, completion, strict=True))
        if len({outcome(rule, answers | {fact: amount}) for amount in amounts(rule, fact)}) > 1:
            return True
    return False


@many
@given(worlds(), st.data())
def test_missing_names_exactly_the_facts_that_can_still_change_the_outcome(
    drawn: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    code, world = drawn
    forgotten = data.draw(st.sets(st.sampled_from(sorted(world)), min_size=1, max_size=5))
    found = verdict(code, {fact: value for fact, value in world.items() if fact not in forgotten})
    rule = BOOK.rule(code)
    asks = list(dict.fromkeys([*asked(rule.scope), *asked(rule.threshold)]))
    unknown = [fact for fact in asks if found.view.known(fact) is None]
    completions = 1
    for fact in unknown:
        completions *= len(list(amounts(rule, fact)))
    assume(completions < FEW_UNKNOWN)
    known = {fact: found.view.known(fact) for fact in asks if fact not in unknown}
    wanted = {fact for fact in unknown if matters(rule, known, unknown, fact)}
    for fact in tuple(wanted):
        wanted |= unknown_parts(fact, found)
    assert set(found.missing) == wanted


def unknown_parts(fact: str, found: Verdict) -> set[str]:
    """The unknown facts behind a derivable one."""
    derived = SPECS[fact].derived
    direct = {part for part in (derived.parts if derived else ()) if found.view.known(part) is None}
    return direct.union(*(unknown_parts(part, found) for part in direct))


@many
@given(worlds(), st.data())
def test_what_is_shown_with_papers_holds_all_the_more_when_taken_at_ones_word(
    drawn: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    code, world = drawn
    shown = {
        fact: (value if isinstance(value, dict) else {"value": value})
        | {"standing": data.draw(st.sampled_from(["proposed", "declared", "evidenced"]))}
        for fact, value in world.items()
    }
    strict, lenient = verdict(code, shown, at=Standing.EVIDENCED), verdict(code, shown)
    assert strict.whole in (Outcome.UNKNOWN, lenient.whole)
    proposed = {fact: value | {"standing": "proposed"} for fact, value in shown.items()}
    assert (
        certify(verdict(code, proposed)).content["findings"] == certify(verdict(code, {})).content["findings"]
    )


@moderate
@given(halves(), st.text(max_size=12), st.sampled_from(sorted(SPECS)))
def test_the_activity_code_and_facts_of_other_rows_change_nothing(
    drawn: tuple[str, dict[str, Any], dict[str, Any]], activity_code: str, foreign: str
) -> None:
    code, facts, _ = drawn
    assume(foreign not in BOOK.rule(code).facts and SPECS[foreign].kind == "attested")
    plain = certify(verdict(code, facts))
    assert certify(verdict(code, {**facts, "activity_code": activity_code})) == plain
    assert certify(verdict(code, {**facts, foreign: False})) == plain


@st.composite
def densities(draw: st.DrawFn) -> tuple[Decimal, str, Decimal, str]:
    """A capacity and an area, with units, whose ratio lies at 10 W/m2 or a hair beside it."""
    square_metres = draw(st.decimals("1000000", "100000000", places=draw(st.integers(0, 6))))
    hair = Decimal(1).scaleb(draw(st.integers(-9, 5)))
    watts = square_metres * 10 + hair * draw(st.sampled_from([-1, 0, 1]))
    power, area = draw(st.sampled_from(["W", "kW", "MW", "GW"])), draw(st.sampled_from(["m2", "ha", "km2"]))
    return watts / UNITS[power].factor, power, square_metres / UNITS[area].factor, area


@many
@given(densities())
def test_ten_watts_a_square_metre_is_never_passed_by_rounding(
    drawn: tuple[Decimal, str, Decimal, str],
) -> None:
    capacity, power, surface, area = drawn
    assume(all(len(one.as_tuple().digits) <= 27 for one in (capacity, surface)))  # more is refused
    facts = {
        "hydropower_plant": True,
        "rated_capacity": {"value": format(capacity, "f"), "unit": power},
        "reservoir_area": f"{surface:f} {area}",
        "lifecycle_emissions": "101 gCO2e/kWh",
        "eia_allows": True,
    }
    exact = (
        Fraction(capacity)
        * Fraction(UNITS[power].factor)
        / (Fraction(surface) * Fraction(UNITS[area].factor))
    )
    assert verdict("1.4.2", facts).threshold.outcome is Outcome.of(exact > 10)


@many
@given(st.decimals("4", "1000", places=3), st.integers(-1, 1), st.sampled_from(["MWh", "GJ", "GWh", "Gcal"]))
def test_a_fifth_saved_is_a_fifth_of_what_was_used_before_to_the_last_digit(
    before: Decimal, hair: int, unit: str
) -> None:
    after = before * Decimal("0.8") + hair * Decimal("0.0000001")
    view = verdict(
        "2.1.1",
        {"energy_use_before": f"{before:f} {unit}", "energy_use_after": f"{after:f} {unit}"},
    ).view
    found = view.known("energy_use_reduction")
    exact = Fraction(before - after) / Fraction(before) * 100
    for limit in (10, 15, 20, 30):
        assert (found >= limit) == (exact >= limit)
        assert (found > limit) == (exact > limit)


def inside(bounds: list[tuple[Comparator, Decimal]]) -> Decimal | None:
    """A number that just keeps all the bounds; None where none does."""
    hair = Decimal("0.000001")
    tries = [limit + shift for _, limit in bounds for shift in (0, hair, -hair)]
    return next((one for one in tries if all(_keeps(one, *bound) for bound in bounds)), None)


def _keeps(value: Decimal, comparator: Comparator, limit: Decimal) -> bool:
    return {
        "above": value > limit,
        "at_least": value >= limit,
        "below": value < limit,
        "at_most": value <= limit,
        "equals": value == limit,
    }[comparator]


def applied(facts: FactSheet, needed: tuple[Needed, ...], kept: set[str]) -> FactSheet | None:
    """The facts once one number keeps the bounds asked of it.

    What it would be worked out from is forgotten, but for the facts that are kept; None where that
    leaves no way to be so.
    """
    value = inside([(one.comparator, one.value) for one in needed])
    if value is None:
        return None
    fact, unit = needed[0].fact, needed[0].unit
    changed = dict(facts)
    changed[fact] = (Statement(value, unit, value * UNITS[unit].factor, Standing.EVIDENCED),)
    derived = SPECS[fact].derived
    forgotten = [part for part in (derived.parts if derived else ()) if part not in kept]
    for part in forgotten:
        changed.pop(part, None)
        if further := SPECS[part].derived:
            for deeper in further.parts:
                changed.pop(deeper, None)
    return changed if forgotten or derived is None else None


def holds(change: Change, facts: FactSheet, found: Verdict) -> bool:
    """Whether the leaf of a change is as it should be on other facts."""
    view = View(facts, SPECS, UNITS, found.floor)
    wanted = Outcome.MET if change.met else Outcome.NOT_MET
    return find(change.test, view, found.on).outcome is wanted


@many
@given(halves())
def test_a_number_that_keeps_the_bound_it_is_told_makes_the_criterion_met(
    drawn: tuple[str, dict[str, Any], dict[str, Any]],
) -> None:
    code, facts, _ = drawn
    found = verdict(code, facts)
    for change in (change for way in would_change(found) for change in way.changes):
        if change.needed and (changed := applied(found.sheet, change.needed, set())):
            assert holds(change, changed, found)
        by_part: dict[str, list[Needed]] = {}
        for one in change.through:
            by_part.setdefault(one.fact, []).append(one)
        for bounds in by_part.values():
            changed = applied(found.sheet, tuple(bounds), set())
            if changed is not None:
                without = {fact: told for fact, told in changed.items() if fact != change.test.fact}
                assert holds(change, without, found)


@many
@given(halves())
def test_whoever_does_all_that_one_way_asks_for_is_green(
    drawn: tuple[str, dict[str, Any], dict[str, Any]],
) -> None:
    code, facts, _ = drawn
    found = verdict(code, facts)
    asks = {*asked(found.rule.scope), *asked(found.rule.threshold)}
    for way in would_change(found):
        ends = [evaluate(found.rule, end, on=found.on).whole for end in done(way, found.sheet, asks)]
        told = [(change.test.fact, change.met, change.test.values) for change in way.changes]
        assert not ends or Outcome.MET in ends, told


def done(way: Way, facts: FactSheet, kept: set[str]) -> list[FactSheet]:
    """The facts once all changes have been made, for each choice that is left open; [] if untestable."""
    ends: list[FactSheet] = [facts]
    for fact in dict.fromkeys(change.test.fact or "" for change in way.changes):
        changes = [change for change in way.changes if change.test.fact == fact]
        needed = tuple(one for change in changes for one in change.needed)
        if needed:
            ends = [end for one in ends if (end := applied(one, needed, kept)) is not None]
            continue
        choices = SPECS[fact].choices or {}
        amounts_left: list[Any] = [
            choice
            for choice in choices
            if all((choice in change.test.values) == change.met for change in changes)
        ] or [changes[0].met]
        ends = [
            {**one, fact: (Statement(amount, None, amount, ruled_by="A. Serikova"),)}
            for one in ends
            for amount in amounts_left
        ]
    return ends


@pytest.mark.parametrize("code", ["1.4.2", "2.1.1", "7.3.1"])
def test_a_verdict_does_not_know_what_day_it_is_taken(code: str) -> None:
    rule, facts = BOOK.rule(code), sheet({})
    days = [dt.date(2026, 1, 1), dt.date(2034, 6, 30)]
    one, other = (evaluate(rule, facts, on=day) for day in days)
    assert [finding.outcome for finding in one.findings()] == [
        finding.outcome for finding in other.findings()
    ]
    assert KNOWLEDGE.edition_in_force(days[0]) is KNOWLEDGE.edition_in_force(days[1])
