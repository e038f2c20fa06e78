"""Checksums of a generation's files, and one kind of error for all that can be wrong with them."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ...errors import EngineError, LoistohakuError
from ...files import sha256_of, sync, write_atomically

SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
"""Written last, after the checksums."""

_OF_THE_DISK = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}


@contextmanager
def guarded(folder: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the files of a folder into an EngineError.

    Broad on purpose: a damaged file can make Whoosh, NumPy, zlib or json raise anything.
    """
    try:
        yield
    except LoistohakuError:
        raise
    except Exception as error:
        if getattr(error, "errno", None) in _OF_THE_DISK:
            raise EngineError(
                f"The index in {folder} cannot be used ({error}). "
                "Check the rights of its files and the space on the disk."
            ) from error
        raise EngineError(
            f"The index in {folder} cannot be used ({type(error).__name__}: {error}). "
            "Run `loistohaku check` to see what is damaged, `loistohaku rebuild` to build it anew."
        ) from error


def seal(folder: Path) -> None:
    """Bring all files under a folder to the disk and write their checksums to ``SHA256SUMS``."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in (*files, *{path.parent for path in files}):
        sync(path)
    lines = [f"{sha256_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    write_atomically(folder / SUMS, "".join(lines).encode())


def damaged(folder: Path) -> tuple[str, ...]:
    """Compare a sealed folder with its checksums; says what is missing or changed."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
        sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError) as error:
        return (f"{folder / SUMS} cannot be read: {error}.",)
    return tuple(_problems(folder, sums))


def _problems(folder: Path, sums: Mapping[str, str]) -> Iterator[str]:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(there - sums.keys() - {SUMS, MANIFEST}):
        yield f"{folder / name} has no checksum in {SUMS}."
    for name, digest in sums.items():
        try:
            if sha256_of(folder / name) != digest:
                yield f"{folder / name} is not as it was written."
        except OSError as error:
            yield f"{folder / name} cannot be read: {error.strerror}."
