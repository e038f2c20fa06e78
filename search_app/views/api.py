"""The JSON API, version 1; what it cannot read it refuses with 400."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, request

from indexer import record_json, result_json

from ..caching import by_edition
from ..context import asked, context, language
from ..openapi import DOCUMENT

pages = Blueprint("api", __name__)

LONGEST = 100
"""Characters of a prefix that are looked up."""


@pages.get("/api/v1/search")
@by_edition
def search() -> dict[str, Any]:
    """Hits and facets."""
    wanted = asked()
    service = context().service
    results = service.search(wanted.strict())
    return result_json(results, wanted, service.vocabularies, language())


@pages.get("/api/v1/documents/<identifier>")
@by_edition
def document(identifier: str) -> dict[str, Any]:
    """A document with its metadata, evidence and text."""
    service = context().service
    record = service.document(identifier)
    if record is None:
        abort(404, f"There is no document {identifier[:80]}.")
    return record_json(record, service.vocabularies, language())


@pages.get("/api/v1/suggest")
@by_edition
def suggest() -> dict[str, Any]:
    """Completions of what is being typed."""
    text = request.args.get("q", "")[:LONGEST]
    return {"query": text, "suggestions": context().service.suggest(text, language())}


@pages.get("/api/v1/openapi.json")
def openapi() -> dict[str, Any]:
    """The description of this API."""
    return DOCUMENT
