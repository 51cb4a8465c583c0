"""The service as a client sees it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.composition import Services
from api.settings import Settings

NOW = dt.datetime(2026, 1, 15, 12, tzinfo=dt.UTC)

OpenService = Callable[..., TestClient]


@pytest.fixture
def open_service(data_folder: Path, tmp_path: Path) -> Iterator[OpenService]:
    """Start the service, each time on the same database."""
    clients: list[TestClient] = []

    def start(**settings: object) -> TestClient:
        given = {"data": data_folder, "database": tmp_path / "store.sqlite", "language": "en"}
        chosen = Settings.model_validate({**given, **settings})
        app = create_app(chosen, Services(chosen, clock=lambda: NOW))
        client = TestClient(app)
        clients.append(client)
        return client.__enter__()

    yield start
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture(scope="module")
def client(data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """One service for all tests of a module."""
    database = tmp_path_factory.mktemp("store") / "store.sqlite"
    settings = Settings(data=data_folder, database=database, language="en")
    with TestClient(create_app(settings, Services(settings, clock=lambda: NOW))) as client:
        yield client
