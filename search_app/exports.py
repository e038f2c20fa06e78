"""Hits as a CSV table that Finnish spreadsheets open as it is; pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from indexer import Hit, Vocabularies

from .addresses import document_address

BYTE_ORDER_MARK = "\ufeff"
COLUMNS = (
    "id",
    "title",
    "kind",
    "language",
    "date",
    "years",
    "regions",
    "municipalities",
    "themes",
    "address",
    "url",
    "also_in",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(hits: Iterable[Hit], vocabularies: Vocabularies, language: str, root: str) -> str:
    """UTF-8 text with a byte-order mark, ``;`` between cells, several values parted by commas.

    Concepts are labels in the language; ``root`` begins the documents' addresses. A cell that a
    spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for hit in hits:
        writer.writerow([_guarded(cell) for cell in _cells(hit, vocabularies, language, root)])
    return BYTE_ORDER_MARK + out.getvalue()


def _cells(hit: Hit, vocabularies: Vocabularies, language: str, root: str) -> list[str]:
    def labels(facet: str, ids: Iterable[str]) -> str:
        return ", ".join(vocabularies.label(facet, one, language) for one in ids)

    return [
        hit.id,
        hit.title,
        labels("kind", [hit.kind]),
        labels("lang", [hit.language]),
        str(hit.date or ""),
        ", ".join(map(str, hit.years)),
        labels("region", hit.regions),
        labels("region", hit.municipalities),
        labels("theme", hit.themes),
        root + document_address(hit.id, language),
        hit.url or "",
        ", ".join(root + document_address(other.id, language) for other in hit.also_in),
    ]


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
