"""Completions and corrections from the written forms of the documents.

What stands in phone numbers, e-mail addresses and identity codes alone is never offered.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .columns import Mask
from .reader import Snapshot
from .sealing import guarded
from .shapes import slips_between
from .words import PERSONAL

LONG = 8
"""From so many letters on, two slips are forgiven instead of one."""

SHORTEST = 3
MOST = 600
"""So many of the likeliest words are compared letter by letter; the rest is never looked at."""


def complete(snapshot: Snapshot, visible: Mask, prefix: str, limit: int) -> tuple[str, ...]:
    """Words of visible documents that begin so, most frequent first; no stop words."""
    with guarded(snapshot.folder):
        found: list[str] = []
        for number in _most_frequent(snapshot, snapshot.forms.terms.starting(prefix)):
            if len(found) == limit:
                break
            word = snapshot.forms.terms[number]
            if not snapshot.analyzer.is_stopword(word) and _is_seen(snapshot, visible, number):
                found.append(word)
        return tuple(found)


def spell(snapshot: Snapshot, visible: Mask, word: str) -> str | None:
    """The nearest word of visible documents, or None: where the word itself is one, as well.

    Fewest slips first (a letter too many, too few, wrong, or two swapped), then the same first
    letter, then the most frequent.
    """
    if len(word) < SHORTEST or snapshot.analyzer.is_stopword(word):
        return None
    with guarded(snapshot.folder):
        number = snapshot.forms.terms.find(word)
        if number is not None and _is_seen(snapshot, visible, number):
            return None
        for candidate in _nearest(snapshot, word):
            if _is_seen(snapshot, visible, candidate):
                return snapshot.forms.terms[candidate]
    return None


def _nearest(snapshot: Snapshot, word: str) -> Iterator[int]:
    """Numbers of the nearest words, best first; two slips only where the first letter is right."""
    everything = range(len(snapshot.forms))
    yield from _within(snapshot, word, 1, everything)
    if len(word) >= LONG:
        yield from _within(snapshot, word, 2, snapshot.forms.terms.starting(word[0]))


def _within(snapshot: Snapshot, word: str, slips: int, among: range) -> Iterator[int]:
    numbers = snapshot.forms.shapes.near(word, slips, among)
    numbers = numbers[snapshot.forms.documents[numbers] > 0]
    same = snapshot.forms.terms.starting(word[0])
    other = (numbers < same.start) | (numbers >= same.stop)
    order = np.lexsort((numbers, -snapshot.forms.documents[numbers], other))
    for number in map(int, numbers[order[:MOST]]):
        if slips_between(word, snapshot.forms.terms[number], slips) <= slips:
            yield number


def _most_frequent(snapshot: Snapshot, numbers: range) -> Iterator[int]:
    documents = snapshot.forms.documents[numbers.start : numbers.stop]
    order = np.argsort(-documents, kind="stable")[: np.count_nonzero(documents)]
    return (int(place) + numbers.start for place in order)


def _is_seen(snapshot: Snapshot, visible: Mask, form: int) -> bool:
    """Whether a document that is not withdrawn has the word outside personal data."""
    dictionary = snapshot.dictionary
    types = dictionary.forms.types(range(form, form + 1))
    is_open = dictionary.words.zones[dictionary.inverted.places(types)] < PERSONAL
    return bool(visible[dictionary.inverted.documents(types)[is_open]].any())
