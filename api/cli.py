"""The command `jasyl`. Each subcommand stands in a `cli_…` module; heavy parts load when used."""

from __future__ import annotations

import copy
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NoReturn, cast

import click
from typing_extensions import override

from api.cli_check import check, verify
from api.cli_house import build, check_knowledge, diff, doctor, serve
from api.cli_match import match
from api.cli_measure import evaluate_matching
from api.cli_output import FAILED, UNUSABLE, Output
from api.cli_talk import ask, chat
from knowledge.errors import JasylError, KnowledgeFaults
from knowledge.phrases import say
from knowledge.text import LANGUAGES, Language

_KEYS: Final = ("cli-help", "cli-option")
_INTERRUPTED: Final = 130


class _Group(click.Group):
    """The commands in the order of use, with the exit codes below them."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.help or "") for name, each in self.commands.items()])

    @override
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(self.epilog or "")


@click.group(cls=_Group, help="cli-help", epilog="cli-help-exit", no_args_is_help=True)
@click.help_option("--help", "-h", help="cli-option-help")
@click.option("--language", type=click.Choice(LANGUAGES), expose_value=False, help="cli-option-language")
@click.version_option(metadata.version("jasyl"), message="%(version)s", help="cli-option-version")
def jasyl() -> None:
    """The command itself does nothing."""


for command in (
    chat,
    ask,
    match,
    check,
    verify,
    serve,
    build,
    diff,
    doctor,
    check_knowledge,
    evaluate_matching,
):
    jasyl.add_command(command)


def language_of_terminal(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of a call: `--language`, JASYL_LANGUAGE, the terminal's locale, or English.

    >>> language_of_terminal(["check", "--language=kk"], {"LANG": "ru_KZ.UTF-8"})
    'kk'
    >>> language_of_terminal(["doctor"], {"LANG": "ru_KZ.UTF-8"})
    'ru'
    """
    named = [
        given[1] if given[0] == "--language" else given[0].partition("=")[2]
        for given in pairwise([*arguments, ""])
        if given[0].partition("=")[0] == "--language"
    ]
    names = ("JASYL_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    for value in (*named[-1:], *(environment.get(name, "") for name in names)):
        if value[:2] in LANGUAGES and not value[2:3].isalpha():
            return cast("Language", value[:2])
    return "en"


def speaking(command: click.Command, language: Language) -> click.Command:
    """A copy of a command whose help is told in a language."""
    told = copy.deepcopy(command)
    _tell(told, language)
    return told


def _tell(command: click.Command, language: Language) -> None:
    def text(key: str | None) -> str | None:
        return say(language, key) if key and key.startswith(_KEYS) else key

    command.help, command.epilog = text(command.help), text(command.epilog)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = text(parameter.help)
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _tell(child, language)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command; its exit codes are those of `cli_output`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of_terminal(given, os.environ)
    try:
        speaking(jasyl, language).main(given, prog_name="jasyl", obj=language)
    except BrokenPipeError:  # the reader of a pipe has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except JasylError as error:
        sys.exit(_told(error, Output(language, as_json="--json" in given)))
    except Exception as error:  # noqa: BLE001 - the last resort: 1 would read as "not green"
        sys.exit(_failed(error, Output(language, as_json="--json" in given)))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    sys.exit(0)


def _told(error: JasylError, output: Output) -> int:
    """Tell an error and give its exit code."""
    from api.sentences import error_text, fact_faults
    from evaluator.errors import UnusableFacts

    faults: list[dict[str, Any]] = []
    if isinstance(error, UnusableFacts):
        faults = list(fact_faults(error, output.language))
    if isinstance(error, KnowledgeFaults):
        faults = [{"where": f.where, "detail": f.what, "remedy": f.remedy} for f in error.faults]
    detail = error_text(output.language, error.code, error.values)
    output.problem(error.code, detail, faults)
    return FAILED if isinstance(error, KnowledgeFaults) else UNUSABLE


def _failed(error: Exception, output: Output) -> int:
    """Tell an error of ours with its place, and give its exit code."""
    from api.sentences import error_text

    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames)]
    detail = error_text(output.language, "internal", {})
    output.problem("internal", f"{detail} ({type(error).__name__}, {' < '.join(places)})")
    return FAILED
