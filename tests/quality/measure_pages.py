"""How often enrichment is right: ``python -m tests.quality.measure_pages [--misses] [--url]``.

Measures precision, recall and F1 of each field on the development pages of ``../shared/eval`` and
on the repository's corpus, labelled by hand in ``metadata/labels.csv``.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from indexer.enrich import Enricher, load_enricher
from indexer.errors import ParseError
from indexer.models import Record, SourceDocument, StaffMetadata
from indexer.parsers import detect
from indexer.parsers.table import parse_file
from indexer.vocabulary import Scheme, Vocabularies, load_vocabularies

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PAGES = SHARED / "eval" / "pages"
HAND = Path(__file__).parent / "metadata" / "labels.csv"
CORPUS = ROOT / "corpus"
TODAY = date(2026, 11, 22)

Labels = Mapping[str, frozenset[str]]
FIELDS = ("language", "kind", "year", "years", "municipalities", "regions", "themes")


@dataclass(frozen=True)
class Item:
    """A document with what a cataloguer would record of it."""

    name: str
    source: SourceDocument
    labels: Labels


@dataclass
class Tally:
    """Right, wrong and missed values of a field over documents."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, found: frozenset[str], expected: frozenset[str]) -> None:
        """Count one document."""
        self.right += len(found & expected)
        self.wrong += len(found - expected)
        self.missed += len(expected - found)
        if found != expected:
            extra, lost = sorted(found - expected), sorted(expected - found)
            self.misses.append(f"{name}: +{extra} -{lost}")

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1; 1 where there was nothing to find or nothing found."""
        precision = self.right / (self.right + self.wrong or 1) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


@cache
def vocabularies() -> Vocabularies:
    """The vocabularies that ship."""
    return load_vocabularies()


@cache
def enricher() -> Enricher:
    """The enricher, on a fixed day."""
    return load_enricher(vocabularies(), TODAY)


def pages(*, with_url: bool) -> Iterator[Item]:
    """The development pages; their addresses are given as a sidecar would, if asked for."""
    for row in _rows(PAGES / "labels.csv"):
        staff = StaffMetadata(url=row["url"] if with_url else None)
        labels = {
            "language": _set([row["lang"]]),
            "kind": _set([row["kind"]]),
            "year": _set([row["pub_year"]]),
            "years": _set(_years(row)),
            "municipalities": _ids("region", row["municipalities"], today=True),
            "regions": _ids("region", row["maakunta"]),
            "themes": _ids("theme", row["themes"]),
        }
        yield Item(row["id"], _source(PAGES / "text" / f"{row['id']}.txt", staff), labels)


def corpus() -> Iterator[Item]:
    """The documents of the repository's corpus, without their sidecars."""
    for row in _rows(HAND):
        labels = {
            "language": _set([row["language"]]),
            "kind": _set([row["kind"]]),
            "year": _set([row["date"][:4]]),
            "years": _set(row["years"].split(";")),
            "municipalities": _ids("region", row["municipalities"]),
            "regions": _ids("region", row["regions"]),
            "themes": _ids("theme", row["themes"]),
        }
        yield Item(row["path"], _source(CORPUS / row["path"], StaffMetadata()), labels)


def enrich(item: Item) -> Record | None:
    """The record of an item; None where the file cannot be read."""
    try:
        parsed = parse_file(item.source.file)
    except ParseError:
        return None
    return enricher().enrich(item.source, parsed)


def measure(items: Iterable[Item]) -> dict[str, Tally]:
    """Compare what is found with the labels, field by field."""
    tallies = {name: Tally() for name in FIELDS}
    for item in items:
        record = enrich(item)
        found = values(record) if record else dict.fromkeys(FIELDS, frozenset[str]())
        for name, tally in tallies.items():
            tally.add(item.name, found[name], item.labels[name])
    return tallies


def values(record: Record) -> Labels:
    """The fields of a record as labels tell them: kinds and themes by their broader concept."""
    broader = vocabularies()
    return {
        "language": _set([record.language.concept]),
        "kind": _set([broader.parent("kind", record.kind.concept) or record.kind.concept]),
        "year": _set([str(record.date.year)] if record.date else []),
        "years": _set(map(str, record.years)),
        "municipalities": _set(a.concept for a in record.municipalities),
        "regions": _set(a.concept for a in record.regions),
        "themes": _set(a.concept for a in record.themes if not broader.parent("theme", a.concept)),
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _years(row: Mapping[str, str]) -> Iterator[str]:
    first, last = row["year_from"] or row["pub_year"], row["year_to"] or row["year_from"]
    if first:
        yield from map(str, range(int(first), int(last or first) + 1))


def _ids(facet: str, cell: str, *, today: bool = False) -> frozenset[str]:
    scheme = vocabularies()[facet]
    names = [name.strip() for name in cell.split(";") if name.strip()]
    find = _successor(scheme) if today else scheme.find
    return _set(find(name) or name for name in names)


def _successor(scheme: Scheme) -> Callable[[str], str | None]:
    former = {row["name"]: row["target"] for row in vocabularies().rows("place_names.csv")}
    return lambda name: scheme.find(name) or former.get(name)


def _source(path: Path, staff: StaffMetadata) -> SourceDocument:
    media_type = detect.BY_SUFFIX.get(path.suffix.lower(), "")
    return SourceDocument(path.stem, path.name, path, media_type, "", staff)


def _set(values: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, values))


def main() -> None:
    """Print the figures of both sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was wrong or missed")
    parser.add_argument("--url", action="store_true", help="give the pages their addresses")
    options = parser.parse_args()
    for name, items in (("pages", list(pages(with_url=options.url))), ("corpus", list(corpus()))):
        print(f"{name}: {len(items)} documents")
        for key, tally in measure(items).items():
            precision, recall, f1 = tally.figures
            print(f"  {key:15} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
            for miss in tally.misses if options.misses else ():
                print(f"    {miss}")


if __name__ == "__main__":
    main()
