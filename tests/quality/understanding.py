"""Records as the program makes them, for everything here that measures them."""

from __future__ import annotations

from datetime import date
from functools import cache

from indexer.enrich import Enricher, load_enricher
from indexer.models import Record, SourceDocument
from indexer.parsers import parse_file
from indexer.vocabulary import Vocabularies, load_vocabularies

TODAY = date(2026, 11, 22)


@cache
def vocabularies() -> Vocabularies:
    """The vocabularies that ship."""
    return load_vocabularies()


@cache
def enricher() -> Enricher:
    """The enricher, on a fixed day."""
    return load_enricher(vocabularies(), TODAY)


def understand(source: SourceDocument) -> Record:
    """The record of a file. Raises ParseError."""
    return enricher().enrich(source, parse_file(source.file))
