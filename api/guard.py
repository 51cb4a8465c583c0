"""What stands around every call: security headers, the metrics, and the last resort.

An exception that nobody expected becomes a 500 without internals; the log has its type and place,
never its message, because a message may hold what a person wrote.
"""

from __future__ import annotations

import logging
import traceback
from time import perf_counter
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import spoken
from api.metrics import Metrics
from api.problems import INTERNAL, Problem
from knowledge.text import Language

_log = logging.getLogger("jasyl")

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SECURITY: Final = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """The outermost middleware."""

    def __init__(self, app: ASGIApp, metrics: Metrics, default: Language) -> None:
        self._app, self._metrics, self._default = app, metrics, default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a call on, guarded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = perf_counter()
        status = 0

        async def send_guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self._app(scope, receive, send_guarded)
        except ClientDisconnect:
            _log.debug("a client has gone")
        except Exception as error:  # noqa: BLE001 - the last resort
            _log.error("unexpected %s at %s", type(error).__name__, _place(error))
            if not status:
                language = spoken(None, Headers(scope=scope), self._default)
                await Problem(500, INTERNAL, language)(scope, receive, send_guarded)
        finally:
            route = scope.get("route")
            path = getattr(route, "path", "-")
            self._metrics.count(scope["method"], path, status, perf_counter() - begun)


def _place(error: Exception) -> str:
    """The innermost lines of a traceback, without the message."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
