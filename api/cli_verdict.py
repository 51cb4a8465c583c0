"""A verdict and facts as lines of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from api.cli_output import STYLES, Output
from knowledge.load import Knowledge

Json = Mapping[str, Any]
_WAYS: Final = 3  # shown; JSON has all
_MARKS: Final = {"met": "✓", "not_met": "✗", "unknown": "?"}


def print_verdict(output: Output, told: Json) -> None:
    """Print the outcome, the criteria with the words of the law, what is missing, what would change it."""
    output.line(f"{told['code']} {told['title']}", "bold")
    output.line(told["outcome_text"], STYLES[told["outcome"]])
    for finding in told["findings"]:
        output.line()
        output.line(f"{finding['heading']}: {finding['outcome_text']}", "bold")
        for child in finding.get("children") or [finding]:
            _print_finding(output, child, 2)
    _print_list(output, "cli-missing", [fact["question"] for fact in told["missing_facts"]])
    ways = [way["text"] for way in told["would_change"]]
    _print_list(output, "cli-would-change", ways[:_WAYS])
    if len(ways) > _WAYS:
        output.line(output.say("cli-more-ways", count=len(ways) - _WAYS), "dim", indent=2)
    _print_list(output, "cli-documents", [paper["text"] for paper in told["documents"]])
    _print_list(output, "cli-notes", [f"«{note['words']}» {note['text']}" for note in told["notes"]])
    rows = [f"{row['code']} {row['title']}: {row['outcome_text']}" for row in told.get("other_rows", ())]
    _print_list(output, "cli-other-rows", rows)
    output.line()
    if told["review"]:
        output.line(told["review"], "dim")
    output.line(told["advice"], "dim")
    number = told["certificate"]["number"]
    output.line(output.say("cli-certificate", number=number, edition=told["edition"]))


def _print_finding(output: Output, finding: Json, indent: int) -> None:
    mark, style = _MARKS[finding["outcome"]], STYLES[finding["outcome"]]
    value = f" · {finding['value']}" if finding.get("value") else ""
    text = f"{mark} {finding['criterion']}{value} – {finding['outcome_text']}"
    output.line(text, style, indent=indent)
    if finding.get("derivation"):
        output.line(finding["derivation"], indent=indent + 2)
    if finding["law"]:
        output.line(f"«{finding['law']}» ({finding['ref']})", "dim", indent=indent + 2)
    for child in finding.get("children", ()):
        _print_finding(output, child, indent + 2)


def _print_list(output: Output, key: str, items: Sequence[str]) -> None:
    if items:
        output.heading(output.say(key))
    for item in items:
        output.line(f"– {item}", indent=2)


def print_facts(output: Output, facts: Sequence[Json], known: Knowledge) -> None:
    """Print facts with the phrases that they were read from."""
    for fact in facts:
        spec = known.facts[fact["id"]]
        value = _value(output, fact, known)
        phrase = output.say("cli-from", phrase=fact["phrase"]) if fact["phrase"] else ""
        text = f"{spec.label[output.language]}: {value}"
        output.line(f"{text}  ({phrase})" if phrase else text, indent=2)


def _value(output: Output, fact: Json, known: Knowledge) -> str:
    value, spec = fact["value"], known.facts[fact["id"]]
    if isinstance(value, bool):
        return output.say("value-yes" if value else "value-no")
    if spec.choices and value in spec.choices:
        return spec.choices[value][output.language]
    unit = known.units[fact["unit"]].spelled(output.language) if fact["unit"] else ""
    amount = " + ".join(value) if isinstance(value, list | tuple) else str(value)
    return f"{amount} {unit}".strip()
