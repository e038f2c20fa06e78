"""What the sample corpus promises: its breadth, its honesty, its size."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import Counter
from itertools import chain, combinations
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.samples.gold_source import (
    CORPUS,
    GOLD_FOLDER,
    GoldDocument,
    block_texts,
    read_all,
)
from tests.samples.render.registry import RENDERERS
from tests.samples.scoring import gold_pages, words
from tests.samples.variants import decomposed_copy

VOCABULARIES = Path(__file__).parents[1] / "indexer" / "vocabularies"
DOCUMENTS = read_all()
SHINGLE = 8
MOST_SHARED = 0.01
LEAST_OF_TWINS = 0.8
MOST_BYTES = 15_000_000
NATIONAL = "valtakunnallinen"


def of_format(name: str) -> list[GoldDocument]:
    return [document for document in DOCUMENTS if document.meta.format == name]


def corpus_files() -> set[Path]:
    return {
        path
        for path in CORPUS.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(CORPUS).parts)
        and path != CORPUS / "README.md"
    }


def vocabulary_ids(name: str) -> set[str]:
    with (VOCABULARIES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"] for row in csv.DictReader(file)}


def shingles(document: GoldDocument) -> set[tuple[str, ...]]:
    slides = (
        text
        for slide in document.slides
        for text in (slide.title, *block_texts(slide.blocks), slide.notes)
    )
    found = words(chain(block_texts(document.body), document.comments, slides))
    return {tuple(found[start : start + SHINGLE]) for start in range(len(found) - SHINGLE + 1)}


def test_there_are_enough_documents() -> None:
    assert len(DOCUMENTS) >= 60


def test_every_gold_text_is_rendered_and_every_file_has_its_gold() -> None:
    documents = {document.path for document in DOCUMENTS}
    sidecars = {document.sidecar_path for document in DOCUMENTS if document.meta.sidecar}
    assert corpus_files() == documents | sidecars


def test_every_gold_text_says_what_stands_on_its_pages() -> None:
    slugs = {document.slug for document in DOCUMENTS}
    assert {path.name.removesuffix(".pages.json") for path in GOLD_FOLDER.glob("*.json")} == slugs
    for document in DOCUMENTS:
        assert words([document.meta.title])[0] in words(
            page.text for page in gold_pages(document.slug)
        )


def test_every_format_has_a_document() -> None:
    assert {document.meta.format for document in DOCUMENTS} == RENDERERS.keys()


@pytest.mark.parametrize(
    ("field", "vocabulary"),
    [
        ("regions", "regions"),
        ("municipalities", "municipalities"),
        ("themes", "themes"),
        ("networks", "networks"),
    ],
)
def test_catalogued_ids_are_in_the_vocabularies(field: str, vocabulary: str) -> None:
    used = {one for document in DOCUMENTS for one in getattr(document.meta, field)}
    assert used - vocabulary_ids(vocabulary) == set()


def test_the_whole_country_and_all_its_regions_are_there() -> None:
    regions = {region for document in DOCUMENTS for region in document.meta.regions}
    assert NATIONAL in regions
    assert len(regions - {NATIONAL}) == 19


def test_municipalities_lie_in_the_regions_named() -> None:
    with (VOCABULARIES / "municipalities.csv").open(encoding="utf-8-sig", newline="") as file:
        region_of = {row["id"]: row["broader"] for row in csv.DictReader(file)}
    for document in DOCUMENTS:
        lying_in = {region_of[one] for one in document.meta.municipalities}
        assert lying_in <= set(document.meta.regions), document.slug


def test_at_least_25_themes_are_there() -> None:
    assert len({theme for document in DOCUMENTS for theme in document.meta.themes}) >= 25


def test_years_reach_from_2005_to_2026() -> None:
    years = {year for document in DOCUMENTS for year in document.meta.years}
    assert (min(years), max(years)) == (2005, 2026)


def test_languages_are_there_in_the_numbers_promised() -> None:
    languages = Counter(document.meta.language for document in DOCUMENTS)
    assert languages["sv"] >= 10
    assert languages["en"] >= 2


def test_the_corpus_is_small_enough_for_a_repository() -> None:
    assert sum(path.stat().st_size for path in corpus_files()) < MOST_BYTES


def test_no_two_documents_share_their_sentences_but_twins() -> None:
    found = [(document, shingles(document)) for document in DOCUMENTS]
    for (one, ours), (other, theirs) in combinations(found, 2):
        shared = len(ours & theirs) / min(len(ours), len(theirs))
        if other.slug == one.meta.twin_of or one.slug == other.meta.twin_of:
            assert shared >= LEAST_OF_TWINS, (one.slug, other.slug)
        else:
            assert shared <= MOST_SHARED, (one.slug, other.slug)


def test_a_text_stands_in_two_towns_and_another_in_two_formats() -> None:
    by_slug = {document.slug: document.meta for document in DOCUMENTS}
    pairs = [(one, by_slug[one.twin_of]) for one in by_slug.values() if one.twin_of]
    assert any(one.municipalities != other.municipalities for one, other in pairs)
    assert any(one.format != other.format for one, other in pairs)


def test_one_report_has_sixty_pages_or_more() -> None:
    counts = [len(PdfReader(document.path).pages) for document in of_format("pdf-report")]
    assert max(counts) >= 60


def test_a_report_numbers_its_front_matter_apart_and_not_its_cover() -> None:
    (report,) = (document for document in DOCUMENTS if document.meta.front_sections)
    cover, *inside = PdfReader(report.path).pages
    printed = ["i", "ii", "iii", "iv", "1", "2", "3", "4", "5", "6"]
    lines = [page.extract_text().splitlines() for page in inside]
    assert all(label in page for label, page in zip(printed, lines, strict=True))
    assert not set(printed) & set(cover.extract_text().splitlines())


def test_a_scanned_paper_has_two_pages() -> None:
    assert max(len(gold_pages(document.slug)) for document in of_format("pdf-scan")) == 2


def test_one_original_is_only_linked_to() -> None:
    (linked,) = (document for document in DOCUMENTS if document.meta.link_only)
    table = tomllib.loads(linked.sidecar_path.read_text("utf-8"))
    assert table["link_only"]
    assert table["rights"] == linked.meta.rights
    assert table["url"].startswith("https://")


def test_scanned_papers_have_pages_but_no_text() -> None:
    for document in of_format("pdf-scan"):
        reader = PdfReader(document.path)
        assert len(reader.pages) == len(gold_pages(document.slug))
        assert not any(page.extract_text().strip() for page in reader.pages)


@pytest.mark.parametrize("name", ["pdf-report", "pdf-two-column", "pdf-slides"])
def test_pdf_pages_hold_the_gold_text_with_finnish_letters(name: str) -> None:
    for document in of_format(name):
        pages = PdfReader(document.path).pages
        gold = gold_pages(document.slug)
        assert len(pages) == len(gold)
        written = "".join(page.extract_text() for page in pages)
        for letter in "äöåÄÖ":
            if any(letter in page.text for page in gold):
                assert letter in written, document.slug


def test_some_reports_have_bookmarks_and_some_have_none() -> None:
    outlines = [bool(PdfReader(document.path).outline) for document in of_format("pdf-report")]
    assert set(outlines) == {True, False}


def test_web_pages_are_in_the_encoding_they_declare() -> None:
    declared = Counter[str]()
    for document in DOCUMENTS:
        if document.meta.format.startswith("html-"):
            data = document.path.read_bytes()
            match = re.search(rb"charset=[\"']?([\w-]+)", data)
            assert match, document.slug
            charset = match[1].decode().lower()
            declared[charset] += 1
            text = data.decode("utf-8" if charset == "utf-8" else "cp1252")
            assert document.meta.title.split()[0] in text
    assert declared.keys() == {"utf-8", "iso-8859-1", "windows-1252"}


def test_web_pages_show_the_date_that_the_gold_records() -> None:
    for document in DOCUMENTS:
        date = document.meta.date
        if document.meta.format.startswith("html-") and date:
            text = document.path.read_bytes().decode("utf-8", "replace")
            day = [str(int(part)) for part in reversed(date.split("-"))]
            shown = (date, ".".join(day), "/".join(day), f"{day[0]}. ", f"{day[0]} ", day[-1])
            assert any(form in text for form in shown), document.slug


def test_sidecars_hold_a_part_of_the_record() -> None:
    for document in DOCUMENTS:
        if document.meta.sidecar:
            table = tomllib.loads(document.sidecar_path.read_text("utf-8"))
            assert table.keys() <= {
                "title", "url", "date", "kind", "language", "regions", "municipalities",
                "themes", "note", "rights", "link_only",
            }  # fmt: skip
            for field in table.keys() - {"url", "note"}:
                value = getattr(document.meta, field)
                assert table[field] == (list(value) if isinstance(value, tuple) else value)


def test_file_names_are_composed_and_a_variant_is_decomposed(tmp_path: Path) -> None:
    accented = [document for document in DOCUMENTS if not document.path.name.isascii()]
    assert accented
    for document in accented:
        assert unicodedata.is_normalized("NFC", document.meta.file)
        copy = decomposed_copy(document.path, tmp_path)
        assert copy.name != document.path.name
        assert unicodedata.normalize("NFC", copy.name) == document.path.name
        assert copy.exists()


def test_the_corpus_says_that_it_is_made_of_samples() -> None:
    assert "sample" in (CORPUS / "README.md").read_text("utf-8")
