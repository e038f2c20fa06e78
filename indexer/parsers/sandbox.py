"""Child processes that parse under limits: one that dies or overstays costs one document."""

from __future__ import annotations

import selectors
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from ..models import ParsedDocument
from . import ocr
from .child import Child, Result
from .folders import remove_abandoned

Key = TypeVar("Key")


class ParserPool:
    """Parses many files in a few child processes, each under limits.

    ``workers`` processes; ``seconds`` of the clock and of the processor for one document, apart
    from OCR, which is a second step with a clock of its own (``ocr.SECONDS``); ``memory_mb`` of
    address space for one process. Use it as a context manager.
    """

    def __init__(
        self, workers: int = 2, seconds: int = 120, memory_mb: int = 2048, with_ocr: bool = True
    ) -> None:
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._count = max(workers, 1)
        self._with_ocr = with_ocr
        self._idle: list[Child] = []
        self._busy: set[Child] = set()

    def __enter__(self) -> ParserPool:
        """Tidy up after pools that were killed; a worker starts with the first file it is for."""
        remove_abandoned()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the workers, those too whose results nobody waits for any more."""
        self._stop(*self._idle, *self._busy)
        self._idle.clear()

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
                    if self._with_ocr and job.read is None and _needs_ocr(result):
                        jobs.append(self._job(job.key, job.file, result))
                        continue
                    since = time.monotonic()
                    yield job.key, job.better(result)
                    _forgive(jobs, time.monotonic() - since)
        finally:
            self._stop(*(job.worker for job in jobs if job.worker in self._busy))

    def _start(self, jobs: list[_Job[Key]], waiting: Iterator[tuple[Key, Path]]) -> None:
        while len(jobs) < self._count:
            file = next(waiting, None)
            if file is None:
                return
            jobs.append(self._job(*file))

    def _job(self, key: Key, file: Path, read: Result | None = None) -> _Job[Key]:
        """Hand a file to a worker: for OCR, with a clock of its own, where it was read before."""
        worker = self._waiting_or_new()
        worker.ask(file, with_ocr=read is not None)
        seconds = self._seconds if read is None else ocr.SECONDS
        return _Job(key, file, worker, time.monotonic() + seconds, read)

    def _waiting_or_new(self) -> Child:
        """A worker that waits; what befell one since its last file is no fault of the next."""
        while self._idle:
            worker = self._idle.pop()
            self._busy.add(worker)
            if worker.is_waiting():
                return worker
            self._stop(worker)
        worker = Child(self._seconds, self._memory_mb)
        self._busy.add(worker)
        return worker

    def _keep_or_stop(self, worker: Child) -> None:
        if worker.is_fit:
            self._busy.discard(worker)
            self._idle.append(worker)
        else:
            self._stop(worker)

    def _stop(self, *workers: Child) -> None:
        for worker in workers:
            worker.stop()
            self._busy.discard(worker)


class _Job(Generic[Key]):
    """A file in the hands of a worker, and when its time is over.

    ``read`` is what it holds without OCR, where this is its second time.
    """

    def __init__(
        self, key: Key, file: Path, worker: Child, deadline: float, read: Result | None
    ) -> None:
        self.key = key
        self.file = file
        self.worker = worker
        self.deadline = deadline
        self.read = read

    def better(self, result: Result) -> Result:
        """The result, unless OCR failed with it: then what was read without."""
        if self.read is None or isinstance(result, ParsedDocument):
            return result
        return self.read


def _needs_ocr(result: Result) -> bool:
    return isinstance(result, ParsedDocument) and ocr.is_wanted(result)


def _finished(jobs: list[_Job[Key]]) -> list[tuple[_Job[Key], Result]]:
    """Wait until some jobs are done or out of time, and give those."""
    with selectors.DefaultSelector() as selector:
        for job in jobs:
            selector.register(job.worker.told, selectors.EVENT_READ, job)
        first = min(job.deadline for job in jobs)
        ready = [key.data for key, _ in selector.select(max(first - time.monotonic(), 0))]
    results = [(job, job.worker.read()) for job in ready]
    done = {job: result for job, result in results if result is not None}
    now = time.monotonic()
    late = [job for job in jobs if job.deadline <= now and job not in done]
    return [*done.items(), *((job, job.worker.overstay()) for job in late)]


def _forgive(jobs: list[_Job[Key]], seconds: float) -> None:
    """Do not count the time that the caller took over a result."""
    for job in jobs:
        job.deadline += seconds
