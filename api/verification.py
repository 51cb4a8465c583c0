"""Verdicts taken again: a saved certificate, or a saved verdict, compared with what it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from evaluator.certificate import verify
from evaluator.explain import present
from evaluator.verdict import Verdict
from knowledge.load import Knowledge
from knowledge.text import LANGUAGES


def verification(told: Mapping[str, Any], knowledge: Knowledge) -> dict[str, str | bool]:
    """Whether a certificate holds and, where a whole verdict was saved, every word beside it.

    Raises BrokenCertificate, UnknownEdition, UnknownRow, UnusableFacts, NoEditionInForce.
    """
    found = verify(told, knowledge)
    status: str = found.status
    if found.same and found.verdict and "certificate" in told and not _retold(told, found.verdict):
        status = "altered"
    return {"same": status == "same", "status": status, "number": found.number}


def _retold(told: Mapping[str, Any], verdict: Verdict) -> bool:
    """Whether a verdict, told again in one of the languages, is what was saved."""
    return any(json.loads(json.dumps(present(verdict, language))) == told for language in LANGUAGES)
