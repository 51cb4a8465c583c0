"""Every sentence the product utters, by language and key (Fluent files, the same keys in each language)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message

from knowledge.errors import Fault, KnowledgeFaults
from knowledge.text import LANGUAGES, Language
from knowledge.yamlfile import short

ROOT = Path(__file__).with_name("phrases")

Value = str | int | Decimal


@cache
def bundle(language: Language, root: Path = ROOT) -> FluentBundle:
    """The sentences of one language; numbers and plurals in its manner."""
    found = FluentBundle([language], use_isolating=False)
    for path in sorted((root / language).glob("*.ftl")):
        found.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return found


def say(language: Language, key: str, **values: Value) -> str:
    """The sentence of this key; raises KnowledgeFaults when it is missing or a value is lacking.

    >>> say("ru", "outcome-eligible")
    'соответствует'
    """
    sentences = bundle(language)
    if not sentences.has_message(key):
        raise KnowledgeFaults([Fault(f"knowledge/phrases/{language}", f"no sentence {key!r}")])
    pattern = sentences.get_message(key).value
    if pattern is None:
        raise KnowledgeFaults([Fault(f"knowledge/phrases/{language}", f"{key}: has no text")])
    told, errors = sentences.format_pattern(pattern, {name: _plain(value) for name, value in values.items()})
    if errors:
        raise KnowledgeFaults([Fault(f"knowledge/phrases/{language}", f"{key}: {errors[0]}")])
    return str(told)


def has(language: Language, key: str) -> bool:
    """Whether there is a sentence of this key."""
    return bool(bundle(language).has_message(key))


def keys(language: Language, file: str, root: Path = ROOT) -> tuple[str, ...]:
    """The keys of one file, in its order."""
    return tuple(_messages(root / language / file))


def _plain(value: Value) -> object:
    """Whole numbers may choose a plural form; everything else is text as it is."""
    return fluent_number(value, useGrouping=False) if isinstance(value, int) else str(value)


def _messages(path: Path) -> dict[str, frozenset[str]]:
    """Key → the variables its sentence takes."""
    text = path.read_text(encoding="utf-8")
    return {
        entry.id.name: frozenset(re.findall(r"\{[^}]*?\$(\w+)", text[entry.span.start : entry.span.end]))
        for entry in FluentParser().parse(text).body
        if isinstance(entry, Message) and entry.span
    }


def check_phrases(root: Path = ROOT) -> tuple[Fault, ...]:
    """Every fault of the files: broken syntax, a file, key or variable that one language lacks."""
    faults: list[Fault] = []
    names = sorted({path.name for language in LANGUAGES for path in (root / language).glob("*.ftl")})
    for name in names:
        found: dict[Language, dict[str, frozenset[str]]] = {}
        for language in LANGUAGES:
            path = root / language / name
            if not path.exists():
                faults.append(Fault(short(path), "this language lacks the file"))
                continue
            faults.extend(_broken(path))
            found[language] = _messages(path)
        faults.extend(_unequal(found, name))
    return tuple(faults)


def _broken(path: Path) -> Iterable[Fault]:
    text = path.read_text(encoding="utf-8")
    seen: set[str] = set()
    for entry in FluentParser().parse(text).body:
        line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 1
        if isinstance(entry, Junk):
            yield Fault(f"{short(path)}:{line}", f"not a sentence: {entry.annotations[0].message}")
        elif isinstance(entry, Message):
            if entry.id.name in seen:
                yield Fault(f"{short(path)}:{line}", f"the key {entry.id.name!r} stands twice")
            seen.add(entry.id.name)


def _unequal(found: dict[Language, dict[str, frozenset[str]]], name: str) -> Iterable[Fault]:
    every = {key for messages in found.values() for key in messages}
    for language, messages in found.items():
        where = f"knowledge/phrases/{language}/{name}"
        for key in sorted(every - set(messages)):
            yield Fault(where, f"no sentence {key!r}, which another language has")
        for key in sorted(set(messages) & set(found.get("en", {}))):
            if messages[key] != found["en"][key]:
                yield Fault(
                    where, f"{key}: takes {sorted(messages[key])}, in English {sorted(found['en'][key])}"
                )
