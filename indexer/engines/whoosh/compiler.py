"""A clause tree made into what to look up: stems, written forms, phrases, prefixes.

The rules of stop words stand here. A word that is a stop word in the query's language is not asked
for; one that is a stop word in another language only is a bonus; where a query has nothing but stop
words they are looked up as they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...analysis.analyzer import Analyzer
from ...analysis.text import normalise
from ...analysis.tokens import tokens
from ...query import And, Clause, Or, Phrase, Prefix, Word


@dataclass(frozen=True, slots=True)
class Stems:
    """Any of these stems, in any field."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they are written, one behind the other; one word, or a phrase."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any word that begins so, as it is written."""

    prefix: str


@dataclass(frozen=True, slots=True)
class Group:
    """All of these, any of those where there are any, more for the bonus, none of the last.

    An empty group asks for nothing, so every document meets it.
    """

    all_of: tuple[Lookup, ...] = ()
    any_of: tuple[Lookup, ...] = ()
    bonus: tuple[Lookup, ...] = ()
    none_of: tuple[Lookup, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is anything that a document could score by."""
        return bool(self.all_of or self.any_of)


Leaf = Stems | Written | Beginning
Lookup = Leaf | Group


def compile_clause(clause: Clause, analyzer: Analyzer, language: str) -> Group:
    """Make a clause into look-ups; ``language`` is the one that comes first for its words."""
    return _Compiler(analyzer, language).group(clause)


def leaves(group: Group) -> Iterator[Leaf]:
    """What a document may be met by, for snippets: what is excluded left out."""
    for part in (*group.all_of, *group.any_of, *group.bonus):
        if isinstance(part, Group):
            yield from leaves(part)
        else:
            yield part


class _Compiler:
    def __init__(self, analyzer: Analyzer, language: str) -> None:
        self._analyzer = analyzer
        self._language = language

    def group(self, clause: Clause) -> Group:
        tree = clause if isinstance(clause, And | Or) else And((clause,))
        wanted: list[Lookup] = []
        bonus: list[Lookup] = []
        stops: list[Lookup] = []
        for part in tree.clauses:
            for word in self._words(part):
                if self._analyzer.is_stopword(word):
                    stops.append(Written((word,)))
                    bonus += [Stems(stems)] if (stems := self._stems(word)) else []
                else:
                    wanted.append(Stems(self._stems(word)))
            wanted += self._others(part)
        asked, extra = (wanted, bonus) if wanted else (stops, [])
        either = isinstance(tree, Or)
        return Group(
            all_of=() if either else _unique(asked),
            any_of=_unique(asked) if either else (),
            bonus=_unique(extra),
            none_of=_unique(filter(None, map(self._excluded, tree.excluded))),
        )

    def _words(self, part: Clause) -> list[str]:
        """The words of a clause that may be inflected; those before a prefix's last among them."""
        if isinstance(part, Word):
            return _texts(part.text)
        return _texts(part.text)[:-1] if isinstance(part, Prefix) else []

    def _others(self, part: Clause) -> list[Lookup]:
        if isinstance(part, Phrase):
            words = tuple(text for word in part.words for text in _texts(word))
            return [Written(words)] if words else []
        if isinstance(part, Prefix):
            return [Beginning(text) for text in _texts(part.text)[-1:]]
        if isinstance(part, And | Or):
            group = self.group(part)
            return [group] if group != Group() else []
        return []

    def _excluded(self, part: Clause) -> Lookup | None:
        found: list[Lookup] = [
            Written((word,)) if self._analyzer.is_stopword(word) else Stems(self._stems(word))
            for word in self._words(part)
        ]
        found += self._others(part)
        return Group(all_of=_unique(found)) if found else None

    def _stems(self, word: str) -> tuple[str, ...]:
        return self._analyzer.stems(word, self._language)


def _texts(text: str) -> list[str]:
    return [token.text for token in tokens(normalise(text))]


def _unique(parts: Iterable[Lookup]) -> tuple[Lookup, ...]:
    return tuple(dict.fromkeys(parts))
