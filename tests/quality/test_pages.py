"""Enrichment stays at least as often right on the development pages as it has been."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from .measure_pages import FIELDS, PAGES, Tally, measure, pages

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared with the pages is not here")


@cache
def tallies() -> dict[str, Tally]:
    return measure(pages(with_url=False))


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_keeps_its_floor(name: str) -> None:
    assert tallies()[name].figures[2] >= FLOORS["pages"][name]


def test_no_year_is_found_where_none_is_known() -> None:
    invented = [miss for miss in tallies()["year"].misses if miss.endswith("-[]")]
    assert not invented
