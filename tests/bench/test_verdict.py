"""How long a verdict takes, with all its findings, and beside the same rule as plain Python."""

import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from api.composition import Services
from api.settings import Settings
from evaluator.evaluate import evaluate
from tests.evaluator.support import BOOK, CODES, DAY, cases, day, sheet

ROUNDS = 5000
WANTED = 60  # µs, median

FACTS: dict[str, Any] = {
    "hydropower_plant": True,
    "rated_capacity": "40 MW",
    "reservoir_area": "3 km2",
    "eia_allows": True,
}


def say(line: str) -> None:
    """A line of the table."""
    sys.stdout.write(line + "\n")


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Median and 95th percentile, in microseconds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        work()
        taken.append((time.perf_counter_ns() - start) / 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[18]


def medium_hydropower(
    hydropower: bool | None,
    capacity: Decimal | None,
    area: Decimal | None,
    emissions: Decimal | None,
    papers: tuple[bool | None, ...],
) -> bool | None:
    """Row 1.4.2 as a function: three values, no findings, no units, no words."""
    size = None if capacity is None else 10_000_000 < capacity <= 100_000_000
    density = None if capacity is None or area is None else capacity / area > 10
    low = None if emissions is None else emissions <= 100
    either = True if density or low else None if density is None or low is None else False
    paper = True if any(papers) else None if None in papers else False
    parts = (hydropower, size, either, paper)
    return False if False in parts else None if None in parts else True


@pytest.mark.bench
def test_a_verdict_with_findings_is_taken_in_microseconds() -> None:
    rule, read = BOOK.rule("1.4.2"), sheet(FACTS)
    arguments = (True, Decimal(40_000_000), Decimal(3_000_000), None, (None, None, True))
    assert evaluate(rule, read, on=DAY).outcome == "eligible"
    assert medium_hydropower(*arguments) is True
    whole, plain = timed(lambda: evaluate(rule, read, on=DAY)), timed(lambda: medium_hydropower(*arguments))
    told = [(BOOK.rule(code), case) for code in CODES for case in cases(code) if "refused" not in case]
    read_all = [(one, sheet(case["facts"]), day(case)) for one, case in told]
    every = [
        timed(lambda one=one, facts=facts, on=on: evaluate(one, facts, on=on), 20)[0]  # type: ignore[misc]
        for one, facts, on in read_all
    ]
    say(f"\n{'verdict':34}{'median µs':>12}{'p95 µs':>12}")
    for name, (median, late) in (
        ("1.4.2 with findings", whole),
        ("1.4.2 as a plain function", plain),
        ("every case of every row", (statistics.median(every), statistics.quantiles(every, n=20)[18])),
    ):
        say(f"{name:34}{median:12.1f}{late:12.1f}")
    say(f"{'ratio to the plain function':34}{whole[0] / plain[0]:12.1f}")
    assert whole[0] < WANTED


@pytest.mark.bench
def test_a_description_is_matched_in_milliseconds(data_folder: Path) -> None:
    services = Services(Settings(data=data_folder))
    texts = ["наубайхананың төбесіне күн панелі", "ГЭС на 40 МВт", "an organic farm near Almaty"]

    def match() -> None:
        for text in texts:
            services.match(text, language=None, oked=None, limit=5)

    match()
    median, late = timed(match, 30)
    services.close()
    say(f"{'a match, ms':34}{median / 3000:12.2f}{late / 3000:12.2f}")
