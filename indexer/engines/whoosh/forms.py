"""Written forms: a sorted dictionary, the types of each, and in how many documents it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from . import words as forward
from .columns import Int32, Int64, pointers, read_column, write_column
from .inverted import InvertedIndex
from .shapes import Shapes, write_shapes
from .terms import read_terms, write_terms
from .words import PERSONAL, ForwardIndex, form_of


def write_forms(
    folder: Path, types: Sequence[str], words: ForwardIndex, inverted: InvertedIndex
) -> None:
    """Write the columns; ``types`` are the keys of all types in their order."""
    groups = [(form, len(list(keys))) for form, keys in groupby(types, form_of)]
    forms = [form for form, _ in groups]
    write_terms(folder, "forms", forms)
    write_shapes(folder, forms)
    starts = pointers([count for _, count in groups])
    write_column(folder, "form_types", starts)
    documents = np.zeros(len(forms), np.int32)
    for part in _blocks(inverted.pointers[starts]):
        numbers = range(int(starts[part.start]), int(starts[part.stop]))
        counts = np.diff(inverted.pointers[starts[part.start : part.stop + 1]])
        open_to_all = words.zones[inverted.places(numbers)] < PERSONAL
        owners = np.repeat(np.arange(part.start, part.stop), counts)[open_to_all]
        pairs = owners * len(words) + inverted.documents(numbers)[open_to_all]
        found, times = np.unique(np.unique(pairs) // max(1, len(words)), return_counts=True)
        documents[found] = times
    write_column(folder, "form_documents", documents)


def _blocks(starts: Int64) -> Iterator[range]:
    """Ranges of forms that have about a block of places together."""
    first, forms = 0, len(starts) - 1
    while first < forms:
        last = int(np.searchsorted(starts, starts[first] + forward.BLOCK, "right")) - 1
        last = min(max(last, first + 1), forms)
        yield range(first, last)
        first = last


class Forms:
    """Reads the columns; safe for many threads.

    ``documents`` counts for each form those in which it stands outside personal data.
    """

    def __init__(self, folder: Path) -> None:
        self.terms = read_terms(folder, "forms")
        self.shapes = Shapes(folder)
        self.documents: Int32 = read_column(folder, "form_documents", np.int32)
        self._types: Int64 = read_column(folder, "form_types", np.int64)
        if not len(self.terms) == len(self.documents) == len(self._types) - 1:
            raise ValueError("the columns of written forms do not belong together")

    def __len__(self) -> int:
        return len(self.terms)

    def types(self, forms: range) -> range:
        """The types of neighbouring forms."""
        return range(int(self._types[forms.start]), int(self._types[forms.stop]))

    def find(self, form: str) -> range:
        """The types of a form; none where there is no such form."""
        number = self.terms.find(form)
        return range(0) if number is None else self.types(range(number, number + 1))

    def starting(self, prefix: str) -> range:
        """The types of all forms that begin so."""
        return self.types(self.terms.starting(prefix))
