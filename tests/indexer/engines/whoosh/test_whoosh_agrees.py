"""Whoosh's own searcher over the mirror finds the same documents with the same scores.

Its matchers are not on the way of a query. Here they are the second opinion on the columns.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage

from indexer.engines.whoosh.compiler import Group, Lookup, Written, compile_clause
from indexer.engines.whoosh.mirror import open_mirror
from indexer.engines.whoosh.reader import Snapshot
from indexer.engines.whoosh.schema import FORM, LEMMA
from indexer.models import Record
from indexer.query import Clause, Phrase, Prefix, Word, parse

from ..records import analyzer, engine_with, record
from ..test_brute_force import clauses_of, records, words
from .whoosh_queries import PostedWeight, plain, scored

NEAR = 1e-4
clauses = clauses_of(
    words.map(Word) | words.map(lambda word: Phrase((word,))) | words.map(lambda w: Prefix(w[:3]))
)
COMMON = ("leikki", "leikkiä", "metsä", "piha", "talvi", "retki", "ruoka", "och", "ja", "plan")
QUERIES = (
    *("leikki", "leikki metsä piha", "leik*", "talvi -retki", "ja och", "och leikki", "puuttuu"),
    *("oma7 metsä -retki", "oma* -metsä", '"piha" -"ja" ruoka', "", "-leikki", "piha* tal*"),
)


def has_phrase(lookup: Lookup) -> bool:
    """Whether order matters anywhere in it."""
    if isinstance(lookup, Group):
        parts = (*lookup.all_of, *lookup.any_of, *lookup.bonus, *lookup.none_of)
        return any(map(has_phrase, parts))
    return isinstance(lookup, Written) and len(lookup.words) > 1


def agree(generation: Path, clause: Clause) -> None:
    """Assert the same documents, the same order up to equal scores, and the same scores."""
    group = compile_clause(clause, analyzer(), "fi")
    if has_phrase(group):  # of one word that is two, as Pohjois-Karjala
        return
    snapshot = Snapshot(generation)
    met = snapshot.evaluator().group(group)
    ours = np.full(snapshot.documents, np.nan)
    ours[met.documents] = met.scores
    index = FileStorage(str(generation / "whoosh")).open_index()
    with index.searcher(weighting=PostedWeight(snapshot)) as searcher:
        assert sorted(searcher.docs_for_query(plain(group))) == met.documents.tolist()
        found = list(searcher.search(scored(group, snapshot), limit=None).items())
    documents = np.array([number for number, _ in found], np.int32)
    assert sorted(documents.tolist()) == met.documents.tolist()
    theirs = np.array([score for _, score in found])
    assert np.abs(ours[documents] - theirs).max(initial=0) < NEAR
    assert np.diff(ours[documents]).max(initial=0) < NEAR


@given(documents=records(), asked=st.lists(clauses, min_size=1, max_size=5))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_trees_over_few_documents(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Record], asked: list[Clause]
) -> None:
    folder = tmp_path_factory.mktemp("whoosh")
    engine_with(folder, documents)
    for clause in asked:
        agree(folder / "index/generations/000001", clause)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generation in which the postings of a word fill several of Whoosh's blocks."""
    random = Random(1)  # noqa: S311 - nothing is kept secret
    folder = tmp_path_factory.mktemp("many")
    documents = [
        record(
            f"d{number}",
            " ".join(random.choices(COMMON, k=2)),
            " ".join([*random.choices(COMMON, k=random.randint(1, 30)), f"oma{number % 50}"]),
            language=random.choice(["fi", "sv"]),
        )
        for number in range(2500)
    ]
    engine_with(folder, documents)
    return folder / "index/generations/000001"


@pytest.mark.parametrize("text", QUERIES)
def test_queries_over_several_blocks(many: Path, text: str) -> None:
    agree(many, parse(text)[0])


@pytest.mark.parametrize("field", [FORM, LEMMA])
def test_whoosh_steps_through_the_postings_of_the_columns(many: Path, field: str) -> None:
    snapshot = Snapshot(many)
    terms = snapshot.forms.terms if field == FORM else snapshot.dictionary.lemmas
    with FileStorage(str(many / "whoosh")).open_index().reader() as reader:
        assert [term.decode() for term in reader.lexicon(field)] == list(terms)
        for term in terms:
            stepped = []
            matcher = reader.postings(field, term)
            while matcher.is_active():
                stepped.append((matcher.id(), matcher.weight()))
                matcher.next()
            documents, weights = (
                snapshot.dictionary.phrase([term])
                if field == FORM
                else snapshot.dictionary.lemma(term)
            )
            assert [number for number, _ in stepped] == documents.tolist()
            assert [weight for _, weight in stepped] == pytest.approx(weights.tolist(), abs=1e-6)


def test_a_term_that_is_not_there_has_no_postings(many: Path) -> None:
    with open_mirror(many / "whoosh") as mirror:
        for field in (FORM, LEMMA):
            documents, weights = mirror.of(field, "puuttuu")
            assert len(documents) == len(weights) == 0
