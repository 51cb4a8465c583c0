"""From a person's words to the rows of the taxonomy that they may mean, with reasons.

Answers from arrays alone: no learning library, no index, no model is imported here. A confidence
is the calibrated probability of the row. A row whose own limits the text contradicts, by the
caller's `scope_of`, is put behind the others (before them, to say why, when nothing else is
likely and the answer is none); an activity code only nudges the order.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from assistant.corpus import NONE
from assistant.features import Vector, Vocabulary
from assistant.language import language_of
from assistant.letters import Word, words
from assistant.passages import Passage
from assistant.train import Limits, softmax
from knowledge.text import Language

Decision = Literal["match", "choose", "none"]
InScope = Literal["met", "not_met", "unknown"]
ScopeOf = Callable[[str, str], InScope]

_CONSIDERED: Final = 8  # so many rows are asked for their scope
_SECTORS: Final = 2  # and the other rows of the sectors of so many
_NUDGE: Final = 1.3  # a fitting activity code multiplies the odds by no more than this
_NEAR: Final = 0.5  # a second row with this share of the first one's confidence competes
_FAINT: Final = 0.15  # less than this is no candidate once rows are ruled out
_TELLING: Final = 0.25  # a word speaks for a row with this share of the strongest word's weight
_REASONS: Final = 3
_STEM: Final = 5  # words meet the law's words when they share so many letters
_QUANTITY: Final = re.compile(r"\d[\d\s.,]*\s?[^\W\d_]+(?:/[^\W\d_]+\d?)?")


@dataclass(frozen=True, slots=True)
class Reason:
    """A phrase of the person's text and the passage of the law it meets; `against` when the
    phrase speaks against the row.
    """

    text: str
    passage: str
    against: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be meant: its number, title, calibrated confidence (0 to 1) and reasons."""

    code: str
    title: str
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a text means: one row, a choice, or none; the nearest rows are given in any case."""

    decision: Decision
    language: Language
    candidates: tuple[Candidate, ...]


class Matcher:
    """The trained classifier with the law's names and examples."""

    def __init__(self, folder: Path, passages: Sequence[Passage]) -> None:
        settings = json.loads((folder / "matcher.json").read_text(encoding="utf-8"))
        self._codes: list[str] = settings.pop("classes")
        self._limits = Limits(**settings)
        self._none = self._codes.index(NONE)
        self._vocabulary = Vocabulary.load(folder / "vocabulary")
        self._weights = np.load(folder / "weights.npy", allow_pickle=False).astype(np.float32)
        self._bias = np.load(folder / "bias.npy", allow_pickle=False)
        self._titles = {(p.code, p.language): p.text for p in passages if p.ref.endswith("/name")}
        self._activity = {p.code: p.text for p in passages if p.ref.endswith("/oked")}
        self._law = _law_words(passages)

    def match(
        self,
        text: str,
        *,
        language: Language | None = None,
        oked: str | None = None,
        limit: int = 3,
        scope_of: ScopeOf | None = None,
    ) -> Match:
        """The rows that a text may mean, at most `limit`, likeliest first."""
        spoken = language or language_of(text)
        cut = words(text)
        vector = self._vocabulary.vector(cut)
        scores = self._scores(vector)
        chances = softmax(scores, self._limits.temperature)
        likely = {
            code: float(chance) for code, chance in zip(self._codes, chances, strict=True) if code != NONE
        }
        before = self._ranked(likely, oked)
        out = self._ruled_out(text, before, scope_of)
        likely = _handed_on(likely, frozenset(out))
        left = [code for code in self._ranked(likely, oked) if code not in out]
        behind = [code for code in before if code in out]
        nothing_left = before[0] in out and likely[left[0]] < _FAINT
        order = behind + left if nothing_left else left + behind
        candidates = tuple(
            Candidate(
                code,
                self._titles[code, spoken],
                round(likely[code], 4),
                self._reasons(text, cut, vector, code) + out.get(code, ()),
            )
            for code in order[:limit]
        )
        decision = "none" if nothing_left else self._decision(scores, [likely[code] for code in left])
        return Match(decision, spoken, candidates)

    def _scores(self, vector: Vector) -> npt.NDArray[np.float64]:
        """A score for each class."""
        return np.asarray(vector.values @ self._weights[vector.indices] + self._bias)

    def _ranked(self, likely: Mapping[str, float], oked: str | None) -> list[str]:
        """All rows, likeliest first; a fitting activity code nudges."""
        nudged = {
            code: chance * (_NUDGE if _has_code(self._activity.get(code, ""), oked) else 1)
            for code, chance in likely.items()
        }
        return sorted(nudged, key=lambda code: (-nudged[code], code))

    def _ruled_out(
        self, text: str, ranked: Sequence[str], scope_of: ScopeOf | None
    ) -> Mapping[str, tuple[Reason, ...]]:
        """Of the likeliest rows those whose scope the text contradicts, with the reason."""
        if scope_of is None:
            return {}
        sectors = {_sector(code) for code in ranked[:_SECTORS]}  # where a chance may be handed on
        found = _QUANTITY.search(text)
        phrase = found.group().strip() if found else text.strip()[:80]
        return {
            code: (Reason(phrase, f"{code}/name", against=True),)
            for code in ranked
            if (code in ranked[:_CONSIDERED] or _sector(code) in sectors)
            and scope_of(code, text) == "not_met"
        }

    def _decision(self, scores: npt.NDArray[np.float64], left: Sequence[float]) -> Decision:
        """Match, choose or none, by the calibrated limits and the chances of the rows left."""
        strongest = float(np.delete(scores, self._none).max())
        lead = float(scores[self._none]) - strongest
        if lead > self._limits.none or strongest < self._limits.strength:
            return "none"
        second, first = sorted(left)[-2:]
        alone = first >= self._limits.match and second < _NEAR * first
        return "match" if alone else "choose"

    def _reasons(self, text: str, cut: Sequence[Word], vector: Vector, code: str) -> tuple[Reason, ...]:
        """The phrases that weigh most for a row, each with the passage it meets."""
        weights = self._weights[vector.indices, self._codes.index(code)] * vector.values
        shares = np.zeros(len(cut))
        for weight, places in zip(weights, vector.places, strict=True):
            for place in places:
                shares[place] += weight / len(places)
        phrases = _phrases(text, cut, shares)
        return tuple(Reason(phrase, self._met(phrase, code)) for phrase in phrases)

    def _met(self, phrase: str, code: str) -> str:
        """The passage of a row whose words a phrase shares most; its name when none."""
        begun = {word.skeleton[:_STEM] for word in words(phrase)}
        name, examples = self._law[f"{code}/name"], self._law[f"{code}/examples"]
        better = len(begun & examples) > len(begun & name)
        return f"{code}/examples" if better else f"{code}/name"


