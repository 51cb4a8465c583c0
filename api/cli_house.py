"""Commands for those who keep the house: serve, build, diff, doctor, check-knowledge."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import click

from api.cli_common import Call, common
from api.cli_output import DONE, FAILED, NEGATIVE


@click.command(help="cli-help-serve")
@click.option("--host", metavar="ADDRESS", help="cli-option-host")
@click.option("--port", type=click.IntRange(0, 65535), help="cli-option-port")
@common
def serve(call: Call, host: str | None, port: int | None) -> int:
    """Serve until stopped."""
    from api.serving import address_of, listen, run

    settings = call.parts.settings
    settings = settings.model_copy(
        update={"host": host or settings.host, "port": settings.port if port is None else port}
    )
    try:
        sock = listen(settings)
    except OSError:
        address = f"{settings.host}:{settings.port}"
        call.output.problem("port_taken", call.output.say("cli-port-taken", address=address))
        return FAILED
    address = address_of(sock)
    if call.output.as_json:
        call.output.json({"address": address})
    else:
        call.output.line(call.output.say("cli-serving", address=address))
    sys.stdout.flush()
    run(settings, sock)
    return DONE


@click.command(help="cli-help-build")
@common
def build(call: Call) -> int:
    """Build what is missing."""
    output = call.output
    begun = perf_counter()
    if not output.as_json:
        output.note(output.say("cli-building"))
    built = call.parts.build()
    seconds = f"{perf_counter() - begun:.1f}"
    if output.as_json:
        output.json({"folder": str(built.folder), "digest": built.digest, "fresh": built.fresh})
    elif built.fresh:
        output.line(output.say("cli-built", seconds=seconds, folder=str(built.folder)))
    else:
        output.line(output.say("cli-built-already", folder=str(built.folder)))
    return DONE


@click.command(help="cli-help-diff")
@click.argument("first")
@click.argument("second")
@common
def diff(call: Call, first: str, second: str) -> int:
    """Exit with 1 when rows differ, as diff does."""
    from api.differences import differences

    output, parts = call.output, call.parts
    found = differences(parts.named_edition(first), parts.named_edition(second))
    if output.as_json:
        output.json({"first": first, "second": second, "rows": found})
    elif not found:
        output.line(output.say("cli-diff-none", first=first, second=second))
    else:
        headings = [output.say(f"cli-column-{name}") for name in ("row", "change")]
        rows = [
            (row["code"], output.say(f"cli-diff-{row['change']}", parts=", ".join(row["parts"])))
            for row in found
        ]
        output.table(headings, rows)
    return NEGATIVE if found else DONE


@click.command(help="cli-help-doctor")
@common
def doctor(call: Call) -> int:
    """Exit with 1 when something has to be done first."""
    from api.doctor import examine

    output = call.output
    findings = examine(call.parts)
    if output.as_json:
        output.json([finding.told() for finding in findings])
    else:
        for finding in findings:
            value = finding.value or output.say(f"cli-doctor-{finding.phrase}")
            label = output.say(f"cli-doctor-{finding.name}")
            mark, style = ("✓", "green") if finding.well else ("✗", "red")
            output.line(f"{mark} {label}: {value}", style)
    return DONE if all(finding.well for finding in findings) else NEGATIVE


@click.command("check-knowledge", help="cli-help-check-knowledge")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@common
def check_knowledge(call: Call, folder: Path | None) -> int:
    """Exit with 1 when there are faults, all of them told."""
    from api.knowledge_check import check_all

    output = call.output
    report = check_all(folder)
    if output.as_json:
        output.json(report.told())
    elif report.faults:
        output.line(output.say("cli-knowledge-faults", count=len(report.faults)), "bold red")
        for fault in report.faults:
            output.line(str(fault), indent=2)
    else:
        output.line(output.say("cli-knowledge-good", **report.counts), "green")
    return NEGATIVE if report.faults else DONE
