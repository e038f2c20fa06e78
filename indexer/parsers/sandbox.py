"""Child processes that parse under limits: a worker that dies or overstays costs one document."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

from ..codec import CodecError, from_json
from ..errors import ParseError
from ..models import ParsedDocument
from .worker import LENGTH

Key = TypeVar("Key")
Result = ParsedDocument | ParseError

_PACKAGE_ROOT = Path(__file__).parents[2]
_COMMAND = (sys.executable, "-P", "-m", f"{__package__}.worker")
_LARGEST_ANSWER = 256 * 2**20
_READ = 1 << 20
_SIGNALS: dict[int, str] = {
    signal.SIGXCPU: "needs more time than a document may; split it or convert it to PDF",
    signal.SIGKILL: "was too much for the memory of this machine; split it",
}


class ParserPool:
    """Parses many files in a few child processes, each under limits.

    ``workers`` processes; ``seconds`` of the clock and of the processor for one document;
    ``memory_mb`` of address space for one process. Use it as a context manager.
    """

    def __init__(self, workers: int = 2, seconds: int = 120, memory_mb: int = 2048) -> None:
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._count = max(workers, 1)
        self._idle: list[_Worker] = []

    def __enter__(self) -> ParserPool:
        """Start nothing yet: a worker starts with the first file that needs it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the workers."""
        while self._idle:
            self._idle.pop().stop()

    def parse(self, files: Iterable[tuple[Key, Path]]) -> Iterator[tuple[Key, Result]]:
        """Parse files, each with a key of the caller's; yields results as they come.

        No more files are taken from the iterable than there are workers. Never raises for a
        document: what could not be read is given back as a ParseError.
        """
        waiting = iter(files)
        jobs: list[_Job[Key]] = []
        try:
            while True:
                self._start(jobs, waiting)
                if not jobs:
                    return
                for job, result in _finished(jobs):
                    jobs.remove(job)
                    self._keep_or_stop(job.worker)
                    since = time.monotonic()
                    yield job.key, result
                    _forgive(jobs, time.monotonic() - since)
        finally:
            for job in jobs:
                job.worker.stop()

    def _start(self, jobs: list[_Job[Key]], waiting: Iterator[tuple[Key, Path]]) -> None:
        while len(jobs) < self._count:
            file = next(waiting, None)
            if file is None:
                return
            worker = self._idle.pop() if self._idle else _Worker(self._seconds, self._memory_mb)
            jobs.append(_Job(file[0], worker, time.monotonic() + self._seconds))
            worker.ask(file[1])

    def _keep_or_stop(self, worker: _Worker) -> None:
        if worker.is_fit:
            self._idle.append(worker)
        else:
            worker.stop()


class _Job(Generic[Key]):
    """A file in the hands of a worker, and when its time is over."""

    def __init__(self, key: Key, worker: _Worker, deadline: float) -> None:
        self.key = key
        self.worker = worker
        self.deadline = deadline


class _Worker:
    """A child process in a session and a temporary folder of its own."""

    def __init__(self, seconds: int, memory_mb: int) -> None:
        self._seconds = seconds
        self._folder = Path(tempfile.mkdtemp(prefix="loistohaku-parser-"))
        self._answer = bytearray()
        self.is_fit = True
        self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
            [*_COMMAND, str(seconds), str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env=_environment(self._folder),
            start_new_session=True,
        )
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        assert self._process.stdout is not None  # noqa: S101
        self._asked = self._process.stdin
        self.told = self._process.stdout

    def ask(self, file: Path) -> None:
        """Hand over a file; a worker that is dead already is met when its answer is read."""
        message = json.dumps({"path": str(file.absolute())}).encode()
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
        if size > _LARGEST_ANSWER:
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
        self._process.wait()
        with contextlib.suppress(BrokenPipeError):  # what it was not able to take is of no use now
            self._asked.close()
        self.told.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _understood(self, message: bytes) -> Result:
        try:
            answer: dict[str, Any] = json.loads(message)
            self.is_fit = not answer.get("tired", False)
            if "error" in answer:
                return ParseError(str(answer["error"]))
            return from_json(ParsedDocument, answer["parsed"])
        except (ValueError, KeyError, AttributeError) as error:
            self.is_fit = False
            kind = "has" if isinstance(error, CodecError) else "is"
            return ParseError(f"gave an answer that {kind} no sense; report this file")

    def _died(self) -> Result:
        self.is_fit = False
        # Not reaped yet: until ``stop`` has killed its group, nobody else can get its number.
        end = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        code = end.si_status if end else 0
        if end and end.si_code == os.CLD_EXITED:
            return ParseError(f"ended its parser (exit code {code}); open it and save it anew")
        reason = _SIGNALS.get(code, f"ended its parser (signal {code}); open it and save it anew")
        return ParseError(reason)


def _finished(jobs: list[_Job[Key]]) -> list[tuple[_Job[Key], Result]]:
    """Wait until some jobs are done or out of time, and give those."""
    with selectors.DefaultSelector() as selector:
        for job in jobs:
            selector.register(job.worker.told, selectors.EVENT_READ, job)
        first = min(job.deadline for job in jobs)
        ready = [key.data for key, _ in selector.select(max(first - time.monotonic(), 0))]
    results = [(job, job.worker.read()) for job in ready]
    done = [(job, result) for job, result in results if result is not None]
    now = time.monotonic()
    late = [job for job in jobs if job.deadline <= now and job not in ready]
    return done + [(job, job.worker.overstay()) for job in late]


def _forgive(jobs: list[_Job[Key]], seconds: float) -> None:
    """Do not count the time that the caller took over a result."""
    for job in jobs:
        job.deadline += seconds


def _environment(folder: Path) -> dict[str, str]:
    """What a parser may know: where programs are, and a home that is its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    home = str(folder)
    return {
        **kept,
        "PYTHONPATH": str(_PACKAGE_ROOT),
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
    }
