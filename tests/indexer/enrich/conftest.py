"""What the tests of enrichment share: a small way to make documents and their records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indexer.enrich import Enricher, load_enricher
from indexer.models import (
    FoundDate,
    ParsedDocument,
    Record,
    Section,
    SourceDocument,
    StaffMetadata,
)
from indexer.vocabulary import Vocabularies, load_vocabularies

TODAY = date(2026, 11, 1)
Catalogue = Callable[..., Record]


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    """The vocabularies that ship."""
    return load_vocabularies()


@pytest.fixture(scope="session")
def enricher(vocabularies: Vocabularies) -> Enricher:
    """The enricher, on a fixed day."""
    return load_enricher(vocabularies, TODAY)


@pytest.fixture(scope="session")
def catalogue(enricher: Enricher) -> Catalogue:
    """Enrich a text, or sections, as if a parser had read them."""

    def enrich(
        *texts: str | Section,
        title: str = "",
        staff: StaffMetadata | None = None,
        media_type: str = "text/plain",
        path: str = "a.txt",
        dates: tuple[FoundDate, ...] = (),
        **properties: str,
    ) -> Record:
        sections = tuple(t if isinstance(t, Section) else Section("", t) for t in texts)
        parsed = ParsedDocument(title, sections, dates=dates, properties=properties)
        staff = staff or StaffMetadata()
        return enricher.enrich(
            SourceDocument("a", path, Path(path), media_type, "0", staff), parsed
        )

    return enrich
