"""The record store: for each document what a result shows, its text, and the whole record.

Three files of stretches one after another, each with an array of where they begin: ``cards``
(JSON list of what a Hit says of the document: no names of fields, since ten are read at every
query), ``texts`` (UTF-8 of the canonical text) and
``records`` (JSON of the Record, deflated: it is read one at a time, for a document's page).
"""

from __future__ import annotations

import json
import mmap
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from ...codec import from_json, to_json
from ...models import PartialDate, Record
from ...results import Hit, Other, Snippet
from ...snippets import masked
from .columns import pointers, read_column, write_column

_FAST = 1
"""Level of compression: a third of the size at a tenth of the time of the default."""


_STRAY = "replace"
"""Half a surrogate pair, as a broken PDF may give, becomes ``?``; offsets stay right."""


class BlobWriter:
    """Appends stretches of bytes to a file; memory holds their lengths only."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._file = (folder / f"{name}.bin").open("wb")
        self._lengths: list[int] = []

    def append(self, data: bytes) -> None:
        """Add a stretch."""
        self._file.write(data)
        self._lengths.append(len(data))

    def close(self, finished: bool = True) -> None:
        """Close the file; write where each stretch begins, unless the build was given up."""
        self._file.close()
        if finished:
            write_column(self._folder, f"{self._name}.starts", pointers(self._lengths))


class Blob:
    """Stretches of bytes of a memory-mapped file, by number."""

    def __init__(self, folder: Path, name: str) -> None:
        self._starts = read_column(folder, f"{name}.starts", np.int64)
        path = folder / f"{name}.bin"
        size = path.stat().st_size
        if size != self._starts[-1]:
            raise ValueError(f"{path.name} has {size} bytes instead of {self._starts[-1]}")
        with path.open("rb") as file:
            self._data = (
                memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
                if size
                else memoryview(b"")
            )

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> memoryview:
        return self._data[self._starts[number] : self._starts[number + 1]]


class RecordWriter:
    """Writes the three files."""

    def __init__(self, folder: Path) -> None:
        self._cards = BlobWriter(folder, "cards")
        self._texts = BlobWriter(folder, "texts")
        self._records = BlobWriter(folder, "records")

    def add(self, record: Record, text: str) -> None:
        """Add a record and its canonical text."""
        self._cards.append(_dump(_card(record)))
        self._texts.append(text.encode(errors=_STRAY))
        self._records.append(zlib.compress(_dump(to_json(record)), _FAST))

    def close(self, finished: bool = True) -> None:
        """Close the files."""
        for blob in (self._cards, self._texts, self._records):
            blob.close(finished)


class Records:
    """Reads the three files; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self._cards = Blob(folder, "cards")
        self._texts = Blob(folder, "texts")
        self._records = Blob(folder, "records")

    def __len__(self) -> int:
        return len(self._records)

    def hit(
        self,
        number: int,
        score: float = 0.0,
        passages: tuple[Snippet, ...] = (),
        also_in: tuple[Other, ...] = (),
    ) -> Hit:
        """A document as a result."""
        name, title, url, kind, language, date, *lists = json.loads(bytes(self._cards[number]))
        years, regions, municipalities, themes, changes = map(tuple, lists)
        return Hit(
            id=name,
            title=title,
            url=url,
            kind=kind,
            language=language,
            date=_date(date),
            years=years,
            regions=regions,
            municipalities=municipalities,
            themes=themes,
            score=score,
            snippets=passages,
            also_in=also_in,
            norm_changes=changes,
        )

    def other(self, number: int, same_text: bool) -> Other:
        """What a result shows of a document where a twin stands for it."""
        hit = self.hit(number)
        return Other(hit.id, hit.title, hit.municipalities, hit.date, same_text)

    def text(self, number: int) -> str:
        """The canonical text of a document."""
        return str(self._texts[number], "utf-8")

    def record(self, number: int) -> Record:
        """The whole record."""
        return from_json(Record, json.loads(zlib.decompress(self._records[number])))


def _card(record: Record) -> list[object]:
    return [
        record.id,
        masked(record.title),
        record.url,
        record.kind.concept,
        record.language.concept,
        to_json(record.date),
        record.years,
        *(
            [one.concept for one in assigned]
            for assigned in (record.regions, record.municipalities, record.themes)
        ),
        record.norm_changes,
    ]


def _date(told: dict[str, int] | None) -> PartialDate | None:
    return None if told is None else PartialDate(**told)


def _dump(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(errors=_STRAY)
