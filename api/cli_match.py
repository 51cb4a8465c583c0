"""The command that finds the rows a description may mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import click

from api.cli_common import Call, common
from api.cli_output import DONE, NEGATIVE, UNDECIDED, Output
from api.cli_verdict import print_facts
from assistant.corpus import NO_PROJECT

_DECISIONS: Final = {"match": DONE, "choose": UNDECIDED, "none": NEGATIVE}
Json = Mapping[str, Any]


@click.command(help="cli-help-match")
@click.argument("text", nargs=-1, required=True)
@click.option("--oked", metavar="CODE", help="cli-option-oked")
@click.option("--limit", type=click.IntRange(1, 20), default=3, help="cli-option-limit")
@common
def match(call: Call, text: tuple[str, ...], oked: str | None, limit: int) -> int:
    """Exit with 0 for one row, 3 for a choice, 1 for none."""
    language = call.asked_language
    told = call.parts.match(" ".join(text), language=language, oked=oked, limit=limit)
    output = call.output
    if output.as_json:
        output.json(told)
        return _DECISIONS[told["decision"]]
    if told["why"] in NO_PROJECT:
        output.line(output.say(f"interview-none-{told['why']}"))
        return _DECISIONS[told["decision"]]
    output.line(output.say(f"cli-decision-{told['decision']}"), "bold")
    for candidate in told["candidates"]:
        _print_candidate(output, candidate)
    if told["components"]:
        _print_listed(output, output.say("cli-components"), told["components"])
    if told["question"]:
        _print_listed(output, told["question"]["text"], told["question"]["options"])
    if told["facts"]:
        output.heading(output.say("cli-read-facts"))
        print_facts(output, told["facts"], call.parts.knowledge)
    return _DECISIONS[told["decision"]]


def _print_candidate(output: Output, candidate: Json) -> None:
    """A row with the reasons for it."""
    percent = output.say("cli-decision-confidence", percent=f"{candidate['confidence']:.0%}"[:-1])
    output.line(f"{candidate['code']} {candidate['title']} · {percent}", indent=2)
    for reason in candidate["reasons"]:
        told = {key: reason[key] for key in ("text", "passage", "quote")}
        speaks = "against" if reason["against"] else "for"
        output.line(output.say("cli-reason", speaks=speaks, **told), "dim", indent=6)


def _print_listed(output: Output, heading: str, listed: list[Json]) -> None:
    """Things or answers, each with its row."""
    output.heading(heading)
    for one in listed:
        output.line(output.say("cli-component", text=one["text"], code=one["code"]), indent=2)
