"""Browsers may keep an answer only as long as the index and the program stay the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Flask, Response, make_response, request
from flask.typing import ResponseReturnValue

from indexer import LoistohakuError

from .context import context

P = ParamSpec("P")
YEAR_SECONDS = 31_536_000


def by_edition(view: Callable[P, ResponseReturnValue]) -> Callable[P, Response]:
    """Tag a view's answers with the edition of the index; answer 304 while it lasts.

    For views whose answer depends on nothing but the address, the edition and the program. The
    tag is left off where the edition changed while the answer was being made.
    """

    @wraps(view)
    def tagged(*args: P.args, **kwargs: P.kwargs) -> Response:
        tag = _tag()
        if tag is not None and request.if_none_match.contains_weak(tag):
            return _kept(Response(status=304), tag)
        response = make_response(view(*args, **kwargs))
        if tag is not None and response.status_code == 200 and _tag() == tag:
            return _kept(response, tag)
        return response

    return tagged


def keep_nothing_else(app: Flask) -> None:
    """Have browsers keep the interface's files for a year by version, and ask for all else."""

    @app.after_request
    def with_cache_control(response: Response) -> Response:
        if request.endpoint == "static" and request.args.get("v") == context().release:
            response.cache_control.no_cache = None
            response.cache_control.max_age = YEAR_SECONDS
            response.cache_control.immutable = True
        elif "Cache-Control" not in response.headers:
            response.cache_control.no_cache = True
        return response


def _kept(response: Response, tag: str) -> Response:
    response.set_etag(tag, weak=True)
    response.cache_control.no_cache = True
    return response


def _tag() -> str | None:
    try:
        edition = context().service.edition()
    except LoistohakuError:
        return None
    if edition is None:
        return None
    return hashlib.sha256(f"{edition} {context().release}".encode()).hexdigest()[:20]
