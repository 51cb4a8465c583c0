"""The closed vocabulary in which rules are written: about a dozen kinds of node, nothing else.

Each node of a rule in a row's file is one mapping; the key it bears says which kind it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from knowledge.text import Data, Localized, Words

NoteIds = Annotated[
    tuple[str, ...], BeforeValidator(lambda given: [given] if isinstance(given, str) else given)
]


class Node(Data):
    """What every node may carry: notes beside it, a name for it, the words it formalises."""

    note: NoteIds = ()
    label: Localized | None = None
    law: Words | None = None
    law_at: str | None = None


class Leaf(Node):
    """A node that tests; it always quotes the law."""

    law: Words


class AllOf(Node):
    """All of them must be met."""

    all_of: tuple[Criterion, ...]


class AnyOf(Node):
    """At least one must be met."""

    any_of: tuple[Criterion, ...]


class NoneOf(Node):
    """None of them may be met."""

    none_of: tuple[Criterion, ...]


class Comparison(Leaf):
    """A number against one or two bounds, all in ``unit``."""

    fact: str
    unit: str
    above: Decimal | None = None
    at_least: Decimal | None = None
    below: Decimal | None = None
    at_most: Decimal | None = None
    equals: Decimal | None = None

    @property
    def bounds(self) -> dict[str, Decimal]:
        """Comparator → limit, as far as given."""
        every = ("above", "at_least", "below", "at_most", "equals")
        return {name: limit for name in every if (limit := getattr(self, name)) is not None}

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if not self.bounds:
            raise ValueError("a comparison needs at least one of above, at_least, below, at_most, equals")
        return self


class Among(Leaf):
    """A choice that must be one of these."""

    fact: str
    among: tuple[str, ...]


class Attested(Leaf):
    """A document or a state of affairs that someone vouches for."""

    attested: str


class Judged(Leaf):
    """The law gives no measure: counts only when a named person has ruled."""

    judged: str


class When(Node):
    """Where ``when`` is not met, nothing is required."""

    when: Criterion
    then: Criterion


class ByCase(Node):
    """The requirement depends on a choice."""

    by_case: str
    cases: Mapping[str, Criterion]


class SameAs(Leaf):
    """A cross-reference: the rule of another row, `8.1.1/threshold` or `8.1.1/scope`."""

    same_as: str


class Until(Leaf):
    """Met on and before the date."""

    until: dt.date


class NoThreshold(Leaf):
    """The law sets no threshold; the scope is tested all the same."""

    no_threshold: Literal[True]


_KINDS = {
    "all_of": AllOf, "any_of": AnyOf, "none_of": NoneOf, "among": Among, "attested": Attested,
    "judged": Judged, "when": When, "by_case": ByCase, "same_as": SameAs, "until": Until,
    "no_threshold": NoThreshold, "fact": Comparison,
}  # fmt: skip


def _kind(node: object) -> str | None:
    keys = node if isinstance(node, Mapping) else vars(node)
    return next((kind for kind in _KINDS if kind in keys), None)


Criterion = Annotated[
    Annotated[AllOf, Tag("all_of")]
    | Annotated[AnyOf, Tag("any_of")]
    | Annotated[NoneOf, Tag("none_of")]
    | Annotated[Among, Tag("among")]
    | Annotated[Attested, Tag("attested")]
    | Annotated[Judged, Tag("judged")]
    | Annotated[When, Tag("when")]
    | Annotated[ByCase, Tag("by_case")]
    | Annotated[SameAs, Tag("same_as")]
    | Annotated[Until, Tag("until")]
    | Annotated[NoThreshold, Tag("no_threshold")]
    | Annotated[Comparison, Tag("fact")],
    Discriminator(
        _kind,
        custom_error_type="unknown_kind",
        custom_error_message="not a criterion: none of " + ", ".join(_KINDS),
    ),
]


class RuleData(Data):
    """The two halves of a row; `no_threshold` removes only the second test."""

    scope: Criterion
    threshold: Criterion
    notes: NoteIds = ()


for model in (AllOf, AnyOf, NoneOf, When, ByCase, RuleData):
    model.model_rebuild()
