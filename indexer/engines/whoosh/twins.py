"""Twins: documents with the same text, or nearly the same, of which a result shows one.

A column holds the number of each document's group, -1 where it stands alone, another the same of
those with the very same text. Whatever is worked out for a query looks only at the documents that
have a twin: few, and often none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...models import FACETS, Record
from .columns import Int32, Int64, Mask, read_column, write_column
from .facets import Bits, Facets
from .orders import Order

ALONE = -1
_NONE = np.zeros(1, np.int64)
_GROUPS, _TEXTS = "twin_group", "twin_text"


class TwinWriter:
    """Collects who is whose twin; a twin that is not in the generation is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers: dict[str, int] = {}
        self._pairs: list[tuple[str, str, bool]] = []

    def add(self, record: Record) -> None:
        """Add the next document."""
        self._numbers[record.id] = len(self._numbers)
        self._pairs += [(record.id, twin.id, twin.similarity == 1) for twin in record.twins]

    def close(self) -> None:
        """Write the columns; a twin's twin is one's own."""
        numbers = self._numbers
        known = [
            (numbers[one], numbers[other], same)
            for one, other, same in self._pairs
            if other in numbers
        ]
        self._write(_GROUPS, ((one, other) for one, other, _ in known))
        self._write(_TEXTS, ((one, other) for one, other, same in known if same))

    def _write(self, name: str, pairs: Iterable[tuple[int, int]]) -> None:
        groups = np.full(len(self._numbers), ALONE, np.int32)
        for document, group in _grouped(pairs).items():
            groups[document] = group
        write_column(self._folder, name, groups)


@dataclass(frozen=True, slots=True)
class _Filed:
    """The values of twins in one facet: of each, the twin, its row, and its group's cell there.

    ``rows_of_cells`` has the row of each cell, which stands for a group and a value.
    """

    twins: Int64
    rows: Int64
    cells: Int64
    rows_of_cells: Int64

    def repeats(self, among: Mask, rows: int) -> Int64:
        """For each row, how many of the twins among them are one too many for their groups."""
        inside = among[self.twins]
        met = np.zeros(len(self.rows_of_cells), np.bool_)
        met[self.cells[inside]] = True
        documents = np.bincount(self.rows[inside], minlength=rows)
        groups = np.bincount(self.rows_of_cells[met], minlength=rows)
        return np.subtract(documents, groups, dtype=np.int64)


class Twins:
    """Reads the columns; safe for many threads."""

    def __init__(self, folder: Path, facets: Facets) -> None:
        self._groups: Int32 = read_column(folder, _GROUPS, np.int32)
        self._texts: Int32 = read_column(folder, _TEXTS, np.int32)
        documents = np.flatnonzero(self._groups >= 0).astype(np.int32)
        self._documents = documents[np.argsort(self._groups[documents], kind="stable")]
        self._facets = facets
        self._filed: Mapping[str, _Filed] = (
            {facet: self._file(facet) for facet in FACETS} if len(documents) else {}
        )

    def __len__(self) -> int:
        return len(self._groups)

    def others(self, document: int) -> Int32:
        """The other documents of a document's group."""
        group = self._groups[document]
        if group == ALONE:
            return self._documents[:0]
        found: Int32 = self._documents[self._groups[self._documents] == group]
        others: Int32 = found[found != document]
        return others

    def same_text(self, document: int, others: Int32) -> list[bool]:
        """Which of a document's twins have the very same text."""
        text = self._texts[document]
        return [bool(text != ALONE and one == text) for one in self._texts[others]]

    def behind(self, found: Mask, order: Order) -> Int32:
        """The documents found that come after another of their group in the order."""
        few = order.sort(self._documents[found[self._documents]], self._groups)
        behind: Int32 = few[np.diff(self._groups[few], prepend=ALONE) == 0]
        return behind

    def repeats(self, facet: str, bits: Bits) -> Int64:
        """For each value of a facet, by how much documents outnumber groups among ``bits``."""
        if not self._filed:
            return _NONE
        among = self._facets.among(bits, self._documents)
        return self._filed[facet].repeats(among, len(self._facets.values[facet]))

    def _file(self, facet: str) -> _Filed:
        rows, twins = np.nonzero(self._facets.rows_of(facet, self._documents))
        cells = rows * len(self._groups) + self._groups[self._documents][twins]
        distinct, numbers = np.unique(cells, return_inverse=True)
        return _Filed(twins, rows, numbers, distinct // len(self._groups))


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The group of each document that is in a pair, numbered from 0."""
    parents: dict[int, int] = {}

    def root(one: int) -> int:
        while (above := parents.setdefault(one, one)) != one:
            parents[one] = one = parents[above]
        return one

    for one, other in pairs:
        parents[root(one)] = root(other)
    numbers: dict[int, int] = {}
    return {one: numbers.setdefault(root(one), len(numbers)) for one in sorted(parents)}
