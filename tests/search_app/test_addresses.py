"""Addresses say what a query says, in one way, under each language's prefix."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import FACETS, Filters, Query, Sort, Vocabularies, load_vocabularies, read_request
from search_app.addresses import (
    document_address,
    language_of,
    local,
    parameters,
    search_address,
    toggled,
    without_filters,
    without_language,
)

VOCABULARIES: Vocabularies = load_vocabularies()
VALUES = {
    "region": ("kainuu", "kajaani", "lappi", "unknown"),
    "theme": ("osallisuus", "lasten-kokoukset", "leikki"),
    "year": ("2019", "2021", "unknown"),
    "kind": ("blog", "guide"),
    "lang": ("fi", "sv"),
    "network": ("loisto", "loisto-lappi"),
}


def parent(value: str) -> str | None:
    return VOCABULARIES.parent("region", value)


def choosing(**values: tuple[str, ...]) -> Query:
    return Query(filters=Filters(values))


@st.composite
def queries(draw: st.DrawFn) -> Query:
    chosen = {
        facet: tuple(draw(st.lists(st.sampled_from(VALUES[facet]), unique=True, max_size=3)))
        for facet in FACETS
    }
    typed = read_request({"q": [draw(st.text(max_size=40))]}, VOCABULARIES).query
    years = st.none() | st.integers(1990, 2030)
    return Query(
        text=typed.text,
        clause=typed.clause,
        filters=Filters({k: v for k, v in chosen.items() if v}, draw(years), draw(years)),
        sort=draw(st.sampled_from(Sort)),
        page=draw(st.integers(1, 50)),
        language=draw(st.sampled_from(("fi", "sv", "en"))),
        cut=typed.cut,
    )


@given(queries())
def test_an_address_is_read_back_as_the_same_query(query: Query) -> None:
    address = urlsplit(search_address(query))
    assert language_of(address.path) == query.language
    read = read_request(parse_qs(address.query), VOCABULARIES, query.language)
    assert not read.notices
    assert read.query == query


def test_a_plain_search_has_a_plain_address() -> None:
    assert search_address(Query()) == "/"
    assert search_address(Query(language="sv")) == "/sv/"
    assert search_address(Query(text="ää"), "/search.json") == "/search.json?q=%C3%A4%C3%A4"


@pytest.mark.parametrize(
    ("path", "language", "rest"),
    [("/", "fi", "/"), ("/sv", "sv", "/"), ("/en/x", "en", "/x"), ("/svx", "fi", "/svx")],
)
def test_the_prefix_is_the_language(path: str, language: str, rest: str) -> None:
    assert (language_of(path), without_language(path)) == (language, rest)


def test_a_document_is_opened_at_a_page_with_words_to_mark() -> None:
    assert document_address("a-b", "en", 3, "x y") == "/en/document/a-b?page=3&q=x+y#page-3"
    assert local("/document/a", "fi") == document_address("a", "fi")


def test_toggling_adds_and_takes_away() -> None:
    once = toggled(Query(page=4), "region", "kainuu", parent)
    assert (once.filters.of("region"), once.page) == (("kainuu",), 1)
    assert toggled(once, "region", "kainuu", parent).filters == Filters()
    both = toggled(once, "region", "lappi", parent)
    assert both.filters.of("region") == ("kainuu", "lappi")


def test_a_municipality_takes_the_place_of_its_region_and_back() -> None:
    town = toggled(choosing(region=("kainuu", "lappi")), "region", "kajaani", parent)
    assert town.filters.of("region") == ("lappi", "kajaani")
    back = toggled(town, "region", "kainuu", parent)
    assert back.filters.of("region") == ("lappi", "kainuu")


def test_clearing_keeps_the_words_and_the_order() -> None:
    query = Query(text="leikki", sort=Sort.TITLE, page=3, filters=Filters({"lang": ("sv",)}, 2000))
    assert parameters(without_filters(query)) == [("q", "leikki"), ("sort", "title")]


@pytest.mark.parametrize("path", ["//evil.example", "/sv//evil.example", "///", "/en"])
def test_a_path_never_names_another_host(path: str) -> None:
    assert without_language(path).startswith("/")
    assert not without_language(path).startswith("//")
