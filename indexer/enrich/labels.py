"""Finds the labels of concepts in text: inflected, in compounds, of one word or several."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from ..analysis.snowball import stem
from .inflection import bare, forms
from .words import WORD, Lookup, Words

_LABEL_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\*?")

CUT = "*"
"""Ends a word of a label that stands for all words that begin so, as in library catalogues."""

_SHORTEST_CUT = 3
_SHORTEST_PART = 5
"""Letters that a label needs to be sought within compounds."""

_SHORTEST_REST = 3
_START = 4
"""Letters by which a word is told from most that are of no label."""

_IN_COMPOUND = 0.6
"""What a label within a compound tells, of what it tells by itself."""

_CACHED_WORDS = 100_000


class Label(NamedTuple):
    """A label of a concept; ``weight`` is how much it tells by itself, up to 1.

    One that is not sought ``in_compounds`` is a word that many others end or begin with.
    """

    text: str
    concept: str
    weight: float = 1.0
    in_compounds: bool = True


class Hit(NamedTuple):
    """The label ``label``, as the vocabulary has it, from ``start`` to ``end`` of a text."""

    concept: str
    weight: float
    label: str
    start: int
    end: int


class _Entry(NamedTuple):
    concept: str
    weight: float
    label: str


class _Sequence(NamedTuple):
    """The words that follow the first of a label, each in all its forms."""

    rest: tuple[frozenset[str], ...]
    entry: _Entry


class _Word(NamedTuple):
    """A word that labels have: its keys as a later word, its labels, and those it begins."""

    keys: tuple[str, ...]
    entries: tuple[_Entry, ...]
    sequences: tuple[_Sequence, ...]


@dataclass(frozen=True)
class LabelMatcher:
    """The labels of one language; built once, safe for threads.

    ``single`` and the words of ``several`` are keyed by inflected form in Finnish, by Snowball
    stem elsewhere, and by ``begin*`` where a label is cut short; ``cuts`` are those beginnings
    by their first letters, the longest first.
    ``heads`` are those of ``single`` that are long enough to end a compound, and
    ``parts`` is keyed by how a label begins one. ``inner`` holds the keys of all
    words that follow a first one.
    """

    language: str
    single: Mapping[str, _Entry]
    several: Mapping[str, tuple[_Sequence, ...]]
    heads: Mapping[str, _Entry]
    parts: Mapping[str, _Entry]
    inner: frozenset[str]
    cuts: Mapping[str, Sequence[str]]

    def hits(self, text: str) -> Iterator[Hit]:
        """The labels in a sentence in order; the longest at a place wins."""
        lower = text.lower()
        return self.among(WORD.findall(lower), lower)

    def among(self, words: Sequence[str], lower: str) -> Iterator[Hit]:
        """The same of a sentence in small letters whose words are known already."""
        known = list(map(self._known, words))
        if not any(known):
            return
        starts: list[int] = []
        after = 0
        for i, word in enumerate(known):
            if word is None or i < after:
                continue
            sequence = _match(word.sequences, known, i + 1) if word.sequences else None
            last = i + len(sequence.rest) if sequence else i
            starts = starts or _starts(words, lower)
            for entry in (sequence.entry,) if sequence else word.entries:
                yield Hit(*entry, starts[i], starts[last] + len(words[last]))
            after = last + 1

    def sentences(self, words: Words) -> list[int]:
        """The sentences of a document, in order, that may have a label: ``hits`` tells which."""
        return words.holding(self._beginning.among(words.types))

    @cached_property
    def _known(self) -> Callable[[str], _Word | None]:
        return lru_cache(_CACHED_WORDS)(self._read)

    @cached_property
    def _beginning(self) -> Lookup[bool]:
        """The words that are a label or begin one."""
        return Lookup(lambda words: dict.fromkeys(filter(self._may_begin, words), True))

    def _may_begin(self, word: str) -> bool:
        if self.language == "fi" and not self._resembles(word):
            return False
        known = self._known(word)
        return known is not None and bool(known.entries or known.sequences)

    def _resembles(self, word: str) -> bool:
        """A quick look at a word not met before, which spares most the slow one."""
        if any(word[:end] in self._starts for end in range(1, _START + 1)):
            return True
        ends = range(_SHORTEST_REST, len(word) - _START)
        return any(word[at : at + _START] in self._head_starts for at in ends)

    @cached_property
    def _starts(self) -> frozenset[str]:
        keys = chain(self.single, self.several, self.parts)
        return frozenset(key.removesuffix(CUT)[:_START] for key in keys)

    @cached_property
    def _head_starts(self) -> frozenset[str]:
        return frozenset(key[:_START] for key in self.heads)

    def _read(self, word: str) -> _Word | None:
        """What a word may be of a label; None where it is of none."""
        own = _keys_of(word, self.language)
        keys = (*own, *self._cuts(word))
        entries = self._look_up(word, own, keys)
        sequences = tuple(found for key in keys for found in self.several.get(key, ()))
        if not (entries or sequences or self.inner.intersection(keys)):
            return None
        return _Word(tuple(self.inner.intersection(keys)), entries, sequences)

    def _cuts(self, word: str) -> Iterator[str]:
        """The beginnings of a word that stand for it in a label, the longest first."""
        for beginning in self.cuts.get(word[:_SHORTEST_CUT], ()):
            if word.startswith(beginning):
                yield beginning + CUT

    def _look_up(
        self, word: str, own: tuple[str, ...], keys: tuple[str, ...]
    ) -> tuple[_Entry, ...]:
        """A word's own label, else those that a compound ends and begins with."""
        for key in keys:
            if key in self.single:
                return (self.single[key],)
        head = next(filter(None, map(self._head, own)), None)
        parts = dict.fromkeys(filter(None, (head, self._modifier(word))))
        return tuple(part._replace(weight=part.weight * _IN_COMPOUND) for part in parts)

    def _head(self, key: str) -> _Entry | None:
        """The longest label that ends a compound."""
        for cut in range(_SHORTEST_REST, len(key) - _SHORTEST_PART + 1):
            if key[cut:] in self.heads:
                return self.heads[key[cut:]]
        return None

    def _modifier(self, word: str) -> _Entry | None:
        """The longest label that begins a compound."""
        for cut in range(len(word) - _SHORTEST_REST, _SHORTEST_PART - 1, -1):
            if word[:cut] in self.parts:
                return self.parts[word[:cut]]
        return None


