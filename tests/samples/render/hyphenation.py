"""Where a word may be cut at a line end, by the rules of Finnish and Swedish spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

VOWELS = "aeiouyäöå"
# A syllable begins before every consonant that a vowel follows, and between two vowels that
# make neither a long vowel nor a diphthong.
BEFORE_CONSONANT = re.compile(rf"(?<=[a-zåäö])(?=[^{VOWELS}\W\d_][{VOWELS}])", re.IGNORECASE)
VOWEL_PAIR = re.compile(rf"(?=([{VOWELS}])([{VOWELS}]))", re.IGNORECASE)
# Long vowels and diphthongs: the second letters that stay with each first one.
STAYING_TOGETHER = {
    "a": "aiu",
    "e": "eiuy",
    "i": "ieu",
    "o": "oiu",
    "u": "uio",
    "y": "yiö",
    "ä": "äiy",
    "ö": "öiy",
}
SHORTEST_PART = 3


def finnish_points(word: str) -> tuple[int, ...]:
    """Give the offsets at which a Finnish word may be cut.

    At least three letters stay on each side, so that no single vowel is left alone.
    """
    points = {match.start() for match in BEFORE_CONSONANT.finditer(word)}
    for match in VOWEL_PAIR.finditer(word):
        if match[2].lower() not in STAYING_TOGETHER.get(match[1].lower(), ""):
            points.add(match.start() + 1)
    return _far_enough(points, word)


def swedish_points(word: str) -> tuple[int, ...]:
    """Give the offsets at which a Swedish word may be cut: before one consonant."""
    return _far_enough({match.start() for match in BEFORE_CONSONANT.finditer(word)}, word)


def hyphenator(language: str) -> Callable[[str], Iterator[tuple[str, str]]]:
    """Make a function that gives the (head, tail) pairs of a word, the longest head first.

    English words are cut by rules too many to keep here, so they stay whole.
    """
    find = {"fi": finnish_points, "sv": swedish_points}.get(language, lambda _: ())

    def pairs(word: str) -> Iterator[tuple[str, str]]:
        for point in reversed(find(word)):
            yield word[:point], word[point:]

    return pairs


def _far_enough(points: set[int], word: str) -> tuple[int, ...]:
    inside = {
        point
        for point in points
        if SHORTEST_PART <= point <= len(word) - SHORTEST_PART and word[point] != "-"
    }
    after_hyphen = {match.end() for match in re.finditer(r"(?<=\w\w)-(?=\w\w)", word)}
    beside = {hyphen + offset for hyphen in after_hyphen for offset in (-3, -2, 1, 2)}
    return tuple(sorted((inside - beside) | after_hyphen))
