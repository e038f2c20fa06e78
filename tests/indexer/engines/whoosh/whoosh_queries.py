"""Look-ups as Whoosh's own query objects say them: plain ones, and ones that score as ours do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import Any

from whoosh import query as whoosh_query
from whoosh.matching import WrappingMatcher
from whoosh.query.qcore import Query
from whoosh.scoring import BaseScorer, WeightingModel

from indexer.engines.whoosh.compiler import Beginning, Group, Leaf, Lookup, Stems, Written
from indexer.engines.whoosh.evaluate import K1, idf
from indexer.engines.whoosh.reader import Snapshot
from indexer.engines.whoosh.schema import FORM, LEMMA
from indexer.engines.whoosh.weighing import SURFACE, Weighing


def plain(lookup: Lookup) -> Query:
    """A look-up as Whoosh says it; a phrase as all of its words, since positions are ours.

    Not with ``AndNot``: its matcher lets the first document through even where it is excluded.
    """
    if isinstance(lookup, Group):
        return _group(lookup, plain, whoosh_query.Every())
    if isinstance(lookup, Stems):
        return _or(whoosh_query.Term(LEMMA, stem) for stem in lookup.stems)
    if isinstance(lookup, Beginning):
        return whoosh_query.Prefix(FORM, lookup.prefix)
    return whoosh_query.And([whoosh_query.Term(FORM, word) for word in lookup.words])


class PostedWeight(WeightingModel):  # type: ignore[misc]
    """A term scores what its posting weighs; of a written form, beside the document's length."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._norms = Weighing(snapshot.folder / "columns").norms[SURFACE]

    def scorer(self, _searcher: Any, fieldname: str, _text: bytes, qf: float = 1) -> BaseScorer:
        """The scorer of one term's postings."""
        del qf
        return _Posted(self._norms if fieldname == FORM else None)


class _Posted(BaseScorer):  # type: ignore[misc]
    def __init__(self, norms: Any) -> None:
        self._norms = norms

    def supports_block_quality(self) -> bool:
        return False

    def score(self, matcher: Any) -> float:
        norm = 1.0 if self._norms is None else float(self._norms[matcher.id()])
        return float(matcher.weight()) / norm


class Saturated(Query):  # type: ignore[misc]
    """Scores BM25 by what the query within scores, which is BM25F's weighed frequency."""

    def __init__(self, child: Query, documents: int) -> None:
        super().__init__()
        self.child, self._documents = child, documents

    def matcher(self, searcher: Any, context: Any = None) -> WrappingMatcher:
        """The matcher of the query within, with its scores saturated."""
        having = sum(1 for _ in self.child.docs(searcher))
        weight = float(idf(self._documents, having)) * (K1 + 1)
        return _Scored(self.child.matcher(searcher, context), lambda one: weight * one / (one + K1))

    def estimate_size(self, reader: Any) -> int:
        """How many documents there may be."""
        return int(self.child.estimate_size(reader))


class _Every(whoosh_query.Every):  # type: ignore[misc]
    def matcher(self, searcher: Any, context: Any = None) -> WrappingMatcher:
        return _unscored(super().matcher(searcher, context))


class _Not(whoosh_query.Not):  # type: ignore[misc]
    def matcher(self, searcher: Any, context: Any = None) -> WrappingMatcher:
        return _unscored(super().matcher(searcher, context))


def _unscored(matcher: Any) -> _Scored:
    """Whoosh gives 1 where there is nothing to be said of a document."""
    return _Scored(matcher, lambda _: 0.0)


class _Scored(WrappingMatcher):  # type: ignore[misc]
    def __init__(self, child: Any, score: Callable[[float], float], boost: float = 1.0) -> None:
        super().__init__(child, boost)
        self._score = score

    def copy(self) -> _Scored:
        return _Scored(self.child.copy(), self._score)

    def replace(self, minquality: float = 0) -> _Scored:
        """The qualities of the matcher within say nothing of these scores."""
        del minquality
        return _Scored(self.child.replace(), self._score)

    def supports_block_quality(self) -> bool:
        return False

    def max_quality(self) -> float:
        return inf

    def score(self) -> float:
        return self._score(self.child.score())


def scored(lookup: Lookup, snapshot: Snapshot) -> Query:
    """A look-up whose scores are ours where the searcher weighs by ``PostedWeight``."""
    if isinstance(lookup, Group):
        group = _group(lookup, lambda part: scored(part, snapshot), _Every())
        if not lookup.bonus:
            return group
        bonus = _or(scored(part, snapshot) for part in lookup.bonus)
        return whoosh_query.AndMaybe(group, bonus)
    return Saturated(_or(_terms(lookup, snapshot)), snapshot.documents)


def _terms(leaf: Leaf, snapshot: Snapshot) -> Iterable[Query]:
    if isinstance(leaf, Stems):
        return [whoosh_query.Term(LEMMA, stem) for stem in leaf.stems]
    if isinstance(leaf, Written):
        (word,) = leaf.words
        return [whoosh_query.Term(FORM, word)]
    forms = snapshot.forms.terms
    return [whoosh_query.Term(FORM, forms[number]) for number in forms.starting(leaf.prefix)]


def _group(group: Group, said: Callable[[Lookup], Query], everything: Query) -> Query:
    parts = list(map(said, group.all_of))
    if group.any_of:
        parts.append(_or(map(said, group.any_of)))
    parts += [_Not(said(part)) for part in group.none_of]
    return whoosh_query.And([everything, *parts])


def _or(parts: Iterable[Query]) -> Query:
    """Any of them, by the matcher that forgets no document whose score is 0."""
    either = whoosh_query.Or(list(parts))
    either.matcher_type = whoosh_query.Or.DEFAULT_MATCHER
    return either
