"""Counts become rows: sorted, nested, folded, each with the address that changes it."""

from __future__ import annotations

from collections.abc import Sequence

from indexer import FacetCount, Filters, Query, ResultSet, load_vocabularies
from search_app.facets import FacetPanel, chips, panels, with_national, year_chart

VOCABULARIES = load_vocabularies()
REGIONS = ("uusimaa", "lappi", "kainuu", "satakunta", "pirkanmaa", "pohjanmaa", "kymenlaakso")


def results(**counts: Sequence[FacetCount]) -> ResultSet:
    return ResultSet((), 0, {name: tuple(rows) for name, rows in counts.items()})


def panel(query: Query, found: ResultSet, name: str = "region") -> FacetPanel:
    return next(one for one in panels(query, found, VOCABULARIES) if one.name == name)


def test_rows_come_by_count_then_by_label_and_the_unknown_last() -> None:
    found = results(
        theme=[
            FacetCount("unknown", 9),
            FacetCount("osallisuus", 2),
            FacetCount("leikki", 2),
            FacetCount("vasu", 5),
        ]
    )
    rows = panel(Query(), found, "theme").shown
    assert [row.label for row in rows] == ["Vasu", "Leikki", "Osallisuus", "Ei tiedossa"]


def test_municipalities_stand_under_a_chosen_region_and_in_the_list_of_all() -> None:
    counts = [
        FacetCount("kainuu", 3, selected=True),
        FacetCount("sotkamo", 1, parent="kainuu"),
        FacetCount("kajaani", 2, parent="kainuu"),
        FacetCount("lappi", 1),
        FacetCount("inari", 1, parent="lappi"),
    ]
    made = panel(Query(filters=Filters({"region": ("kainuu",)})), results(region=counts))
    kainuu, lappi = made.shown
    assert [row.id for row in kainuu.children] == ["kajaani", "sotkamo"]
    assert lappi.children == ()
    assert [row.id for row in made.narrower] == ["inari", "kajaani", "sotkamo"]
    assert kainuu.children[0].address == "/?region=kajaani"
    assert made.chosen


def test_labels_sort_as_the_language_sorts() -> None:
    counts = [FacetCount("uusimaa", 4)] + [
        FacetCount(one, 1, parent="uusimaa") for one in ("askola", "espoo", "sipoo")
    ]
    counts += [FacetCount("keski-suomi", 4), FacetCount("aanekoski", 1, parent="keski-suomi")]
    for language, last in (("fi", "Äänekoski"), ("sv", "Äänekoski"), ("en", "Sipoo")):
        made = panel(Query(language=language), results(region=counts))
        assert made.narrower[-1].label in {last, "Sibbo"}


def test_a_long_facet_folds_but_never_hides_a_choice() -> None:
    names = [*REGIONS, "etela-savo", "pohjois-savo", "etela-karjala", "ahvenanmaa"]
    counts = [FacetCount(name, 20 - place) for place, name in enumerate(names)]
    counts.append(FacetCount("keski-suomi", 0, selected=True))
    made = panel(Query(filters=Filters({"region": ("keski-suomi",)})), results(region=counts))
    assert [row.id for row in made.shown] == [*names[:8], "keski-suomi"]
    assert [row.id for row in made.folded] == names[8:]


def test_years_are_bars_by_decade_newest_first() -> None:
    counts = [FacetCount("2021", 4), FacetCount("2019", 1), FacetCount("2005", 2)]
    chart = year_chart(
        Query(filters=Filters(year_from=2003, year_to=2006)),
        results(year=[*counts, FacetCount("unknown", 1)]),
        VOCABULARIES,
    )
    assert [(one.start, one.open) for one in chart.decades] == [
        (2020, True),
        (2010, False),
        (2000, True),
    ]
    assert [bar.width for one in chart.decades for bar in one.bars] == [100.0, 25.0, 50.0]
    assert chart.unknown is not None
    assert chart.chosen


def test_a_chip_for_each_choice_leads_to_the_search_without_it() -> None:
    query = Query(text="x", filters=Filters({"region": ("lappi", "kainuu")}, 2015, 2010))
    made = chips(query, VOCABULARIES)
    assert [chip.label for chip in made] == ["Lappi", "Kainuu", "2010–2015"]
    assert made[0].address == "/?q=x&region=kainuu&from=2015&to=2010"
    assert made[2].address == "/?q=x&region=lappi&region=kainuu"


def test_national_documents_are_offered_beside_a_chosen_region_only() -> None:
    counts = results(region=[FacetCount("valtakunnallinen", 7), FacetCount("lappi", 1)])
    region = Query(filters=Filters({"region": ("lappi",)}))
    offer = with_national(region, counts, VOCABULARIES)
    assert offer is not None
    assert (offer.count, offer.address) == (7, "/?region=lappi&region=valtakunnallinen")
    both = Query(filters=Filters({"region": ("lappi", "valtakunnallinen")}))
    for query in (Query(), both, Query(filters=Filters({"region": ("unknown",)}))):
        assert with_national(query, counts, VOCABULARIES) is None
