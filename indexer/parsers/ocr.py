"""Scanned pages read: ocrmypdf with Tesseract, where both are installed (the extra ``ocr``).

OCR takes seconds a page, so it is a second step: the sandbox reads a document as it is, within
its ordinary clock, and hands it to a worker once more where pages are left that only OCR can
read. That worker has the same limits but ``SECONDS`` of the clock, and is ended afterwards with
all that OCR started. Whatever becomes of it, what was read first is kept.

Pages are drawn by PDFium, not by Ghostscript: a program less that meets hostile files.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version as version_of
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..models import ParsedDocument
from .programs import run_program
from .reasons import BROKEN_TEXT, NEEDS_OCR

if TYPE_CHECKING:
    from pypdf import PdfReader

NAME = "ocrmypdf"
SECONDS = 900
"""Of the clock, for the OCR of one document: some 400 pages."""

MOST_PAGES = 500
"""Pages of one document that are read; the rest stay pictures."""

BATCH = 5
"""Pages read at once: starting OCR takes half as long as reading a page."""

PAGE_SECONDS = 50
BATCH_SECONDS = 300
"""Of the clock: for a batch of the slowest pages, and some to draw them."""

_SECONDS_LEFT = 30
"""Kept for reading what OCR wrote."""

ADDRESS_SPACE = 3 * 2**30
"""Bytes that each process of OCR may map; the largest page takes 1.4 GB."""

_LARGEST_PICTURE, _LARGEST_READ = "200", "50"
"""Megapixels that are unpacked, and to which a larger page is reduced before it is read."""

_NEEDED = ("swe", "fin")
"""Tesseract prefers the first; the Finnish one seldom sees an å: with Swedish first, Swedish pages
rose from .94–.99 of the words to .97–1.0, and Finnish ones were read as well as before."""

_WELCOME = ("eng",)


def is_available() -> bool:
    """Whether this machine can read pictures of text in Finnish and Swedish."""
    return version() != ""


@cache
def version() -> str:
    """What would read a scan: ``ocrmypdf 17.13.0 tesseract 5.3.0 swe+fin``; "" for nothing."""
    if find_spec(NAME) is None or shutil.which("tesseract") is None:
        return ""
    languages = _languages()
    if not set(_NEEDED) <= set(languages):
        return ""
    return " ".join([NAME, version_of(NAME), *_told("--version")[:1], "+".join(languages)])


def is_wanted(parsed: ParsedDocument) -> bool:
    """Whether a document that was read without OCR has pages that OCR could read."""
    marks = (f"{NEEDS_OCR}:", f"{BROKEN_TEXT}:")
    return any(one.startswith(marks) for one in parsed.warnings) and is_available()


def read_pages(reader: PdfReader, numbers: Sequence[int]) -> Iterator[tuple[list[int], Path]]:
    """Read pages of a PDF by OCR: yields, a few at a time, their numbers and a PDF of them.

    That PDF has the pages' text, and is gone when the next is asked for. Where OCR fails, its
    pages are tried again one by one, last of all. Pages that OCR could not read or had no time
    for are left out.
    """
    end = time.monotonic() + SECONDS - _SECONDS_LEFT
    wanted = list(numbers[:MOST_PAGES])
    waiting = deque(wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    while waiting:
        batch = waiting.popleft()
        with tempfile.TemporaryDirectory(prefix="ocr-") as name:
            try:
                done = _read(reader, batch, Path(name), min(end - time.monotonic(), BATCH_SECONDS))
            except subprocess.TimeoutExpired:
                return
            if done is not None:
                yield batch, done
            elif len(batch) > 1:
                waiting.extend([number] for number in batch)


def _read(reader: PdfReader, batch: list[int], folder: Path, seconds: float) -> Path | None:
    source, target = folder / "pages.pdf", folder / "read.pdf"
    if not _write(reader, batch, source):
        return None
    code = run_program(
        [sys.executable, "-P", "-m", NAME, *_options(), str(source), str(target)],
        folder,
        max(seconds, 0),
        ADDRESS_SPACE,
        {"OMP_THREAD_LIMIT": "1"},
    )
    return target if code == 0 else None


def _write(reader: PdfReader, batch: list[int], target: Path) -> bool:
    """Write a few pages as a document of their own: no password, signature or form comes along."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    try:
        for number in batch:
            writer.add_page(reader.pages[number - 1], excluded_keys=("/Annots", "/StructParents"))
        writer.write(target)
    except MemoryError:
        raise
    except Exception:  # a page may be broken in parts that its text does not need
        return False
    return True


def _options() -> list[str]:
    return [
        *("--quiet", "--force-ocr", "--jobs", "1", "--optimize", "0", "--output-type", "pdf"),
        *("--rasterizer", "pypdfium", "--language", "+".join(_languages())),
        *("--tesseract-timeout", str(PAGE_SECONDS), "--max-image-mpixels", _LARGEST_PICTURE),
        *("--max-ocr-image-mpixels", _LARGEST_READ),
    ]


@cache
def _languages() -> tuple[str, ...]:
    """Those of the field's languages that Tesseract has."""
    installed = _told("--list-langs")
    return tuple(one for one in (*_NEEDED, *_WELCOME) if one in installed)


def _told(option: str) -> list[str]:
    """The lines that Tesseract answers; [] where it does not work."""
    command = ["tesseract", option]
    try:
        done = subprocess.run(command, capture_output=True, timeout=30, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):  # broken, or not for this machine
        return []
    return done.stdout.decode("utf-8", "replace").splitlines()
