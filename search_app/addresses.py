"""Addresses of searches and documents, built from a Query; pure, knows nothing of Flask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import quote, urlencode

from indexer import FACETS, LANGUAGES, Query, Sort

SEARCH = "/"
JSON, ATOM, CSV = "/search.json", "/search.atom", "/search.csv"
PREFIXES = {language: "" if language == LANGUAGES[0] else f"/{language}" for language in LANGUAGES}
"""Finnish has no prefix, the others have their code."""

Parent = Callable[[str], str | None]


def language_of(path: str) -> str:
    """The interface's language, from the first part of a path."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in LANGUAGES[1:] else LANGUAGES[0]


def without_language(path: str) -> str:
    """The path that every language shares; one slash begins it, two would name another host."""
    return "/" + path.removeprefix(PREFIXES[language_of(path)]).lstrip("/")


def local(path: str, language: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """A path under a language's prefix, with parameters."""
    query = urlencode(list(parameters))
    return PREFIXES[language] + path + (f"?{query}" if query else "")


def parameters(query: Query) -> list[tuple[str, str]]:
    """The parameters that say the same as the query, in one order, without defaults."""
    filters = query.filters
    pairs = [("q", query.text)] if query.text else []
    pairs += [(facet, value) for facet in FACETS for value in filters.of(facet)]
    ends = (("from", filters.year_from), ("to", filters.year_to))
    pairs += [(name, str(year)) for name, year in ends if year is not None]
    if query.sort is not Sort.RELEVANCE:
        pairs.append(("sort", query.sort.value))
    if query.page > 1:
        pairs.append(("page", str(query.page)))
    return pairs


def search_address(query: Query, path: str = SEARCH) -> str:
    """The address of a search, in the query's language."""
    return local(path, query.language, parameters(query))


def document_address(
    identifier: str, language: str, page: int | None = None, text: str = ""
) -> str:
    """The address of a document, at a page of it, with words to mark."""
    pairs = [("page", str(page))] if page is not None else []
    pairs += [("q", text)] if text else []
    anchor = f"#page-{page}" if page is not None else ""
    return local(f"/document/{quote(identifier, safe='')}", language, pairs) + anchor


def file_address(identifier: str, language: str) -> str:
    """The address of a document's original file."""
    return local(f"/document/{quote(identifier, safe='')}/file", language)


def with_values(query: Query, facet: str, values: Iterable[str]) -> Query:
    """The query with exactly these values of a facet, on its first page."""
    changed = {**query.filters.values, facet: tuple(values)}
    kept = {name: chosen for name, chosen in changed.items() if chosen}
    return replace(query, filters=replace(query.filters, values=kept), page=1)


def toggled(query: Query, facet: str, value: str, parent: Parent) -> Query:
    """The query with a value chosen if it was not, and the other way round.

    A value takes the place of its broader and narrower ones: in one facet values are united, so
    that a municipality beside its region would narrow nothing.
    """
    chosen = query.filters.of(facet)
    if value in chosen:
        return with_values(query, facet, (one for one in chosen if one != value))
    line = _line(value, parent)
    kept = [one for one in chosen if one not in line and value not in _line(one, parent)]
    return with_values(query, facet, (*kept, value))


def without_range(query: Query) -> Query:
    """The query without its first and last year."""
    filters = replace(query.filters, year_from=None, year_to=None)
    return replace(query, filters=filters, page=1)


def without_filters(query: Query) -> Query:
    """The words and the order alone."""
    return replace(query, filters=type(query.filters)(), page=1)


def _line(value: str, parent: Parent) -> set[str]:
    line: set[str] = set()
    above = parent(value)
    while above is not None and above not in line:
        line.add(above)
        above = parent(above)
    return line
