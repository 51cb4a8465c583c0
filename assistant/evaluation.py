"""How well the matcher does on lines whose row is known: shares, calibration, confusions."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Final, Protocol

from assistant.corpus import NONE, Utterance
from assistant.match import Decision, Match
from assistant.ranking import ScopeOf

_BINS: Final = 10
_AMONG: Final = 3


class Matches(Protocol):
    """A matcher, or a peer measured beside it."""

    def match(self, text: str, *, scope_of: ScopeOf | None = None) -> Match:
        """The rows that a text may mean."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, the three rows put first, and how long it took (seconds)."""

    line: Utterance
    codes: tuple[str, ...]
    seconds: float

    @property
    def real(self) -> bool:
        """Whether the line means a row."""
        return self.line.code != NONE

    @property
    def first(self) -> bool:
        """Whether the right row came first."""
        return self.codes[0] == self.line.code

    @property
    def among(self) -> bool:
        """Whether the right row came among the first three."""
        return self.line.code in self.codes


@dataclass(frozen=True, slots=True)
class Tried(Placed):
    """A line that was matched, with the decision and the confidence of the first row."""

    decision: Decision
    confidence: float

    @property
    def wrong(self) -> bool:
        """Whether a real line got another row first or none, or a line of no row got a row."""
        return not self.first or self.decision == "none" if self.real else self.decision != "none"


@dataclass(frozen=True, slots=True)
class Score:
    """Shares over some lines, each from 0 to 1; None where there is no line to take it over.

    `first` and `among` (the first three) of the `real` lines; `lost` are real ones answered with
    none, `refused` those of no row answered so; `alone` are real lines answered with one row
    alone, `alone_right` the share of these that is right.
    """

    real: int
    first: float | None
    among: float | None
    lost: float | None
    alone: float | None
    alone_right: float | None
    none: int
    refused: float | None


def tried(matcher: Matches, lines: Iterable[Utterance], scope_of: ScopeOf | None = None) -> list[Tried]:
    """Every line matched."""
    return list(_tried(matcher, lines, scope_of))


def _tried(matcher: Matches, lines: Iterable[Utterance], scope_of: ScopeOf | None) -> Iterator[Tried]:
    for line in lines:
        start = perf_counter()
        found = matcher.match(line.text, scope_of=scope_of)
        taken = perf_counter() - start
        codes = tuple(candidate.code for candidate in found.candidates[:_AMONG])
        yield Tried(line, codes, taken, found.decision, found.candidates[0].confidence)


def score(found: Iterable[Tried]) -> Score:
    """The shares over some lines."""
    together = list(found)
    real, none = [one for one in together if one.real], [one for one in together if not one.real]
    alone = [one for one in real if one.decision == "match"]
    return Score(
        real=len(real),
        first=_share(one.first for one in real),
        among=_share(one.among for one in real),
        lost=_share(one.decision == "none" for one in real),
        alone=_share(one.decision == "match" for one in real),
        alone_right=_share(one.first for one in alone),
        none=len(none),
        refused=_share(one.decision == "none" for one in none),
    )


def _share(right: Iterable[bool]) -> float | None:
    told = list(right)
    return sum(told) / len(told) if told else None


def scores(found: Sequence[Tried], by: Callable[[Tried], str]) -> dict[str, Score]:
    """The shares by a property of the lines, in the order of its names."""
    groups: dict[str, list[Tried]] = {}
    for one in found:
        groups.setdefault(by(one), []).append(one)
    return {name: score(groups[name]) for name in sorted(groups)}


def calibration_error(found: Iterable[Tried]) -> float:
    """The expected calibration error of the first row's confidence over real lines, in ten bins."""
    bins: dict[int, list[Tried]] = {}
    for one in found:
        if one.real:
            bins.setdefault(min(int(one.confidence * _BINS), _BINS - 1), []).append(one)
    total = sum(len(inside) for inside in bins.values())
    gaps = (
        abs(sum(one.confidence for one in inside) - sum(one.first for one in inside))
        for inside in bins.values()
    )
    return sum(gaps) / total if total else 0.0


def confusions(found: Iterable[Tried]) -> list[tuple[str, str, int]]:
    """The right row, the row (or none) given instead, and how often, most frequent first."""
    wrong = Counter(
        (one.line.code, NONE if one.decision == "none" else one.codes[0]) for one in found if one.wrong
    )
    return [(right, given, count) for (right, given), count in sorted(wrong.items(), key=_often)]


def _often(entry: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -entry[1], entry[0]


def percentile(found: Sequence[Tried], share: float) -> float:
    """The time within which this share of the lines was matched, in seconds."""
    taken = sorted(one.seconds for one in found)
    return taken[min(int(share * len(taken)), len(taken) - 1)]


GROUPINGS: Final[Mapping[str, Callable[[Tried], str]]] = {
    "language": lambda one: f"{one.line.language} {'notice' if one.line.kind == 'notice' else 'plain'}",
    "script": lambda one: f"{one.line.language} {one.line.script}",
    "persona": lambda one: one.line.persona,
    "row": lambda one: one.line.code,
    "why": lambda one: one.line.why or "",
}
"""By what a table can be told, each with how a line falls into it."""
