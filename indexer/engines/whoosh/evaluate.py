"""Which documents meet the look-ups, and how well: BM25F over arrays of one number a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from .columns import Float32, Mask
from .compiler import Beginning, Group, Leaf, Lookup, Stems, Written
from .postings import Postings
from .schema import BODY, HEADINGS, SURFACE, TITLE
from .terms import Terms
from .tokens import Tokens

K1 = 1.2
WEIGHTS = {TITLE: 3.0, HEADINGS: 1.5, BODY: 1.0}
B = {TITLE: 0.5, HEADINGS: 0.5, BODY: 0.75, SURFACE: 0.75}
"""How much the length of a field counts; less where a longer one is hardly ever padding."""

FEW_TERMS = 64
"""A prefix of more words than this is counted in one pass over all words instead."""


class Met(NamedTuple):
    """The documents that meet a look-up, and the score of each; 0 for those that do not."""

    documents: Mask
    scores: Float32


class Evaluator:
    """Answers the look-ups of one query. ``norms`` holds BM25's length norm by field.

    ``weights`` holds, after that, what meeting each leaf is worth: rare ones more.
    """

    def __init__(
        self, postings: Postings, tokens: Tokens, surfaces: Terms, norms: dict[str, Float32]
    ) -> None:
        self._postings, self._tokens, self._surfaces = postings, tokens, surfaces
        self._norms = norms
        self.weights: dict[Leaf, float] = {}

    def group(self, group: Group) -> Met:
        """The documents that meet a group, and the sum of the scores of what they meet."""
        documents = np.ones(len(self._tokens), np.bool_)
        scores = np.zeros(len(self._tokens), np.float32)
        for met in map(self.lookup, group.all_of):
            documents &= met.documents
            scores += met.scores
        if group.any_of:
            documents &= self._any(group.any_of, scores)
        self._any(group.bonus, scores)
        for part in group.none_of:
            documents &= ~self.lookup(part).documents
        return Met(documents, np.where(documents, scores, np.float32(0)))

    def lookup(self, lookup: Lookup) -> Met:
        """The documents that meet one look-up."""
        if isinstance(lookup, Group):
            return self.group(lookup)
        frequencies = self._frequencies(lookup)
        documents = frequencies > 0
        weight = idf(len(documents), int(np.count_nonzero(documents)))
        self.weights[lookup] = float(weight)
        return Met(documents, weight * (K1 + 1) * frequencies / (frequencies + np.float32(K1)))

    def _any(self, parts: Iterable[Lookup], scores: Float32) -> Mask:
        found = np.zeros(len(scores), np.bool_)
        for met in map(self.lookup, parts):
            found |= met.documents
            scores += met.scores
        return found

    def _frequencies(self, leaf: Leaf) -> Float32:
        """How often each document has it, weighed by field and by the field's length."""
        if isinstance(leaf, Stems):
            return sum(
                (weight * self._terms(field, leaf.stems) for field, weight in WEIGHTS.items()),
                start=np.zeros(len(self._tokens), np.float32),
            )
        if isinstance(leaf, Beginning):
            return self._beginning(self._surfaces.starting(leaf.prefix))
        if len(leaf.words) == 1:
            return self._terms(SURFACE, leaf.words)
        return self._phrase(leaf)

    def _terms(self, field: str, terms: Iterable[str]) -> Float32:
        found = np.zeros(len(self._tokens), np.float32)
        for term in terms:
            documents, weights = self._postings.of(field, term)
            found[documents] += weights
        return found / self._norms[field]

    def _beginning(self, numbers: range) -> Float32:
        if len(numbers) <= FEW_TERMS:
            return self._terms(SURFACE, (self._surfaces[number] for number in numbers))
        return self._tokens.count_range(numbers).astype(np.float32) / self._norms[SURFACE]

    def _phrase(self, phrase: Written) -> Float32:
        found = np.zeros(len(self._tokens), np.float32)
        numbers = known(self._surfaces, phrase)
        if not numbers:
            return found
        having = [self._postings.of(SURFACE, word)[0] for word in dict.fromkeys(phrase.words)]
        documents = min(having, key=len)
        for other in having:
            documents = np.intersect1d(documents, other, assume_unique=True)
        found[documents] = self._tokens.count_phrase(numbers, documents)
        return found / self._norms[SURFACE]


def idf(documents: int, having: int) -> np.float32:
    """BM25's weight of something that ``having`` of all documents have; always above 0."""
    return np.float32(np.log1p((documents - having + 0.5) / (having + 0.5)))


def known(surfaces: Terms, written: Written) -> Sequence[int]:
    """The numbers of the words, or nothing where the index lacks one of them."""
    found = [surfaces.find(word) for word in written.words]
    return [] if None in found else [number for number in found if number is not None]
