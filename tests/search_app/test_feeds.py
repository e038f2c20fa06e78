"""A search as JSON, as a feed and as a table."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from lxml import etree

from indexer import Hit, load_vocabularies
from search_app.exports import COLUMNS, to_csv
from tests.search_app.library import records

ATOM = "{http://www.w3.org/2005/Atom}"


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def hit(title: str) -> Hit:
    return Hit("a", title, None, "blog", "fi", None, (2019, 2020), ("kainuu",), (), (), 1.0)


def test_json_has_the_body_of_the_api(client: FlaskClient) -> None:
    feed, api = (
        client.get(f"{path}?q=osallisuus").get_json() for path in ("/search.json", "/api/v1/search")
    )
    for body in (feed, api):
        body.pop("took_ms")
    assert {**feed, "size": 0, "hits": []} == {**api, "size": 0, "hits": []}


def test_json_is_lenient_as_the_page_is(client: FlaskClient) -> None:
    assert client.get("/search.json?year=abc&page=-1").status_code == 200


def test_the_feed_stays_xml_whatever_is_asked_for(client: FlaskClient) -> None:
    for typed in ("%00", "%1B", "%EF%BF%BE", "%EF%BF%BF", "%ff", "%0D%0A", "%22%3E%3Cb"):
        feed = etree.fromstring(client.get(f"/search.atom?q=a{typed}b").data)
        assert feed.tag == f"{ATOM}feed"


def test_the_feed_is_atom_with_the_newest_first(client: FlaskClient) -> None:
    response = client.get("/sv/search.atom?theme=osallisuus")
    assert response.mimetype == "application/atom+xml"
    feed = etree.fromstring(response.data)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles[0] == "Osallisuuden opas"
    assert len(titles) == 5
    first = feed.find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}updated") == "2022-01-03T00:00:00Z"
    assert first.find(f"{ATOM}link").get("href") == "http://localhost/sv/document/opas"
    assert feed.findtext(f"{ATOM}updated")


def test_the_table_has_every_result_and_opens_in_a_spreadsheet(client: FlaskClient) -> None:
    response = client.get("/search.csv")
    assert response.data.startswith(b"\xef\xbb\xbf")
    rows = table(response.text)
    assert rows[0] == list(COLUMNS)
    assert len(rows) == len(records()) + 1
    aamu = next(row for row in rows if row[0] == "kajaani-aamu")
    assert aamu[4:8] == ["2021-11-12", "2021", "Kainuu", "Kajaani"]
    assert aamu[9] == "http://localhost/document/kajaani-aamu"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    rows = table(to_csv([hit(f"{start}1+1")], load_vocabularies(), "fi", "http://x"))
    assert rows[1][1].startswith("'")
