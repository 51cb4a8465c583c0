"""Commands that talk: chat, ask."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import click

from api.cli_common import Call, common
from api.cli_output import DONE, NEGATIVE
from api.cli_verdict import print_facts, print_verdict
from evaluator.explain import present

_ANSWERED: Final = frozenset({"answered", "partial", "small_talk"})
Json = Mapping[str, Any]


@click.command(help="cli-help-ask")
@click.argument("question", nargs=-1, required=True)
@common
def ask(call: Call, question: tuple[str, ...]) -> int:
    """Exit with 1 when the sources have no answer."""
    told = call.parts.answer(" ".join(question), call.asked_language)
    output = call.output
    if output.as_json:
        output.json(told)
    else:
        output.line(told["answer"])
        if told["written_by"] == "model":
            output.line(output.say("cli-by-model"), "italic")
        if told["citations"]:
            output.heading(output.say("cli-sources"))
        for citation in told["citations"]:
            output.line(f"{citation['ref']}: {citation['quote']}", "dim", indent=2)
    return DONE if told["status"] in _ANSWERED else NEGATIVE


@click.command(help="cli-help-chat")
@common
def chat(call: Call) -> int:
    """Talk until /exit or the end of the input."""
    talk = _Chat(call)
    talk.greet()
    for line in _lines(call):
        if line in {"/exit", "/quit"}:
            break
        talk.hear(line)
    if not call.output.as_json:
        call.output.line(call.output.say("cli-chat-bye"))
    return DONE


def _lines(call: Call) -> Iterator[str]:
    """What the person writes, line by line, without empty lines."""
    output = call.output
    asks = sys.stdin.isatty() and not output.as_json
    if asks:
        import readline  # noqa: F401 - gives input() history and editing

        output.line(output.say("cli-chat-hello"), "bold")
    while True:
        try:
            line = input(f"{output.say('cli-chat-prompt')}> ") if asks else sys.stdin.readline()
        except EOFError:
            return
        if not asks and not line:
            return
        if line.strip():
            yield line.strip()


class _Chat:
    """One conversation, kept in memory."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._told = ""
        self._state, self._greeting = call.parts.begin(call.output.language)

    def greet(self) -> None:
        """Say what this is."""
        if not self._call.output.as_json:
            self._tell(self._greeting)

    def hear(self, line: str) -> None:
        """Do what a line says."""
        output, command = self._call.output, line.split(maxsplit=1)[0]
        match command:
            case "/help":
                output.line(output.say("cli-chat-help"))
            case "/new":
                self._state, _ = self._call.parts.begin(output.language)
                self.greet()
            case "/facts":
                print_facts(output, self._state["facts"], self._call.parts.knowledge)
            case "/verdict" if self._state["verdict"]:
                print_verdict(output, self._whole(self._state["verdict"]))
            case _:
                self._send(self._message(line))

    def _message(self, line: str) -> dict[str, Any]:
        """A line as a message: a choice, a fact, a withdrawal, or words."""
        name, equals, value = line.partition("=")
        if equals and name.strip() in self._call.parts.knowledge.facts:
            return {"facts": {name.strip(): value.strip()}}
        if line.startswith("-") and line[1:].strip() in self._call.parts.knowledge.facts:
            return {"withdraw": [line[1:].strip()]}
        candidates = self._state["candidates"]
        if self._state["code"] is None and line.isdecimal() and 0 < int(line) <= len(candidates):
            return {"choose": candidates[int(line) - 1]["code"]}
        return {"text": line}

    def _send(self, message: dict[str, Any]) -> None:
        output = self._call.output
        turn = self._call.parts.stepper(message)(self._state)
        self._state = turn.state
        if output.as_json:
            sys.stdout.write(
                json.dumps({"reply": turn.reply, "state": turn.state}, ensure_ascii=False) + "\n"
            )
            sys.stdout.flush()
            return
        self._tell(turn.reply)

    def _tell(self, reply: Sequence[Json]) -> None:
        output = self._call.output
        for block in reply:
            output.line()
            if block["kind"] == "verdict" and self._is_new(block["verdict"]):
                print_verdict(output, block["verdict"])
                continue
            output.line(block["text"])
            for citation in block.get("citations", ()):
                output.line(f"{citation['ref']}: {citation['quote']}", "dim", indent=2)

    def _is_new(self, verdict: Json) -> bool:
        """Whether a verdict was not told before."""
        number, before = verdict["certificate"]["number"], self._told
        self._told = number
        return bool(number != before)

    def _whole(self, summary: Json) -> Json:
        """The whole verdict that a state has in brief."""
        taken, parts = summary["certificate"]["content"], self._call.parts
        on = dt.date.fromisoformat(taken["on"])
        verdict = parts.verdict(taken["code"], taken["facts"], on, taken["floor"])
        return present(verdict, self._state["language"])
