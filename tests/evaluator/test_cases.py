"""Every case of `tests/cases` comes out as its file says, and the files leave nothing of a rule untried."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache

import pytest

from evaluator.errors import UnusableFacts
from evaluator.tree import Group
from evaluator.tree import Test as Leaf
from evaluator.verdict import Finding, Verdict
from tests.evaluator.support import (
    CASES,
    CODES,
    KNOWLEDGE,
    Case,
    cases,
    day,
    every_case,
    floor,
    sheet,
    verdict,
)

KEYS = {"name", "facts", "outcome", "scope", "threshold", "missing", "refused", "on", "floor"}
EVERY = [pytest.param(code, case, id=f"{code}: {case['name']}") for code, case in every_case()]


@pytest.mark.parametrize(("code", "case"), EVERY)
def test_a_case_comes_out_as_its_file_says(code: str, case: Case) -> None:
    if "refused" in case:
        with pytest.raises(UnusableFacts) as refused:
            sheet(case["facts"])
        assert {fault.fact: fault.code for fault in refused.value.faults} == case["refused"]
        return
    found = verdict(code, case["facts"], on=day(case), at=floor(case))
    told = {
        "outcome": found.outcome,
        "scope": found.scope.outcome.value,
        "threshold": found.threshold.outcome.value,
        "missing": sorted(found.missing),
    }
    wanted = {key: case[key] for key in told if key in case}
    if "missing" in wanted:
        wanted["missing"] = sorted(wanted["missing"])
    assert {key: told[key] for key in wanted} == wanted
    assert (found.outcome == "undetermined") == bool(found.missing)


def test_every_row_has_its_file_and_every_file_its_row() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_no_case_has_a_key_that_nothing_reads_or_the_name_of_another(code: str) -> None:
    assert [key for case in cases(code) for key in case if key not in KEYS] == []
    assert all("outcome" in case or "refused" in case for case in cases(code))
    names = [case["name"] for case in cases(code)]
    assert sorted(set(names)) == sorted(names)


@cache
def tried(code: str) -> tuple[Verdict, ...]:
    """The verdicts of a row's cases, the refused ones left out."""
    return tuple(
        verdict(code, case["facts"], on=day(case), at=floor(case))
        for case in cases(code)
        if "refused" not in case
    )


def leaves(finding: Finding, *, referred: bool = False) -> Iterator[tuple[Finding, bool]]:
    """The leaves found, and whether each stands in the rule of another row."""
    if isinstance(finding.node, Leaf):
        yield finding, referred
        return
    for child in finding.children:
        yield from leaves(child, referred=referred or finding.node.kind == "same_as")


@cache
def seen(code: str) -> tuple[Mapping[Leaf, bool], Mapping[Leaf, set[str]]]:
    """The leaves of a row (true: of another row) and what the cases of its file saw of each.

    A leaf that two branches share through a reference is one leaf.
    """
    found: dict[Leaf, bool] = {}
    saw: dict[Leaf, set[str]] = defaultdict(set)
    for one in tried(code):
        for finding, referred in (*leaves(one.scope), *leaves(one.threshold)):
            leaf = finding.node
            assert isinstance(leaf, Leaf)
            found[leaf] = referred
            saw[leaf] |= {finding.outcome.value, *sides(finding, one)}
    return found, saw


def sides(finding: Finding, one: Verdict) -> Iterator[str]:
    """On which side of its limits or of its date a leaf was tried."""
    leaf = finding.node
    assert isinstance(leaf, Leaf)
    if leaf.until:
        yield "after" if one.on > leaf.until else "on" if one.on == leaf.until else "before"
    if finding.reading is not None and isinstance(finding.reading.amount, Decimal):
        for limit in leaf.limits:
            side = ("at", "above", "below")[int(finding.reading.amount.compare(limit.amount))]
            yield f"{side} {limit.shown} {limit.unit}"


def untried(code: str, wanted: Callable[[Leaf], set[str]]) -> list[str]:
    """What no case tried of a row's leaves; the leaves of another row may be tried in its own file."""
    found, saw = seen(code)
    lacking = []
    for leaf, referred in found.items():
        tried_here = saw[leaf].union(*(seen(other)[1].get(leaf, set()) for other in CODES if referred))
        lacking += [f"{leaf.fact or leaf.kind}: never {what}" for what in wanted(leaf) - tried_here]
    return sorted(lacking)


def decided_ways(leaf: Leaf) -> set[str]:
    """The outcomes a leaf can have."""
    if leaf.kind == "no_threshold":
        return {"met"}
    return {"met", "not_met"} if leaf.kind == "until" else {"met", "not_met", "unknown"}


def bounds(leaf: Leaf) -> set[str]:
    """Every side of every limit, as far as the plausible range of the fact reaches."""
    if leaf.until:
        return {"on", "after"}
    found = set()
    for limit in leaf.limits:
        spec = KNOWLEDGE.facts[leaf.fact or ""]
        factor = KNOWLEDGE.units[spec.unit or "1"].factor
        for side, end in (("below", spec.minimum), ("at", None), ("above", spec.maximum)):
            if end is None or end * factor != limit.amount:
                found.add(f"{side} {limit.shown} {limit.unit}")
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_leaf_is_seen_met_not_met_and_unknown(code: str) -> None:
    assert untried(code, decided_ways) == []


@pytest.mark.parametrize("code", CODES)
def test_every_limit_is_tried_below_at_and_above_and_every_date_on_and_after(code: str) -> None:
    assert untried(code, bounds) == []


@pytest.mark.parametrize("code", CODES)
def test_every_half_and_every_cross_reference_is_seen_met_and_not_met(code: str) -> None:
    halves: dict[str, set[str]] = defaultdict(set)
    for one in tried(code):
        for place, finding in enumerate(one.findings()):
            if isinstance(finding.node, Group) and finding.node.kind == "same_as":
                halves[f"{place} {finding.node.ref}"].add(finding.outcome.value)
        halves["scope"].add(one.scope.outcome.value)
        if not isinstance(one.threshold.node, Leaf) or one.threshold.node.kind != "no_threshold":
            halves["threshold"].add(one.threshold.outcome.value)
    assert {half: ways for half, ways in halves.items() if not ways >= {"met", "not_met"}} == {}


@pytest.mark.parametrize("code", CODES)
def test_every_row_is_tried_with_a_foreign_code_and_with_a_value_that_is_refused(code: str) -> None:
    own = cases(code)
    assert any("activity_code" in case["facts"] and "refused" not in case for case in own)
    assert any("refused" in case for case in own)
