"""The search page answers whatever was typed, with right counts and addresses that change it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search_app.conftest import Page
from tests.search_app.library import PAGE_SIZE, records
from tests.search_app.markup import Part


def titles(soup: Part) -> list[str]:
    return [link.text for link in soup.every(".result :is(h2, h3) a")]


def row(soup: Part, label: str) -> Part:
    """The facet row with this label, chosen or not."""
    found = [
        one
        for one in soup.every("a.row, a.bar-row")
        if one.one(".label").words.split(" rajaus ")[-1] == label
    ]
    assert found, label
    return found[0]


def count(soup: Part, label: str) -> int:
    return int(row(soup, label).one(".count").text.split()[0])


def total(soup: Part) -> int:
    return int(soup.one("#count").text.split()[0])


def test_the_front_page_shows_all_newest_first(page: Page) -> None:
    soup = page("/")
    assert titles(soup)[:2] == ["Osallisuuden opas", "Aamu lasten tapaan"]
    assert len(titles(soup)) == PAGE_SIZE
    assert str(len(records())) in soup.one(".found-head").text
    assert not soup.every(".chips")


def test_clicking_a_region_a_theme_and_a_year_narrows_as_the_counts_say(page: Page) -> None:
    soup = page("/?q=osallisuus")
    for label in ("Kainuu", "Osallisuus", "2021"):
        expected = count(soup, label)
        soup = page(row(soup, label)["href"])
        assert total(soup) == expected
        assert row(soup, label)["aria-current"] == "true"
    assert titles(soup) == ["Aamu lasten tapaan"]
    assert [chip.text for chip in soup.every(".chips li a")] == [
        "Poista rajaus Maakunta: Kainuu",
        "Poista rajaus Teema: Osallisuus",
        "Poista rajaus Vuosi: 2021",
        "Poista kaikki rajaukset",
    ]


def test_two_values_of_a_facet_are_united_and_the_count_of_another_stays(page: Page) -> None:
    soup = page("/?region=kainuu")
    lappi = count(soup, "Lappi")
    both = page(row(soup, "Lappi")["href"])
    assert total(both) == total(soup) + lappi


def test_a_chosen_value_stays_visible_at_zero(page: Page) -> None:
    soup = page("/?q=osallisuus&region=uusimaa")
    assert count(soup, "Uusimaa") == 0
    assert "Voit kokeilla näitä" in soup.text
    assert soup.one(".empty a")["href"] == "/?q=osallisuus"


def test_municipalities_appear_under_their_chosen_region(page: Page) -> None:
    soup = page("/?region=kainuu")
    assert [one.text for one in soup.every(".rows .rows .label")] == ["Kajaani", "Sotkamo"]
    assert total(page(row(soup, "Kajaani")["href"])) == 1


def test_national_documents_are_offered_with_a_region(page: Page) -> None:
    soup = page("/?region=lappi")
    offer = soup.one(".offer a")
    assert "1 valtakunnallinen dokumentti" in offer.text
    assert total(page(offer["href"])) == total(soup) + 1


def test_what_is_not_known_is_a_value(page: Page) -> None:
    assert titles(page("/?region=unknown&lang=en")) == ["The child's voice"]


def test_years_are_united_with_a_range(page: Page) -> None:
    soup = page("/?from=2016&to=2015&year=2005&theme=leikki")
    assert sorted(titles(soup)) == ["Ilmiö 2005", "Ilmiö 2015", "Ilmiö 2016"]
    assert soup.one("#from")["value"] == "2016"
    assert "2015–2016" in soup.one(".chips").text


def test_a_snippet_marks_the_inflected_word_and_links_to_its_page(page: Page) -> None:
    soup = page("/?q=saunailta")
    assert soup.one(".snippet mark").text == "Saunailta"
    assert soup.one(".page-link")["href"] == (
        "/document/polku-raportti?page=37&q=saunailta#page-37"
    )


def test_a_result_names_kind_place_and_date(page: Page) -> None:
    said = page("/?q=aamu&region=kajaani").one(".byline").words
    assert said == "blogi Kajaani, Kainuu 12.11.2021"


def test_results_in_another_language_say_so_to_eyes_and_voices(page: Page) -> None:
    article = page("/?lang=sv").one(".result")
    assert article.one("h2")["lang"] == "sv"
    assert "ruotsi" in article.one(".byline").text


def test_pages_follow_each_other(page: Page) -> None:
    seen: list[str] = []
    address = "/?sort=title"
    while address:
        soup = page(address)
        seen += titles(soup)
        following = soup.maybe(".pager a[rel=next]")
        address = following["href"] if following else ""
    assert sorted(seen) == sorted(one.title for one in records())


def test_a_page_past_the_last_says_so_and_links_to_the_first(page: Page) -> None:
    soup = page("/?q=osallisuus&page=99")
    assert soup.one(".empty a")["href"] == "/?q=osallisuus"
    assert "Tuloksia on vain" in soup.one(".empty").text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_titles_sort_and_the_order_is_marked(page: Page, prefix: str) -> None:
    soup = page(f"{prefix}/?sort=title")
    assert titles(soup)[:2] == ["Aamu lasten tapaan", "Barnens delaktighet"]
    assert soup.one(".orders [aria-current]")["href"] == f"{prefix}/?sort=title"


def test_relaxed_results_and_suggestions_are_said(page: Page) -> None:
    soup = page("/?q=osallisuus+avaruusasema")
    assert "Missään dokumentissa ei ole kaikkia sanoja" in soup.text
    assert titles(soup)
    suggestion = page("/?q=osalisuus").one(".suggestion a")
    assert suggestion["href"] == "/?q=osallisuus"


def test_the_form_keeps_filters_and_order_but_not_the_page(page: Page) -> None:
    soup = page("/sv/?q=x&region=kainuu&region=lappi&sort=newest&page=3")
    form = soup.one("form[role=search]")
    assert form["action"] == "/sv/"
    assert soup.one("#q")["value"] == "x"
    assert [(one["name"], one["value"]) for one in form.every("input[type=hidden]")] == [
        ("region", "kainuu"),
        ("region", "lappi"),
        ("sort", "newest"),
    ]


def test_switching_the_language_keeps_the_search(page: Page) -> None:
    soup = page("/?q=osallisuus&region=kainuu")
    swedish = soup.one(".languages a[lang=sv]")
    assert swedish["href"] == "/sv/?q=osallisuus&region=kainuu"
    other = page(swedish["href"])
    assert other.one("html")["lang"] == "sv"
    assert "2 dokument för ”osallisuus”" in other.one("#count").text
    assert {link["hreflang"] for link in other.every("link[hreflang]")} == {"fi", "sv", "en"}


@pytest.mark.parametrize("prefix", ["/sv", "/sv/", "/en", "/en/"])
def test_a_prefix_works_with_and_without_its_slash(page: Page, prefix: str) -> None:
    assert page(prefix).one("html")["lang"] == prefix.strip("/")


HOSTILE = [
    "q=" + "a" * 10_000,
    "q=" + "+".join(["sana"] * 2_000),
    "q=*",
    "q=*+*&q=?",
    "q=%22unbalanced",
    "q=%00%ff%fe",
    "q=(()))+OR+AND+NOT+%5B%5D",
    "year=abc",
    "page=-1",
    "page=0",
    "page=" + "9" * 300,
    "region=ei-ole&theme=%3Cscript%3E",
    "from=x&to=y&sort=drop+table&lang=klingon",
    "size=1000000",
    "region=kainuu" + "&region=lappi" * 200,
]


@pytest.mark.parametrize("parameters", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("prefix", ["", "/sv", "/en"])
def test_nothing_that_is_typed_is_an_error(page: Page, prefix: str, parameters: str) -> None:
    soup = page(f"{prefix}/?{parameters}")
    assert soup.one("h1")
    assert not soup.every("main script")


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        (f"q={'a' * 10_000}", "500 merkkiin"),
        (f"q={'+'.join(['sana'] * 40)}", "32 sanaan"),
        ("year=abc", "”abc” jätettiin pois: rajauksella Vuosi"),
        ("page=-1", "”-1” jätettiin pois: rajauksella Sivu"),
        ("region=narnia", "”narnia” jätettiin pois: rajauksella Maakunta"),
    ],
)
def test_what_was_left_out_is_said(page: Page, parameters: str, said: str) -> None:
    assert said in page(f"/?{parameters}").one(".notice").text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=60), name=st.sampled_from(["q", "region", "year", "page", "sort"]))
def test_any_text_anywhere_gives_a_page(client: FlaskClient, text: str, name: str) -> None:
    encoded = quote(text.encode("utf-8", "surrogatepass"))
    assert client.get(f"/?{name}={encoded}").status_code == 200
