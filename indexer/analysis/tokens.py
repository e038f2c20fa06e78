"""Words of a text, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)(?::[a-zåäö]{1,8}\b)?")


class Token(NamedTuple):
    """A word in lower case; ``start`` and ``end`` count characters of the text."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Find the words of normalised text in order.

    A hyphen parts words (``Pohjois-Karjala`` is two), an apostrophe does not (``vaa'an``). A
    case ending after a colon (``THL:n``, ``S2:sta``) belongs to the word's place, not its text.
    """
    for found in _WORD.finditer(text):
        yield Token(found[1].lower().replace("’", "'"), found.start(), found.end())
