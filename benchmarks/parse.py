"""How fast files become records, step by step, beside plain tools that only read text.

``python -m benchmarks.parse --files 500`` reads that many files of the sample corpus, in turn, and
prints a table to the terminal and the same as JSON to the standard output: milliseconds a file in
this process, in the sandbox with one worker, and with the plain tool of the format;
milliseconds of enrichment for 1,000 words; pages a second of the whole way with one worker and
with two. A page is a page or slide, and 400 words where a format has none.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

from indexer.enrich import Enricher
from indexer.models import ParsedDocument, SourceDocument
from indexer.parsers import parse_file
from indexer.parsers.sandbox import ParserPool
from tests.quality.fidelity.peers import peer_of
from tests.quality.fidelity.scores import CORPUS, documents
from tests.quality.understanding import enricher

from .machine import machine, versions

PAGE_WORDS = 400
ROUNDS = 3
"""Each distinct file is read so often by every reader; the fastest counts."""


@dataclass
class Costs:
    """Seconds by step, and what was read, of one format or of all."""

    peer: str = ""
    files: int = 0
    pages: int = 0
    words: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def row(self, name: str) -> dict[str, Any]:
        """The figures as JSON values."""

        def each(step: str) -> float | None:
            return round(self.seconds[step] * 1000 / self.files, 2) if self.seconds[step] else None

        return {
            "format": name,
            "files": self.files,
            "pages": self.pages,
            "words": self.words,
            "parse_ms_per_file": each("parse"),
            "sandbox_ms_per_file": each("sandbox"),
            "peer": self.peer or None,
            "peer_ms_per_file": each("peer"),
            "enrich_ms_per_1000_words": round(self.seconds["enrich"] * 1e6 / self.words, 2),
        }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    options = parser.parse_args(arguments)
    formats = {CORPUS / one.meta.file: one.meta.format for one in documents()}
    enrich = enricher()
    steps = {file: _steps(file, enrich) for file in formats}
    chosen = list(islice(cycle(formats), options.files))
    rows = _summed(chosen, formats, steps)
    result = {
        "machine": machine(),
        "versions": versions(),
        "formats": [costs.row(name) for name, costs in sorted(rows.items())],
        "pages_per_s": {
            str(workers): round(rows["all"].pages / _whole_way(chosen, workers, enrich), 1)
            for workers in (1, 2)
        },
    }
    _print_table(result)
    print(json.dumps(result, indent=1))


def _steps(file: Path, enrich: Enricher) -> Costs:
    """What one file costs, step by step."""
    parsed = parse_file(file)
    source = _source(file)
    costs = Costs(files=1, pages=_pages(parsed), words=_words(parsed))
    costs.seconds["parse"] = _fastest(lambda: parse_file(file))
    costs.seconds["enrich"] = _fastest(lambda: enrich.enrich(source, parsed))
    if peer := peer_of(file):
        costs.peer = peer.name
        costs.seconds["peer"] = _fastest(lambda: peer.read(file))
    with ParserPool(workers=1) as pool:
        for _ in pool.parse([(0, file)]):
            pass
        costs.seconds["sandbox"] = _fastest(lambda: list(pool.parse([(0, file)])))
    costs.seconds["sandbox"] -= costs.seconds["parse"]
    return costs


def _fastest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return min(times)


def _summed(
    chosen: Iterable[Path], formats: dict[Path, str], steps: dict[Path, Costs]
) -> dict[str, Costs]:
    rows: dict[str, Costs] = defaultdict(Costs)
    for file in chosen:
        for name in (formats[file], "all"):
            _add(rows[name], steps[file])
    rows["all"].peer = ""
    rows["all"].seconds.pop("peer", None)
    return rows


def _add(row: Costs, one: Costs) -> None:
    row.peer = one.peer
    row.files += one.files
    row.pages += one.pages
    row.words += one.words
    for step, seconds in one.seconds.items():
        row.seconds[step] += seconds


def _whole_way(files: Sequence[Path], workers: int, enrich: Enricher) -> float:
    """Seconds from files to records."""
    started = perf_counter()
    with ParserPool(workers=workers) as pool:
        for file, result in pool.parse((file, file) for file in files):
            if isinstance(result, ParsedDocument):
                enrich.enrich(_source(file), result)
    return perf_counter() - started


def _source(file: Path) -> SourceDocument:
    return SourceDocument(file.stem, file.name, file, "", "")


def _pages(parsed: ParsedDocument) -> int:
    numbered = {section.page for section in parsed.sections if section.page}
    return max(numbered, default=-(-_words(parsed) // PAGE_WORDS))


def _words(parsed: ParsedDocument) -> int:
    texts = (text for section in parsed.sections for text in (section.heading, section.text))
    return Counter(word for text in texts for word in text.split()).total()


def _print_table(result: dict[str, Any]) -> None:
    about = result["machine"]
    names = ("files", "pages", "parse_ms_per_file", "sandbox_ms_per_file", "peer_ms_per_file")
    lines = [
        f"{about['processor']}, {about['cores']} cores, load {about['load']}",
        f"{'format':16}{'files':>7}{'pages':>7}{'parse ms':>10}{'sandbox':>9}{'peer ms':>9}"
        f"{'enrich ms/1,000 words':>23}  peer",
    ]
    for row in result["formats"]:
        cells = [row[name] for name in names]
        widths = (7, 7, 10, 9, 9)
        told = ["" if cell is None else cell for cell in cells]
        numbers = "".join(f"{cell:>{width}}" for cell, width in zip(told, widths, strict=True))
        enrich = row["enrich_ms_per_1000_words"]
        lines.append(f"{row['format']:16}{numbers}{enrich:>23}  {row['peer'] or ''}")
    for workers, pages in result["pages_per_s"].items():
        lines.append(f"the whole way, {workers} workers: {pages} pages a second")
    print("\n".join(lines), file=sys.stderr)


if __name__ == "__main__":
    main()
