"""Where a document states what its work aims at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..vocabulary import LANGUAGES, Vocabularies
from .headings import HeadingMatcher, build_heading_matcher
from .hints import Hints
from .reading import Part, Reading

_AIMS = "tavoitteet"
"""The part of a practice whose headings and opening phrases tell of aims."""

_NUMBER = "0123456789. "


@dataclass(frozen=True)
class AimFinder:
    """Finds aims by headings and phrases, by language; built once."""

    headings: Mapping[str, HeadingMatcher]
    phrases: Mapping[str, Hints]

    def sentences(self, reading: Reading) -> frozenset[int]:
        """The sentences that state an aim, or stand under a heading that announces aims."""
        language = reading.language.concept
        language = language if language in self.headings else LANGUAGES[0]
        stating = self.phrases[language].sentences(reading.wording)
        return frozenset((*stating, *_under(self.headings[language], reading)))


def load_aim_finder(vocabularies: Vocabularies) -> AimFinder:
    """Build the finder from the row of aims in ``practice_parts.csv``."""
    rows = vocabularies.rows("practice_parts.csv")
    row: Mapping[str, str] = next((row for row in rows if row["id"] == _AIMS), {})
    headings, phrases = {}, {}
    for code in LANGUAGES:
        labels = (*_cell(row, f"pref_{code}"), *_cell(row, f"alt_{code}"))
        headings[code] = build_heading_matcher(((label, _AIMS) for label in labels), code)
        phrases[code] = Hints(phrase.lower() for phrase in _cell(row, f"lead_{code}"))
    return AimFinder(headings, phrases)


def _cell(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, row.get(column, "").split(";"))))


def _under(matcher: HeadingMatcher, reading: Reading) -> Iterator[int]:
    """The sentences up to the next heading."""
    is_aim = False
    for at, sentence in enumerate(reading.sentences):
        if sentence.part is Part.HEADING:
            is_aim = matcher.part_of(sentence.text.lstrip(_NUMBER)) is not None
        elif is_aim:
            yield at
