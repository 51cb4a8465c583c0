"""Conversations in the store: nothing acknowledged is lost, nothing is done twice."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.errors import ConversationNotFound, KeyReused
from api.store import Json, Store, Turn

NOW = dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "deep" / "store.sqlite", lambda: NOW)
    yield store
    store.close()


def count(state: Json) -> Turn:
    following = int(state["count"]) + 1
    return Turn([{"text": str(following)}], {"count": following})


def test_a_turn_is_there_after_the_store_was_opened_again(tmp_path: Path) -> None:
    first = Store(tmp_path / "store.sqlite", lambda: NOW)
    opened = first.open({"count": 0})
    first.turn(opened.id, opened.token, {"text": "сәлем"}, count)
    first.close()
    second = Store(tmp_path / "store.sqlite", lambda: NOW)
    held = second.read(opened.id, opened.token)
    second.close()
    assert held.state == {"count": 1}
    assert held.turns == [({"text": "сәлем"}, [{"text": "1"}])]


def test_a_wrong_token_and_an_unknown_conversation_are_told_alike(store: Store) -> None:
    opened = store.open({"count": 0})
    for id_, token in ((opened.id, "wrong"), ("unknown", opened.token), (opened.id, "\ud800")):
        with pytest.raises(ConversationNotFound):
            store.read(id_, token)
        with pytest.raises(ConversationNotFound):
            store.turn(id_, token, {}, count)


def test_the_token_itself_is_not_kept(store: Store, tmp_path: Path) -> None:
    opened = store.open({"count": 0})
    store.close()
    files = (tmp_path / "deep").iterdir()
    assert not any(opened.token.encode() in file.read_bytes() for file in files)


def test_turns_that_come_at_once_are_all_counted(store: Store) -> None:
    opened = store.open({"count": 0})
    with ThreadPoolExecutor(4) as pool:
        send = lambda n: store.turn(opened.id, opened.token, {"n": n}, count)  # noqa: E731
        turns = list(pool.map(send, range(12)))
    assert sorted(turn.state["count"] for turn in turns) == list(range(1, 13))
    assert len(store.read(opened.id, opened.token).turns) == 12


def test_a_turn_sent_twice_with_its_key_is_done_once(store: Store) -> None:
    opened = store.open({"count": 0})
    first = store.turn(opened.id, opened.token, {"n": 1}, count, "key")
    store.turn(opened.id, opened.token, {"n": 2}, count)
    again = store.turn(opened.id, opened.token, {"n": 1}, count, "key")
    assert again == first
    assert len(store.read(opened.id, opened.token).turns) == 2


def test_a_key_does_not_serve_for_another_message(store: Store) -> None:
    opened = store.open({"count": 0})
    store.turn(opened.id, opened.token, {"n": 1}, count, "key")
    with pytest.raises(KeyReused):
        store.turn(opened.id, opened.token, {"n": 2}, count, "key")


def test_a_step_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    def fail(_: Json) -> Turn:
        raise ZeroDivisionError

    opened = store.open({"count": 0})
    with pytest.raises(ZeroDivisionError):
        store.turn(opened.id, opened.token, {}, fail, "key")
    assert store.read(opened.id, opened.token).turns == []
    assert store.turn(opened.id, opened.token, {}, count, "key").state == {"count": 1}


def test_writes_reach_the_disk_before_they_are_acknowledged(store: Store) -> None:
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_the_file_is_plain_sqlite(store: Store, tmp_path: Path) -> None:
    store.open({"count": 0})
    connection = sqlite3.connect(tmp_path / "deep" / "store.sqlite")
    assert connection.execute("SELECT count(*) FROM conversations").fetchone() == (1,)
    connection.close()
