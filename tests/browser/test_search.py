"""A practitioner searches, narrows, reads and goes back, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect


def number(text: str | None) -> int:
    found = re.search(r"\d+", text or "")
    assert found, text
    return int(found[0])


def facet(page: Page, label: str) -> Locator:
    """The facet row with this label."""
    rows = page.locator("a.row, a.bar-row")
    return rows.filter(has=page.locator(".label", has_text=re.compile(f"{label}$"))).first


def choose(page: Page, label: str) -> None:
    """Click a facet value and see as many results as it promised."""
    row = facet(page, label)
    promised = number(row.locator(".count").text_content())
    row.click()
    expect(facet(page, label)).to_have_attribute("aria-current", "true")
    assert number(page.locator("#count").text_content()) == promised
    assert page.locator(".result").count() == min(promised, 5)


def test_searching_narrowing_reading_and_going_back(page: Page, picture: Path) -> None:
    page.goto("/")
    page.get_by_label("Hae dokumentteja").fill("osallisuus")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("haulla ”osallisuus”")
    for label in ("Kainuu", "Osallisuus", "2021"):
        choose(page, label)
    found = page.url
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 10_000

    page.get_by_role("link", name="Aamu lasten tapaan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aamu lasten tapaan")
    expect(page.locator(".text mark").first).to_have_text("Osallisuus")
    page.go_back()
    assert page.url == found
    expect(page.locator(".result")).to_have_count(1)

    page.get_by_role("link", name="Poista rajaus Vuosi: 2021").click()
    expect(page.locator(".result")).to_have_count(2)
    page.get_by_role("link", name="Poista kaikki rajaukset").click()
    expect(page.locator(".chips")).to_have_count(0)


GAPS = """list => {
  const ends = node => { const range = document.createRange();
    range.selectNodeContents(node.firstChild); return range.getBoundingClientRect(); };
  const boxes = [...list.children].map(ends);
  return boxes.slice(1).map((box, place) => box.left - boxes[place].right);
}"""
"""The pixels between the words of neighbours in a byline: the dot with a space on each side."""


def test_the_parts_of_a_byline_stand_equally_apart(page: Page) -> None:
    page.goto("/en/?lang=fi")
    gaps = page.locator(".result .byline").first.evaluate(GAPS)
    assert len(gaps) >= 2
    assert max(gaps) - min(gaps) < 1


def test_the_years_narrow_by_their_form(page: Page) -> None:
    page.goto("/?theme=leikki")
    page.get_by_label("Vuodesta").fill("2013")
    page.get_by_label("Vuoteen").fill("2016")
    page.get_by_role("button", name="Rajaa", exact=True).click()
    expect(page.locator(".chips")).to_contain_text("2013–2016")
    expect(page.locator(".result")).to_have_count(3)


def test_a_passage_opens_its_page_of_a_long_report(page: Page) -> None:
    page.goto("/?q=saunailta")
    page.locator(".page-link").first.click()
    expect(page.locator("#page-37 mark")).to_be_in_viewport()


def test_the_original_is_downloaded(page: Page) -> None:
    page.goto("/document/majaleikit")
    with page.expect_download() as started:
        page.get_by_role("link", name=re.compile("Lataa alkuperäinen")).click()
    assert started.value.suggested_filename == "majaleikit.txt"


def test_what_is_typed_is_completed_by_keyboard(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("osal")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    field.press_sequentially("l")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = options.first.text_content()
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text(str(chosen))


def test_everything_is_reached_by_keyboard(page: Page) -> None:
    page.goto("/?q=osallisuus")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Siirry sisältöön")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Siirry tuloksiin")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class("row")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_be_visible()


def test_it_all_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sv/")
    page.get_by_label("Sök dokument").fill("delaktighet")
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.locator(".result")).to_have_count(1)
    facet(page, "Österbotten").click()
    expect(page.locator(".result")).to_have_count(1)
    page.locator(".result a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Barnens delaktighet")
    context.close()


NARROW = [
    "/",
    "/?q=osallisuus&region=kainuu&region=lappi&theme=osallisuus",
    "/sv/?q=xyzzy&region=kainuu",
    "/document/majaleikit",
    "/en/document/polku-raportti?page=37",
    "/nothing",
]


@pytest.mark.parametrize("path", NARROW)
def test_nothing_is_wider_than_a_small_telephone(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_filters_fold_on_a_small_telephone(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto("/?q=osallisuus")
    expect(facet(page, "Kainuu")).not_to_be_visible()
    page.get_by_text("Rajaa hakua").first.click()
    choose(page, "Kainuu")
    context.close()
