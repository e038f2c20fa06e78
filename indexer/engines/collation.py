"""Sorting of titles as each language sorts; small, since no locale of the machine is needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

_BRACES = {"{": " ", "|": " ", "}": " "}
_AFTER_Z = str.maketrans({**_BRACES, "å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ŋ": "n", "ŧ": "t"}
)


def nordic_key(title: str) -> str:
    """Finnish and Swedish order: å, ä and ö after z; other accents, case and marks ignored."""
    text = unicodedata.normalize("NFC", title).casefold().translate(_AFTER_Z)
    return _plain(text, keep="{|}")


def latin_key(title: str) -> str:
    """English order: every accent ignored."""
    return _plain(title.casefold())


TITLE_KEYS: Mapping[str, Callable[[str], str]] = {
    "fi": nordic_key,
    "sv": nordic_key,
    "en": latin_key,
}
"""The key of each language of the interface."""


def _plain(text: str, keep: str = "") -> str:
    parts = unicodedata.normalize("NFD", text.translate(_LETTERS))
    kept = (one if one.isalnum() or one in keep else " " for one in parts if not _mark(one))
    return " ".join("".join(kept).split())


def _mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"
