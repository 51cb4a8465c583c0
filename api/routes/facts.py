"""The facts that rules can ask for."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from api.routes.common import Json, Parts, Spoken, router
from api.schemas import AskedDate, AskedLanguage, Code
from api.told import fact_told

calls = router("facts")


@calls.get("/v1/facts")
def facts(
    parts: Parts,
    spoken: Spoken,
    code: Annotated[Code | None, Query()] = None,
    language: AskedLanguage = None,
    on: AskedDate = None,
) -> Json:
    """All facts, or those that the rule of one row can ask for."""
    known = parts.knowledge
    wanted = known.facts if code is None else parts.rule(code, on).facts
    told = [fact_told(known.facts[fact], known.units, language or spoken) for fact in wanted]
    return Json({"facts": told})
