"""One leaf against one amount."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from evaluator.tree import Test

Amount = bool | str | Decimal | dt.date | None
"""What is compared: a truth, a choice, a date, a number in the base unit of its dimension."""


def holds(leaf: Test, amount: Amount, on: dt.date) -> bool:
    """Whether the leaf is met by a known amount (leaves without a fact need none)."""
    match leaf.kind:
        case "no_threshold":
            return True
        case "until":
            return leaf.until is not None and on <= leaf.until
        case "comparison":
            return isinstance(amount, Decimal) and all([limit.holds(amount) for limit in leaf.limits])  # noqa: C419 - faster
        case "among":
            return amount in leaf.values
        case _:
            return amount is True
