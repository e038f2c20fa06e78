"""A real browser at a real server over the small library."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from indexer import Settings
from search_app import create_app
from tests.search_app.family import family
from tests.search_app.library import build, records, settings_for

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
REQUIRED = "LOISTOHAKU_REQUIRE_BROWSER"


def chromium() -> str:
    """The system's Chromium; skips the test where there is none, unless it is required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = "There is no Chromium on this machine (Debian: apt-get install chromium)."
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{reason} {REQUIRED}=1 asks for it.")
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    executable = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings that name the small library's index."""
    settings = settings_for(tmp_path_factory.mktemp("browser"))
    build(settings, records())
    return settings


def served(settings: Settings) -> Iterator[str]:
    """Serve an index on a free port while the caller goes on."""
    server = make_server("127.0.0.1", 0, create_app(settings), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address(settings: Settings) -> Iterator[str]:
    """Where the small library is served."""
    yield from served(settings)


@pytest.fixture(scope="session")
def family_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where documents with the same text, and others with much to say of them, are served."""
    settings = settings_for(tmp_path_factory.mktemp("family"))
    build(settings, family())
    yield from served(settings)


@pytest.fixture(scope="session")
def address_without_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nothing has been indexed."""
    yield from served(settings_for(tmp_path_factory.mktemp("nothing")))


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh window of a usual size."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page whose scripts must not fail, and which must load nothing from elsewhere."""
    page = context.new_page()
    failures: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: failures.append(said.text) if said.type == "error" else None)
    yield page
    assert not failures
    assert not [url for url in asked if not url.startswith(address)]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Where a test puts its screenshot."""
    return tmp_path / "page.png"
