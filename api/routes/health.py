"""Whether the service lives, what is ready, and its counters."""

from __future__ import annotations

from importlib import metadata

from fastapi import Response
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from api.routes.common import Counters, Json, Parts, router

calls = router("health")


@calls.get("/health")
def health(parts: Parts) -> Json:
    """Alive in any case; `ready` when every part is loaded."""
    loaded = parts.loaded()
    content = {
        "status": "ok",
        "version": metadata.version("jasyl"),
        "ready": all(loaded.values()),
        "loaded": loaded,
        "edition": parts.edition(None).id,
        "model": bool(parts.settings.llm),
    }
    return Json(content)


@calls.get("/metrics")
def metrics(parts: Parts, counters: Counters) -> Response:
    """Counters in the format of Prometheus."""
    for part, ready in parts.loaded().items():
        counters.loaded(part, ready=ready)
    return Response(counters.text(), media_type=CONTENT_TYPE_PLAIN_0_0_4)
