"""The passages that can be found and cited: each piece of the law in three languages, and digests.

A passage of the law has a reference that the contract names (`1.4.2/name`, `/examples`,
`/threshold`, `/oked`, `general.1`, `note.*`, `abbr`), `act` is the resolution itself by title, number
and date; a digest of the news has `context/<id>` and is never law. `key` is the reference made
unique: abbreviations share the reference `abbr`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.edition import ActivityCodes, Edition, Row
from knowledge.load import Digest
from knowledge.text import LANGUAGES, Language

Part = Literal["name", "examples", "threshold", "oked"]
PARTS: tuple[Part, ...] = ("name", "examples", "threshold", "oked")
CONTEXT = "context/"
_DAY = "%d.%m.%Y"  # as the law writes its amendments


@dataclass(frozen=True, slots=True)
class Passage:
    """One text in one language under one reference, with the titles above it (of a digest: its
    source and date).
    """

    key: str
    ref: str
    language: Language
    text: str
    titles: str = ""

    @property
    def code(self) -> str:
        """The row it belongs to, or nothing."""
        head, slash, _ = self.ref.partition("/")
        return head if slash and not self.is_context else ""

    @property
    def is_context(self) -> bool:
        """Whether it is news and not law."""
        return self.ref.startswith(CONTEXT)


def passages(edition: Edition, context: Sequence[Digest] = ()) -> tuple[Passage, ...]:
    """Every passage of an edition and the digests, language by language, in the law's order."""
    return tuple(passage for language in LANGUAGES for passage in _in_language(edition, context, language))


def _in_language(edition: Edition, context: Sequence[Digest], language: Language) -> Iterator[Passage]:
    for row in edition.rows.values():
        yield from _of_row(edition, row, language)
    yield Passage("act", "act", language, edition.act.title[language], _act(edition))
    for ref, text in edition.provisions.items():
        yield Passage(ref, ref, language, text[language])
    for name, meaning in edition.abbreviations.items():
        dash = " " if meaning.kk.startswith("(") else " – "
        yield Passage(f"abbr:{name}", "abbr", language, f"{name}{dash}{meaning[language]}")
    for digest in context:
        ref = f"{CONTEXT}{digest.id}"
        yield Passage(ref, ref, language, digest.text[language], f"{digest.source}, {digest.date}")


def _act(edition: Edition) -> str:
    """The resolution by number and date, then each amendment, with the day from which it applies."""
    amended = (f"№ {one.number}, {one.date:{_DAY}} ({one.in_force:{_DAY}})" for one in edition.amendments)
    return "; ".join([f"№ {edition.act.number}, {edition.act.date:{_DAY}}", *amended])


def _of_row(edition: Edition, row: Row, language: Language) -> Iterator[Passage]:
    """The four passages of a row; of the activity codes only the words between them differ."""
    sector = row.code.rpartition(".")[0]
    above = (edition.categories[row.code[0]], edition.sectors[sector])
    titles = ". ".join([*(title[language] for title in above), row.name[language]])
    texts = {
        "name": row.name[language],
        "examples": row.examples[language],
        "threshold": row.threshold[language],
        "oked": _codes(row.activity_codes, language),
    }
    for part in PARTS:
        ref = f"{row.code}/{part}"
        yield Passage(ref, ref, language, texts[part], titles)


def _codes(codes: ActivityCodes, language: Language) -> str:
    """The activity codes as printed, with what is said of them in the language."""
    printed = codes.printed
    for clause in codes.clauses:
        printed = printed.replace(clause.kk, clause[language])
    return printed
