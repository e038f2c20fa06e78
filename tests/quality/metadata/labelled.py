"""Documents with what a careful cataloguer would record of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.models import SourceDocument, StaffMetadata
from indexer.parsers import detect
from indexer.vocabulary import Scheme
from tests.quality.understanding import vocabularies

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PAGES = ROOT.parent / "shared" / "eval" / "pages"
WRITTEN = HERE / "pages"
CORPUS = ROOT / "corpus"
LAST_LEARNED = "h24"

Labels = Mapping[str, frozenset[str]]
FIELDS = ("language", "kind", "year", "years", "municipalities", "regions", "themes")


@dataclass(frozen=True)
class Item:
    """A document, its labels by field, and where in its file the labelled boilerplate stands."""

    name: str
    source: SourceDocument
    labels: Labels
    boilerplate: slice | None = None


def pages(*, with_url: bool = False) -> Iterator[Item]:
    """The development pages; their addresses are given as a sidecar would, if asked for."""
    return _pages(PAGES, with_url)


def written() -> Iterator[Item]:
    """Pages written and labelled by someone who had not read the rules: those learned from."""
    return (item for item in _pages(WRITTEN, with_url=False) if item.name <= LAST_LEARNED)


def unseen() -> Iterator[Item]:
    """The others of them, which nobody who writes rules has read."""
    return (item for item in _pages(WRITTEN, with_url=False) if item.name > LAST_LEARNED)


def corpus() -> Iterator[Item]:
    """The documents of the repository's corpus, without their sidecars."""
    for row in _rows(HERE / "labels.csv"):
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


def _pages(folder: Path, with_url: bool) -> Iterator[Item]:
    for row in _rows(folder / "labels.csv"):
        labels = {
            "language": _set([row["lang"]]),
            "kind": _set([row["kind"]]),
            "year": _set([row["pub_year"]]),
            "years": _set(_years(row)),
            "municipalities": _ids("region", row["municipalities"], today=True),
            "regions": _ids("region", row["maakunta"]),
            "themes": _ids("theme", row["themes"]),
        }
        staff = StaffMetadata(url=(row["url"] or None) if with_url else None)
        source = _source(folder / "text" / f"{row['id']}.txt", staff)
        yield Item(row["id"], source, labels, _boilerplate(row))


def _boilerplate(row: Mapping[str, str]) -> slice | None:
    start, end = row["boilerplate_start"], row["boilerplate_end"]
    return slice(int(start), int(end)) if start and end else None


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
