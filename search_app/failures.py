"""Every failure becomes a page in the reader's language, or JSON where a program asked."""

from __future__ import annotations

from typing import Any

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException

from indexer import EngineError, NoIndexError, QueryError

from .addresses import without_language
from .context import plain_frame
from .pages import Matter, MessagePage
from .views.document import FileGone, FileLinkOnly

Answer = tuple[str | dict[str, Any], int]
_BODY = {"content-type", "content-length"}


def handle(app: Flask) -> None:
    """Say on a page, or in JSON, what went wrong; what nobody foresaw is logged."""

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> tuple[str | dict[str, Any], int, dict[str, str]]:
        status = error.code or 500
        matter = Matter.NOT_FOUND if status in {404, 410} else Matter.REFUSED
        answer = _answer(Matter.FAILED if status >= 500 else matter, status, str(error.description))
        # Such as the methods that are allowed, or how long a file is.
        headers = error.get_headers(request.environ)
        return *answer, {name: value for name, value in headers if name.lower() not in _BODY}

    @app.errorhandler(QueryError)
    def bad_request(error: QueryError) -> Answer:
        return _answer(Matter.REFUSED, 400, str(error))

    @app.errorhandler(FileGone)
    def file_gone(error: FileGone) -> Answer:
        return _answer(Matter.FILE_GONE, 404, str(error))

    @app.errorhandler(FileLinkOnly)
    def link_only(error: FileLinkOnly) -> Answer:
        return _answer(Matter.LINK_ONLY, 403, str(error))

    @app.errorhandler(EngineError)
    def unavailable(error: EngineError) -> Answer:
        nothing = isinstance(error, NoIndexError)
        if not nothing:
            app.logger.error("The index cannot answer: %s", error)
        return _answer(Matter.NO_INDEX if nothing else Matter.UNAVAILABLE, 503, str(error))

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Answer:
        app.logger.error("Failed at %s", request.path, exc_info=error)
        return _answer(Matter.FAILED, 500, "The request could not be answered.")


def _answer(matter: Matter, status: int, detail: str) -> Answer:
    path = without_language(request.path)
    if path.startswith("/api/") or path.endswith(".json"):
        return {"error": {"code": matter.value, "message": detail}}, status
    page = MessagePage(plain_frame(), matter, status, detail)
    return render_template("message.html", page=page), status
