"""The renderer: the same bytes on each run, words whole, dates no surer than they are known."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples.gold_source import GoldDocument, block_texts, read_all
from tests.samples.render.common import date_in_figures, date_in_words, fixed_zip
from tests.samples.render.hyphenation import finnish_points, hyphenator
from tests.samples.render.pdf_pages import Source
from tests.samples.render.registry import RENDERERS
from tests.samples.render.slogans import spellings
from tests.samples.scoring import gold_pages, words

FONTLESS = sorted(name for name in RENDERERS if not name.startswith("pdf-"))
FIRST_OF_FORMAT = {document.meta.format: document for document in reversed(read_all())}


def shown_texts(document: GoldDocument) -> Iterator[str]:
    yield from block_texts(document.body)
    for slide in document.slides:
        yield slide.title
        yield from block_texts(slide.blocks)


@pytest.mark.parametrize("form", FONTLESS)
def test_rendering_again_gives_the_same_bytes(form: str) -> None:
    document = FIRST_OF_FORMAT[form]
    assert RENDERERS[form](document).data == RENDERERS[form](document).data


@pytest.mark.parametrize("document", read_all(), ids=lambda document: document.slug)
def test_the_corpus_is_what_the_gold_renders_to(document: GoldDocument) -> None:
    """PDF files are not set again here, since that needs fonts: only their words are compared."""
    if document.meta.format not in FONTLESS:
        on_pages = Counter(words(page.text for page in gold_pages(document.slug)))
        assert Counter(words(shown_texts(document))) - on_pages == Counter()
        return
    rendered = RENDERERS[document.meta.format](document)
    assert rendered.pages == tuple(page.text for page in gold_pages(document.slug))
    if document.meta.format.startswith(("html-", "md", "txt")):
        assert document.path.read_bytes() == rendered.data


def test_a_zip_written_again_has_one_time_on_every_member() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "a")
    with zipfile.ZipFile(io.BytesIO(fixed_zip(target.getvalue()))) as archive:
        assert [member.date_time for member in archive.infolist()] == [(2020, 1, 1, 0, 0, 0)]
        assert archive.read("a.txt") == b"a"


@pytest.mark.parametrize(
    ("date", "language", "words", "figures"),
    [
        ("2019-05-14", "fi", "14. toukokuuta 2019", "14.5.2019"),
        ("2019-05-14", "sv", "14 maj 2019", "14.5.2019"),
        ("2019-05", "fi", "toukokuu 2019", "5/2019"),
        ("2019", "en", "2019", "2019"),
        ("", "fi", "", ""),
    ],
)
def test_dates_are_written_as_surely_as_they_are_known(
    date: str, language: str, words: str, figures: str
) -> None:
    assert date_in_words(date, language) == words
    assert date_in_figures(date, language) == figures


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("varhaiskasvatus", "var-hais-kas-va-tus"),
        ("kehittäminen", "kehit-tä-mi-nen"),
        ("Pohjois-Karjalan", "Poh-jois--Kar-ja-lan"),
        ("aie", "aie"),
    ],
)
def test_finnish_words_are_cut_at_syllables(word: str, cut: str) -> None:
    points = (0, *finnish_points(word), len(word))
    parts = [word[start:end] for start, end in pairwise(points)]
    assert "-".join(parts) == cut


@given(st.text("aeiouyäökmnprstvlhj-", min_size=1, max_size=24), st.sampled_from(["fi", "sv"]))
def test_the_parts_of_a_cut_word_make_the_word(word: str, language: str) -> None:
    for head, tail in hyphenator(language)(word):
        assert head + tail == word
        assert len(head) >= 2
        assert len(tail) >= 2


def test_a_word_cut_by_a_page_end_is_given_whole_on_the_first_page() -> None:
    source = Source("pienet kehittämispäivät alkavat")
    assert not source.consume("pienet")
    assert source.consume("kehit-")
    assert source.give() == "pienet kehittämispäivät"
    assert not source.consume("tämispäivät alkavat")
    assert source.give() == "alkavat"


def test_a_written_hyphen_at_a_line_end_is_not_the_typesetters() -> None:
    assert not Source("Etelä-Savon").consume("Etelä-")


def test_slogans_have_two_spellings() -> None:
    assert spellings("Nokia – virta vie") == ("Nokia – virta vie", "Nokia – VIRTA VIE")
    assert spellings("Yhdessä") == ("Yhdessä", "YHDESSÄ")
