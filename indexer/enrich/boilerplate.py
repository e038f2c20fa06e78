"""Slogans: lines that recur in a document and say nothing of its subject."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..models import Removed, Section

SLOGAN = "slogan that recurs"

_MOST_WORDS = 10
_FEWEST_CAPITALS = 0.5
_OFTEN = 0.6
"""Share of the slides on which a line stands that is no slide's own."""

_FEWEST_SLIDES = 3
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"^\s*(?:[-•*–▪●]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Sections without slogans, what was cut, and each slogan once with its page, to be read."""

    sections: tuple[Section, ...]
    removed: tuple[Removed, ...]
    slogans: tuple[tuple[str, int | None], ...]


def without_slogans(sections: tuple[Section, ...]) -> Cleaned:
    """Cut lines that recur as a slogan does, and keep what they tell.

    A slogan is a short line, no bullet and no sentence, that stands at least twice, in whatever
    letters and with or without a name behind it: either mostly in capitals, or on most slides.
    """
    lines = [(_key(line), line, page) for page, line in _lines(sections)]
    keys = {key for key, _, _ in lines}
    families: dict[str, list[tuple[str, int | None]]] = defaultdict(list)
    for key, line, page in lines:
        families[_stem(key, keys)].append((line, page))
    slogans = [found for found in families.values() if _is_slogan(found, _pages(sections))]
    if not slogans:
        return Cleaned(sections, (), ())
    cut = [found for family in slogans for found in family]
    gone = {_key(line) for line, _ in cut}
    return Cleaned(
        sections=tuple(_without(section, gone) for section in sections),
        removed=tuple(Removed(line, SLOGAN, page) for line, page in cut),
        slogans=tuple(max(family, key=lambda found: len(found[0])) for family in slogans),
    )


def _is_slogan(found: Sequence[tuple[str, int | None]], pages: int) -> bool:
    capitals = any(_capitals(line) >= _FEWEST_CAPITALS for line, _ in found)
    on_pages = len({page for _, page in found})
    often = pages >= _FEWEST_SLIDES and on_pages >= _OFTEN * pages
    return len(found) > 1 and (capitals or often)


def _stem(key: str, keys: Container[str]) -> str:
    """The shortest of the keys that this one begins with, one or two words shorter."""
    words = key.split()
    for shorter in (2, 1):
        stem = " ".join(words[:-shorter])
        if len(words) - shorter >= 2 and stem in keys:
            return stem
    return key


def _lines(sections: Iterable[Section]) -> Iterator[tuple[int | None, str]]:
    for section in sections:
        for line in section.text.split("\n"):
            if _may_be_slogan(line):
                yield section.page, line


def _may_be_slogan(line: str) -> bool:
    if line.rstrip().endswith((".", ":", ";", ",")) or _BULLET.match(line):
        return False
    return 1 < len(_WORD.findall(line)) <= _MOST_WORDS


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))


def _capitals(line: str) -> float:
    letters = [letter for letter in line if letter.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters)


def _pages(sections: Iterable[Section]) -> int:
    return len({section.page for section in sections})


def _without(section: Section, slogans: set[str]) -> Section:
    lines = section.text.split("\n")
    kept = [line for line in lines if not (_may_be_slogan(line) and _key(line) in slogans)]
    return section if len(kept) == len(lines) else replace(section, text="\n".join(kept).strip())
