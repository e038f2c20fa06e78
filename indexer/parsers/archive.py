"""Zip archives of office formats: what is declared is checked before anything is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from ..errors import ParseError
from . import detect

MOST_ENTRIES = 20_000
LARGEST_ENTRY = 100 * 2**20
LARGEST_TOTAL = 500 * 2**20
"""Bytes when unpacked; pictures and films count too."""

WORST_RATIO = 200
"""Office files shrink to a tenth; one that shrinks to a two-hundredth is made to do harm."""

HARMLESS_SIZE = 20 * 2**20
"""Bytes when unpacked under which no ratio does harm."""

BREAKAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(KeyError, ValueError, AttributeError, TypeError),
)
"""What libraries raise that open an archive whose parts are damaged or not what they should be."""

_ENCRYPTED = 0x1
_MAIN_PARTS = {"ppt/presentation.xml": detect.PPTX, "word/document.xml": detect.DOCX}


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive after a look at what it declares; raises ParseError when it is not safe."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ParseError("is a broken or cut archive; open it and save it anew") from error
    with archive:
        _check(archive.infolist())
        yield archive


def media_type_inside(path: Path) -> str:
    """What an office archive holds, by its own entries; raises ParseError for any other zip."""
    with opened(path) as archive:
        names = set(archive.namelist())
        if "mimetype" in names:
            told = (read(archive, "mimetype") or b"").decode("ascii", "replace").strip()
            told = told.removesuffix("-template")
            if told in (detect.ODT, detect.ODP):
                return told
        for part, kind in _MAIN_PARTS.items():
            if part in names:
                return kind
    raise ParseError("is an archive without a document in it; add the documents one by one")


def read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of an entry; None where there is none; raises ParseError when it is broken."""
    try:
        return archive.read(name)
    except KeyError:
        return None
    except Exception as error:  # zlib.error, BadZipFile, EOFError and a few more
        raise ParseError(f"is broken in its part {name}; open it and save it anew") from error


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ParseError("is protected by a password; save it without one")
    if len(entries) > MOST_ENTRIES:
        raise ParseError(f"has more than {MOST_ENTRIES} parts, as no document has; it is not read")
    if any(_leads_out(entry.filename) for entry in entries):
        raise ParseError("names a part outside itself, as no document does; it is not read")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > LARGEST_TOTAL or any(entry.file_size > LARGEST_ENTRY for entry in entries):
        raise ParseError("unpacks to more than a document may hold; split it")
    if unpacked > HARMLESS_SIZE and unpacked > WORST_RATIO * max(packed, 1):
        raise ParseError("unpacks to hundreds of times its size; it is not read")


def _leads_out(name: str) -> bool:
    path = PureWindowsPath(name)  # knows drives, and both kinds of slash
    return bool(path.anchor) or ".." in path.parts
