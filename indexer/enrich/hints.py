"""A quick look that spares most sentences the slow one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from .words import WORD, Lookup, Words


class Hints:
    """What a detector's sentences contain, in small letters; made once.

    A hint within a word is sought in words not met before, one with a space or sign in the text.
    """

    def __init__(self, hints: Iterable[str]) -> None:
        """Part the hints that stand within a word from others."""
        found = dict.fromkeys(hints)
        self._within = tuple(one for one in found if WORD.fullmatch(one) and one.isalnum())
        self._across = tuple(one for one in found if one not in self._within)

    def sentences(self, words: Words) -> list[int]:
        """The sentences that contain one of the hints, in order."""
        found = words.holding(self._lookup.among(words.types)) if self._within else []
        across = {at for hint in self._across for at in _spots(hint, words)}
        return sorted(across.union(found)) if across else found

    def are_in(self, words: Words) -> bool:
        """Whether any of the hints is there at all."""
        if any(map(words.text.__contains__, self._across)):
            return True
        return next(self._lookup.among(words.types), None) is not None

    @cached_property
    def _lookup(self) -> Lookup[bool]:
        return Lookup(self._ask)

    def _ask(self, words: Set[str]) -> Mapping[str, bool]:
        """Those that contain a hint: each is sought in all of them at once."""
        new = Words(tuple(words))
        return {new.lower[at]: True for hint in self._within for at in _spots(hint, new)}


def _spots(hint: str, words: Words) -> Iterator[int]:
    """The sentences that contain the hint, each once."""
    text, starts = words.text, words.starts
    at = text.find(hint)
    while at >= 0:
        following = bisect_right(starts, at)
        yield following - 1
        at = text.find(hint, starts[following]) if following < len(starts) else -1


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Whether a text contains one of the hints, which are in small letters."""
    return any(map(text.lower().__contains__, hints))
