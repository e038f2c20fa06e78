"""Words and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.text import normalise
from indexer.analysis.tokens import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Päiväkodeissa LEIKITÄÄN.", ["päiväkodeissa", "leikitään"]),
        ("Pohjois-Karjalan", ["pohjois", "karjalan"]),
        ("vaa'an ja vaa’an", ["vaa'an", "ja", "vaa'an"]),
        ("THL:n ohje, S2:sta", ["thl", "ohje", "s2"]),
        ("klo 10:30", ["klo", "10", "30"]),
        ("a_b", ["a", "b"]),
        ("", []),
        ('* " - ()', []),
    ],
)
def test_words_are_found_in_lower_case(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@given(st.text())
def test_offsets_lie_in_the_text_in_order_and_without_overlap(text: str) -> None:
    text = normalise(text)
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert text[token.start : token.end].lower().replace("’", "'").startswith(token.text)
        end = token.end
