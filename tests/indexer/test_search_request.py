"""Search parameters: what can be read is read, what cannot is noticed, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import QueryError
from indexer.query import MAX_CHARACTERS, Sort
from indexer.search_request import MAX_SIZE, MAX_VALUES, Problem, read_request
from indexer.vocabulary import load_vocabularies

VOCABULARIES = load_vocabularies()
NAMES = (
    *("q", "region", "theme", "year", "from", "to", "kind", "lang", "network"),
    *("sort", "page", "size"),
)


def test_every_parameter_is_read() -> None:
    request = read_request(
        {
            "q": [" osallisuus "],
            "region": ["Kainuu", "kajaani", "Kajanaland"],
            "theme": ["oppimisen tuki"],
            "year": ["2019", "unknown"],
            "from": ["2020"],
            "to": ["2010"],
            "kind": ["raportti"],
            "lang": ["svenska"],
            "network": [],
            "sort": ["newest"],
            "page": ["3"],
            "size": ["5"],
        },
        VOCABULARIES,
    )
    query = request.strict()
    assert query.text == "osallisuus"
    assert query.filters.of("region") == ("kainuu", "kajaani")
    assert query.filters.of("theme") == ("oppimisen-tuki",)
    assert query.filters.of("year") == ("2019", "unknown")
    assert query.filters.of("kind") == ("report",)
    assert query.filters.of("lang") == ("sv",)
    assert query.filters.of("network") == ()
    assert query.filters.years_between == (2010, 2020)
    assert (query.sort, query.page, query.size) == (Sort.NEWEST, 3, 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("year", "abc"),
        ("year", "99999"),
        ("from", "-1"),
        ("page", "-1"),
        ("page", "0"),
        ("page", "²"),
        ("size", "x"),
        ("region", "Narnia"),
        ("theme", "<script>"),
        ("sort", "random"),
    ],
)
def test_what_cannot_be_read_is_noticed_and_strictly_refused(name: str, value: str) -> None:
    request = read_request({name: [value]}, VOCABULARIES)
    assert [(notice.problem, notice.parameter) for notice in request.notices] == [
        (Problem.BAD_VALUE, name)
    ]
    assert request.query.filters.values == {}
    with pytest.raises(QueryError, match=name):
        request.strict()


def test_an_overlong_query_is_cut_and_says_so() -> None:
    request = read_request({"q": ["sana " * 2000]}, VOCABULARIES)
    assert len(request.query.text) <= MAX_CHARACTERS
    assert {notice.problem for notice in request.notices} == {
        Problem.TOO_LONG,
        Problem.TOO_MANY_WORDS,
    }
    assert request.strict() == request.query


def test_values_are_bounded_and_say_so() -> None:
    years = [str(year) for year in range(1000, 3000)]
    request = read_request({"year": years}, VOCABULARIES)
    assert request.strict().filters.of("year") == tuple(years[:MAX_VALUES])
    (notice,) = request.notices
    assert (notice.problem, notice.parameter) == (Problem.TOO_MANY_VALUES, "year")
    assert str(MAX_VALUES) in str(notice)


def test_pages_are_bounded() -> None:
    query = read_request({"size": ["100000"], "page": ["9" * 18]}, VOCABULARIES).query
    assert query.size == MAX_SIZE
    assert query.page <= 10_000_000


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(), max_size=3)))
def test_nothing_that_can_be_sent_raises(parameters: dict[str, list[str]]) -> None:
    query = read_request(parameters, VOCABULARIES).query
    assert query.page >= 1
    assert 1 <= query.size <= MAX_SIZE
