"""Places: found in every form, and what a document is about parted from what it mentions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.gazetteer import joined, load_gazetteer
from indexer.models import NATIONAL, Record, Section, Source, StaffMetadata
from indexer.vocabulary import Vocabularies, load_vocabularies

from .conftest import Catalogue

GAZETTEER = load_gazetteer(load_vocabularies())


def named(text: str, language: str = "fi") -> list[tuple[str, ...]]:
    mentions = GAZETTEER.mentions(joined(text), language)
    return [mention.place.targets for mention in mentions if mention.place.targets]


def municipalities(record: Record) -> set[str]:
    return {assignment.concept for assignment in record.municipalities}


def regions(record: Record) -> set[str]:
    return {assignment.concept for assignment in record.regions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kokeilu alkoi Uudessakaupungissa ja Alavudella.", ["uusikaupunki", "alavus"]),
        ("Joroisissa, Utsjoella ja Pihtiputaalla", ["joroinen", "utsjoki", "pihtipudas"]),
        ("retki VAASASTA LAIHIALLE", ["vaasa", "laihia"]),
        ("Kitee-Liperi-Juuka-ryhmä", ["kitee", "liperi", "juuka"]),
        ("Saarijärvi/Karstula/Keuruu", ["saarijarvi", "karstula", "keuruu"]),
        ("Pohjois- ja Etelä-Karjalan väki", ["pohjois-karjala", "etela-karjala"]),
        ("koko Etelä- Savossa", ["etela-savo"]),
        ("Uudellamaalla sovittiin", ["uusimaa"]),
        ("Nastolan esiopetus", ["lahti"]),
        ("Tammisaaren ja Karjaan ryhmät", ["raasepori", "raasepori"]),
        ("Pielisen Karjalassa kokeiltiin", ["pohjois-karjala"]),
        ("imatralaiset lapset", ["imatra"]),
        ("Päijät-Hämeen hyvinvointialueella", ["paijat-hame"]),
        ("Kemissäkin ja Utsjoellahan", ["kemi", "utsjoki"]),
        ("Haukivuoren ja Kirkkonummen väki", ["mikkeli", "kirkkonummi"]),
        ("Kuusiokunnissa ja Jokilaaksoissa", ["etela-pohjanmaa", "pohjois-pohjanmaa"]),
    ],
)
def test_names_are_found_in_every_form(text: str, expected: list[str]) -> None:
    assert [targets[0] for targets in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daghemmen i Ekenäs och Hangö", ["raasepori", "hanko"]),
        ("Grankullas planer", ["kauniainen"]),
        ("Södra Österbottens kommuner", ["etela-pohjanmaa"]),
        ("Personalen i Kyrkslätt", ["kirkkonummi"]),
    ],
)
def test_swedish_names_are_found(text: str, expected: list[str]) -> None:
    assert [targets[0] for targets in named(text, "sv")] == expected


def test_a_name_within_a_longer_name_is_not_found_twice() -> None:
    assert named("Keski-Suomessa") == [("keski-suomi",)]
    assert named("Pohjois-Suomessa") == [("pohjois-pohjanmaa", "kainuu", "lappi")]


def test_an_area_stands_for_its_municipalities() -> None:
    assert named("pääkaupunkiseudulla") == [("helsinki", "espoo", "vantaa", "kauniainen")]


def test_ordinary_words_are_no_places() -> None:
    assert named("lapsi keräsi kotkan sulkia ja istui koskella") == []


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for mention in GAZETTEER.mentions(text, "fi"):
        assert 0 <= mention.start < mention.end <= len(text)


def test_a_municipality_brings_its_region(catalogue: Catalogue) -> None:
    record = catalogue("Kajaanin päiväkodeissa kokeiltiin uutta päivärytmiä.")
    assert municipalities(record) == {"kajaani"}
    assert regions(record) == {"kainuu"}
    assert record.regions[0].evidence is not None
    assert "Kajaanin" in record.regions[0].evidence.text


def test_the_page_of_the_evidence_is_told(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("", "Tässä on alku.", 1), Section("", "Kitee oli mukana kokeilussa.", 7)
    )
    evidence = record.municipalities[0].evidence
    assert evidence is not None
    assert evidence.page == 7


@pytest.mark.parametrize(
    "mention",
    [
        "Tutkimus tehtiin Tampereen yliopistossa.",
        "Opinnäytetyö, Laurea Järvenpää.",
        "Tuloksista kertoi Aamulehti ja Turun Sanomat.",
        "Julkaisija, 33100 Tampere",
        "5.-6.3. Tampere",
        "Kirjoittajat: Tampereen kaupunki; Turun kaupunki",
        "Teoriaa on kuvattu aiemmin (Salo 2009).",
        "Kävimme syksyllä Tampereella tutustumassa toiseen taloon.",
    ],
)
def test_what_is_only_mentioned_is_not_the_subject(catalogue: Catalogue, mention: str) -> None:
    record = catalogue(
        "Kuhmon päiväkodeissa harjoiteltiin pienryhmiä. Kuhmon varhaiskasvatus jatkaa työtä.\n"
        + mention
    )
    assert municipalities(record) == {"kuhmo"}


def test_a_list_of_sources_says_nothing_of_the_subject(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("", "Nokian päiväkodeissa leikittiin enemmän."),
        Section("Lähteet", "Leikin opas. Helsinki 2003.\nTaitojen kirja. Jyväskylä: Kustantamo."),
    )
    assert municipalities(record) == {"nokia"}


def test_partners_in_a_list_count_with_the_first(catalogue: Catalogue) -> None:
    record = catalogue(
        "Mukana olivat Ylivieska, Nivala, Sievi ja Haapajärvi.",
        "Ylivieskan päiväkodeissa aloitettiin. Ylivieskan kaupunki johti työtä. "
        "Ylivieskassa pidettiin kaikki kokoukset.",
    )
    assert municipalities(record) == {"ylivieska", "nivala", "sievi", "haapajarvi"}


def test_a_surname_is_no_municipality(catalogue: Catalogue) -> None:
    record = catalogue("Suunnittelija Elsa Toivakka koosti aineiston Kemin päiväkodeissa.")
    assert municipalities(record) == {"kemi"}


def test_the_namesake_is_meant_beside_its_successor(catalogue: Catalogue) -> None:
    record = catalogue("Rauman päiväkodeissa ja Lapissa, joka liittyi Raumaan, leikitään ulkona.")
    assert regions(record) == {"satakunta"}
    assert regions(catalogue("Lapissa päiväkodit ovat kaukana toisistaan.")) == {"lappi"}


def test_a_document_of_the_whole_country_is_national(catalogue: Catalogue) -> None:
    record = catalogue(
        "Opetushallitus julkaisi valtakunnalliset suositukset. Esimerkiksi Oulussa, Turussa ja "
        "Kuopiossa niitä on jo kokeiltu.",
        title="Valtakunnalliset suositukset ulkoilusta",
    )
    assert regions(record) == {NATIONAL}
    assert not record.municipalities


def test_a_local_document_stays_local_whoever_pays(catalogue: Catalogue) -> None:
    record = catalogue("Ministeriön rahoittama hanke alkoi Kiteen päiväkodeissa.")
    assert regions(record) == {"pohjois-karjala"}


def test_a_text_without_places_has_none(catalogue: Catalogue) -> None:
    record = catalogue("Metsässä kuultiin käki, ja lapset laskivat kukuntoja.")
    assert record.regions == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.porvoo.fi/kasvatus/kielet/", "porvoo"),
        ("https://peda.net/jamsa/varhaiskasvatus", "jamsa"),
    ],
)
def test_the_address_of_a_municipality_tells_the_place(
    catalogue: Catalogue, url: str, expected: str
) -> None:
    record = catalogue("Ryhmässä opitaan suomea arjessa.", url=url)
    assert municipalities(record) == {expected}


def test_a_long_text_is_not_about_what_it_names_once(catalogue: Catalogue) -> None:
    filler = "Ryhmässä luetaan, lauletaan ja leikitään joka päivä yhdessä. " * 200
    record = catalogue(filler + "Vastaavaa on tehty Kuhmossa. " + filler)
    assert record.municipalities == ()
    assert regions(catalogue("Näin on tehty Kuhmossa.")) == {"kainuu"}


def test_staff_win_and_their_municipality_brings_its_region(catalogue: Catalogue) -> None:
    staff = StaffMetadata(municipalities=("kuopio",))
    record = catalogue("Turun päiväkodeissa kokeiltiin.", staff=staff)
    assert municipalities(record) == {"kuopio"}
    assert [(a.concept, a.score, a.source) for a in record.regions] == [
        ("pohjois-savo", 1.0, Source.STAFF)
    ]


def test_every_municipality_is_found_by_its_name(vocabularies: Vocabularies) -> None:
    for concept in vocabularies["region"].concepts.values():
        if concept.broader:
            found = named(concept.pref_label["fi"] + " ja muut")
            assert (concept.id,) in found, concept.id
