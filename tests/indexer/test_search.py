"""The search service: strict first, relaxed when too little is found, corrections offered."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.analysis.analyzer import load_analyzer
from indexer.engines import open_engine
from indexer.errors import CorpusError, NoIndexError
from indexer.models import Assignment, Record, Section
from indexer.query import Query, parse
from indexer.search import SearchService, open_search
from indexer.settings import Settings
from indexer.vocabulary import load_vocabularies

TEXTS = {
    "a": "Metsässä leikitään joka päivä.",
    "b": "Metsässä levätään.",
    "c": "Päiväkodeissa leikitään pihalla.",
}


def record(identifier: str, text: str) -> Record:
    return Record(
        id=identifier,
        path=f"{identifier}.txt",
        media_type="text/plain",
        checksum=identifier,
        title=f"Asiakirja {identifier}",
        sections=(Section("", text, 1),),
        language=Assignment("fi", 1.0),
        kind=Assignment("report", 1.0),
        regions=(Assignment("kainuu", 1.0),),
    )


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> SearchService:
    folder = tmp_path_factory.mktemp("house")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    settings.corpus.mkdir()
    (settings.corpus / "a.txt").write_text(TEXTS["a"], "utf-8")
    engine = open_engine(settings)
    writer = engine.create(load_analyzer(), load_vocabularies())
    for identifier, text in TEXTS.items():
        writer.add(record(identifier, text))
    engine.promote(writer.finish("digest").generation)
    return open_search(settings)


def ask(service: SearchService, text: str, at_least: int = 1) -> tuple[list[str], bool]:
    results = service.search(Query(text=text, clause=parse(text)[0]), at_least)
    return sorted(hit.id for hit in results.hits), results.relaxed


def test_all_words_come_first(service: SearchService) -> None:
    assert ask(service, "metsä leikitään") == (["a"], False)


def test_any_of_the_words_where_none_has_all(service: SearchService) -> None:
    assert ask(service, "metsässä pihalla") == (["a", "b", "c"], True)


def test_relaxing_until_there_are_enough(service: SearchService) -> None:
    assert ask(service, "metsässä leikitään", at_least=2) == (["a", "b", "c"], True)


def test_operators_never_relax(service: SearchService) -> None:
    assert ask(service, '"levätään pihalla"') == ([], False)
    assert ask(service, "metsässä pihalla -levätään") == (["a", "c"], True)


def test_a_typo_is_offered_corrected(service: SearchService) -> None:
    results = service.search(Query(text="metsäsä", clause=parse("metsäsä")[0]))
    assert results.suggestion == "metsässä"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("leikitäään Leiki*", "leikitään Leiki*"),
        ("metsäsä metsäsäkävely", "metsässä metsäsäkävely"),  # a word, not a part of another
        ("metsään pihallla", "metsään pihalla"),  # metsään finds metsässä: nothing to correct
        ("Koko-metsäsä", "Koko-metsässä"),
    ],
)
def test_only_words_that_find_nothing_are_corrected(
    service: SearchService, typed: str, expected: str
) -> None:
    query = Query(text=typed, clause=parse(typed)[0])
    assert service.search(query, at_least=10).suggestion == expected


def test_completions_name_only_places_that_some_document_has(service: SearchService) -> None:
    assert service.suggest("kajaa") == []
    assert service.suggest("lapp") == []


def test_completions_name_concepts_first(service: SearchService) -> None:
    assert service.suggest("kain")[0] == "Kainuu"
    assert "koko metsässä" in service.suggest("koko mets")
    assert service.suggest("  ") == []


def test_a_document_and_its_original(service: SearchService) -> None:
    found = service.document("a")
    assert found is not None
    assert service.original(found).read_text("utf-8") == TEXTS["a"]
    assert service.document("none") is None


def test_an_original_is_found_however_its_name_is_encoded(service: SearchService) -> None:
    folder = service.corpus / unicodedata.normalize("NFD", "Päiväkodit")
    folder.mkdir()
    (folder / unicodedata.normalize("NFD", "Metsä.txt")).write_text("metsä", "utf-8")
    found = replace(record("m", ""), path=unicodedata.normalize("NFC", "Päiväkodit/Metsä.txt"))
    assert service.original(found).read_text("utf-8") == "metsä"


def test_an_original_that_is_gone_or_outside_is_an_error(service: SearchService) -> None:
    with pytest.raises(CorpusError, match="no longer in the corpus"):
        service.original(record("gone", ""))
    outside = Record(
        "x", "../index/CURRENT", "", "", "", (), Assignment("fi", 1), Assignment("blog", 1)
    )
    with pytest.raises(CorpusError):
        service.original(outside)


def test_a_search_without_an_index_says_what_to_do(tmp_path: Path) -> None:
    service = open_search(Settings(corpus=tmp_path, index=tmp_path / "none"))
    assert service.manifest() is None
    assert service.vocabularies == service.packaged
    with pytest.raises(NoIndexError, match="loistohaku rebuild"):
        ask(service, "metsä")
