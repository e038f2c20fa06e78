"""What a file is: by its content first, by its name second."""

from __future__ import annotations

import re
from pathlib import Path

HTML = "text/html"
PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ODP = "application/vnd.oasis.opendocument.presentation"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
DOC = "application/msword"
PPT = "application/vnd.ms-powerpoint"
RTF = "application/rtf"

HEAD_BYTES = 4096
"""How much of a file decides."""

BY_SUFFIX = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".pptx": PPTX,
    ".pptm": PPTX,
    ".docx": DOCX,
    ".odt": ODT,
    ".odp": ODP,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".doc": DOC,
    ".ppt": PPT,
    ".rtf": RTF,
}

ZIPPED = {
    PPTX: b"ppt/",
    DOCX: b"word/",
    ODT: b"mimetype" + ODT.encode(),
    ODP: b"mimetype" + ODP.encode(),
}
"""The formats that are zip archives, with what their first entries say."""

_TEXTS = (HTML, MARKDOWN, PLAIN)
_HTML_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|article)\b", re.IGNORECASE)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def media_type(path: Path, head: bytes) -> str | None:
    """The media type of a file by its first ``HEAD_BYTES`` bytes and its name; None if unknown.

    Of an archive only the head is looked at: a parser looks inside, within its sandbox.
    """
    named = BY_SUFFIX.get(path.suffix.lower())
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith(_OLE):
        return PPT if named in (PPT, PPTX) else DOC
    if head.startswith(_ZIP):
        return _zipped(named, head)
    return _text(path, named, head)


def _zipped(named: str | None, head: bytes) -> str | None:
    told = next((kind for kind, mark in ZIPPED.items() if mark in head), None)
    return told or (named if named in ZIPPED else None)


def _text(path: Path, named: str | None, head: bytes) -> str | None:
    if not head or (named is None and path.suffix):
        return None
    if not head.startswith(_UTF16) and _CONTROL.search(head):
        return None
    if _HTML_TAG.search(head[:2048].replace(b"\0", b"")) and named != MARKDOWN:
        return HTML
    return named if named in _TEXTS else PLAIN
