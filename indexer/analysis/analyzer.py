"""The analyser: text to terms, the same for documents and for queries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from .snowball import stem
from .stopwords import LANGUAGES, load_stopwords
from .tokens import tokens

VERSION = 3
"""Raised whenever the same text would give other terms."""


OTHER = ""
"""Stands for every language without a stemmer: its words are looked up as they are written."""


class Term(NamedTuple):
    """A word of a text: its written form, its stem (None for a stop word), and its place.

    The stem begins with its language, ``sv:barn``: no language's stems meet another's, or a
    question for ``barn``, in Finnish ``bar-``, would find the Swedish ``bara``.
    """

    surface: str
    stem: str | None
    start: int
    end: int


class Reading(NamedTuple):
    """A lemma that a word may be a form of, and how much of the word it gets."""

    lemma: str
    weight: float


@dataclass(frozen=True)
class Analyzer:
    """Lower-cases, splits, drops stop words and stems by language."""

    stopwords: Mapping[str, frozenset[str]]

    def terms(self, text: str, language: str) -> Iterator[Term]:
        """The terms of normalised text in one language, stop words without a stem."""
        for word, start, end in tokens(text):
            readings = self.readings(word, language)
            yield Term(word, readings[0].lemma if readings else None, start, end)

    def readings(self, word: str, language: str) -> tuple[Reading, ...]:
        """What a word of a document is a form of; nothing where it is a stop word.

        Stop words are found before stemming: Snowball makes ``kunta`` into ``kun``, which is one.
        """
        if word in self.stopwords.get(language, frozenset()):
            return ()
        return (Reading(_stem(word, language), 1.0),)

    def stems(self, word: str, language: str) -> tuple[str, ...]:
        """What one word of a query may stand for, read in every language, ``language`` first.

        A reading is the word's stem and the word itself, since Snowball's stem of another form is
        often the dictionary form: ``union`` of ``unionia``. Readings in which it is a stop word
        are left out; empty where ``language`` is such a one.
        """
        if word in self.stopwords.get(language, frozenset()):
            return ()
        found: dict[str, None] = {}
        for reading in dict.fromkeys((language, *LANGUAGES, OTHER)):
            if word not in self.stopwords.get(reading, frozenset()):
                found |= {_stem(word, reading): None, f"{reading}:{word}": None}
        return tuple(found)

    def is_stopword(self, word: str) -> bool:
        """Whether any language has it as a stop word."""
        return any(word in words for words in self.stopwords.values())

    @property
    def rung(self) -> str:
        """The best stemmer in use, as ``status`` names it."""
        return "snowball"

    @cached_property
    def fingerprint(self) -> str:
        """Digest of all that decides which terms a text turns into."""
        digest = hashlib.sha256(f"{VERSION} {version('snowballstemmer')}".encode())
        for language, words in sorted(self.stopwords.items()):
            digest.update(f"\0{language}\0{' '.join(sorted(words))}".encode())
        return digest.hexdigest()[:16]


def _stem(word: str, language: str) -> str:
    if language not in LANGUAGES:
        return f"{OTHER}:{word}"
    return f"{language}:{stem(word, language)}"


def load_analyzer(stopwords: Path | None = None) -> Analyzer:
    """The analyser with the stop words of a folder, else those that ship."""
    return Analyzer(load_stopwords(stopwords))
