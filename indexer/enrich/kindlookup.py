"""Looks a text's words up among those of the signs of kinds, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .kindwords import WORD_SIGNS


class _Word(NamedTuple):
    """A word of a sign: its text, what it asks for around it, and its sign's number."""

    text: str
    starts_line: bool
    ends: bool
    sign: int

    def is_at(self, text: str, at: int) -> bool:
        """Whether it stands at a position of a text."""
        end = at + len(self.text)
        return (
            text.startswith(self.text, at)
            and not (self.ends and text[end : end + 1].isalpha())
            and not (self.starts_line and at and text[at - 1] != "\n")
        )


_KEY = 4
"""Characters by which words are looked up."""

_ALL = tuple(
    (_Word(written.strip("*^| "), "^" in written, "|" in written, number), "*" in written)
    for number, sign in enumerate(WORD_SIGNS)
    for written in sign.words.split(",")
)
_INSIDE = tuple(word for word, is_inside in _ALL if is_inside)
_BY_KEY: dict[str, tuple[_Word, ...]] = {
    key: tuple(word for word, _ in _ALL if word.text[:_KEY] == key)
    for key in {word.text[:_KEY] for word, _ in _ALL}
}


def found_words(
    text: str, opening: int, words: Iterable[re.Match[str]]
) -> Iterator[tuple[int, int]]:
    """The numbers of the signs whose words a text has, and where the first of each stands.

    ``opening`` is the length of the opening, ``words`` all words of the text in order.
    """
    first: dict[int, dict[str, int]] = {}
    for found in words:
        at = found.start()
        for word in _BY_KEY.get(text[at : at + _KEY], ()):
            if word.is_at(text, at) and (at < opening or not WORD_SIGNS[word.sign].opening):
                first.setdefault(word.sign, {}).setdefault(word.text, at)
    for word in _INSIDE:
        at = text.find(word.text, 0, opening)
        if at >= 0 and word.is_at(text, at):
            first.setdefault(word.sign, {}).setdefault(word.text, at)
    for number, places in first.items():
        if len(places) >= WORD_SIGNS[number].least:
            yield number, min(places.values())
