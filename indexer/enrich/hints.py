"""A quick look that spares most sentences the slow one."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS = 4
"""Letters of a word that no case form changes."""


def beginnings(labels: Iterable[str]) -> tuple[str, ...]:
    """How the labels begin, in small letters: a text with none of these has none of them."""
    found = sorted({label[:_LETTERS].casefold() for label in labels}, key=len)
    return tuple(
        one for at, one in enumerate(found) if not any(short in one for short in found[:at])
    )


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Whether a text contains one of the hints, which are in small letters."""
    return any(map(text.casefold().__contains__, hints))
