"""axe finds nothing serious on any page, in three languages, light and dark."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PATHS = {
    "front": "/",
    "results": "/?q=osallisuus&region=kainuu&year=2021&from=2015",
    "nothing": "/?q=xyzzy&region=kainuu",
    "notices": "/?q=osallisuus&year=abc&page=9",
    "document": "/document/majaleikit?q=leikki",
    "long-document": "/document/polku-raportti?page=37",
    "error": "/nothing-here",
}
FAMILY_PATHS = {
    "twins": "/?q=ohje",
    "twin": "/sv/document/ohje-kuhmo",
    "old-norms": "/document/vasu-2015",
    "old-norms-found": "/en/?q=suunnitelma",
    "linked-only": "/document/lehti",
    "refused": "/sv/document/kirja/file",
}
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
GRAVE = {"serious", "critical"}
Scheme = Literal["light", "dark"]


def faults(browser: Browser, address: str, scheme: Scheme = "light", width: int = 1280) -> str:
    """What axe finds serious or critical, everything unfolded; empty where nothing is."""
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options=OPTIONS).response["violations"]
    context.close()
    grave = [one for one in found if one["impact"] in GRAVE]
    return "\n".join(f"{one['id']}: {one['nodes'][0]['html']}" for one in grave)


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("prefix", ["", "/sv", "/en"])
def test_a_page_has_no_grave_fault(browser: Browser, address: str, prefix: str, path: str) -> None:
    assert not faults(browser, address + prefix + path)


@pytest.mark.parametrize("name", ["results", "document"])
def test_a_dark_and_narrow_page_has_no_grave_fault(
    browser: Browser, address: str, name: str
) -> None:
    assert not faults(browser, address + PATHS[name], "dark", 320)


@pytest.mark.parametrize("path", FAMILY_PATHS.values(), ids=FAMILY_PATHS)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_twins_norms_and_rights_have_no_grave_fault(
    browser: Browser, family_address: str, path: str, scheme: Scheme, width: int
) -> None:
    assert not faults(browser, family_address + path, scheme, width)


def test_the_page_without_an_index_has_no_grave_fault(
    browser: Browser, address_without_index: str
) -> None:
    assert not faults(browser, address_without_index)
