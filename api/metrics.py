"""Counters for Prometheus: calls, verdicts, matches, answers. No text and no address is kept."""

from __future__ import annotations

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The counters of one app, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._calls = Counter(
            "jasyl_requests", "Calls", ["method", "path", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "jasyl_request_seconds",
            "Duration of calls",
            ["path"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._results = Counter(
            "jasyl_results", "Results of the work", ["kind", "result"], registry=self._registry
        )
        self._loaded = Gauge("jasyl_loaded", "Whether a part is loaded", ["part"], registry=self._registry)

    def count(self, method: str, path: str, status: int, seconds: float) -> None:
        """One call that was answered; `path` is the route's template."""
        known = method if method in _METHODS else "-"
        self._calls.labels(known, path, str(status)).inc()
        self._seconds.labels(path).observe(seconds)

    def result(self, kind: str, result: str) -> None:
        """One piece of work: a verdict's outcome, a match's decision, an answer's status."""
        self._results.labels(kind, result).inc()

    def loaded(self, part: str, *, ready: bool) -> None:
        """Whether a heavy part is ready."""
        self._loaded.labels(part).set(int(ready))

    def text(self) -> bytes:
        """All of it in the format of Prometheus."""
        return generate_latest(self._registry)
