"""The temporary folders of parsers' processes, and the end of those that were left behind.

A folder is held by a lock of the process that asked for it: the kernel takes the lock away with
that process, however it ends. So a folder without one belongs to a rebuild that was killed, and
so does what still runs in it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PREFIX = "loistohaku-parsing-"
_SETTLED = 60.0
"""Seconds after which a folder has its lock, if somebody is going to lock it."""

_MOST_ROUNDS = 100
"""Looks at what runs, to end it: what a dead disk holds in the kernel stays."""


class HeldFolder:
    """A new temporary folder, ``path``, held by this process until it is removed."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        with contextlib.suppress(OSError):  # a file system without locks: it stays if we are killed
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def end_strays(self) -> None:
        """End what was started in the folder and has left its parent's session since."""
        _end_strays(self.path)

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._lock)


def remove_abandoned() -> None:
    """Remove the folders of processes that were killed, and end what still runs in them."""
    for folder in _settled():
        with contextlib.suppress(OSError), _opened(folder) as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises where somebody holds it
            _end_strays(folder)
            shutil.rmtree(folder, ignore_errors=True)


def _settled() -> Iterator[Path]:
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # gone meanwhile
            status = folder.lstat()
            ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
            if ours and status.st_mtime < time.time() - _SETTLED:
                yield folder


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield handle
    finally:
        os.close(handle)


def _end_strays(folder: Path) -> None:
    """End all that was given the folder as its home; again while there was any, as it may fork."""
    mark = os.fsencode(folder)
    for _ in range(_MOST_ROUNDS):
        if not sum(_killed(place, mark) for place in Path("/proc").glob("[0-9]*")):
            return
        time.sleep(0.01)


def _killed(place: Path, mark: bytes) -> bool:
    try:
        if mark not in (place / "environ").read_bytes():
            return False
        os.kill(int(place.name), signal.SIGKILL)
    except OSError:  # another user's, or ended meanwhile
        return False
    return True
