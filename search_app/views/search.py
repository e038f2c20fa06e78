"""The search page."""

from __future__ import annotations

from flask import Blueprint, render_template

from ..caching import by_edition
from ..context import asked, context, search_frame
from ..search_page import search_page

pages = Blueprint("search", __name__)


@pages.get("/", strict_slashes=False)
@by_edition
def search() -> str:
    """Results, facets and what else helps to find; never an error for what was typed."""
    request = asked(context().settings.page_size)
    service = context().service
    results = service.search(request.query)
    manifest = service.manifest()
    documents = manifest.documents if manifest else 0
    frame = search_frame(request)
    page = search_page(frame, request, results, service.vocabularies, documents)
    return render_template("search.html", page=page)
