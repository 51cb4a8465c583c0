"""What a free question asks: its language, what it asks for, what it names, what is not ours to say.

A text may hold two questions; a clause that asks for money, an address or a date of ours is set
aside (`outside`), and the rest is read for the law. Row numbers, activity codes, stars and
abbreviations are read from the letters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.asked import Met, asked, language_asked, met
from assistant.language import language_of
from assistant.letters import Word, flat, words
from assistant.lexical import stems
from knowledge.text import Language

_ROW: Final = re.compile(r"(?<![\d.,])[1-9]\.\d{1,2}\.\d{1,2}(?![\d]|[.,]\d)")
_ACTIVITY: Final = re.compile(r"(?<![\d.,])\d{2}\.\d{1,2}(?:\.\d{1,2})?(?![\d]|[.,]\d)")
_STARS: Final = re.compile(r"(?<!\*)\*{1,3}(?!\*)")
_STOP: Final = re.compile(r"[?!;:\n&()]|[.,](?!\d)|\s[-–—]+\s|—")
_PERCENT: Final = re.compile(r"(?<![\d\s])\s*%")  # asked for, where no number is before it
_SHORT: Final = 3  # an abbreviation of so few letters must be written in capitals
_BESIDE: Final = 2
_OUTSIDE: Final = "outside-"
_LAW: Final = (
    "threshold",
    "figure",
    "cut",
    "compare",
    "paper",
    "until",
    "examples",
    "inside",
    "where",
    "mentions",
    "oked",
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read: `asks` names the cues met, `topic` is the text without their words.

    `outside` names what it asks that no law answers, `alone` when it asks nothing else; `defines`
    when a clause asks what a threshold means, of nothing in particular; `pieces` are the topic cut
    where it joins or compares things; `size` counts all words.
    """

    text: str
    language: Language
    asks: frozenset[str]
    outside: frozenset[str]
    alone: bool
    defines: bool
    topic: str
    pieces: tuple[str, ...]
    rows: tuple[str, ...]
    activity: str
    stars: str
    size: int

    def asks_for(self, *names: str) -> bool:
        """Whether any of these cues was met."""
        return not self.asks.isdisjoint(names)

    @property
    def asks_the_law(self) -> bool:
        """Whether it asks for something that the rows hold."""
        return self.asks_for(*_LAW)

    @property
    def asks_percent(self) -> bool:
        """Whether it asks for a share of a hundred."""
        return self.asks_for("percent") or (self.asks_for("figure") and bool(_PERCENT.search(self.text)))

    @property
    def told(self) -> str:
        """The topic without small words."""
        cut = words(self.topic)
        small = {place for one in met(cut) if one.cue.name == "plain" for place in one.places}
        return " ".join(word.text for place, word in enumerate(cut) if place not in small)

    @property
    def bare(self) -> str:
        """The stems of what is told: the thing named, in whatever case and number."""
        return " ".join(stems(self.told, self.language))

    @property
    def subject(self) -> int:
        """How many words it has beside its cues."""
        return len(self.topic.split())


def read(text: str, language: Language | None = None) -> Question:
    """The question behind a text."""
    cut = words(text)
    spoken = language or language_asked(cut, language_of(text))
    clauses = _clauses(text, cut, spoken)
    of_clauses = [met(clause, spoken) for clause in clauses]
    aside = [_outside(found) for found in of_clauses]
    kept = [place for place, outside in enumerate(aside) if not outside]
    asks = frozenset(one.cue.name for place in kept for one in of_clauses[place])
    alone = any(aside) and not asks.intersection(_LAW)
    if alone:
        kept = list(range(len(clauses)))
        asks = frozenset(one.cue.name for found in of_clauses for one in found)
    pieces = [piece for place in kept for piece in _pieces(clauses[place], of_clauses[place], spoken)]
    topic = " ".join(_topic(clauses[place], of_clauses[place]) for place in kept).strip()
    activity, stars = (rule.search(text) for rule in (_ACTIVITY, _STARS))
    rows = tuple(dict.fromkeys(_ROW.findall(text)))
    return Question(
        text=text,
        language=spoken,
        asks=asks,
        outside=frozenset(name for names in aside for name in names),
        alone=alone,
        defines=any(_defines(clause, found) for clause, found in zip(clauses, of_clauses, strict=True)),
        topic=topic,
        pieces=tuple(piece for piece in pieces if piece),
        rows=rows,
        activity=activity.group() if activity and not rows else "",
        stars=stars.group() if stars else _counted_stars(asks),
        size=len(cut),
    )


