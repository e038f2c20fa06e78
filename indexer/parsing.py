"""Files parsed in the sandbox, and what they held kept until the file or its parser changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .across import ACROSS_VERSION, PageLines, page_lines
from .corpus_listing import checksum_of
from .errors import ParseError
from .files import open_file
from .models import ParsedDocument, SourceDocument
from .parse_cache import DiskCache, key_of
from .parsers import HEAD_BYTES, media_type, parser_version
from .parsers.sandbox import ParserPool
from .settings import Settings

UNKNOWN_TYPE = "application/octet-stream"


def open_pool(settings: Settings) -> ParserPool:
    """Parsers under the limits that the settings name."""
    return ParserPool(settings.parse_workers, settings.parse_seconds, settings.parse_memory_mb)


def with_media_type(document: SourceDocument) -> SourceDocument:
    """The document with the media type that its first bytes tell. Raises OSError."""
    with open_file(document.file) as file:
        found = media_type(document.file, file.read(HEAD_BYTES))
    return replace(document, media_type=found or UNKNOWN_TYPE)


def parse_key(document: SourceDocument) -> str:
    """Tells what is parsed and by what parser.

    The name counts too: it helps to tell the format, and may become the title.
    """
    name = Path(document.path).name
    return key_of(document.checksum, name, document.media_type, parser_version(document.media_type))


class _ChangedError(ParseError):
    """The file was another before it was parsed than after."""


@dataclass(frozen=True, slots=True)
class Parsing:
    """What came of files, by path: the documents as they were parsed, and why others were not."""

    documents: dict[str, SourceDocument]
    failed: dict[str, ParseError]


class ParsedFiles:
    """What files held, with their lines beside it; ``fresh`` has every file parsed anew."""

    def __init__(self, cache: Path, fresh: bool = False) -> None:
        self._parsed = DiskCache(cache / "parsed", ParsedDocument)
        self._lines = DiskCache(cache / "lines", PageLines)
        self._fresh = fresh
        self._used: set[str] = set()

    def missing(self, documents: Iterable[SourceDocument]) -> list[SourceDocument]:
        """The documents that have to be parsed."""
        return [one for one in documents if self._fresh or parse_key(one) not in self._parsed]

    def parse(
        self, documents: Sequence[SourceDocument], pool: ParserPool, done: Callable[[], None]
    ) -> Parsing:
        """Parse documents and keep what they hold.

        A file that changed since its checksum was taken is parsed once more as what it has
        become: nothing may be kept, or told of the index, under the checksum of another file.
        """
        parsing, changed = Parsing({}, {}), []
        for document, result in self._parse(documents, pool):
            if isinstance(result, _ChangedError):
                changed.append(document)
            else:
                _tell(parsing, document, result)
            done()
        for document, result in self._parse(changed, pool):
            _tell(parsing, document, result)
        return parsing

    def get(self, document: SourceDocument, pool: ParserPool) -> ParsedDocument:
        """What a document holds; where what was kept is damaged it is parsed. Raises ParseError."""
        if kept := self._parsed.get(parse_key(document)):
            return kept
        _, result = next(self._parse([document], pool))
        if isinstance(result, ParseError):
            raise result
        return result

    def lines(self, document: SourceDocument, pool: ParserPool) -> PageLines:
        """What of a document is compared with the others of its site. Raises ParseError."""
        key = _lines_key(document)
        self._used |= {parse_key(document), key}
        if kept := self._lines.get(key):
            return kept
        lines = page_lines(self.get(document, pool))
        self._lines.put(key, lines)
        return lines

    def forget_unused(self) -> None:
        """Delete what belongs to no document whose lines were asked for."""
        self._parsed.keep_only(self._used)
        self._lines.keep_only(self._used)

    def _parse(
        self, documents: Sequence[SourceDocument], pool: ParserPool
    ) -> Iterator[tuple[SourceDocument, ParsedDocument | ParseError]]:
        """Each document as its file is after it was parsed, and what it held."""
        for document, result in pool.parse((one, one.file) for one in documents):
            checksum = checksum_of(document.file)
            if checksum != document.checksum:
                why = "changes while it is read; the next rebuild takes it when it rests"
                yield _renewed(document, checksum), _ChangedError(why)
                continue
            if not isinstance(result, ParseError):
                self._parsed.put(parse_key(document), result)
                self._lines.put(_lines_key(document), page_lines(result))
            yield document, result


def _lines_key(document: SourceDocument) -> str:
    return key_of(parse_key(document), ACROSS_VERSION)


def _renewed(document: SourceDocument, checksum: str) -> SourceDocument:
    renewed = replace(document, checksum=checksum)
    try:
        return with_media_type(renewed)
    except OSError:  # gone: its parser says so
        return renewed


def _tell(parsing: Parsing, document: SourceDocument, result: ParsedDocument | ParseError) -> None:
    if isinstance(result, ParseError):
        parsing.failed[document.path] = result
    else:
        parsing.documents[document.path] = document
