"""A sorted dictionary of terms in two memory-mapped arrays: all the letters, and where each ends.

Sorted by UTF-8 bytes, which is the order of code points; a term's number is its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import overload

import numpy as np

from .columns import Bytes, Int64, pointers, read_column, write_column


class Terms(Sequence[str]):
    """The terms by number, and numbers by term, in logarithmic time without loading them."""

    def __init__(self, letters: Bytes, ends: Int64) -> None:
        if ends[-1] != len(letters):
            raise ValueError("the term dictionary's arrays do not belong together")
        self._letters = letters
        self._ends = ends
        self._keys = _Keys(letters, ends)

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        return self._keys[number].decode()

    def find(self, term: str) -> int | None:
        """The number of a term, or None."""
        key = term.encode()
        place = bisect_left(self._keys, key)
        return place if place < len(self) and self._keys[place] == key else None

    def starting(self, prefix: str) -> range:
        """The numbers of all terms that begin so."""
        key = prefix.encode()
        # No UTF-8 text holds the byte 0xFF, so this stands after every longer term.
        return range(bisect_left(self._keys, key), bisect_left(self._keys, key + b"\xff"))


class _Keys(Sequence[bytes]):
    def __init__(self, letters: Bytes, ends: Int64) -> None:
        self._letters = letters.data
        self._ends = ends.data  # whose numbers are Python's, which a slice takes at once

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> bytes: ...
    @overload
    def __getitem__(self, number: slice) -> list[bytes]: ...
    def __getitem__(self, number: int | slice) -> bytes | list[bytes]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        return bytes(self._letters[self._ends[number] : self._ends[number + 1]])


def write_terms(folder: Path, name: str, terms: Iterable[str]) -> None:
    """Write sorted terms as ``NAME.letters.npy`` and ``NAME.ends.npy``."""
    encoded = [term.encode() for term in terms]
    write_column(folder, f"{name}.letters", np.frombuffer(b"".join(encoded), np.uint8))
    write_column(folder, f"{name}.ends", pointers([len(term) for term in encoded]))


def read_terms(folder: Path, name: str) -> Terms:
    """Open a dictionary that ``write_terms`` wrote."""
    letters = read_column(folder, f"{name}.letters", np.uint8)
    return Terms(letters, read_column(folder, f"{name}.ends", np.int64))
