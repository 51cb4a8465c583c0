"""What a free question asks: its language, what it asks for, and what it names.

The cues are data (`knowledge/utterances/questions.yaml`), met at the beginning of a word in any
spelling; row numbers, activity codes, stars and abbreviations are read from the letters.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.corpus import FOLDER
from assistant.language import language_of
from assistant.letters import Word, flat, words
from knowledge.text import Language
from knowledge.yamlfile import read_yaml

_ROW: Final = re.compile(r"(?<![\d.,])[1-9]\.\d{1,2}\.\d{1,2}(?![\d]|[.,]\d)")
_ACTIVITY: Final = re.compile(r"(?<![\d.,])\d{2}\.\d{1,2}(?:\.\d{1,2})?(?![\d]|[.,]\d)")
_STARS: Final = re.compile(r"(?<!\*)\*{1,3}(?!\*)")
_SHORT: Final = 3  # an abbreviation of so few letters must be written in capitals


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues by what they ask for, in skeleton spelling, and what people write for the law's
    abbreviations.
    """

    asked: dict[str, tuple[str, ...]]
    abbreviations: dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read: `asks` names the cues met, `topic` is the text without their words."""

    text: str
    language: Language
    asks: frozenset[str]
    topic: str
    row: str
    activity: str
    stars: str
    size: int

    def asks_for(self, *names: str) -> bool:
        """Whether any of these cues was met."""
        return not self.asks.isdisjoint(names)


@lru_cache(maxsize=4)
def cues(path: Path = FOLDER / "questions.yaml") -> Cues:
    """The cues of the file."""
    tree = read_yaml(path)
    asked = {
        name: tuple(sorted({flat(str(cue)) for cue in listed}, key=len, reverse=True))
        for name, listed in tree["cues"].items()
    }
    return Cues(asked, {str(k): str(v) for k, v in tree["abbreviations"].items()})


def read(text: str, language: Language | None = None) -> Question:
    """The question behind a text."""
    cut = words(text)
    met = {name: _where(cut, listed) for name, listed in cues().asked.items()}
    spoken = {place for places in met.values() for place in places}
    topic = " ".join(word.text for place, word in enumerate(cut) if place not in spoken)
    row, activity, stars = (rule.search(text) for rule in (_ROW, _ACTIVITY, _STARS))
    return Question(
        text=text,
        language=language or language_of(text),
        asks=frozenset(name for name, places in met.items() if places),
        topic=topic,
        row=row.group() if row else "",
        activity=activity.group() if activity and not row else "",
        stars=stars.group() if stars else _counted_stars(met),
        size=len(cut),
    )


def _counted_stars(met: dict[str, set[int]]) -> str:
    """Stars named by a number word beside the word for a note."""
    counts = {"one": "*", "two": "**", "three": "***"}
    named = [stars for name, stars in counts.items() if met[name]]
    return named[-1] if named and met["note"] else ""


def abbreviation(question: Question, known: frozenset[str]) -> str:
    """The law's abbreviation that a question names, or nothing."""
    names = {name: name for name in known} | cues().abbreviations
    padded = f" {flat(question.text)} "
    found = [
        name
        for name in names
        if f" {flat(name)} " in padded
        and (len(name) > _SHORT or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question.text))
    ]
    return names[max(found, key=len)] if found else ""


def _where(cut: tuple[Word, ...], listed: tuple[str, ...]) -> set[int]:
    """The places of the words that cues cover; a cue ends anywhere within its last word."""
    found: set[int] = set()
    for cue in listed:
        parts = cue.split(" ")
        for start in range(len(cut) - len(parts) + 1):
            window = [word.skeleton for word in cut[start : start + len(parts)]]
            short = len(cue) <= _SHORT
            last = window[-1] == parts[-1] if short else window[-1].startswith(parts[-1])
            if last and window[:-1] == parts[:-1]:
                found.update(range(start, start + len(parts)))
    return found
