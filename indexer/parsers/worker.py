"""The program that a sandbox runs: reads paths from its input, answers with JSON, under limits.

A message is its length in four bytes (big-endian) and so many bytes of JSON. The limits are set
before any file is opened. An answer says when the worker is tired: it met the end of its memory,
or ran programs that may still go on; it is to be ended with all it started.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any, BinaryIO

from ..codec import to_json
from ..errors import ParseError
from . import ocr
from .confine import allow_seconds, confine
from .table import parse_file

LENGTH = struct.Struct(">I")


def main(seconds: int, memory_mb: int) -> None:
    """Answer messages until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    confine(memory_mb)
    while (message := read_message(sys.stdin.buffer)) is not None:
        job = json.loads(message)
        allow_seconds(ocr.SECONDS if job["ocr"] else seconds)
        answer = _answer(job)
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
        parsed = parse_file(Path(job["path"]), with_ocr=job["ocr"])
        return _encoded({"parsed": to_json(parsed), "tired": job["ocr"]})
    except ParseError as error:
        tired = isinstance(error.__cause__, MemoryError | subprocess.TimeoutExpired)
        return _encoded({"error": str(error), "tired": tired})
    except MemoryError:  # met on the way back
        return _encoded({"error": "holds more text than fits into memory; split it", "tired": True})


def _encoded(answer: dict[str, Any]) -> bytes:
    # Half of a surrogate pair, from a property say, has no encoding and costs no document.
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
