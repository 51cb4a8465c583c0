"""How people say things: the lines of `knowledge/utterances`, read and checked.

A line is one JSON object: `code` (a row of the taxonomy, or `none` for what fits no row), `kind`
(`term`, `utterance`, or `notice` in the manner of a published project notice), `text`, and for
`none` also `why`. `frames.yaml` holds texts of notices with a gap, in which a line can stand.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from knowledge.errors import Fault, KnowledgeFaults
from knowledge.text import LANGUAGES, Language
from knowledge.yamlfile import read_yaml, short

Kind = Literal["term", "utterance", "notice"]
NONE = "none"
FOLDER = Path(__file__).resolve().parent.parent / "knowledge" / "utterances"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One way of saying it, with the row it means (or `none`)."""

    code: str
    kind: Kind
    text: str
    language: Language


def utterances(codes: Collection[str], folder: Path = FOLDER) -> tuple[Utterance, ...]:
    """All lines of the three files of a folder, in the order of the files.

    Raises KnowledgeFaults that names every line which is no such object or has an unknown code.
    """
    found: list[Utterance] = []
    faults: list[Fault] = []
    for language in LANGUAGES:
        path = folder / f"{language}.jsonl"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            match _entry(line):
                case {"code": str(code), "kind": str(kind), "text": str(text), **rest}:
                    problem = _problem(
                        code, kind, text, {str(key): value for key, value in rest.items()}, codes
                    )
                case _:
                    code = kind = text = ""
                    problem = "not a JSON object with code, kind and text"
            if problem:
                faults.append(Fault(f"{short(path)}:{number}", problem))
            else:
                found.append(Utterance(code, kind, text.strip(), language))  # type: ignore[arg-type]
    if faults:
        raise KnowledgeFaults(faults)
    return tuple(found)


def frames(path: Path = FOLDER / "frames.yaml") -> dict[Language, tuple[str, ...]]:
    """Texts of notices by language, each with one gap `{}`."""
    tree = read_yaml(path)
    return {language: tuple(tree[language]) for language in LANGUAGES}


def _entry(line: str) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        return None


def _problem(code: str, kind: str, text: str, rest: dict[str, object], codes: Collection[str]) -> str:
    """What is wrong with one line, or nothing."""
    if code != NONE and code not in codes:
        return f"unknown code {code!r}"
    if kind not in get_args(Kind):
        return f"unknown kind {kind!r}"
    if not text.strip():
        return "the text is empty"
    if set(rest) - {"why"}:
        return f"unknown keys: {', '.join(sorted(set(rest) - {'why'}))}"
    return ""
