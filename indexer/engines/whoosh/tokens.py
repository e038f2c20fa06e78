"""The forward index: the words of each document in order, with where they stand in its text.

Answers what postings without positions cannot: phrases, very wide prefixes, and snippets without
analysing a text again. A document's words are those of its canonical text, a gap (-1), those of
its title, and a gap; so a phrase never runs from one into the next.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap

from ...analysis.analyzer import Term
from ...snippets import Spans, Words, phrase_places
from .columns import Int32, Int64, pointers, read_column, write_column
from .shapes import write_shapes
from .terms import write_terms

GAP = -1
_COLUMNS = ("stem", "surface", "start", "length")
_CHUNK = 1 << 21
"""Words worked on at once, which bounds the memory of building and of a query."""


class TokenWriter:
    """Spills words to disk as they come; memory holds the dictionaries and a few numbers.

    ``surface_documents`` counts the documents that have a word outside personal data,
    ``surface_personal`` those that have it there alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stems: dict[str, int] = {}
        self._surfaces: dict[str, int] = {}
        self._documents: Counter[int] = Counter()
        self._personal: Counter[int] = Counter()
        self._counts: list[int] = []
        self._in_text: list[int] = []
        self._files = {name: (folder / f"{name}.raw").open("wb") for name in _COLUMNS}

    def add(
        self, text: Sequence[Term], title: Sequence[Term], personal: tuple[Spans, Spans] = ((), ())
    ) -> None:
        """Add the words of a document; ``personal`` is where personal data stands in both."""
        surfaces, stems = self._numbers(text)
        title_surfaces, title_stems = self._numbers(title)
        nowhere = [0] * (len(title) + 2)
        columns = {
            "stem": [*stems, GAP, *title_stems, GAP],
            "surface": [*surfaces, GAP, *title_surfaces, GAP],
            "start": [term.start for term in text] + nowhere,
            "length": [term.end - term.start for term in text] + nowhere,
        }
        for name, values in columns.items():
            array("i", values).tofile(self._files[name])
        every = {*surfaces, *title_surfaces}
        if any(personal):
            terms = ((text, personal[0]), (title, personal[1]))
            seen = {term.surface for given, spans in terms for term in _outside(given, spans)}
            outside = {self._surfaces[word] for word in seen}
            self._personal.update(every - outside)
            every = outside
        self._documents.update(every)
        self._counts.append(len(text) + len(nowhere))
        self._in_text.append(len(text))

    def _numbers(self, terms: Sequence[Term]) -> tuple[list[int], list[int]]:
        surfaces, stems = self._surfaces, self._stems
        return (
            [surfaces.setdefault(term.surface, len(surfaces)) for term in terms],
            [
                GAP if term.stem is None else stems.setdefault(term.stem, len(stems))
                for term in terms
            ],
        )

    def close(self, finished: bool = True) -> None:
        """Number the terms in sorted order and write the columns, unless the build was given up."""
        for file in self._files.values():
            file.close()
        if not finished:
            return
        order = self._write("stem", self._stems)
        self._renumber("stem", order)
        order = self._write("surface", self._surfaces)
        self._renumber("surface", order)
        self._write_counts("surface_documents", order, self._documents)
        self._write_counts("surface_personal", order, self._personal)
        write_shapes(self._folder, sorted(self._surfaces))
        for name in ("start", "length"):
            self._renumber(name, None)
        write_column(self._folder, "word_starts", pointers(self._counts))
        write_column(self._folder, "words_in_text", np.array(self._in_text, np.int32))

    def _write(self, name: str, numbers: dict[str, int]) -> Int32:
        """Write a dictionary in sorted order; returns each old number's new one, the gap's last."""
        terms = sorted(numbers)
        write_terms(self._folder, f"{name}_terms", terms)
        order = np.full(len(terms) + 1, GAP, np.int32)
        order[[numbers[term] for term in terms]] = np.arange(len(terms), dtype=np.int32)
        return order

    def _write_counts(self, name: str, order: Int32, counts: Counter[int]) -> None:
        column = np.zeros(len(self._surfaces), np.int32)
        column[order[list(counts)]] = list(counts.values())
        write_column(self._folder, name, column)

    def _renumber(self, name: str, order: Int32 | None) -> None:
        raw = self._folder / f"{name}.raw"
        values = np.memmap(raw, np.int32, "r") if raw.stat().st_size else np.empty(0, np.int32)
        column = open_memmap(self._folder / f"{name}.npy", "w+", np.int32, values.shape)
        for begin in range(0, len(values), _CHUNK):
            part = values[begin : begin + _CHUNK]
            column[begin : begin + _CHUNK] = part if order is None else order[part]
        column.flush()
        raw.unlink()


class Tokens:
    """Reads the forward index; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self._stems: Int32 = read_column(folder, "stem", np.int32)
        self._surfaces: Int32 = read_column(folder, "surface", np.int32)
        self._starts: Int32 = read_column(folder, "start", np.int32)
        self._lengths: Int32 = read_column(folder, "length", np.int32)
        self._pointers: Int64 = read_column(folder, "word_starts", np.int64)
        self._in_text: Int32 = read_column(folder, "words_in_text", np.int32)
        columns = (self._stems, self._surfaces, self._starts, self._lengths)
        if any(len(column) != self._pointers[-1] for column in columns):
            raise ValueError("the columns of words do not belong together")

    def __len__(self) -> int:
        return len(self._in_text)

    def words(self, document: int) -> Words:
        """The words of a document's canonical text."""
        begin = int(self._pointers[document])
        part = slice(begin, begin + int(self._in_text[document]))
        return Words(
            self._stems[part], self._surfaces[part], self._starts[part], self._lengths[part]
        )

    def count_phrase(self, phrase: Sequence[int], documents: Int32) -> Int64:
        """How often the phrase stands in each of the given documents, which are in order."""
        counts = [
            _count(phrase_places(words, phrase), ends) for words, ends in self._stretches(documents)
        ]
        return np.concatenate(counts) if counts else np.empty(0, np.int64)

    def count_range(self, surfaces: range) -> Int64:
        """How many words of a range each document has; one pass over all words."""
        counts = np.zeros(len(self), np.int64)
        for begin in range(0, len(self._surfaces), _CHUNK):
            words = self._surfaces[begin : begin + _CHUNK]
            places = np.flatnonzero((words >= surfaces.start) & (words < surfaces.stop)) + begin
            owners = np.searchsorted(self._pointers, places, "right") - 1
            counts += np.bincount(owners, minlength=len(self))
        return counts

    def _stretches(self, documents: Int32) -> Iterator[tuple[Int32, Int64]]:
        """The words of some documents one after another, and where each ends, a chunk a time."""
        begins, lengths = self._pointers[documents], np.diff(self._pointers)[documents]
        chunk = np.cumsum(lengths) // _CHUNK
        for number in np.unique(chunk):
            part = chunk == number
            ends = np.cumsum(lengths[part])
            shift = np.repeat(begins[part] - (ends - lengths[part]), lengths[part])
            yield self._surfaces[np.arange(len(shift)) + shift], ends


def _outside(terms: Sequence[Term], spans: Spans) -> Iterator[Term]:
    """The terms that stand outside the spans."""
    ends = [end for _, end in spans]
    for term in terms:
        place = bisect_right(ends, term.start)
        if place == len(spans) or term.end <= spans[place][0]:
            yield term


def _count(places: Int64, ends: Int64) -> Int64:
    return np.bincount(np.searchsorted(ends, places, "right"), minlength=len(ends))
