"""Whether a document concerns the whole country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .mentions import PART_WEIGHTS
from .reading import Part, Reading, Sentence

_NATIONAL = re.compile(
    r"\bvaltakunnalli|\bkansalli(?:nen|s)|\bopetushallitu|\bkoko maa|(?<![\w-])suomessa\b"
    r"|\bkuntaliit|opettajaliit|eri puoli\w+ suom|\bthl\b|\bkarvi\b"
    r"|\bfinland\b(?!s-)|\bnationell|\briksomfatt|\bhela landet|\butbildningsstyrelsen"
    r"|\bnational\b|\bnationwide",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"(?<![\w-])suomen\b|\bsuomalais|\bministeri|\bfinländsk|\bfinnish\b|\bfinlands\b",
    re.IGNORECASE,
)
_HINTS = (
    *("valtakunna", "kansalli", "opetushallitu", "koko maa", "suom", "kuntaliit", "opettajaliit"),
    *("thl", "karvi", "finland", "finländ", "finnish", "nation", "riksomf", "hela landet"),
    *("utbildningsstyr", "ministeri"),
)
"""What any of the signs contains: most sentences have none, and are spared the patterns."""

_TITLE = re.compile(
    r"\bvaltakunnal|\bkansalli(?:nen|s)|\bnationell|\briksomfatt|\bnational\b|\bnationwide"
    r"|landet runt",
    re.IGNORECASE,
)
_SITES = re.compile(r"//(?:www\.)?(?:oph|thl|okm|minedu|karvi|stm|kuntaliitto|oaj)\.fi")
_MOST = 2.0
_LEAST = 0.5
_RATHER_SHARE = 0.5


def is_national_title(title: str) -> bool:
    """Whether a title itself speaks of the whole country."""
    return bool(_TITLE.search(title))


def is_national_site(url: str) -> bool:
    """Whether an address is that of a national body."""
    return bool(_SITES.search(url))


def national_signs(reading: Reading) -> Iterator[tuple[float, Sentence, int]]:
    """The sentences that speak of the whole country: weight, sentence, position."""
    for sentence in reading.sentences:
        weight = min(PART_WEIGHTS[sentence.part], _MOST)
        if weight < _LEAST or sentence.part is Part.PATH or not _has_hint(sentence.text):
            continue
        for pattern, share in ((_NATIONAL, 1.0), (_RATHER, _RATHER_SHARE)):
            found = pattern.search(sentence.text)
            if found:
                yield share * weight, sentence, found.start()
                break


def _has_hint(text: str) -> bool:
    lower = text.lower()
    return any(map(lower.__contains__, _HINTS))
