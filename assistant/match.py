"""From a person's words to the rows of the taxonomy that they may mean, with reasons.

Answers from arrays alone: no learning library, no index, no model is imported here. A confidence
is the calibrated probability of the row. A text that names several things gets the rows of all of
them, and a choice; so does one whose rows compete, or that leaves out what decides between
look-alikes, with the question that tells them apart.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from assistant.components import Component, components
from assistant.corpus import Why
from assistant.language import language_of
from assistant.passages import Passage
from assistant.ranking import Ranking, ScopeOf, rank
from assistant.reasons import Reason, Reasons
from assistant.scores import Scored, Scorer
from assistant.vectors import StaticVectors
from knowledge.lookalikes import Lookalikes
from knowledge.text import Language

Decision = Literal["match", "choose", "none"]

_NEAR: Final = 0.3  # a second row with this share of the first one's confidence competes


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
    apart, `why` is the kind of text that fits no row (`excluded` also when its own figures rule it out).
    """

    decision: Decision
    language: Language
    candidates: tuple[Candidate, ...]
    components: tuple[Component, ...] = ()
    question: Question | None = None
    why: Why | None = None


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
        self._activities = {p.code: p.text for p in passages if p.ref.endswith("/oked")}

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
        ranking = rank(text, scored.chances, parts, self._activities, oked, scope_of)
        none = refused or ranking.nothing_left
        group = None if none or ranking.parts else self._group(scored, ranking)
        vague = group is not None and self._scorer.vague(scored)
        if group and vague:
            ranking = ranking.opened(group.rows)
        decision: Decision = "none" if none else "choose" if vague or not self._alone(ranking) else "match"
        candidates = tuple(
            Candidate(
                code,
                self._titles[code, spoken],
                round(ranking.likely[code], 4),
                self._why(text, scored, code, spoken, ranking),
            )
            for code in ranking.order[:limit]
        )
        question = _question(group, spoken) if group and decision == "choose" else None
        why: Why | None = self._kind(scored) if refused else "excluded" if none else None
        return Match(decision, spoken, candidates, ranking.parts, question, why)

    @staticmethod
    def _kind(scored: Scored) -> Why:
        """The likeliest kind of a text that fits no row; one that says nothing is gibberish."""
        return max(scored.kinds, key=lambda kind: scored.kinds[kind]) if scored.known else "gibberish"

    def _why(
        self, text: str, scored: Scored, code: str, language: Language, ranking: Ranking
    ) -> tuple[Reason, ...]:
        """What speaks for a row, and what rules it out; of one of several things, its own words."""
        own = [part.text for part in ranking.parts if part.code == code]
        if own:
            return tuple(self._reasons.met(phrase, code, language) for phrase in own)
        against = [Reason(ranking.out[code], f"{code}/name", against=True)] if code in ranking.out else []
        return (*self._reasons.of(text, scored, code, language), *against)

    def _alone(self, ranking: Ranking) -> bool:
        """Whether one row is likely and no other is nearly as likely, nor named besides."""
        first, second = (ranking.likely[code] for code in ranking.left[:2])
        return not ranking.parts and first >= self._scorer.limits.match and second < _NEAR * first

    def _group(self, scored: Scored, ranking: Ranking) -> Lookalikes | None:
        """The group of the likeliest row that holds the look-alike which the text most leaves open;
        a row that competes comes before.
        """
        first, second = ranking.left[:2]
        groups = [
            group
            for group in self._lookalikes
            if first in group.rows and not ranking.out.keys() & set(group.rows)
        ]
        alike = {code for group in groups for code in group.rows} - {first}
        if not alike:
            return None
        competes = second in alike and ranking.likely[second] >= _NEAR * ranking.likely[first]
        nearest = second if competes else max(alike, key=lambda code: self._scorer.doubt(scored, first, code))
        return next(group for group in groups if nearest in group.rows)


def _question(group: Lookalikes, language: Language) -> Question:
    """The question that tells a group apart, in one language."""
    options = tuple(Option(way.code, way.answer[language]) for way in group.answers)
    return Question(group.rows, group.question[language], options)
