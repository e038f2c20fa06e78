"""A query's way through one generation: match, filter, count, sort, and show a page of hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ...models import FACETS
from ...query import Query, Sort
from ...results import FacetCount, Hit, Other, ResultSet
from ...snippets import Sought, snippets
from .columns import Float32, Int32, Mask
from .compiler import Beginning, Leaf, Stems, compile_clause, leaves
from .facets import Bits
from .orders import Order
from .reader import Snapshot
from .sealing import guarded

_NO_TYPES = np.empty(0, np.int32)


def search(snapshot: Snapshot, visible: Mask, query: Query) -> ResultSet:
    """Answer a query from a snapshot; ``visible`` has the documents that are not withdrawn."""
    group = compile_clause(query.clause, snapshot.analyzer, query.language)
    with guarded(snapshot.folder):
        evaluator = snapshot.evaluator()
        met = evaluator.group(group)
        facets = snapshot.facets
        matched = facets.pack(_mask(met.documents, visible))
        selections = facets.selections(query.filters)
        left = _under(matched, selections)
        counts = _counts(snapshot, matched, left, selections, query)
        mask = facets.unpack(left)
        scores = np.zeros(snapshot.documents, np.float32)
        scores[met.documents] = met.scores
        order = _order(snapshot, query, scores if group.asks else None)
        mask[snapshot.twins.behind(mask, order)] = False
        found = np.flatnonzero(mask).astype(np.int32)
        page = order.page(found, (query.page - 1) * query.size, query.size)
        sought = [_sought(snapshot, leaf, evaluator.weights[leaf]) for leaf in leaves(group)]
        hits = tuple(_hits(snapshot, visible, page, scores, sought))
    return ResultSet(hits, len(found), counts)


def others(snapshot: Snapshot, visible: Mask, document: int) -> tuple[Other, ...]:
    """The document's twins that are not withdrawn, newest first."""
    found = snapshot.twins.others(document)
    found = found[visible[found]]
    newest = snapshot.orders.places(Sort.NEWEST, "")
    found = found[np.argsort(newest[found])]
    same_text = snapshot.twins.same_text(document, found)
    return tuple(map(snapshot.records.other, found.tolist(), same_text))


def _under(matched: Bits, selections: dict[str, Bits], but: str | None = None) -> Bits:
    """What is left under the filters of all facets but one."""
    for facet, bits in selections.items():
        if facet != but:
            matched = matched & bits
    return matched


def _counts(
    snapshot: Snapshot, matched: Bits, left: Bits, selections: dict[str, Bits], query: Query
) -> dict[str, tuple[FacetCount, ...]]:
    """The counts of all facets; those without a filter are counted together."""
    found = dict.fromkeys(FACETS, left)
    found |= {facet: _under(matched, selections, facet) for facet in selections}
    totals = snapshot.facets.totals(left, FACETS)
    for facet in selections:
        totals |= snapshot.facets.totals(found[facet], (facet,))
    return {
        facet: snapshot.facets.counts(
            facet,
            totals[facet] - snapshot.twins.repeats(facet, found[facet]),
            query.filters.of(facet),
        )
        for facet in FACETS
    }


def _order(snapshot: Snapshot, query: Query, scores: Float32 | None) -> Order:
    """The order asked for; the newest first where nothing tells relevance."""
    if query.sort is Sort.RELEVANCE and scores is not None:
        return Order(snapshot.orders.ids, scores)
    sort = Sort.NEWEST if query.sort is Sort.RELEVANCE else query.sort
    return Order(snapshot.orders.places(sort, query.language))


def _hits(
    snapshot: Snapshot,
    visible: Mask,
    page: Int32,
    scores: Float32,
    sought: Sequence[Sought],
) -> Iterator[Hit]:
    for document in map(int, page):
        passages = snippets(
            snapshot.records.text(document),
            snapshot.layout(document),
            snapshot.dictionary.words.words(document),
            sought,
        )
        also_in = others(snapshot, visible, document)
        yield snapshot.records.hit(document, float(scores[document]), passages, also_in)


def _mask(documents: Int32, visible: Mask) -> Mask:
    mask = np.zeros(len(visible), np.bool_)
    mask[documents] = True
    return mask & visible


def _sought(snapshot: Snapshot, leaf: Leaf, weight: float) -> Sought:
    """What a snippet looks for, in the numbers of this generation's dictionaries."""
    if isinstance(leaf, Stems):
        return Sought(snapshot.dictionary.types_of(leaf.stems), weight=weight)
    forms = snapshot.forms
    if isinstance(leaf, Beginning):
        return Sought(_NO_TYPES, (forms.starting(leaf.prefix),), weight)
    return Sought(_NO_TYPES, tuple(map(forms.find, leaf.words)), weight)
