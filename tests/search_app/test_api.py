"""The API answers as its own description says, and refuses what it cannot read."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from search_app.openapi import DOCUMENT
from tests.search_app.library import records


def described(name: str, body: Any) -> None:
    """Fail where a body is not what the description says of its schema."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(body)


def test_the_description_is_a_sound_openapi_document(client: FlaskClient) -> None:
    served = client.get("/api/v1/openapi.json").get_json()
    assert served == DOCUMENT
    validate(served)


@pytest.mark.parametrize(
    "parameters",
    ["", "q=osallisuus", "q=saunailta&region=joensuu", "q=xyzzy", "q=osalisuus", "page=99&size=3"],
)
def test_a_search_is_as_described(client: FlaskClient, parameters: str) -> None:
    described("SearchResult", client.get(f"/api/v1/search?{parameters}").get_json())


def test_a_search_counts_and_labels(client: FlaskClient) -> None:
    body = client.get("/sv/api/v1/search?q=osallisuus&region=kainuu&size=1").get_json()
    assert (body["total"], len(body["hits"]), body["size"]) == (2, 1, 1)
    rows = {row["id"]: row for row in body["facets"]["region"]}
    assert rows["kainuu"] == {
        "id": "kainuu",
        "label": "Kajanaland",
        "count": 2,
        "selected": True,
        "parent": None,
    }
    assert rows["kajaani"]["parent"] == "kainuu"


def test_the_size_is_bounded(client: FlaskClient) -> None:
    assert client.get("/api/v1/search?size=5000").get_json()["size"] == 100


@pytest.mark.parametrize(
    "parameters", ["year=abc", "page=-1", "region=narnia", "sort=up", "size=x", "from=1"]
)
def test_a_bad_value_is_refused(client: FlaskClient, parameters: str) -> None:
    response = client.get(f"/api/v1/search?{parameters}")
    assert response.status_code == 400
    described("Error", response.get_json())
    assert parameters.split("=")[0] in response.get_json()["error"]["message"]


def test_a_long_query_is_cut_and_answered(client: FlaskClient) -> None:
    response = client.get("/api/v1/search?q=" + "a" * 10_000)
    assert response.status_code == 200
    assert len(response.get_json()["query"]) == 500


def test_every_document_is_as_described(client: FlaskClient) -> None:
    for record in records():
        body = client.get(f"/api/v1/documents/{record.id}").get_json()
        described("Document", body)
        assert body["title"] == record.title


@pytest.mark.parametrize("path", ["/api/v1/documents/ei-ole", "/en/api/v1/nothing"])
def test_what_is_not_there_is_said_in_json(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    described("Error", response.get_json())


def test_what_is_typed_is_completed(client: FlaskClient) -> None:
    body = client.get("/api/v1/suggest?q=osal").get_json()
    described("Suggestions", body)
    assert "osallisuus" in body["suggestions"]
    assert client.get("/sv/api/v1/suggest?q=delak").get_json()["suggestions"][0] == "delaktighet"
    assert client.get("/api/v1/suggest").get_json() == {"query": "", "suggestions": []}
    described("Suggestions", client.get("/api/v1/suggest?q=" + "ö" * 9_000).get_json())
