"""Errors of the api package.

JasylError
├── UnusableSettings         an environment variable is unknown or has no usable value
├── UnusableFile             a file given on the command line is not what it should be
└── RequestRefused           what a caller sent is refused; `status` is the HTTP status
    ├── UnreadableBody       400  not JSON as everyone reads it; `code` says in what way
    ├── TokenMissing         401  a conversation is asked for without its token
    ├── ConversationNotFound 404  no such conversation, or not with this token
    ├── BodyTooSlow          408  the body did not arrive in time
    ├── TurnRefused          409  other turns of the conversation kept coming first
    ├── BodyTooLarge         413  the body is larger than the cap
    ├── NotJson              415  the body is declared as something else than JSON
    └── KeyReused            422  an idempotency key comes back with another message
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from knowledge.errors import JasylError


class UnusableSettings(JasylError):
    """An environment variable is unknown or has no usable value."""

    code = "unusable_settings"

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"unknown or unusable: {', '.join(names)}")

    @property
    @override
    def values(self) -> dict[str, str]:
        return {"names": ", ".join(self.names)}


class UnusableFile(JasylError):
    """A file given on the command line is not what it should be."""

    code = "unusable_file"

    def __init__(self, name: str, why: str) -> None:
        self.name, self.why = name, why
        super().__init__(f"{name}: {why}")

    @property
    @override
    def values(self) -> dict[str, str]:
        return {"name": self.name}


class RequestRefused(JasylError):
    """What a caller sent is refused."""

    status: ClassVar[int] = 400


class UnreadableBody(RequestRefused):
    """Not JSON as everyone reads it: every way has its own code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class TokenMissing(RequestRefused):
    """A conversation is asked for without its token."""

    status = 401
    code = "token_missing"


class ConversationNotFound(RequestRefused):
    """No such conversation, or not with this token: the two are not told apart."""

    status = 404
    code = "conversation_not_found"


class BodyTooSlow(RequestRefused):
    """The body did not arrive in time."""

    status = 408
    code = "body_too_slow"


class TurnRefused(RequestRefused):
    """Other turns of the conversation kept coming first."""

    status = 409
    code = "turn_refused"


class BodyTooLarge(RequestRefused):
    """The body is larger than the cap."""

    status = 413
    code = "body_too_large"

    def __init__(self, cap: int) -> None:
        self.cap = cap
        super().__init__(f"more than {cap} bytes")

    @property
    @override
    def values(self) -> dict[str, str]:
        return {"kibibytes": str(self.cap // 1024)}


class NotJson(RequestRefused):
    """The body is declared as something else than JSON."""

    status = 415
    code = "not_json_type"


class KeyReused(RequestRefused):
    """An idempotency key comes back with another message."""

    status = 422
    code = "key_reused"
