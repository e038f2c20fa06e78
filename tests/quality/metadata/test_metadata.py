"""Enrichment stays at least as often right on labelled documents as it has been."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.quality import floors

from .labelled import PAGES, corpus, pages, unseen, written
from .measures import measure

FLOORS = Path(__file__).with_name("floors.toml")
SETS = {"pages": pages, "corpus": corpus, "written": written, "unseen": unseen}

needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="../shared with the pages is not here")


@cache
def reached(labelled: str) -> dict[str, dict[str, float]]:
    return measure(SETS[labelled]()).figures


@pytest.mark.parametrize(
    "labelled", [pytest.param("pages", marks=needs_pages), "corpus", "written", "unseen"]
)
def test_no_figure_falls_below_its_floor(labelled: str) -> None:
    pinned: dict[str, dict[str, Any]] = floors.load(FLOORS)[labelled]
    fallen = {
        f"{what} {figure}": value
        for what, row in pinned.items()
        for figure, value in reached(labelled)[what].items()
        if value < row[figure]
    }
    assert fallen == {}
    assert pinned.keys() == reached(labelled).keys()


def test_every_labelled_document_is_in_the_corpus() -> None:
    items = list(corpus())
    assert len(items) >= 60
    assert all(item.source.file.is_file() for item in items)