def _sector(code: str) -> str:
    """The sector of a row: `1.4` of `1.4.2`."""
    return code.rpartition(".")[0]


def _handed_on(likely: Mapping[str, float], out: frozenset[str]) -> dict[str, float]:
    """The chances when rows are ruled out: each chance passes to the likeliest row of its sector
    that is left (a station too large for one row of hydropower is one of another).
    """
    found = dict(likely)
    for code in out:
        left = [other for other in likely if other not in out and _sector(other) == _sector(code)]
        if left:
            found[max(left, key=lambda other: likely[other])] += found[code]
        found[code] = 0.0
    return found


def _law_words(passages: Sequence[Passage]) -> dict[str, set[str]]:
    """The beginnings of the words of each name and examples, all languages together."""
    found: dict[str, set[str]] = {}
    for passage in passages:
        if passage.ref.endswith(("/name", "/examples")):
            beginnings = {word.skeleton[:_STEM] for word in words(passage.text)}
            found.setdefault(passage.ref, set()).update(beginnings)
    return found


def _phrases(text: str, cut: Sequence[Word], shares: npt.NDArray[np.float64]) -> list[str]:
    """The strongest words, neighbours joined, strongest phrase first."""
    if not len(shares) or shares.max() <= 0:
        return []
    telling = [place for place, share in enumerate(shares) if share >= _TELLING * shares.max()]
    runs: list[list[int]] = []
    for place in telling:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    runs.sort(key=lambda run: -sum(shares[place] for place in run))
    return [text[cut[run[0]].start : cut[run[-1]].end] for run in runs[:_REASONS]]


def _has_code(printed: str, oked: str | None) -> bool:
    """Whether a cell of activity codes names this code or the group it belongs to."""
    if not oked:
        return False
    wanted = oked.strip()
    listed = re.findall(r"\d{2}(?:\.\d+)*", printed)
    return any(wanted == code or wanted.startswith(f"{code}.") for code in listed)
