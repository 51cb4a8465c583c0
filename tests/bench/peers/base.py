"""What a peer learns from, and what it answers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from assistant.corpus import NONE, Utterance, utterances
from assistant.passages import Passage, passages
from knowledge.edition import Edition
from knowledge.load import Knowledge
from knowledge.text import LANGUAGES, Language

DAY: Final = dt.date(2026, 1, 15)
TOLD: Final = 2.0  # what someone says of a project weighs more than a bare term, as it does with us
CELLS: Final = ("/name", "/examples")

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scores:
    """A score for each row, in the order of the codes, and one for none of them."""

    rows: Floats
    none: float = 0.0


class Peer(Protocol):
    """One that was trained."""

    def scores(self, text: str) -> Scores:
        """How much a text speaks for each row, and for none."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text to learn from: what it means (a row, or a kind of `none`), and how much it weighs."""

    text: str
    label: str
    language: Language
    weight: float


@dataclass(frozen=True)
class Task:
    """All that there is to learn from."""

    codes: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    law: Mapping[tuple[str, Language], str]
    """The name and the examples of each row in each language, as one text."""
    alike: Mapping[str, frozenset[str]]
    """The rows easily taken for a row."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The rows in order, then the kinds of `none`."""
        kinds = {lesson.label for lesson in self.lessons} - set(self.codes)
        return (*self.codes, *sorted(kinds))

    @property
    def answers(self) -> npt.NDArray[np.int64]:
        """The place among the labels of each lesson's label."""
        place = {label: number for number, label in enumerate(self.labels)}
        return np.array([place[lesson.label] for lesson in self.lessons])

    @property
    def weights(self) -> Floats:
        """How much each lesson weighs."""
        return np.array([lesson.weight for lesson in self.lessons])

    @property
    def texts(self) -> list[str]:
        """The text of each lesson."""
        return [lesson.text for lesson in self.lessons]

    def only(self, language: Language) -> "Task":
        """The lessons of one language alone."""
        some = tuple(lesson for lesson in self.lessons if lesson.language == language)
        return Task(self.codes, some, self.law, self.alike)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a peer is trained: `of` names the peers that it is put together from, `slow` one that is
    measured only when all are asked for.
    """

    name: str
    train: Callable[[Task, Mapping[str, Peer]], Peer]
    of: tuple[str, ...] = ()
    slow: bool = False
    languages: tuple[Language, ...] = LANGUAGES


def task_of(knowledge: Knowledge, edition: Edition, lines: Sequence[Utterance]) -> Task:
    """The lines, and the names and examples of the law."""
    cells = [one for one in passages(edition) if one.code and one.ref.endswith(CELLS)]
    return Task(
        tuple(edition.rows),
        (*map(_of_line, lines), *(Lesson(cell.text, cell.code, cell.language, 1.0) for cell in cells)),
        _law(cells),
        _alike(knowledge),
    )


def lines_of(edition: Edition) -> tuple[Utterance, ...]:
    """The lines that we are trained on."""
    return utterances(edition.rows)


def _of_line(line: Utterance) -> Lesson:
    label = f"{NONE}:{line.why}" if line.why else line.code
    return Lesson(line.text, label, line.language, 1.0 if line.kind == "term" else TOLD)


def _law(cells: Iterable[Passage]) -> dict[tuple[str, Language], str]:
    found: dict[tuple[str, Language], list[str]] = defaultdict(list)
    for cell in cells:
        found[cell.code, cell.language].append(cell.text)
    return {key: " ".join(texts) for key, texts in found.items()}


def _alike(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in knowledge.lookalikes:
        for code in group.rows:
            found[code] |= set(group.rows) - {code}
    return {code: frozenset(others) for code, others in found.items()}
