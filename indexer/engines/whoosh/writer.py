"""Builds a generation aside: one analysis of each text feeds Whoosh and the columns alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ...analysis.analyzer import Analyzer
from ...analysis.text import normalise
from ...errors import EngineError
from ...models import Failure, IndexManifest, Record, SectionRole
from ...snippets import Spans, canonical_text, personal_places
from ...vocabulary import Vocabularies
from ..base import fingerprint
from ..facet_values import facet_values
from .columns import pointers, write_column
from .dictionary import write_dictionary
from .facets import FacetWriter
from .generation import BUILDING, finish
from .lexicon import write_lexicon
from .orders import OrderWriter
from .records import RecordWriter
from .schema import SCHEMA_VERSION, compatibility
from .sealing import guarded, seal
from .twins import TwinWriter
from .words import Passage, WordWriter, Zone


class WhooshWriter:
    """The GenerationWriter of the embedded engine; ``folder`` is the one it builds in."""

    def __init__(self, folder: Path, analyzer: Analyzer, vocabularies: Vocabularies) -> None:
        self._folder, self._analyzer, self._vocabularies = folder, analyzer, vocabularies
        self._ids: set[str] = set()
        self._broken = False
        with guarded(folder):
            for name in ("whoosh", "columns"):
                (folder / name).mkdir()
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
            self._columns.add(record)
            self._columns.facets.add(facet_values(record, self._vocabularies))
        self._ids.add(record.id)
        self._broken = False

    def finish(self, corpus_digest: str, failures: Iterable[Failure] = ()) -> IndexManifest:
        """Write everything to where it stays, the manifest last. Raises EngineError."""
        self._refuse_if_broken()
        self._broken = True
        with guarded(self._folder):
            types = self._columns.close()
            write_dictionary(
                self._folder / "columns", self._folder / "whoosh", types, self._analyzer
            )
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
            self._columns.close(finished=False)

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


class _ColumnWriters:
    """Everything that stands beside the Whoosh index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words = WordWriter(folder)
        self._records = RecordWriter(folder)
        self._orders = OrderWriter(folder)
        self._twins = TwinWriter(folder)
        self.facets = FacetWriter(folder)
        self._section_counts: list[int] = []
        self._section_starts: list[int] = []
        self._section_pages: list[int] = []
        self._personal_counts: list[int] = []
        self._personal: list[tuple[int, int]] = []

    def add(self, record: Record) -> None:
        text, starts = canonical_text(record.sections)
        personal = personal_places(text)
        self._words.add(_passages(record, starts, personal), _title(record))
        self._records.add(record, text)
        self._orders.add(record)
        self._twins.add(record)
        self._section_counts.append(len(record.sections))
        self._section_starts += starts
        self._section_pages += [section.page or 0 for section in record.sections]
        self._personal_counts.append(len(personal))
        self._personal += personal

    def close(self, finished: bool = True) -> list[str]:
        types = self._words.close(finished)
        self._records.close(finished)
        if not finished:
            return types
        self._orders.close()
        self._twins.close()
        self.facets.close()
        write_column(self._folder, "sections", pointers(self._section_counts))
        write_column(self._folder, "section_start", np.array(self._section_starts, np.int32))
        write_column(self._folder, "section_page", np.array(self._section_pages, np.int32))
        write_column(self._folder, "personal", pointers(self._personal_counts))
        spans = np.array(self._personal, np.int32).reshape(-1, 2)
        write_column(self._folder, "personal_spans", spans)
        return types


def _passages(record: Record, starts: Sequence[int], personal: Spans) -> Iterator[Passage]:
    """The headings and texts of the canonical text, each in its own language."""
    for section, start in zip(record.sections, starts, strict=True):
        language = section.language or record.language.concept
        is_comment = section.role is SectionRole.COMMENTS
        zones = (Zone.COMMENT, Zone.COMMENT) if is_comment else (Zone.HEADING, Zone.BODY)
        places = (start, start + len(section.heading) + 1)
        for text, zone, place in zip((section.heading, section.text), zones, places, strict=True):
            end = place + len(text)
            spans = [(a - place, b - place) for a, b in personal if a < end and b > place]
            yield Passage(text, language, zone, place, spans)


def _title(record: Record) -> Passage:
    title = normalise(record.title)
    return Passage(title, record.language.concept, Zone.TITLE, personal=personal_places(title))
