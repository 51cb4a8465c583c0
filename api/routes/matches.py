"""From a description to the rows that it may mean."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body

from api.examples import MATCHES
from api.routes.common import Counters, Json, Parts, router
from api.schemas import MatchReply, MatchRequest

calls = router("matches")


@calls.post("/v1/matches", response_model=MatchReply)
def match(
    sent: Annotated[MatchRequest, Body(openapi_examples=MATCHES)],
    parts: Parts,
    counters: Counters,
) -> Json:
    """Rows, likeliest first, with reasons, and the facts read from the text, to be confirmed."""
    found = parts.match(sent.text, language=sent.language, oked=sent.oked, limit=sent.limit)
    counters.result("match", str(found["decision"]))
    return Json(found)
