"""What `jasyl doctor` looks at: folders, build, knowledge, versions."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.errors import KnowledgeFaults

if TYPE_CHECKING:
    from api.composition import Services


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, whether it is well, and its value or the phrase for it."""

    name: str
    well: bool
    value: str = ""
    phrase: str = ""

    def told(self) -> dict[str, Any]:
        """The finding as JSON."""
        return {key: value for key, value in asdict(self).items() if value != ""}


def examine(parts: Services) -> list[Finding]:
    """All findings; nothing is built or written."""
    python = ".".join(str(number) for number in sys.version_info[:3])
    settings = parts.settings
    return [
        Finding("version", well=True, value=f"jasyl {metadata.version('jasyl')}, Python {python}"),
        Finding("data", well=True, value=str(settings.data.resolve())),
        _writable(settings.data),
        _knowledge(parts),
        _build(settings.built),
        _store(settings.store),
        Finding("model", well=True, value=settings.llm or "", phrase="no-model"),
    ]


def _writable(folder: Path) -> Finding:
    """Whether the data folder, or the folder in which it will be made, can be written."""
    there = next(path for path in (folder, *folder.resolve().parents) if path.exists())
    if there.is_dir() and os.access(there, os.W_OK):
        return Finding("writable", well=True, value=str(there.resolve()))
    return Finding("writable", well=False, phrase="cannot-write")


def _knowledge(parts: Services) -> Finding:
    try:
        known = parts.knowledge
    except KnowledgeFaults as error:
        return Finding("knowledge", well=False, value=str(error.faults[0]))
    editions = ", ".join(f"{edition.id}: {len(edition.rows)}" for edition in known.editions)
    return Finding("knowledge", well=True, value=editions)


def _build(folder: Path) -> Finding:
    """The newest build; whether it is of today's knowledge, `jasyl build` tells in a second."""
    built = [path for path in folder.glob("[!.]*") if path.is_dir()] if folder.is_dir() else []
    if not built:
        return Finding("build", well=False, phrase="build-needed")
    return Finding("build", well=True, value=str(max(built, key=lambda path: path.stat().st_mtime)))


def _store(file: Path) -> Finding:
    if not file.exists():
        return Finding("store", well=True, phrase="missing")
    return Finding("store", well=True, value=f"{file}, {file.stat().st_size // 1024} KiB")
