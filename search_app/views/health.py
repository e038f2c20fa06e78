"""For those who watch over the service: is it well, and how much does it do."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app

from indexer import LoistohakuError, NoIndexError, Query

from ..context import context
from ..metrics import age_seconds, exposition

pages = Blueprint("health", __name__)


@pages.get("/health")
def health() -> tuple[dict[str, Any], int]:
    """200 where the index answers a question, else 503 with what to do."""
    service = context().service
    try:
        service.search(Query(size=1))
        manifest = service.manifest()
        if manifest is None:
            raise NoIndexError("Nothing has been indexed. Run: loistohaku rebuild")
    except LoistohakuError as error:
        return {"status": "unavailable", "message": str(error)}, 503
    return {
        "status": "ok",
        "generation": manifest.generation,
        "documents": manifest.documents,
        "built_at": manifest.built_at,
        "age_seconds": age_seconds(manifest),
    }, 200


@pages.get("/metrics")
def metrics() -> Response:
    """The figures that Prometheus reads."""
    return Response(exposition(current_app), content_type="text/plain; version=0.0.4")
