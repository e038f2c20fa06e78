"""The door: the only names that ``search_app`` may import, loaded when first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .analysis.analyzer import Analyzer, load_analyzer
    from .commands import chosen_settings, folders, terminal
    from .engines.collation import TITLE_KEYS
    from .errors import (
        CorpusError,
        EngineError,
        IndexMismatchError,
        LoistohakuError,
        NoIndexError,
        QueryError,
        SettingsError,
    )
    from .json_bodies import record_json, result_json
    from .marking import Marker, marker
    from .models import (
        FACETS,
        NATIONAL,
        UNKNOWN,
        Assignment,
        Evidence,
        Funding,
        FundingKind,
        IndexManifest,
        Named,
        PartialDate,
        PracticePart,
        Precision,
        Record,
        Removed,
        Section,
        SectionRole,
        Source,
    )
    from .query import Filters, Query, Sort
    from .results import FacetCount, Hit, Other, ResultSet, Snippet, SnippetPart
    from .search import SearchService, open_search
    from .search_request import MAX_SIZE, Notice, Problem, Request, read_request
    from .settings import Settings, load_settings
    from .vocabulary import LANGUAGES, Vocabularies, load_vocabularies

_HOMES = {
    "Analyzer": "analysis.analyzer",
    "Assignment": "models",
    "CorpusError": "errors",
    "EngineError": "errors",
    "Evidence": "models",
    "FACETS": "models",
    "FacetCount": "results",
    "Filters": "query",
    "Funding": "models",
    "FundingKind": "models",
    "Hit": "results",
    "IndexManifest": "models",
    "IndexMismatchError": "errors",
    "LANGUAGES": "vocabulary",
    "LoistohakuError": "errors",
    "MAX_SIZE": "search_request",
    "Marker": "marking",
    "NATIONAL": "models",
    "Named": "models",
    "NoIndexError": "errors",
    "Notice": "search_request",
    "Other": "results",
    "PartialDate": "models",
    "PracticePart": "models",
    "Precision": "models",
    "Problem": "search_request",
    "Query": "query",
    "QueryError": "errors",
    "Record": "models",
    "Removed": "models",
    "Request": "search_request",
    "ResultSet": "results",
    "SearchService": "search",
    "Section": "models",
    "SectionRole": "models",
    "Settings": "settings",
    "SettingsError": "errors",
    "Snippet": "results",
    "SnippetPart": "results",
    "Sort": "query",
    "Source": "models",
    "TITLE_KEYS": "engines.collation",
    "UNKNOWN": "models",
    "Vocabularies": "vocabulary",
    "chosen_settings": "commands",
    "folders": "commands",
    "load_analyzer": "analysis.analyzer",
    "load_settings": "settings",
    "load_vocabularies": "vocabulary",
    "marker": "marking",
    "open_search": "search",
    "read_request": "search_request",
    "record_json": "json_bodies",
    "result_json": "json_bodies",
    "terminal": "commands",
}

__all__ = [
    "FACETS",
    "LANGUAGES",
    "MAX_SIZE",
    "NATIONAL",
    "TITLE_KEYS",
    "UNKNOWN",
    "Analyzer",
    "Assignment",
    "CorpusError",
    "EngineError",
    "Evidence",
    "FacetCount",
    "Filters",
    "Funding",
    "FundingKind",
    "Hit",
    "IndexManifest",
    "IndexMismatchError",
    "LoistohakuError",
    "Marker",
    "Named",
    "NoIndexError",
    "Notice",
    "Other",
    "PartialDate",
    "PracticePart",
    "Precision",
    "Problem",
    "Query",
    "QueryError",
    "Record",
    "Removed",
    "Request",
    "ResultSet",
    "SearchService",
    "Section",
    "SectionRole",
    "Settings",
    "SettingsError",
    "Snippet",
    "SnippetPart",
    "Sort",
    "Source",
    "Vocabularies",
    "chosen_settings",
    "folders",
    "load_analyzer",
    "load_settings",
    "load_vocabularies",
    "marker",
    "open_search",
    "read_request",
    "record_json",
    "result_json",
    "terminal",
]


def __getattr__(name: str) -> Any:
    """Import a name from its home at its first use (PEP 562), so that the door costs nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value
