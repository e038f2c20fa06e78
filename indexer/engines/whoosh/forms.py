"""Written forms: a sorted dictionary, the types of each, and in how many documents it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from .columns import Int32, Int64, pointers, read_column, write_column
from .inverted import InvertedIndex
from .postings import Run
from .shapes import Shapes, write_shapes
from .terms import read_terms, write_terms
from .words import PERSONAL, ForwardIndex, blocks, form_of


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
    for part in blocks(inverted.pointers[starts]):
        run = _run(part, starts, inverted, words)
        documents[part.start : part.stop] = np.diff(run.pointers)
    write_column(folder, "form_documents", documents)


def _run(
    forms: range, starts: Int64, inverted: InvertedIndex, words: ForwardIndex | None = None
) -> Run:
    """In which documents neighbouring forms stand, and how often; ``starts`` are their types.

    Where the words are given, what stands in personal data is left out.
    """
    types = starts[forms.start : forms.stop + 1]
    every = range(int(types[0]), int(types[-1]))
    owners = np.repeat(np.arange(len(forms)), np.diff(inverted.pointers[types]))
    documents = inverted.documents(every)
    if words is not None:
        is_open = words.zones[inverted.places(every)] < PERSONAL
        owners, documents = owners[is_open], documents[is_open]
    span = int(documents.max(initial=0)) + 1
    # Nearly in order, since most forms are of one type: then a stable sort is a look at each.
    cells = np.sort(owners * span + documents, kind="stable")
    heads = np.flatnonzero(np.diff(cells, prepend=-1))
    found, numbers = np.divmod(cells[heads], span)
    ends = np.searchsorted(found, np.arange(len(forms) + 1)).astype(np.int64)
    counts = np.diff(heads, append=len(cells)).astype(np.float32)
    return Run(forms, ends, numbers.astype(np.int32), counts)


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

    def runs(self, inverted: InvertedIndex) -> Iterator[Run]:
        """In which documents each form stands, and how often, about a block at a time."""
        for forms in blocks(inverted.pointers[self._types]):
            yield _run(forms, self._types, inverted)
