"""The rows in which two editions of the taxonomy differ."""

from __future__ import annotations

from typing import Any, Final

from knowledge.edition import Edition, Row

_PARTS: Final = ("name", "activity_codes", "examples", "threshold", "rule", "notes")


def differences(first: Edition, second: Edition) -> list[dict[str, Any]]:
    """Each row that was added, removed or changed, with the parts that changed."""
    codes = sorted({*first.rows, *second.rows}, key=lambda code: [int(n) for n in code.split(".")])
    found = []
    for code in codes:
        before, after = first.rows.get(code), second.rows.get(code)
        if before is None or after is None:
            change = "added" if before is None else "removed"
            found.append({"code": code, "change": change, "parts": []})
        elif parts := _changed(before, after):
            found.append({"code": code, "change": "changed", "parts": parts})
    return found


def _changed(before: Row, after: Row) -> list[str]:
    """The parts in which two rows differ; of the law's texts only the Kazakh one is the law's."""
    return [part for part in _PARTS if getattr(before, part) != getattr(after, part)]
