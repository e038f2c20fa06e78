"""Pages name documents with the same text, changes of norms, rights, and printed pages."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from lxml import etree

from search_app import create_app
from tests.search_app.conftest import Page
from tests.search_app.family import TOWNS, family
from tests.search_app.library import build, settings_for
from tests.search_app.markup import Part
from tests.search_app.test_api import described

RELATED = "{http://www.w3.org/2005/Atom}link[@rel='related']"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of an application over the family; tests leave it as it is."""
    settings = settings_for(tmp_path_factory.mktemp("family"))
    for name in ("lehti", "kirja"):
        (settings.corpus / f"{name}.txt").write_text("salaisuus", "utf-8")
    build(settings, family())
    return create_app(settings).test_client(use_cookies=False)


def links(part: Part) -> list[tuple[str, str]]:
    return [(link.words, link["href"]) for link in part.every("a")]


def test_a_result_names_where_else_its_text_is_found(page: Page) -> None:
    soup = page("/?q=ohje&region=kuhmo")
    (result,) = soup.every(".result")
    assert result.one("h2 a")["href"] == "/document/ohje-kuhmo?q=ohje"
    also = result.one("details.also")
    assert also.one("summary").words == "Löytyy myös: 5 dokumenttia"
    assert ("Oulu", "/document/ohje-oulu?q=ohje") in links(also)
    assert len(links(also)) == len(TOWNS) - 1


def test_the_number_of_documents_counts_them_once(page: Page) -> None:
    soup = page("/?q=ohje")
    assert len(soup.every(".result")) == 1
    assert soup.one("#count").text.split()[0] == "1"


def test_the_second_municipality_shows_its_own_document(page: Page) -> None:
    soup = page("/?q=ohje&region=vaasa")
    assert soup.one(".result h2 a")["href"] == "/document/ohje-vaasa?q=ohje"


def test_a_document_names_the_same_text_and_nearly_the_same_apart(page: Page) -> None:
    same, near = page("/document/ohje-kuhmo").every(".document-head .also")
    assert same.words.startswith("Sama teksti löytyy myös: ")
    assert [label for label, _ in links(same)] == ["Joensuu", "Kajaani", "Sotkamo", "Vaasa"]
    assert near.words == "Lähes sama teksti löytyy myös: Oulu"
    head = page("/sv/document/ohje-kuhmo").one(".document-head")
    assert "Nästan samma text finns också i:" in head.words


def test_the_api_names_them(client: FlaskClient) -> None:
    body = client.get("/api/v1/search?q=ohje&region=kuhmo").get_json()
    described("SearchResult", body)
    (hit,) = body["hits"]
    assert len(hit["also_in"]) == len(TOWNS) - 1
    (oulu,) = (one for one in hit["also_in"] if one["municipalities"] == ["oulu"])
    assert oulu == {
        "id": "ohje-oulu",
        "title": "Leikin ohje",
        "municipalities": ["oulu"],
        "date": "2020",
        "same_text": False,
    }


def test_the_table_and_the_feed_name_them(client: FlaskClient) -> None:
    text = client.get("/search.csv?q=ohje").text.removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text), delimiter=";")
    assert row["also_in"].count("http://localhost/document/ohje-") == len(TOWNS) - 1
    feed = etree.fromstring(client.get("/sv/search.atom?q=ohje").data)
    hrefs = [link.get("href") for link in feed.iterfind(f".//{RELATED}")]
    assert len(hrefs) == len(TOWNS) - 1
    assert all(href.startswith("http://localhost/sv/document/ohje-") for href in hrefs)


def test_changes_of_norms_are_told_newest_first(page: Page) -> None:
    notice = page("/document/vasu-2015").one(".changes")
    assert notice.one("h2").text == "Tämän jälkeen on muuttunut"
    names = [item.text for item in notice.every("li strong")]
    assert names[0] == "Varhaiskasvatussuunnitelman perusteet 2022"
    assert len(names) == 3
    assert "1.8.2022" in notice.one("li").text
    assert notice.one("summary").text == "1 aiempi muutos"
    assert not page("/document/ohje-kuhmo").every(".changes")


def test_a_result_says_that_norms_have_changed(page: Page, client: FlaskClient) -> None:
    mark = page("/en/?q=suunnitelma").one(".result .changed").words
    assert mark.startswith("Changed since then: National core curriculum for early childhood")
    assert mark.endswith("2022 and 2 others")
    hit = client.get("/api/v1/search?q=suunnitelma").get_json()["hits"][0]
    assert hit["norm_changes"] == ["vasu-2016", "vasu-2018", "vasu-2022"]


def test_rights_are_shown(page: Page) -> None:
    soup = page("/document/vasu-2015")
    assert "Käyttöoikeudet CC BY 4.0" in soup.one(".facts dl").words


def test_printed_page_numbers_stand_beside_the_pages(page: Page) -> None:
    soup = page("/document/vasu-2015")
    assert [folio.words for folio in soup.every(".folio")] == [
        "Sivu 1 (painettu s. iii)",
        "Sivu 2 (painettu s. 1)",
        "Sivu 3",
    ]


def test_the_pager_tells_the_printed_numbers_too(page: Page) -> None:
    spans = page("/document/pitka?page=15").one(".spans")
    assert spans.one(".where").text == "Sivut 11–20, yhteensä 24 (painettu s. 9–18)"
    assert [link.words for link in spans.every(".contents a")] == [
        "1–10 (painettu s. i–8)",
        "11–20 (painettu s. 9–18)",
        "21–24 (painettu s. 19–22)",
    ]


def test_a_section_in_another_language_says_so(page: Page) -> None:
    soup = page("/document/vasu-2015")
    assert soup.one("#page-2 .section")["lang"] == "sv"
    assert "lang" not in soup.one("#page-1 .section").attributes


def test_an_original_that_is_only_linked_to_is_never_served(
    client: FlaskClient, page: Page
) -> None:
    response = client.get("/document/lehti/file")
    assert (response.status_code, response.location) == (303, "https://example.org/lehti")
    button = page("/document/lehti").one(".actions a")
    assert (button.text, button["href"]) == ("Lue julkaisijan sivuilla", response.location)
    assert "salaisuus" not in response.text


def test_an_original_without_an_address_is_refused(client: FlaskClient, page: Page) -> None:
    response = client.get("/sv/document/kirja/file")
    assert response.status_code == 403
    assert "Originalfilen går inte att hämta här" in response.text
    assert "salaisuus" not in response.text
    actions = page("/document/kirja").one(".actions")
    assert actions.words == "Alkuperäistä tiedostoa ei jaeta täällä."
