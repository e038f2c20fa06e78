"""Fuzz the parsers: ``python -m tests.fuzz.parsers [--seconds N] [--seed N] [.pdf …]``.

Mutants of the repository's own documents are read in the sandbox. A finding is a parser that
died, overstayed, ran out of memory or gave an unsound document; each kind is shrunk by hypothesis,
saved once, and makes the script end with 1. Errors that no parser foresaw, though they cost one
document as they should, are counted below and saved too.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, seed, settings

from indexer.errors import ParseError
from indexer.parsers.sandbox import ParserPool

from .mutants import CONVERTED, SUFFIXES, mutants, unsound

_FATAL = re.compile(r"ended its parser|took more|more time|memory|no sense|fall silent")
_UNFORESEEN = re.compile(r"is broken \(\w+|has no page that can be read \(\w+")
_SECONDS, _SLOW = 20, 5.0
_BATCH = 50
_DIGITS = re.compile(r"\d+")


class FindingError(AssertionError):
    """A mutant that a parser did not take well."""


@dataclass(slots=True)
class Run:
    """What a run has met: kinds of findings already told, and how often each result came."""

    into: Path
    scratch: Path
    pool: ParserPool
    known: set[str] = field(default_factory=set)
    results: Counter[str] = field(default_factory=Counter)
    last: tuple[str, bytes] = ("", b"")

    def read(self, data: bytes, suffix: str) -> None:
        """Read a mutant; raises FindingError for one of a new kind."""
        path = self.scratch / f"mutant{suffix}"
        path.write_bytes(data)
        since = time.monotonic()
        ((_, result),) = self.pool.parse([(0, path)])
        took = time.monotonic() - since
        wrong = unsound(result) if not isinstance(result, ParseError) else _fatal(result)
        if wrong is None and took > _SLOW and suffix not in CONVERTED:
            wrong = "slow"
        if wrong is None:
            self._count(result, data, suffix)
        elif (kind := f"{suffix} {wrong}") not in self.known:
            self.last = (kind, data)
            if took > _SLOW:  # shrinking would take hundreds of times as long
                self.tell()
            else:
                raise FindingError(kind)

    def _count(self, result: object, data: bytes, suffix: str) -> None:
        found = _UNFORESEEN.match(str(result)) if isinstance(result, ParseError) else None
        name = "refused" if isinstance(result, ParseError) else "read"
        kind = f"{suffix} {found[0]}" if found else f"{suffix} {name}"
        if found and not self.results[kind]:
            self.save(kind, data)
        self.results[kind] += 1

    def tell(self) -> None:
        """Say what was found last, once, and keep it."""
        kind, data = self.last
        self.known.add(kind)
        print(f"{kind}: {self.save(kind, data)}", flush=True)

    def save(self, kind: str, data: bytes) -> Path:
        """Keep the input of a kind of result."""
        self.into.mkdir(parents=True, exist_ok=True)
        suffix, _, told = kind.partition(" ")
        path = self.into / f"{re.sub(r'[^a-zA-Z0-9]+', '-', told).strip('-')[:60]}{suffix}"
        path.write_bytes(data)
        return path


def _fatal(error: ParseError) -> str | None:
    return _DIGITS.sub("#", str(error)) if _FATAL.search(str(error)) else None


def batch(run: Run, suffix: str, number: int) -> None:
    """Read a batch of mutants; a finding is shrunk, told and kept."""

    @seed(number)
    @settings(
        max_examples=2 if suffix in CONVERTED else _BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(mutants(suffix))
    def fuzz(data: bytes) -> None:
        run.read(data, suffix)

    try:
        fuzz()
    except FindingError:
        run.tell()


def main(arguments: list[str] | None = None) -> int:
    """Fuzz for the time given; returns 1 where there were findings."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("formats", nargs="*", metavar=".pdf …", help="default: all")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--into", type=Path, default=Path("fuzz-findings"))
    told = parser.parse_args(arguments)
    if strange := set(told.formats) - set(SUFFIXES):
        parser.error(f"{sorted(strange)[0]} is no format; use some of {', '.join(SUFFIXES)}")
    until = time.monotonic() + told.seconds
    number = told.seed
    with TemporaryDirectory() as scratch, ParserPool(1, _SECONDS, 1024, with_ocr=False) as pool:
        run = Run(told.into, Path(scratch), pool)
        while time.monotonic() < until:
            for suffix in told.formats or SUFFIXES:
                if time.monotonic() < until:
                    batch(run, suffix, number)
                    print(f"{suffix} {number}", file=sys.stderr, flush=True)
            number += 1
    for kind, count in sorted(run.results.items()):
        print(f"{count:7} {kind}")
    return bool(run.known)


if __name__ == "__main__":
    sys.exit(main())
