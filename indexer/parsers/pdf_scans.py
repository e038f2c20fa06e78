"""Scanned pages of a PDF to lines of text, by OCR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pypdf import PdfReader

from . import ocr
from .pdf_lines import Line, Page, read_page
from .pdf_paragraphs import type_of

_UNEVEN = range(80, 113)
"""Percent of the usual size that OCR, which guesses it line by line, makes of one size."""

_STEP = 25
"""Percent by which larger and smaller sizes are told apart, so that two lines are one heading."""


def read_scans(reader: PdfReader, pages: Sequence[Page], numbers: Sequence[int]) -> dict[int, Page]:
    """Read pages by OCR; by number, those that it was able to try, with or without text."""
    read: list[Page] = []
    for batch, path in ocr.read_pages(reader, numbers):
        done = PdfReader(path)
        read += [read_page(page, n) for n, page in zip(batch, done.pages, strict=True)]
    typed = [page for page in pages if page.number not in numbers]
    body = type_of(typed or read).body
    return {page.number: _evened(page, body) for page in read}


def _evened(page: Page, body: float) -> Page:
    """The page with its usual type as large as the document's, and no two sizes nearly alike."""
    usual = type_of([page]).body or 1.0
    return replace(page, lines=tuple(_resized(line, usual, body) for line in page.lines))


def _resized(line: Line, usual: float, body: float) -> Line:
    percent = round(100 * line.size / usual)
    if percent not in _UNEVEN:
        return replace(line, size=round(body * max(round(percent / _STEP), 1) * _STEP / 100, 1))
    return replace(line, size=body)
