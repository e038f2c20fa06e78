"""Which words of any text meet a query, so that a page can mark them; returns data, never HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .analysis.analyzer import Analyzer, Term
from .analysis.text import normalise
from .analysis.tokens import tokens
from .query import Clause, Phrase, Prefix, Word, positive
from .results import SnippetPart


@dataclass(frozen=True)
class Marker:
    """Marks the words of a query in texts of any language, inflected forms included."""

    analyzer: Analyzer
    stems: frozenset[str]
    surfaces: frozenset[str]
    prefixes: tuple[str, ...]

    def parts(self, text: str, language: str) -> tuple[SnippetPart, ...]:
        """The whole text in stretches that match and stretches that do not."""
        if not (self.stems or self.surfaces or self.prefixes):
            return (SnippetPart(text),)
        return tuple(
            SnippetPart("".join(text[start:end] for start, end, _ in run), match)
            for match, run in groupby(self._stretches(text, language), lambda one: one[2])
        )

    def _stretches(self, text: str, language: str) -> Iterator[tuple[int, int, bool]]:
        place = 0
        for term in self.analyzer.terms(text, language):
            if self._meets(term):
                if term.start > place:
                    yield place, term.start, False
                yield term.start, term.end, True
                place = term.end
        if place < len(text):
            yield place, len(text), False

    def _meets(self, term: Term) -> bool:
        return (
            term.stem in self.stems
            or term.surface in self.surfaces
            or term.surface.startswith(self.prefixes)
        )


def marker(clause: Clause, language: str, analyzer: Analyzer) -> Marker:
    """A marker for the words of a query typed in an interface of this language.

    The words of an exact phrase are marked in their exact form, wherever they stand.
    """
    stems: set[str] = set()
    surfaces: set[str] = set()
    prefixes: set[str] = set()
    for leaf in positive(clause):
        if isinstance(leaf, Word):
            for word in _words(leaf.text):
                stems.update(analyzer.stems(word, language))
        elif isinstance(leaf, Phrase):
            surfaces.update(word for text in leaf.words for word in _words(text))
        elif isinstance(leaf, Prefix):
            prefixes.add(normalise(leaf.text).lower())
    return Marker(analyzer, frozenset(stems), frozenset(surfaces), tuple(sorted(prefixes)))


def _words(text: str) -> list[str]:
    return [token.text for token in tokens(normalise(text))]
