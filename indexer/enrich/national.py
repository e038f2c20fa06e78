"""Whether a document concerns the whole country.

It does where Finland is where things hold ("Suomessa", "maassamme"), where a national body speaks
or publishes, or where the law and the curriculum themselves are the subject. That the law guides
some work, or that a ministry paid for it, is an aside: every municipality's work has that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .mentions import PART_WEIGHTS
from .reading import Part, Reading, Sentence

_SIGN = re.compile(
    r"(?P<sure>\bvaltakunnalli|\bkansalli(?:nen|s(?!puisto|puvu|puku|eepos))|\bopetushallitu"
    r"|\bkoko maa|(?<![\w-])suomessa\b|\bkuntaliit|opettajaliit|opettajien liit"
    r"|eri puoli\w+ (?:suom|maat)|\b(?:ympäri|halki) suom|\bthl\b|\bkarvi\b|olympiakomitea"
    r"|sydänliit|hallituksen esity|\bmaassamme\b|\w{4}(?:uvassa|yvässä) maassa\b"
    r"|\bkoulutusjärjestelmä"
    r"|\bfinland\b(?!s-)|\bnationell|\briksomfatt|\bhela landet|\butbildningsstyrelsen"
    r"|\bsvenskfinland|\butbildningssystem|\bi vårt land\b"
    r"|\bnational\b|\bnationwide)"
    r"|(?P<rather>(?<![\w-])suomen\b(?! kiel| opet| ja)|\bsuomalais|\bministeri|\bfinländsk"
    r"|\bfinnish\b|\bfinlands\b|\beduskun|\bvaltioneuvost)"
)
_HINTS = (
    *("valtakunna", "kansalli", "opetushallitu", "koko maa", "suom", "kuntaliit", "opettaj"),
    *("thl", "karvi", "finland", "finländ", "finnish", "national", "nationel", "nationwide"),
    *("riksomf", "hela landet", "utbildningss", "ministeri", "olympiak", "sydänl", "hallituksen"),
    *("maassa", "puolilla maat", "koulutusj", "vårt land", "eduskun", "valtioneuv"),
)
"""What any of the signs contains: most sentences have none, and are spared the pattern."""

_ASIDE = re.compile(
    r"rahoit|avustu[sk]|myön[st]|finansier|statsbidrag|understöd|funded|grant"
    r"|perusteiden|perusteisiin|perusteissa|perusteista|perusteita|\bvasun perust|ohjaa|mukaises"
    r"|mukaan\b|pohjau|pohjalta|nojaa|noudat|velvoit|enligt|grundar sig|styr(?:s|er)\b"
    r"|according to|based on"
)
_ABROAD = re.compile(r"\bsverige|\bskolverket|\blpfö|\bnorge\b|\bnorsk|\bsweden\b|\bestonia")
_HOME = re.compile(r"\bfinland|\bfinländ|\bsuom|\bfinnish")
_TITLE = re.compile(
    r"\bvaltakunnal|\bkansalli(?:nen|s)|\bnationell|\briksomfatt|\bnational\b|\bnationwide"
    r"|landet runt|suunnitelman perusteet|\bvarhaiskasvatuslaki|hallituksen esity"
    r"|^\W*grunder(?:na)? för|\blagen? om småbarn",
    re.IGNORECASE,
)
_SITES = re.compile(r"//(?:www\.)?(?:oph|thl|okm|minedu|karvi|stm|kuntaliitto|oaj)\.fi")
_MOST = 2.0
_LEAST = 0.5
_RATHER_SHARE = 0.5
_ASIDE_SHARE = 0.4


class Sign(NamedTuple):
    """A sentence that speaks of the whole country at a position; an aside tells little."""

    weight: float
    sentence: Sentence
    at: int
    is_aside: bool = False


def is_national_title(title: str) -> bool:
    """Whether a title itself speaks of the whole country."""
    return bool(_TITLE.search(title))


def is_national_site(url: str) -> bool:
    """Whether an address is that of a national body."""
    return bool(_SITES.search(url))


def national_signs(reading: Reading) -> Iterator[Sign]:
    """The sentences that speak of the whole country."""
    found = tuple(_signs(reading))
    if found and _is_of_another(reading):
        return
    yield from found


def _signs(reading: Reading) -> Iterator[Sign]:
    for sentence in reading.sentences:
        weight = min(PART_WEIGHTS[sentence.part], _MOST)
        if weight < _LEAST or sentence.part is Part.PATH:
            continue
        lower = sentence.text.lower()
        if sentence.part is Part.TITLE and is_national_title(lower):
            yield Sign(weight, sentence, 0)
            continue
        found = _SIGN.search(lower) if any(map(lower.__contains__, _HINTS)) else None
        if found is None:
            continue
        weight *= _RATHER_SHARE if found["rather"] else 1.0
        is_aside = bool(_ASIDE.search(lower))
        yield Sign(weight * (_ASIDE_SHARE if is_aside else 1), sentence, found.start(), is_aside)


def _is_of_another(reading: Reading) -> bool:
    """Whether the nation meant is another: its bodies are named, and Finland is not."""
    if reading.language.concept == "fi":
        return False
    text = "\n".join(sentence.text for sentence in reading.sentences).lower()
    return bool(_ABROAD.search(text)) and not _HOME.search(text)
