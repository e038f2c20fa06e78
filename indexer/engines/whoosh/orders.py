"""Sort columns: each document's place in every order, so that sorting a result is a look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...models import PartialDate, Record
from ...query import Sort
from ..collation import TITLE_KEYS
from .columns import Float32, Int32, read_column, write_column
from .terms import read_terms, write_terms

BY_ID = "id"


class OrderWriter:
    """Collects sort keys; ties keep the order of ids."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._keys: dict[str, list[Any]] = {
            name: [] for name in (BY_ID, Sort.NEWEST, Sort.OLDEST, *map(_title, TITLE_KEYS))
        }

    def add(self, record: Record) -> None:
        """Add the next document."""
        day = _day(record.date)
        keys = {
            BY_ID: record.id,
            Sort.NEWEST: (day is None, -(day or 0), record.id),
            Sort.OLDEST: (day is None, day or 0, record.id),
            **{_title(lang): (key(record.title), record.id) for lang, key in TITLE_KEYS.items()},
        }
        for name, key in keys.items():
            self._keys[name].append(key)

    def close(self) -> None:
        """Write each document's place in each order."""
        for name, keys in self._keys.items():
            places = np.empty(len(keys), np.int32)
            places[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
            write_column(self._folder, f"order_{name}", places)
        identifiers = self._keys[BY_ID]
        order = sorted(range(len(identifiers)), key=identifiers.__getitem__)
        write_column(self._folder, "by_id", np.array(order, np.int32))
        write_terms(self._folder, "ids", (identifiers[number] for number in order))


@dataclass(frozen=True, slots=True)
class Order:
    """By score, the highest first, where there are scores; then by place, the lowest first."""

    places: Int32
    scores: Float32 | None = None

    def sort(self, documents: Int32, groups: Int32 | None = None) -> Int32:
        """The documents in this order, within groups where they are given."""
        keys: list[NDArray[Any]] = [self.places[documents]]
        if self.scores is not None:
            keys.append(-self.scores[documents])
        if groups is not None:
            keys.append(groups[documents])
        return documents[np.lexsort(keys)]

    def page(self, documents: Int32, first: int, count: int) -> Int32:
        """A page of documents; those that come too late for it are not sorted."""
        last = first + count
        if last < len(documents):
            ranks = self.places[documents] if self.scores is None else -self.scores[documents]
            documents = documents[ranks <= np.partition(ranks, last)[last]]
        return self.sort(documents)[first:last]


class Orders:
    """Reads the columns; safe for many threads. ``by_id`` has document numbers in order of id."""

    def __init__(self, folder: Path) -> None:
        names = (BY_ID, Sort.NEWEST, Sort.OLDEST, *map(_title, TITLE_KEYS))
        self._places: Mapping[str, Int32] = {
            name: read_column(folder, f"order_{name}", np.int32) for name in names
        }
        self.by_id: Int32 = read_column(folder, "by_id", np.int32)
        self._ids = read_terms(folder, "ids")

    def __len__(self) -> int:
        return len(self.ids)

    def number(self, identifier: str) -> int | None:
        """The number of the document with this id."""
        place = self._ids.find(identifier)
        return None if place is None else int(self.by_id[place])

    @property
    def ids(self) -> Int32:
        """The place of each document in the order of ids."""
        return self._places[BY_ID]

    def places(self, sort: Sort, language: str) -> Int32:
        """The place of each document in an order other than relevance."""
        if sort is Sort.TITLE:
            return self._places[_title(language if language in TITLE_KEYS else "fi")]
        return self._places[sort]


def _title(language: str) -> str:
    return f"{Sort.TITLE}_{language}"


def _day(date: PartialDate | None) -> int | None:
    return None if date is None else (date.year * 100 + (date.month or 0)) * 100 + (date.day or 0)
