"""What stands in the index: the postings of a lemma, of a beginning, of words in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from ...analysis.analyzer import Analyzer
from .columns import Float32, Int32, Int64
from .forms import Forms, write_forms
from .inverted import InvertedIndex, write_inverted
from .matrix import Matrix, matrix_of, read_matrix, write_matrix
from .mirror import write_mirror
from .postings import Postings, write_postings
from .schema import FORM, LEMMA, Field
from .terms import read_terms, write_terms
from .weighing import Weighing, write_lengths
from .words import ForwardIndex

_NONE = np.empty(0, np.int32), np.empty(0, np.float32)


class Dictionary:
    """Looks up in the columns; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self.words = ForwardIndex(folder)
        self.forms = Forms(folder)
        self.inverted = InvertedIndex(folder, self.words)
        self.lemmas = read_terms(folder, "lemmas")
        self.postings = Postings(folder)
        self._types = read_matrix(folder, "lemma_types")
        sizes = {len(self.lemmas), len(self.postings), len(self._types.pointers) - 1}
        if len(sizes) > 1 or len(self.inverted) != self.forms.types(range(len(self.forms))).stop:
            raise ValueError("the columns of the dictionary do not belong together")

    def lemma(self, lemma: str) -> tuple[Int32, Float32]:
        """The documents that have a lemma, and its weighed frequency in each."""
        number = self.lemmas.find(lemma)
        return _NONE if number is None else self.postings.of(number)

    def beginning(self, prefix: str) -> tuple[Int32, Float32]:
        """The documents that have forms that begin so, and how often."""
        return self.inverted.counts(self.forms.starting(prefix))

    def phrase(self, words: Sequence[str]) -> tuple[Int32, Float32]:
        """The documents that have these written forms in this order, and how often."""
        types = [self.forms.find(word) for word in words]
        if len(types) == 1:
            return self.inverted.counts(types[0])
        rarest = min(range(len(types)), key=lambda step: self.inverted.count(types[step]))
        places = self.inverted.places(types[rarest]).astype(np.int64) - rarest
        fits = (places >= 0) & (places + len(types) <= len(self.words.types))
        documents = self.inverted.documents(types[rarest])[fits]
        places = places[fits]
        for step, wanted in enumerate(types):
            if step != rarest:
                fits = _within(self.words.types[places + step], wanted)
                places, documents = places[fits], documents[fits]
        found, counts = np.unique(documents, return_counts=True)
        return found, counts.astype(np.float32)

    def types_of(self, lemmas: Iterable[str]) -> Int32:
        """The types that have any of the lemmas among their readings, in order."""
        numbers = [number for lemma in lemmas if (number := self.lemmas.find(lemma)) is not None]
        _, found, _ = self._types.spread(np.array(numbers, np.int32))
        return np.unique(found)

    def fields(self) -> tuple[Field, Field]:
        """All postings, as the mirror has them."""
        return (
            (FORM, self.forms.terms, self.forms.runs(self.inverted)),
            (LEMMA, self.lemmas, self.postings.runs()),
        )


def write_dictionary(folder: Path, whoosh: Path, types: Sequence[str], analyzer: Analyzer) -> None:
    """Derive everything from the forward index, whose types have these keys."""
    words = ForwardIndex(folder)
    write_inverted(folder, words, len(types))
    write_forms(folder, types, words, InvertedIndex(folder, words))
    lemmas, readings = _readings(types, analyzer)
    write_terms(folder, "lemmas", lemmas)
    write_matrix(folder, "lemma_types", _turned(readings, len(lemmas)))
    write_lengths(folder, words, readings)
    write_postings(folder, words, readings, len(lemmas), Weighing(folder))
    write_mirror(whoosh, len(words), Dictionary(folder).fields())


def _readings(types: Iterable[str], analyzer: Analyzer) -> tuple[list[str], Matrix]:
    """The lemmas in order, and types by lemmas."""
    rows = [analyzer.readings(*key.split("\0")) for key in types]
    lemmas = sorted({reading.lemma for row in rows for reading in row})
    numbers = {lemma: number for number, lemma in enumerate(lemmas)}
    return lemmas, matrix_of([(numbers[lemma], weight) for lemma, weight in row] for row in rows)


def _turned(matrix: Matrix, columns: int) -> Matrix:
    """The matrix with its rows for columns."""
    order = np.argsort(matrix.columns, kind="stable")
    rows = np.repeat(np.arange(len(matrix.pointers) - 1, dtype=np.int32), np.diff(matrix.pointers))
    starts: Int64 = np.searchsorted(matrix.columns[order], np.arange(columns + 1))
    return Matrix(starts.astype(np.int64), rows[order], matrix.weights[order])


def _within(types: Int32, wanted: range) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return (types >= wanted.start) & (types < wanted.stop)
