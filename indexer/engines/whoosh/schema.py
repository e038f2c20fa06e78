"""What Whoosh is told to index, and the codec by which it takes whole columns of postings.

Whoosh pickles the schema and the codec into the index, so all classes here stand at module level.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from importlib.metadata import version
from itertools import pairwise
from pickle import dumps
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter, W3TermInfo
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence
from whoosh.system import pack_ushort

from ...analysis.analyzer import VERSION as ANALYSIS_VERSION
from .columns import Float32, Int32
from .postings import Run
from .terms import Terms

SCHEMA_VERSION = 8
"""Raised whenever the files of a generation change their meaning."""

LEMMA, FORM = "lemma", "form"
FIELDS = (FORM, LEMMA)
"""In the order in which Whoosh wants them written."""

BLOCK = 1024
"""Postings of a block: what Whoosh reads and skips at once."""

Field = tuple[str, Terms, Iterable[Run]]
"""A field, its terms in order, and all their postings."""

INLINED = 16
"""So many postings stand in the term dictionary itself; most terms have no more."""


class WeightedTerms(FieldType):  # type: ignore[misc]
    """A field of terms that are already analysed; a posting is a document and a weight.

    Not "scorable" for Whoosh: it would keep lengths in one byte, so the columns keep them.
    Positions and offsets live in the columns too.
    """

    def __init__(self) -> None:
        super().__init__(Existence(), None)


class ColumnCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec, fed with arrays instead of posting by posting.

    It asks for no length that is not there, and does not deflate blocks: most hold a posting or
    two, which only grow by it.
    """

    length_stats = False

    def __init__(self) -> None:
        super().__init__(blocklimit=BLOCK, compression=0)

    def field_writer(self, storage: Any, segment: Any) -> ColumnFieldWriter:
        """The writer of term dictionaries and postings."""
        return ColumnFieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> ColumnPostingsWriter:
        """The writer of one field's postings."""
        return ColumnPostingsWriter(
            dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit
        )


class ColumnFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Takes the postings of many terms at once."""

    def add_postings(self, schema: Schema, _lengths: None, fields: Iterable[Field]) -> None:
        """Write all postings."""
        for field, terms, runs in fields:
            self.start_field(field, schema[field])
            for run in runs:
                self._add_run(terms[run.terms.start : run.terms.stop], run)
            self.finish_field()

    def _add_run(self, terms: list[str], run: Run) -> None:
        documents, weights = run.documents.tolist(), run.weights.tolist()
        field = pack_ushort(self._fieldid)
        for term, (first, last) in zip(terms, pairwise(run.pointers.tolist()), strict=True):
            if last - first <= INLINED:
                posted = _inlined(tuple(documents[first:last]), tuple(weights[first:last]))
                self._tindex.add(field + term.encode(), posted)
            else:
                self.start_term(term.encode())
                self._postwriter.add_many(run.documents[first:last], run.weights[first:last])
                self.finish_term()


def _inlined(documents: tuple[int, ...], weights: tuple[float, ...]) -> bytes:
    """What W3TermInfo writes of postings that stand in the dictionary; 2.7.5 calls it wrongly."""
    about = (1, sum(weights), len(weights), 0, 0, max(weights), documents[0], documents[-1])
    posted: bytes = W3TermInfo._struct.pack(*about)
    return posted + dumps((documents, weights, None), 2)


class ColumnPostingsWriter(W3PostingsWriter):  # type: ignore[misc]
    """Writes whole blocks."""

    def add_many(self, documents: Int32, weights: Float32) -> None:
        """Write a term's postings; the last block is left for ``finish_postings``."""
        for begin in range(0, len(documents), self._blocklimit):
            if begin:
                self._write_block()
            part = slice(begin, begin + self._blocklimit)
            self._ids = array("I", documents[part].astype(np.uint32).tobytes())
            self._weights = array("f", weights[part].astype(np.float32).tobytes())
            self._maxweight = max(self._weights)

    def _mini_ids(self) -> tuple[int, ...]:
        return tuple(np.diff(np.frombuffer(self._ids, np.uint32), prepend=np.uint32(0)).tolist())


class ColumnPool:
    """Stands where Whoosh's writer collects postings one by one to sort them."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = fields

    def iter_postings(self) -> Iterable[Field]:
        """All postings, sorted by field and term."""
        return self._fields

    def cleanup(self) -> None:
        """There is nothing on the disk to delete."""


def new_schema() -> Schema:
    """Two fields: lemmas by their weighed frequency, written forms by their number."""
    return Schema(**{name: WeightedTerms() for name in FIELDS})


def compatibility() -> str:
    """Digest of what decides the files' layout and how a text becomes terms."""
    stemmer = version("snowballstemmer")
    parts = f"whoosh {SCHEMA_VERSION} {ANALYSIS_VERSION} {stemmer}"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
