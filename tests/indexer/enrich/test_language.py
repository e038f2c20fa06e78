"""Languages are told apart, in a title as in a page, and section by section."""

from __future__ import annotations

import pytest

from indexer.enrich.language import detect_language
from indexer.models import UNKNOWN, Section, SectionRole, StaffMetadata
from tests.indexer.enrich import short_texts
from tests.indexer.enrich.conftest import Catalogue

SHORT = {
    "fi": short_texts.FINNISH,
    "sv": short_texts.SWEDISH,
    "en": short_texts.ENGLISH,
    "se": short_texts.SAMI,
}
FI = "Lapset rakensivat majan metsään ja kertoivat siitä aikuisille, jotka kirjasivat kuulemansa. "
SV = (
    "Barnen byggde en koja i skogen och berättade om den för de vuxna, som skrev upp det de hörde. "
)
EN = "The children built a hut in the forest and told the adults about it, who wrote it all down. "
SE = "Mánát huksejedje goađi vuovdái ja muitaledje dan birra rávesolbmuide, geat čálle dan bajás. "


@pytest.mark.parametrize("language", SHORT)
def test_short_texts_are_told_apart_or_left_open(language: str) -> None:
    """Single words of no language of their own stay open."""
    told = [detect_language(text).concept for text in SHORT[language]]
    assert len([one for one in told if one not in (language, UNKNOWN)]) <= 1
    assert told.count(UNKNOWN) <= len(told) * 0.15


def test_over_all_short_texts_one_in_a_hundred_is_wrong_at_most() -> None:
    told = [(one, detect_language(text).concept) for one, many in SHORT.items() for text in many]
    wrong = [one for one in told if one[1] not in (one[0], UNKNOWN)]
    assert len(told) > 200
    assert len(wrong) <= len(told) / 100


@pytest.mark.parametrize("language", SHORT)
def test_a_title_of_three_words_is_told(language: str) -> None:
    titles = [text for text in SHORT[language] if len(text.split()) > 2 and len(text) > 15]
    told = [detect_language(text).concept for text in titles]
    assert told.count(language) >= len(titles) * 0.95


@pytest.mark.parametrize("text", short_texts.NONE_OF_THEM)
def test_what_is_in_none_of_the_four_is_unknown(text: str) -> None:
    assert detect_language(text).concept == UNKNOWN


def test_nothing_to_read_is_as_declared() -> None:
    assert detect_language("", "sv-FI").concept == "sv"
    assert detect_language("2021", "xx").concept == UNKNOWN


@pytest.mark.parametrize(("summary", "body", "expected"), [(SV, FI, "fi"), (EN, SV, "sv")])
def test_a_summary_in_front_does_not_decide(
    catalogue: Catalogue, summary: str, body: str, expected: str
) -> None:
    record = catalogue(Section("", summary * 8), Section("1", body * 10), Section("2", body * 10))
    assert record.language.concept == expected
    assert [one.language is None for one in record.sections] == [False, True, True]


@pytest.mark.parametrize(("text", "language"), [(SV, "sv"), (EN, "en"), (SE, "se")])
def test_a_section_in_another_language_has_it(
    catalogue: Catalogue, text: str, language: str
) -> None:
    record = catalogue(FI * 9, Section("Tiivistelmä", FI), Section("Abstract", text))
    assert [one.language for one in record.sections] == [None, None, language]


def test_headings_and_short_sections_go_with_what_surrounds_them(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("Johdanto", FI * 9),
        Section("Sammandrag av rapporten", ""),
        Section("Syfte", SV),
        Section("Nätverk", "Vasa"),
        Section("Resultat", SV),
        Section("Lähteet", "Kajaani 2020."),
        Section("Liite", FI),
    )
    told = [one.language for one in record.sections]
    assert told == [None, "sv", "sv", "sv", "sv", None, None]


def test_what_staff_say_of_the_language_wins(catalogue: Catalogue) -> None:
    record = catalogue(FI * 3, SV * 5, staff=StaffMetadata(language="fi"))
    assert (record.language.concept, record.language.score) == ("fi", 1.0)
    assert [one.language for one in record.sections] == [None, "sv"]


def test_comments_in_another_language_do_not_decide(catalogue: Catalogue) -> None:
    comments = Section("", EN * 9, role=SectionRole.COMMENTS)
    record = catalogue(Section("", FI * 2), comments)
    assert record.language.concept == "fi"
    assert record.sections[1].language == "en"
