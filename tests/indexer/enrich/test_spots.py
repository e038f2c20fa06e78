"""One search over many texts finds what a search in each would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.spots import holding

SHORT = st.text("ab\n", max_size=8)


@given(st.lists(SHORT, max_size=6), st.lists(st.text("ab", min_size=1, max_size=3), max_size=3))
def test_the_texts_that_hold_a_needle_are_found(texts: list[str], needles: list[str]) -> None:
    expected = [at for at, text in enumerate(texts) if any(needle in text for needle in needles)]
    assert holding(texts, needles) == expected
