"""An edition of the taxonomy: rows, provisions, and the overlay of one edition over another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from knowledge.errors import Fault, KnowledgeFaults, UnknownRow
from knowledge.law import Law, read_law
from knowledge.text import Data, Localized, Words
from knowledge.yamlfile import faults_of, read_yaml


class Note(Data):
    """A place where the law is silent, garbled or contradictory, and how it is read here."""

    words: Words
    text: Localized
    alternatives: Words
    why: Words


class Clause(Localized):
    """Words among the activity codes that are no code: who needs which."""


class ActivityCodes(Data):
    """Column 4; the codes never decide (paragraph 4 and note *)."""

    printed: Words
    codes: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()


class Row(Data):
    """A row of the table. ``rule`` is kept as data; the evaluator's rulebook reads it."""

    code: str
    name: Localized
    activity_codes: ActivityCodes
    examples: Localized
    threshold: Localized
    threshold_shared_with: str | None = None
    rule: Mapping[str, Any]
    notes: Mapping[str, Note] = Field(default_factory=dict)

    @property
    def sector(self) -> str:
        """The number of its sector."""
        return self.code.rpartition(".")[0]

    @property
    def category(self) -> str:
        """The number of its category."""
        return self.code.partition(".")[0]


class _Act(Data):
    number: str
    date: dt.date
    title: Localized


class _Amendment(Data):
    number: str
    date: dt.date
    in_force: dt.date


class _Source(Data):
    file: str
    sha256: str


class _Head(Data):
    """`edition.yaml`; what an overlay leaves out it takes from the edition before it."""

    id: str
    in_force: dt.date
    source: _Source
    act: _Act | None = None
    amendments: tuple[_Amendment, ...] = ()
    categories: Mapping[str, Localized] = Field(default_factory=dict)
    sectors: Mapping[str, Localized] = Field(default_factory=dict)
    provisions: Mapping[str, Localized] = Field(default_factory=dict)
    notes: Mapping[str, Note] = Field(default_factory=dict)
    abbreviations: Mapping[str, Localized] = Field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edition:
    """One edition, whole: its own data over those of the editions before it."""

    id: str
    in_force: dt.date
    act: _Act
    amendments: tuple[_Amendment, ...]
    law: Law
    rows: Mapping[str, Row]
    categories: Mapping[str, Localized]
    sectors: Mapping[str, Localized]
    provisions: Mapping[str, Localized]
    notes: Mapping[str, Note]
    abbreviations: Mapping[str, Localized]
    files: Mapping[str, Path] = field(repr=False)

    def row(self, code: str) -> Row:
        """The row of this code; raises UnknownRow."""
        try:
            return self.rows[code]
        except KeyError:
            raise UnknownRow(code, self.id) from None


def read_edition(folder: Path, before: Edition | None = None) -> Edition:
    """The edition in a folder, laid over the one before it.

    Raises KnowledgeFaults with every fault of its files.
    """
    head_file = folder / "edition.yaml"
    faults: list[Fault] = []
    try:
        head = _Head.model_validate(read_yaml(head_file))
        law = read_law(folder / head.source.file, folder / "layout.txt", head.source.sha256)
    except ValidationError as error:
        raise KnowledgeFaults(faults_of(error, head_file)) from error
    rows = dict(before.rows) if before else {}
    files = dict(before.files) if before else {}
    for path in sorted((folder / "rows").glob("*.yaml"), key=lambda path: _numbers(path.stem)):
        try:
            row = Row.model_validate(read_yaml(path))
        except ValidationError as error:
            faults.extend(faults_of(error, path))
            continue
        except KnowledgeFaults as error:
            faults.extend(error.faults)
            continue
        rows[row.code], files[row.code] = row, path
    if faults:
        raise KnowledgeFaults(faults)
    for code in head.withdrawn:
        rows.pop(code, None)
    act = head.act or (before.act if before else None)
    if act is None:
        raise KnowledgeFaults([Fault("edition.yaml", "the first edition must name its act")])
    whole = Edition(
        head.id, head.in_force, act, head.amendments, law,
        dict(sorted(rows.items(), key=lambda item: _numbers(item[0]))),
        head.categories, head.sectors, head.provisions, head.notes, head.abbreviations,
        {**files, "": head_file},
    )  # fmt: skip
    return whole if before is None else _over(before, whole)


def _over(before: Edition, own: Edition) -> Edition:
    return replace(
        own,
        categories={**before.categories, **own.categories},
        sectors={**before.sectors, **own.sectors},
        provisions={**before.provisions, **own.provisions},
        notes={**before.notes, **own.notes},
        abbreviations={**before.abbreviations, **own.abbreviations},
    )


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(int(number) if number.isdigit() else 0 for number in code.split("."))
