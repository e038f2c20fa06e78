"""Years in short texts that mislead, labelled before the rules they test."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.enrich import Enricher
from indexer.models import Record, SourceDocument, StaffMetadata
from indexer.parsers import parse_file

from .date_texts import YEARS_OF_PUBLICATION, YEARS_STOOD_FOR


def record(enricher: Enricher, folder: Path, text: str) -> Record:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    source = SourceDocument("text", path.name, path, "text/plain", "", StaffMetadata())
    return enricher.enrich(source, parse_file(path))


@pytest.mark.parametrize(("text", "year"), YEARS_OF_PUBLICATION)
def test_the_year_of_publication_is_told_or_left_open(
    enricher: Enricher, tmp_path: Path, text: str, year: int | None
) -> None:
    found = record(enricher, tmp_path, text).date
    assert (found.year if found else None) == year


@pytest.mark.parametrize(("text", "years"), YEARS_STOOD_FOR)
def test_a_project_s_period_is_told_from_terms_and_horizons(
    enricher: Enricher, tmp_path: Path, text: str, years: tuple[int, ...]
) -> None:
    assert record(enricher, tmp_path, text).years == years
