"""A document's page, and its original file."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, render_template, request, send_file

from indexer import LANGUAGES, CorpusError, Record, marker, read_request

from ..addresses import document_address
from ..context import context, language
from ..document_page import document_page
from ..pages import Frame
from ..security import FILE_POLICY

pages = Blueprint("document", __name__)


class FileGone(CorpusError):  # noqa: N818 - what the page says, not a fault of the program
    """The original file of a document is no longer in the corpus."""


@pages.get("/document/<identifier>")
def document(identifier: str) -> str:
    """The metadata with its evidence, and the text around the page asked for."""
    record = _record(identifier)
    service = context().service
    typed = {"q": request.args.getlist("q")}
    query = read_request(typed, service.vocabularies, language()).query
    asked = request.args.get("page", "").strip()
    addresses = {code: document_address(identifier, code, None, query.text) for code in LANGUAGES}
    page = document_page(
        Frame(language(), addresses, query.text),
        record,
        service.vocabularies,
        marker(query.clause, language(), context().analyzer),
        asked,
        _size(record),
    )
    return render_template("document.html", page=page)


@pages.get("/document/<identifier>/file")
def original(identifier: str) -> Response:
    """The file as it is in the corpus, always as a download."""
    record = _record(identifier)
    try:
        path = context().service.original(record)
    except CorpusError as error:
        raise FileGone(str(error)) from error
    name = Path(record.path).name
    response = send_file(path, record.media_type, as_attachment=True, download_name=name)
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def _record(identifier: str) -> Record:
    record = context().service.document(identifier)
    if record is None:
        abort(404)
    return record


def _size(record: Record) -> int | None:
    try:
        return context().service.original(record).stat().st_size
    except (CorpusError, OSError):
        return None
