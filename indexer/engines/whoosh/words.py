"""The forward index: the words of each document in order, with where they stand in its text.

A *type* is a written form in one language, so that its readings are worked out once and not at
every word. Types are numbered in the order of their keys, the form first: those of one form, and
those of all forms with one beginning, are neighbours, and a look-up is a range of numbers.

A document's words are those of its canonical text, a gap (-1), those of its title, and a gap; so
a phrase never runs from one into the next. A word's *place* is its number among all words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from ...analysis.tokens import tokens
from ...snippets import Spans, Words
from .columns import Bytes, Int32, Int64, pointers, read_column, write_column

GAP = -1
BLOCK = 1 << 21
"""Words worked on at once, which bounds the memory of building."""

_COLUMNS = {"type": "i", "start": "i", "length": "H", "zone": "B"}
_LONGEST = 0xFFFF


class Zone(IntEnum):
    """What part of a document a word stands in."""

    BODY = 0
    HEADING = 1
    TITLE = 2
    COMMENT = 3


PERSONAL = 8
"""Added to the zone of a word that stands in personal data."""


class Passage(NamedTuple):
    """A stretch of one language and zone; ``start`` is its offset, ``personal`` counts from it."""

    text: str
    language: str
    zone: Zone
    start: int = 0
    personal: Spans = ()


def type_key(surface: str, language: str) -> str:
    """The key of a type; no written form holds the character 0."""
    return f"{surface}\0{language}"


def form_of(key: str) -> str:
    """The written form of a type's key."""
    return key.partition("\0")[0]


def blocks(starts: Int64) -> Iterator[range]:
    """Numbers of neighbours with about a block of words together, by where each begins."""
    first, count = 0, len(starts) - 1
    while first < count:
        last = int(np.searchsorted(starts, starts[first] + BLOCK, "right")) - 1
        yield range(first, min(max(last, first + 1), count))
        first = max(last, first + 1)


class WordWriter:
    """Spills words to disk as they come; memory holds the types and two numbers a document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._types: dict[str, int] = {}
        self._counts: list[int] = []
        self._in_text: list[int] = []
        self._files = {name: (folder / f"{name}.raw").open("wb") for name in _COLUMNS}

    def add(self, text: Iterable[Passage], title: Passage) -> None:
        """Add the words of a document."""
        rows = {name: array(code) for name, code in _COLUMNS.items()}
        for passage in text:
            self._read(passage, rows)
        self._in_text.append(len(rows["type"]))
        _close(rows)
        self._read(title, rows)
        _close(rows)
        self._counts.append(len(rows["type"]))
        for name, values in rows.items():
            values.tofile(self._files[name])

    def _read(self, passage: Passage, rows: dict[str, array[int]]) -> None:
        found = list(tokens(passage.text))
        types, ending, offset = self._types, type_key("", passage.language), passage.start
        rows["type"].extend([types.setdefault(word + ending, len(types)) for word, _, _ in found])
        rows["start"].extend([start + offset for _, start, _ in found])
        rows["length"].extend([min(end - start, _LONGEST) for _, start, end in found])
        zones = array("B", [passage.zone]) * len(found)
        for first, last in passage.personal:
            for number, (_, start, end) in enumerate(found):
                if first < end and start < last:
                    zones[number] = passage.zone + PERSONAL
        rows["zone"].extend(zones)

    def close(self, finished: bool = True) -> list[str]:
        """Number the types in sorted order and write the columns; returns their keys in order.

        Writes nothing where the build was given up.
        """
        for file in self._files.values():
            file.close()
        keys = sorted(self._types) if finished else []
        if finished:
            order = np.full(len(keys) + 1, GAP, np.int32)
            order[[self._types[key] for key in keys]] = np.arange(len(keys), dtype=np.int32)
            for name, code in _COLUMNS.items():
                self._write(name, np.dtype(code), order if name == "type" else None)
            write_column(self._folder, "word_pointers", pointers(self._counts))
            write_column(self._folder, "words_in_text", np.array(self._in_text, np.int32))
        return keys

    def _write(self, name: str, dtype: np.dtype[np.generic], order: Int32 | None) -> None:
        raw = self._folder / f"{name}.raw"
        values = np.memmap(raw, dtype, "r") if raw.stat().st_size else np.empty(0, dtype)
        column = open_memmap(self._folder / f"word_{name}.npy", "w+", dtype, values.shape)
        for begin in range(0, len(values), BLOCK):
            part = values[begin : begin + BLOCK]
            column[begin : begin + BLOCK] = part if order is None else order[part]
        column.flush()
        raw.unlink()


def _close(rows: dict[str, array[int]]) -> None:
    for name, values in rows.items():
        values.append(GAP if name == "type" else 0)


class WordBlock(NamedTuple):
    """Words of some documents one after another; ``first`` is the place of the first."""

    first: int
    types: Int32
    zones: Bytes
    documents: Int32


class ForwardIndex:
    """Reads the columns; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self.types: Int32 = read_column(folder, "word_type", np.int32)
        self.zones: Bytes = read_column(folder, "word_zone", np.uint8)
        self._starts: Int32 = read_column(folder, "word_start", np.int32)
        self._lengths: NDArray[np.uint16] = read_column(folder, "word_length", np.uint16)
        self.pointers: Int64 = read_column(folder, "word_pointers", np.int64)
        self._in_text: Int32 = read_column(folder, "words_in_text", np.int32)
        columns: Sequence[NDArray[np.generic]] = (
            *(self.types, self.zones, self._starts, self._lengths),
        )
        if any(len(column) != self.pointers[-1] for column in columns):
            raise ValueError("the columns of words do not belong together")

    def __len__(self) -> int:
        return len(self._in_text)

    def words(self, document: int) -> Words:
        """The words of a document's canonical text."""
        begin = int(self.pointers[document])
        part = slice(begin, begin + int(self._in_text[document]))
        return Words(self.types[part], self._starts[part], self._lengths[part])

    def blocks(self) -> Iterator[WordBlock]:
        """All words, some documents at a time; one document alone may be more than a block."""
        for part in blocks(self.pointers):
            ends = self.pointers[part.start : part.stop + 1]
            words = slice(int(ends[0]), int(ends[-1]))
            numbers = np.arange(part.start, part.stop, dtype=np.int32)
            documents = np.repeat(numbers, np.diff(ends))
            yield WordBlock(words.start, self.types[words], self.zones[words], documents)
