"""What a monitoring system reads: requests, their time, and what serves (Prometheus)."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import cast

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from indexer import IndexManifest, LoistohakuError, SearchService

from .addresses import without_language

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
"""Upper ends in seconds."""

EXTENSION = "loistohaku-metrics"
SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Environment variable of prometheus_client: the folder in which processes keep their figures."""


class Serving(Collector):
    """The documents and the age of the generation that serves, asked at each reading."""

    def __init__(self, service: SearchService) -> None:
        self._service = service

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges; without an index only that there is none."""
        manifest = serving(self._service)
        up = GaugeMetricFamily("loistohaku_index_up", "Whether an index serves")
        up.add_metric([], 1 if manifest else 0)
        yield up
        if manifest:
            documents = GaugeMetricFamily("loistohaku_documents", "Documents in the index")
            documents.add_metric([], manifest.documents)
            yield documents
            age = GaugeMetricFamily("loistohaku_index_age_seconds", "Seconds since it was built")
            age.add_metric([], age_seconds(manifest))
            yield age


def serving(service: SearchService) -> IndexManifest | None:
    """The manifest of what serves, or None where nothing does or can be read."""
    try:
        return service.manifest()
    except LoistohakuError:
        return None


def age_seconds(manifest: IndexManifest) -> float:
    """Seconds since the generation was built."""
    built = datetime.fromisoformat(manifest.built_at)
    return round((datetime.now(UTC) - built).total_seconds(), 1)


def measure(app: Flask, service: SearchService) -> None:
    """Count the application's requests, and their seconds, by address pattern."""
    registry = CollectorRegistry()
    told = CollectorRegistry() if SHARED in os.environ else registry
    told.register(Serving(service))
    if told is not registry:
        MultiProcessCollector(told)  # type: ignore[no-untyped-call]
    app.extensions[EXTENSION] = told
    counter = Counter(
        "loistohaku_requests", "Requests answered", ("address", "status"), registry=registry
    )
    seconds = Histogram(
        "loistohaku_request_seconds",
        "Seconds from request to answer",
        ("address",),
        buckets=BUCKETS,
        registry=registry,
    )

    @app.before_request
    def start() -> None:
        g.started = perf_counter()

    @app.after_request
    def count(response: Response) -> Response:
        address = without_language(request.url_rule.rule) if request.url_rule else "none"
        counter.labels(address, str(response.status_code)).inc()
        seconds.labels(address).observe(perf_counter() - g.started)
        return response


def share_between_processes() -> Path:
    """Have the processes forked from here on tell each other's figures; returns where.

    For applications made after this. The client library reads the folder's name when it is
    imported, which is earlier than a server knows that it will fork: so its kind of values is
    set as well.
    """
    folder = tempfile.mkdtemp(prefix="loistohaku-metrics-")
    os.environ[SHARED] = folder
    values.ValueClass = values.MultiProcessValue()  # type: ignore[no-untyped-call]
    return Path(folder)


def stop_sharing(folder: Path) -> None:
    """Remove the figures of processes that are no more."""
    shutil.rmtree(folder, ignore_errors=True)


def exposition(app: Flask) -> bytes:
    """The figures in the text format."""
    return generate_latest(cast(CollectorRegistry, app.extensions[EXTENSION]))
