"""A document's sentences are found by what they contain, wherever it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.hints import Hints, has_any
from indexer.enrich.reading import Part, Reading, Sentence
from indexer.models import Assignment

_TEXTS = st.lists(st.text("abAé İ.-_", max_size=12), max_size=8)


@given(_TEXTS, st.lists(st.text("abs ", min_size=1, max_size=3), max_size=4))
def test_the_sentences_that_have_a_hint_are_those_that_contain_one(
    texts: list[str], hints: list[str]
) -> None:
    sentences = tuple(Sentence(text, Part.BODY) for text in texts)
    reading = Reading("", sentences, Assignment("fi", 1.0))
    expected = [sentence for sentence in sentences if has_any(sentence.text, hints)]
    assert list(reading.having(Hints(hints))) == expected
