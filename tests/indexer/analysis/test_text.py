"""The one normal form of text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.text import normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        (unicodedata.normalize("NFD", "päiväkoti"), "päiväkoti"),
        ("e\ufb03cient \ufb01lmi", "efficient filmi"),
        ("var\u00adhais\u00adkasvatus", "varhaiskasvatus"),
        ("Pohjois\u2011Karjala", "Pohjois-Karjala"),
        ("12\u00a0000", "12 000"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffalku\x00", "alku"),
    ],
)
def test_each_oddity_of_real_files_has_one_normal_form(written: str, normal: str) -> None:
    assert normalise(written) == normal


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
