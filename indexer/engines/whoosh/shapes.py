"""What a word looks like from afar: its length and the set of its letters, in two columns.

Two words that differ by few slips differ little in both, so that spelling need look closely at few.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .columns import Int32, read_column, write_column


def write_shapes(folder: Path, words: Iterable[str]) -> None:
    """Write the columns for words in their order."""
    shapes = [(len(word), _letters(word)) for word in words]
    write_column(folder, "surface_letters", np.array([one for _, one in shapes], np.uint32))
    write_column(folder, "surface_length", np.array([one for one, _ in shapes], np.int32))


class Shapes:
    """Reads the columns; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self._letters: NDArray[np.uint32] = read_column(folder, "surface_letters", np.uint32)
        self._lengths: Int32 = read_column(folder, "surface_length", np.int32)

    def near(self, word: str, slips: int, among: range) -> NDArray[np.intp]:
        """The numbers of words that may be within so many slips of this one; some are not."""
        part = slice(among.start, among.stop)
        other = np.bitwise_count(self._letters[part] ^ np.uint32(_letters(word)))
        longer = np.abs(self._lengths[part] - len(word))
        # A wrong letter takes one from the set and adds one.
        return np.flatnonzero((longer <= slips) & (other <= 2 * slips)) + among.start


def slips_between(one: str, other: str, most: int) -> int:
    """Letters too many, too few, wrong, or swapped with the next; at the most ``most`` + 1.

    Optimal string alignment: no stretch of letters is edited twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _letters(word: str) -> int:
    return reduce(or_, (1 << (ord(letter) % 32) for letter in word), 0)
