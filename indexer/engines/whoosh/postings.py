"""Reads postings out of a Whoosh index into arrays.

One Whoosh reader must never serve two threads at once: it seeks in shared files and then gives,
silently, wrong postings. So readers are kept in a pool and lent to one thread at a time.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound

from .columns import Float32, Int32

_NONE = np.empty(0, np.int32), np.empty(0, np.float32)


class Postings:
    """One open Whoosh reader; for one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._reader = FileStorage(str(folder), readonly=True).open_index().reader()
        self.close = weakref.finalize(self, self._reader.close)
        """Closes the files; so does forgetting the reader."""

    @property
    def documents(self) -> int:
        """How many documents Whoosh holds."""
        return int(self._reader.doc_count())

    def of(self, field: str, term: str) -> tuple[Int32, Float32]:
        """The documents that have a term in a field, in order, and its weight in each."""
        try:
            matcher = self._reader.postings(field, term)
        except TermNotFound:
            return _NONE
        documents: list[int] = []
        weights: list[float] = []
        while matcher.is_active():
            _read_block(matcher, documents, weights)
        return np.array(documents, np.int32), np.array(weights, np.float32)


def _read_block(matcher: Any, documents: list[int], weights: list[float]) -> None:
    """Take a whole block and go to the next; asking posting by posting takes twenty times longer.

    ``id`` and ``weight`` load the block into the attributes read here; version 2.7.5 is pinned.
    """
    matcher.id(), matcher.weight()
    documents.extend(matcher._ids)
    weights.extend(matcher._weights)
    matcher.skip_to(matcher.block_max_id() + 1)


class PostingsPool:
    """Lends readers of one generation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._idle: deque[Postings] = deque()
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[Postings]:
        """A reader that nobody else has until it comes back; a new one where all are lent."""
        try:
            reader = self._idle.pop()
        except IndexError:
            reader = Postings(self._folder)
        try:
            yield reader
        except BaseException:
            reader.close()
            raise
        self._idle.append(reader)
        if self._closed:
            self.close()

    def close(self) -> None:
        """Close the readers that are idle now, and the others when they come back."""
        self._closed = True
        while self._idle:
            with suppress(IndexError):
                self._idle.pop().close()
