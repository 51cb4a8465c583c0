"""Three values, by the strong tables of Kleene."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Outcome(Enum):
    """Met, not met, or not known: unknown is never false and never a default."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    def __invert__(self) -> Outcome:
        """Not.

        >>> ~Outcome.MET, ~Outcome.UNKNOWN
        (<Outcome.NOT_MET: 'not_met'>, <Outcome.UNKNOWN: 'unknown'>)
        """
        return _NOT[self]

    @staticmethod
    def of(truth: bool) -> Outcome:
        """The outcome of a plain truth."""
        return Outcome.MET if truth else Outcome.NOT_MET


_NOT = {
    Outcome.MET: Outcome.NOT_MET,
    Outcome.NOT_MET: Outcome.MET,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """And.

    >>> all_of([Outcome.UNKNOWN, Outcome.NOT_MET])
    <Outcome.NOT_MET: 'not_met'>
    >>> all_of([Outcome.UNKNOWN, Outcome.MET])
    <Outcome.UNKNOWN: 'unknown'>
    >>> all_of([])
    <Outcome.MET: 'met'>
    """
    result = Outcome.MET
    for outcome in outcomes:
        if outcome is Outcome.NOT_MET:
            return outcome
        if outcome is Outcome.UNKNOWN:
            result = outcome
    return result


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Or.

    >>> any_of([Outcome.UNKNOWN, Outcome.MET])
    <Outcome.MET: 'met'>
    >>> any_of([Outcome.UNKNOWN, Outcome.NOT_MET])
    <Outcome.UNKNOWN: 'unknown'>
    """
    return ~all_of(~outcome for outcome in outcomes)
