"""Concepts that documents are filed under: regions, themes, kinds, languages, networks (SKOS)."""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from .errors import VocabularyError
from .models import UNKNOWN, Concept, PartialDate

PACKAGED = Path(__file__).parent / "vocabularies"
"""The vocabularies that ship with the program."""

LANGUAGES = ("fi", "sv", "en")
"""Languages of labels, the first being the fallback."""

UNKNOWN_LABELS = {"fi": "Ei tiedossa", "sv": "Inte känt", "en": "Not known"}
"""What ``unknown`` is called in every facet."""

SCHEMES = {
    "region": ("regions.csv", "municipalities.csv"),
    "theme": ("themes.csv",),
    "kind": ("kinds.csv",),
    "lang": ("languages.csv",),
    "network": ("networks.csv",),
    "organisation": ("organisations.csv",),
    "project": ("projects.csv",),
    "age_group": ("age_groups.csv",),
    "activity": ("activities.csv",),
    "practice_part": ("practice_parts.csv",),
    "norm_change": ("norm_changes.csv",),
}
"""The files that hold the concepts of each field; ``year`` has none."""


@dataclass(frozen=True)
class Scheme:
    """The concepts of one facet, in the order of their file."""

    name: str
    concepts: Mapping[str, Concept]

    def __iter__(self) -> Iterator[str]:
        return iter(self.concepts)

    def label(self, concept: str, language: str) -> str:
        """The preferred label; Finnish where the language has none, the id where nothing has."""
        found = self.concepts.get(concept)
        if found is None:
            return _unknown(language) if concept == UNKNOWN else concept
        return found.pref_label.get(language) or found.pref_label.get(LANGUAGES[0], concept)

    def note(self, concept: str, language: str) -> str:
        """What readers are told of a concept; Finnish where the language has none, else ""."""
        found = self.concepts.get(concept)
        return (found.notes.get(language) or found.notes.get(LANGUAGES[0], "")) if found else ""

    def parent(self, concept: str) -> str | None:
        """The broader concept's id."""
        found = self.concepts.get(concept)
        return found.broader if found else None

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """The broader concepts' ids, nearest first."""
        line: list[str] = []
        parent = self.parent(concept)
        while parent is not None:
            line.append(parent)
            parent = self.parent(parent)
        return tuple(line)

    def find(self, text: str) -> str | None:
        """The id that an id or any label stands for, however it is encoded and in any case."""
        return self._by_name.get(_key(text))

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        names = {UNKNOWN: UNKNOWN}
        for pick in (_ids, _preferred, _alternative):
            for concept in self.concepts.values():
                for name in pick(concept):
                    names.setdefault(_key(name), concept.id)
        for label in UNKNOWN_LABELS.values():
            names.setdefault(_key(label), UNKNOWN)
        return names


