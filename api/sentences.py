"""The sentences that tell errors, for HTTP and the command line alike."""

from __future__ import annotations

from collections.abc import Mapping

from evaluator.errors import FactFault, UnusableFacts
from knowledge.errors import UnknownUnit
from knowledge.phrases import say
from knowledge.text import Language
from knowledge.units import units


def error_text(language: Language, code: str, values: Mapping[str, str]) -> str:
    """The sentence for a code."""
    return say(language, f"error-{code.replace('_', '-')}", **values)


def fact_faults(error: UnusableFacts, language: Language) -> list[dict[str, str]]:
    """Each unusable fact with its code and a sentence."""
    return [
        {
            "fact": fault.fact,
            "code": fault.code,
            "detail": error_text(language, f"fact_{fault.code}", _values(fault, language)),
        }
        for fault in error.faults
    ]


def _values(fault: FactFault, language: Language) -> dict[str, str]:
    """The values of a fault, units spelled as the language has them."""
    values = dict(fault.values)
    for name in {"unit", "wanted"} & values.keys():
        try:
            values[name] = units()[values[name]].spelled(language)
        except UnknownUnit:  # not a unit but a kind of fact
            continue
    return values
