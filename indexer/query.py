"""What a user typed, as a frozen clause tree; knows neither engine nor web.

The language: words, ``"exact words in this order"``, ``-word`` and ``-"exact words"`` exclude,
``word*`` is a prefix. Everything else is text; nothing that can be typed is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

MAX_CHARACTERS = 500
MAX_WORDS = 32
MIN_PREFIX = 2
"""Shorter prefixes are read as plain words: ``a*`` would match half of any index."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its inflected forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exact words in this order."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so, as they are written."""

    text: str


@dataclass(frozen=True, slots=True)
class And:
    """All of these, and none of ``excluded``. Without clauses: every document but those."""

    clauses: tuple[Clause, ...]
    excluded: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    clauses: tuple[Clause, ...]
    excluded: tuple[Clause, ...] = ()


Clause = Word | Phrase | Prefix | And | Or

EVERYTHING = And(())
"""Matches every document."""


class Sort(StrEnum):
    """Orders of results; ties keep the order of ids."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


class Cut(StrEnum):
    """What was left out of an overlong query, so that a page can say so."""

    CHARACTERS = "characters"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Filters:
    """Chosen facet values: OR within a facet, AND between facets.

    ``values`` is keyed by the names in ``models.FACETS``; years are decimal strings or
    ``unknown``. ``year_from`` and ``year_to`` (inclusive) are one filter with ``year``, united
    by OR; reversed ends are swapped by ``years_between``.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    year_from: int | None = None
    year_to: int | None = None

    def of(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet."""
        return self.values.get(facet, ())

    @property
    def years_between(self) -> tuple[int | None, int | None] | None:
        """The range in the right order, or None where neither end is given."""
        low, high = self.year_from, self.year_to
        if low is None and high is None:
            return None
        if low is not None and high is not None and low > high:
            return high, low
        return low, high


@dataclass(frozen=True, slots=True)
class Query:
    """A question to an engine: what, under which filters, in which order, which page of it.

    ``page`` counts from 1. ``language`` is the interface's (``fi``, ``sv``, ``en``): it comes
    first where a word can be read in several languages, and titles are sorted by its rules.
    """

    text: str = ""
    clause: Clause = EVERYTHING
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    size: int = 10
    language: str = "fi"
    cut: tuple[Cut, ...] = ()


_ITEM = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+(?:[-'’:]\w+)*")
_COUNTED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""What counts as a word: no part of ``Pohjois-Karjala`` is looked up for nothing."""


def parse(text: str) -> tuple[Clause, tuple[Cut, ...]]:
    """Read what a user typed: the clause tree, and what was cut as too long.

    Text without a word in it means everything. Never raises.
    """
    text, cuts = _cut(text)
    wanted: list[Clause] = []
    excluded: list[Clause] = []
    for found in _ITEM.finditer(text):
        (excluded if found["minus"] else wanted).extend(_clauses(found))
    return And(tuple(wanted), tuple(excluded)), cuts


def relaxed(clause: Clause) -> Clause | None:
    """The same question with any of the words instead of all, or None where that is no other.

    Phrases, prefixes and exclusions stay required.
    """
    if not isinstance(clause, And):
        return None
    words = tuple(part for part in clause.clauses if isinstance(part, Word))
    kept = tuple(part for part in clause.clauses if not isinstance(part, Word))
    if len(words) < 2:
        return None
    return And((*kept, Or(words)), clause.excluded)


def positive(clause: Clause) -> Iterable[Word | Phrase | Prefix]:
    """The leaves that a document may match, for snippets: what is excluded left out."""
    if isinstance(clause, And | Or):
        for part in clause.clauses:
            yield from positive(part)
    else:
        yield clause


def _cut(text: str) -> tuple[str, tuple[Cut, ...]]:
    """The text up to its last allowed character and word; a phrase may lose its end."""
    cuts = [Cut.CHARACTERS] if len(text) > MAX_CHARACTERS else []
    text = text[:MAX_CHARACTERS]
    words = list(_COUNTED.finditer(text))
    if len(words) > MAX_WORDS:
        text = text[: words[MAX_WORDS - 1].end()]
        cuts.append(Cut.WORDS)
    return text, tuple(cuts)


def _clauses(found: re.Match[str]) -> Iterable[Word | Phrase | Prefix]:
    if found["phrase"] is not None:
        words = tuple(_WORD.findall(found["phrase"]))
        if words:
            yield Phrase(words)
        return
    words = tuple(_WORD.findall(found["word"]))
    starred = found["word"].endswith("*")
    for place, word in enumerate(words):
        last = place == len(words) - 1
        yield Prefix(word) if starred and last and len(word) >= MIN_PREFIX else Word(word)
