"""A document's page shows its metadata with evidence and its text by pages."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.search_app.conftest import Page
from tests.search_app.markup import Part


def facts(soup: Part) -> dict[str, str]:
    """The evidence list: what is said, by why it is said."""
    rows = soup.every(".why dl > div")
    return {row.one("dt").words: row.one("dd").words for row in rows}


def test_metadata_links_to_the_documents_that_share_it(page: Page) -> None:
    soup = page("/document/majaleikit")
    links = {link.text: link["href"] for link in soup.every(".facts dl a")}
    assert links["Kainuu"] == "/?region=kainuu"
    assert links["Sotkamo"] == "/?region=sotkamo"
    assert links["leikki"] == "/?theme=leikki"
    assert links["esitys"] == "/?kind=presentation"
    assert links["2019"] == "/?year=2019"


def test_each_fact_says_what_it_rests_on(page: Page) -> None:
    said = facts(page("/document/majaleikit"))
    assert said["Maakunta : Kainuu"] == "Ylläpidon antama tieto."
    assert said["Teema : leikki"] == "Leikki alkoi metsästä. s. 1"
    assert said["Julkaistu : maaliskuu 2019"] == "Julkaistu 2019-03."
    assert said["Dokumentin kieli : suomi"] == "Päätelty koko dokumentista."


def test_a_project_period_links_to_its_years(page: Page) -> None:
    links = page("/document/polku-raportti").every(".facts dl a")
    assert "/?from=2009&to=2010" in [link["href"] for link in links]


def test_lists_tables_and_notes_are_set_as_such(page: Page) -> None:
    text = page("/document/majaleikit").one(".text")
    assert [item.text for item in text.every("ul li")] == ["oksia", "köyttä"]
    assert [cell.text for cell in text.every("td")] == ["Ryhmä", "Lapsia", "Ketut", "12"]
    assert "Muista kysyä" in text.one(".notes").text


def test_what_the_document_says_is_never_markup(page: Page) -> None:
    soup = page("/document/majaleikit")
    assert soup.one("h1").text == "Majaleikit <metsässä>"


def test_removed_text_and_remarks_are_listed(page: Page) -> None:
    said = page("/document/majaleikit").one(".facts").words
    for words in ("Yhdessä enemmän!", "repeated on every slide", "slide 3 is empty"):
        assert words in said


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "Sivu 2, 4–6: pelkkä kuva"), ("/sv", "Sida 2, 4–6: bara"), ("/en", "Page 2, 4–6: only")],
)
def test_known_warnings_are_told_in_the_readers_language(
    page: Page, prefix: str, words: str
) -> None:
    said = page(f"{prefix}/document/majaleikit").one(".facts").words
    assert words in said
    assert "needs_ocr" not in said


def test_a_long_document_is_shown_some_pages_at_a_time(client: FlaskClient, page: Page) -> None:
    soup = page("/document/polku-raportti?page=37&q=huoltajat")
    shown = [leaf["id"] for leaf in soup.every(".leaf")]
    assert "page-37" in shown
    assert len(shown) <= 10
    assert soup.one("#page-37 mark").text == "huoltajat"
    assert soup.one(".spans .where").text.startswith("Sivut 31–40")
    assert len(client.get("/document/polku-raportti").data) < 60_000


def test_every_page_of_a_long_document_can_be_reached(page: Page) -> None:
    seen: list[str] = []
    address = "/document/polku-raportti?q=x"
    while address:
        soup = page(address)
        seen += [leaf["id"] for leaf in soup.every(".leaf")]
        following = soup.maybe(".steps a[rel=next]")
        address = following["href"] if following else ""
        assert not following or "q=x" in address
    assert seen == [f"page-{number}" for number in range(1, 61)]


@pytest.mark.parametrize("asked", ["61", "-1", "0", "abc", "9" * 100, "<b>"])
def test_a_page_that_is_not_there_is_said_and_the_beginning_shown(page: Page, asked: str) -> None:
    soup = page(f"/document/polku-raportti?page={asked}")
    assert asked[:20] in soup.one(".notice").text
    assert soup.one(".leaf")["id"] == "page-1"


def test_words_are_marked_in_a_documents_own_language(page: Page) -> None:
    soup = page("/document/vasa-delaktighet?q=barn")
    assert soup.one(".text mark").text == "Barnen"
    assert soup.one(".text")["lang"] == "sv"


def test_the_original_is_a_download_that_runs_nowhere(client: FlaskClient) -> None:
    with client.get("/document/majaleikit/file") as response:
        assert response.data.decode() == "alkuperäinen"
        headers = response.headers
    assert headers["Content-Disposition"] == "attachment; filename=majaleikit.txt"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox")


def test_an_original_that_is_gone_is_said_on_both_pages(client: FlaskClient, page: Page) -> None:
    said = "Alkuperäinen tiedosto ei ole enää aineistossa."
    assert said in page("/document/muistio").one(".actions").text
    response = client.get("/document/muistio/file")
    assert response.status_code == 404
    assert "Alkuperäistä tiedostoa ei enää ole" in response.text


@pytest.mark.parametrize("path", ["/document/ei-ole", "/sv/document/x/file", "/document/%2e%2e"])
def test_an_unknown_document_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_switching_the_language_stays_at_the_document(page: Page) -> None:
    soup = page("/sv/document/majaleikit?q=majat")
    assert soup.one(".languages a[lang=en]")["href"] == "/en/document/majaleikit?q=majat"
    assert "Uppgifter om dokumentet" in soup.text


def test_the_practice_comes_first_with_links_to_its_pages(page: Page) -> None:
    soup = page("/document/majaleikit?q=majat")
    card = soup.one(".card")
    assert [name.text for name in card.every("dt")] == [
        *("tavoitteet", "tulokset", "Rahoitus"),
    ]
    assert [item.text for item in card.every("dd li")][:2] == ["oksia", "köyttä"]
    assert [(link.text, link["href"]) for link in card.every("a")] == [
        ("Sivu 1", "/document/majaleikit?page=1&q=majat#page-1-0"),
        ("Sivu 1", "/document/majaleikit?page=1&q=majat#page-1"),
        ("Tulokset: luvut", "/document/majaleikit?page=2&q=majat#page-2"),
    ]


def test_a_part_of_a_text_without_pages_leads_to_its_heading(page: Page) -> None:
    soup = page("/document/opas")
    (link,) = soup.every(".card a")
    assert (link.text, link["href"]) == ("Lue lisää tekstistä", "/document/opas#page-1-1")
    assert soup.one("#page-1-1").text == "Vinkit"


def test_money_is_told_in_the_readers_language(page: Page) -> None:
    said = [item.words for item in page("/sv/document/majaleikit").every(".card .money li")]
    assert said == ["Bidrag: 12\xa0500 € (Utbildningsstyrelsen)", "Totala kostnader: 900 €"]


def test_a_document_that_states_no_practice_has_no_card(page: Page) -> None:
    assert not page("/document/polku-raportti").every(".card")


def test_who_published_it_and_for_whom_is_said_with_evidence(page: Page) -> None:
    said = facts(page("/en/document/majaleikit"))
    assert said["Publisher : Sotkamon kunta"] == "Sotkamon kunta p. 1"
    assert said["Project or programme : Right to Learn"] == "Oikeus oppia -hanke p. 2"
    assert said["Age group : 3 to 5-year-olds"] == "Neljävuotiaat rakensivat. p. 1"
    links = page("/en/document/majaleikit").every(".facts > .aside-body > dl a")
    assert "day-care centre" not in [link.text for link in links], "no facet to lead to yet"
