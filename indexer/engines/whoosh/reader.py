"""An immutable snapshot of one generation, shared by all threads of a process."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import IndexMismatchError
from ...snippets import Layout
from .columns import Int32, Int64, Mask, read_column
from .dictionary import Dictionary
from .evaluate import Evaluator
from .facets import Facets
from .forms import Forms
from .generation import read_manifest
from .lexicon import read_lexicon
from .orders import Orders
from .records import Records
from .schema import compatibility
from .sealing import guarded
from .twins import Twins
from .weighing import Weighing


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
        self.dictionary = Dictionary(columns)
        self._weighing = Weighing(columns)
        self.records = Records(columns)
        self.orders = Orders(columns)
        self.facets = Facets(columns, self.documents, self.vocabularies)
        self.twins = Twins(columns, self.facets)
        self._sections: Int64 = read_column(columns, "sections", np.int64)
        self._starts: Int32 = read_column(columns, "section_start", np.int32)
        self._pages: Int32 = read_column(columns, "section_page", np.int32)
        self._personal: Int64 = read_column(columns, "personal", np.int64)
        self._personal_spans: Int32 = read_column(columns, "personal_spans", np.int32)
        parts = (self.dictionary.words, self._weighing, self.records, self.orders, self.twins)
        sizes = {*(len(part) for part in parts), len(self._sections) - 1}
        if sizes != {self.documents}:
            raise ValueError("its columns do not belong together")

    @property
    def name(self) -> str:
        """The generation's name."""
        return self.manifest.generation

    @property
    def documents(self) -> int:
        """How many documents it holds, withdrawn ones included."""
        return self.manifest.documents

    @property
    def forms(self) -> Forms:
        """The written forms of its documents."""
        return self.dictionary.forms

    def evaluator(self) -> Evaluator:
        """Something that answers the look-ups of one query."""
        return Evaluator(self.dictionary, self._weighing)

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
