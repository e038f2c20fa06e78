"""How much a word counts by where it stands: BM25F's weighed frequency.

Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted fields (CIKM 2004): the
frequencies of a term in the fields of a document, each divided by that field's length norm, are
added by the weights of the fields before they are saturated, once.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from .columns import Bytes, Float32, Int32, read_column, write_column
from .matrix import Matrix
from .words import PERSONAL, ForwardIndex, Zone

BODY, HEADINGS, TITLE, SURFACE = "body", "headings", "title", "surface"
WEIGHTS = {BODY: 1.0, HEADINGS: 1.5, TITLE: 3.0}
B = {BODY: 0.75, HEADINGS: 0.5, TITLE: 0.5, SURFACE: 0.75}
"""How much the length of a field counts; less where a longer one is hardly ever padding."""

COMMENT_WEIGHT = 0.3
"""What a word of readers' comments weighs beside one of the document itself."""

_FIELD = {Zone.BODY: BODY, Zone.HEADING: HEADINGS, Zone.TITLE: TITLE, Zone.COMMENT: BODY}
_FIELDS = tuple(WEIGHTS)
_SHARE = {zone: COMMENT_WEIGHT if zone is Zone.COMMENT else 1.0 for zone in Zone}


def write_lengths(folder: Path, words: ForwardIndex, readings: Matrix) -> None:
    """Write each field's length in every document: the sum of what its words weigh.

    The length of the written forms is the number of words.
    """
    lengths = {field: np.zeros(len(words), np.float32) for field in (*_FIELDS, SURFACE)}
    weights = np.append(readings.sums, np.float32(0))
    for block in words.blocks():
        zones = block.zones & ~np.uint8(PERSONAL)
        first, last = int(block.documents[0]), int(block.documents[-1]) + 1
        owners = block.documents - first
        for zone, field in _FIELD.items():
            weighed = np.where(zones == zone, weights[block.types], 0) * _SHARE[zone]
            lengths[field][first:last] += np.bincount(owners, weighed, last - first)
        lengths[SURFACE][first:last] = np.bincount(owners, block.types >= 0, last - first)
    for field, column in lengths.items():
        write_column(folder, f"length_{field}", column)


class Weighing:
    """Length norms of a generation; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self.norms = {field: _norm(folder, field) for field in (*_FIELDS, SURFACE)}
        self._of_zone = [_SHARE[zone] * WEIGHTS[_FIELD[zone]] for zone in Zone]

    def __len__(self) -> int:
        return len(self.norms[SURFACE])

    def of(self, zones: Bytes, documents: Int32) -> Float32:
        """What a word in this zone of this document counts."""
        zones = zones & ~np.uint8(PERSONAL)
        counted = np.zeros(len(zones), np.float32)
        for zone in Zone:
            here = zones == zone
            counted[here] = self._of_zone[zone] / self.norms[_FIELD[zone]][documents[here]]
        return counted


def _norm(folder: Path, field: str) -> Float32:
    """BM25's length norm of each document: 1 at the average length of the field, where it is any.

    Documents without headings say nothing of how long headings usually are.
    """
    lengths: Float32 = read_column(folder, f"length_{field}", np.float32)
    filled = lengths[lengths > 0]
    average = float(filled.mean()) if len(filled) else 1.0
    return np.float32(1 - B[field]) + np.float32(B[field] / average) * lengths
