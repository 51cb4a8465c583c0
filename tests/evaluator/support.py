"""What the tests of the evaluator share: the knowledge, the cases, and a verdict in one call."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluator.evaluate import evaluate
from evaluator.facts import FactSheet, Standing, read_facts
from evaluator.rulebook import Rulebook
from evaluator.verdict import Verdict
from knowledge.load import load_knowledge
from knowledge.yamlfile import read_yaml

CASES = Path(__file__).parents[1] / "cases"
KNOWLEDGE = load_knowledge()
EDITION = KNOWLEDGE.editions[0]
BOOK = Rulebook(KNOWLEDGE, EDITION)
CODES = tuple(EDITION.rows)
DAY = dt.date(2026, 1, 15)

Case = Mapping[str, Any]


def cases(code: str) -> list[Case]:
    """The cases of a row."""
    found: list[Case] = read_yaml(CASES / f"{code}.yaml")
    return found


def every_case() -> Iterator[tuple[str, Case]]:
    """(code, case) of every row."""
    for code in CODES:
        for case in cases(code):
            yield code, case


def day(case: Case) -> dt.date:
    """The date of a case."""
    return dt.date.fromisoformat(case["on"]) if "on" in case else DAY


def floor(case: Case) -> Standing:
    """The evidence floor of a case."""
    return Standing[case.get("floor", "declared").upper()]


def sheet(facts: Mapping[str, Any]) -> FactSheet:
    """Facts as a person states them, read."""
    return read_facts(facts, KNOWLEDGE.facts, KNOWLEDGE.units)


def verdict(
    code: str, facts: Mapping[str, Any], *, on: dt.date = DAY, at: Standing = Standing.DECLARED
) -> Verdict:
    """The verdict on facts as a person states them."""
    return evaluate(BOOK.rule(code), sheet(facts), on=on, floor=at)
