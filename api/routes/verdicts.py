"""Verdicts: a row, facts, a date and a floor in; what follows from the rule out."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body

from api.examples import VERDICTS
from api.routes.common import Counters, Json, Parts, Spoken, router
from api.schemas import VerdictReply, VerdictRequest
from evaluator.explain import present

calls = router("verdicts")


@calls.post("/v1/verdicts", response_model=VerdictReply)
def verdict(
    sent: Annotated[VerdictRequest, Body(openapi_examples=VERDICTS)],
    parts: Parts,
    counters: Counters,
    spoken: Spoken,
) -> Json:
    """The verdict; facts that cannot be used are refused, each named (422)."""
    taken = parts.verdict(sent.code, sent.facts, sent.on, sent.floor)
    counters.result("verdict", taken.outcome)
    return Json(present(taken, sent.language or spoken))
