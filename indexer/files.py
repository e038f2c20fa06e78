"""Files written so that no reader ever sees half of one."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4


def write_atomically(path: Path, data: bytes, durable: bool = True) -> None:
    """Write a file aside, bring it to the disk, and move it into place. Raises OSError.

    What can be made again, and shows when it is damaged, need not be ``durable``: that is
    many times faster.
    """
    with _aside(path, durable) as target:
        target.write(data)


def copy_atomically(source: Path, path: Path) -> None:
    """Copy a file as ``write_atomically`` writes one. Raises OSError."""
    with source.open("rb") as data, _aside(path) as target:
        shutil.copyfileobj(data, target)


def open_file(path: Path) -> BufferedReader:
    """Open a file for reading. Raises OSError, for a pipe or a device too: those have no end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "Not a file", str(path))
    return path.open("rb")


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal. Raises OSError."""
    with open_file(path) as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


@contextmanager
def _aside(path: Path, durable: bool = True) -> Iterator[BinaryIO]:
    """A hidden file beside ``path`` that takes its place when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.parent / f".{uuid4().hex}.part"
    try:
        with aside.open("xb") as target:
            yield target
            target.flush()
            if durable:
                os.fsync(target.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    if durable:
        sync(path.parent)


def sync(path: Path) -> None:
    """Bring a file's contents, or a folder's entries, to the disk. Raises OSError.

    Without it for the folder a power cut may undo a move.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
