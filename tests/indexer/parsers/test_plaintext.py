"""Plain text: title, headings, lines that belong together, and what a site put around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.models import ParsedDocument
from indexer.parsers import parse_file
from indexer.parsers.reasons import LONE_NUMBER, NAVIGATION, PICTURE

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def read(folder: Path, text: str, name: str = "my_notes.txt") -> ParsedDocument:
    path = folder / name
    path.write_text(text)
    return parse_file(path)


def test_short_lines_are_headings_and_the_first_is_the_title(tmp_path: Path) -> None:
    text = "Metsäretkien vuosi\n\nTaustaa\n\nRetkiä tehtiin paljon.\n\nMitä opittiin?\n\nPaljon."
    parsed = read(tmp_path, text)
    assert parsed.title == "Metsäretkien vuosi"
    assert [s.heading for s in parsed.sections] == [
        "Metsäretkien vuosi",
        "Taustaa",
        "Mitä opittiin?",
    ]


def test_lines_of_a_timetable_stay_lines(tmp_path: Path) -> None:
    parsed = read(tmp_path, "Koulutukset\n\n29.-30.8. Lappi\n6.-7.9. Itä-Suomi, Kouvola ja Imatra")
    assert parsed.sections[0].text == "29.-30.8. Lappi\n6.-7.9. Itä-Suomi, Kouvola ja Imatra"


def test_lines_broken_at_a_width_are_joined(tmp_path: Path) -> None:
    wrapped = "\n".join(
        [
            "Tämä kirje on kirjoitettu ohjelmalla, joka katkaisee rivit ennen kuin",
            "ne kasvavat liian pitkiksi, niin että lukija näkee ne kapealla päivä-",
            "kodin näytöllä kokonaan ilman vieritystä ja voi keskittyä lukemiseen,",
            "kuten aina ennenkin.",
        ]
    )
    parsed = read(tmp_path, f"Kirje\n\n{wrapped}")
    assert "\n" not in parsed.sections[0].text
    assert "kapealla päiväkodin näytöllä" in parsed.sections[0].text


def test_bullets_become_items(tmp_path: Path) -> None:
    parsed = read(tmp_path, "Teemat\n\nNe ovat:\n  • leikki\n  • metsä")
    assert parsed.sections[0].text == "Ne ovat:\n\n- leikki\n- metsä"


def test_what_a_site_put_around_is_cut_and_told(tmp_path: Path) -> None:
    text = (
        "Julkaistut blogit -blogiarkisto\n\nTukea kaikille\n\n"
        "pihan leikki.jpgKuvassa lapsia pihalla.\n12.11.2021 10.00\n2\n\nHanke alkoi syksyllä."
    )
    parsed = read(tmp_path, text)
    assert parsed.title == "Tukea kaikille"
    assert [cut.reason for cut in parsed.removed] == [NAVIGATION, PICTURE, LONE_NUMBER]
    assert parsed.sections[0].text == "12.11.2021 10.00\n\nHanke alkoi syksyllä."


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    parsed = read(tmp_path, "Yksi\n\nteksti.\fKaksi\n\nteksti.")
    assert [(s.page, s.heading) for s in parsed.sections] == [(1, "Yksi"), (2, "Kaksi")]


def test_hashes_make_it_markdown(tmp_path: Path) -> None:
    assert read(tmp_path, "# Otsikko\n\n## Toinen\n\nteksti").sections[1].heading == "Toinen"


def test_a_text_without_a_short_line_is_called_by_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, "pitkä lause " * 40).title == "my notes"


@pytest.mark.skipif(not SEEDS.exists(), reason="../shared/seeds is not on this machine")
def test_the_seeds() -> None:
    parsed = {path.name[:3]: parse_file(path) for path in sorted(SEEDS.glob("*.txt"))}
    assert parsed["000"].title == "Loisto – Varhaiskasvatuksen kehittämisverkosto"
    assert parsed["001"].title.startswith("Varhaiskasvatuksen oppimisen tuen hankkeessa")
    assert {s.page for s in parsed["003"].sections} == {1, 2, 3, 4, 5, 6}
    assert parsed["004"].title.endswith("varhaisen tuen kivijalkana")
    assert {s.page for s in parsed["004"].sections} == {None, 1, 2, 3, 4, 5}
    (similar,) = parsed["004"].removed
    assert similar.text.count("\n") >= 93
