"""Rows that people's words do not tell apart, and the one question that does.

`lookalikes.yaml` holds groups of two or more rows; each answer of a group's question leads to one
row, and each row of a group has at least one answer.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from knowledge.errors import Fault, KnowledgeFaults
from knowledge.text import Data, Localized
from knowledge.yamlfile import faults_of, line_of, read_yaml, short


class Way(Data):
    """An answer to the question, in the person's voice, and the row it leads to."""

    code: str
    answer: Localized


class Lookalikes(Data):
    """Rows easily taken for each other, the question that tells them apart, and its answers."""

    rows: Annotated[tuple[str, ...], Field(min_length=2)]
    question: Localized
    answers: Annotated[tuple[Way, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if {way.code for way in self.answers} != set(self.rows):
            raise ValueError("the answers must lead to each of the rows, and to no other")
        return self


def read_lookalikes(path: Path, codes: Collection[str]) -> tuple[Lookalikes, ...]:
    """The groups of a file; raises KnowledgeFaults, also for a row that is none of `codes`."""
    try:
        groups = TypeAdapter(tuple[Lookalikes, ...]).validate_python(read_yaml(path))
    except ValidationError as error:
        raise KnowledgeFaults(faults_of(error, path)) from error
    faults = [
        Fault(
            f"{short(path)}:{line_of(path, [place, 'rows'])}",
            f"the group {', '.join(group.rows)} names the unknown row {code}",
        )
        for place, group in enumerate(groups)
        for code in group.rows
        if code not in codes
    ]
    if faults:
        raise KnowledgeFaults(faults)
    return groups
