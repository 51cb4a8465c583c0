"""Questions about the taxonomy, answered from its own words."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body

from api.examples import QUESTIONS
from api.routes.common import Counters, Json, Parts, router
from api.schemas import AnswerReply, QuestionRequest

calls = router("questions")


@calls.post("/v1/questions", response_model=AnswerReply)
def question(
    sent: Annotated[QuestionRequest, Body(openapi_examples=QUESTIONS)],
    parts: Parts,
    counters: Counters,
) -> Json:
    """The answer with its citations, or a status that says why there is none."""
    told = parts.answer(sent.text, sent.language)
    counters.result("answer", told["status"])
    return Json(told)
