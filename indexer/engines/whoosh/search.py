"""A query's way through one generation: match, filter, count, sort, and show a page of hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from ...models import FACETS
from ...query import Query, Sort
from ...results import Hit, ResultSet
from ...snippets import Sought, snippets
from .columns import Float32, Int32, Mask
from .compiler import Beginning, Leaf, Stems, compile_clause, leaves
from .evaluate import known
from .facets import Bits
from .reader import Snapshot
from .sealing import guarded


def search(snapshot: Snapshot, visible: Mask, query: Query) -> ResultSet:
    """Answer a query from a snapshot; ``visible`` has the documents that are not withdrawn."""
    group = compile_clause(query.clause, snapshot.analyzer, query.language)
    with snapshot.evaluator() as evaluator:
        met = evaluator.group(group)
        weights = {leaf: evaluator.weights[leaf] for leaf in leaves(group)}
    with guarded(snapshot.folder):
        facets = snapshot.facets
        matched = facets.pack(met.documents & visible)
        selections = facets.selections(query.filters)
        counts = {
            facet: facets.counts(facet, _under(matched, selections, facet), query.filters.of(facet))
            for facet in FACETS
        }
        found = np.flatnonzero(facets.unpack(_under(matched, selections))).astype(np.int32)
        page = _page(snapshot, query, found, met.scores, ranked=group.asks)
        hits = tuple(_hits(snapshot, page, met.scores, weights))
    return ResultSet(hits, len(found), counts)


def _under(matched: Bits, selections: dict[str, Bits], but: str | None = None) -> Bits:
    """What is left under the filters of all facets but one."""
    for facet, bits in selections.items():
        if facet != but:
            matched = matched & bits
    return matched


def _page(snapshot: Snapshot, query: Query, found: Int32, scores: Float32, ranked: bool) -> Int32:
    """The documents of the wanted page; the newest first where nothing tells relevance."""
    first = (query.page - 1) * query.size
    if first >= len(found):
        return found[:0]
    if query.sort is Sort.RELEVANCE and ranked:
        return snapshot.orders.best(found, scores, first, query.size)
    sort = Sort.NEWEST if query.sort is Sort.RELEVANCE else query.sort
    places = snapshot.orders.places(sort, query.language)
    return snapshot.orders.page(found, places, first, query.size)


def _hits(
    snapshot: Snapshot, page: Int32, scores: Float32, weights: Mapping[Leaf, float]
) -> Iterator[Hit]:
    sought = [_sought(snapshot, leaf, weight) for leaf, weight in weights.items()]
    for document in map(int, page):
        passages = snippets(
            snapshot.records.text(document),
            snapshot.layout(document),
            snapshot.tokens.words(document),
            sought,
        )
        card = snapshot.records.card(document)
        yield replace(card, score=float(scores[document]), snippets=passages)


def _sought(snapshot: Snapshot, leaf: Leaf, weight: float) -> Sought:
    """What a snippet looks for, in the numbers of this generation's dictionaries."""
    if isinstance(leaf, Stems):
        numbers = [snapshot.stems.find(stem) for stem in leaf.stems]
        stems = tuple(number for number in numbers if number is not None)
        return Sought(stems=stems, weight=weight)
    if isinstance(leaf, Beginning):
        return Sought(surfaces=snapshot.surfaces.starting(leaf.prefix), weight=weight)
    return Sought(phrase=tuple(known(snapshot.surfaces, leaf)), weight=weight)
