"""The parsed text of the sample corpus stays at least as true to the original as it has been."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indexer.parsers import parse_file
from tests.quality import floors
from tests.samples.gold_source import read_all

from .scores import CORPUS, SCANNED, documents, ours

FLOORS = Path(__file__).with_name("floors.toml")
FORMATS = sorted({document.meta.format for document in documents()})


@pytest.mark.parametrize("kind", FORMATS)
def test_no_format_falls_below_its_floors(kind: str) -> None:
    pinned, reached = floors.load(FLOORS)[kind], ours()[kind]
    assert {name: reached[name] for name in pinned if reached[name] < pinned[name]} == {}
    assert pinned.keys() == reached.keys()


def test_a_scanned_page_says_that_it_is_one() -> None:
    for document in read_all():
        if document.meta.format == SCANNED:
            (warning,) = parse_file(CORPUS / document.meta.file).warnings
            assert re.match(r"needs_ocr: pages? 1\b", warning)
