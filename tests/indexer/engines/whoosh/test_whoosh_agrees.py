"""The same look-ups made into Whoosh's own query objects find the same documents.

Whoosh holds the postings; its matchers are not on the way of a query. Here they check ours.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from whoosh import query as whoosh_query
from whoosh.filedb.filestore import FileStorage

from indexer.engines.whoosh.compiler import (
    Beginning,
    Group,
    Lookup,
    Stems,
    Written,
    compile_clause,
)
from indexer.engines.whoosh.postings import Postings
from indexer.engines.whoosh.reader import Snapshot
from indexer.engines.whoosh.schema import FIELDS, STEM_FIELDS, SURFACE
from indexer.models import Record
from indexer.query import Clause

from ..records import analyzer, engine_with, record
from ..test_brute_force import clauses, records


def whoosh_object(lookup: Lookup) -> whoosh_query.Query:
    """A look-up as Whoosh says it; a phrase as all of its words, since positions are ours.

    Not with ``AndNot``: its matcher lets the first document through even where it is excluded.
    """
    if isinstance(lookup, Stems):
        terms = [whoosh_query.Term(field, stem) for field in STEM_FIELDS for stem in lookup.stems]
        return whoosh_query.Or(terms)
    if isinstance(lookup, Written):
        return whoosh_query.And([whoosh_query.Term(SURFACE, word) for word in lookup.words])
    if isinstance(lookup, Beginning):
        return whoosh_query.Prefix(SURFACE, lookup.prefix)
    parts = list(map(whoosh_object, lookup.all_of))
    if lookup.any_of:
        parts.append(whoosh_query.Or(list(map(whoosh_object, lookup.any_of))))
    parts += [whoosh_query.Not(whoosh_object(part)) for part in lookup.none_of]
    return whoosh_query.And([whoosh_query.Every(), *parts])


def has_phrase(lookup: Lookup) -> bool:
    """Whether order matters anywhere in it."""
    if isinstance(lookup, Group):
        return any(map(has_phrase, (*lookup.all_of, *lookup.any_of, *lookup.none_of)))
    return isinstance(lookup, Written) and len(lookup.words) > 1


@given(documents=records(), clause=clauses)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_matching_sets(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Record], clause: Clause
) -> None:
    group = compile_clause(clause, analyzer(), "fi")
    if has_phrase(group):
        return
    folder = tmp_path_factory.mktemp("whoosh")
    engine_with(folder, documents)
    generation = folder / "index/generations/000001"
    with Snapshot(generation).evaluator() as evaluator:
        ours = np.flatnonzero(evaluator.group(group).documents).tolist()
    with FileStorage(str(generation / "whoosh")).open_index().searcher() as searcher:
        theirs = sorted(searcher.docs_for_query(whoosh_object(group)))
    assert ours == theirs


def test_postings_are_those_that_whoosh_steps_through(tmp_path: Path) -> None:
    texts = ["sana " * (1 + number % 3) + f"oma{number}" for number in range(400)]
    engine_with(tmp_path, [record(f"d{number}", text=text) for number, text in enumerate(texts)])
    folder = tmp_path / "index/generations/000001/whoosh"
    postings = Postings(folder)
    with FileStorage(str(folder)).open_index().reader() as reader:
        for field in FIELDS:
            for term in ("sana", "oma7", "oma399", "puuttuu"):
                stepped = []
                if (field, term) in reader:
                    matcher = reader.postings(field, term)
                    while matcher.is_active():
                        stepped.append((matcher.id(), matcher.weight()))
                        matcher.next()
                documents, weights = postings.of(field, term)
                assert list(zip(documents.tolist(), weights.tolist(), strict=True)) == stepped
    postings.close()
