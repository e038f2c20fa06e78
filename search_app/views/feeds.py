"""A search in other forms, for programs and spreadsheets; lenient as the page is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, render_template, request

from indexer import Sort, result_json

from ..addresses import ATOM, search_address
from ..caching import by_edition
from ..context import asked, context, language
from ..exports import to_csv

pages = Blueprint("feeds", __name__)

FEED_SIZE = 50
TABLE_SIZE = 1_000
"""Rows of one CSV file; ``page`` gives the next thousand."""


@pages.get("/search.json")
@by_edition
def as_json() -> dict[str, Any]:
    """The body of the API."""
    wanted = asked()
    service = context().service
    results = service.search(wanted.query)
    return result_json(results, wanted, service.vocabularies, language())


@pages.get("/search.atom")
@by_edition
def as_atom() -> Response:
    """A feed of the newest results, or in the order asked for."""
    wanted = asked(FEED_SIZE).query
    if wanted.sort is Sort.RELEVANCE:
        wanted = replace(wanted, sort=Sort.NEWEST)
    service = context().service
    results, manifest = service.search(wanted), service.manifest()
    text = render_template(
        "search.atom.xml",
        query=wanted,
        results=results,
        vocabularies=service.vocabularies,
        built_at=manifest.built_at if manifest else "",
        root=request.url_root.rstrip("/"),
        own_address=search_address(wanted, ATOM),
        page_address=search_address(replace(wanted, page=1)),
    )
    return Response(text, mimetype="application/atom+xml")


@pages.get("/search.csv")
@by_edition
def as_csv() -> Response:
    """A table that spreadsheets open, a thousand rows at a time."""
    wanted = asked(TABLE_SIZE).query
    service = context().service
    root = request.url_root.rstrip("/")
    text = to_csv(service.search(wanted).hits, service.vocabularies, wanted.language, root)
    response = Response(text, mimetype="text/csv")
    response.headers["Content-Disposition"] = "attachment; filename=loistohaku.csv"
    return response
