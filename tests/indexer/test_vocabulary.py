"""The vocabularies that ship, and what happens to those that staff have edited."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from indexer.errors import VocabularyError
from indexer.models import NATIONAL, UNKNOWN
from indexer.vocabulary import LANGUAGES, PACKAGED, Vocabularies, load_vocabularies, read_rows

THEMES = """vasu, osallisuus, pedagoginen dokumentointi, oppimisen tuki, inkluusio,
varhaiserityiskasvatus, kasvatuskumppanuus, hyvinvointi, työhyvinvointi, johtaminen, leikki,
tasa-arvo ja yhdenvertaisuus, katsomuskasvatus, kielitietoisuus, monikulttuurisuus,
digitaalisuus, liikunta, luonto ja ympäristökasvatus, ruokakasvatus, taide ja kulttuuri,
esiopetus, perhepäivähoito, arviointi ja laatu, osaamisen kehittäminen, verkostoyhteistyö,
tunne- ja vuorovaikutustaidot, turvallisuus, oppimisympäristö, siirtymät, varhainen tuki"""

KINDS = "blog report presentation project_page network_page plan thesis news article other"


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies()


def own_vocabulary(tmp_path: Path, name: str, data: bytes) -> Vocabularies:
    (tmp_path / name).write_bytes(data)
    return load_vocabularies(tmp_path)


def top(vocabularies: Vocabularies, facet: str) -> list[str]:
    return [c.id for c in vocabularies[facet].concepts.values() if c.broader is None]


def test_regions_are_the_nineteen_and_the_whole_country(vocabularies: Vocabularies) -> None:
    regions = top(vocabularies, "region")
    assert len(regions) == 20
    assert NATIONAL in regions


def test_every_municipality_lies_in_a_region(vocabularies: Vocabularies) -> None:
    scheme = vocabularies["region"]
    municipalities = [c for c in scheme.concepts.values() if c.broader is not None]
    assert len(municipalities) == 308
    assert {c.broader for c in municipalities} == set(top(vocabularies, "region")) - {NATIONAL}
    assert scheme.parent("kajaani") == "kainuu"
    assert scheme.label("raasepori", "sv") == "Raseborg"


def test_the_thirty_themes_have_the_labels_of_the_contract(vocabularies: Vocabularies) -> None:
    labels = [vocabularies.label("theme", t, "fi") for t in top(vocabularies, "theme")]
    assert sorted(labels) == sorted(t.strip() for t in THEMES.split(","))


def test_a_label_is_found_however_it_is_encoded(vocabularies: Vocabularies) -> None:
    typed = unicodedata.normalize("NFD", " päijät-HÄME ")
    assert vocabularies["region"].find(typed) == "paijat-hame"


def test_there_are_at_least_ten_narrower_themes(vocabularies: Vocabularies) -> None:
    narrower = [c for c in vocabularies["theme"].concepts.values() if c.broader]
    assert len(narrower) >= 10


def test_overlapping_themes_say_what_parts_them(vocabularies: Vocabularies) -> None:
    for theme in ("oppimisen-tuki", "varhainen-tuki", "varhaiserityiskasvatus", "inkluusio"):
        assert vocabularies["theme"].concepts[theme].scope_note


def test_no_label_belongs_to_two_themes(vocabularies: Vocabularies) -> None:
    owner: dict[tuple[str, str], str] = {}
    for concept in vocabularies["theme"].concepts.values():
        for language in LANGUAGES:
            labels = {*concept.alt_labels[language], concept.pref_label[language]}
            for label in {label.casefold() for label in labels}:
                assert owner.setdefault((language, label), concept.id) == concept.id


def test_kinds_are_the_ten_and_three_narrower(vocabularies: Vocabularies) -> None:
    assert top(vocabularies, "kind") == KINDS.split()
    narrower = {c.id for c in vocabularies["kind"].concepts.values() if c.broader}
    assert narrower == {"guide", "tool", "practice_model"}


def test_loisto_has_twelve_areas(vocabularies: Vocabularies) -> None:
    networks = vocabularies["network"].concepts.values()
    assert sum(c.broader == "loisto" for c in networks) == 12


@pytest.mark.parametrize("facet", ["region", "theme", "kind", "lang", "network"])
def test_every_concept_has_a_label_in_each_language(vocabularies: Vocabularies, facet: str) -> None:
    for concept in vocabularies[facet].concepts.values():
        assert set(concept.pref_label) == set(LANGUAGES), concept.id


def test_place_names_lead_to_concepts_that_exist(vocabularies: Vocabularies) -> None:
    regions = vocabularies["region"].concepts
    for row in vocabularies.rows("place_names.csv"):
        targets = [target for target in row["target"].split(";") if target]
        assert set(targets) <= set(regions), row["name"]


@pytest.mark.parametrize("facet", ["region", "theme", "year", "kind", "lang", "network"])
def test_unknown_has_a_label_in_every_facet(vocabularies: Vocabularies, facet: str) -> None:
    labels = [vocabularies.label(facet, UNKNOWN, language) for language in LANGUAGES]
    assert labels == ["Ei tiedossa", "Inte känt", "Not known"]


def test_a_concept_is_found_by_id_and_by_any_label(vocabularies: Vocabularies) -> None:
    themes = vocabularies["theme"]
    for name in ("kiusaamisen-ehkaisy", "Kiusaamisen ehkäisy", "mobbning", "bullying"):
        assert themes.find(name) == "kiusaamisen-ehkaisy"
    assert themes.find("Ei tiedossa") == UNKNOWN
    assert themes.find("ei mitään tällaista") is None


def test_a_spreadsheet_may_write_semicolons_a_byte_order_mark_or_cp1252(tmp_path: Path) -> None:
    text = 'id;pref_fi;alt_fi\npiha;Piha;"leikkipiha;ulkopiha"\npaiva;Päivä;\n;;\n'
    for encoded in (text.encode("utf-8-sig"), text.encode("cp1252")):
        themes = own_vocabulary(tmp_path, "themes.csv", encoded)["theme"]
        assert list(themes.concepts) == ["piha", "paiva"]
        assert themes.concepts["piha"].alt_labels["fi"] == ("leikkipiha", "ulkopiha")
        assert themes.label("paiva", "sv") == "Päivä"


def test_an_edited_vocabulary_changes_the_digest(tmp_path: Path) -> None:
    own = own_vocabulary(tmp_path, "themes.csv", b"id,pref_fi\nuusi,uusi\n")
    assert own.digest != load_vocabularies().digest


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"id,pref_fi\na,A\na,B\n", "twice"),
        (b"id,pref_fi,broader\na,A,b\n", "does not exist"),
        (b"id,pref_fi,broader\na,A,b\nb,B,a\n", "circle"),
        (b"id,pref_fi\na,\n", "lacks"),
        (b"id\na\n", "missing"),
        (b"id,pref_fi\na,b,c\n", "more cells"),
    ],
)
def test_a_broken_vocabulary_says_what_to_mend(tmp_path: Path, data: bytes, complaint: str) -> None:
    with pytest.raises(VocabularyError, match=complaint):
        own_vocabulary(tmp_path, "themes.csv", data)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"none\.csv cannot be read"):
        read_rows(tmp_path / "none.csv")


def test_weak_labels_are_labels_of_their_concept() -> None:
    for row in read_rows(PACKAGED / "themes.csv"):
        cells = [row[f"{kind}_{code}"] for kind in ("pref", "alt") for code in LANGUAGES]
        labels = {label for cell in cells for label in cell.split(";")}
        assert {label for label in row["weak"].split(";") if label} <= labels, row["id"]


def test_a_change_of_norms_has_its_day_a_label_and_a_note(vocabularies: Vocabularies) -> None:
    changes = vocabularies["norm_change"]
    for change in changes.concepts.values():
        assert change.date is not None
        assert all(change.pref_label.get(code) and change.notes.get(code) for code in LANGUAGES)
    assert "1.8.2022" in changes.note("vasu-2022", "sv")


def test_a_note_falls_back_on_finnish(tmp_path: Path) -> None:
    data = "id;date;pref_fi;note_fi;note_sv;themes\nlaki;2030-01-01;Laki;Laki muuttui.;;vasu\n"
    scheme = own_vocabulary(tmp_path, "norm_changes.csv", data.encode())["norm_change"]
    assert (scheme.note("laki", "sv"), scheme.note("other", "fi")) == ("Laki muuttui.", "")


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    data = b"id;date;pref_fi;themes\nlaki;1.8.2022;Laki;vasu\n"
    with pytest.raises(VocabularyError, match="Write it as 2022-08-01"):
        own_vocabulary(tmp_path, "norm_changes.csv", data)
