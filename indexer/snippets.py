"""Which passages of a document to show; returns data, never HTML.

Works on the words that the index keeps with their offsets, so that no text is analysed again.
Personal data is never shown: a mark stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .analysis.personal import personal_spans
from .models import Section
from .results import Snippet, SnippetPart

PASSAGES = 2
"""How many passages are shown of a document."""

LENGTH = 250
"""Characters of a passage, a little more or less where a sentence ends."""

MASK = "•••"
"""Stands for a phone number, an e-mail address or an identity code."""

_LEAD = 80
_REACH = 140
_AGAIN = 0.05
"""What each further meeting of the same part of the query adds, beside the first's 1."""

_BREAK = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")
_SPACE = re.compile(r"\s*\n\s*(?:[-–•*]\s+)?|\s{2,}|[^\S ]")
"""What is not one plain space already."""

_MARK = re.compile(r"\s*(?:[-–•*]\s+)?")
"""What may stand before an item of a list."""

_BETWEEN = " · "
"""Stands for a line end behind which something else begins: a heading's, a list item's."""

_ENDS = '.!?…:;,”"\n'

Ints = NDArray[np.int32]
Spans = Sequence[tuple[int, int]]
"""Stretches of a text, in order: where each begins and ends."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the sections stand in the canonical text; ``pages`` has 0 where there is none.

    ``personal`` is where personal data stands.
    """

    starts: Ints
    pages: Ints
    personal: Spans = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a canonical text in order: type, where each begins, how long it is."""

    types: Ints
    starts: Ints
    lengths: NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Sought:
    """What meets a part of a query: any of some types, in order, or a phrase of ranges of them."""

    types: Ints
    phrase: tuple[range, ...] = ()
    weight: float = 1.0


def canonical_text(sections: Iterable[Section]) -> tuple[str, list[int]]:
    """The text that offsets count in, and where each section begins in it.

    Sections in order, each its heading, a line end, its text and an empty line; without the title.
    """
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for section in sections:
        starts.append(length)
        parts.append(f"{section.heading}\n{section.text}\n\n")
        length += len(parts[-1])
    return "".join(parts), starts


def personal_places(text: str) -> Spans:
    """Where personal data stands in a text."""
    return tuple((start, end) for start, end, _ in personal_spans(text))


def masked(text: str) -> str:
    """A text with a mark in the place of personal data."""
    for start, end in reversed(personal_places(text)):
        text = text[:start] + MASK + text[end:]
    return text


def snippets(
    text: str, layout: Layout, words: Words, sought: Sequence[Sought]
) -> tuple[Snippet, ...]:
    """The best passages, best first; the beginning of the text where nothing in it was met."""
    meetings = [_meetings(words, one) for one in sought]
    met = np.logical_or.reduce(meetings) if meetings else np.zeros(len(words.starts), np.bool_)
    if not met.any():
        return _beginning(text, layout)
    found = []
    for first, last in _windows(layout, words, met, meetings, [one.weight for one in sought]):
        found.append(_passage(text, layout, words, met, first, last))
    return tuple(found)


def _meetings(words: Words, sought: Sought) -> NDArray[np.bool_]:
    if not sought.phrase:
        return _among(words.types, sought.types)
    if len(sought.phrase) > len(words.types):
        return np.zeros(len(words.types), np.bool_)
    begins = np.ones(len(words.types), np.bool_)
    for step, wanted in enumerate(sought.phrase):
        fits = (words.types >= wanted.start) & (words.types < wanted.stop)
        begins[: len(fits) - step] &= fits[step:]
        begins[len(fits) - step :] = False
    met = np.zeros(len(words.types), np.bool_)
    for step in range(len(sought.phrase)):
        met[step:] |= begins[: len(begins) - step]
    return met


def _among(types: Ints, wanted: Ints) -> NDArray[np.bool_]:
    """Which are among the wanted, which are in order; ``np.isin`` would sort them again."""
    if not len(wanted):
        return np.zeros(len(types), np.bool_)
    places = np.searchsorted(wanted[:-1], types)
    return np.equal(wanted[places], types)


def _windows(
    layout: Layout,
    words: Words,
    met: NDArray[np.bool_],
    meetings: Sequence[NDArray[np.bool_]],
    weights: Sequence[float],
) -> Iterator[tuple[int, int]]:
    """The best stretches of words, as numbers of the first and the last that met."""
    places = np.flatnonzero(met)
    starts = words.starts[places]
    section = np.searchsorted(layout.starts, starts, "right")
    last = np.minimum(
        np.searchsorted(starts, starts + _REACH, "right"),
        np.searchsorted(section, section, "right"),
    )
    gains = np.zeros(len(places))
    for one, weight in zip(meetings, weights, strict=True):
        sums = np.concatenate(([0], np.cumsum(one[places])))
        count = sums[last] - sums[:-1]
        gains += weight * ((count > 0) + _AGAIN * np.minimum(count, 5))
    for _ in range(PASSAGES):
        best = int(np.argmax(gains))
        if gains[best] <= 0:
            return
        yield int(places[best]), int(places[last[best] - 1])
        near = np.abs(starts - starts[best]) < LENGTH + _LEAD
        gains[near & (section == section[best])] = 0


def _passage(
    text: str, layout: Layout, words: Words, met: NDArray[np.bool_], first: int, last: int
) -> Snippet:
    section = int(np.searchsorted(layout.starts, words.starts[first], "right")) - 1
    low = int(layout.starts[section])
    after = section + 1 < len(layout.starts)
    high = int(layout.starts[section + 1]) if after else len(text)
    begin = _begin(text, low, int(words.starts[first]), high)
    end = _end(text, begin, int(words.starts[last] + words.lengths[last]), high)
    part = slice(*np.searchsorted(words.starts, (begin, end)).tolist())
    inside = np.flatnonzero(met[part])
    starts, lengths = words.starts[part][inside].tolist(), words.lengths[part][inside].tolist()
    spans = [
        (start, min(end, start + length)) for start, length in zip(starts, lengths, strict=True)
    ]
    shown = _parts(text, low, begin, end, high, spans, layout.personal)
    return Snippet(shown, _page(layout, section))


def _begin(text: str, low: int, first: int, high: int) -> int:
    """The start of the sentence, or of a word where the sentence is long.

    Near the section's end it is an earlier sentence, so that the passage has its length.
    """
    tail = high - LENGTH
    if tail <= low:
        return low
    near = max(low, min(first - _LEAD, tail))
    breaks = [found.end() for found in _BREAK.finditer(text, near, first)]
    if breaks:
        return breaks[0] if near == tail else breaks[-1]
    if near == low:
        return low
    space = text.find(" ", near, first)
    return first if space < 0 else space + 1


def _end(text: str, begin: int, last: int, high: int) -> int:
    """The end of a sentence, or of a word, within the length of a passage."""
    limit = min(high, begin + LENGTH)
    if limit == high:
        return high
    last = min(last, limit)
    breaks = [found.start() for found in _BREAK.finditer(text, last, limit)]
    if breaks:
        return breaks[-1]
    space = text.rfind(" ", last, limit)
    return limit if space < 0 else space


def _parts(
    text: str, low: int, begin: int, end: int, high: int, met: Spans, personal: Spans
) -> tuple[SnippetPart, ...]:
    pieces: list[tuple[str, bool]] = []
    place = _MARK.match(text, begin, end).end()  # type: ignore[union-attr] # it may be empty
    shown = begin + len(text[begin:end].rstrip())
    for start, stop, match in _marked(begin, end, met, personal):
        said = text[start:stop] if match else MASK
        pieces += [(_spaced(text, place, start), False), (said, match)]
        place = stop
    pieces.append((_spaced(text, place, shown), False))
    pieces = [(piece, match) for piece, match in pieces if piece]
    if _cuts_sentence(text, low, begin):
        pieces.insert(0, ("… ", False))
    if text[end:high].strip() and _cuts_sentence(text, low, end):
        pieces.append((" …", False))
    return _joined(pieces)


def _marked(begin: int, end: int, met: Spans, personal: Spans) -> list[tuple[int, int, bool]]:
    """What is not shown as it is: words that met, and, without them, personal data."""
    masks = [
        (max(start, begin), min(stop, end))
        for start, stop in personal
        if start < end and stop > begin
    ]
    open_to_all = [
        (start, stop)
        for start, stop in met
        if not any(first < stop and start < last for first, last in masks)
    ]
    found = [(*span, True) for span in open_to_all] + [(*span, False) for span in masks]
    return sorted(found)


def _spaced(text: str, begin: int, end: int) -> str:
    """A stretch on one line: headings and items of lists parted, the marks of items left out."""

    def space(found: re.Match[str]) -> str:
        at = begin + found.start()
        ends = at == 0 or text[at - 1] in _ENDS
        return _BETWEEN if "\n" in found[0] and not ends else " "

    return _SPACE.sub(space, text[begin:end])


def _cuts_sentence(text: str, low: int, place: int) -> bool:
    before = text[low:place]
    told = before.rstrip()
    ends = told.endswith((".", "!", "?", "…")) or "\n" in before[len(told) :]
    return bool(told) and not ends and not text.startswith("\n", place)


def _joined(pieces: Iterable[tuple[str, bool]]) -> tuple[SnippetPart, ...]:
    """Join neighbours that do not match."""
    joined: list[SnippetPart] = []
    for piece, match in pieces:
        if joined and not match and not joined[-1].match:
            joined[-1] = SnippetPart(joined[-1].text + piece)
        else:
            joined.append(SnippetPart(piece, match))
    return tuple(joined)


def _beginning(text: str, layout: Layout) -> tuple[Snippet, ...]:
    begin = len(text) - len(text.lstrip())
    if begin == len(text):
        return ()
    section = int(np.searchsorted(layout.starts, begin, "right")) - 1
    end = _end(text, begin, begin, len(text))
    shown = _parts(text, begin, begin, end, len(text), (), layout.personal)
    return (Snippet(shown, _page(layout, section)),)


def _page(layout: Layout, section: int) -> int | None:
    return int(layout.pages[section]) or None
