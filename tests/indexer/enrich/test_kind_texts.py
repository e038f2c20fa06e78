"""Openings whose form tells their kind, written and labelled before the rules they test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.enrich import Enricher
from indexer.models import SourceDocument, StaffMetadata
from indexer.parsers import parse_file
from indexer.vocabulary import Vocabularies

TEXTS = Path(__file__).with_name("kind_texts.txt")
NOT_TOLD = {
    "Raportti keittiöstä, osa 3": "a post that calls itself a report",
    "Ny plan för småbarnspedagogiken på remiss": "news of a plan",
}


def texts() -> Iterator[object]:
    """The texts with their kinds; those that the rules do not tell are marked."""
    for block in TEXTS.read_text("utf-8").split("=== ")[1:]:
        kind, _, text = block.partition("\n")
        why = NOT_TOLD.get(text.partition("\n")[0])
        marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
        yield pytest.param(kind, text.strip(), marks=marks, id=text[:40].replace("\n", " "))


@pytest.mark.parametrize(("kind", "text"), list(texts()))
def test_the_form_tells_the_kind(
    enricher: Enricher, vocabularies: Vocabularies, tmp_path: Path, kind: str, text: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    source = SourceDocument("text", path.name, path, "text/plain", "", StaffMetadata())
    found = enricher.enrich(source, parse_file(path)).kind.concept
    assert (vocabularies.parent("kind", found) or found) == kind
