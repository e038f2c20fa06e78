"""Text to terms, the same for documents and for queries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.analyzer import Analyzer, load_analyzer
from indexer.analysis.text import normalise
from indexer.errors import VocabularyError

ANALYZER = load_analyzer()


def stems(text: str, language: str) -> list[str | None]:
    return [term.stem for term in ANALYZER.terms(text, language)]


@pytest.mark.parametrize(
    ("forms", "language"),
    [
        ("Kainuu Kainuun Kainuussa Kainuusta", "fi"),
        ("päiväkoti päiväkodissa päiväkodeissa päiväkodin", "fi"),
        ("kiusaaminen kiusaamisen kiusaamista kiusaamiseen", "fi"),
        ("osallisuus osallisuuden osallisuutta osallisuuteen osallisuudesta", "fi"),
        ("kasvatus kasvatuksen kasvatusta kasvatuksessa", "fi"),
        ("kaupunki kaupungin kaupungissa", "fi"),
        ("delaktighet delaktigheten delaktighetens", "sv"),
        ("participating participated", "en"),
    ],
)
def test_inflected_forms_meet_in_one_stem(forms: str, language: str) -> None:
    assert len(set(stems(forms, language))) == 1


def test_stop_words_have_no_stem_and_are_found_before_stemming() -> None:
    terms = list(ANALYZER.terms("kunta ja kun", "fi"))
    assert [term.stem is None for term in terms] == [False, True, True]
    assert terms[0].stem == "fi:kun"


def test_a_language_without_an_analyser_keeps_words_as_they_are() -> None:
    assert stems("Mánáidgárdi", "se") == [":mánáidgárdi"]
    assert ":mánáidgárdi" in ANALYZER.stems("mánáidgárdi", "fi")


def test_a_query_word_is_read_in_the_interface_language_first() -> None:
    assert ANALYZER.stems("lekar", "sv")[0] == "sv:lek"
    assert "sv:lek" in ANALYZER.stems("lekar", "fi")
    assert ANALYZER.stems("ja", "fi") == ()


def test_a_reading_in_one_language_meets_no_word_of_another() -> None:
    """In Finnish ``barn`` is ``bar-``, which in Swedish is ``bara``."""
    assert stems("bara", "sv") == ["sv:bar"]
    assert "fi:bar" in ANALYZER.stems("barn", "sv")
    assert "sv:bar" not in ANALYZER.stems("barn", "sv")


def test_a_word_as_it_is_may_be_the_stem_of_another_form() -> None:
    assert stems("union unionia", "fi") == ["fi:unio", "fi:union"]
    assert {"fi:unio", "fi:union"} <= set(ANALYZER.stems("union", "fi"))


@given(st.text(), st.sampled_from(["fi", "sv", "en", "se"]))
def test_a_document_is_always_met_by_each_of_its_own_words(text: str, language: str) -> None:
    for term in ANALYZER.terms(normalise(text), language):
        if term.stem is not None:
            assert term.stem in ANALYZER.stems(term.surface, language)


def test_many_threads_get_the_answers_of_one() -> None:
    words = [f"päiväkod{ending}{n}" for n in range(200) for ending in ("in", "issa", "eista")]
    alone = [stems(word, "fi") for word in words]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda word: stems(word, "fi"), words)) == alone


def test_the_fingerprint_follows_the_stop_words() -> None:
    other = Analyzer({**ANALYZER.stopwords, "fi": ANALYZER.stopwords["fi"] | {"kokeiluko"}})
    assert other.fingerprint != ANALYZER.fingerprint
    assert load_analyzer().fingerprint == ANALYZER.fingerprint


def test_own_stop_words_replace_those_that_ship_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "fi.txt").write_text("# omat\nPäiväkoti  # usein\n\n", "utf-8")
    own = load_analyzer(tmp_path)
    assert own.stopwords["fi"] == {"päiväkoti"}
    assert own.stopwords["sv"] == ANALYZER.stopwords["sv"]


def test_unreadable_stop_words_say_which_file_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "fi.txt").write_bytes("pää".encode("cp1252"))
    with pytest.raises(VocabularyError, match=r"fi\.txt.*UTF-8"):
        load_analyzer(tmp_path)
