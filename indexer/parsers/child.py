"""A child process that parses: how it is asked, how it answers, how it ends with all it started."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from ..codec import CodecError, from_json
from ..errors import ParseError
from ..models import ParsedDocument
from .folders import HeldFolder
from .worker import LENGTH

Result = ParsedDocument | ParseError

_PACKAGE_ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-P", "-m", f"{__package__}.worker")
LARGEST_ANSWER = 128 * 2**20
_READ = 1 << 20
_DYING = 1.0
"""Seconds that a process may need from the end of its output to its own."""

_SIGNALS: dict[int, str] = {
    signal.SIGXCPU: "needs more time than a document may; split it or convert it to PDF",
    signal.SIGKILL: "was too much for the memory of this machine; split it",
}


class Child:
    """A parser's process in a session and a temporary folder of its own.

    ``seconds`` and ``memory_mb`` as for the pool. ``is_fit`` is False once it must not be asked
    again; then, as at the end, it is to be stopped.
    """

    def __init__(self, seconds: int, memory_mb: int) -> None:
        self._seconds = seconds
        self._folder = HeldFolder()
        self._answer = bytearray()
        self.is_fit = True
        self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
            [*COMMAND, str(seconds), str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.path,
            env=_environment(self._folder.path),
            start_new_session=True,
        )
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        assert self._process.stdout is not None  # noqa: S101
        self._asked = self._process.stdin
        self.told = self._process.stdout

    def is_waiting(self) -> bool:
        """Whether it lives and is silent, as one must be that has nothing to do."""
        poll = select.poll()
        poll.register(self.told, select.POLLIN)
        return self.is_fit and not poll.poll(0)

    def ask(self, file: Path, with_ocr: bool = False) -> None:
        """Hand over a file; a process that has just died is met when its answer is read."""
        message = json.dumps({"path": str(file.absolute()), "ocr": with_ocr}).encode()
        try:
            self._asked.write(LENGTH.pack(len(message)) + message)
            self._asked.flush()
        except BrokenPipeError:
            self.is_fit = False

    def read(self) -> Result | None:
        """Take what has arrived; the result once it is whole."""
        data = os.read(self.told.fileno(), _READ)
        self._answer += data
        if not data:
            return self._died()
        if len(self._answer) < LENGTH.size:
            return None
        size = LENGTH.unpack_from(self._answer)[0]
        if size > LARGEST_ANSWER:
            self.is_fit = False
            return ParseError("holds more text than a document may; split it")
        if len(self._answer) < LENGTH.size + size:
            return None
        message = bytes(self._answer[LENGTH.size :])
        self._answer.clear()
        return self._understood(message)

    def overstay(self) -> Result:
        """Give up on the file: its time is over."""
        self.is_fit = False
        return ParseError(
            f"took more than {self._seconds} seconds to read; split it or convert it to PDF"
        )

    def stop(self) -> None:
        """End the process, whatever it has started, and its folder."""
        with contextlib.suppress(ProcessLookupError):  # it and all it started have ended already
            os.killpg(self._process.pid, signal.SIGKILL)
        self._folder.end_strays()
        with contextlib.suppress(subprocess.TimeoutExpired):  # a dead disk holds it in the kernel
            self._process.wait(timeout=5)
        with contextlib.suppress(BrokenPipeError):  # what it was not able to take is of no use now
            self._asked.close()
        self.told.close()
        self._folder.remove()

    def _understood(self, message: bytes) -> Result:
        try:
            answer: dict[str, Any] = json.loads(message)
            self.is_fit = not answer.get("tired", False)
            if "error" in answer:
                return ParseError(str(answer["error"]))
            return from_json(ParsedDocument, answer["parsed"])
        except (ValueError, KeyError, AttributeError, RecursionError) as error:
            self.is_fit = False
            kind = "has" if isinstance(error, CodecError) else "is"
            return ParseError(f"gave an answer that {kind} no sense; report this file")

    def _died(self) -> Result:
        self.is_fit = False
        end = self._end()
        if end is None:
            return ParseError("made its parser fall silent; open it and save it anew")
        code = end.si_status
        if end.si_code == os.CLD_EXITED:
            return ParseError(f"ended its parser (exit code {code}); open it and save it anew")
        reason = _SIGNALS.get(code, f"ended its parser (signal {code}); open it and save it anew")
        return ParseError(reason)

    def _end(self) -> os.waitid_result | None:
        """How the process ended; None while it goes on, its output closed."""
        until = time.monotonic() + _DYING
        while True:
            # Not reaped yet: until ``stop`` has killed its group, nobody else can get its number.
            end = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)
            if end is not None or time.monotonic() > until:
                return end
            time.sleep(0.005)


def _environment(folder: Path) -> dict[str, str]:
    """What a parser may know: where programs are, and a home that is its own."""
    known = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
    kept = {name: os.environ[name] for name in known if name in os.environ}
    home = str(folder)
    return {
        **kept,
        "PYTHONPATH": str(_PACKAGE_ROOT),
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
    }
