"""Errors of the evaluator.

JasylError
├── UnusableFacts        some facts given cannot be used; names each and why
├── BrokenCertificate    what was given is no certificate
└── UnknownEdition       the edition a certificate names is not held
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from knowledge.errors import JasylError

FaultCode = Literal[
    "below_minimum",
    "above_maximum",
    "wrong_unit",
    "not_a_number",
    "unknown_choice",
    "wrong_kind",
    "unknown_fact",
]


@dataclass(frozen=True)
class FactFault:
    """Why one fact cannot be used; ``values`` fill the sentence `error-fact-<code>`."""

    fact: str
    code: FaultCode
    values: Mapping[str, str] = field(default_factory=dict)


class UnusableFacts(JasylError):
    """Some facts given cannot be used; nothing is evaluated then."""

    code = "unusable_facts"

    def __init__(self, faults: Iterable[FactFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.fact}: {fault.code}" for fault in self.faults))

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {"facts": ", ".join(fault.fact for fault in self.faults)}


class BrokenCertificate(JasylError):
    """What was given is no certificate."""

    code = "broken_certificate"


class UnknownEdition(JasylError):
    """The edition a certificate names is not held."""

    code = "unknown_edition"

    def __init__(self, edition: str) -> None:
        self.edition = edition
        super().__init__(f"edition {edition!r} is not held")

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {"edition": self.edition}
