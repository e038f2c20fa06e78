"""Other programs run for a parser: with a home of their own, and ended with all they started."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from .confine import end_with_parent, limit


def run_program(
    command: Sequence[str],
    folder: Path,
    seconds: float,
    address_space: int,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run a program without input or output in ``folder``; returns its exit code.

    ``seconds`` are of the clock, ``address_space`` the bytes that each of its processes may map.
    Raises subprocess.TimeoutExpired when its time is over. In a sandbox's worker, what the
    program itself started may outlive it then: the worker is to call itself tired.
    """
    known = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    # In a worker it stays in the worker's process group, which ends as one.
    in_worker = os.getpgid(0) == os.getpid()
    process = subprocess.Popen(  # noqa: S603 - a fixed program, file names of our own
        command,
        cwd=folder,
        env={**known, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
        | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=None if in_worker else 0,
        preexec_fn=lambda: _prepare(address_space),
    )
    try:
        return process.wait(timeout=seconds)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill() if in_worker else os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _prepare(address_space: int) -> None:
    """Let a program map what it reserves and seldom uses, and end it with its parser."""
    limit(resource.RLIMIT_AS, address_space)
    end_with_parent()
