"""Builds a generation aside: one analysis of each text feeds Whoosh and the columns alike."""

from __future__ import annotations

import shutil
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage

from ...analysis.analyzer import Analyzer, Term
from ...analysis.text import normalise
from ...errors import EngineError
from ...models import Failure, IndexManifest, Record, Section, SectionRole
from ...snippets import Spans, canonical_text, personal_places
from ...vocabulary import Vocabularies
from ..base import fingerprint
from ..facet_values import facet_values
from .columns import pointers, write_column
from .facets import FacetWriter
from .generation import BUILDING, finish
from .lexicon import write_lexicon
from .orders import OrderWriter
from .records import RecordWriter
from .schema import (
    BODY,
    FIELDS,
    HEADINGS,
    SCHEMA_VERSION,
    SURFACE,
    TITLE,
    TermsCodec,
    compatibility,
    new_schema,
)
from .sealing import guarded, seal
from .tokens import TokenWriter
from .twins import TwinWriter

COMMENT_WEIGHT = 0.3
"""What a word of readers' comments weighs beside one of the document itself."""

MEMORY_MB = 128
"""What Whoosh holds before it spills to the disk."""

Counts = dict[str, Counter[str]]


class WhooshWriter:
    """The GenerationWriter of the embedded engine; ``folder`` is the one it builds in."""

    def __init__(self, folder: Path, analyzer: Analyzer, vocabularies: Vocabularies) -> None:
        self._folder, self._analyzer, self._vocabularies = folder, analyzer, vocabularies
        self._ids: set[str] = set()
        self._broken = False
        with guarded(folder):
            for name in ("whoosh", "columns"):
                (folder / name).mkdir()
            index = FileStorage(str(folder / "whoosh")).create_index(new_schema())
            # More than one process loses documents without a word when one of them fails.
            self._whoosh = index.writer(
                procs=1, limitmb=MEMORY_MB, codec=TermsCodec(), compound=False
            )
            self._columns = _ColumnWriters(folder / "columns")

    @property
    def name(self) -> str:
        """The generation's name."""
        return self._folder.name.removesuffix(BUILDING)

    def add(self, record: Record) -> None:
        """Add a record. Raises EngineError."""
        if record.id in self._ids:
            raise EngineError(f"Two documents have the id {record.id}. Change one of them.")
        self._refuse_if_broken()
        self._broken = True
        with guarded(self._folder):
            text, starts = canonical_text(record.sections)
            words = self._words(record, text, starts)
            title = list(self._analyzer.terms(normalise(record.title), record.language.concept))
            counts = _count(record.sections, starts, words, title)
            self._whoosh.add_document(**counts)
            personal = personal_places(text)
            self._columns.add(record, _Analysed(text, starts, words, title, counts, personal))
            self._columns.facets.add(facet_values(record, self._vocabularies))
        self._ids.add(record.id)
        self._broken = False

    def finish(self, corpus_digest: str, failures: Iterable[Failure] = ()) -> IndexManifest:
        """Write everything to where it stays, the manifest last. Raises EngineError."""
        self._refuse_if_broken()
        self._broken = True
        with guarded(self._folder):
            self._whoosh.commit()
            self._columns.close()
            write_lexicon(self._folder, self._analyzer, self._vocabularies)
            seal(self._folder)
            manifest = self._manifest(corpus_digest, tuple(failures))
            self._folder = finish(self._folder, manifest)
        return manifest

    def discard(self) -> None:
        """Throw away what has been written; on a full disk above all."""
        self._broken = True
        with guarded(self._folder), ExitStack() as last:
            last.callback(shutil.rmtree, self._folder, ignore_errors=True)
            last.callback(self._columns.close, finished=False)
            if not self._whoosh.is_closed:
                self._whoosh.cancel()

    def _words(self, record: Record, text: str, starts: Sequence[int]) -> list[Term]:
        """The words of the canonical text, each section's read in its own language."""
        language = record.language.concept
        if all(section.language in (None, language) for section in record.sections):
            return list(self._analyzer.terms(text, language))
        return [
            term._replace(start=term.start + start, end=term.end + start)
            for section, (start, end) in zip(
                record.sections, pairwise((*starts, len(text))), strict=True
            )
            for term in self._analyzer.terms(text[start:end], section.language or language)
        ]

    def _refuse_if_broken(self) -> None:
        if self._broken:
            raise EngineError(f"The generation {self.name} could not be written. Begin a new one.")

    def _manifest(self, corpus_digest: str, failures: tuple[Failure, ...]) -> IndexManifest:
        return IndexManifest(
            generation=self.name,
            schema_version=SCHEMA_VERSION,
            compatibility=compatibility(),
            fingerprint=fingerprint(compatibility(), self._analyzer, self._vocabularies),
            corpus_digest=corpus_digest,
            documents=len(self._ids),
            built_at=datetime.now(UTC).isoformat(timespec="seconds"),
            counts=self._columns.facets.known,
            failures=failures,
            details={
                "whoosh": version("whoosh-reloaded"),
                "documents_with": self._columns.facets.documents_with,
            },
        )


