"""Who publishes, which projects are named, which children and which form of activity."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich import Enricher, load_enricher
from indexer.errors import VocabularyError
from indexer.models import Named, ParsedDocument, Section, SourceDocument
from indexer.vocabulary import load_vocabularies
from tests.indexer.enrich.conftest import TODAY, Catalogue


def who(named: Named | None) -> tuple[str, str] | None:
    return (named.id, named.name) if named else None


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Lieksan kaupunki, varhaiskasvatus", ("lieksa", "Lieksan kaupunki")),
        ("Jomala kommun", ("jomala", "Jomala kommun")),
        ("City of Espoo", ("espoo", "City of Espoo")),
        ("OPH", ("opetushallitus", "Opetushallitus")),
        (
            "Lieksan kaupunki ja Nurmeksen kaupunki",
            ("lieksan-kaupunki-ja-nurmeksen-kaupunki", "Lieksan kaupunki ja Nurmeksen kaupunki"),
        ),
        ("Kehittäjien kahvila", None),
        ("Varhaiskasvatus", None),
        ("www.lieksa.example", None),
    ],
)
def test_an_author_or_site_is_an_organisation_where_its_name_says_so(
    catalogue: Catalogue, author: str, expected: tuple[str, str] | None
) -> None:
    assert who(catalogue("Lapset leikkivät.", author=author).organisation) == expected


def test_a_site_may_be_called_by_its_town_alone(catalogue: Catalogue) -> None:
    found = catalogue("Lapset leikkivät.", site="Rauma – uutiset").organisation
    assert who(found) == ("rauma", "Rauma")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Julkaisija: Kuntaliitto.", "kuntaliitto"),
        ("Kuhmon kaupunki toimi hallinnointikuntana.", "kuhmo"),
        ("Hanketta hallinnoi Raision kaupunki.", "raisio"),
        ("Opetushallituksen koordinoima verkosto kokoontui kahdesti.", "opetushallitus"),
        ("Kuhmon kaupunki\nPihapolku-opas", "kuhmo"),
    ],
)
def test_the_text_may_say_who_publishes(catalogue: Catalogue, text: str, expected: str) -> None:
    found = catalogue(text).organisation
    assert found is not None
    assert found.id == expected
    assert found.evidence is not None


@pytest.mark.parametrize(
    "text",
    [
        "Kävimme Kuhmon kaupungin päiväkodissa.",
        "Opetushallitus on julkaissut aiheesta oppaan.",
        "Lähteet\nJulkaisija: Kuntaliitto.",
    ],
)
def test_an_organisation_in_passing_does_not_publish(catalogue: Catalogue, text: str) -> None:
    assert catalogue(text).organisation is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Työ kuului Oikeus oppia -ohjelmaan.", ["oikeus-oppia"]),
        ("Kaste-hankkeessa kokeiltiin korttia.", ["kaste"]),
        ("Mukana on Pihan polut -hanke.", ["pihan-polut"]),
        ("Sitä kehitettiin PihaII-hankkeessa.", ["pihaii"]),
        ("Aamun kaste oli nurmella.", []),
        ("Jokaisella lapsella on oikeus oppia.", []),
        ("Kaste kasteli kengät.", []),
        ("Rahoitus tuli ESR-hankkeelta.", []),
        ("Kutsut tehtiin Word-ohjelmalla.", []),
        ("Esitys tehtiin Power Point -ohjelmalla.", []),
        ("Uusi-hanke on alkanut. Tämän vuoden -projekti on ohi.", []),
        ("Kunnan oma hanke jatkuu.", []),
    ],
)
def test_a_project_is_known_by_its_name(
    catalogue: Catalogue, text: str, expected: list[str]
) -> None:
    assert [one.id for one in catalogue(text).projects] == expected


def test_a_project_named_twice_is_surer(catalogue: Catalogue) -> None:
    once = catalogue("Sitä kokeili Pihan polut -hanke.").projects[0]
    twice = catalogue("Sitä kokeili Pihan polut -hanke. Se on Pihan polut -hanke.").projects[0]
    assert once.score < twice.score


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Taaperot pihalla: 1–2-vuotiaiden retket", ["alle-3-vuotiaat"]),
        ("Alle kolmevuotiaiden lepohetki", ["alle-3-vuotiaat"]),
        ("Neljä- ja viisivuotiaat tekevät kartan", ["3-5-vuotiaat"]),
        ("Eskarilaisten oma kirja", ["esiopetusikaiset"]),
        ("Varhaiskasvatus 0–6-vuotiaille", []),
        ("5-vuotias Aava ja kartta", []),
    ],
)
def test_ages_of_many_children_make_a_group(
    catalogue: Catalogue, title: str, expected: list[str]
) -> None:
    assert [one.concept for one in catalogue("Luimme kirjaa.", title=title).age_groups] == expected


def test_one_age_in_passing_is_no_group(catalogue: Catalogue) -> None:
    long = "Lapset rakensivat majan. " * 40
    assert catalogue(long + "Mukana oli myös kolmevuotiaita.").age_groups == ()


def test_two_words_in_passing_are_no_group_in_a_long_document(catalogue: Catalogue) -> None:
    long = "Lapset rakensivat kartan ja kertoivat siitä. " * 100
    text = long + "Joku hoiti vauvaa. " + long + "Vauvaa rauhoiteltiin."
    assert catalogue(text).age_groups == ()
    assert [one.concept for one in catalogue(text + " Vauvat nukkuivat." * 4).age_groups]


def test_an_open_centre_is_no_day_care_centre(catalogue: Catalogue) -> None:
    found = catalogue("Perheet tapaavat avoimessa päiväkodissa. " * 3).activities
    assert [one.concept for one in found] == ["avoin"]


def test_the_form_of_activity_is_what_the_document_speaks_of(catalogue: Catalogue) -> None:
    text = "Perhepäivähoitaja lähtee pihalle. Perhepäivähoidossa on väljää. Ryhmis sulkeutuu."
    record = catalogue(Section("Perhepäivähoito", text), "Päiväkoti on naapurissa.")
    assert [one.concept for one in record.activities] == ["perhepaivahoito"]
    assert record.activities[0].evidence is not None


def test_staff_can_add_a_programme(tmp_path: Path) -> None:
    (tmp_path / "projects.csv").write_text(
        "id;pref_fi;alt_fi\npihatuuli;Pihatuuli;Pihatuulen työ\n", encoding="cp1252"
    )
    enricher = load_enricher(load_vocabularies(tmp_path), TODAY)
    source = SourceDocument("a", "a.txt", Path("a.txt"), "text/plain", "0")
    sections = (Section("", "Kokeilu oli osa Pihatuuli-ohjelmaa."),)
    record = enricher.enrich(source, ParsedDocument("", sections))
    assert [(one.id, one.name) for one in record.projects] == [("pihatuuli", "Pihatuuli")]


@pytest.mark.parametrize("row", ["taaperot;taaperot;yksi;2", "taaperot;taaperot;;"])
def test_an_age_group_without_ages_is_refused_with_what_to_do(tmp_path: Path, row: str) -> None:
    (tmp_path / "age_groups.csv").write_text(f"id;pref_fi;from;to\n{row}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="columns from and to"):
        load_enricher(load_vocabularies(tmp_path), TODAY)


@given(st.text(alphabet="A-a 1.,€hnkeuro\n", max_size=400))
def test_any_text_can_be_read(enricher: Enricher, text: str) -> None:
    """What is found lies in the text that was given."""
    source = SourceDocument("a", "a.txt", Path("a.txt"), "text/plain", "0")
    record = enricher.enrich(source, ParsedDocument("", (Section("", text),)))
    said = " ".join(text.split())
    for project in record.projects:
        assert project.name in said
