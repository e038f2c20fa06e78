"""The way of a document from its file to its record, through two caches.

What was parsed is kept by file and parser; the record by what was parsed, the rules of
enrichment, the vocabularies and the sidecar: a changed vocabulary re-enriches, never re-parses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from .codec import to_json
from .corpus_listing import indexed_part
from .enrich import ENRICH_VERSION, Enricher, load_enricher
from .errors import ParseError
from .models import ParsedDocument, Record, SourceDocument
from .parse_cache import DiskCache, key_of
from .parsers import FORMATS, HEAD_BYTES, media_type, parser_version
from .parsers.sandbox import ParserPool
from .settings import Settings
from .vocabulary import Vocabularies

UNKNOWN_TYPE = "application/octet-stream"


def rules_version() -> str:
    """Changes whenever the same file could become another record."""
    return key_of(ENRICH_VERSION, [parser_version(row.media_type) for row in FORMATS])


def open_pool(settings: Settings) -> ParserPool:
    """Parsers under the limits that the settings name."""
    return ParserPool(settings.parse_workers, settings.parse_seconds, settings.parse_memory_mb)


def with_media_type(document: SourceDocument) -> SourceDocument:
    """The document with the media type that its first bytes tell. Raises OSError."""
    with document.file.open("rb") as file:
        found = media_type(document.file, file.read(HEAD_BYTES))
    return replace(document, media_type=found or UNKNOWN_TYPE)


class Pipeline:
    """Makes records of documents; ``fresh`` makes each anew, whatever is kept."""

    def __init__(
        self, cache: Path, vocabularies: Vocabularies, today: date, fresh: bool = False
    ) -> None:
        self._parsed = DiskCache(cache / "parsed", ParsedDocument)
        self._records = DiskCache(cache / "records", Record)
        self._vocabularies = vocabularies
        self._today = today
        # A date that lies ahead is no date yet: within a month of its coming it is seen again.
        self._basis = (ENRICH_VERSION, vocabularies.digest, f"{today:%Y-%m}")
        self._fresh = fresh
        self._used: set[str] = set()

    def parse(
        self, documents: Sequence[SourceDocument], pool: ParserPool, done: Callable[[], None]
    ) -> dict[str, ParseError]:
        """Parse documents and keep what they hold; returns those that failed, by path."""
        failed = {}
        for document, result in pool.parse((one, one.file) for one in documents):
            if isinstance(result, ParseError):
                failed[document.path] = result
            else:
                self._parsed.put(_parse_key(document), result)
            done()
        return failed

    def unparsed(self, documents: Sequence[SourceDocument]) -> list[SourceDocument]:
        """The documents that have to be parsed before they become records."""
        return [one for one in documents if self._fresh or not self._is_kept(one)]

    def records(
        self, documents: Sequence[SourceDocument], pool: ParserPool
    ) -> Iterator[tuple[SourceDocument, Record | ParseError]]:
        """Each document with its record, in their order."""
        for document in documents:
            self._used |= {_parse_key(document), self._record_key(document)}
            kept = None if self._fresh else self._records.get(self._record_key(document))
            yield document, kept or self._make(document, pool)

    def forget_unused(self) -> None:
        """Delete what no record of this run needed."""
        self._parsed.keep_only(self._used)
        self._records.keep_only(self._used)

    def _make(self, document: SourceDocument, pool: ParserPool) -> Record | ParseError:
        parsed = self._parsed.get(_parse_key(document))
        if parsed is None:  # damaged since it was seen
            failed = self.parse([document], pool, lambda: None)
            parsed = self._parsed.get(_parse_key(document))
            if parsed is None:
                return failed.get(document.path) or ParseError("changed while it was read")
        record = self._enricher.enrich(document, parsed)
        self._records.put(self._record_key(document), record)
        return record

    @cached_property
    def _enricher(self) -> Enricher:
        """Built when a record must be made: most nights need few or none."""
        return load_enricher(self._vocabularies, self._today)

    def _is_kept(self, document: SourceDocument) -> bool:
        return self._record_key(document) in self._records or _parse_key(document) in self._parsed

    def _record_key(self, document: SourceDocument) -> str:
        staff = to_json(indexed_part(document.staff))
        path, identifier = document.path, document.id
        return key_of(_parse_key(document), *self._basis, staff, path, identifier)


def _parse_key(document: SourceDocument) -> str:
    """The name counts too: it helps to tell the format, and may become the title."""
    name = Path(document.path).name
    return key_of(document.checksum, name, document.media_type, parser_version(document.media_type))
