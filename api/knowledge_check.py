"""Every fault of law, facts, rules, phrases and utterances at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from assistant.corpus import utterances
from evaluator.rulebook import Rulebook
from knowledge.errors import Fault, KnowledgeFaults
from knowledge.load import ROOT, Knowledge, load_knowledge
from knowledge.phrases import check_phrases, keys

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Report:
    """All faults, and how much was looked at."""

    faults: tuple[Fault, ...]
    counts: dict[str, int] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """The report as JSON."""
        faults = [{"where": f.where, "what": f.what, "remedy": f.remedy} for f in self.faults]
        return {"faults": faults, "counts": self.counts}


def check_all(folder: Path | None = None) -> Report:
    """What is wrong in a knowledge folder, by default our own."""
    root = folder or ROOT
    faults: list[Fault] = list(check_phrases(root / "phrases"))
    found = _gathered(lambda: load_knowledge(root), faults)
    if found is None:
        return Report(_sorted(faults))
    for edition in found.editions:
        faults.extend(Rulebook(found, edition).check())
    if (root / "utterances").is_dir():
        rows = found.editions[-1].rows
        _gathered(lambda: utterances(rows, root / "utterances"), faults)
    return Report(_sorted(faults), _counts(found, root))


def _gathered(read: Callable[[], Found], faults: list[Fault]) -> Found | None:
    """What is read; if it is faulty, its faults are gathered."""
    try:
        return read()
    except KnowledgeFaults as error:
        faults.extend(error.faults)
        return None


def _counts(found: Knowledge, root: Path) -> dict[str, int]:
    files = sorted(path.name for path in (root / "phrases" / "en").glob("*.ftl"))
    return {
        "rows": len(found.editions[-1].rows),
        "facts": len(found.facts),
        "phrases": sum(len(keys("en", name, root / "phrases")) for name in files),
    }


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults)))
