"""The source text of an edition, verbatim and hashed, and the cells it falls into."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import Fault, KnowledgeFaults
from knowledge.yamlfile import short

_PLACE = re.compile(r"(?P<line>\d+)(?::(?P<column>\d+))?\s+(?P<cell>\S+)(?:\s+(?P<order>\d+))?")


def bare(text: str) -> str:
    """The text without any whitespace: what a table flattened by a PDF keeps for certain."""
    return "".join(text.split())


@dataclass(frozen=True)
class Law:
    """The words of one edition.

    ``cells`` maps a cell (``1.4.2/threshold``, ``1.4/title``, ``general.1``, ``note.*``) to its
    words without whitespace; together the cells are the whole source.
    """

    text: str
    sha256: str
    cells: Mapping[str, str]

    def quotes(self, words: str, cells: tuple[str, ...]) -> bool:
        """Whether the words stand in one of the cells, whitespace ignored; ``…`` is a gap."""
        pieces = [bare(piece) for piece in words.split("…") if piece.strip()]
        return any(_in_order(pieces, self.cells.get(cell, "")) for cell in cells)


def _in_order(pieces: list[str], text: str) -> bool:
    at = 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return bool(pieces)


def read_law(source: Path, layout: Path, sha256: str) -> Law:
    """The law of an edition, cut into cells.

    Raises KnowledgeFaults when the source is not the text that was hashed or the layout is broken.
    """
    content = source.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        what = f"the source text was changed: its SHA-256 is {found}, the edition says {sha256}"
        raise KnowledgeFaults([Fault(short(source), what, "restore it; the source is never edited")])
    text = content.decode("utf-8")
    return Law(text, sha256, _cut(text, layout))


def _cut(text: str, layout: Path) -> dict[str, str]:
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    places: list[tuple[int, str, int]] = []
    for number, entry in enumerate(layout.read_text(encoding="utf-8").splitlines(), start=1):
        if not entry or entry.startswith("#"):
            continue
        match = _PLACE.fullmatch(entry)
        at = starts[int(match["line"]) - 1] + int(match["column"] or 0) if match else -1
        if match is None or (places and at <= places[-1][0]):
            fault = Fault(f"{short(layout)}:{number}", f"not a later place of the source: {entry!r}")
            raise KnowledgeFaults([fault])
        places.append((at, match["cell"], int(match["order"] or number)))
    ends = [*(at for at, _, _ in places[1:]), len(text)]
    pieces: dict[str, list[tuple[int, str]]] = {}
    for (at, cell, order), end in zip(places, ends, strict=True):
        pieces.setdefault(cell, []).append((order, bare(text[at:end])))
    cells = {cell: "".join(words for _, words in sorted(found)) for cell, found in pieces.items()}
    for cell in [cell for cell in cells if "," in cell]:  # a merged cell serves two rows
        rows, part = cell.split("/")
        cells.update({f"{row}/{part}": cells[cell] for row in rows.split(",")})
    return cells
