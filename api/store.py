"""Conversations in SQLite: a turn is one transaction, and what was acknowledged is on the disk.

A conversation is opened with a random id and a secret token, of which only a hash is kept. A turn
is computed outside of the transaction and written only if nobody wrote in between (`version`);
otherwise it is computed anew on the newer state. A turn sent again with its idempotency key gets
the first answer and changes nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.engine.interfaces import DBAPIConnection

from api.errors import ConversationNotFound, KeyReused, TurnRefused

Json = Mapping[str, Any]
_ATTEMPTS: Final = 12
_SCHEMA: Final = MetaData()
_CONVERSATIONS: Final = Table(
    "conversations",
    _SCHEMA,
    Column("id", String, primary_key=True),
    Column("token_hash", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", JSON, nullable=False),
    Column("opened", String, nullable=False),
    Column("changed", String, nullable=False),
)
_MESSAGES: Final = Table(
    "messages",
    _SCHEMA,
    Column("conversation", ForeignKey("conversations.id"), primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("sent", JSON, nullable=False),
    Column("reply", JSON, nullable=False),
    Column("at", String, nullable=False),
)
_KEYS: Final = Table(
    "keys",
    _SCHEMA,
    Column("conversation", ForeignKey("conversations.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("sent", JSON, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("state", JSON, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A new conversation: its id, and the token that is told this once."""

    id: str
    token: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What a message led to: the blocks of the reply and the state after it."""

    reply: Sequence[Json]
    state: Json


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole conversation: the state, and each message with its reply."""

    state: Json
    turns: Sequence[tuple[Json, Sequence[Json]]]


class Store:
    """The conversations in one file; safe for several threads and several processes."""

    def __init__(self, file: Path, now: Callable[[], datetime]) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._now = now
        self._engine = _engine(file)
        self._reading = self._engine.execution_options(reading=True)
        self._writing = Lock()  # threads in a queue are faster than threads that poll SQLite
        _SCHEMA.create_all(self._engine)

    def open(self, state: Json) -> Opened:
        """A new conversation in this state."""
        opened = Opened(secrets.token_urlsafe(16), secrets.token_urlsafe(32))
        at = self._now().isoformat()
        row = {
            "id": opened.id,
            "token_hash": _hash(opened.token),
            "version": 0,
            "state": state,
            "opened": at,
            "changed": at,
        }
        with self._writing, self._engine.begin() as connection:
            connection.execute(insert(_CONVERSATIONS).values(row))
        return opened

    def read(self, conversation: str, token: str) -> Conversation:
        """Everything; raises ConversationNotFound, also for a wrong token."""
        with self._reading.begin() as connection:
            _, state = _authentic(connection, conversation, token)
            mine = _MESSAGES.c.conversation == conversation
            rows = connection.execute(
                select(_MESSAGES.c.sent, _MESSAGES.c.reply).where(mine).order_by(_MESSAGES.c.turn)
            )
            return Conversation(state, [(row.sent, row.reply) for row in rows])

    def turn(
        self,
        conversation: str,
        token: str,
        sent: Json,
        step: Callable[[Json], Turn],
        key: str | None = None,
    ) -> Turn:
        """The result of `step` on the state, written; or of the same turn, written before.

        Raises ConversationNotFound, KeyReused, TurnRefused, and whatever `step` raises, in which
        case nothing is written.
        """
        for _ in range(_ATTEMPTS):
            with self._reading.begin() as connection:
                version, state = _authentic(connection, conversation, token)
                if key and (earlier := _earlier(connection, conversation, key, sent)):
                    return earlier
            result = step(state)
            if self._written(conversation, version, sent, result, key):
                return result
        raise TurnRefused

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _written(self, conversation: str, version: int, sent: Json, result: Turn, key: str | None) -> bool:
        """Whether the turn could be written, nobody having written in between."""
        at = self._now().isoformat()
        following = version + 1
        unchanged = (_CONVERSATIONS.c.id == conversation) & (_CONVERSATIONS.c.version == version)
        with self._writing, self._engine.begin() as connection:
            changed = connection.execute(
                update(_CONVERSATIONS)
                .where(unchanged)
                .values(version=following, state=result.state, changed=at)
            )
            if changed.rowcount == 0:
                return False
            mine = {"conversation": conversation, "turn": following, "sent": sent}
            connection.execute(insert(_MESSAGES).values({**mine, "reply": result.reply, "at": at}))
            if key:
                connection.execute(insert(_KEYS).values({**mine, "key": key, "state": result.state}))
        return True


def _engine(file: Path) -> Engine:
    """SQLite that waits for its turn and writes through; a transaction takes the lock at once."""
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": 20})

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _: object) -> None:
        connection.isolation_level = None  # the begin below is the only one
        cursor = connection.cursor()
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _authentic(connection: Connection, conversation: str, token: str) -> tuple[int, Json]:
    """Version and state; raises ConversationNotFound when the id or the token is wrong."""
    row = connection.execute(select(_CONVERSATIONS).where(_CONVERSATIONS.c.id == conversation)).one_or_none()
    held = row.token_hash if row else _hash("")
    if not hmac.compare_digest(held, _hash(token)) or row is None:
        raise ConversationNotFound
    return row.version, row.state


def _earlier(connection: Connection, conversation: str, key: str, sent: Json) -> Turn | None:
    """The turn that was written with this key; raises KeyReused if it answered something else."""
    row = connection.execute(
        select(_KEYS.c.sent, _KEYS.c.state, _MESSAGES.c.reply)
        .join(
            _MESSAGES,
            (_KEYS.c.conversation == _MESSAGES.c.conversation) & (_KEYS.c.turn == _MESSAGES.c.turn),
        )
        .where((_KEYS.c.conversation == conversation) & (_KEYS.c.key == key))
    ).one_or_none()
    if row is None:
        return None
    if row.sent != dict(sent):
        raise KeyReused
    return Turn(row.reply, row.state)


def _hash(token: str) -> str:
    """What is kept of a token; it is random and long, so one plain hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
