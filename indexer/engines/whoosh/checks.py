"""Is a generation what it should be? Before promotion, and whenever an operator asks."""

from __future__ import annotations

from collections.abc import Iterator

from ...analysis.text import normalise
from ...analysis.tokens import tokens
from ...models import FACETS
from ...query import And, Word
from .compiler import compile_clause
from .mirror import differing, open_mirror
from .reader import Snapshot
from .sealing import damaged, guarded

SAMPLES = 12
"""How many documents, spread evenly, must be found by the words of their titles."""

WORDS = 6
"""How many words of a title are asked for."""

TERMS = 1000
"""How many terms, spread evenly, must have the same postings in Whoosh before promotion."""

MOST = 5
"""So many terms are named where Whoosh's postings are others."""


def problems(snapshot: Snapshot) -> tuple[str, ...]:
    """What a reader would find wrong with a new generation."""
    with guarded(snapshot.folder):
        step = max(1, len(snapshot.dictionary.lemmas) // TERMS)
        return (*damage(snapshot, step), *_facets(snapshot), *_samples(snapshot))


def damage(snapshot: Snapshot, step: int = 1) -> tuple[str, ...]:
    """Changed and missing files, and what Whoosh says otherwise than the columns.

    Of its terms every so many are compared.
    """
    found = damaged(snapshot.folder)
    with guarded(snapshot.folder):
        return (*found, *_mirrored(snapshot, step))


def _mirrored(snapshot: Snapshot, step: int) -> Iterator[str]:
    folder = snapshot.folder / "whoosh"
    with open_mirror(folder) as mirror:
        documents = mirror.documents
    if documents != snapshot.documents:
        yield f"Whoosh holds {documents} documents of {snapshot.documents} in {folder}."
    fields = snapshot.dictionary.fields()
    for number, problem in enumerate(differing(folder, fields, step)):
        if number == MOST:
            yield f"There are more such terms in {folder}."
            return
        yield f"{problem}, in {folder}."


def _facets(snapshot: Snapshot) -> Iterator[str]:
    expected = snapshot.manifest.details["documents_with"]
    for facet in FACETS:
        count = snapshot.facets.documents_with(facet)
        if count != expected[facet]:
            yield f"Facet {facet} has {count} documents instead of {expected[facet]}."


def _samples(snapshot: Snapshot) -> Iterator[str]:
    """Look some documents up by their own titles, as a user would."""
    step = max(1, snapshot.documents // SAMPLES)
    for document in range(0, snapshot.documents, step):
        card = snapshot.records.hit(document)
        words = [token.text for token in tokens(normalise(card.title))][:WORDS]
        clause = And(tuple(map(Word, words)))
        met = snapshot.evaluator().group(compile_clause(clause, snapshot.analyzer, card.language))
        if document not in met.documents:
            yield f"Document {card.id} is not found by the words of its title."
