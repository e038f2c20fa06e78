"""What people would use without us: one call of a well-known library a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pptx
import pypdf
import trafilatura

Piece = tuple[int | None, str]
"""A page or slide number, where there are such, and the text on it."""


@dataclass(frozen=True)
class Peer:
    """A library and the plainest way to read a file with it."""

    name: str
    read: Callable[[Path], list[Piece]]


def peer_of(file: Path) -> Peer | None:
    """The peer for a file by its ending, or None."""
    return PEERS.get(file.suffix.lower())


def _pdf(file: Path) -> list[Piece]:
    return [(n, page.extract_text()) for n, page in enumerate(pypdf.PdfReader(file).pages, 1)]


def _html(file: Path) -> list[Piece]:
    return [(None, trafilatura.extract(file.read_bytes()) or "")]


def _pptx(file: Path) -> list[Piece]:
    return list(_shapes(file))


def _shapes(file: Path) -> Iterator[Piece]:
    for number, slide in enumerate(pptx.Presentation(str(file)).slides, 1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield number, shape.text_frame.text


def _docx(file: Path) -> list[Piece]:
    return [(None, paragraph.text) for paragraph in docx.Document(str(file)).paragraphs]


PEERS = {
    ".pdf": Peer("pypdf", _pdf),
    ".html": Peer("trafilatura", _html),
    ".pptx": Peer("python-pptx", _pptx),
    ".docx": Peer("python-docx", _docx),
}
