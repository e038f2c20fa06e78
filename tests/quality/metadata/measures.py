"""How often records are right: precision and recall by field, and what cleaning cuts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from indexer.errors import ParseError
from indexer.models import Record
from tests.quality.understanding import understand, vocabularies
from tests.samples.scoring import words

from .labelled import FIELDS, Item, Labels


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
    def figures(self) -> dict[str, float]:
        """Precision, recall and F1; 1 where there was nothing to find and nothing found."""
        precision = _share(self.right, self.right + self.wrong)
        recall = _share(self.right, self.right + self.missed)
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        return {"precision": precision, "recall": recall, "f1": f1}


@dataclass
class Cutting:
    """Words of labelled boilerplate that are gone, and words of other text that are lost."""

    boilerplate: int = 0
    removed: int = 0
    other: int = 0
    lost: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, item: Item, record: Record) -> None:
        """Count one document of plain text."""
        inside, outside = _parted(item.source.file.read_text("utf-8"), item.boilerplate)
        told = [text for part in record.sections for text in (part.heading, part.text)]
        gone, left = _unmatched(outside, words(told))
        lost = Counter(gone) - Counter(words([record.title]))
        stayed = (Counter(inside) & Counter(left)).total()
        self.boilerplate += len(inside)
        self.removed += len(inside) - stayed
        self.other += len(outside)
        self.lost += lost.total()
        if stayed or lost:
            self.misses.append(f"{item.name}: {stayed} kept; lost: {' '.join(lost.elements())}")

    @property
    def figures(self) -> dict[str, float]:
        """The share of labelled boilerplate removed, and of other text kept."""
        return {
            "removed": _share(self.removed, self.boilerplate),
            "kept": 1 - self.lost / self.other if self.other else 1.0,
        }


@dataclass
class Measured:
    """Everything measured on a set; ``undated`` counts documents with no year to know.

    ``invented`` are those of them that were given one.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    cutting: Cutting = field(default_factory=Cutting)
    documents: int = 0
    undated: int = 0
    invented: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, dict[str, float]]:
        """Every figure by what it is of; what the set does not label is left out."""
        found = {name: tally.figures for name, tally in self.tallies.items()}
        if self.undated:
            found["no year"] = {"left open": 1 - len(self.invented) / self.undated}
        if self.cutting.boilerplate:
            found["boilerplate"] = self.cutting.figures
        return found

    @property
    def misses(self) -> dict[str, list[str]]:
        """What was not right, a line a document."""
        found = {name: tally.misses for name, tally in self.tallies.items()}
        return {**found, "no year": self.invented, "boilerplate": self.cutting.misses}


def measure(items: Iterable[Item]) -> Measured:
    """Compare records with labels; a file that cannot be read has no values."""
    measured = Measured()
    for item in items:
        measured.documents += 1
        try:
            record = understand(item.source)
        except ParseError:
            record = None
        found = _values(record) if record else dict.fromkeys(FIELDS, frozenset[str]())
        for name, tally in measured.tallies.items():
            tally.add(item.name, found[name], item.labels[name])
        if not item.labels["year"]:
            measured.undated += 1
            measured.invented += [item.name] if found["year"] else []
        if record and item.source.media_type == "text/plain":
            measured.cutting.add(item, record)
    return measured


def _values(record: Record) -> Labels:
    """The fields of a record as labels tell them: kinds and themes by their broader concept."""
    broader = vocabularies()
    return {
        "language": frozenset({record.language.concept}),
        "kind": frozenset({broader.parent("kind", record.kind.concept) or record.kind.concept}),
        "year": frozenset({str(record.date.year)} if record.date else ()),
        "years": frozenset(map(str, record.years)),
        "municipalities": frozenset(a.concept for a in record.municipalities),
        "regions": frozenset(a.concept for a in record.regions),
        "themes": frozenset(
            a.concept for a in record.themes if not broader.parent("theme", a.concept)
        ),
    }


def _parted(text: str, block: slice | None) -> tuple[list[str], list[str]]:
    """The words of the labelled block, and those around it."""
    if block is None:
        return [], words([text])
    return words([text[block]]), words([text[: block.start], text[block.stop :]])


def _unmatched(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words that are only in one of two texts; a word that was moved is in both."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = {block.a + step for block in blocks for step in range(block.size)}
    used = {block.b + step for block in blocks for step in range(block.size)}
    lost = [word for place, word in enumerate(before) if place not in kept]
    new = Counter(word for place, word in enumerate(after) if place not in used)
    moved = Counter(lost) & new
    return list((Counter(lost) - moved).elements()), list((new - moved).elements())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
