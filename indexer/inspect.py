"""Files read and understood without being indexed, as ``inspect`` shows them.

Neither an index nor a corpus is needed. Of a file of the corpus, the lines that its site repeats
are cut as the serving generation has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import normalize

from .across import page_lines, site_of, without_site_lines
from .contents import Contents
from .corpus_listing import checksum_of
from .document_ids import slug
from .engines import open_engine
from .enrich import load_enricher, staff_warnings
from .errors import ParseError
from .installation import serving_of
from .json_bodies import record_json
from .models import UNKNOWN, Assignment, ParsedDocument, Record, SourceDocument
from .parsers.sandbox import ParserPool
from .parsing import UNKNOWN_TYPE, open_pool, with_media_type
from .settings import Settings
from .sidecar import Sidecar, read_sidecar, sidecar_of
from .vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file and the record made of it; where it could not be read, a bare record says why."""

    record: Record
    is_read: bool


def inspect_files(
    files: Sequence[Path], settings: Settings, vocabularies: Vocabularies, today: date
) -> Iterator[Inspected]:
    """Parse and enrich files under the sandbox's limits, in the order given.

    A sidecar beside a file is heeded. Never raises for a file: its record carries a warning.
    """
    enricher = load_enricher(vocabularies, today)
    in_corpus = partial(_is_within, settings.corpus.resolve())
    sources = [_source(file, vocabularies) for file in files]
    lines = _serving_site_lines(settings) if any(map(in_corpus, files)) else {}
    waiting: dict[int, Inspected] = {}
    following = 0
    with open_pool(settings) as pool:
        for number, result in _parsed([source.file for source, _ in sources], pool):
            source, sidecar = sources[number]
            if isinstance(result, ParseError):
                waiting[number] = Inspected(_bare(source, (*sidecar.warnings, str(result))), False)
            else:
                parsed = _cut(source, result, lines) if in_corpus(source.file) else result
                record = enricher.enrich(source, parsed)
                told = (*sidecar.warnings, *staff_warnings(record))
                waiting[number] = Inspected(_with_warnings(record, told), True)
            while following in waiting:
                yield waiting.pop(following)
                following += 1


def inspection_json(inspected: Inspected, vocabularies: Vocabularies) -> dict[str, Any]:
    """One line of ``inspect --json``; of a file that could not be read the warnings say why."""
    body = record_json(inspected.record, vocabularies)
    if not inspected.is_read:
        body |= {"language": None, "kind": None}
    return body


def _parsed(
    files: Sequence[Path], pool: ParserPool
) -> Iterator[tuple[int, ParsedDocument | ParseError]]:
    """What files hold, by their numbers; nobody waits for what is no file."""
    endless = {n for n, file in enumerate(files) if file.exists() and not file.is_file()}
    for number in sorted(endless):
        yield number, ParseError("is a folder, a pipe or a device; name a file")
    yield from pool.parse((n, file) for n, file in enumerate(files) if n not in endless)


def _is_within(folder: Path, file: Path) -> bool:
    return file.resolve().is_relative_to(folder)


def _serving_site_lines(settings: Settings) -> Mapping[str, frozenset[str]]:
    serving = serving_of(open_engine(settings))
    return Contents(settings.index / "contents").site_lines(serving.generation) if serving else {}


def _cut(
    source: SourceDocument, parsed: ParsedDocument, lines: Mapping[str, frozenset[str]]
) -> ParsedDocument:
    site = site_of(source.staff.url, page_lines(parsed), source.media_type)
    return without_site_lines(parsed, lines.get(site or "", frozenset()))


def _source(file: Path, vocabularies: Vocabularies) -> tuple[SourceDocument, Sidecar]:
    beside = sidecar_of(file)
    sidecar = read_sidecar(beside, vocabularies) if beside.is_file() else Sidecar()
    path = normalize("NFC", file.as_posix())
    source = SourceDocument(
        id=sidecar.staff.id or slug(Path(path).name),
        path=path,
        file=file,
        media_type=UNKNOWN_TYPE,
        checksum=checksum_of(file),
        staff=sidecar.staff,
    )
    with suppress(OSError):  # the parser says why it cannot be read
        source = with_media_type(source)
    return source, sidecar


def _bare(source: SourceDocument, warnings: tuple[str, ...]) -> Record:
    return Record(
        id=source.id,
        path=source.path,
        media_type=source.media_type,
        checksum=source.checksum,
        title=source.staff.title or Path(source.path).name,
        sections=(),
        language=Assignment(UNKNOWN, 0.0),
        kind=Assignment(UNKNOWN, 0.0),
        warnings=warnings,
    )


def _with_warnings(record: Record, warnings: Iterable[str]) -> Record:
    return replace(record, warnings=tuple(dict.fromkeys((*warnings, *record.warnings))))
