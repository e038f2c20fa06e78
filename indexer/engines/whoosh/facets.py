"""Facet columns, both ways: the documents of each value as packed bits, each document's values.

A row of bits holds document 0 in the lowest bit of its first word; a row is padded to 64 bits. The
values of all facets are numbered in one row, facet by facet. Many documents are counted by popcount
of the bits, few by looking at the values of each.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...models import FACETS, UNKNOWN
from ...query import Filters
from ...results import FacetCount
from ...vocabulary import Vocabularies
from .columns import Bytes, Int32, Int64, Mask, pointers, read_column, write_column
from .matrix import cells

Bits = NDArray[np.uint64]

_VALUES = "facets.json"
_LOOK = 64
"""Looking at the values of a document takes as long as counting the bits of so many words."""


class FacetWriter:
    """Collects the documents of each value; ``documents_with`` counts those with a known one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._documents: dict[str, dict[str, list[int]]] = {
            facet: defaultdict(list) for facet in FACETS
        }
        self._count = 0
        self.documents_with = dict.fromkeys(FACETS, 0)

    def add(self, values: Mapping[str, Iterable[str]]) -> None:
        """Add the next document's values of each facet."""
        for facet in FACETS:
            for value in values[facet]:
                self._documents[facet][value].append(self._count)
            self.documents_with[facet] += UNKNOWN not in values[facet]
        self._count += 1

    @property
    def known(self) -> dict[str, int]:
        """How many values of each facet there are, ``unknown`` left out."""
        return {facet: len(found.keys() - {UNKNOWN}) for facet, found in self._documents.items()}

    def close(self) -> None:
        """Write the columns."""
        values = {facet: sorted(found) for facet, found in self._documents.items()}
        (self._folder / _VALUES).write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        for facet, names in values.items():
            rows = np.zeros((len(names), _width(self._count) * 8), np.uint8)
            for row, name in zip(rows, names, strict=True):
                mask = np.zeros(self._count, np.bool_)
                mask[self._documents[facet][name]] = True
                _pack_into(row, mask)
            write_column(self._folder, f"facet_{facet}", rows)
        self._write_lists(values)

    def _write_lists(self, values: Mapping[str, list[str]]) -> None:
        found = [self._documents[facet][name] for facet in FACETS for name in values[facet]]
        documents = np.array([one for having in found for one in having], np.int32)
        numbers = np.repeat(np.arange(len(found), dtype=np.int32), list(map(len, found)))
        order = np.argsort(documents, kind="stable")
        write_column(self._folder, "document_values", numbers[order])
        lengths = np.bincount(documents, minlength=self._count)
        write_column(self._folder, "document_values_pointers", pointers(lengths))


