"""Enrichment stays at least as often right on labelled documents as it has been."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from .measure_pages import FIELDS, PAGES, Tally, corpus, measure, pages

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))

needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared with the pages is not here")


@cache
def tallies(labelled: str) -> dict[str, Tally]:
    return measure(pages(with_url=False) if labelled == "pages" else corpus())


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("labelled", [pytest.param("pages", marks=needs_pages), "corpus"])
def test_a_field_keeps_its_floor(labelled: str, name: str) -> None:
    assert tallies(labelled)[name].figures[2] >= FLOORS[labelled][name]


@pytest.mark.parametrize("labelled", [pytest.param("pages", marks=needs_pages), "corpus"])
def test_no_year_is_found_where_none_is_known(labelled: str) -> None:
    invented = [miss for miss in tallies(labelled)["year"].misses if miss.endswith("-[]")]
    assert not invented


def test_every_labelled_document_is_in_the_corpus() -> None:
    items = list(corpus())
    assert len(items) >= 60
    assert all(item.source.file.is_file() for item in items)