@dataclass(frozen=True)
class Vocabularies:
    """All schemes, and the folder of staff that replaces packaged files of the same name."""

    schemes: Mapping[str, Scheme]
    folder: Path | None = None

    def __getitem__(self, facet: str) -> Scheme:
        return self.schemes[facet]

    def label(self, facet: str, concept: str, language: str) -> str:
        """The label of a facet's value; a year, or a value without a concept, is its own label."""
        scheme = self.schemes.get(facet)
        if scheme is None:
            return _unknown(language) if concept == UNKNOWN else concept
        return scheme.label(concept, language)

    def name(self, field: str, identifier: str, stated: str, language: str) -> str:
        """What is named in a text: the label where the vocabulary has it, else as it was stated."""
        scheme = self.schemes.get(field)
        is_known = scheme is not None and identifier in scheme.concepts
        return self.label(field, identifier, language) if is_known else stated

    def parent(self, facet: str, concept: str) -> str | None:
        """The broader value of a facet's value."""
        scheme = self.schemes.get(facet)
        return scheme.parent(concept) if scheme else None

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """The rows of another file, such as place names. Raises VocabularyError."""
        return read_rows(_path(name, self.folder))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of every file in use: a changed vocabulary changes what documents are about."""
        names = sorted(path.name for path in PACKAGED.glob("*.csv"))
        digest = hashlib.sha256()
        for name in names:
            digest.update(name.encode() + b"\0" + _path(name, self.folder).read_bytes())
        return digest.hexdigest()


def load_vocabularies(folder: Path | None = None) -> Vocabularies:
    """Read the vocabularies: file by file from ``folder``, else those that ship.

    Raises VocabularyError naming the file, the line and what to do.
    """
    schemes = {
        name: Scheme(name, _concepts(_path(file_name, folder) for file_name in file_names))
        for name, file_names in SCHEMES.items()
    }
    return Vocabularies(schemes, folder)


def read_rows(path: Path) -> tuple[Mapping[str, str], ...]:
    """Read a CSV file as spreadsheets write it: ``;`` or ``,``, byte-order mark, UTF-8 or cp1252.

    Cells are stripped; rows without any text are left out. Raises VocabularyError.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise VocabularyError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    header = text.split("\n", 1)[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    rows = []
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
        if None in row:
            raise VocabularyError(f"{path}: a row has more cells than the header: {row}.")
        cells = {key.strip(): (value or "").strip() for key, value in row.items()}
        if any(cells.values()):
            rows.append(cells)
    return tuple(rows)


def _path(name: str, folder: Path | None) -> Path:
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else PACKAGED / name


def _concepts(paths: Iterable[Path]) -> Mapping[str, Concept]:
    concepts: dict[str, Concept] = {}
    for path in paths:
        for row in read_rows(path):
            concept = _concept(row, path)
            if concept.id in concepts:
                raise VocabularyError(f"{path}: the id {concept.id} is there twice. Remove one.")
            concepts[concept.id] = concept
    for concept in concepts.values():
        _check_broader(concept, concepts)
    return concepts


def _check_broader(concept: Concept, concepts: Mapping[str, Concept]) -> None:
    """Raise VocabularyError where the line of broader concepts breaks off or never ends."""
    seen = {concept.id}
    while concept.broader is not None:
        if concept.broader not in concepts:
            raise VocabularyError(
                f"Concept {concept.id}: its broader concept {concept.broader} does not exist."
            )
        concept = concepts[concept.broader]
        if concept.id in seen:
            raise VocabularyError(f"Concept {concept.id} is broader than itself. Break the circle.")
        seen.add(concept.id)


def _concept(row: Mapping[str, str], path: Path) -> Concept:
    try:
        identifier, finnish = row["id"], row["pref_fi"]
    except KeyError as error:
        raise VocabularyError(f"{path}: the column {error} is missing. Add it.") from error
    if not identifier or not finnish:
        raise VocabularyError(f"{path}: a row lacks its id or pref_fi: {dict(row)}.")
    return Concept(
        id=identifier,
        pref_label={code: row[key] for code, key in _columns("pref", row) if row[key]},
        alt_labels={code: _split(row[key]) for code, key in _columns("alt", row)},
        broader=row.get("broader") or None,
        uri=next(iter(_split(row.get("yso_uri", "") or row.get("uri", ""))), None),
        scope_note=row.get("scope_note", ""),
        notes={code: row[key] for code, key in _columns("note", row) if row[key]},
        date=_date(row.get("date", ""), identifier, path),
    )


def _date(cell: str, identifier: str, path: Path) -> PartialDate | None:
    if not cell:
        return None
    try:
        day = date.fromisoformat(cell)
    except ValueError as error:
        raise VocabularyError(
            f"{path}: {identifier} has the date {cell!r}. Write it as 2022-08-01."
        ) from error
    return PartialDate(day.year, day.month, day.day)


def _columns(kind: str, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((code, f"{kind}_{code}") for code in LANGUAGES if f"{kind}_{code}" in row)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _unknown(language: str) -> str:
    return UNKNOWN_LABELS.get(language, UNKNOWN_LABELS[LANGUAGES[0]])


def _ids(concept: Concept) -> Iterator[str]:
    yield concept.id


def _preferred(concept: Concept) -> Iterator[str]:
    yield from concept.pref_label.values()


def _alternative(concept: Concept) -> Iterator[str]:
    for labels in concept.alt_labels.values():
        yield from labels
