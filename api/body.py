"""Request bodies: capped while they arrive, then read by `strict_json`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from email.message import Message
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from typing_extensions import override

from api.errors import BodyTooLarge, BodyTooSlow, NotJson
from api.strict_json import read_json


async def read_capped(request: Request, cap: int, seconds: float) -> bytes:
    """The body; raises BodyTooLarge as soon as it is known to exceed the cap, BodyTooSlow."""
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > cap:
        raise BodyTooLarge(cap)
    held = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                held += piece
                if len(held) > cap:
                    raise BodyTooLarge(cap)
    except TimeoutError as error:
        raise BodyTooSlow from error
    return bytes(held)


class _ReadRequest(Request):
    """A request whose body was read and understood already."""

    @override
    async def json(self) -> Any:
        return self.scope["jasyl.json"]


class StrictRoute(APIRoute):
    """A route whose body, if it takes one, comes through `read_json`.

    The settings of the app give the cap; the body's own `language` is noted for error messages.
    """

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        if self.body_field is None:
            return handle

        async def strict(request: Request) -> Response:
            settings = request.app.state.jasyl.settings
            body = await read_capped(request, settings.body_cap, settings.slow_seconds)
            read = _ReadRequest(request.scope, _replay(body))
            if not body:
                return await handle(read)
            if not _is_json(request.headers.get("content-type", "")):
                raise NotJson
            tree = read_json(body)
            if isinstance(tree, dict):
                request.scope["jasyl.language"] = tree.get("language")
            request.scope["jasyl.json"] = tree
            return await handle(read)

        return strict


def _is_json(content_type: str) -> bool:
    """Whether a header declares JSON; read the way FastAPI reads it, so that both agree."""
    message = Message()
    message["content-type"] = content_type.replace("\n", " ").replace("\r", " ")
    subtype = message.get_content_subtype()
    is_application = message.get_content_maintype() == "application"
    return is_application and (subtype == "json" or subtype.endswith("+json"))


def _replay(body: bytes) -> Callable[[], Coroutine[Any, Any, dict[str, Any]]]:
    """An ASGI receive that gives a body read before."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
