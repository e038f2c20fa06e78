"""The words of a document, parted once for all detectors, and what each detector knows of words.

A detector looks at the few sentences that hold one of its words. What it makes of a word is asked
once, over all documents: texts of one field share most of theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""Words as the analyser parts them: a hyphen parts, an apostrophe does not."""

_MOST_KNOWN = 200_000
"""Words of which is remembered what a detector makes of them; a large corpus has more."""

_LINE = "\n"

Known = TypeVar("Known")


@dataclass(frozen=True)
class Words:
    """The sentences of a document in small letters, with their words; made once.

    ``where`` tells in which of the sentences a word stands, in order, as often as it does.
    """

    lower: tuple[str, ...]

    @cached_property
    def of(self) -> tuple[Sequence[str], ...]:
        """The words of each sentence in order."""
        return tuple(map(WORD.findall, self.lower))

    @cached_property
    def where(self) -> Mapping[str, Sequence[int]]:
        """The sentences that a word stands in."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self.of):
            for word in words:
                found[word].append(at)
        return dict(found)

    @cached_property
    def types(self) -> frozenset[str]:
        """Every word once."""
        return frozenset(self.where)

    @cached_property
    def text(self) -> str:
        """All sentences, a line each."""
        return _LINE.join(self.lower)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each sentence begins in the text, and where the last one ends."""
        starts = [0]
        for line in self.lower:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def holding(self, words: Iterable[str]) -> list[int]:
        """The sentences, in order, that hold one of the words, which are words of the document."""
        return sorted(set(chain.from_iterable(map(self.where.__getitem__, words))))


@dataclass(frozen=True)
class Lookup(Generic[Known]):
    """What a detector knows of words, remembered; safe for threads.

    ``ask`` gets words that were not met before and tells of those that it knows.
    """

    ask: Callable[[Set[str]], Mapping[str, Known]]
    known: dict[str, Known] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def among(self, types: Set[str]) -> Iterator[str]:
        """Those of the words that the detector knows; ``known`` has what it knows."""
        new = types - self.met
        if new:
            if len(self.met) > _MOST_KNOWN:
                self.met.clear()
            self.known.update(self.ask(new))
            self.met.update(new)
        return filter(self.known.__contains__, types)
