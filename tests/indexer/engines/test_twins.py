"""Documents with the same text are one result, counted once, and each can be filtered for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines import Engine
from indexer.engines.facet_values import facet_values
from indexer.models import FACETS, PartialDate, Record, Twin
from indexer.query import Filters, Query, Sort
from indexer.results import Other

from .records import counts, ids, query, record, serve, vocabularies
from .test_brute_force import passes, property_test, queries, records

TEXT = "Kaikille yhteinen ohje leikistä."
DOCUMENTS = [
    record("a-kajaani", "Ohje", TEXT, municipalities=["kajaani"], twins=["b-kuhmo"]),
    record("b-kuhmo", "Ohje", TEXT, municipalities=["kuhmo"], date=PartialDate(2021)),
    record(
        "c-oulu", "Yhteinen ohje", TEXT + " Lisäys.", municipalities=["oulu"], twins=["b-kuhmo"]
    ),
    record("d-oma", "Oma", "Aivan oma ohje leikistä.", municipalities=["oulu"], twins=["ei-ole"]),
]


@pytest.fixture
def served(engine: Engine) -> Engine:
    """An engine that serves three twins, of which two know only the third, and another."""
    serve(engine, DOCUMENTS)
    return engine


def test_twins_are_one_result_that_names_the_others(served: Engine) -> None:
    results = served.search(query("ohje", sort=Sort.NEWEST))
    assert (ids(results), results.total) == (["b-kuhmo", "d-oma"], 2)
    assert results.hits[0].also_in == (
        Other("a-kajaani", "Ohje", ("kajaani",), same_text=True),
        Other("c-oulu", "Yhteinen ohje", ("oulu",), same_text=True),
    )
    assert results.hits[1].also_in == ()


@pytest.mark.parametrize(
    ("sort", "first"),
    [(Sort.NEWEST, "b-kuhmo"), (Sort.TITLE, "a-kajaani"), (Sort.OLDEST, "b-kuhmo")],
)
def test_the_first_in_the_order_asked_for_stands_for_its_twins(
    served: Engine, sort: Sort, first: str
) -> None:
    found = ids(served.search(query("ohje", sort=sort)))
    assert len(found) == 2
    assert first in found


def test_the_most_relevant_twin_stands_for_the_others(served: Engine) -> None:
    assert ids(served.search(query("lisäys ohje"))) == ["c-oulu"]
    assert ids(served.search(query("ohje")))[0] in {"a-kajaani", "b-kuhmo"}


def test_a_filter_shows_the_twin_that_passes_it(served: Engine) -> None:
    results = served.search(query("ohje", {"region": ["kuhmo"]}))
    assert ids(results) == ["b-kuhmo"]
    assert [other.id for other in results.hits[0].also_in] == ["a-kajaani", "c-oulu"]


def test_a_row_counts_what_a_click_on_it_gives(served: Engine) -> None:
    results = served.search(query("ohje"))
    assert counts(results, "region") == {
        "kainuu": 1,
        "kajaani": 1,
        "kuhmo": 1,
        "pohjois-pohjanmaa": 2,
        "oulu": 2,
    }
    assert counts(results, "year") == {"unknown": 2}
    assert served.search(query("ohje", {"region": ["kainuu"]})).total == 1


def test_twins_fill_no_page(served: Engine) -> None:
    pages = [served.search(query("ohje", size=1, page=page)) for page in (1, 2, 3)]
    assert [len(page.hits) for page in pages] == [1, 1, 0]
    assert {page.total for page in pages} == {2}


def test_a_withdrawn_twin_neither_stands_for_others_nor_is_named(served: Engine) -> None:
    served.hide({"b-kuhmo"})
    results = served.search(query("ohje", sort=Sort.TITLE))
    assert ids(results) == ["a-kajaani", "d-oma"]
    assert [other.id for other in results.hits[0].also_in] == ["c-oulu"]
    assert [other.id for other in served.twins("a-kajaani")] == ["c-oulu"]


def test_the_twins_of_a_document(served: Engine) -> None:
    assert [other.id for other in served.twins("c-oulu")] == ["b-kuhmo", "a-kajaani"]
    assert served.twins("d-oma") == served.twins("ei-ole") == ()


def test_the_same_text_is_known_though_each_copy_names_only_those_beside_it(
    engine: Engine,
) -> None:
    copies = [f"kopio-{number}" for number in range(5)]
    similar = {one: {other: 1.0} for one, other in pairwise(copies)} | {copies[-1]: {"lisa": 0.9}}
    serve(
        engine,
        [
            replace(
                record(one, "Ohje", TEXT),
                twins=tuple(Twin(*twin) for twin in similar.get(one, {}).items()),
            )
            for one in (*copies, "lisa", "oma")
        ],
    )
    told = {other.id: other.same_text for other in engine.twins(copies[0])}
    assert told == {**dict.fromkeys(copies[1:], True), "lisa": False}
    assert not any(other.same_text for other in engine.twins("lisa"))


def test_the_same_text_alone_makes_no_twins(engine: Engine) -> None:
    serve(engine, [record(name, "Ohje", TEXT) for name in ("a", "b")])
    assert engine.search(query("ohje")).total == 2, "so a judged collection loses nothing"


@st.composite
def with_twins(draw: st.DrawFn) -> list[Record]:
    """A small corpus of which some are twins, one of a document that is not there."""
    documents = draw(records())
    names = st.sampled_from([*(one.id for one in documents), "gone"])
    found = [draw(st.lists(names, max_size=2)) for _ in documents]
    return [
        replace(one, twins=tuple(Twin(name, 1.0) for name in twins if name != one.id))
        for one, twins in zip(documents, found, strict=True)
    ]


def groups(documents: list[Record]) -> Mapping[str, str]:
    """The group of each document, by merging until nothing changes."""
    of = {one.id: one.id for one in documents}
    for _ in documents:
        for one in documents:
            for twin in one.twins:
                if twin.id in of:
                    of[one.id] = of[twin.id] = min(of[one.id], of[twin.id])
    return of


@given(
    documents=with_twins(),
    asked=st.lists(queries, min_size=1, max_size=6),
    withdrawn=st.sets(st.integers(0, 8), max_size=2),
)
@property_test
def test_a_search_is_the_same_search_with_repeats_left_out(
    engine: Engine, documents: list[Record], asked: list[Query], withdrawn: set[int]
) -> None:
    engine.hide({one.id for place, one in enumerate(documents) if place in withdrawn})
    of = groups(documents)
    filed = {one.id: dict(facet_values(one, vocabularies())) for one in documents}
    serve(engine, [replace(one, twins=()) for one in documents])
    alone = [ids(engine.search(one)) for one in asked]
    unfiltered = [ids(engine.search(replace(one, filters=Filters()))) for one in asked]
    serve(engine, documents)
    for one_asked, expected, matched in zip(asked, alone, unfiltered, strict=True):
        results = engine.search(one_asked)
        first = {of[one]: one for one in reversed(expected)}
        assert ids(results) == [one for one in expected if first[of[one]] == one]
        assert results.total == len(first)
        pages = (replace(one_asked, size=2, page=page) for page in range(1, len(first) + 2))
        assert [one for page in pages for one in ids(engine.search(page))] == ids(results)
        for facet in FACETS:
            under = [one for one in matched if passes(filed[one], one_asked.filters, facet)]
            distinct = {(value, of[one]) for one in under for value in filed[one][facet]}
            found = Counter(value for value, _ in distinct)
            found.update(dict.fromkeys(one_asked.filters.of(facet), 0))
            assert counts(results, facet) == dict(found)
    engine.prune(1)


@given(documents=with_twins(), asked=queries, withdrawn=st.sets(st.integers(0, 8), max_size=2))
@property_test
def test_the_others_are_the_rest_of_the_group(
    engine: Engine, documents: list[Record], asked: Query, withdrawn: set[int]
) -> None:
    hidden = {one.id for place, one in enumerate(documents) if place in withdrawn}
    engine.hide(hidden)
    of = groups(documents)
    serve(engine, documents)
    for hit in engine.search(asked).hits:
        others = {one for one, group in of.items() if group == of[hit.id]} - hidden - {hit.id}
        assert {other.id for other in hit.also_in} == others
        assert hit.also_in == engine.twins(hit.id)
    engine.prune(1)


@given(documents=with_twins(), asked=queries)
@property_test
def test_every_count_is_the_total_of_its_click(
    engine: Engine, documents: list[Record], asked: Query
) -> None:
    serve(engine, documents)
    for facet, rows in engine.search(asked).facets.items():
        kept = {name: chosen for name, chosen in asked.filters.values.items() if name != facet}
        ends = (None, None) if facet == "year" else (asked.filters.year_from, asked.filters.year_to)
        for row in rows:
            clicked = Filters({**kept, facet: (row.id,)}, *ends)
            assert engine.search(replace(asked, filters=clicked)).total == row.count
    engine.prune(1)
