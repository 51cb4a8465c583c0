"""What the command line prints: styled in a terminal, plain where it is piped, JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from knowledge.phrases import Value, say
from knowledge.text import Language

if TYPE_CHECKING:
    from rich.console import Console

DONE: Final = 0
NEGATIVE: Final = 1
USAGE: Final = 2
UNDECIDED: Final = 3
UNUSABLE: Final = 4
FAILED: Final = 5
"""The exit codes; `jasyl --help` explains them."""

OUTCOMES: Final = {"eligible": DONE, "not_eligible": NEGATIVE, "undetermined": UNDECIDED}
STYLES: Final = {
    "eligible": "bold green",
    "met": "green",
    "not_eligible": "bold red",
    "not_met": "red",
    "undetermined": "bold yellow",
    "unknown": "yellow",
}


class Output:
    """Standard output in one language."""

    def __init__(self, language: Language, *, as_json: bool) -> None:
        self.language: Language = language
        self.as_json = as_json
        self._out: Console | None = None

    def say(self, key: str, **values: Value) -> str:
        """A sentence of ours."""
        return say(self.language, key, **values)

    def json(self, content: object) -> None:
        """The one JSON document that a command prints."""
        sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n")

    def line(self, text: str = "", style: str = "", indent: int = 0) -> None:
        """A line; in a terminal it is styled and wrapped with its indent."""
        if not sys.stdout.isatty():
            sys.stdout.write(f"{' ' * indent}{text}".rstrip() + "\n")
            return
        from rich.padding import Padding
        from rich.text import Text

        self._terminal().print(Padding(Text(text, style=style), (0, 0, 0, indent), expand=False))

    def heading(self, text: str) -> None:
        """An empty line and a heading."""
        self.line()
        self.line(text, "bold")

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], *, headed: bool = False) -> None:
        """A table in a terminal; lines with tabs where it is piped, headed when `headed`."""
        if not sys.stdout.isatty():
            for row in ([headings] if headed else []) + list(rows):
                sys.stdout.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(*headings, box=None, pad_edge=False, header_style="bold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self._terminal().print(table)

    def note(self, text: str) -> None:
        """A word on standard error, beside the output."""
        sys.stderr.write(text + "\n")

    def problem(self, code: str, detail: str, faults: Sequence[dict[str, Any]] = ()) -> None:
        """An error: JSON on standard output where JSON was asked for, else lines on the other."""
        if self.as_json:
            self.json({"code": code, "detail": detail, "faults": list(faults)})
            return
        self.note(detail)
        for fault in faults:
            self.note(f"  {fault.get('fact') or fault.get('where')}: {fault['detail']}")

    def _terminal(self) -> Console:
        if self._out is None:
            from rich.console import Console

            self._out = Console(highlight=False, soft_wrap=False)
        return self._out
