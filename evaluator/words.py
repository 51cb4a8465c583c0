"""Numbers, values and limits as words of a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Context, Decimal

from evaluator.reading import Reading
from evaluator.tree import Group, Test
from evaluator.whatif import Needed
from knowledge.facts import FactSpec
from knowledge.load import Knowledge
from knowledge.phrases import say
from knowledge.text import Language

_NO_BREAK = "\u00a0"
_SHOWN = Context(prec=6)


def number(value: Decimal, language: Language) -> str:
    r"""A number as it is written in a language, at most six significant digits after the whole part.

    >>> number(Decimal("12500.5"), "ru"), number(Decimal("12500.5"), "en")
    ('12\xa0500,5', '12,500.5')
    """
    if value != value.to_integral_value():
        value = _SHOWN.plus(value).normalize()
    plain = f"{value:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain if language == "en" else plain.replace(",", _NO_BREAK).replace(".", ",")


class Teller:
    """Tells facts in one language."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self.knowledge, self.language = knowledge, language

    def spec(self, fact: str) -> FactSpec:
        """What is known of a kind of fact."""
        return self.knowledge.facts[fact]

    def label(self, fact: str) -> str:
        """A fact's short name."""
        return self.spec(fact).label[self.language]

    def amount(self, value: Decimal, unit: str | None) -> str:
        """A number with its unit."""
        spelled = self.knowledge.units[unit].spelled(self.language) if unit else ""
        told = number(value, self.language)
        return f"{told}{_NO_BREAK}{spelled}" if spelled else told

    def value(self, fact: str, value: object, unit: str | None) -> str:
        """The value of a fact in words."""
        if isinstance(value, bool):
            return say(self.language, "value-yes" if value else "value-no")
        if isinstance(value, tuple):
            return " + ".join(self.amount(part, unit) for part in value)
        if isinstance(value, Decimal):
            return self.amount(value, unit)
        if isinstance(value, dt.date):
            return value.isoformat()
        choices = self.spec(fact).choices or {}
        return choices[value][self.language] if isinstance(value, str) and value in choices else str(value)

    def reading(self, reading: Reading | None) -> str | None:
        """What is known of a fact; None when nothing is."""
        if reading is None:
            return None
        if reading.conflict:
            pairs = (self.value(reading.fact, value, unit) for value, unit in reading.conflict)
            return say(self.language, "value-conflict", values=" / ".join(pairs))
        return self.value(reading.fact, reading.value, reading.unit)

    def derivation(self, reading: Reading | None) -> str | None:
        """How a derived value was worked out."""
        if reading is None or not reading.parts or reading.amount is None:
            return None
        derived = self.spec(reading.fact).derived
        way = next(way for way in ("ratio", "reduction", "share", "sum") if derived and getattr(derived, way))
        parts = [f"{self.label(part.fact)} {self.reading(part)}" for part in reading.parts]
        result = self.reading(reading) or ""
        first, second = parts[0], parts[-1]
        return say(self.language, f"derivation-{way}", first=first, second=second, result=result)

    def limits(self, bounds: Iterable[tuple[str, Decimal, str]]) -> str:
        """Bounds as words: "more than 10 MW, at most 100 MW"."""
        told = (
            say(self.language, f"limit-{name.replace('_', '-')}", value=self.amount(value, unit))
            for name, value, unit in bounds
        )
        return ", ".join(told)

    def needed(self, needed: Needed) -> str:
        """A bound on one fact, and with what other values it was solved."""
        bound = self.limits([(needed.comparator, needed.value, needed.unit)])
        label = self.label(needed.fact)
        if not needed.given:
            return say(self.language, "needed", label=label, limit=bound)
        given = ", ".join(f"{self.label(one.fact)} {self.reading(one)}" for one in needed.given)
        return say(self.language, "needed-with", label=label, limit=bound, given=given)

    def criterion(self, node: Test | Group) -> str:  # noqa: PLR0911 - one return a kind
        """What a node of a rule demands."""
        if node.words.label:
            return node.words.label[self.language]
        if isinstance(node, Group):
            label = self.label(node.fact) if node.fact else ""
            row = (node.ref or "").partition("/")[0]
            return say(self.language, f"group-{node.kind.replace('_', '-')}", label=label, ref=row)
        label = self.label(node.fact) if node.fact else ""
        match node.kind:
            case "comparison":
                bounds = self.limits((one.comparator, one.shown, one.unit) for one in node.limits)
                return say(self.language, "needed", label=label, limit=bounds)
            case "among":
                choices = ", ".join(self.value(node.fact or "", value, None) for value in node.values)
                return say(self.language, "criterion-among", label=label, choices=choices)
            case "until":
                return say(
                    self.language, "criterion-until", date=node.until.isoformat() if node.until else ""
                )
            case "no_threshold":
                return say(self.language, "criterion-no-threshold")
            case kind:
                return say(self.language, f"criterion-{kind}", label=label)
