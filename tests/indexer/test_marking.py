"""The words of a query are marked in any text, in any inflected form the stemmer knows."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.analyzer import Analyzer, load_analyzer
from indexer.marking import marker
from indexer.query import parse


@cache
def analyzer() -> Analyzer:
    return load_analyzer()


def marked(query: str, text: str, language: str = "fi") -> list[str]:
    found = marker(parse(query)[0], "fi", analyzer()).parts(text, language)
    return [part.text for part in found if part.match]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("kainuu", "Kainuussa ja koko Kainuun alueella", ["Kainuussa", "Kainuun"]),
        ("delaktighet", "Barnens delaktigheten växer", ["delaktigheten"]),
        ("osall*", "Osallisuus ja osallistaminen, ei muu", ["Osallisuus", "osallistaminen"]),
        ('"lasten ääni"', "lasten äänen ja lasten ääni", ["lasten", "lasten", "ääni"]),
        ("-leikki", "leikki", []),
        ("", "leikki", []),
        ("Pohjois-Karjala", "Pohjois-Karjalassa", ["Pohjois", "Karjalassa"]),
    ],
)
def test_marks_what_meets_the_query(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text, "sv" if "Barn" in text else "fi") == expected


@given(st.text(max_size=80), st.text(alphabet="aäb *\"-Å1'’:", max_size=30))
def test_the_parts_are_the_text(text: str, query: str) -> None:
    parts = marker(parse(query)[0], "fi", analyzer()).parts(text, "fi")
    assert "".join(part.text for part in parts) == text
