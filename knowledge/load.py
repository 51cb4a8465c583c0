"""All knowledge at once: units, facts, editions, look-alike rows, context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from knowledge.edition import Edition, read_edition
from knowledge.errors import Fault, KnowledgeFaults, NoEditionInForce
from knowledge.facts import FactSpec, read_facts
from knowledge.lookalikes import Lookalikes, read_lookalikes
from knowledge.text import Data, Localized
from knowledge.units import Units, units
from knowledge.yamlfile import parse, read_yaml

ROOT = Path(__file__).parent
Read = TypeVar("Read")


class Digest(Data):
    """A news item in our own words: context, never law."""

    id: str
    source: str
    date: dt.date
    text: Localized


@dataclass(frozen=True)
class Knowledge:
    """What Jasyl knows; nothing in it changes after loading."""

    units: Units
    facts: Mapping[str, FactSpec]
    editions: tuple[Edition, ...]
    lookalikes: tuple[Lookalikes, ...]
    context: tuple[Digest, ...]

    def edition_in_force(self, on: dt.date) -> Edition:
        """The edition in force on a date; raises NoEditionInForce before the first one held."""
        held = [edition for edition in self.editions if edition.in_force <= on]
        if not held:
            raise NoEditionInForce(on, self.editions[0].in_force)
        return held[-1]

    def edition(self, name: str) -> Edition | None:
        """The edition of this id, if it is held."""
        return next((edition for edition in self.editions if edition.id == name), None)


@cache
def load_knowledge(root: Path = ROOT) -> Knowledge:
    """Load every data file; raises KnowledgeFaults with all that is wrong in any of them."""
    faults: list[Fault] = []
    table = units(root / "units.yaml")
    facts: Mapping[str, FactSpec] = {}
    apart: tuple[Lookalikes, ...] = ()
    editions: list[Edition] = []
    context: list[Digest] = []
    facts = _or_faults(lambda: read_facts(root / "facts", table), facts, faults)
    for folder in sorted(path.parent for path in (root / "taxonomy").glob("*/edition.yaml")):
        before = editions[-1] if editions else None
        editions += _or_faults(partial(_edition, folder, before), [], faults)
    codes = {code for edition in editions for code in edition.rows}
    if editions:
        apart = _or_faults(lambda: read_lookalikes(root / "lookalikes.yaml", codes), apart, faults)
    context = _or_faults(lambda: _digests(root / "context"), context, faults)
    if faults:
        raise KnowledgeFaults(faults)
    return Knowledge(table, facts, tuple(editions), apart, tuple(context))


def _or_faults(read: Callable[[], Read], otherwise: Read, faults: list[Fault]) -> Read:
    """What is read; when it is wrong, its faults are gathered and the other is taken."""
    try:
        return read()
    except KnowledgeFaults as error:
        faults.extend(error.faults)
        return otherwise


def _edition(folder: Path, before: Edition | None) -> list[Edition]:
    return [read_edition(folder, before)]


def _digests(folder: Path) -> list[Digest]:
    return [parse(Digest, read_yaml(path), path) for path in sorted(folder.glob("*.yaml"))]
