"""The way of a document from its file to its record, through two caches.

What was parsed is kept by file and parser (``parsing``); the record by what was parsed, the lines
that its site repeats, the rules of enrichment, the vocabularies and the sidecar: a changed
vocabulary re-enriches, never re-parses, and so does a site's new menu, for that site alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from .across import (
    ACROSS_VERSION,
    PageLines,
    Sketch,
    protected_labels,
    site_lines,
    site_of,
    sketch_of,
    without_site_lines,
)
from .codec import to_json
from .corpus_listing import indexed_part
from .enrich import ENRICH_VERSION, Enricher, load_enricher
from .models import Record, SourceDocument
from .parse_cache import DiskCache, key_of
from .parsers import FORMATS, parser_version
from .parsers.sandbox import ParserPool
from .parsing import ParsedFiles, parse_key
from .vocabulary import Vocabularies


def rules_version() -> str:
    """Changes whenever the same file could become another record."""
    parsers = [parser_version(row.media_type) for row in FORMATS]
    return key_of(ENRICH_VERSION, ACROSS_VERSION, parsers)


@dataclass(frozen=True, slots=True)
class Sites:
    """The lines that each site repeats, and the site of each document by its path."""

    lines: Mapping[str, frozenset[str]]
    by_path: Mapping[str, str]

    def lines_for(self, document: SourceDocument) -> frozenset[str]:
        """The lines that the site of a document repeats; none where it is of no site."""
        return self.lines.get(self.by_path.get(document.path, ""), frozenset())


class Pipeline:
    """Makes records of documents; ``fresh`` makes each anew, whatever is kept."""

    def __init__(
        self, cache: Path, vocabularies: Vocabularies, today: date, fresh: bool = False
    ) -> None:
        self.files = ParsedFiles(cache, fresh)
        self._records = DiskCache(cache / "records", Record)
        self._sketches = DiskCache(cache / "sketches", Sketch)
        self._vocabularies = vocabularies
        self._today = today
        # A date that lies ahead is no date yet: within a month of its coming it is seen again.
        self._basis = (ENRICH_VERSION, ACROSS_VERSION, vocabularies.digest, f"{today:%Y-%m}")
        self._fresh = fresh
        self._used: set[str] = set()

    def sites(self, pages: Iterable[tuple[SourceDocument, PageLines]]) -> Sites:
        """What each site repeats, told by all its documents, withdrawn ones included.

        A withdrawal changes no other document.
        """
        by_path: dict[str, str] = {}
        by_site: dict[str, list[PageLines]] = defaultdict(list)
        for document, page in pages:
            if site := site_of(document.staff.url, page, document.media_type):
                by_path[document.path] = site
                by_site[site].append(page)
        protected = protected_labels(self._vocabularies["practice_part"])
        found = {site: site_lines(by_site[site], protected) for site in sorted(by_site)}
        return Sites({site: lines for site, lines in found.items() if lines}, by_path)

    def sketch(self, document: SourceDocument, sites: Sites, pool: ParserPool) -> Sketch:
        """What of a record is compared with all others, the record being made where need be.

        Raises ParseError.
        """
        key = self._key(document, sites)
        self._used.add(key)
        kept = None if self._fresh else self._sketches.get(key)
        return kept or self._sketched(key, self._make(document, sites, pool))

    def record(self, document: SourceDocument, sites: Sites, pool: ParserPool) -> Record:
        """The record of a document that was sketched before. Raises ParseError."""
        return self._records.get(self._key(document, sites)) or self._make(document, sites, pool)

    def forget_unused(self) -> None:
        """Delete what no record of this run needed."""
        self.files.forget_unused()
        self._records.keep_only(self._used)
        self._sketches.keep_only(self._used)

    def _make(self, document: SourceDocument, sites: Sites, pool: ParserPool) -> Record:
        parsed = self.files.get(document, pool)
        parsed = without_site_lines(parsed, sites.lines_for(document))
        record = self._enricher.enrich(document, parsed)
        self._records.put(self._key(document, sites), record)
        return record

    def _sketched(self, key: str, record: Record) -> Sketch:
        sketch = sketch_of(record)
        self._sketches.put(key, sketch)
        return sketch

    @cached_property
    def _enricher(self) -> Enricher:
        """Built when a record must be made: most nights need few or none."""
        return load_enricher(self._vocabularies, self._today)

    def _key(self, document: SourceDocument, sites: Sites) -> str:
        staff = to_json(indexed_part(document.staff))
        lines = sorted(sites.lines_for(document))
        path, identifier = document.path, document.id
        return key_of(parse_key(document), *self._basis, staff, path, identifier, lines)
