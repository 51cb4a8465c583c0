"""What a rule can ask for: kind, unit, plausible range, question, evidence, derivation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationError, model_validator

from knowledge.errors import Fault, KnowledgeFaults
from knowledge.text import LANGUAGES, Data, Language, Localized
from knowledge.units import Units
from knowledge.yamlfile import faults_of, line_of, read_yaml, short

Kind = Literal["quantity", "quantities", "choice", "attested", "judged", "date"]


class Ratio(Data):
    """``of`` (in a unit) divided by ``over`` (per a unit); the result is in the fact's own unit."""

    of: str
    in_: str = Field(alias="in")
    over: str
    per: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The facts divided."""
        return (self.of, self.over)


class Reduction(Data):
    """(before - after) / before, in per cent of the *before* value."""

    before: str
    after: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The facts divided."""
        return (self.before, self.after)


class Share(Data):
    """part / whole, in per cent."""

    part: str
    whole: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The facts divided."""
        return (self.part, self.whole)


class Derivation(Data):
    """How a fact follows from others; exactly one of the four ways."""

    ratio: Ratio | None = None
    reduction: Reduction | None = None
    share: Share | None = None
    sum: str | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(way is not None for way in (self.ratio, self.reduction, self.share, self.sum)) != 1:
            raise ValueError("a derivation is exactly one of ratio, reduction, share, sum")
        return self

    @property
    def parts(self) -> tuple[str, ...]:
        """The facts it is worked out from."""
        way = self.ratio or self.reduction or self.share
        return way.parts if way else (self.sum or "",)


class FactSpec(Data):
    """One fact; ``minimum`` and ``maximum`` are in ``unit``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Kind
    unit: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    choices: Mapping[str, Localized] | None = None
    effort: Literal[1, 2, 3] = 2
    derived: Derivation | None = None
    label: Localized
    question: Localized
    help: Localized
    evidence: Localized
    cues: Mapping[Language, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        measured = self.kind in ("quantity", "quantities")
        if measured != (self.unit is not None):
            raise ValueError("a unit belongs to quantities, and to nothing else")
        if measured and self.derived is None and (self.minimum is None or self.maximum is None):
            raise ValueError("a quantity that is asked needs a plausible range (minimum, maximum)")
        if (self.kind == "choice") != bool(self.choices):
            raise ValueError("choices belong to a choice, and a choice needs them")
        if set(self.cues) - set(LANGUAGES):
            raise ValueError("cues are given by language: kk, ru, en")
        return self


def read_facts(folder: Path, units: Units) -> dict[str, FactSpec]:
    """Every fact of the folder's files; raises KnowledgeFaults with all that is wrong in them."""
    found: dict[str, FactSpec] = {}
    places: dict[str, Path] = {}
    faults: list[Fault] = []
    broken: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        try:
            tree: dict[str, Any] = read_yaml(path) or {}
        except KnowledgeFaults as error:
            faults.extend(error.faults)
            continue
        for name, entry in tree.items():
            if name in found:
                what = f"{name}: already defined in {short(places[name])}"
                faults.append(Fault(f"{short(path)}:{line_of(path, [name])}", what))
                continue
            try:
                found[name] = FactSpec.model_validate({"id": name, **entry})
                places[name] = path
            except ValidationError as error:
                faults.extend(faults_of(error, path, [name]))
                broken.add(name)
    faults.extend(_unfounded(found, broken, places, units))
    if faults:
        raise KnowledgeFaults(faults)
    return found


def _unfounded(
    facts: Mapping[str, FactSpec], broken: set[str], places: Mapping[str, Path], units: Units
) -> list[Fault]:
    """The faults of facts that rest on units or facts which there are not; broken ones count as there."""
    named, measured = {*facts, *broken}, {unit.id for unit in units}
    return [
        Fault(f"{short(places[name])}:{line_of(places[name], [name])}", f"{name}: {what}")
        for name, spec in facts.items()
        for what in _wrong(spec, named, measured)
    ]


def _wrong(spec: FactSpec, facts: Collection[str], units: Collection[str]) -> list[str]:
    derived = spec.derived
    ratio = derived.ratio if derived else None
    named = (spec.unit, ratio.in_, ratio.per) if ratio else (spec.unit,)
    parts = derived.parts if derived else ()
    return [
        *(f"unknown unit {unit!r}" for unit in named if unit is not None and unit not in units),
        *(f"derived from {part!r}, which is no fact" for part in parts if part not in facts),
    ]
