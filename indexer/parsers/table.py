"""The table of formats: a new format is one file, one row, one sample and one test."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import cast

from ..errors import ParseError
from ..models import ParsedDocument
from . import detect, ocr
from .bounds import bounded

LARGEST_FILE = 200 * 2**20
"""Bytes; a larger file is no document of text."""

_COMMON_VERSION = 3
"""Raise when what the parsers share changes what they return."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format and the module of this folder whose ``parse`` reads it.

    ``version`` is raised when the parser returns something else for the same file; it is part of
    the key of the parse cache.
    """

    name: str
    media_type: str
    module: str
    version: int

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of names that tell this format."""
        return tuple(s for s, kind in detect.BY_SUFFIX.items() if kind == self.media_type)

    def load(self) -> Callable[[Path], ParsedDocument]:
        """Import the parser: only now, so that no format pays for another's libraries."""
        module = import_module(f".{self.module}", __package__)
        return cast(Callable[[Path], ParsedDocument], module.parse)


FORMATS = (
    Format("HTML", detect.HTML, "html", 5),
    Format("PDF", detect.PDF, "pdf", 5),
    Format("PowerPoint", detect.PPTX, "pptx", 2),
    Format("Word", detect.DOCX, "docx", 1),
    Format("OpenDocument text", detect.ODT, "odt", 1),
    Format("OpenDocument presentation", detect.ODP, "odp", 2),
    Format("Markdown", detect.MARKDOWN, "markdown", 2),
    Format("plain text", detect.PLAIN, "plaintext", 5),
    Format("Word 97–2003", detect.DOC, "office", 1),
    Format("PowerPoint 97–2003", detect.PPT, "office", 1),
    Format("rich text", detect.RTF, "office", 1),
)

_BY_MEDIA_TYPE = {row.media_type: row for row in FORMATS}


def parser_version(media_type: str) -> str:
    """The version of the parser of a media type, for the key of a cache; "0" if there is none.

    That of PDF tells of OCR too: once it is installed, scans are parsed anew.
    """
    row = _BY_MEDIA_TYPE.get(media_type)
    if row is None:
        return "0"
    reading = f" {ocr.version()}" if media_type == detect.PDF else ""
    return f"{_COMMON_VERSION}.{row.module}.{row.version}{reading}"


def parse_file(path: Path, media_type: str | None = None, with_ocr: bool = False) -> ParsedDocument:
    """Read a file in this process, by what it is rather than by what it is called.

    ``media_type``, where known, only serves to tell a file that is named wrongly. Raises
    ParseError with the reason and what to do; nothing else, whatever the file holds.
    """
    try:
        row = _format_of(path)
        parsed = bounded(_read(row, path, with_ocr))
    except ParseError:
        raise
    except MemoryError as error:
        raise ParseError("needs more memory than a document may; split the file") from error
    except RecursionError as error:
        raise ParseError("is nested too deeply to be read; save it anew as PDF") from error
    except FileNotFoundError as error:
        raise ParseError("is not there any more; add it again or take out its sidecar") from error
    except OSError as error:
        raise ParseError(f"cannot be read: {error.strerror or error}; check its rights") from error
    except Exception as error:  # a library met something its authors did not foresee
        raise ParseError(
            f"is broken ({type(error).__name__}: {_short(error)}); open it and save it anew"
        ) from error
    return _with_warnings(parsed, row, media_type or detect.BY_SUFFIX.get(path.suffix.lower()))


def _read(row: Format, path: Path, with_ocr: bool) -> ParsedDocument:
    if with_ocr and row.media_type == detect.PDF:
        from . import pdf

        return pdf.parse(path, with_ocr=True)
    return row.load()(path)


def _format_of(path: Path) -> Format:
    status = path.stat()
    size = status.st_size
    if not stat.S_ISREG(status.st_mode):
        raise ParseError("is not a file but a folder, a pipe or a device; remove it")
    if size == 0:
        raise ParseError("is empty; put the document in its place or remove it")
    if size > LARGEST_FILE:
        raise ParseError(f"is larger than {LARGEST_FILE // 2**20} MB; split it")
    with path.open("rb") as file:
        kind = detect.media_type(path, file.read(detect.HEAD_BYTES))
    if kind is None:
        raise ParseError(_unknown(path))
    return _BY_MEDIA_TYPE[_inside(path) if kind in detect.ZIPPED else kind]


def _inside(path: Path) -> str:
    from .archive import media_type_inside

    return media_type_inside(path)


def _unknown(path: Path) -> str:
    named = detect.BY_SUFFIX.get(path.suffix.lower())
    if named:
        return f"is named {path.suffix} but holds something else; open it and save it anew"
    names = ", ".join(row.name for row in FORMATS)
    return f"is of a format that is not read; use one of these: {names}"


def _with_warnings(parsed: ParsedDocument, row: Format, told: str | None) -> ParsedDocument:
    warnings = list(parsed.warnings)
    if told is not None and told != row.media_type:
        named = f"named as {_name(told)} but holds {row.name}"
        warnings.insert(0, f"misnamed: {named}; read as {row.name}")
    if not parsed.sections and not warnings:
        warnings.append("no_text: no text was found in it; open it and look")
    return replace(parsed, warnings=tuple(warnings))


def _name(media_type: str) -> str:
    row = _BY_MEDIA_TYPE.get(media_type)
    return row.name if row else media_type


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
