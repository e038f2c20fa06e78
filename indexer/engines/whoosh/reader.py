"""An immutable snapshot of one generation, shared by all threads of a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from ...errors import IndexMismatchError
from ...snippets import Layout
from .columns import Float32, Int32, Int64, Mask, read_column
from .evaluate import B, Evaluator
from .facets import Facets
from .generation import read_manifest
from .lexicon import read_lexicon
from .orders import Orders
from .postings import PostingsPool
from .records import Records
from .schema import FIELDS, compatibility
from .sealing import guarded
from .shapes import Shapes
from .terms import read_terms
from .tokens import Tokens
from .twins import Twins


class Snapshot:
    """One generation, open for reading.

    Raises IndexMismatchError where another version of the program built it, EngineError where it
    is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = read_manifest(folder)
        if self.manifest.compatibility != compatibility():
            raise IndexMismatchError(
                f"The index in {folder} was built by another version of this program. "
                "Run `loistohaku rebuild`."
            )
        with guarded(folder):
            self._open(folder / "columns")

    def _open(self, columns: Path) -> None:
        self.analyzer, self.vocabularies = read_lexicon(self.folder)
        self.tokens = Tokens(columns)
        self.records = Records(columns)
        self.orders = Orders(columns)
        self.stems = read_terms(columns, "stem_terms")
        self.surfaces = read_terms(columns, "surface_terms")
        self.surface_documents: Int32 = read_column(columns, "surface_documents", np.int32)
        self.surface_personal: Int32 = read_column(columns, "surface_personal", np.int32)
        self.shapes = Shapes(columns)
        self.facets = Facets(columns, self.documents, self.vocabularies)
        self.twins = Twins(columns, self.facets)
        self._sections: Int64 = read_column(columns, "sections", np.int64)
        self._starts: Int32 = read_column(columns, "section_start", np.int32)
        self._pages: Int32 = read_column(columns, "section_page", np.int32)
        self._personal: Int64 = read_column(columns, "personal", np.int64)
        self._personal_spans: Int32 = read_column(columns, "personal_spans", np.int32)
        self._norms = {field: _norm(columns, field) for field in FIELDS}
        self.pool = PostingsPool(self.folder / "whoosh")
        parts = (self.tokens, self.records, self.orders, self.twins)
        sizes = {*(len(part) for part in parts), len(self._sections) - 1}
        if sizes != {self.documents} or len(self.surfaces) != len(self.surface_documents):
            raise ValueError("its columns do not belong together")

    @property
    def name(self) -> str:
        """The generation's name."""
        return self.manifest.generation

    @property
    def documents(self) -> int:
        """How many documents it holds, withdrawn ones included."""
        return self.manifest.documents

    @contextmanager
    def evaluator(self) -> Iterator[Evaluator]:
        """Something that answers look-ups, for one thread."""
        with guarded(self.folder), self.pool.lend() as postings:
            yield Evaluator(postings, self.tokens, self.surfaces, self._norms)

    def layout(self, document: int) -> Layout:
        """Where a document's sections and personal data stand in its text."""
        part = slice(self._sections[document], self._sections[document + 1])
        personal = slice(self._personal[document], self._personal[document + 1])
        spans = self._personal_spans[personal].tolist()
        return Layout(self._starts[part], self._pages[part], spans)

    def visible(self, hidden: frozenset[str]) -> Mask:
        """All documents but the withdrawn ones."""
        mask = np.ones(self.documents, np.bool_)
        numbers = (self.orders.number(identifier) for identifier in hidden)
        mask[[number for number in numbers if number is not None]] = False
        return mask

    def close(self) -> None:
        """Give back Whoosh's files; what other threads still use is given back after them."""
        self.pool.close()


def _norm(columns: Path, field: str) -> Float32:
    """BM25's length norm of each document: 1 at the average length of the field, where it is any.

    Documents without headings say nothing of how long headings usually are.
    """
    lengths: Float32 = read_column(columns, f"length_{field}", np.float32)
    filled = lengths[lengths > 0]
    average = float(filled.mean()) if len(filled) else 1.0
    return np.float32(1 - B[field]) + np.float32(B[field] / average) * lengths
