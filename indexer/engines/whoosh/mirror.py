"""The Whoosh index: the same postings as the columns, in the form that Whoosh's searcher reads.

Its weights are the weighed frequencies of BM25F, ready to be saturated, so that Whoosh's own
matchers give our scores. It holds no positions: those of the columns would take it hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound

from .columns import Float32, Int32
from .forms import Forms
from .inverted import InvertedIndex
from .postings import Postings
from .schema import FORM, LEMMA, ColumnCodec, ColumnPool, Posting, new_schema
from .terms import Terms


def write_mirror(
    folder: Path,
    documents: int,
    lemmas: tuple[Terms, Postings],
    forms: tuple[Forms, InvertedIndex],
) -> None:
    """Write the index of so many documents into an empty folder."""
    index = FileStorage(str(folder)).create_index(new_schema())
    # More than one process loses documents without a word when one of them fails.
    writer = index.writer(procs=1, codec=ColumnCodec(), compound=False)
    for _ in range(documents):
        writer.add_document()
    writer.pool.cleanup()
    writer.pool = ColumnPool(_postings(lemmas, forms))
    writer.commit()


def _postings(
    lemmas: tuple[Terms, Postings], forms: tuple[Forms, InvertedIndex]
) -> Iterator[Posting]:
    dictionary, inverted = forms
    for number, form in enumerate(dictionary.terms):
        types = dictionary.types(range(number, number + 1))
        yield (FORM, form.encode(), *inverted.counts(types))
    terms, postings = lemmas
    for number, term in enumerate(terms):
        yield (LEMMA, term.encode(), *postings.of(number))


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
        try:
            matcher = self._reader.postings(field, term)
        except TermNotFound:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        while matcher.is_active():
            _read_block(matcher, documents, weights)
        return np.array(documents, np.int32), np.array(weights, np.float32)


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
    matcher.skip_to(matcher.block_max_id() + 1)
