"""What the contract says of facets: what counts where, under which filters, in which order."""

from __future__ import annotations

import pytest

from indexer.engines import Engine
from indexer.engines.facet_values import facet_values
from indexer.models import FACETS
from indexer.results import FacetCount

from .records import counts, found, ids, query, record, serve, value, vocabularies

DOCUMENTS = [
    record("a", text="sana", years=[2019, 2020], municipalities=["kajaani"], themes=["leikki"]),
    record(
        "b", text="sana", years=[2021], regions=["kainuu", "lappi"], themes=["leikki", "vasu"],
        municipalities=["kajaani", "kuhmo"], kind="report",
    ),
    record("c", text="sana", regions=["valtakunnallinen"], kind="report", language="sv"),
    record("d", text="muu", years=[2020], regions=["lappi"], networks=["loisto-lappi"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def served(shared: Engine) -> Engine:
    """An engine that serves ``DOCUMENTS``."""
    serve(shared, DOCUMENTS)
    return shared


def test_municipalities_count_in_their_region_once() -> None:
    assert facet_values(DOCUMENTS[1], vocabularies())["region"] == {
        "kainuu",
        "kajaani",
        "kuhmo",
        "lappi",
    }


def test_a_national_document_counts_nowhere_else() -> None:
    national = record("x", regions=["valtakunnallinen", "kainuu"], municipalities=["kajaani"])
    assert facet_values(national, vocabularies())["region"] == {"valtakunnallinen"}


def test_narrower_concepts_count_in_the_broader_ones() -> None:
    for facet, field in (("theme", "themes"), ("network", "networks")):
        scheme = vocabularies()[facet]
        narrow = next((one for one in scheme if scheme.parent(one)), None)
        if narrow is not None:
            made = record("x", **{field: [narrow]})  # type: ignore[arg-type]
            assert facet_values(made, vocabularies())[facet] == {narrow, *scheme.ancestors(narrow)}


def test_not_known_is_a_value_of_every_facet() -> None:
    values = facet_values(record("x"), vocabularies())
    assert set(values) == set(FACETS)
    for facet in ("region", "theme", "year", "network"):
        assert values[facet] == {"unknown"}


def test_counts_without_filters(served: Engine) -> None:
    results = served.search(query())
    assert tuple(results.facets) == FACETS
    assert counts(results, "region") == {
        "kainuu": 2, "kajaani": 2, "lappi": 2, "kuhmo": 1, "valtakunnallinen": 1,
    }  # fmt: skip
    assert counts(results, "theme") == {"leikki": 2, "unknown": 2, "vasu": 1}
    assert counts(results, "kind") == {"blog": 2, "report": 2}
    assert counts(results, "lang") == {"fi": 3, "sv": 1}
    assert counts(results, "network")["unknown"] == 3
    assert value(results, "region", "kajaani").parent == "kainuu"
    assert value(results, "region", "kainuu").parent is None


def test_values_come_most_documents_first_then_by_id_and_years_newest_first(
    served: Engine,
) -> None:
    results = served.search(query())
    assert list(counts(results, "region"))[:3] == ["kainuu", "kajaani", "lappi"]
    assert list(counts(results, "year")) == ["2021", "2020", "2019", "unknown"]


def test_values_of_one_facet_mean_or_and_facets_together_mean_and(served: Engine) -> None:
    assert found(served, filters={"region": ["kainuu"]}) == {"a", "b"}
    assert found(served, filters={"region": ["kuhmo", "valtakunnallinen"]}) == {"b", "c"}
    assert found(served, filters={"region": ["kainuu"], "kind": ["report"]}) == {"b"}
    assert found(served, filters={"region": ["kainuu"], "lang": ["sv"]}) == set()
    assert found(served, "sana", filters={"theme": ["unknown"]}) == {"c"}


def test_a_facets_counts_ignore_its_own_filter_only(served: Engine) -> None:
    results = served.search(query(filters={"region": ["kainuu"], "kind": ["report"]}))
    assert ids(results) == ["b"]
    assert counts(results, "region") == {
        "kainuu": 1, "kajaani": 1, "kuhmo": 1, "lappi": 1, "valtakunnallinen": 1,
    }  # fmt: skip
    assert counts(results, "kind") == {"blog": 1, "report": 1}
    assert counts(results, "theme") == {"leikki": 1, "vasu": 1}


def test_chosen_values_are_marked_and_stay_at_zero(served: Engine) -> None:
    results = served.search(query("muu", {"theme": ["vasu", "leikki"], "year": ["1999"]}))
    assert results.total == 0
    assert value(results, "theme", "vasu") == FacetCount("vasu", 0, True)
    assert value(results, "year", "1999") == FacetCount("1999", 0, True)
    assert all(one.count or one.selected for facet in FACETS for one in results.facets[facet])


def test_a_chosen_value_that_no_document_has_keeps_its_parent(served: Engine) -> None:
    results = served.search(query(filters={"region": ["sotkamo"]}))
    assert value(results, "region", "sotkamo") == FacetCount("sotkamo", 0, True, "kainuu")


@pytest.mark.parametrize(
    ("chosen", "years", "expected"),
    [
        ([], (2020, 2020), {"a", "d"}),
        ([], (2020, None), {"a", "b", "d"}),
        ([], (None, 2019), {"a"}),
        ([], (2021, 2020), {"a", "b", "d"}),
        ([], (2030, 2040), set()),
        (["2021"], (2019, 2019), {"a", "b"}),
        (["unknown"], (2021, 2021), {"b", "c"}),
        (["unknown"], (None, None), {"c"}),
    ],
)
def test_a_span_of_years_is_one_filter_with_the_years(
    served: Engine, chosen: list[str], years: tuple[int | None, int | None], expected: set[str]
) -> None:
    asked = query(filters={"year": chosen} if chosen else {}, years=years)
    results = served.search(asked)
    assert set(ids(results)) == expected
    everything = counts(served.search(query()), "year")
    assert {one: count for one, count in counts(results, "year").items() if count} == everything


def test_a_document_page_is_found_under_each_year_of_its_project(served: Engine) -> None:
    for year in ("2019", "2020"):
        assert "a" in found(served, filters={"year": [year]})
