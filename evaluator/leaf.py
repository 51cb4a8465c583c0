"""One leaf against one amount."""

from __future__ import annotations

import datetime as dt
from typing import Any

from evaluator.tree import Test


def holds(leaf: Test, amount: Any, on: dt.date) -> bool:
    """Whether the leaf is met by a known amount (leaves without a fact need none)."""
    match leaf.kind:
        case "no_threshold":
            return True
        case "until":
            return leaf.until is not None and on <= leaf.until
        case "comparison":
            return all([limit.holds(amount) for limit in leaf.limits])  # noqa: C419 - a list is faster here
        case "among":
            return amount in leaf.values
        case _:
            return amount is True
