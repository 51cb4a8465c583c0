"""A body that is slow or too long is refused before it is there."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from fastapi import Request

from api.body import read_capped
from api.errors import BodyTooLarge, BodyTooSlow

Message = dict[str, Any]


def request(receive: Callable[[], Awaitable[Message]], **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "path": "/", "headers": raw}, receive)


async def drop() -> Message:
    await asyncio.sleep(0.01)
    return {"type": "http.request", "body": b" ", "more_body": True}


async def never() -> Message:
    await asyncio.sleep(60)
    return {}


@pytest.mark.parametrize("receive", [drop, never])
def test_a_body_that_does_not_end_in_time_is_given_up(
    receive: Callable[[], Awaitable[Message]],
) -> None:
    with pytest.raises(BodyTooSlow):
        asyncio.run(read_capped(request(receive), 1024, 0.1))


def test_a_body_declared_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(BodyTooLarge):
        asyncio.run(read_capped(request(never, content_length="1025"), 1024, 10))


def test_a_body_that_grows_too_long_is_refused_at_once() -> None:
    async def pieces() -> Message:
        return {"type": "http.request", "body": b" " * 600, "more_body": True}

    with pytest.raises(BodyTooLarge):
        asyncio.run(read_capped(request(pieces, content_length="2"), 1024, 10))
