"""How fast records are indexed in one process, and how fast a query with all facets answers.

``python -m benchmarks.index_and_search --docs 1000`` prints a table to the terminal and the same
as JSON to the standard output. A query's time is that of its whole way from a parsed query to ten
hits with snippets and the counts of every facet; parsing of files is not part of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import numpy as np

from indexer.analysis.analyzer import load_analyzer
from indexer.analysis.tokens import tokens
from indexer.engines.whoosh.engine import WhooshEngine
from indexer.models import Record
from indexer.query import Query, parse
from indexer.vocabulary import load_vocabularies

from .corpus import WORDS, Corpus
from .machine import machine, versions

QUERIES = 40
ROUNDS = 5


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    vocabularies = load_vocabularies()
    records = list(Corpus(vocabularies, options.seed).records(options.docs))
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder) / "index")
        started = perf_counter()
        writer = engine.create(load_analyzer(), vocabularies)
        for record in records:
            writer.add(record)
        manifest = writer.finish("benchmark")
        took = perf_counter() - started
        engine.promote(manifest.generation)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        classes = _queries(records, Random(options.seed))
        result = {
            "machine": machine(),
            "versions": versions(),
            "docs": options.docs,
            "words": WORDS,
            "build": {"docs_per_s": round(options.docs / took, 1), "bytes": size},
            "results": [_measure(engine, name, texts) for name, texts in classes.items()],
        }
    _print_table(result)
    print(json.dumps(result, indent=1))


def _queries(records: Sequence[Record], random: Random) -> dict[str, list[str]]:
    """Queries of each class, made from the documents so that they find something."""
    texts = [[token.text for token in tokens(record.sections[0].text)] for record in records]
    having = Counter(word for words in texts for word in set(words))
    by_frequency = sorted(having, key=lambda word: (-having[word], word))
    rare = [word for word in by_frequency if having[word] <= 3]
    some = by_frequency[: max(QUERIES, len(by_frequency) // 20)]
    makers: dict[str, Callable[[], str]] = {
        "rare": lambda: random.choice(rare),
        "frequent": lambda: random.choice(by_frequency[:QUERIES]),
        "and2": lambda: " ".join(random.sample(some, 2)),
        "phrase": lambda: _phrase(random.choice(texts), random),
        "prefix": lambda: random.choice(some)[:4] + "*",
        "everything": lambda: "",
    }
    return {name: [make() for _ in range(QUERIES)] for name, make in makers.items()}


def _phrase(words: Sequence[str], random: Random) -> str:
    place = random.randrange(len(words) - 2)
    return f'"{" ".join(words[place : place + 2])}"'


def _measure(engine: WhooshEngine, name: str, texts: Sequence[str]) -> dict[str, Any]:
    queries = [Query(text=text, clause=parse(text)[0]) for text in texts]
    totals = [engine.search(query).total for query in queries]
    times = []
    for _ in range(ROUNDS):
        for query in queries:
            started = perf_counter()
            engine.search(query)
            times.append((perf_counter() - started) * 1000)
    p50, p95 = np.percentile(times, (50, 95))
    return {
        "query_class": name,
        "hits": int(np.median(totals)),
        "p50_ms": round(float(p50), 2),
        "p95_ms": round(float(p95), 2),
    }


def _print_table(result: dict[str, Any]) -> None:
    about = result["machine"]
    lines = [
        f"{about['processor']}, {about['cores']} cores, {about['memory_mb']} MB; "
        + ", ".join(f"{name} {number}" for name, number in result["versions"].items()),
        f"{result['docs']} documents of {WORDS} words: {result['build']['docs_per_s']} documents "
        f"a second, {result['build']['bytes'] / 1e6:.1f} MB",
        f"{'query':<12}{'found':>8}{'p50 ms':>9}{'p95 ms':>9}",
    ]
    for row in result["results"]:
        times = f"{row['p50_ms']:>9.2f}{row['p95_ms']:>9.2f}"
        lines.append(f"{row['query_class']:<12}{row['hits']:>8}{times}")
    print("\n".join(lines), file=sys.stderr)


if __name__ == "__main__":
    main()
