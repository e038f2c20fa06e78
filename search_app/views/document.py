"""A document's page, and its original file."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file

from indexer import LANGUAGES, CorpusError, Record, marker, read_request

from ..addresses import document_address
from ..context import context, language
from ..document_page import document_page, web_address
from ..pages import Frame
from ..security import FILE_POLICY

pages = Blueprint("document", __name__)


class FileLinkOnly(CorpusError):  # noqa: N818 - what the page says, not a fault of the program
    """The original file of a document may be linked to, but is published nowhere."""


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
        service.twins(record),
        service.vocabularies,
        marker(query.clause, language(), context().analyzer),
        asked,
        _size(record),
    )
    return render_template("document.html", page=page)


@pages.get("/document/<identifier>/file")
def original(identifier: str) -> Response:
    """The file as it is in the corpus, always as a download.

    What may only be linked to leads to where it was published, or is refused where that is unknown.
    """
    record = _record(identifier)
    if record.link_only:
        return _elsewhere(record)
    try:
        path = context().service.original(record)
    except CorpusError as error:
        raise FileGone(str(error)) from error
    name = Path(record.path).name
    response = send_file(path, record.media_type, as_attachment=True, download_name=name)
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response


def _elsewhere(record: Record) -> Response:
    address = web_address(record)
    if address is None:
        raise FileLinkOnly(f"The original of {record.id} is not given out here.")
    return cast(Response, redirect(address, 303))


def _record(identifier: str) -> Record:
    record = context().service.document(identifier)
    if record is None:
        abort(404)
    return record


def _size(record: Record) -> int | None:
    if record.link_only:
        return None
    try:
        return context().service.original(record).stat().st_size
    except (CorpusError, OSError):
        return None
