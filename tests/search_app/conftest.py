"""A client of the web application over a real index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer import Settings
from search_app import create_app
from tests.search_app.library import build, records, settings_for
from tests.search_app.markup import Part, parsed

Page = Callable[[str], Part]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings that name the small library's index; tests leave it as it is."""
    settings = settings_for(tmp_path_factory.mktemp("library"))
    build(settings, records())
    return settings


@pytest.fixture(scope="session")
def app(library: Settings) -> Flask:
    """The application over the small library."""
    return create_app(library)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client without cookies."""
    return app.test_client(use_cookies=False)


@pytest.fixture
def page(client: FlaskClient) -> Page:
    """Fetches a page that must answer 200, parsed."""

    def fetch(address: str) -> Part:
        response = client.get(address)
        assert response.status_code == 200, response.text
        return parsed(response.text)

    return fetch


@pytest.fixture
def own_settings(tmp_path: Path) -> Settings:
    """Settings for an index of the test's own, which is not there yet."""
    return settings_for(tmp_path)
