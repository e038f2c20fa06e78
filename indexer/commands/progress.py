"""Progress of long work: a bar on a terminal, plain lines elsewhere, all on stderr."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import Any

import click
from tqdm import tqdm

SECONDS = 5.0
"""How long plain lines keep silent within a phase; its end is always told."""


class TerminalProgress:
    """Call it with a phase, how many are done and of how many; use it as a context manager."""

    def __init__(self) -> None:
        self._phase = ""
        self._bar: tqdm[Any] | None = None
        self._told = 0.0

    def __enter__(self) -> TerminalProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def __call__(self, phase: str, done: int, total: int) -> None:
        """Show it; a phase ends when another begins."""
        if phase != self._phase:
            self._begin(phase, total)
        if self._bar is not None:
            self._bar.update(done - self._bar.n)
        else:
            self._tell(done, total)

    def _begin(self, phase: str, total: int) -> None:
        self._close()
        self._phase, self._told = phase, monotonic()
        if sys.stderr.isatty():
            self._bar = tqdm(total=total, desc=phase, unit="file", file=sys.stderr, leave=False)

    def _tell(self, done: int, total: int) -> None:
        if done == total or monotonic() - self._told >= SECONDS:
            self._told = monotonic()
            click.echo(f"{self._phase}: {done} of {total}", err=True)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
