"""Postings of lemmas: for each the documents that have it, and its weighed frequency in each.

Made from the forward index and the readings of its types, which is a product of two sparse
matrices, documents by types and types by lemmas. It is made a block of documents at a time; the
blocks are spilled and then merged by counting, so memory holds one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.lib.format import open_memmap

from .columns import Float32, Int32, Int64, pointers, read_column, write_column
from .inverted import advance
from .matrix import Matrix
from .weighing import Weighing
from .words import ForwardIndex, WordBlock, blocks


class Run(NamedTuple):
    """Postings of neighbouring terms, one behind the other.

    Those of the first of ``terms`` are from ``pointers[0]`` to ``pointers[1]``, and so on.
    """

    terms: range
    pointers: Int64
    documents: Int32
    weights: Float32


class Block(NamedTuple):
    """Postings of some documents, in the order of terms, each term's in that of documents."""

    terms: Int32
    documents: Int32
    frequencies: Float32


def write_postings(
    folder: Path, words: ForwardIndex, readings: Matrix, terms: int, weighing: Weighing
) -> None:
    """Write the postings of all lemmas; ``terms`` is their number."""
    spilled = []
    counts = np.zeros(terms, np.int64)
    for number, words_of_block in enumerate(words.blocks()):
        block = _product(words_of_block, readings, weighing)
        counts += np.bincount(block.terms, minlength=terms)
        spilled.append(folder / f"postings.{number}.raw")
        _spill(spilled[-1], block)
    _merge(folder, spilled, counts)


def _product(block: WordBlock, readings: Matrix, weighing: Weighing) -> Block:
    """What the words of a block give each lemma of their documents."""
    real = block.types >= 0
    documents = block.documents[real]
    counted = weighing.of(block.zones[real], documents)
    lengths, terms, weights = readings.spread(block.types[real])
    weights = weights * np.repeat(counted, lengths)
    first = int(block.documents[0])
    span = int(block.documents[-1]) - first + 1
    keys = terms.astype(np.int64) * span + (np.repeat(documents, lengths) - first)
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    heads = np.flatnonzero(np.diff(keys, prepend=-1))
    sums = np.add.reduceat(weights[order], heads) if len(heads) else weights[:0]
    found, owners = np.divmod(keys[heads], span)
    return Block(found.astype(np.int32), (owners + first).astype(np.int32), sums)


def _spill(path: Path, block: Block) -> None:
    with path.open("wb") as file:
        for values in block:
            np.save(file, values, allow_pickle=False)


def _unspilled(paths: list[Path]) -> Iterator[Block]:
    for path in paths:
        with path.open("rb") as file:
            yield Block(*(np.load(file, allow_pickle=False) for _ in Block._fields))
        path.unlink()


def _merge(folder: Path, spilled: list[Path], counts: Int64) -> None:
    starts = pointers(counts)
    write_column(folder, "lemma_pointers", starts)
    total = int(starts[-1])
    documents = open_memmap(folder / "lemma_document.npy", "w+", np.int32, (total,))
    frequencies = open_memmap(folder / "lemma_frequency.npy", "w+", np.float32, (total,))
    cursor = starts[:-1].copy()
    for block in _unspilled(spilled):
        targets = advance(cursor, block.terms)
        documents[targets] = block.documents
        frequencies[targets] = block.frequencies
    documents.flush()
    frequencies.flush()


class Postings:
    """Reads the columns; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self._pointers: Int64 = read_column(folder, "lemma_pointers", np.int64)
        self._documents: Int32 = read_column(folder, "lemma_document", np.int32)
        self._frequencies: Float32 = read_column(folder, "lemma_frequency", np.float32)
        if not len(self._documents) == len(self._frequencies) == self._pointers[-1]:
            raise ValueError("the columns of postings do not belong together")

    def __len__(self) -> int:
        return len(self._pointers) - 1

    def of(self, term: int) -> tuple[Int32, Float32]:
        """The documents that have a lemma, in order, and its weighed frequency in each."""
        part = slice(self._pointers[term], self._pointers[term + 1])
        return self._documents[part], self._frequencies[part]

    def runs(self) -> Iterator[Run]:
        """All postings, about a block at a time."""
        for terms in blocks(self._pointers):
            ends = self._pointers[terms.start : terms.stop + 1]
            part = slice(ends[0], ends[-1])
            yield Run(terms, ends - ends[0], self._documents[part], self._frequencies[part])
