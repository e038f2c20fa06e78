"""The Whoosh index: the same postings as the columns, in the form that Whoosh's searcher reads.

Its weights are the weighed frequencies of BM25F, ready to be saturated, so that Whoosh's own
matchers give our scores. It holds no positions: the columns do, and Whoosh writes them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage

from .columns import Float32, Int32
from .postings import Run
from .schema import ColumnCodec, ColumnPool, Field, new_schema

NEAR = 1e-6
"""So near are two weights that are the same."""


def write_mirror(folder: Path, documents: int, fields: Iterable[Field]) -> None:
    """Write the index of so many documents into an empty folder; fields in order of name."""
    index = FileStorage(str(folder)).create_index(new_schema())
    # More than one process loses documents without a word when one of them fails.
    writer = index.writer(procs=1, codec=ColumnCodec(), compound=False)
    for _ in range(documents):
        writer.add_document()
    writer.pool.cleanup()
    writer.pool = ColumnPool(fields)
    writer.commit()


def differing(folder: Path, fields: Iterable[Field], step: int = 1) -> Iterator[str]:
    """What the mirror says otherwise than the columns, of every so many terms in their order."""
    with open_mirror(folder) as mirror:
        for field, terms, runs in fields:
            if len(terms) != mirror.terms(field):
                yield f"Whoosh has {mirror.terms(field)} terms of {len(terms)} in {field}"
            for run in runs:
                for number in run.terms[-run.terms.start % step :: step]:
                    if not _same(mirror.of(field, terms[number]), run, number):
                        yield f"Whoosh has other postings of {terms[number]} in {field}"


def _same(found: tuple[Int32, Float32], run: Run, number: int) -> bool:
    documents, weights = found
    place = number - run.terms.start
    part = slice(run.pointers[place], run.pointers[place + 1])
    return np.array_equal(documents, run.documents[part]) and np.allclose(
        weights, run.weights[part], rtol=0, atol=NEAR
    )


class Mirror:
    """One open Whoosh reader; for one thread at a time.

    A reader seeks in shared files and then gives a second thread, silently, wrong postings.
    """

    def __init__(self, folder: Path) -> None:
        self._reader = FileStorage(str(folder), readonly=True).open_index().reader()

    def close(self) -> None:
        """Close the files."""
        self._reader.close()

    @property
    def documents(self) -> int:
        """How many documents Whoosh holds."""
        return int(self._reader.doc_count())

    def of(self, field: str, term: str) -> tuple[Int32, Float32]:
        """The documents that have a term in a field, in order, and its weight in each."""
        documents: list[int] = []
        weights: list[float] = []
        if (field, term) in self._reader:
            matcher = self._reader.postings(field, term)
            while matcher.is_active():
                _read_block(matcher, documents, weights)
        return np.array(documents, np.int32), np.array(weights, np.float32)

    def terms(self, field: str) -> int:
        """How many terms a field has."""
        return sum(1 for _ in self._reader.lexicon(field))


def open_mirror(folder: Path) -> closing[Mirror]:
    """The Whoosh index, as a context manager."""
    return closing(Mirror(folder))


def _read_block(matcher: Any, documents: list[int], weights: list[float]) -> None:
    """Take a whole block and go to the next; asking posting by posting takes twenty times longer.

    ``id`` and ``weight`` load the block into the attributes read here; version 2.7.5 is pinned.
    """
    matcher.id(), matcher.weight()
    documents.extend(matcher._ids)
    weights.extend(matcher._weights)
    matcher.skip_to(matcher._ids[-1] + 1)
