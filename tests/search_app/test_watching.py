"""Health and figures for those who watch, and pages that follow the index without a restart."""

from __future__ import annotations

from flask.testing import FlaskClient

from indexer import Settings
from search_app import create_app
from tests.search_app.library import build, record, records


def test_a_sound_service_says_what_it_serves(client: FlaskClient) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.get_json()["documents"] == len(records())
    assert response.get_json()["age_seconds"] >= 0


def test_the_figures_count_requests_by_address_pattern(client: FlaskClient) -> None:
    client.get("/sv/document/opas")
    text = client.get("/metrics").text
    assert f"loistohaku_documents {float(len(records()))}" in text
    assert 'loistohaku_requests_total{address="/document/<identifier>",status="200"}' in text
    assert 'loistohaku_request_seconds_bucket{address="/document/<identifier>",le="0.1"}' in text


def test_without_an_index_the_pages_say_what_to_do(own_settings: Settings) -> None:
    client = create_app(own_settings).test_client()
    for path, said in (("/", "Haku ei ole"), ("/sv/?q=x", "inte klar"), ("/en/", "not ready")):
        response = client.get(path)
        assert response.status_code == 503
        assert said in response.text
        assert "loistohaku rebuild" in response.text
    for path in ("/api/v1/search", "/search.json"):
        response = client.get(path)
        assert (response.status_code, response.get_json()["error"]["code"]) == (503, "no-index")
    assert client.get("/health").status_code == 503
    assert "loistohaku_index_up 0.0" in client.get("/metrics").text


def test_an_empty_index_says_how_to_add_documents(own_settings: Settings) -> None:
    build(own_settings, [])
    response = create_app(own_settings).test_client().get("/?q=x")
    assert response.status_code == 200
    assert "Dokumentteja ei vielä ole" in response.text
    assert "loistohaku add" in response.text


def test_a_new_index_shows_without_a_restart(own_settings: Settings) -> None:
    client = create_app(own_settings).test_client()
    assert client.get("/").status_code == 503
    build(own_settings, [record("yksi", "Ensimmäinen")])
    first = client.get("/")
    assert "Ensimmäinen" in first.text
    build(own_settings, [record("kaksi", "Toinen")])
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert "Toinen" in again.text
    assert "Ensimmäinen" not in again.text
    assert client.get("/document/yksi").status_code == 404


def test_a_withdrawn_document_is_gone_at_once(own_settings: Settings) -> None:
    engine = build(own_settings, [record("yksi", "Ensimmäinen"), record("kaksi", "Toinen")])
    client = create_app(own_settings).test_client()
    tag = client.get("/").headers["ETag"]
    engine.hide({"yksi"})
    response = client.get("/", headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert "Ensimmäinen" not in response.text
    assert client.get("/document/yksi").status_code == 404
    assert client.get("/api/v1/documents/yksi").status_code == 404


def test_a_damaged_index_is_told_without_its_insides(own_settings: Settings) -> None:
    build(own_settings, [record("yksi", "Ensimmäinen")])
    for file in (own_settings.index / "generations").rglob("*.json"):
        file.write_text("{", "utf-8")
    client = create_app(own_settings).test_client()
    response = client.get("/en/")
    assert response.status_code == 503
    assert "out of order" in response.text
    assert "Traceback" not in response.text
    assert client.get("/api/v1/search").status_code == 503
    assert client.get("/health").status_code == 503