def abbreviations(question: Question, known: frozenset[str]) -> tuple[str, ...]:
    """The law's abbreviations that a question names, longer ones before what they hold."""
    names = {name: name for name in known} | dict(asked().abbreviations)
    padded = f" {flat(question.text)} "
    found = [
        name
        for name in sorted(names, key=len, reverse=True)
        if f" {flat(name)} " in padded
        and (len(name) > _SHORT or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question.text))
    ]
    return tuple(dict.fromkeys(names[name] for name in found))


def capitals(text: str) -> tuple[str, ...]:
    """The words of a text written in capitals, as abbreviations are.

    >>> capitals("что такое SAF и CORSIA?")
    ('SAF', 'CORSIA')
    """
    return tuple(w.text for w in words(text) if w.text.isupper() and len(w.text) > 1 and w.text.isalpha())


def _clauses(text: str, cut: Sequence[Word], language: Language) -> list[tuple[Word, ...]]:
    """The words of a text between its stops and the words that join questions."""
    clauses: list[list[Word]] = [[]]
    for word in cut:
        current = clauses[-1]
        joint = word.skeleton in asked().joints[language]
        if current and (joint or _STOP.search(text, current[-1].end, word.start)):
            clauses.append([])
        if not joint:
            clauses[-1].append(word)
    return [tuple(clause) for clause in clauses if clause]


def _outside(found: Iterable[Met]) -> frozenset[str]:
    """What a clause asks that the law does not answer."""
    names = {one.cue.name for one in found}
    outside = {name for name in names if name.startswith(_OUTSIDE)}
    if "abroad-place" in names or {"abroad", "taxonomy"} <= names:
        outside.add("outside-abroad")
    if {"state", "pays"} <= names:
        outside.add("outside-money")
    return frozenset(outside | (names & {"promise"}))


def _defines(clause: Sequence[Word], found: Iterable[Met]) -> bool:
    """Whether a clause asks for the meaning of the word threshold, with hardly a word beside."""
    names = {one.cue.name for one in found}
    small = {place for one in found for place in one.places}
    return {"threshold", "meaning"} <= names and len(clause) - len(small) <= _BESIDE


def _topic(clause: Sequence[Word], found: Iterable[Met]) -> str:
    """The words of a clause that are no cue, or one that names what is asked about."""
    gone = {place for one in found if one.cue.name not in asked().kept for place in one.places}
    gone -= {place for one in found if one.cue.name in asked().kept for place in one.places}
    return " ".join(word.text for place, word in enumerate(clause) if place not in gone)


def _pieces(clause: Sequence[Word], found: Sequence[Met], language: Language) -> list[str]:
    """The topic of a clause, cut at the words between two things."""
    cuts = [place for place, word in enumerate(clause) if word.skeleton in asked().between[language]]
    begun: dict[int, list[Met]] = {}
    for one in found:
        begun.setdefault(min(one.places), []).append(one)
    pieces = []
    for start, end in zip([0, *(place + 1 for place in cuts)], [*cuts, len(clause)], strict=True):
        inner = [
            Met(one.cue, frozenset(place - start for place in one.places))
            for first in range(start, end)
            for one in begun.get(first, ())
            if max(one.places) < end
        ]
        pieces.append(_topic(clause[start:end], inner))
    return pieces


def _counted_stars(asks: frozenset[str]) -> str:
    """Stars named by a number word beside the word for a note."""
    counts = {"one": "*", "two": "**", "three": "***"}
    named = [stars for name, stars in counts.items() if name in asks]
    return named[-1] if named and "note" in asks else ""
