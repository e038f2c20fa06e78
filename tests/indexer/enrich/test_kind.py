"""Kinds, languages, slogans and sentences."""

from __future__ import annotations

import pytest

from indexer.enrich.boilerplate import SLOGAN, without_slogans
from indexer.enrich.evidence import LONGEST, evidence
from indexer.enrich.language import detect_language
from indexer.enrich.reading import Part, sentences
from indexer.models import UNKNOWN, Section, SectionRole, Source, StaffMetadata

from .conftest import Catalogue

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Pihaprojektin loppuraportti", "Raportti kuvaa työn.", "report"),
        ("Utredning om daghemsnätet", "Innehåll 1 Inledning", "report"),
        ("Leikin paikat", "Opinnäytetyö, sosiaaliala, kevät 2014", "thesis"),
        ("Päiväkodin varhaiskasvatussuunnitelma", "Hyväksytty 1.2.2018.", "plan"),
        ("Plan för småbarnspedagogik", "Planen gäller alla daghem.", "plan"),
        ("Pihat kuntoon -hanke", "Hankkeen tavoitteena on parempi piha.", "project_page"),
        ("Pienten päiväkotien kehittämisverkosto", "Verkoston tavoitteet.", "network_page"),
        ("Metsäviikko", "Blogi\nTällä viikolla satoi.", "blog"),
        ("Päiväkoti avattiin", "Tiedote\nUusi talo otettiin käyttöön.", "news"),
        ("Sanat ja teot", "Vertaisarvioitu artikkeli\nAsiasanat: kieli", "article"),
        ("Pihan käsikirja", "Näin teet pihasta paremman.", "guide"),
        ("Havainnointilomake", "Täytä yhdessä.", "tool"),
        ("Toimintamalli: perehdytyspari", "Malli on helppo.", "practice_model"),
        ("Kielet", "Ryhmässä opitaan suomea.", "other"),
    ],
)
def test_a_kind_is_told_by_its_signs(
    catalogue: Catalogue, title: str, text: str, expected: str
) -> None:
    record = catalogue(text, title=title)
    assert record.kind.concept == expected
    assert 0 < record.kind.score <= 1


def test_slides_are_a_presentation_whatever_they_are_called(catalogue: Catalogue) -> None:
    assert catalogue("Teksti", title="Loppuraportti", media_type=PPTX).kind.concept == (
        "presentation"
    )
    assert catalogue("Teksti", title="Hanke", layout="slides").kind.concept == "presentation"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.kunta.example/uutinen/piha", "news"),
        ("https://www.kunta.example/blogit/piha", "blog"),
        ("https://piha.blogspot.com/", "blog"),
    ],
)
def test_an_address_tells_the_kind(catalogue: Catalogue, url: str, expected: str) -> None:
    record = catalogue("Hanke alkoi.", title="Hankkeen piha", url=url)
    assert record.kind.concept == expected


def test_staff_win(catalogue: Catalogue) -> None:
    staff = StaffMetadata(kind="plan", language="sv", title="Min plan")
    record = catalogue("Tiedote", staff=staff)
    assert (record.kind.concept, record.kind.source) == ("plan", Source.STAFF)
    assert (record.language.concept, record.title) == ("sv", "Min plan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Päiväkodin pihalla leikittiin", "fi"),
        ("Barnen lekte på daghemmets gård", "sv"),
        ("The children played in the yard", "en"),
        ("Mánát stoagadedje šilljus", "se"),
        ("LAPSET LEIKKIVÄT PIHALLA", "fi"),
    ],
)
def test_short_texts_are_told_apart(text: str, expected: str) -> None:
    assert detect_language(text).concept == expected


def test_too_little_text_is_as_declared_or_unknown() -> None:
    assert detect_language("12.3.", "sv-FI").concept == "sv"
    assert detect_language("12.3.").concept == UNKNOWN


def test_a_slogan_is_cut_once_told_and_listed(catalogue: Catalogue) -> None:
    slides = tuple(
        Section(f"Otsikko {n}", f"- Asia numero {n}\nKITEE KULKEE KOHTI", n) for n in range(1, 5)
    )
    record = catalogue(*slides, layout="slides")
    assert all("KITEE" not in section.text for section in record.sections)
    assert [removed.page for removed in record.removed] == [1, 2, 3, 4]
    assert {removed.reason for removed in record.removed} == {SLOGAN}
    assert [a.concept for a in record.municipalities] == ["kitee"]


def test_a_slogan_in_changing_spellings_is_one() -> None:
    cleaned = without_slogans(
        (Section("", "Aina ASKELEEN Edellä Kitee", 1), Section("", "AINA ASKELEEN EDELLÄ", 9))
    )
    assert len(cleaned.removed) == 2
    assert cleaned.slogans == (("Aina ASKELEEN Edellä Kitee", 1),)


@pytest.mark.parametrize(
    "text", ["- Sama luettelon kohta", "Tämä on virke, joka toistuu.", "Sama otsikkorivi"]
)
def test_what_merely_recurs_stays(text: str) -> None:
    sections = (Section("", text, 1), Section("", text, 2), Section("", "Muuta", 3))
    spread = (*sections, Section("", "Lisää", 4))
    assert without_slogans(spread).sections == spread


def test_sentences_know_their_part() -> None:
    found = list(
        sentences(
            "Otsikko",
            (
                Section("Alku", "Ensimmäinen virke mm. Kiteeltä. Toinen virke.", 3),
                Section("", "Kuulin tästä.", role=SectionRole.COMMENTS),
                Section("Lähteet", "Kirja. Helsinki 2003."),
            ),
        )
    )
    assert [(s.text, s.part, s.page) for s in found] == [
        ("Otsikko", Part.TITLE, None),
        ("Alku", Part.HEADING, 3),
        ("Ensimmäinen virke mm. Kiteeltä.", Part.LEAD, 3),
        ("Toinen virke.", Part.LEAD, 3),
        ("Kuulin tästä.", Part.COMMENTS, None),
        ("Lähteet", Part.HEADING, None),
        ("Kirja.", Part.SOURCES, None),
        ("Helsinki 2003.", Part.SOURCES, None),
    ]


def test_sources_within_a_line_are_parted_from_it() -> None:
    found = list(sentences("", (Section("", "Työ jatkuu. Lähteet: Kirja 2003. Toinen 2004."),)))
    assert [s.part for s in found] == [Part.LEAD, Part.SOURCES]


def test_long_evidence_is_cut_around_the_hit() -> None:
    sentence = "alku " * 100 + "osuma " + "loppu " * 100
    shown = evidence(sentence, 4, sentence.index("osuma")).text
    assert "osuma" in shown
    assert len(shown) < LONGEST + 30
    assert shown.startswith("… ")
    assert shown.endswith(" …")
