"""From a person's words to the rows of the taxonomy that they may mean, with reasons.

Answers from arrays alone: no learning library, no index, no model is imported here. A confidence
is the calibrated probability of the row. A row whose own limits the text contradicts, by the
caller's `scope_of`, is put behind the others (before them, to say why, when nothing else is
likely and the answer is none); an activity code only nudges the order. A text that names several
things gets the rows of all of them, and a choice; so does one whose rows compete, with the
question that tells them apart.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from assistant.components import Component, components
from assistant.corpus import Why
from assistant.language import language_of
from assistant.passages import Passage
from assistant.reasons import Reason, Reasons
from assistant.scores import Scored, Scorer
from assistant.vectors import StaticVectors
from knowledge.lookalikes import Lookalikes
from knowledge.text import Language

Decision = Literal["match", "choose", "none"]
InScope = Literal["met", "not_met", "unknown"]
ScopeOf = Callable[[str, str], InScope]

_CONSIDERED: Final = 8  # so many rows are asked for their scope
_SECTORS: Final = 2  # and the other rows of the sectors of so many
_NUDGE: Final = 1.3  # a fitting activity code multiplies the odds by no more than this
_NEAR: Final = 0.3  # a second row with this share of the first one's confidence competes
_FAINT: Final = 0.15  # less than this is no candidate once rows are ruled out
_QUANTITY: Final = re.compile(r"\d[\d\s.,]*\s?[^\W\d_]+(?:/[^\W\d_]+\d?)?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be meant: its number, title, calibrated confidence (0 to 1) and reasons."""

    code: str
    title: str
    confidence: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to the question that tells rows apart, and the row it leads to."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """The one question that tells these rows apart, and its answers."""

    rows: tuple[str, ...]
    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a text means: one row, a choice, or none; the nearest rows are given in any case.

    `components` are the several things it names (empty when one), `question` tells competing rows
    apart, `why` is the kind of text that fits no row.
    """

    decision: Decision
    language: Language
    candidates: tuple[Candidate, ...]
    components: tuple[Component, ...] = ()
    question: Question | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Rows likeliest first with their chances, those ruled out with the reason, those named apart."""

    order: tuple[str, ...]
    likely: Mapping[str, float]
    out: Mapping[str, tuple[Reason, ...]]
    parts: tuple[Component, ...]

    @property
    def left(self) -> list[str]:
        """The rows not ruled out, likeliest first."""
        return [code for code in self.order if code not in self.out]

    @property
    def nothing_left(self) -> bool:
        """Whether the likeliest row is ruled out and no other is likely."""
        return self.order[0] in self.out and self.likely[self.left[0]] < _FAINT


class Matcher:
    """The trained classifier with the law's names and examples."""

    def __init__(
        self,
        folder: Path,
        passages: Sequence[Passage],
        vectors: StaticVectors,
        lookalikes: Iterable[Lookalikes] = (),
        meaning: Callable[[str], Sequence[float]] | None = None,
    ) -> None:
        self._scorer = Scorer(folder, meaning)
        self._reasons = Reasons(self._scorer, passages, vectors)
        self._lookalikes = [group for group in lookalikes if set(group.rows) <= set(self._scorer.codes)]
        self._titles = {(p.code, p.language): p.text for p in passages if p.ref.endswith("/name")}
        self._activity = {p.code: p.text for p in passages if p.ref.endswith("/oked")}

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
        written = language_of(text)
        spoken = language or written
        scored = self._scorer.score(text)
        refused = self._scorer.refuses(scored, written)
        parts = () if refused else components(text, scored, self._scorer)
        ranking = self._ranking(text, scored, parts, oked, scope_of)
        decision = "none" if refused or ranking.nothing_left else self._decision(scored, ranking)
        group = self._group(ranking) if decision == "choose" and not ranking.parts else None
        candidates = tuple(
            Candidate(
                code,
                self._titles[code, spoken],
                round(ranking.likely[code], 4),
                self._why(text, scored, code, spoken, ranking),
            )
            for code in _brought_forward(ranking.order, group)[:limit]
        )
        question = _question(group, spoken) if group else None
        why = self._kind(scored) if refused else None
        return Match(decision, spoken, candidates, ranking.parts, question, why)

    @staticmethod
    def _kind(scored: Scored) -> Why:
        """The likeliest kind of a text that fits no row; one that says nothing is gibberish."""
        return max(scored.kinds, key=lambda kind: scored.kinds[kind]) if scored.known else "gibberish"

    def _why(
        self, text: str, scored: Scored, code: str, language: Language, ranking: _Ranking
    ) -> tuple[Reason, ...]:
        """What speaks for a row, and what rules it out; of one of several things, its own words."""
        against = ranking.out.get(code, ())
        own = [part.text for part in ranking.parts if part.code == code]
        if own:
            return (*(self._reasons.met(phrase, code, language) for phrase in own), *against)
        return self._reasons.of(text, scored, code, language) + against

    def _ranking(
        self,
        text: str,
        scored: Scored,
        parts: tuple[Component, ...],
        oked: str | None,
        scope_of: ScopeOf | None,
    ) -> _Ranking:
        """All rows in order: the likeliest, then those of the other things named, then the rest."""
        before = self._ranked(scored.chances, oked)
        out = self._ruled_out(text, before, parts, scope_of)
        likely = _handed_on(scored.chances, frozenset(out))
        left = [code for code in self._ranked(likely, oked) if code not in out]
        named = {part.code for part in parts}
        left = [*left[:1], *(c for c in left[1:] if c in named), *(c for c in left[1:] if c not in named)]
        behind = [code for code in before if code in out]
        gone = before[0] in out and likely[left[0]] < _FAINT
        kept = tuple(part for part in parts if part.code not in out)
        kept = kept if len(kept) > 1 else ()
        return _Ranking(tuple(behind + left if gone else left + behind), likely, out, kept)

    def _ranked(self, likely: Mapping[str, float], oked: str | None) -> list[str]:
        """All rows, likeliest first; a fitting activity code nudges."""
        nudged = {
            code: chance * (_NUDGE if _has_code(self._activity.get(code, ""), oked) else 1)
            for code, chance in likely.items()
        }
        return sorted(nudged, key=lambda code: (-nudged[code], code))

    @staticmethod
    def _ruled_out(
        text: str, ranked: Sequence[str], parts: Sequence[Component], scope_of: ScopeOf | None
    ) -> Mapping[str, tuple[Reason, ...]]:
        """Of the likeliest rows those whose scope the text contradicts, with the reason.

        A row of one of several things is judged by the words of that thing alone.
        """
        if scope_of is None:
            return {}
        own = {part.code: part.text for part in parts}
        sectors = {_sector(code) for code in ranked[:_SECTORS]}  # where a chance may be handed on
        out = {}
        for place, code in enumerate(ranked):
            said = own.get(code, text)
            if (place < _CONSIDERED or _sector(code) in sectors) and scope_of(code, said) == "not_met":
                found = _QUANTITY.search(said)
                phrase = found.group().strip() if found else said.strip()[:80]
                out[code] = (Reason(phrase, f"{code}/name", against=True),)
        return out

    def _decision(self, scored: Scored, ranking: _Ranking) -> Decision:
        """One row that stands alone, or a choice: between several things, between rows of like
        chances, or between look-alikes when the text leaves open which.
        """
        first, second = (ranking.likely[code] for code in ranking.left[:2])
        alone = first >= self._scorer.limits.match and second < _NEAR * first
        leaves_open = self._scorer.vague(scored) and self._group(ranking) is not None
        return "choose" if ranking.parts or leaves_open or not alone else "match"

    def _group(self, ranking: _Ranking) -> Lookalikes | None:
        """The group of the likeliest row that holds the next likely of its look-alikes."""
        first = ranking.left[0]
        groups = [group for group in self._lookalikes if first in group.rows]
        for code in ranking.left[1:]:
            for group in groups:
                if code in group.rows:
                    return group
        return None


def _question(group: Lookalikes, language: Language) -> Question:
    """The question that tells a group apart, in one language."""
    options = tuple(Option(way.code, way.answer[language]) for way in group.answers)
    return Question(group.rows, group.question[language], options)


def _brought_forward(order: Sequence[str], group: Lookalikes | None) -> list[str]:
    """The rows in order, those of a group that a question is about behind the first."""
    asked = set(group.rows) if group else set()
    rest = order[1:]
    return [*order[:1], *(c for c in rest if c in asked), *(c for c in rest if c not in asked)]


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


def _has_code(printed: str, oked: str | None) -> bool:
    """Whether a cell of activity codes names this code or the group it belongs to."""
    if not oked:
        return False
    wanted = oked.strip()
    listed = re.findall(r"\d{2}(?:\.\d+)*", printed)
    return any(wanted == code or wanted.startswith(f"{code}.") for code in listed)
