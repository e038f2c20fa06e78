"""PDF: text in reading order, without what is repeated on its pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from ..errors import ParseError
from ..models import FoundDate, ParsedDocument
from .blocks import Block, Kind, one_line, title_from_name, to_sections
from .dates import pdf_date
from .office_facts import sensible_author, sensible_title
from .pdf_columns import unwoven
from .pdf_labels import page_labels
from .pdf_legible import has_text, is_broken, is_picture, ranges
from .pdf_lines import Page, cut_lines, read_page, without_contents, without_furniture
from .pdf_paragraphs import to_blocks, type_of
from .reasons import BROKEN_TEXT, NEEDS_OCR, READ_BY_OCR

MOST_PAGES = 5_000
"""A document of more pages is split by whoever adds it."""

# A hostile file of 5 KB went from 15.5 s to 0.6 s; normal reports were unchanged.
_LIMITS = Configuration(
    zlib_maximum_output_length=20_000_000,
    stream_parsing_work_maximum_count=200_000,
    xform_maximum_invocations_per_extraction=500,
)
_TITLE_PAGES = 3
_LONGEST_TITLE = 250

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # says nothing that a reader could mend


def parse(path: Path, with_ocr: bool = False) -> ParsedDocument:
    """Read a PDF; raises ParseError when it is encrypted or no page of it can be read.

    ``with_ocr`` reads scanned pages, and those whose letters the file does not tell, by OCR.
    """
    with apply_configuration(_LIMITS), path.open("rb") as file:
        try:
            reader = PdfReader(file)
            count = _unlocked(reader)
        except PyPdfError as error:
            raise ParseError(f"is a broken PDF ({one_line(str(error))}); save it anew") from error
        warnings: list[str] = []
        pages = _legible(reader, list(_pages(reader, count, warnings)), with_ocr, warnings)
        outline = list(_outline(reader))
        metadata = _metadata(reader)
        properties = _properties(reader, metadata, pages)
        labels = _own_labels(reader)
    return _document(path, pages, outline, metadata, properties, labels, warnings)


def _document(
    path: Path,
    pages: list[Page],
    outline: list[str],
    metadata: dict[str, str],
    properties: dict[str, str],
    own_labels: list[str],
    warnings: list[str],
) -> ParsedDocument:
    body, furniture = without_furniture(pages, type_of(pages).larger)
    kept, contents = without_contents(body)
    blocks = list(to_blocks([unwoven(page) for page in kept], outline))
    labels = page_labels(own_labels, cut_lines(pages, body), pages[-1].number)
    sections = (
        replace(section, page_label=labels.get(section.page or 0))
        for section in to_sections(blocks)
    )
    return ParsedDocument(
        title=_title(metadata.get("/Title", ""), kept, blocks) or title_from_name(path),
        sections=tuple(sections),
        removed=(*furniture, *contents),
        dates=_dates(metadata),
        properties=properties,
        warnings=tuple(warnings),
    )


def _unlocked(reader: PdfReader) -> int:
    """Open what an empty password opens, and count the pages."""
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise ParseError("is protected by a password; save it without one")
        count = len(reader.pages)
    except DependencyError as error:
        raise ParseError("is encrypted in a way that is not read; save it without") from error
    if count > MOST_PAGES:
        raise ParseError(f"has {count} pages, more than {MOST_PAGES}; split it")
    if count == 0:
        raise ParseError("has no pages; open it and save it anew")
    return count


def _pages(reader: PdfReader, count: int, warnings: list[str]) -> Iterator[Page]:
    unread: dict[int, str] = {}
    for number in range(1, count + 1):
        try:
            yield read_page(reader.pages[number - 1], number)
        except MemoryError:
            raise
        except Exception as error:  # pypdf raises many kinds on broken pages, not only its own
            unread[number] = _reason(error)
    if len(unread) == count:
        raise ParseError(f"has no page that can be read ({unread[1]}); open it and save it anew")
    if unread:
        warnings.append(f"unread_pages: {ranges(list(unread))}: {next(iter(unread.values()))}")


def _reason(error: Exception) -> str:
    if isinstance(error, LimitReachedError):
        return "it unpacks to more than a page may hold"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return f"{type(error).__name__}: {one_line(str(error))}"


def _legible(
    reader: PdfReader, pages: list[Page], with_ocr: bool, warnings: list[str]
) -> list[Page]:
    """The pages, read by OCR where they have no text to use and it is there; else that is told."""
    scanned = [page.number for page in pages if not has_text(page) and _is_picture(reader, page)]
    broken = [page.number for page in pages if is_broken([page])]
    tried: dict[int, Page] = {}
    if with_ocr and (scanned or broken):
        from .pdf_scans import read_scans

        tried = read_scans(reader, pages, sorted({*scanned, *broken}))
    pages = [tried.get(page.number, page) for page in pages]
    read = [page.number for page in pages if page.number in tried and has_text(page)]
    if read:
        warnings.append(f"{READ_BY_OCR}: {ranges(read)} read by OCR; some words may be wrong")
    if left := [number for number in scanned if number not in tried]:
        warnings.append(f"{NEEDS_OCR}: {ranges(left)} without text; read it with OCR and add it")
    if is_broken(pages):
        warnings.append(f"{BROKEN_TEXT}: the file does not say which letters it shows; add another")
    return pages


def _is_picture(reader: PdfReader, page: Page) -> bool:
    try:
        return is_picture(reader.pages[page.number - 1])
    except Exception:  # as for pages: what cannot be looked at is no picture
        return False


def _own_labels(reader: PdfReader) -> list[str]:
    """The labels that the file gives its pages; a broken tree of them is as good as none."""
    try:
        return list(reader.page_labels) if "/PageLabels" in reader.root_object else []
    except Exception:  # as for pages
        return []


def _outline(reader: PdfReader) -> Iterator[str]:
    """The titles of the bookmarks; a broken outline is as good as none."""
    try:
        waiting: list[Any] = list(reader.outline)
    except Exception:  # as for pages
        return
    while waiting:
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting = entry + waiting
        else:
            yield str(entry.get("/Title", ""))


def _metadata(reader: PdfReader) -> dict[str, str]:
    try:
        return {key: one_line(str(value)) for key, value in (reader.metadata or {}).items()}
    except Exception:  # as for pages
        return {}


def _properties(
    reader: PdfReader, metadata: dict[str, str], pages: Sequence[Page]
) -> dict[str, str]:
    told = {
        "author": sensible_author(metadata.get("/Author")),
        "tags": sensible_author(metadata.get("/Keywords")),
    }
    try:
        told["language"] = one_line(str(reader.root_object.get("/Lang", "")))
    except Exception:  # as for pages
        told["language"] = ""
    if pages and sum(page.width > page.height for page in pages) > len(pages) / 2:
        told["layout"] = "slides"
    return {key: value for key, value in told.items() if value}


def _dates(metadata: dict[str, str]) -> tuple[FoundDate, ...]:
    value = pdf_date(metadata.get("/CreationDate", ""))
    return (FoundDate(value, "property"),) if value else ()


def _title(told: str, pages: Sequence[Page], blocks: Sequence[Block]) -> str:
    """The title that the file states, if its first pages have its words; else the largest type."""
    shown = one_line(" ".join(line.text for page in pages[:_TITLE_PAGES] for line in page.lines))
    if (title := sensible_title(told)) and _is_shown(title, shown):
        return title
    first = [block for block in blocks if block.page == blocks[0].page]
    headings = [one_line(block.text) for block in first if block.kind is Kind.HEADING]
    largest = _largest(pages)
    largest_heading = next((text for text in headings if largest and largest in text), None)
    texts = [one_line(block.text) for block in first if any(map(str.isalpha, block.text))]
    return (largest_heading or next(iter(headings or texts), ""))[:_LONGEST_TITLE]


def _is_shown(title: str, text: str) -> bool:
    words = [word for word in re.findall(r"\w+", title.casefold()) if len(word) > 3]
    shown = text.casefold().replace("-", "")
    if not text:
        return bool(words)
    return sum(word in shown for word in words) > len(words) / 2


def _largest(pages: Sequence[Page]) -> str:
    """The first line in the largest type of the first page that has text."""
    for page in pages:
        lettered = [line for line in page.lines if sum(map(str.isalpha, line.text)) > 2]
        if lettered:
            largest = max(line.size for line in lettered)
            return one_line(next(line.text for line in lettered if line.size == largest)).rstrip(
                "-"
            )
    return ""
