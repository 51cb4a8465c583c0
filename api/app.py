"""The ASGI application, made from settings."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata

from fastapi import FastAPI

from api.composition import Services
from api.guard import Guard
from api.metrics import Metrics
from api.problems import add_handlers
from api.routes import (
    conversations,
    facts,
    health,
    matches,
    page,
    questions,
    taxonomy,
    verdicts,
)
from api.settings import Settings

SUBJECTS = (taxonomy, facts, matches, verdicts, questions, conversations, page, health)


def create_app(settings: Settings, services: Services | None = None) -> FastAPI:
    """The service; the heavy parts begin to load when it starts, and a call that needs one waits."""
    parts = services or Services(settings)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        parts.warm()
        yield
        parts.close()

    app = FastAPI(
        title="Jasyl",
        summary="Is a project green under Kazakhstan's state taxonomy, and why",
        version=metadata.version("jasyl"),
        openapi_url="/v1/openapi.json",
        docs_url=None,  # they load their scripts from elsewhere
        redoc_url=None,
        lifespan=life,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.jasyl = parts
    app.state.metrics = Metrics()
    for subject in SUBJECTS:
        app.include_router(subject.calls)
    add_handlers(app)
    app.add_middleware(Guard, metrics=app.state.metrics, default=settings.language)
    return app
