"""The parts of a practice: by heading or opening sentence, in three languages, with the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.headings import build_heading_matcher
from indexer.enrich.practice import LONGEST, shortened
from indexer.models import Record, Section, SectionRole
from tests.indexer.enrich.conftest import Catalogue

TEXT = "Pihalle tehtiin kolme polkua, ja jokainen ryhmä sai niistä yhden."


def parts(record: Record) -> list[tuple[str, str, int | None]]:
    return [(part.part, part.heading, part.page) for part in record.practice.parts]


def sole(catalogue: Catalogue, heading: str, **properties: str) -> str | None:
    found = catalogue(Section(heading, TEXT), **properties).practice.parts
    return found[0].part if found else None


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Taustaa", "tausta"),
        ("1 Lähtökohdat", "tausta"),
        ("Hankkeen tavoitteet", "tavoitteet"),
        ("4 Tutkimuksen toteutus", "toteutus"),
        ("Mikä on kokeilun tavoite?", "tavoitteet"),
        ("2.1 Tavoitteita ja toiveita", "tavoitteet"),
        ("TOTEUTUS", "toteutus"),
        ("Mitä teimme keväällä", "toteutus"),
        ("Toimijat ja työnjako", "toimijat"),
        ("Tulokset: lapset", "tulokset"),
        ("Vaikutuksia", "tulokset"),
        ("Määrärahat", "resurssit"),
        ("Mitä opimme", "opit"),
        ("Toimintamallin kuvaus", "toteutus"),
        ("Mitä tarvitaan?", "resurssit"),
        ("Hyvät käytännöt", "opit"),
    ],
)
def test_a_heading_says_what_part_it_opens(catalogue: Catalogue, heading: str, part: str) -> None:
    assert sole(catalogue, heading) == part


@pytest.mark.parametrize(
    ("language", "heading", "part"),
    [
        ("sv", "Bakgrund", "tausta"),
        ("sv", "Projektets syfte", "tavoitteet"),
        ("sv", "3. Genomförande", "toteutus"),
        ("sv", "Lärdomar", "opit"),
        ("en", "Aims of the project", "tavoitteet"),
        ("en", "Results so far", "tulokset"),
        ("en", "What we learned", "opit"),
    ],
)
def test_headings_are_known_in_each_language(
    catalogue: Catalogue, language: str, heading: str, part: str
) -> None:
    said = {
        "sv": "Barnen i daghemmet byggde en stig på gården och valde själva vägen.",
        "en": "The children of the centre built a path and chose the way themselves.",
    }
    record = catalogue(Section(heading, said[language] * 3), language=language)
    assert [part.part for part in record.practice.parts] == [part]


@pytest.mark.parametrize(
    "heading",
    [
        "Taustalla",
        "Taustatiedot",
        "Lapsen tavoitteet",
        "Retken kulku",
        "Yhteistyön vaikeudet",
        "Tavoitteeton kävely pihalla",
        "Metsä",
    ],
)
def test_a_word_like_a_label_is_no_part(catalogue: Catalogue, heading: str) -> None:
    assert sole(catalogue, heading) is None


def test_parts_come_in_the_order_of_the_card_with_their_pages(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("Tulokset", "Riidat vähenivät.", 7),
        Section("Tausta", "Pihalla oli ahdasta.", 2),
        Section("Tavoite", "Lapsi löytää leikin.", 3),
    )
    assert parts(record) == [
        ("tausta", "Tausta", 2),
        ("tavoitteet", "Tavoite", 3),
        ("tulokset", "Tulokset", 7),
    ]


def test_a_bare_chapter_has_the_text_of_what_it_consists_of(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("3 Tulokset", "", 5),
        Section("3.1 Pihalla", "Riidat vähenivät.", 5),
        Section("3.2 Sisällä", "Ääni laski.", 6),
        Section("4 Lopuksi", "Kiitos kaikille.", 7),
    )
    assert [part.text for part in record.practice.parts] == ["Riidat vähenivät.\nÄäni laski."]


def test_what_one_case_tells_gives_way_to_the_chapter_of_the_whole(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("Mikä oli vaikeaa", "Yhdessä talossa puuttui tila.", 4),
        Section("6 Mikä oli vaikeaa", "Kaikissa taloissa puuttui aikaa.", 9),
    )
    assert parts(record) == [("opit", "6 Mikä oli vaikeaa", 9)]


def test_appendices_notes_and_comments_state_no_part(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("Tavoitteet", "Hieno juttu!", None, SectionRole.COMMENTS),
        Section("Liite 1 Kyselylomake", ""),
        Section("Tausta", "Ikä, työvuodet, yksikkö."),
    )
    assert record.practice.parts == ()


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Tavoitteena oli, että jokainen lapsi löytää leikin.", "tavoitteet"),
        ("Kokeilun tavoitteena on saada piha käyttöön.", "tavoitteet"),
        ("Keskeisenä tavoitteena oli rauhallinen aamu.", "tavoitteet"),
        ("Yhteistyökumppaneina olivat kirjasto ja seurakunta.", "toimijat"),
        ("Kokeilun tuloksena syntyi yhteinen kortti.", "tulokset"),
        ("Suosittelemme aloittamaan yhdestä ryhmästä.", "opit"),
    ],
)
def test_a_sentence_states_a_part_that_no_heading_does(
    catalogue: Catalogue, sentence: str, part: str
) -> None:
    record = catalogue(f"Piha remontoitiin. {sentence} Lopuksi juhlittiin.")
    assert [(one.part, one.text) for one in record.practice.parts] == [(part, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Varhaiskasvatuslain tavoitteena on edistää lapsen kasvua.",
        "Kaupungin strategian tavoitteena on elinvoima.",
        "Leikin tavoitteena on ilo.",
        "Lapsi kertoi, että tavoitteena on kiivetä puuhun.",
    ],
)
def test_what_a_law_a_strategy_or_a_child_aims_at_is_no_aim_of_the_practice(
    catalogue: Catalogue, sentence: str
) -> None:
    assert catalogue(f"Piha remontoitiin. {sentence}").practice.parts == ()


def test_a_heading_wins_over_a_sentence(catalogue: Catalogue) -> None:
    record = catalogue(
        Section("Alku", "Tavoitteena oli rauha."), Section("Tavoitteet", "Lapsi löytää leikin.")
    )
    assert parts(record) == [("tavoitteet", "Tavoitteet", None)]


def test_a_line_may_carry_its_heading_with_it(catalogue: Catalogue) -> None:
    record = catalogue("Rahoitus: kaupungin oma talousarvio.\n- Ratkaisu: laatikko hiekkaa")
    assert parts(record) == [("resurssit", "Rahoitus", None)]
    assert record.practice.parts[0].text == "kaupungin oma talousarvio."


def test_an_announced_list_belongs_to_its_sentence(catalogue: Catalogue) -> None:
    record = catalogue("Tavoitteena oli:\n- rauha eteiseen\n- aikaa leikille")
    assert record.practice.parts[0].text == "Tavoitteena oli:\n- rauha eteiseen\n- aikaa leikille"


@given(st.text(alphabet="ab .!\n", max_size=2_000))
def test_a_shortened_text_is_a_beginning_and_says_when_it_is_cut(text: str) -> None:
    short = shortened(text)
    assert text.strip().startswith(short.removesuffix(" …"))
    assert len(short) <= LONGEST + 3
    assert short.endswith("…") == (len(text.strip()) > LONGEST)


@given(st.text(max_size=80))
def test_any_heading_can_be_asked(heading: str) -> None:
    matcher = build_heading_matcher([("tavoite", "tavoitteet")], "fi")
    assert matcher.part_of(heading) in (None, "tavoitteet")
