"""`docs/readings.md`: every place where the law is silent, garbled or contradictory, and how it is read.

Made from the notes of the last edition held: `python -m knowledge.readings docs/readings.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from knowledge.edition import Edition, Note
from knowledge.load import load_knowledge

_COLUMNS: Final = ("name", "oked", "examples", "threshold")

_HEAD: Final = """\
# How the law is read

The Resolution is silent, garbled or contradictory in many places. Each of them is listed here with the words
of the law, the reading that Jasyl takes, the readings that it does not take, and why. Kazakh is the law's own
text; English is a working translation. The user sees the reading beside the criterion that it concerns, in
Kazakh, Russian or English. "The second reader" is the second formalisation of the row: see `two-readings.md`.

Edition {edition}: {count} places. `name` is the name of the row, `oked` its activity codes, `examples`
column 5 of the table, `threshold` column 6; `general.1` to `general.4` are the paragraphs of the
classification.

This file is generated from the notes in `knowledge/taxonomy/`. Do not edit it: edit the note and run
`make readings`.
"""

_ENTRY: Final = """\
### {place} · {name}

> {words}

- Read as: {reading}
- Other readings: {alternatives}
- Why: {why}
"""


@dataclass(frozen=True)
class Reading:
    """A note and its place: `ref` is the cell of the law that holds its words."""

    code: str
    ref: str
    name: str
    note: Note


def readings(edition: Edition) -> Iterator[Reading]:
    """Every note of an edition: first those of its general part, then row by row, column by column."""
    yield from _placed("", edition.notes, edition)
    for code, row in edition.rows.items():
        yield from _placed(code, row.notes, edition)


def _placed(code: str, notes: Mapping[str, Note], edition: Edition) -> list[Reading]:
    """The notes of a row (or of the general part) in the order of the law; equal places as written."""
    own = [f"{code}/{column}" for column in _COLUMNS] if code else []
    order = [*own, *(cell for cell in edition.law.cells if cell not in own)]
    found = [Reading(code, _place(note, order, edition), name, note) for name, note in notes.items()]
    return sorted(found, key=lambda reading: order.index(reading.ref))


def _place(note: Note, order: list[str], edition: Edition) -> str:
    """The first cell in this order that holds the words of a note, or else their first piece.

    Raises LookupError if there is none.
    """
    for words in (note.words, note.words.split("…")[0]):
        for cell in order:
            if edition.law.quotes(words, (cell,)):
                return cell
    raise LookupError(note.words)


def told(edition: Edition) -> str:
    """The readings of an edition as one Markdown text."""
    listed = list(readings(edition))
    parts = [_HEAD.format(edition=edition.id, count=len(listed))]
    headed = None
    for reading in listed:
        if reading.code != headed:
            headed = reading.code
            row = edition.rows.get(headed)
            title = f"{headed} {_line(row.name.en)}" if row else "The classification as a whole"
            parts.append(f"## {title}\n")
        note = reading.note
        parts.append(
            _ENTRY.format(
                place=reading.ref.replace("*", r"\*"),
                name=f"`{reading.name}`",
                words=_line(note.words),
                reading=_line(note.text.en),
                alternatives=_line(note.alternatives),
                why=_line(note.why),
            )
        )
    return "\n".join(parts)


def _line(text: str) -> str:
    """A text on one line, with nothing in it that Markdown would take for markup."""
    return " ".join(text.split()).replace("*", r"\*").replace("<", "&lt;")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(told(load_knowledge().editions[-1]), encoding="utf-8")
