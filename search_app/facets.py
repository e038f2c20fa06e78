"""Counts of facet values made into rows with the addresses that choose them; no Flask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from indexer import NATIONAL, TITLE_KEYS, UNKNOWN, FacetCount, Query, ResultSet, Vocabularies

from .addresses import search_address, toggled, with_values, without_range

SHOWN = 8
"""Rows of a facet that are seen at once."""

SLACK = 2
"""So few rows more are shown too: a fold that hides two saves nothing."""

PANELS = ("region", "theme", "kind", "lang", "network")
"""The facets with rows, in the order of the page; the year has a chart."""

REGION = "region"
YEAR = "year"


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A value: its address chooses it, or gives it up where it is ``selected``."""

    id: str
    label: str
    count: int
    selected: bool
    address: str
    children: tuple[FacetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """A facet: the rows seen at once and those behind a fold, most frequent first.

    ``narrower`` lists all municipalities in the order of the alphabet. ``chosen`` says whether
    any value is selected.
    """

    name: str
    shown: tuple[FacetRow, ...]
    folded: tuple[FacetRow, ...] = ()
    narrower: tuple[FacetRow, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A year's row of the chart; ``width`` is its share of the longest bar in percent."""

    row: FacetRow
    width: float


@dataclass(frozen=True, slots=True)
class Decade:
    """The years of a decade that have documents, newest first."""

    start: int
    bars: tuple[Bar, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class YearChart:
    """The year facet: bars by decade, those not dated, and the chosen range."""

    decades: tuple[Decade, ...]
    unknown: FacetRow | None
    year_from: int | None
    year_to: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter and the address of the search without it."""

    facet: str
    label: str
    address: str


def panels(query: Query, results: ResultSet, vocabularies: Vocabularies) -> tuple[FacetPanel, ...]:
    """Every facet but the year that has something to choose."""
    made = (_panel(name, query, results.facets.get(name, ()), vocabularies) for name in PANELS)
    return tuple(panel for panel in made if panel.shown)


def year_chart(query: Query, results: ResultSet, vocabularies: Vocabularies) -> YearChart:
    """The year facet as a chart; every decade that holds a choice is open, and the newest."""
    rows = _rows(YEAR, query, results.facets.get(YEAR, ()), vocabularies)
    most = max((row.count for row in rows), default=0) or 1
    bars = [Bar(row, round(100 * row.count / most, 1)) for row in rows]
    dated = sorted((bar for bar in bars if bar.row.id.isdigit()), key=_year, reverse=True)
    decades = [
        _decade(start, tuple(run), newest=number == 0, query=query)
        for number, (start, run) in enumerate(groupby(dated, lambda bar: _year(bar) // 10 * 10))
    ]
    filters = query.filters
    return YearChart(
        decades=tuple(decades),
        unknown=next((row for row in rows if row.id == UNKNOWN), None),
        year_from=filters.year_from,
        year_to=filters.year_to,
        chosen=bool(filters.of(YEAR)) or filters.years_between is not None,
    )


def chips(query: Query, vocabularies: Vocabularies) -> tuple[Chip, ...]:
    """One chip for each chosen value, and one for a range of years."""
    found = [
        Chip(facet, _label(vocabularies, facet, value, query.language), search_address(without))
        for facet, values in query.filters.values.items()
        for value in values
        for without in (with_values(query, facet, (one for one in values if one != value)),)
    ]
    if query.filters.years_between is not None:
        low, high = query.filters.years_between
        label = f"{low or ''}–{high or ''}"
        found.append(Chip(YEAR, label, search_address(without_range(query))))
    return tuple(found)


def with_national(query: Query, results: ResultSet, vocabularies: Vocabularies) -> FacetRow | None:
    """The offer to add what concerns the whole country to the chosen regions, where it adds."""
    chosen = query.filters.of(REGION)
    if not set(chosen) - {NATIONAL, UNKNOWN} or NATIONAL in chosen:
        return None
    counts = [one for one in results.facets.get(REGION, ()) if one.id == NATIONAL and one.count]
    return next(iter(_rows(REGION, query, counts, vocabularies)), None)


def _panel(
    name: str, query: Query, counts: Iterable[FacetCount], vocabularies: Vocabularies
) -> FacetPanel:
    counts = tuple(counts)
    rows = {row.id: row for row in _rows(name, query, counts, vocabularies)}
    parents = {one.id: one.parent for one in counts if one.parent in rows}
    tops = [_with_children(row, rows, parents) for row in rows.values() if row.id not in parents]
    shown, folded = _folded(sorted(tops, key=_by_count(query.language)))
    narrower = [rows[identifier] for identifier in parents] if name == REGION else []
    return FacetPanel(
        name,
        shown,
        folded,
        tuple(sorted(narrower, key=lambda row: TITLE_KEYS[query.language](row.label))),
        any(row.selected for row in rows.values()),
    )


def _rows(
    facet: str, query: Query, counts: Iterable[FacetCount], vocabularies: Vocabularies
) -> list[FacetRow]:
    parent = partial(vocabularies.parent, facet)
    return [
        FacetRow(
            one.id,
            _label(vocabularies, facet, one.id, query.language),
            one.count,
            one.selected,
            search_address(toggled(query, facet, one.id, parent)),
        )
        for one in counts
    ]


def _label(vocabularies: Vocabularies, facet: str, value: str, language: str) -> str:
    label = vocabularies.label(facet, value, language)
    return label[:1].upper() + label[1:]


def _with_children(
    row: FacetRow, rows: Mapping[str, FacetRow], parents: Mapping[str, str | None]
) -> FacetRow:
    """The row with its narrower ones where it or one of them is chosen, or it is the only one."""
    below = [rows[one] for one, parent in parents.items() if parent == row.id]
    alone = len(rows) == len(below) + 1
    if not (alone or row.selected or any(child.selected for child in below)):
        return row
    ordered = sorted(below, key=lambda child: (-child.count, child.label))
    return replace(row, children=tuple(ordered))


def _folded(rows: Sequence[FacetRow]) -> tuple[tuple[FacetRow, ...], tuple[FacetRow, ...]]:
    """What is seen at once, chosen rows wherever they rank, and what is folded away."""
    if len(rows) <= SHOWN + SLACK:
        return tuple(rows), ()
    seen = [row for place, row in enumerate(rows) if place < SHOWN or _chosen(row)]
    return tuple(seen), tuple(row for row in rows if row not in seen)


def _chosen(row: FacetRow) -> bool:
    return row.selected or any(child.selected for child in row.children)


def _by_count(language: str) -> Callable[[FacetRow], tuple[bool, int, str]]:
    key = TITLE_KEYS[language]
    return lambda row: (row.id == UNKNOWN, -row.count, key(row.label))


def _decade(start: int, bars: tuple[Bar, ...], newest: bool, query: Query) -> Decade:
    low, high = query.filters.years_between or (None, None)
    between = (low is not None or high is not None) and any(
        (low or 0) <= _year(bar) <= (high or 9999) for bar in bars
    )
    return Decade(start, bars, newest or between or any(bar.row.selected for bar in bars))


def _year(bar: Bar) -> int:
    return int(bar.row.id)
