"""A client that is slow with its headers does not hold a connection."""

import socket
import threading
from collections.abc import Iterator
from time import perf_counter, sleep

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from api.protocol import PunctualProtocol

ALLOWED = 0.4


class Quick(PunctualProtocol):
    header_seconds = ALLOWED


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("ok")(scope, receive, send)


@pytest.fixture
def address() -> Iterator[tuple[str, int]]:
    config = uvicorn.Config(
        answer, http=Quick, ws="none", lifespan="off", log_config=None, timeout_keep_alive=2
    )
    server = uvicorn.Server(config)
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
        thread.start()
        while not server.started:
            sleep(0.01)
        yield sock.getsockname()
        server.should_exit = True
        thread.join()


def seconds_until_closed(client: socket.socket) -> float:
    begun = perf_counter()
    client.settimeout(5)
    while client.recv(1000):
        pass
    return perf_counter() - begun


def fetch(client: socket.socket) -> None:
    client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    got = b""
    while not got.endswith(b"ok"):
        got += client.recv(1000)
    assert b"200 OK" in got


def test_a_connection_without_a_word_is_closed(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as client:
        assert ALLOWED * 0.8 < seconds_until_closed(client) < ALLOWED * 4


def test_headers_that_come_drop_by_drop_do_not_buy_time(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as client:
        begun = perf_counter()
        client.settimeout(0.05)
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        closed = False
        while not closed and perf_counter() - begun < 5:
            try:
                client.sendall(b"X: y\r\n")
                closed = client.recv(100) == b""
            except TimeoutError:
                continue
            except ConnectionError:
                closed = True
        assert perf_counter() - begun < ALLOWED * 4


def test_a_second_request_is_awaited_as_long_as_keep_alive_allows(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as client:
        for _ in range(2):
            fetch(client)
            sleep(ALLOWED * 2)


def test_a_second_request_must_be_headed_in_time_too(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as client:
        fetch(client)
        client.sendall(b"GET / HTTP/1.1\r\n")
        assert seconds_until_closed(client) < ALLOWED * 4
