"""Bytes of a text file to text: what is declared, then strict UTF-8, then cp1252.

Statistical detectors guess cp1250 or worse on Finnish, so none is used.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from ..errors import ParseError

LARGEST_TEXT = 30 * 2**20
"""Bytes; a larger text file is data, not a document."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(path: Path) -> str:
    """Read a text file; raises ParseError when it is too large to be a document."""
    return decode(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Read the bytes of a text file; raises ParseError when there are too many of them."""
    if path.stat().st_size > LARGEST_TEXT:
        raise ParseError(f"is a text of more than {LARGEST_TEXT // 2**20} MB; split it")
    return path.read_bytes()


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode bytes; a declared encoding is believed only where the bytes agree."""
    for mark, named in _MARKS:
        if data.startswith(mark):
            return data.decode(named, errors="replace")
    for encoding in (declared, "utf-8"):
        try:
            if encoding:
                return data.decode(_known(encoding))
        except (LookupError, ValueError):
            continue
    return _damaged_utf8(data) or data.decode("cp1252", errors="replace")


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, as a cut file has; None when it is not UTF-8 at all."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return text if whole > 10 * broken else None


def _known(encoding: str) -> str:
    """The name of a text encoding; browsers read ISO 8859-1 as cp1252, and so do we."""
    name = codecs.lookup(encoding.strip()).name
    return "cp1252" if name in ("iso8859-1", "ascii") else name