@dataclass(frozen=True, slots=True)
class _Analysed:
    text: str
    starts: list[int]
    words: Sequence[Term]
    title: Sequence[Term]
    counts: Counts
    personal: Spans


class _ColumnWriters:
    """Everything that stands beside the Whoosh index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tokens = TokenWriter(folder)
        self._records = RecordWriter(folder)
        self._orders = OrderWriter(folder)
        self._twins = TwinWriter(folder)
        self.facets = FacetWriter(folder)
        self._lengths: dict[str, list[float]] = {field: [] for field in FIELDS}
        self._section_counts: list[int] = []
        self._section_starts: list[int] = []
        self._section_pages: list[int] = []
        self._personal_counts: list[int] = []
        self._personal: list[tuple[int, int]] = []

    def add(self, record: Record, analysed: _Analysed) -> None:
        title_personal = personal_places(normalise(record.title))
        self._tokens.add(analysed.words, analysed.title, (analysed.personal, title_personal))
        self._records.add(record, analysed.text)
        self._orders.add(record)
        self._twins.add(record)
        for field, counts in analysed.counts.items():
            self._lengths[field].append(sum(counts.values()))
        self._section_counts.append(len(record.sections))
        self._section_starts += analysed.starts
        self._section_pages += [section.page or 0 for section in record.sections]
        self._personal_counts.append(len(analysed.personal))
        self._personal += analysed.personal

    def close(self, finished: bool = True) -> None:
        self._tokens.close(finished)
        self._records.close(finished)
        if not finished:
            return
        self._orders.close()
        self._twins.close()
        self.facets.close()
        for field, lengths in self._lengths.items():
            write_column(self._folder, f"length_{field}", np.array(lengths, np.float32))
        write_column(self._folder, "sections", pointers(self._section_counts))
        write_column(self._folder, "section_start", np.array(self._section_starts, np.int32))
        write_column(self._folder, "section_page", np.array(self._section_pages, np.int32))
        write_column(self._folder, "personal", pointers(self._personal_counts))
        spans = np.array(self._personal, np.int32).reshape(-1, 2)
        write_column(self._folder, "personal_spans", spans)


def _count(
    sections: Sequence[Section], starts: Sequence[int], words: Sequence[Term], title: Sequence[Term]
) -> Counts:
    """The weight of each term in each field."""
    counts: Counts = {field: Counter() for field in FIELDS}
    counts[TITLE].update(term.stem for term in title if term.stem is not None)
    counts[SURFACE].update(term.surface for term in (*words, *title))
    places = [term.start for term in words]
    begin = 0
    for end, field, weight in _stretches(sections, starts):
        until = bisect_left(places, end)
        stems = Counter(term.stem for term in words[begin:until] if term.stem is not None)
        if weight == 1:
            counts[field].update(stems)
        else:
            for stem, count in stems.items():
                counts[field][stem] += count * weight  # type: ignore[assignment]
        begin = until
    return counts


def _stretches(
    sections: Sequence[Section], starts: Sequence[int]
) -> Iterator[tuple[int, str, float]]:
    """Where each part of the canonical text ends, the field it goes into, and its weight."""
    for section, start in zip(sections, starts, strict=True):
        end = start + len(section.heading) + 1 + len(section.text)
        if section.role is SectionRole.COMMENTS:
            yield end, BODY, COMMENT_WEIGHT
        else:
            yield start + len(section.heading), HEADINGS, 1
            yield end, BODY, 1