def build_matcher(labels: Iterable[Label], language: str) -> LabelMatcher:
    """Build the tables of one language; of two labels with the same form the first keeps it."""
    single: dict[str, _Entry] = {}
    several: dict[str, list[_Sequence]] = {}
    heads: dict[str, _Entry] = {}
    parts: dict[str, _Entry] = {}
    for label in labels:
        words = _LABEL_WORD.findall(label.text.lower().replace("’", "'"))
        if not words:
            continue
        entry = _Entry(label.concept, label.weight, label.text)
        first, *rest = (_forms_of(word, language) for word in words)
        if rest:
            for form in first:
                several.setdefault(form, []).append(_Sequence(tuple(rest), entry))
            continue
        _add(single, first, entry)
        if label.in_compounds and len(words[0]) >= _SHORTEST_PART and not words[0].endswith(CUT):
            _add(heads, first, entry)
            _add(parts, _beginnings(words[0], language), entry)
    ordered = {
        form: tuple(sorted(sequences, key=lambda sequence: -len(sequence.rest)))
        for form, sequences in several.items()
    }
    inner = frozenset(
        form for many in several.values() for found in many for word in found.rest for form in word
    )
    cuts = _cuts(key for keys in (single, ordered, inner) for key in keys)
    return LabelMatcher(language, single, ordered, heads, parts, inner, cuts)


def _starts(words: Sequence[str], lower: str) -> list[int]:
    """Where each of all the words of a text begins."""
    starts: list[int] = []
    end = 0
    for word in words:
        starts.append(lower.find(word, end))
        end = starts[-1] + len(word)
    return starts


def _cuts(keys: Iterable[str]) -> dict[str, list[str]]:
    """The beginnings among the keys by their first letters; too short a one is left out."""
    found: dict[str, list[str]] = {}
    beginnings = {key.removesuffix(CUT) for key in keys if key.endswith(CUT)}
    for beginning in sorted(beginnings, key=lambda text: (-len(text), text)):
        if len(beginning) >= _SHORTEST_CUT:
            found.setdefault(beginning[:_SHORTEST_CUT], []).append(beginning)
    return found


def _add(table: dict[str, _Entry], keys: Iterable[str], entry: _Entry) -> None:
    for key in keys:
        table.setdefault(key, entry)


def _match(
    sequences: tuple[_Sequence, ...], words: list[_Word | None], start: int
) -> _Sequence | None:
    """The first of the sequences, longest first, that the words from ``start`` on complete."""
    after = words[start] if start < len(words) else None
    if after is None or not after.keys:
        return None
    for sequence in sequences:
        if sequence.rest[0].isdisjoint(after.keys):
            continue
        following = words[start : start + len(sequence.rest)]
        if len(following) == len(sequence.rest) and all(
            word is not None and not wanted.isdisjoint(word.keys)
            for wanted, word in zip(sequence.rest, following, strict=True)
        ):
            return sequence
    return None


def _keys_of(word: str, language: str) -> tuple[str, ...]:
    return bare(word) if language == "fi" else (stem(word, language),)


def _forms_of(word: str, language: str) -> frozenset[str]:
    if word.endswith(CUT):
        return frozenset((word,))
    if language != "fi":
        return frozenset((stem(word, language),))
    is_genitive = word.endswith("n") and not word.endswith("nen")
    return frozenset((word,)) if is_genitive or len(word) < 4 else forms(word)


def _beginnings(word: str, language: str) -> tuple[str, ...]:
    """How a word begins a compound: ``johtaminen``: ``johtamis``, ``förskola``: ``förskole``."""
    if word.endswith("nen"):
        return (word[:-3] + "s",)
    if language == "sv" and word.endswith("a"):
        return (word, word[:-1] + "e", word[:-1] + "o")
    return (word, word + "s")
