"""What every view needs, kept with the application, and the request read once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import cast

from flask import Flask, current_app, request

from indexer import LANGUAGES, Analyzer, Request, SearchService, Settings, read_request

from .addresses import language_of, local, search_address, without_language
from .pages import Frame

EXTENSION = "loistohaku"
LONGEST_QUERY = 2_000
"""Characters of an address that a link to the same page in another language repeats."""


@dataclass(frozen=True, slots=True)
class Context:
    """The settings, the search service, the analyser that marks words, and the program's digest.

    ``release`` changes whenever the program or a setting that pages show changes, so that what a
    browser has kept is never taken for a page of today's program.
    """

    settings: Settings
    service: SearchService
    analyzer: Analyzer
    release: str


def furnish(app: Flask, settings: Settings, service: SearchService, analyzer: Analyzer) -> None:
    """Give the application what its views need."""
    folders = (Path(__file__).parent, Path(str(files("indexer"))))
    release = _digest(folders, (settings.site_name, str(settings.page_size)))
    app.extensions[EXTENSION] = Context(settings, service, analyzer, release)


def context() -> Context:
    """What the current application was furnished with."""
    return cast(Context, current_app.extensions[EXTENSION])


def language() -> str:
    """The interface's language in the current request."""
    return language_of(request.path)


def asked(size: int | None = None) -> Request:
    """The search that the current request asks for; pages and feeds have their own ``size``."""
    given = request.args.to_dict(flat=False)
    if size is not None:
        given.pop("size", None)
    usual = size or context().settings.page_size
    return read_request(given, context().service.vocabularies, language(), usual)


def search_frame(asked_for: Request) -> Frame:
    """The frame of a search: in another language the same search."""
    query = asked_for.query
    addresses = {code: search_address(replace(query, language=code)) for code in LANGUAGES}
    return Frame(query.language, addresses, query.text)


def plain_frame() -> Frame:
    """The frame of any other page: in another language the same address."""
    path = without_language(request.path)
    pairs = list(request.args.items(multi=True))
    kept = pairs if len(request.query_string) <= LONGEST_QUERY else []
    return Frame(language(), {code: local(path, code, kept) for code in LANGUAGES})


def _digest(folders: Iterable[Path], texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            if "__pycache__" not in path.parts:
                digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    for text in texts:
        digest.update(b"\0" + text.encode())
    return digest.hexdigest()[:16]
