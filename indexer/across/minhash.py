"""How alike two texts are, and which of many may be, without comparing each with each.

MinHash with banding (Broder 1997). Why no library of it is used: ``docs/design.md``.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Shingles = NDArray[np.uint32]

BANDS, ROWS = 32, 4
"""Pairs that share 0.7 of their shingles meet in a band with probability 0.9998, those that share
0.1 with 0.003."""

_SHINGLE = 3
"""Words. Longer shingles suffer more from each changed word, shorter ones tell less."""

_BLOCK = 4096
_WORD = re.compile(r"[^\W_]+")
_NUMBERS = np.frombuffer(hashlib.shake_256(b"twins").digest(16 * BANDS * ROWS), "<u8")
_FACTORS, _SUMMANDS = _NUMBERS.astype(np.uint64).reshape(2, -1, 1) | np.uint64(1)


def shingles_of(text: str) -> Shingles:
    """The distinct runs of three words of a text, as sorted hashes of 32 bits.

    Words with a capital are left out: one national text differs by the names of the towns that
    published it, and a town's name in every tenth sentence would part it into many.
    """
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    runs = zip(*(words[at:] for at in range(_SHINGLE)), strict=False)
    hashes = {zlib.crc32(" ".join(run).encode()) for run in runs}
    return np.array(sorted(hashes), np.uint32)


def signature_of(shingles: Shingles) -> bytes:
    """The least values of the shingles under 128 hash functions, as little-endian bytes."""
    least = np.full(BANDS * ROWS, np.iinfo(np.uint32).max, np.uint64)
    for start in range(0, len(shingles), _BLOCK):
        block = shingles[start : start + _BLOCK].astype(np.uint64)
        hashed = (_FACTORS * block + _SUMMANDS) >> np.uint64(32)
        np.minimum(least, hashed.min(axis=1), out=least)
    return least.astype("<u4").tobytes()


def candidates(signatures: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of signatures that may be alike, some of them several times.

    Of many that meet in a band, each is paired with the first and with the one before it: groups
    are put together of pairs, so that all pairs need not be given.
    """
    size = 4 * ROWS
    for start in range(0, size * BANDS, size):
        first: dict[bytes, int] = {}
        last: dict[bytes, int] = {}
        for number, signature in enumerate(signatures):
            band = signature[start : start + size]
            if (leader := first.setdefault(band, number)) != number:
                yield leader, number
                if last[band] != leader:
                    yield last[band], number
            last[band] = number


def jaccard(one: Shingles, other: Shingles) -> float:
    """The share of the shingles of two texts that both have."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / max(len(one) + len(other) - common, 1)


def bits_of(texts: Sequence[Shingles]) -> NDArray[np.uint8]:
    """A row of bits for each text, one for each shingle that more than one of them has.

    What only one has is in no pair's common part, and there may be very much of it.
    """
    shingles, counts = np.unique(np.concatenate(texts), return_counts=True)
    columns: NDArray[Any] = shingles[counts > 1]
    bits = np.zeros((len(texts), (len(columns) + 7) // 8), np.uint8)
    for row, text in zip(bits, texts, strict=True):
        row[:] = np.packbits(np.isin(columns, text, assume_unique=True))
    return bits


def jaccards(
    bits: NDArray[np.uint8], sizes: NDArray[np.int64], one: int, others: Sequence[int]
) -> list[float]:
    """How alike a text is to other ones, all by the numbers of their rows: as ``jaccard`` tells.

    ``sizes`` are how many shingles each text has.
    """
    numbers = list(others)
    common = np.bitwise_count(bits[numbers] & bits[one]).sum(axis=1, dtype=np.int64)
    either = sizes[numbers] + sizes[one] - common
    shares: list[float] = (common / np.maximum(either, 1)).tolist()
    return shares
