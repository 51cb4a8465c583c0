"""All knowledge at once: units, facts, editions, context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from knowledge.edition import Edition, read_edition
from knowledge.errors import Fault, KnowledgeFaults, NoEditionInForce
from knowledge.facts import FactSpec, read_facts
from knowledge.text import Data, Localized
from knowledge.units import Units, units
from knowledge.yamlfile import faults_of, read_yaml

ROOT = Path(__file__).parent


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
    facts: dict[str, FactSpec] = {}
    editions: list[Edition] = []
    table = units(root / "units.yaml")
    try:
        facts = read_facts(root / "facts", table)
    except KnowledgeFaults as error:
        faults.extend(error.faults)
    for folder in sorted(path.parent for path in (root / "taxonomy").glob("*/edition.yaml")):
        try:
            editions.append(read_edition(folder, editions[-1] if editions else None))
        except KnowledgeFaults as error:
            faults.extend(error.faults)
    context: list[Digest] = []
    for path in sorted((root / "context").glob("*.yaml")):
        try:
            context.append(Digest.model_validate(read_yaml(path)))
        except ValidationError as error:
            faults.extend(faults_of(error, path))
    if faults:
        raise KnowledgeFaults(faults)
    return Knowledge(table, facts, tuple(editions), tuple(context))
