"""The command that measures the matcher on lines whose row is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from api.cli_common import Call, common
from api.cli_output import DONE

if TYPE_CHECKING:
    from assistant.evaluation import Score

_COLUMNS: Final = ("group", "real", "first", "among", "lost", "alone", "alone-right", "none", "refused")
_MOST_CONFUSED: Final = 30
_ALL: Final = "all"


@click.command("evaluate-matching", help="cli-help-evaluate-matching")
@click.option(
    "--lines",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="cli-option-lines",
)
@common
def evaluate_matching(call: Call, lines: Path | None) -> int:
    """The held-out lines, unless a folder of other lines is named."""
    from assistant.corpus import HELD_OUT, utterances
    from assistant.evaluation import (
        GROUPINGS,
        calibration_error,
        confusions,
        percentile,
        score,
        scores,
        tried,
    )

    output, parts = call.output, call.parts
    told = utterances(parts.edition(None).rows, lines or HELD_OUT)
    found = tried(parts.talk.matcher, told, parts.scope_of())
    groups = {name: scores(found, by) for name, by in GROUPINGS.items()}
    error, confused = calibration_error(found), confusions(found)
    taken = {"median": percentile(found, 0.5), "p95": percentile(found, 0.95)}
    if output.as_json:
        output.json(
            {
                _ALL: asdict(score(found)),
                "groups": {
                    name: {key: asdict(one) for key, one in group.items()} for name, group in groups.items()
                },
                "calibration_error": error,
                "seconds": taken,
                "confusions": [
                    {"row": row, "given": given, "lines": count} for row, given, count in confused
                ],
            }
        )
        return DONE
    headings = [output.say(f"cli-column-{name}") for name in _COLUMNS]
    for name, group in groups.items():
        output.heading(output.say(f"cli-measured-by-{name}"))
        rows = [_cells(key or "–", one) for key, one in group.items()]
        output.table(headings, [*rows, _cells(output.say("cli-measured-all"), score(found))], headed=True)
    output.heading(output.say("cli-measured-confusions"))
    pairs = [output.say(f"cli-column-{name}") for name in ("row", "given", "lines")]
    output.table(
        pairs, [(row, given, str(count)) for row, given, count in confused[:_MOST_CONFUSED]], headed=True
    )
    output.line()
    output.line(output.say("cli-measured-calibration", error=f"{error:.3f}"))
    times = {name: f"{seconds * 1000:.1f}" for name, seconds in taken.items()}
    output.line(output.say("cli-measured-time", median=times["median"], p95=times["p95"]))
    wrong = sum(one.wrong for one in found)
    output.line(output.say("cli-measured-wrong", count=wrong, total=len(found)))
    return DONE


def _cells(name: str, one: Score) -> Sequence[str]:
    """A row of the table; shares in percent."""
    shares = (one.first, one.among, one.lost, one.alone, one.alone_right)
    return (
        name,
        str(one.real),
        *(_percent(share) for share in shares),
        str(one.none),
        _percent(one.refused),
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"
