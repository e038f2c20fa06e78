"""What takes from a parser's process all that it does not need, before it opens a file."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

LARGEST_WRITTEN = 512 * 2**20
"""Bytes of any one file that a parser may write, all of them in its own temporary folder."""

MOST_OPEN_FILES = 256

_FIRST_TO_GO = "1000"
_SET_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 1, 38  # linux/prctl.h
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # linux/sched.h


def confine(memory_mb: int) -> None:
    """Limit this process and all it starts: memory, files, privileges, the network.

    ``memory_mb`` is of address space. Linux also ends the process with its parent, and before any
    other where the machine has no memory left; lets it gain no privilege; and, where the kernel
    allows it, gives it a network of its own with nobody on it.
    """
    limit(resource.RLIMIT_AS, memory_mb * 2**20)
    _limit_for_good(resource.RLIMIT_FSIZE, LARGEST_WRITTEN)
    _limit_for_good(resource.RLIMIT_NOFILE, MOST_OPEN_FILES)
    _limit_for_good(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        _leave_network(libc)
        end_with_parent()
        libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        with contextlib.suppress(OSError):  # a container may hide it
            Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, "ascii")


def end_with_parent() -> None:
    """Have Linux end this process when the one that started it ends, however that is."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def allow_seconds(seconds: int) -> None:
    """Let the processor serve so long from now; the limit counts from the process's start."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


def limit(kind: int, value: int) -> None:
    """Set a limit that the process may raise again as far as it was allowed before."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (_at_most(hard, value), hard))


def _limit_for_good(kind: int, value: int) -> None:
    value = _at_most(resource.getrlimit(kind)[1], value)
    resource.setrlimit(kind, (value, value))


def _at_most(hard: int, value: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _leave_network(libc: ctypes.CDLL) -> None:
    """Move to an empty network; who is not root needs a user namespace for it."""
    user = os.getuid()
    if libc.unshare(_NEW_NETWORK) == 0 or user == 0:
        return
    if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        with contextlib.suppress(OSError):  # an unmapped user reads and writes all the same
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
