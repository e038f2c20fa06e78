"""Themes and networks: by weight of evidence, inflected, in compounds, in three languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich import load_enricher
from indexer.enrich.labels import Label, build_matcher
from indexer.models import (
    ParsedDocument,
    Record,
    Section,
    Source,
    SourceDocument,
    StaffMetadata,
)
from indexer.vocabulary import LANGUAGES, Vocabularies, load_vocabularies

from .conftest import TODAY, Catalogue

FINNISH = build_matcher(
    [
        Label("pedagoginen dokumentointi", "pd"),
        Label("kasvatuskumppanuus", "kk"),
        Label("tunnetaidot", "tt"),
        Label("leikki", "l", 0.3),
        Label("yhteistyö huoltajien kanssa", "kk"),
    ],
    "fi",
)


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.concept, text[hit.start : hit.end]) for hit in FINNISH.hits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lapsiryhmän pedagogista dokumentointia", [("pd", "pedagogista dokumentointia")]),
        ("Pedagogisessa dokumentoinnissakin", [("pd", "Pedagogisessa dokumentoinnissakin")]),
        ("tunnetaitojen harjoittelu", [("tt", "tunnetaitojen")]),
        ("yhteistyötä huoltajien kanssa", [("kk", "yhteistyötä huoltajien kanssa")]),
        ("kasvatuskumppanuuskoulutus", [("kk", "kasvatuskumppanuuskoulutus")]),
        ("pihaleikkejä", [("l", "pihaleikkejä")]),
        ("dokumentointi yksin", []),
        ("leipä ja maito", []),
    ],
)
def test_labels_are_found_inflected_and_in_compounds(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


SWEDISH = build_matcher([Label("förskola", "f"), Label("sång", "s")], "sv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("förskolenätet", ["f"]), ("sånger", ["s"]), ("näktergalssång", [])],
)
def test_swedish_compounds_begin_with_a_linking_vowel(text: str, expected: list[str]) -> None:
    assert [hit.concept for hit in SWEDISH.hits(text)] == expected


def test_a_short_word_is_not_sought_within_others() -> None:
    matcher = build_matcher([Label("tila", "t"), Label("satu", "s")], "fi")
    assert list(matcher.hits("Orimattilan kasatun")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sadutimme ja satuja luettiin", ["Sadutimme"]),
        ("kaverin sadutettu tarina", ["sadutettu"]),
        ("jätteitä kierrätettiin ja jätteiden kierrätys", ["jätteiden kierrätys"]),
    ],
)
def test_a_label_cut_short_stands_for_all_words_that_begin_so(
    text: str, expected: list[str]
) -> None:
    matcher = build_matcher(
        [Label("sadut*", "s"), Label("sadute*", "s"), Label("jätteiden kierrät*", "k")], "fi"
    )
    assert [text[hit.start : hit.end] for hit in matcher.hits(text)] == expected


def test_a_word_that_many_begin_or_end_with_is_not_sought_in_compounds() -> None:
    matcher = build_matcher([Label("portti", "t", in_compounds=False)], "fi")
    assert [hit.label for hit in matcher.hits("Portti ja raportti")] == ["portti"]


def test_a_compound_tells_less_than_the_word() -> None:
    (word,) = FINNISH.hits("kasvatuskumppanuutta")
    (compound,) = FINNISH.hits("kasvatuskumppanuuskurssi")
    assert compound.weight < word.weight


@given(st.text(max_size=120))
def test_hits_lie_within_the_text(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text.lower()) for hit in FINNISH.hits(text))


def themes(record: Record) -> list[str]:
    return [assignment.concept for assignment in record.themes]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Lasten osallisuus arjessa",
            "Päiväkodissa lasten osallisuutta vahvistettiin yhdessä.",
            "osallisuus",
        ),
        (
            "Delaktighet i vardagen",
            "På daghemmet fick barnen mer delaktighet.",
            "osallisuus",
        ),
        (
            "Outdoor education all winter",
            "The children of the centre had outdoor education every week.",
            "luonto-ja-ymparistokasvatus",
        ),
        (
            "Kodin ja päiväkodin työ",
            "Päivähoidossa kasvatuskumppanuuskoulutus jatkui, ja kasku-ohjaus alkoi.",
            "kasvatuskumppanuus",
        ),
        (
            "Tietoverkkojen käyttö",
            "Päivähoidon henkilöstön ATK-osaaminen kartoitettiin ja tietoverkkoa laajennettiin.",
            "digitaalisuus",
        ),
    ],
)
def test_a_theme_is_told_by_its_words(
    catalogue: Catalogue, title: str, text: str, expected: str
) -> None:
    record = catalogue(text, title=title)
    assert themes(record)[0] == expected
    assert record.themes[0].evidence is not None


def test_a_narrower_theme_brings_its_broader_one(catalogue: Catalogue) -> None:
    record = catalogue(
        "Lapset ja aikuiset sopivat, miten kiusaamista ehkäistään. Kiusaaminen väheni.",
        title="Kiusaamisen ehkäisyä päiväkodissa",
    )
    assert themes(record)[:2] == ["tunne-ja-vuorovaikutustaidot", "kiusaamisen-ehkaisy"]


def test_one_common_word_in_a_long_text_is_no_theme(catalogue: Catalogue) -> None:
    filler = "Päiväkodin väki kokoontui keskiviikkoisin ja sopi seuraavan viikon asioista. " * 12
    assert "leikki" not in themes(catalogue(filler + "Lopuksi oli leikki."))


def test_a_long_list_of_themes_tells_little_of_each(catalogue: Catalogue) -> None:
    filler = "Päiväkodin väki kokoontui keskiviikkoisin ja sopi seuraavan viikon asioista. " * 12
    listed = (
        "Muualla puhuttiin katsomuskasvatuksesta, ruokakasvatuksesta, mediakasvatuksesta ja "
        "inkluusiosta. "
    )
    assert themes(catalogue(filler + listed)) == []


def test_a_text_that_is_not_of_the_field_has_no_themes(catalogue: Catalogue) -> None:
    text = "Raitiotien turvallisuutta ja laatua arvioitiin. Turvallisuus parani."
    assert themes(catalogue(text, title="Turvallisuus ja laatu raitiotiellä")) == []


def test_never_more_than_a_cataloguer_would_give(
    catalogue: Catalogue, vocabularies: Vocabularies
) -> None:
    labels = [c.pref_label["fi"] for c in vocabularies["theme"].concepts.values()]
    record = catalogue("\n".join(f"Lasten {label}" for label in labels))
    broad = [t for t in themes(record) if vocabularies["theme"].parent(t) is None]
    assert 1 <= len(broad) <= 5


def test_staff_win_and_a_narrower_theme_of_theirs_brings_its_broader(
    catalogue: Catalogue,
) -> None:
    record = catalogue("Lasten osallisuus", staff=StaffMetadata(themes=("kielikylpy",)))
    assert themes(record) == ["kielitietoisuus", "kielikylpy"]
    assert {assignment.source for assignment in record.themes} == {Source.STAFF}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_found_in_its_own_language(
    vocabularies: Vocabularies, language: str
) -> None:
    concepts = vocabularies["theme"].concepts.values()
    matcher = build_matcher([Label(c.pref_label[language], c.id) for c in concepts], language)
    for concept in concepts:
        hits = {hit.concept for hit in matcher.hits(concept.pref_label[language])}
        assert concept.id in hits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loisto-verkoston tapaaminen pidettiin.", ["loisto"]),
        ("Kehittämisverkosto Loiston teemat valittiin.", ["loisto"]),
        ("Nätverket Tindra möttes.", ["loisto"]),
        ("Kokkolan Loisto-verkosto kokoontui.", ["loisto-kokkola", "loisto"]),
        ("Auringon loisto häikäisi verkoston väen.", []),
        ("Kokkolassa kokoonnuttiin.", []),
    ],
)
def test_a_network_is_recorded_where_the_text_names_it(
    catalogue: Catalogue, text: str, expected: list[str]
) -> None:
    assert [a.concept for a in catalogue(text).networks] == expected


def test_what_headings_say_weighs_more(catalogue: Catalogue) -> None:
    filler = "Päiväkodin väki kokoontui keskiviikkoisin ja sopi seuraavan viikon asioista. " * 24
    said = catalogue(Section("", filler + "Ruokakasvatus mainittiin."))
    headed = catalogue(Section("Ruokakasvatus", filler))
    assert not said.themes
    assert themes(headed) == ["ruokakasvatus"]


def test_where_a_file_lies_does_not_lengthen_its_text(catalogue: Catalogue) -> None:
    text = "Päiväkodissa vahvistettiin lasten osallisuutta. " + "Aamulla ulkoiltiin. " * 9
    near, far = (catalogue(text, path=path) for path in ("a.txt", "b/c/d/e/f/g/h/i/j/a.txt"))
    assert [theme.score for theme in near.themes] == [theme.score for theme in far.themes] != []


OWN = (
    {"id": "hämäräretki", "pref_fi": "hämäräretki", "alt_fi": "yöretki; iltaretki"},
    {"id": "tuikku", "pref_fi": "tuikku", "alt_fi": "taskulamppuretki", "broader": "hämäräretki"},
)


def as_a_spreadsheet_writes(rows: Iterable[Mapping[str, str]], columns: Iterable[str]) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(columns), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_a_concept_that_staff_add_is_found_from_then_on(tmp_path: Path, encoding: str) -> None:
    rows = load_vocabularies().rows("themes.csv")
    text = as_a_spreadsheet_writes((*rows, *OWN), rows[0])
    (tmp_path / "themes.csv").write_bytes(text.encode(encoding))
    vocabularies = load_vocabularies(tmp_path)
    assert vocabularies.digest != load_vocabularies().digest
    enricher = load_enricher(vocabularies, TODAY)
    told = "Päiväkodin yöretkellä nähtiin pöllö. Taskulamppuretkelle lähdettiin kahdesti."
    source = SourceDocument("a", "a.txt", Path("a.txt"), "text/plain", "0", StaffMetadata())
    record = enricher.enrich(source, ParsedDocument("Pöllöt", (Section("", told),)))
    assert themes(record) == ["hämäräretki", "tuikku"]
    (broader, _) = record.themes
    assert broader.evidence is not None
    assert "yöretkellä" in broader.evidence.text


def test_two_words_for_a_theme_do_what_one_common_word_said_twice_does_not(
    catalogue: Catalogue,
) -> None:
    filler = "Päiväkodin väki kokoontui keskiviikkoisin ja sopi seuraavan viikon asioista. " * 9
    one = catalogue("Luonto kiinnosti. Luonto oli lähellä. " + filler)
    two = catalogue("Luonto kiinnosti, ja metsäretki tehtiin. " + filler)
    assert not themes(one)
    assert themes(two) == ["luonto-ja-ymparistokasvatus"]


def test_a_theme_said_beside_the_main_one_is_none(catalogue: Catalogue) -> None:
    leading = "Kielitietoisuus, monikielisyys ja kielikasvatus näkyvät päiväkodissa. " * 4
    beside = "Ruokalista uusittiin. "
    title = "Kielitietoisuus ja kielikasvatus"
    assert themes(catalogue(leading + beside, title=title)) == ["kielitietoisuus"]


def test_words_of_themes_are_of_known_themes_and_languages(vocabularies: Vocabularies) -> None:
    for row in vocabularies.rows("theme_words.csv"):
        assert row["theme"] in vocabularies["theme"].concepts
        assert row["language"] in LANGUAGES
        telling, supporting = (set(row[k].split(";")) for k in ("telling", "supporting"))
        assert not (telling & supporting) - {""}, row["theme"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Uskonto- ja katsomuskasvatus", "Eri katsomuksia kunnioitetaan.", ["katsomuskasvatus"]),
        ("Päivähoidon toimintatapoja", "Johtaja vei huoltajat eteiseen, ja perheet odottivat.", []),
        ("Neuvola", "Neuvola ja perhekeskus auttavat lapsiperheitä. Työ on verkostotyötä.", []),
        ("Päiväkodin loma", "Päiväkoti on suljettu heinäkuussa, ja tiloissa remontoidaan.", []),
    ],
)
def test_common_words_of_the_field_are_no_themes(
    catalogue: Catalogue, title: str, text: str, expected: list[str]
) -> None:
    assert themes(catalogue(text, title=title)) == expected


NETWORKING = "Kehittämisverkosto, yhteistyöverkosto ja alueverkosto kokoontuivat päiväkodilla. "


def themes_beside_networks(catalogue: Catalogue, *said: str | Section) -> set[str]:
    """The themes of a page on which little is said beside networks."""
    filler = "Ryhmät sopivat seuraavan viikon asioista. " * 18
    page = (Section("", NETWORKING * 4 + filler), *said)
    return set(themes(catalogue(*page, title="Kehittämisverkosto"))) - {"verkostoyhteistyo"}


@pytest.mark.parametrize(
    "aim",
    [
        "Työn tavoitteena on inkluusion vahvistaminen kunnissa vuosien aikana.",
        Section("2 Hankkeen tavoitteet", "Kunnissa vahvistetaan inkluusiota vuosien aikana."),
    ],
)
def test_a_theme_that_is_the_aim_is_given_beside_a_weightier_one(
    catalogue: Catalogue, aim: str | Section
) -> None:
    assert themes_beside_networks(catalogue, aim) == {"inkluusio"}


@pytest.mark.parametrize(
    "said",
    [
        "Kunnissa puhuttiin myös inkluusiosta muutaman vuoden aikana.",
        Section("Taustaa", "Kunnissa on vahvistettu inkluusiota muutaman vuoden aikana."),
        "Tavoitteena on myös johtaminen kunnissa muutaman vuoden aikana.",
    ],
)
def test_what_is_only_said_beside_a_weightier_theme_is_none(
    catalogue: Catalogue, said: str | Section
) -> None:
    assert themes_beside_networks(catalogue, said) == set()


def test_topics_that_a_text_lists_are_its_themes(catalogue: Catalogue) -> None:
    said = "Kunnissa luettiin varhaiskasvatussuunnitelmia ja puhuttiin johtamisesta keväällä. "
    topics = Section("", said + "\n• Inkluusio (2031)\n• Lapsen vasu (2032)\n• Johtaminen (2033)")
    assert themes_beside_networks(catalogue, said) == set()
    assert themes_beside_networks(catalogue, topics) == {"inkluusio", "vasu"}


@pytest.mark.parametrize(("said", "is_theme"), [("Syftet är", True), ("Det svåra var", False)])
def test_an_aim_is_known_in_swedish(catalogue: Catalogue, said: str, is_theme: bool) -> None:
    filler = "Daghemmens utvecklingsnätverk och samarbetsnätverk möttes under våren. " * 10
    text = f"{filler}{said} att stärka inklusion i kommunerna."
    found = themes(catalogue(text, title="Utvecklingsnätverk för daghem"))
    assert ("inkluusio" in found) is is_theme


@pytest.mark.parametrize(("again", "expected"), [("", set()), ("Inkluusio eteni.", {"inkluusio"})])
def test_an_aim_of_a_long_text_is_a_theme_if_the_text_comes_back_to_it(
    catalogue: Catalogue, again: str, expected: set[str]
) -> None:
    aim = "Tavoitteena on inkluusion vahvistaminen kunnissa vuosien aikana. "
    rest = "Ryhmät sopivat seuraavan viikon asioista. " * 30
    assert themes_beside_networks(catalogue, aim + rest + again) == expected
