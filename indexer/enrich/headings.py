"""What a heading announces: labels at its beginning, in the cases that headings stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..analysis.snowball import stem
from .inflection import paradigm

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

_CASES = (
    *("nominative", "partitive", "elative", "essive"),
    *("plural", "partitives", "elatives", "essives"),
)
"""Cases of a heading's subject: ``Tausta``, ``Taustaa``, ``Taustasta``, ``Mikä tavoitteena``.

Others tell of something else: what is ``Taustalla`` stands behind, it is no background.
"""

_MOST_AFTER = 4
"""Words that may follow a label; in a longer heading it is a part of a sentence."""

_LONGEST = 12
"""Words of a heading that can announce a part of a document."""

_OF_THE_WORK = {
    "fi": r"hank(?:e|k)\w*|projekti\w*|kehittämis\w+|kehittämisen|kehitysteo\w+|kokeilu\w*|pilot\w+"
    r"|toiminnan|mallin|työn|verkoston|selvityksen|tutkimuksen|opinnäytetyön|kyselyn|keskei\w+|tärkei\w+|yleiset|odotetut"
    r"|saadut|mikä|mitkä|on|oli|ovat|olivat|meidän|päivähoidon|varhaiskasvatuksen",
    "sv": r"projekt\w*|nätverke\w*|försöke\w*|arbetets|utvecklingsarbetets|verksamhetens|vår\w*"
    r"|de|det|viktigaste|centrala|vad|vilk\w+|är|var|den|modellens|undersökningens|studiens",
    "en": r"project\w*|network\w*|trial\w*|pilot\w*|study|the|our|main|key|expected|what|were|was"
    r"|is|are|early|practical",
}
"""Words before a label that leave it the heading's subject: ``Hankkeen tavoitteet``."""

_PART_ENDS = re.compile(r"\s*(?:\d+\s*)?(?:[:?–.,(]|\s-\s)")


@dataclass(frozen=True)
class HeadingMatcher:
    """The labels of one language, by their words; built once.

    ``single`` is keyed by form (Finnish) or stem, ``several`` by first word and held as written.
    """

    language: str
    single: Mapping[str, str]
    several: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    of_the_work: re.Pattern[str]

    def part_of(self, heading: str, *, alone: bool = False) -> str | None:
        """The concept that a heading (without its number) announces; ``alone`` with no more words.

        The label begins the heading, or follows words for the work itself: ``Lapsen tavoitteet``
        are the child's, not the practice's.
        """
        words = list(_WORD.finditer(heading.lower()))
        if not words or len(words) > _LONGEST:
            return None
        for at, word in enumerate(words):
            found = self._at([one[0] for one in words[at:]])
            if found:
                part, length = found
                after = len(words) - at - length
                closed = _PART_ENDS.match(heading, words[at + length - 1].end())
                is_subject = not after or (not alone and (closed or after <= _MOST_AFTER))
                return part if is_subject else None
            if not self.of_the_work.fullmatch(word[0]):
                return None
        return None

    def _at(self, words: Sequence[str]) -> tuple[str, int] | None:
        for label, part in self.several.get(words[0], ()):
            if tuple(words[: len(label)]) == label:
                return part, len(label)
        key = words[0] if self.language == "fi" else stem(words[0], self.language)
        return (self.single[key], 1) if key in self.single else None


def build_heading_matcher(labels: Iterable[tuple[str, str]], language: str) -> HeadingMatcher:
    """Build the tables from labels with their concepts; of two equal labels the first keeps it."""
    single: dict[str, str] = {}
    several: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, concept in labels:
        words = tuple(_WORD.findall(label.lower()))
        if len(words) > 1:
            several.setdefault(words[0], []).append((words, concept))
        elif words:
            for form in _forms(words[0], language):
                single.setdefault(form, concept)
    longest_first = {
        first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in several.items()
    }
    work = re.compile(_OF_THE_WORK[language])
    return HeadingMatcher(language, single, longest_first, work)


def _forms(word: str, language: str) -> Iterable[str]:
    if language != "fi":
        return (stem(word, language),)
    cases = paradigm(word)
    return [word, *(form for case in _CASES for form in cases.get(case, ()))]