class Facets:
    """Reads the columns; safe for many threads."""

    def __init__(self, folder: Path, documents: int, vocabularies: Vocabularies) -> None:
        self._documents = documents
        self.values: Mapping[str, list[str]] = json.loads((folder / _VALUES).read_text("utf-8"))
        self._rows = {facet: {v: i for i, v in enumerate(self.values[facet])} for facet in FACETS}
        self._bits: dict[str, Bits] = {}
        self._parent = vocabularies.parent
        self._names = {facet: np.array(self.values[facet], object) for facet in FACETS}
        self._parents = {
            facet: np.array([self._parent(facet, value) for value in self.values[facet]], object)
            for facet in FACETS
        }
        self._orders = {facet: np.arange(len(self.values[facet])) for facet in FACETS}
        years = self.values["year"]
        self._orders["year"] = np.array(
            sorted(range(len(years)), key=lambda row: _year(years[row])), np.intp
        )
        for facet in FACETS:
            rows = read_column(folder, f"facet_{facet}", np.uint8)
            if rows.shape != (len(self.values[facet]), _width(documents) * 8):
                raise ValueError(f"the column of facet {facet} does not belong here")
            self._bits[facet] = rows.view(np.uint64)
        ends = pointers([len(self.values[facet]) for facet in FACETS]).tolist()
        self._parts = {f: slice(*part) for f, part in zip(FACETS, pairwise(ends), strict=True)}
        self._lists: Int32 = read_column(folder, "document_values", np.int32)
        self._pointers: Int64 = read_column(folder, "document_values_pointers", np.int64)
        if len(self._pointers) != documents + 1 or len(self._lists) != self._pointers[-1]:
            raise ValueError("the columns of facets do not belong together")

    def pack(self, mask: Mask) -> Bits:
        """A mask of documents as bits."""
        row = np.zeros(_width(self._documents) * 8, np.uint8)
        _pack_into(row, mask)
        return row.view(np.uint64)

    def unpack(self, bits: Bits) -> Mask:
        """Bits as a mask of documents."""
        found = np.unpackbits(bits.view(np.uint8), count=self._documents, bitorder="little")
        return found.view(np.bool_)

    def among(self, bits: Bits, documents: Int32) -> Mask:
        """Which of some documents are among the bits."""
        return _bits_at(bits.view(np.uint8), documents)

    def rows_of(self, facet: str, documents: Int32) -> NDArray[np.bool_]:
        """For each value of a facet, which of some documents have it."""
        return _bits_at(self._bits[facet].view(np.uint8), documents)

    def documents_with(self, facet: str) -> int:
        """How many documents have a value of this facet, ``unknown`` left out."""
        rows = [row for value, row in self._rows[facet].items() if value != UNKNOWN]
        return int(np.bitwise_count(self._union(facet, rows)).sum())

    def selections(self, filters: Filters) -> dict[str, Bits]:
        """For each facet that is filtered, the documents that have any of the chosen values."""
        chosen = {facet: list(filters.of(facet)) for facet in FACETS if filters.of(facet)}
        if filters.years_between is not None:
            chosen["year"] = chosen.get("year", []) + self._years(*filters.years_between)
        return {
            facet: self._union(facet, [self._rows[facet].get(value) for value in values])
            for facet, values in chosen.items()
        }

    def totals(self, bits: Bits, facets: Iterable[str]) -> dict[str, Int64]:
        """How many documents among ``bits`` each value has, facet by facet."""
        count = int(np.bitwise_count(bits).sum())
        if count * _LOOK > self._parts[FACETS[-1]].stop * len(bits):
            return {
                facet: np.bitwise_count(self._bits[facet] & bits).sum(axis=1, dtype=np.int64)
                for facet in facets
            }
        documents = np.flatnonzero(self.unpack(bits)).astype(np.int32)
        places, _ = cells(self._pointers, documents)
        totals = np.bincount(self._lists[places], minlength=self._parts[FACETS[-1]].stop)
        return {facet: totals[self._parts[facet]] for facet in facets}

    def counts(self, facet: str, totals: Int64, chosen: Iterable[str]) -> tuple[FacetCount, ...]:
        """A facet's values with how many documents each has; most first, years newest first.

        A value without any document is there only when it is chosen.
        """
        selected = frozenset(chosen)
        orders = self._orders[facet]
        rows = orders[totals[orders] > 0]
        if facet != "year":
            rows = rows[np.argsort(-totals[rows], kind="stable")]
        names, parents = self._names[facet][rows].tolist(), self._parents[facet][rows].tolist()
        marks = [name in selected for name in names] if selected else repeat(False)
        found = list(map(FacetCount, names, totals[rows].tolist(), marks, parents))
        missing = selected.difference(names)
        found += [FacetCount(name, 0, True, self._parent(facet, name)) for name in missing]
        return tuple(sorted(found, key=_newest if facet == "year" else _most) if missing else found)

    def _union(self, facet: str, rows: Iterable[int | None]) -> Bits:
        known = [row for row in rows if row is not None]
        united: Bits = np.bitwise_or.reduce(self._bits[facet][known], axis=0, initial=0)
        return united

    def _years(self, low: int | None, high: int | None) -> list[str]:
        years = [int(value) for value in self.values["year"] if value != UNKNOWN]
        least = min(years, default=0) if low is None else low
        most = max(years, default=0) if high is None else high
        return [str(year) for year in years if least <= year <= most]


def _bits_at(rows: Bytes, documents: Int32) -> NDArray[np.bool_]:
    """The bits of some documents, along the last axis."""
    shifts = (documents & 7).astype(np.uint8)
    found: NDArray[np.bool_] = (rows[..., documents >> 3] >> shifts & 1).view(np.bool_)
    return found


def _width(documents: int) -> int:
    return (documents + 63) // 64


def _pack_into(row: Bytes, mask: Mask) -> None:
    packed = np.packbits(mask, bitorder="little")
    row[: len(packed)] = packed


def _most(one: FacetCount) -> tuple[int, str]:
    return -one.count, one.id


def _newest(one: FacetCount) -> tuple[bool, int]:
    return _year(one.id)


def _year(value: str) -> tuple[bool, int]:
    return value == UNKNOWN, 0 if value == UNKNOWN else -int(value)
