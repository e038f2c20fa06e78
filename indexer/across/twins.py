"""Documents with one text: copies, other versions, one national text in several towns."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import floor

import numpy as np
from numpy.typing import NDArray

from ..models import Twin
from .minhash import Shingles, bits_of, candidates, jaccard, jaccards
from .sketches import Sketch

ALIKE = 0.7
"""Share of shingles from which two texts are twins.

Measured (``docs/design.md``): different documents share at most 0.03, a version of which one
sentence in ten is another 0.78 at the median, one text read from two formats at least 0.87.
"""

SHORT_ALIKE = 0.85
"""The same for a short text, in which a sentence that differs may be what it is about."""

SHORT = 100
"""Shingles below which a text is short."""

_NEARLY = 0.99
"""The most that is said of texts that differ, if only by the names in them."""

_EITHER_SIDE = 50
"""How many a member of a very large group names on each side: a record stays small,
though a corpus may hold thousands of pages made of one form."""

_REMEMBERED = 1000
"""Texts whose shingles are kept at hand: some ten megabytes."""

ShinglesOf = Callable[[str], Shingles]
"""The shingles of the document with an id."""


@dataclass(frozen=True)
class TwinGroup:
    """Documents that are twins of each other or of each other's twins.

    ``texts`` has the ids of each distinct text, sorted; ``shingles`` the shingles of each text,
    where there is more than one.
    """

    texts: tuple[tuple[str, ...], ...]
    shingles: tuple[Shingles, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All members, sorted."""
        return tuple(sorted(self._texts_by_id))

    def twins_of(self, identifier: str) -> tuple[Twin, ...]:
        """The other members, the most alike first, then by id.

        Of a very large group each names the nearest on a ring of all, so that whoever is named
        names back, and all hang together.
        """
        text = self._texts_by_id[identifier]
        others = self._others(identifier)
        numbers = [self._texts_by_id[one] for one in others]
        shares = self._shares(text, numbers) if self.shingles else [1.0] * len(others)
        twins = [
            Twin(one, 1.0 if number == text else _rounded(share))
            for one, number, share in zip(others, numbers, shares, strict=True)
        ]
        return tuple(sorted(twins, key=lambda twin: (-twin.similarity, twin.id)))

    def _shares(self, text: int, others: Sequence[int]) -> list[float]:
        return jaccards(self._bits, self._sizes, text, others)

    def _others(self, identifier: str) -> list[str]:
        at, members = self._ring[identifier], list(self._ring)
        if len(members) <= 2 * _EITHER_SIDE + 1:
            return members[:at] + members[at + 1 :]
        steps = (step for side in range(1, _EITHER_SIDE + 1) for step in (-side, side))
        return [members[(at + step) % len(members)] for step in steps]

    @cached_property
    def _texts_by_id(self) -> Mapping[str, int]:
        return {one: number for number, ids in enumerate(self.texts) for one in ids}

    @cached_property
    def _ring(self) -> Mapping[str, int]:
        """The members with their places, those with one text side by side."""
        return {one: place for place, one in enumerate(self._texts_by_id)}

    @cached_property
    def _bits(self) -> NDArray[np.uint8]:
        return bits_of(self.shingles)

    @cached_property
    def _sizes(self) -> NDArray[np.int64]:
        return np.array([len(one) for one in self.shingles], np.int64)


def find_groups(sketches: Mapping[str, Sketch], shingles_of: ShinglesOf) -> tuple[TwinGroup, ...]:
    """The groups of twins among documents by id, in the order of their first members.

    The order of the documents does not matter. ``shingles_of`` is called for the few whose
    sketches say that they may be somebody's twin.
    """
    by_text: dict[str, list[str]] = defaultdict(list)
    for identifier in sorted(sketches):
        by_text[sketches[identifier].text].append(identifier)
    texts = [tuple(by_text[text]) for text in sorted(by_text)]
    remembered = lru_cache(_REMEMBERED)(shingles_of)
    groups = [
        _group([texts[number] for number in numbers], remembered)
        for numbers in _joined(texts, sketches, remembered)
        if len(numbers) > 1 or len(texts[numbers[0]]) > 1
    ]
    return tuple(sorted(groups, key=lambda group: group.ids))


def _group(texts: Sequence[tuple[str, ...]], shingles_of: ShinglesOf) -> TwinGroup:
    if len(texts) == 1:
        return TwinGroup(tuple(texts))
    return TwinGroup(tuple(texts), tuple(shingles_of(ids[0]) for ids in texts))


def _joined(
    texts: Sequence[tuple[str, ...]], sketches: Mapping[str, Sketch], shingles_of: ShinglesOf
) -> Iterable[list[int]]:
    """Numbers of the texts that belong together, each alone where it does to no other."""
    firsts = [sketches[ids[0]] for ids in texts]
    long = [number for number, sketch in enumerate(firsts) if sketch.signature]
    parents = list(range(len(texts)))
    for left, right in candidates([base64.b64decode(firsts[one].signature) for one in long]):
        one, other = long[left], long[right]
        if _root(parents, one) == _root(parents, other) or not _may_be(firsts[one], firsts[other]):
            continue
        alike = jaccard(shingles_of(texts[one][0]), shingles_of(texts[other][0]))
        if alike >= _least(firsts[one], firsts[other]):
            parents[_root(parents, one)] = _root(parents, other)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(texts)):
        members[_root(parents, number)].append(number)
    return members.values()


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


def _may_be(one: Sketch, other: Sketch) -> bool:
    """Whether no title says that the two are editions of different years.

    The report of the next year repeats much of the last one's, and is a document of its own.
    """
    years, others = set(one.years), set(other.years)
    return not (years and others) or bool(years & others)


def _least(one: Sketch, other: Sketch) -> float:
    return SHORT_ALIKE if min(one.shingles, other.shingles) < SHORT else ALIKE


def _rounded(share: float) -> float:
    """Two decimals, towards what differs: a text that is nearly the same is not the same."""
    return min(floor(share * 100) / 100, _NEARLY)
