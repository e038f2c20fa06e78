"""Finds the few texts of many that hold something, by one search over all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

_BREAK = "\n"


def holding(texts: Sequence[str], needles: Iterable[str]) -> list[int]:
    """The indices, in order, of the texts that hold one of the needles.

    A needle holds no line break; a text may.
    """
    whole = _BREAK.join(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: set[int] = set()
    for needle in needles:
        at = whole.find(needle)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            found.add(index)
            at = whole.find(needle, starts[index + 1])
    return sorted(found)
