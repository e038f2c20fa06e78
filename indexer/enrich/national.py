"""Whether a document concerns the whole country.

It does where Finland is where things hold ("Suomessa", "maassamme"), where a national body speaks
or publishes, or where the law and the curriculum themselves are the subject. That the law guides
some work, or that a ministry paid for it, is an aside: every municipality's work has that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .hints import Hints
from .mentions import PART_WEIGHTS
from .reading import Part, Reading, Sentence

_SIGN = re.compile(
    r"(?P<sure>\bvaltakunnalli|\bkansalli(?:nen|s(?!puisto|puvu|puku|eepos))|\bopetushallitu"
    r"|\bkoko maa|(?<![\w-])suomessa\b|\bkuntaliit|opettajaliit|opettajien liit"
    r"|eri puoli\w+ (?:suom|maat)|\b(?:ympäri|halki) suom|\bthl\b|\bkarvi\b|olympiakomitea"
    r"|sydänliit|hallituksen esity|\bmaassamme\b|\w{4}(?:uvassa|yvässä) maassa\b"
    r"|\bkoulutusjärjestelmä|^\W*(?:(?:[\w-]+- ja )?[\w-]*ministeriö|stm|okm|oaj|stakes|kela\b"
    r"|talentia|mannerheimin|mll\b|lastensuojelun kesk|valtioneuvosto|eduskun|valvira"
    r"|tilastokesk|suomen \w+(?:liitto|yhdistys|järjestö)|folkhälsan|undervisnings- och)"
    r"|\bsuomalai\w+ (?:yhteiskun|varhaiskasv|päiväko|päivähoi|lastentar|esiope|perhe|kunn|koulu)"
    r"|\bfinländska? (?:daghem|småbarn|förskol|kommun|barn)"
    r"|\bfinnish (?:early|day|kinder|pre|famil|munic)"
    r"|\bfinland\b(?!s-)|\bnationell|\briksomfatt|\bhela landet|\butbildningsstyrelsen"
    r"|(?<![\d.,])(?:[3-9]\d|[12]\d\d) kunna(?:n|sta|ssa)\b|\bmanner-suom"
    r"|\b(?:hangosta|helsingistä) (?:utsjoe|inari|nuorgami|petsamo)|\bympäri maat"
    r"|\bkaikissa (?:maakunnissa|suomen)|\bkaikkia kuntia"
    r"|\bsvenskfinland|\butbildningssystem|\bi vårt land\b"
    r"|\bnational\b|\bnationwide)"
    r"|(?P<rather>(?<![\w-])suomen\b(?! kiel| opet| ja)|\bsuomalais|ministeriö\b|\bministeri"
    r"|\bfinländsk|\bfinnish\b|\bfinlands\b|\beduskun|\bvaltioneuvost)"
)
_HINTS = Hints(
    (
        *("valtakunna", "kansalli", "opetushallitu", "koko maa", "suom", "kuntaliit", "opettajal"),
        *("opettajien l", "thl", "karvi", "finland", "finländ", "finnish", "national", "nationel"),
        *("nationwide", "riksomf", "hela landet", "utbildningss", "ministeri", "olympiak"),
        *("sydänl", "hallituksen", "stm", "okm", "oaj", "stakes", "kela", "talentia", "mannerh"),
        *("mll", "lastensuoj", "valvira", "landet runt", "perusteet", "varhaiskasvatusl"),
        *("grunder", "om småbarn", "tilastok", "folkhälsan", "undervisnings- och", "maassa"),
        *(
            "eri puol",
            " kunna",
            "utsjoelle",
            "nuorgamiin",
            "ympäri maa",
            "kaiki",
            "kaikki",
            "koulutusj",
            "vårt land",
            "eduskun",
            "valtioneuv",
        ),
    )
)
"""What any of the signs contains: most sentences have none, and are spared the pattern."""

_ASIDE = re.compile(
    r"rahoit|avustu[sk]|myön[st]|finansier|statsbidrag|understöd|funded|grant"
    r"|perusteiden|perusteisiin|perusteissa|perusteista|perusteita|\bvasun perust|ohjaa(?!j)"
    r"|mukaises|(?<!kysely)(?<!selvitykse)(?<!tilasto)(?<!keskukse)n mukaan\b|följer (?!upp)|pohjau"
    r"|pohjalta|nojaa|noudat|velvoit|enligt (?!en enkät|statistik)|grundar sig"
    r"|\bstyr(?:s|er)\b|according to|based on"
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


_OF_FEW = Hints(
    (
        *("hakemu", "haetaan", "hae paik", "asiakasmaksu", "maksut ", "avoinna", "aukiolo"),
        *("palveluohj", "päiväkotimme", "ryhmässämme", "ryhmässäni", "kunnassamme"),
        *("kaupungissamme", "ansökan görs", "opinnäytety", "pro gradu", "haastattelin"),
        *("haastateltiin", "tapaustutkim", "examensarbete", "jag intervjua", "case study"),
        "bachelor",
    )
)
"""Words of a single service, or of a study of a few people."""

_FEW_SIGNS = 2.0
"""What the signs must weigh where the text is of one service or of a few people."""


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
    """The sentences that speak of the whole country.

    None where they are few and the text is of a smaller matter: how one unnamed municipality's
    service is applied for and paid, or what a handful of people said.
    """
    wording = reading.wording
    found = tuple(
        _signs((reading.sentences[at], wording.lower[at]) for at in _HINTS.sentences(wording))
    )
    if not found:
        return
    is_small = sum(sign.weight for sign in found) < _FEW_SIGNS and _OF_FEW.are_in(wording)
    if not (is_small or _is_of_another(wording.text, reading.language.concept)):
        yield from found


def _signs(hinted: Iterable[tuple[Sentence, str]]) -> Iterator[Sign]:
    """The signs among sentences with a hint, which come with their text in small letters."""
    for sentence, lower in hinted:
        weight = min(PART_WEIGHTS[sentence.part], _MOST)
        if weight < _LEAST or sentence.part is Part.PATH:
            continue
        if sentence.part is Part.TITLE and is_national_title(lower):
            yield Sign(weight, sentence, 0)
            continue
        found = _SIGN.search(lower)
        if found is None:
            continue
        weight *= _RATHER_SHARE if found["rather"] else 1.0
        is_aside = bool(_ASIDE.search(lower))
        yield Sign(weight * (_ASIDE_SHARE if is_aside else 1), sentence, found.start(), is_aside)


def _is_of_another(text: str, language: str) -> bool:
    """Whether the nation meant is another: its bodies are named, and Finland is not."""
    return language != "fi" and bool(_ABROAD.search(text)) and not _HOME.search(text)
