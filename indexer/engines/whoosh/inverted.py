"""The inverted index: the forward index sorted by type, by counting, in blocks.

``places`` holds the place of every word, those of type 0 first, each type's in the order of
documents and of their texts; ``place_document`` the document of each. Positions within a document
are places too, so a phrase is one gather: is the type at the next place the one that comes next?
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from .columns import Float32, Int32, Int64, pointers, read_column, write_column
from .words import ForwardIndex


def write_inverted(folder: Path, words: ForwardIndex, types: int) -> None:
    """Write the columns from those of the forward index; memory holds a block at a time."""
    counts = np.zeros(types, np.int64)
    for block in words.blocks():
        counts += np.bincount(block.types[block.types >= 0], minlength=types)
    starts = pointers(counts)
    write_column(folder, "type_pointers", starts)
    total = int(starts[-1])
    places = open_memmap(folder / "places.npy", "w+", _places_dtype(words), (total,))
    documents = open_memmap(folder / "place_document.npy", "w+", np.int32, (total,))
    cursor = starts[:-1].copy()
    for block in words.blocks():
        order = np.argsort(block.types, kind="stable")
        order = order[np.searchsorted(block.types[order], 0) :]
        targets = advance(cursor, block.types[order])
        places[targets] = order + block.first
        documents[targets] = block.documents[order]
    places.flush()
    documents.flush()


def advance(cursor: Int64, ordered: Int32) -> Int64:
    """Where each of some sorted numbers goes; moves each number's cursor behind them."""
    heads = np.flatnonzero(np.diff(ordered, prepend=-1))
    lengths = np.diff(heads, append=len(ordered))
    numbers = ordered[heads]
    targets = np.arange(len(ordered)) + np.repeat(cursor[numbers] - heads, lengths)
    cursor[numbers] += lengths
    return targets


def _places_dtype(words: ForwardIndex) -> type[np.int32] | type[np.int64]:
    return np.int32 if len(words.types) < 2**31 else np.int64


class InvertedIndex:
    """Reads the columns; safe for many threads."""

    def __init__(self, folder: Path, words: ForwardIndex) -> None:
        self.pointers: Int64 = read_column(folder, "type_pointers", np.int64)
        self._places: NDArray[np.signedinteger] = read_column(
            folder, "places", _places_dtype(words)
        )
        self._documents: Int32 = read_column(folder, "place_document", np.int32)
        if not len(self._places) == len(self._documents) == self.pointers[-1]:
            raise ValueError("the columns of places do not belong together")

    def __len__(self) -> int:
        return len(self.pointers) - 1

    def count(self, types: range) -> int:
        """How many words are of these types."""
        return int(self.pointers[types.stop] - self.pointers[types.start])

    def places(self, types: range) -> NDArray[np.signedinteger]:
        """The places of these types; in order where it is one type."""
        return self._places[self.pointers[types.start] : self.pointers[types.stop]]

    def documents(self, types: range) -> Int32:
        """The document of each of those places."""
        return self._documents[self.pointers[types.start] : self.pointers[types.stop]]

    def counts(self, types: range) -> tuple[Int32, Float32]:
        """The documents that have any of these types, in order, and how often."""
        documents = self.documents(types)
        if len(types) > 1:
            documents = np.sort(documents)
        heads = np.flatnonzero(np.diff(documents, prepend=-1))
        return documents[heads], np.diff(heads, append=len(documents)).astype(np.float32)
