"""Serving over HTTP with uvicorn, bounded in time at every point."""

from __future__ import annotations

import logging
import socket
from typing import Final

import uvicorn

from api.app import create_app
from api.protocol import PunctualProtocol
from api.settings import Settings

_STOPPING: Final = 5  # seconds in which open answers may end
_KEPT_ALIVE: Final = 10  # seconds a connection may idle between two requests
_WAITING: Final = 2048


def listen(settings: Settings) -> socket.socket:
    """A listening socket at the address of the settings; raises OSError if it is taken."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((settings.host, settings.port))
        sock.listen(_WAITING)
    except OSError:
        sock.close()
        raise
    return sock


def address_of(sock: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(settings: Settings, sock: socket.socket) -> None:
    """Serve until a signal; no access log, for addresses and paths are the callers' business."""

    class Protocol(PunctualProtocol):
        header_seconds = settings.slow_seconds

    logging.basicConfig(level=settings.log.upper(), format="%(levelname)s %(name)s %(message)s")
    config = uvicorn.Config(
        create_app(settings),
        http=Protocol,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        timeout_keep_alive=_KEPT_ALIVE,
        timeout_graceful_shutdown=_STOPPING,
        h11_max_incomplete_event_size=32 * 1024,
    )
    uvicorn.Server(config).run(sockets=[sock])
