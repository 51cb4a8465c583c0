"""Commands that take verdicts: check, verify."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import click

from api.cli_common import Call, common, floor_option, on_option
from api.cli_output import DONE, NEGATIVE, OUTCOMES
from api.errors import UnreadableBody, UnusableFile
from api.strict_json import read_json
from evaluator.explain import present

_WORDS: Final[dict[str, bool | None]] = {
    "yes": True,
    "true": True,
    "да": True,
    "иә": True,
    "no": False,
    "false": False,
    "нет": False,
    "жоқ": False,
    "?": None,
}
_NEAR: Final = 60
_LARGEST: Final = 4 * 2**20


@click.command(help="cli-help-check")
@click.argument("code")
@click.argument("statements", nargs=-1, metavar="[FACT=VALUE]...")
@click.option("--facts", "listing", is_flag=True, help="cli-option-facts")
@floor_option
@on_option
@common
def check(
    call: Call, code: str, statements: tuple[str, ...], listing: bool, floor: str, on: str | None
) -> int:
    """Exit with the outcome."""
    date = call.date(on)
    if listing:
        return _list(call, code, call.parts.rule(code, date).facts)
    facts = _facts(call, statements)
    told = present(call.parts.verdict(code, facts, date, floor), call.output.language)
    if call.output.as_json:
        call.output.json(told)
    else:
        from api.cli_verdict import print_verdict

        print_verdict(call.output, told)
    return OUTCOMES[told["outcome"]]


@click.command(help="cli-help-verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@common
def verify(call: Call, file: Path) -> int:
    """Exit with 1 when the verdict is not the same."""
    from api.verification import verification

    result = verification(_read(file), call.parts.knowledge)
    output = call.output
    if output.as_json:
        output.json(result)
    else:
        key = f"cli-verify-{str(result['status']).replace('_', '-')}"
        output.line(output.say(key), "green" if result["same"] else "red")
    return DONE if result["same"] else NEGATIVE


def _facts(call: Call, statements: tuple[str, ...]) -> dict[str, Any]:
    """The facts of `name=value` arguments; leaves with advice when one is not so written."""
    facts: dict[str, Any] = {}
    for statement in statements:
        fact, equals, value = (part.strip() for part in statement.partition("="))
        if not equals or not fact:
            call.misused("cli-usage-statement", given=statement)
        if fact in facts:
            call.misused("cli-usage-twice", fact=fact)
        _known(call, fact)
        facts[fact] = _WORDS.get(value.lower(), value)
    return facts


def _known(call: Call, fact: str) -> None:
    """Leave with the nearest facts if there is none of this name."""
    known = call.parts.knowledge.facts
    if fact in known:
        return
    from rapidfuzz import process

    near = [name for name, _, _ in process.extract(fact, list(known), limit=3, score_cutoff=_NEAR)]
    key = "cli-usage-near" if near else "cli-usage-unknown"
    call.misused(key, fact=fact, near=", ".join(near))


def _list(call: Call, code: str, facts: tuple[str, ...]) -> int:
    """Print the facts that a row can ask for."""
    from api.told import fact_told

    output, known = call.output, call.parts.knowledge
    told = [fact_told(known.facts[fact], known.units, output.language) for fact in facts]
    if output.as_json:
        output.json({"code": code, "facts": told})
        return DONE
    columns = ("fact", "kind", "unit", "question", "choices")
    rows = [
        (
            fact["id"],
            fact["kind"],
            fact["units"][0]["spelled"] if fact["units"] else "",
            fact["question"],
            ", ".join(fact["choices"] or ()),
        )
        for fact in told
    ]
    output.table([output.say(f"cli-column-{name}") for name in columns], rows)
    return DONE


def _read(file: Path) -> dict[str, Any]:
    """The JSON object of a file; raises UnusableFile."""
    try:
        if file.stat().st_size > _LARGEST:
            raise UnusableFile(file.name, "too large")
        text = file.read_bytes()
        read_json(text)  # refuses what has no single meaning
    except (OSError, UnreadableBody) as error:
        raise UnusableFile(file.name, str(error)) from error
    content = json.loads(text)
    if not isinstance(content, dict):
        raise UnusableFile(file.name, "not an object")
    return content
