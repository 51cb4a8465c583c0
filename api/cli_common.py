"""What the subcommands share: the common options, the parts, the dates."""

from __future__ import annotations

import datetime as dt
import functools
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import click

from api.cli_output import USAGE, Output
from api.settings import settings_from
from knowledge.text import LANGUAGES, Language

if TYPE_CHECKING:
    from api.composition import Services


class Call:
    """One call of the command: its output, and the parts it may need, built when used."""

    def __init__(self, terminal: Language, asked_language: Language | None, *, as_json: bool) -> None:
        self.asked_language = asked_language
        self.output = Output(asked_language or terminal, as_json=as_json)

    @functools.cached_property
    def parts(self) -> Services:
        """The parts of this process."""
        from api.composition import Services

        return Services(settings_from(os.environ))

    def date(self, given: str | None) -> dt.date:
        """The date of `--on`, by default today."""
        if given is None:
            return self.parts.today()
        try:
            return dt.datetime.strptime(given, "%Y-%m-%d").date()  # noqa: DTZ007 - a date alone
        except ValueError:
            self.misused("cli-usage-on", given=given)

    def misused(self, key: str, **values: str) -> NoReturn:
        """Tell how it should have been written, and leave."""
        self.output.problem(key.removeprefix("cli-").replace("-", "_"), self.output.say(key, **values))
        sys.exit(USAGE)


def common(function: Callable[..., int]) -> Callable[..., None]:
    """Give a command `--json`, `--language` and `--help`; what it returns is its exit code."""

    @functools.wraps(function)
    @click.option("--json", "as_json", is_flag=True, help="cli-option-json")
    @click.option("--language", type=click.Choice(LANGUAGES), help="cli-option-language")
    @click.help_option("--help", "-h", help="cli-option-help")
    @click.pass_obj
    def run(
        terminal: Language,
        /,
        *,
        as_json: bool,
        language: Language | None,
        **named: Any,  # noqa: ANN401 - the options of the command
    ) -> None:
        sys.exit(function(Call(terminal, language, as_json=as_json), **named))

    return run


def on_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--on`."""
    return click.option("--on", metavar="DATE", help="cli-option-on")(function)


def floor_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--floor`."""
    choices = click.Choice(["declared", "evidenced"])
    option = click.option("--floor", type=choices, default="declared", help="cli-option-floor")
    return option(function)
