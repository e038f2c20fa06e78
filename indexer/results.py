"""The answer to a query: what an engine finds and a results page shows; standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .models import PartialDate


@dataclass(frozen=True, slots=True)
class SnippetPart:
    """A stretch of a snippet; ``match`` where it met the query."""

    text: str
    match: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage that shows why a document was found, and its page."""

    parts: tuple[SnippetPart, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another document with the same (``same_text``) or nearly the same text as one."""

    id: str
    title: str
    municipalities: tuple[str, ...] = ()
    date: PartialDate | None = None
    same_text: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: what a results page shows of a document. Concepts are ids.

    ``also_in`` are its twins, which are results only through it; ``norm_changes`` are changes
    of norms since the document that touch its themes.
    """

    id: str
    title: str
    url: str | None
    kind: str
    language: str
    date: PartialDate | None
    years: tuple[int, ...]
    regions: tuple[str, ...]
    municipalities: tuple[str, ...]
    themes: tuple[str, ...]
    score: float
    snippets: tuple[Snippet, ...] = ()
    also_in: tuple[Other, ...] = ()
    norm_changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet and the number of documents that have it under the other filters."""

    id: str
    count: int
    selected: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class ResultSet:
    """The answer to a query: one page of hits, the total, and the counts of every facet.

    ``facets`` has every name of ``FACETS``; values with count 0 appear only when selected.
    ``relaxed`` says that no document had all the words and those with some are shown.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[FacetCount, ...]]
    suggestion: str | None = None
    relaxed: bool = False
    took_ms: float = 0.0
