"""Conversations: opened, continued by one message a turn, read again after a reload."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Body, Depends, Header, Request, Response
from sse_starlette import EventSourceResponse

from api.errors import TokenMissing
from api.examples import CONVERSATIONS, MESSAGES
from api.routes.common import Json, Parts, Spoken, router
from api.schemas import (
    ConversationReply,
    ConversationRequest,
    HistoryReply,
    MessageRequest,
    TurnReply,
)
from api.store import Turn

calls = router("conversations")

_SLOWEST_READER = 15  # seconds


def _token(authorization: Annotated[str, Header(max_length=200)] = "") -> str:
    """The token of `Authorization: Bearer …`; raises TokenMissing."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise TokenMissing
    return token.strip()


Token = Annotated[str, Depends(_token)]
Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)]


@calls.post("/v1/conversations", response_model=ConversationReply, status_code=201)
def open_conversation(
    parts: Parts,
    spoken: Spoken,
    sent: Annotated[ConversationRequest | None, Body(openapi_examples=CONVERSATIONS)] = None,
) -> Json:
    """A new conversation; its token is told this once."""
    language = (sent.language if sent else None) or spoken
    state, greeting = parts.begin(language)
    opened = parts.store.open(state)
    told = {"id": opened.id, "token": opened.token, "reply": greeting, "state": state}
    return Json(told, status_code=201)


@calls.get("/v1/conversations/{conversation}", response_model=HistoryReply)
def conversation(conversation: str, token: Token, parts: Parts) -> Json:
    """The state and everything said, so that a reload loses nothing."""
    held = parts.store.read(conversation, token)
    messages = [{"sent": sent, "reply": reply} for sent, reply in held.turns]
    return Json({"state": held.state, "messages": messages})


@calls.post(
    "/v1/conversations/{conversation}/messages",
    response_model=TurnReply,
    responses={200: {"content": {"text/event-stream": {}}}},
)
def message(
    conversation: str,
    sent: Annotated[MessageRequest, Body(openapi_examples=MESSAGES)],
    request: Request,
    token: Token,
    parts: Parts,
    key: Key = None,
) -> Response:
    """One turn: JSON, or events `block`, `state`, `done` where an event stream is asked for."""
    turn = parts.store.turn(conversation, token, sent.sent(), parts.stepper(sent.sent()), key)
    if "text/event-stream" in request.headers.get("accept", ""):
        events = _events(turn)
        return EventSourceResponse(events, ping=_SLOWEST_READER, send_timeout=_SLOWEST_READER)
    return Json({"reply": turn.reply, "state": turn.state})


async def _events(turn: Turn) -> AsyncIterator[dict[str, str]]:
    """The reply block by block, then the state, then the end."""
    for block in turn.reply:
        yield {"event": "block", "data": _json(block)}
    yield {"event": "state", "data": _json(turn.state)}
    yield {"event": "done", "data": "{}"}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
