"""How people say things: the lines of `knowledge/utterances`, read and checked.

A folder holds one folder a language, with one file for each pass that was written independently of
the others. A line is one JSON object: `code` (a row of the taxonomy, or `none` for what fits no
row), `kind` (`term`, `utterance`, `notice` in the manner of a published project notice, or
`ambiguous`: an utterance that leaves out what decides, given once for each row in doubt), `text`,
and for `none` also `why`. Held-out lines may name the `persona` who speaks and the `script`.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from knowledge.errors import Fault, KnowledgeFaults
from knowledge.text import LANGUAGES, Language
from knowledge.yamlfile import short

Kind = Literal["term", "utterance", "notice", "ambiguous"]
Why = Literal["business", "excluded", "personal", "bank", "talk", "gibberish", "manipulation", "offtopic"]
Persona = Literal[
    "owner", "farmer", "household", "engineer", "officer", "official", "visitor", "publisher", "unnamed"
]
Script = Literal["standard", "bare", "latin", "mixed"]
"""Ordinary spelling; Kazakh without its own letters; Latin letters; two languages in one text."""

NONE: Final = "none"
NO_PROJECT: Final[tuple[Why, ...]] = ("bank", "talk", "gibberish", "manipulation", "offtopic")
"""The kinds of `none` that tell of no project, so that there are no nearest rows to show."""

FOLDER: Final = Path(__file__).resolve().parent.parent / "knowledge" / "utterances"
HELD_OUT: Final = FOLDER / "heldout"

_ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": get_args(Kind),
    "why": get_args(Why),
    "persona": get_args(Persona),
    "script": get_args(Script),
}
_KEYS: Final = {"code", "text", *_ALLOWED}


@dataclass(frozen=True, slots=True)
class Utterance:
    """One way of saying it, with the row it means (or `none`, and why)."""

    code: str
    kind: Kind
    text: str
    language: Language
    why: Why | None = None
    persona: Persona = "unnamed"
    script: Script = "standard"


def utterances(codes: Collection[str], folder: Path = FOLDER) -> tuple[Utterance, ...]:
    """All lines of a folder, in the order of languages, file names and lines.

    Raises KnowledgeFaults that names every line which is no such object or has an unknown code, or
    the folder if it holds no line.
    """
    found: list[Utterance] = []
    faults: list[Fault] = []
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.jsonl")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                entry = _entry(line)
                if problem := _problem(entry, codes):
                    faults.append(Fault(f"{short(path)}:{number}", problem))
                else:
                    found.append(Utterance(language=language, **entry))  # type: ignore[arg-type]
    if not found and not faults:
        faults.append(Fault(short(folder), f"no lines in {', '.join(LANGUAGES)}/*.jsonl"))
    if faults:
        raise KnowledgeFaults(faults)
    return tuple(found)


def _entry(line: str) -> dict[str, str]:
    """A line as an object of texts; nothing when it is none."""
    try:
        entry = json.loads(line)
    except json.JSONDecodeError:
        return {}
    texts = isinstance(entry, dict) and all(isinstance(value, str) for value in entry.values())
    return {key: value.strip() for key, value in entry.items()} if texts else {}


def _problem(entry: Mapping[str, str], codes: Collection[str]) -> str:
    """What is wrong with one line, or nothing."""
    if not {"code", "kind", "text"} <= set(entry):
        return "not a JSON object of texts with code, kind and text"
    for key, value in entry.items():
        allowed = _ALLOWED.get(key)
        if allowed and value not in allowed:
            return f"unknown {key} {value!r}; one of {', '.join(allowed)}"
    wrong = {
        f"unknown keys: {', '.join(sorted(set(entry) - _KEYS))}": set(entry) - _KEYS,
        f"unknown code {entry['code']!r}": entry["code"] not in {NONE, *codes},
        "the text is empty": not entry["text"],
        "`why` belongs to `none`, and to nothing else": (entry["code"] == NONE) != ("why" in entry),
    }
    return next((problem for problem, is_so in wrong.items() if is_so), "")
