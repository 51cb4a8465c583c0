"""What the calls share: the parts of the process, the caller's language, exact JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse
from typing_extensions import override

from api.body import StrictRoute
from api.composition import Services
from api.metrics import Metrics
from api.problems import MEDIA_TYPE, language_of
from api.schemas import ProblemReply
from knowledge.text import Language


class Json(JSONResponse):
    """JSON with letters as they are and decimals as the numbers they are."""

    @override
    def render(self, content: Any) -> bytes:
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, default=_plain)
        return text.encode("utf-8", "replace")


def _plain(value: object) -> object:
    """A decimal as a number if that loses nothing, else as text; other things as text."""
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else str(value)
    return str(value)


def router(*tags: str) -> APIRouter:
    """A router whose bodies are read strictly and whose errors are problems."""
    problem = {"model": ProblemReply, "content": {MEDIA_TYPE: {}}}
    return APIRouter(tags=list(tags), route_class=StrictRoute, responses={"4XX": problem})


def _services(request: Request) -> Services:
    return cast("Services", request.app.state.jasyl)


def _metrics(request: Request) -> Metrics:
    return cast("Metrics", request.app.state.metrics)


Parts = Annotated[Services, Depends(_services)]
Counters = Annotated[Metrics, Depends(_metrics)]
Spoken = Annotated[Language, Depends(language_of)]
