"""Which documents meet the look-ups, and how well: BM25F over sorted lists of documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from .columns import Float32, Int32
from .compiler import Beginning, Group, Leaf, Lookup, Stems
from .dictionary import Dictionary
from .weighing import SURFACE, Weighing

K1 = 1.2
_FEW = 16
"""A list so many times shorter than another is searched for in it, rather than laid beside it."""


class Met(NamedTuple):
    """The documents that meet a look-up, in order, and the score of each."""

    documents: Int32
    scores: Float32


class Evaluator:
    """Answers the look-ups of one query.

    ``weights`` holds, after that, what meeting each leaf is worth: rare ones more.
    """

    def __init__(self, dictionary: Dictionary, weighing: Weighing) -> None:
        self._dictionary = dictionary
        self._norms = weighing.norms[SURFACE]
        self._count = len(weighing)
        self.weights: dict[Leaf, float] = {}

    def group(self, group: Group) -> Met:
        """The documents that meet a group, and the sum of the scores of what they meet."""
        wanted = [self.lookup(part) for part in group.all_of]
        if group.any_of:
            wanted.append(self._any(group.any_of))
        met = self._all(wanted) if wanted else self._everything()
        if group.bonus:
            met = self._with_bonus(met, group.bonus)
        for part in group.none_of:
            met = self._without(met, self.lookup(part).documents)
        return met

    def lookup(self, lookup: Lookup) -> Met:
        """The documents that meet one look-up."""
        if isinstance(lookup, Group):
            return self.group(lookup)
        documents, frequencies = self._postings(lookup)
        weight = idf(self._count, len(documents))
        self.weights[lookup] = float(weight)
        saturated = frequencies / (frequencies + np.float32(K1))
        return Met(documents, weight * np.float32(K1 + 1) * saturated)

    def _postings(self, leaf: Leaf) -> tuple[Int32, Float32]:
        """The documents that have it, and how often, weighed by field and field length."""
        if isinstance(leaf, Stems):
            found = [self._dictionary.lemma(stem) for stem in leaf.stems]
            return self._sum([one for one in found if len(one[0])])
        if isinstance(leaf, Beginning):
            documents, counts = self._dictionary.beginning(leaf.prefix)
        else:
            documents, counts = self._dictionary.phrase(leaf.words)
        return documents, counts / self._norms[documents]

    def _sum(self, parts: Sequence[tuple[Int32, Float32]]) -> tuple[Int32, Float32]:
        """The documents of any part, with the sum of what the parts say of each."""
        if len(parts) == 1:
            return parts[0]
        sums = self._dense()
        for documents, values in parts:
            sums[documents] += values
        found = np.flatnonzero(sums).astype(np.int32)
        return found, sums[found]

    def _everything(self) -> Met:
        return Met(np.arange(self._count, dtype=np.int32), self._dense())

    def _all(self, wanted: list[Met]) -> Met:
        """Those in all of them, the shortest list first, since nothing outside it can be met."""
        met, *others = sorted(wanted, key=lambda one: len(one.documents))
        for other in others:
            places = _places(met.documents, other.documents, self._count)
            met = Met(
                met.documents[places >= 0],
                met.scores[places >= 0] + other.scores[places[places >= 0]],
            )
        return met

    def _any(self, parts: Iterable[Lookup]) -> Met:
        """Those in any of them; a part may be met with score 0."""
        found = [self.lookup(part) for part in parts]
        mask = np.zeros(self._count, np.bool_)
        sums = self._dense()
        for met in found:
            mask[met.documents] = True
            sums[met.documents] += met.scores
        documents = np.flatnonzero(mask).astype(np.int32)
        return Met(documents, sums[documents])

    def _with_bonus(self, met: Met, bonus: Iterable[Lookup]) -> Met:
        sums = self._dense()
        for part in bonus:
            more = self.lookup(part)
            sums[more.documents] += more.scores
        return Met(met.documents, met.scores + sums[met.documents])

    def _without(self, met: Met, excluded: Int32) -> Met:
        kept = _places(met.documents, excluded, self._count) < 0
        return Met(met.documents[kept], met.scores[kept])

    def _dense(self) -> Float32:
        return np.zeros(self._count, np.float32)


def _places(wanted: Int32, among: Int32, count: int) -> Int32:
    """Where each of some sorted numbers below ``count`` stands among others; -1 where nowhere."""
    if len(wanted) * _FEW < len(among):
        places = np.searchsorted(among, wanted).astype(np.int32)
        places[places == len(among)] = 0
        places[among[places] != wanted] = -1
        return places
    places = np.full(count, -1, np.int32)
    places[among] = np.arange(len(among), dtype=np.int32)
    return places[wanted]


def idf(documents: int, having: int) -> np.float32:
    """BM25's weight of something that ``having`` of all documents have; always above 0."""
    return np.float32(np.log1p((documents - having + 0.5) / (having + 0.5)))
