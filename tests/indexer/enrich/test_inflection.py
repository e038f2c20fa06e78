"""Finnish inflection: forms as people write them, checked against Voikko where it is there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indexer.enrich.inflection import bare, forms, inhabitants, paradigm
from indexer.vocabulary import load_vocabularies

CASES = ("genitive", "inessive", "illative", "adessive", "partitive", "essive", "translative")


@pytest.mark.parametrize(
    ("nominative", "genitive", "expected"),
    [
        ("kuopio", "", "kuopion kuopiossa kuopioon kuopiota kuopiolle"),
        ("helsinki", "", "helsingin helsingissä helsinkiin helsinkiä helsingistä"),
        ("turku", "", "turun turussa turkuun turkua"),
        ("vihti", "", "vihdin vihdissä vihtiin"),
        ("hanko", "", "hangon hangossa hankoon"),
        ("outokumpu", "", "outokummun outokummussa outokumpuun"),
        ("harjavalta", "", "harjavallan harjavaltaan"),
        ("orivesi", "", "oriveden orivedellä oriveteen orivettä"),
        ("utsjoki", "", "utsjoen utsjoella utsjoelle utsjokea utsjokeen"),
        ("kontiolahti", "", "kontiolahden kontiolahdella kontiolahteen"),
        ("rovaniemi", "", "rovaniemen rovaniemellä rovaniemelle"),
        ("joensuu", "", "joensuun joensuussa joensuuhun joensuuta"),
        ("järvenpää", "", "järvenpään järvenpäässä järvenpäähän"),
        ("kuusamo", "", "kuusamon kuusamoon"),
        ("nurmes", "", "nurmeksen nurmeksessa nurmekseen nurmesta"),
        ("kempele", "", "kempeleen kempeleellä kempeleeseen kempelettä"),
        ("kaustinen", "", "kaustisen kaustisella kaustiseen kaustista"),
        ("joroinen", "joroisten", "joroisten joroisissa joroisiin joroisia"),
        ("alavus", "alavuden", "alavuden alavudella alavuteen alavutta"),
        ("pihtipudas", "pihtiputaan", "pihtiputaan pihtiputaalla pihtiputaalle pihtiputaaseen"),
        ("punkalaidun", "punkalaitumen", "punkalaitumen punkalaitumella"),
        ("uusikaupunki", "uudenkaupungin", "uudenkaupungin uudessakaupungissa uuteenkaupunkiin"),
        ("uusimaa", "uudenmaan", "uudenmaan uudellamaalla uudellemaalle uuttamaata"),
        ("pohjois-savo", "", "pohjois-savon pohjois-savossa pohjois-savoon"),
        ("keski-suomi", "", "keski-suomen keski-suomessa keski-suomeen"),
        ("osallisuus", "", "osallisuuden osallisuutta osallisuudessa osallisuuteen"),
        ("kasvatus", "", "kasvatuksen kasvatusta kasvatuksessa kasvatukseen"),
        ("leikki", "", "leikin leikkiä leikissä leikkejä leikeissä leikkien"),
        ("verkosto", "", "verkoston verkostoja verkostoissa verkostojen verkostot"),
        ("päiväkoti", "", "päiväkodin päiväkoteja päiväkodeissa päiväkotien päiväkotiin"),
        ("hanke", "", "hankkeen hankkeessa hanketta hankkeita hankkeissa"),
        ("lapsi", "", "lapsen lapsia lasta lapset lapsilla"),
        ("tunnetaidot", "", "tunnetaitoja tunnetaitojen tunnetaidoissa tunnetaitoihin"),
        ("tukitoimet", "", "tukitoimia tukitoimien tukitoimiin tukitoimilla"),
    ],
)
def test_forms_hold_what_people_write(nominative: str, genitive: str, expected: str) -> None:
    assert set(expected.split()) <= forms(nominative, genitive)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("kemi", "kemiläinen kemiläistä kemiläisiä"),
        ("järvenpää", "järvenpääläisissä järvenpääläisten"),
        ("turku", "turkulaisilla turkulaiset"),
        ("lahti", "lahtelaiset lahtelaisille"),
        ("seinäjoki", "seinäjokisten seinäjokelaisten"),
    ],
)
def test_inhabitants_are_derived(place: str, expected: str) -> None:
    assert set(expected.split()) <= inhabitants(place)


def test_the_last_of_several_words_is_inflected() -> None:
    assert "pielisen karjalassa" in forms("pielisen karjala")


def test_enclitics_and_possessives_come_off() -> None:
    assert "osallisuuden" in bare("osallisuudenkin")
    assert "taitojen" in bare("taitojensa")


def names() -> Iterator[tuple[str, str]]:
    vocabularies = load_vocabularies()
    stems = {row["name"]: row["genitive"] for row in vocabularies.rows("place_names.csv")}
    for concept in vocabularies["region"].concepts.values():
        name = concept.pref_label["fi"]
        if " " not in name:
            yield name.lower(), stems.get(name, "").lower()


def test_voikko_reads_the_forms_back_as_the_name() -> None:
    voikko = pytest.importorskip("pyvoikko", reason="the voikko extra is not installed")

    def bases(word: str) -> set[str]:
        return {analysis.BASEFORM.lower() for analysis in voikko.analyse(word)}

    wrong = []
    for name, genitive in names():
        if name not in bases(name):
            continue
        cases = paradigm(name.rpartition("-")[2], genitive.rpartition("-")[2])
        head = name[: name.rfind("-") + 1]
        for case in CASES:
            found = cases.get(case) or cases[case + "s"]
            if not any(name in bases(head + form) for form in found):
                wrong.append((name, case, found))
    assert not wrong
