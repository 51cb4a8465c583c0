"""Errors of the knowledge package.

JasylError
├── KnowledgeFaults      some data files are wrong; carries every fault found, not only the first
├── NoEditionInForce     the date asked for lies before the first edition held
├── UnknownRow           no row of the edition has this code
├── UnknownUnit          a unit that the closed table does not hold
└── WrongDimension       two units that measure different things
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


class JasylError(Exception):
    """Root of every error that Jasyl raises on purpose.

    ``code`` is stable and names the phrase that tells the error to a person;
    ``values`` fills the phrase.
    """

    code = "error"

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {}


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in a data file: where, what, and what to do about it."""

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.remedy})" if self.remedy else "")


class KnowledgeFaults(JasylError):
    """Data files are wrong; all faults are gathered before this is raised."""

    code = "knowledge_faults"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NoEditionInForce(JasylError):
    """The date asked for lies before the first edition held."""

    code = "no_edition_in_force"

    def __init__(self, on: dt.date, first: dt.date) -> None:
        self.on, self.first = on, first
        super().__init__(f"no edition held was in force on {on}; the first is of {first}")

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {"on": self.on.isoformat(), "first": self.first.isoformat()}


class UnknownRow(JasylError):
    """No row of the edition has this code."""

    code = "unknown_row"

    def __init__(self, row: str, edition: str) -> None:
        self.row, self.edition = row, edition
        super().__init__(f"edition {edition} has no row {row!r}")

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {"row": self.row, "edition": self.edition}


class UnknownUnit(JasylError):
    """A unit that the closed table does not hold."""

    code = "unknown_unit"

    def __init__(self, unit: str) -> None:
        self.unit = unit
        super().__init__(f"unknown unit {unit!r}")

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {"unit": self.unit}


class WrongDimension(JasylError):
    """Two units that measure different things."""

    code = "wrong_unit"

    def __init__(self, given: str, wanted: str) -> None:
        self.given, self.wanted = given, wanted
        super().__init__(f"{given!r} does not measure what {wanted!r} measures")

    @property
    def values(self) -> dict[str, str]:
        """What fills the phrase."""
        return {"given": self.given, "wanted": self.wanted}
