"""What every answer has: safe headers, no foreign or inline code, right caching, kind errors."""

from __future__ import annotations

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer import Settings
from search_app import create_app
from tests.search_app.markup import parsed

ADDRESSES = [
    "/",
    "/sv/?q=osallisuus&region=kainuu&year=2021&from=2010",
    "/en/?q=xyzzy",
    "/?page=99",
    "/document/majaleikit?q=majat",
    "/en/document/polku-raportti?page=12",
    "/nothing-here",
    "/sv/document/ei-ole",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_loads_nothing_from_elsewhere_and_runs_nothing_inline(
    client: FlaskClient, address: str
) -> None:
    response = client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    soup = parsed(response.text)
    assert not soup.every("[style], style, script:not([src])")
    assert not [name for part in soup.every("*") for name in part.attributes if name[:2] == "on"]
    loaded = [part["src"] for part in soup.every("script, img")]
    loaded += [part["href"] for part in soup.every("[rel=stylesheet], [rel=icon]")]
    assert all(address.startswith("/static/") for address in loaded)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_built_for_everyone(client: FlaskClient, address: str) -> None:
    soup = parsed(client.get(address).text)
    assert soup.one("html")["lang"] in {"fi", "sv", "en"}
    assert soup.one("title").words
    assert len(soup.every("h1")) == 1
    assert len(soup.every("main")) == 1
    assert soup.one("a.skip")["href"] == "#content"
    for field in soup.every("input:not([type=hidden])"):
        assert soup.one(f"label[for={field['id']}]")
    identifiers = [tag["id"] for tag in soup.every("[id]")]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("address", ["/", "/nothing", "/search.csv", "/api/v1/search", "/health"])
def test_every_answer_has_safe_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "address", ["/?q=osallisuus", "/search.atom", "/search.csv", "/api/v1/documents/opas"]
)
def test_an_answer_is_kept_while_the_index_stays(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert "no-cache" in again.headers["Cache-Control"]
    assert again.headers["Content-Security-Policy"]


def test_refusals_are_never_kept(client: FlaskClient) -> None:
    assert "ETag" not in client.get("/api/v1/search?year=abc").headers


def test_files_of_the_interface_are_kept_by_version(client: FlaskClient) -> None:
    soup = parsed(client.get("/").text)
    sheet = soup.one("[rel=stylesheet]")["href"]
    for address, kept in ((sheet, True), (sheet.split("?")[0], False)):
        with client.get(address) as response:
            assert ("immutable" in response.headers["Cache-Control"]) is kept


@pytest.mark.parametrize(
    ("path", "said"),
    [("/x", "Sivua ei löytynyt"), ("/sv/x", "Sidan hittades inte"), ("/en/x", "no such page")],
)
def test_an_unknown_address_is_said_in_the_readers_language(
    client: FlaskClient, path: str, said: str
) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert said in response.text


def test_another_method_is_refused_on_a_page(client: FlaskClient) -> None:
    response = client.post("/")
    assert response.status_code == 405
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.allow.as_set() == {"get", "head", "options"}
    assert "Pyyntöä ei voitu toteuttaa" in response.text


@pytest.fixture
def broken(library: Settings) -> Flask:
    """An application of which one address fails."""
    app = create_app(library)

    @app.get("/en/broken")
    def fail() -> str:
        raise RuntimeError("a secret of the inside")

    return app


def test_an_unforeseen_failure_is_logged_and_not_shown(
    broken: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        response = broken.test_client().get("/en/broken")
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert "secret" not in response.text
    assert "a secret of the inside" in caplog.text
