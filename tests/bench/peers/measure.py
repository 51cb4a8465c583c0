"""Peers tried on the same lines in one run, and the table of what came of it."""

import gc
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median
from time import perf_counter
from typing import Final

import numpy as np

from assistant.corpus import Utterance
from assistant.evaluation import Placed
from assistant.index import Built, build, load_passages
from assistant.letters import skeleton
from assistant.lexical import stem
from assistant.match import Matcher
from assistant.scores import Scorer
from assistant.vectors import StaticVectors
from knowledge.edition import Edition
from knowledge.load import Knowledge
from knowledge.text import LANGUAGES, Language
from tests.bench.peers.base import Peer, Recipe, Task

LOST: Final = 0.02  # the share of real lines that the limit of `none` refuses in the table
_AMONG: Final = 3
_WARM: Final = "күн панелі, солнечная панель, solar panel"
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Ranked(Placed):
    """A line that was ranked, with the lead of `none` over its rows."""

    lead: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A peer with what it made of the lines of its languages, its training (seconds), its bytes."""

    name: str
    found: tuple[Ranked, ...]
    training: float
    size: int
    languages: tuple[Language, ...] = LANGUAGES

    @property
    def first(self) -> float:
        """The share of real lines whose row came first."""
        return fmean(one.first for one in self.found if one.real)

    @property
    def milliseconds(self) -> float:
        """The median of a line."""
        return 1000 * median(one.seconds for one in self.found)

    @property
    def refused(self) -> float:
        """The share of lines of no row that are refused, each language at the limit where just
        so many of its real ones are: set on these lines themselves, better than any that can be
        known beforehand.
        """
        told = [one.lead > limit for mine, limit in self._limits() for one in mine if not one.real]
        return fmean(told)

    def _limits(self) -> Iterator[tuple[list[Ranked], float]]:
        for language in self.languages:
            mine = [one for one in self.found if one.line.language == language]
            leads = sorted(one.lead for one in mine if one.real)
            yield mine, leads[-1 - int(LOST * len(leads))]

    def only(self, language: Language) -> "Measured":
        """The lines of one language alone."""
        some = tuple(one for one in self.found if one.line.language == language)
        return replace(self, name=f"{self.name}, {language} alone", found=some, languages=(language,))


def ours(knowledge: Knowledge, edition: Edition, lines: Sequence[Utterance], folder: Path) -> list[Measured]:
    """The whole match as it is served, and the scores alone that it starts from."""
    start = perf_counter()
    built = build(edition, knowledge.context, folder)
    training = perf_counter() - start
    vectors = StaticVectors.load(built.vectors)
    matcher = Matcher(built.matcher, load_passages(built.folder), vectors, knowledge.lookalikes)
    scorer, judge = Scorer(built.matcher), Scorer(built.matcher)  # each remembers words for itself

    def match(text: str) -> tuple[str, ...]:
        return tuple(candidate.code for candidate in matcher.match(text).candidates[:_AMONG])

    def rank(text: str) -> tuple[str, ...]:
        chances = scorer.score(text).chances
        return tuple(sorted(chances, key=lambda code: -chances[code])[:_AMONG])

    def lead(text: str) -> float:
        scored = judge.score(text)
        return scored.lead if scored.known else float("inf")

    ways = (("ours", match, _bytes(built)), ("ours, the scores alone", rank, _bytes_in(built.matcher)))
    return [Measured(name, tuple(_asked(way, lead, lines)), training, size) for name, way, size in ways]


def _bytes(built: Built) -> int:
    return _bytes_in(built.matcher) + _bytes_in(built.vectors) + _bytes_in(built.folder / "passages.jsonl")


def _bytes_in(path: Path) -> int:
    inside = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in inside if file.is_file())


def _asked(
    rank: Callable[[str], tuple[str, ...]], lead: Callable[[str], float], lines: Iterable[Utterance]
) -> Iterator[Ranked]:
    """Every line ranked, from empty caches; what tells the lead is outside the time taken."""
    _fresh()
    rank(_WARM)
    for line in lines:
        start = perf_counter()
        codes = rank(line.text)
        taken = perf_counter() - start
        yield Ranked(line, codes, taken, lead(line.text))


def _fresh() -> None:
    skeleton.cache_clear()
    stem.cache_clear()
    gc.collect()


def measured(recipes: Iterable[Recipe], task: Task, lines: Sequence[Utterance]) -> Iterator[Measured]:
    """Each peer trained and asked; one put together from others counts their training as its own."""
    peers: dict[str, Peer] = {}
    trainings: dict[str, float] = {}
    for recipe in recipes:
        start = perf_counter()
        peers[recipe.name] = recipe.train(task, {name: peers[name] for name in recipe.of})
        own = perf_counter() - start
        trainings[recipe.name] = own + sum(trainings[name] for name in recipe.of)
        mine = [line for line in lines if line.language in recipe.languages]
        found = tuple(_tried(peers[recipe.name], task.codes, mine))
        size = len(pickle.dumps(peers[recipe.name]))
        yield Measured(recipe.name, found, trainings[recipe.name], size, recipe.languages)


def _tried(peer: Peer, codes: Sequence[str], lines: Iterable[Utterance]) -> Iterator[Ranked]:
    _fresh()
    peer.scores(_WARM)
    for line in lines:
        start = perf_counter()
        found = peer.scores(line.text)
        best = np.argsort(-found.rows, kind="stable")[:_AMONG]
        taken = perf_counter() - start
        lead = found.none - float(found.rows[best[0]])
        yield Ranked(line, tuple(codes[place] for place in best), taken, lead)


_Group = Callable[[Ranked], bool]


def _group(*, notices: bool, language: Language | None = None) -> _Group:
    def holds(one: Ranked) -> bool:
        fits = language is None or one.line.language == language
        return one.real and fits and (one.line.kind == "notice") == notices

    return holds


_GROUPS: Final[Mapping[str, _Group]] = {
    f"{name}{f' {language}' if language else ''}": _group(notices=notices, language=language)
    for name, notices in (("plain", False), ("notices", True))
    for language in (None, *LANGUAGES)
}


def table(best: Measured, others: Sequence[Measured]) -> str:
    """A Markdown table; shares in percent, the right row first and among three."""
    heads = ["", "all first", *_GROUPS, "plain ±", "notices ±", "none refused"]
    heads += ["ms", "× ours", "training s", "MB"]
    rows = [heads, *(_row(best, one) for one in (best, *others))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = _line(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])], widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return f"| {' | '.join(cells)} |"


def _row(best: Measured, one: Measured) -> list[str]:
    whole = one.languages == LANGUAGES
    cells = [one.name, f"{one.first:.1%}" if whole else _NOTHING]
    for name, group in _GROUPS.items():
        shown = whole or name.endswith(one.languages)
        cells.append(_shares([ranked for ranked in one.found if group(ranked)]) if shown else _NOTHING)
    cells += [_beside(best, one, notices=notices) for notices in (False, True)]
    cells += [f"{one.refused:.1%}", f"{one.milliseconds:.2f}", f"{one.milliseconds / _time(best, one):.2f}"]
    return [*cells, f"{one.training:.0f}", f"{one.size / 1e6:.1f}"]


def _shares(some: Sequence[Ranked]) -> str:
    if not some:
        return _NOTHING
    return f"{100 * fmean(one.first for one in some):.1f}/{100 * fmean(one.among for one in some):.1f}"


def _beside(best: Measured, one: Measured, *, notices: bool) -> str:
    """How many lines it puts right that the best does not, and the other way round."""
    group = _group(notices=notices)
    right = {ranked.line: ranked.first for ranked in best.found}
    some = [(ranked.first, right[ranked.line]) for ranked in one.found if group(ranked)]
    won, lost = some.count((True, False)), some.count((False, True))
    return f"+{won} −{lost}" if one.name != best.name else _NOTHING


def _time(best: Measured, one: Measured) -> float:
    """The best's median on the same lines, in milliseconds."""
    same = [ranked.seconds for ranked in best.found if ranked.line.language in one.languages]
    return 1000 * median(same)


def say(text: str) -> None:
    """A line, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
