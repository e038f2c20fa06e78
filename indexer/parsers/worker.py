"""The program that a sandbox runs: reads paths from its input, answers with JSON, under limits.

A message is its length in four bytes (big-endian) and so many bytes of JSON. The limits are set
before any file is opened. An answer says when the worker is tired: it met the end of its memory,
or a program that it started will not stop; it is to be ended with all it started.
"""

from __future__ import annotations

import json
import os
import resource
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

from ..codec import to_json
from ..errors import ParseError
from .table import parse_file

LENGTH = struct.Struct(">I")
LARGEST_WRITTEN = 512 * 2**20
"""Bytes of any one file that a parser may write, all of them in its own temporary folder."""

MOST_OPEN_FILES = 256


def main(seconds: int, memory_mb: int) -> None:
    """Answer messages until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    _limit(resource.RLIMIT_AS, memory_mb * 2**20)
    _limit(resource.RLIMIT_FSIZE, LARGEST_WRITTEN)
    _limit(resource.RLIMIT_NOFILE, MOST_OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)
    while (message := read_message(sys.stdin.buffer)) is not None:
        _allow_seconds(seconds)
        answer = _answer(json.loads(message))
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def read_message(stream: BinaryIO) -> bytes | None:
    """Read one message; None when the stream has ended."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return stream.read(LENGTH.unpack(head)[0])


def _answer(job: dict[str, Any]) -> bytes:
    try:
        answer = {"parsed": to_json(parse_file(Path(job["path"])))}
    except ParseError as error:
        tired = isinstance(error.__cause__, MemoryError | subprocess.TimeoutExpired)
        answer = {"error": str(error), "tired": tired}
    return json.dumps(answer).encode()


def _limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, hard))


def _allow_seconds(seconds: int) -> None:
    """Let the processor serve this document so long; the limit counts from the process's start."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
