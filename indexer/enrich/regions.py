"""Which places a document is about, as against those that it only mentions."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ..models import NATIONAL, Assignment, Evidence
from ..vocabulary import Scheme
from .gazetteer import Caution, Gazetteer, Mention, Place, joined
from .reading import Part, Reading, Sentence

_WEIGHTS = {
    Part.TITLE: 6.0,
    Part.PUBLISHER: 3.0,
    Part.PATH: 1.5,
    Part.HEADING: 2.0,
    Part.SLOGAN: 2.0,
    Part.LEAD: 1.5,
    Part.BODY: 1.0,
    Part.NOTES: 0.7,
    Part.COMMENTS: 0.2,
    Part.CONTACT: 0.2,
    Part.CREDIT: 0.1,
    Part.SOURCES: 0.0,
}
_URL_WEIGHT = 6.0
_LEAST = 0.65
"""A place with less was only mentioned."""

_SHARE = 0.2
"""What a place needs of the first place's score."""

_AS_MUCH = 4.0
"""The score at which a place is more certain than not (1 - 1/e)."""

_INSTITUTION = re.compile(
    r"^(?:[\s-]+[\w-]+){0,3}?\s+(?:[\w-]*yliopisto|ammattikorkea|amk\b|[\w-]*korkeakoul|universit|yrkesh"
    r"|university|tutkimuskesk|normaalikoul|kirjapaino|hovioikeu|hallinto-oikeu|hiippakun"
    r"|ammattiopisto|aikuisopisto|messukesk|aluehallintovirasto|avi\b|studies\b|press\b)",
    re.IGNORECASE,
)
_CAMPUS = re.compile(
    r"(?:\bLaurea|\bDiak|\bMetropolia|\bHumak|\bCentria|\bSavonia|\bKarelia|\bNovia|\bArcada"
    r"|\w*AMK|korkeakoulu|yliopisto|university|universitet|högskola)[^.;]{0,15}$"
)
_NEWSPAPER = re.compile(r"^\s+(?:Sanom|Leh[td]|Uuti|Tidning|Karhu|Energia)")
_SUBJECT = re.compile(
    r"^\s+-?(?:[\w-]+\s+){0,2}?(?:hank|projekt|kaupun|kunna|kunta|kuntien|varhaiskasv|päiväko|päivähoi|esiope"
    r"|perhepäiv|vasu|las(?:ten|ten|psi)|perhe|sivisty|eskari|stad|kommun|daghem|småbarn"
    r"|dagvård|förskol|familjedag|barn|early|daycare|day-care|day care|centres)",
    re.IGNORECASE,
)
_IMPRINT = re.compile(r"^\s*(?:,\s*|:\s*)?(?:19|20)\d\d\b|^\s*:\s+[A-ZÅÄÖ]|^,\s*\d+\s+s")
_CITED = re.compile(r"^\s*(?:,\s*[A-ZÅÄÖ]\.|\(?(?:19|20)\d\d\b|,?\s*(?:ym|et al)\b|\s+&\s+[A-Z])")
_CITING = re.compile(r"(?:[&(;]\s*|\b(?:ja|mukaan)\s+)$")
_ADDRESS = re.compile(r"\b\d{5}\s+$")
_CAPITALISED_BEFORE = re.compile(r"(?:^|[^\w\s]\s*|\s)([A-ZÅÄÖ][\w-]*\.?)\s+$")
_SHORT_DAY = re.compile(r"(?<![\d.])\d{1,2}\.(?:\s?[-–]\s?\d{1,2}\.)?\d{1,2}\.(?!\d{4})")
_EVENT = re.compile(
    r"seminaari|konferens|messut|messuilla|[\w]päivät\b|[\w]päivillä|kongress|opintomatk|vierail"
    r"|kävimme|tutustu|mallia|esimerkiksi|benchmark|study visit|visited|studiebesök|besökte"
    r"|koulutuspäiv|kurssi(?:lla|päiv)|fortbildningsdag|föreläs|luento|verrattuna|vertail|toisin kuin|konferen|kutsuttiin|esitel(?:ty|tiin)|luennoi",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"\bvaltakunnalli|\bkansalli(?:nen|s)|\bopetushallitu|\bkoko maa|(?<![\w-])suomessa\b"
    r"|\bkuntaliit|\w{6,}(?<!maakun)(?<!kaupunki)liito?to?\b|\bthl\b|\bkarvi\b|eri puoli\w+ suom"
    r"|\bfinland\b(?!s-)|\bnationell|\briksomfatt|\bhela landet|\butbildningsstyrelsen"
    r"|\bnational\b|\bnationwide",
    re.IGNORECASE,
)
_RATHER_NATIONAL = re.compile(
    r"(?<![\w-])suomen\b|\bsuomalais|\bministeri|\bfinländsk|\bfinnish\b|finlands", re.IGNORECASE
)
_NATIONAL_TITLE = re.compile(
    r"\bvaltakunnal|\bkansalli(?:nen|s)|\bnationell|\briksomfatt|\bnational\b|\bnationwide"
    r"|landet runt",
    re.IGNORECASE,
)
_NATIONAL_SITES = re.compile(r"//(?:www\.)?(?:oph|thl|okm|minedu|karvi|stm|kuntaliitto|oaj)\.fi")
_NATIONAL_ENOUGH = 1.0
_ALL_OVER = 3
"""Regions; so many without one that stands out are examples from a country."""

_PROMINENT = 3.0
_LEAST_TELLING = 0.5


@dataclass(slots=True)
class _Weighed:
    """A place's score so far, and the sentence that told most."""

    score: float = 0.0
    best: float = 0.0
    evidence: Evidence | None = None

    def add(self, weight: float, evidence: Evidence) -> None:
        self.score += weight
        if weight > self.best:
            self.best, self.evidence = weight, evidence

    def assignment(self, concept: str) -> Assignment:
        return Assignment(concept, round(1 - math.exp(-self.score / _AS_MUCH), 3), self.evidence)


@dataclass(frozen=True, slots=True)
class Places:
    """What a document is about: municipalities, and regions, theirs included."""

    municipalities: tuple[Assignment, ...] = ()
    regions: tuple[Assignment, ...] = ()


@dataclass(frozen=True)
class PlaceDetector:
    """Weighs every mention by where and how it stands, and keeps what outweighs a mention."""

    gazetteer: Gazetteer
    scheme: Scheme

    def detect(self, reading: Reading) -> Places:
        """The places of a document, those it is most about first."""
        weighed = self._weigh(reading)
        top = max((found.score for found in weighed.values()), default=0.0)
        least = max(_LEAST, _SHARE * top)
        kept = {id: found for id, found in weighed.items() if found.score >= least}
        national = _national(reading)
        if national.score >= _NATIONAL_ENOUGH and self._is_national(kept, national, reading):
            return Places(regions=(national.assignment(NATIONAL),))
        return self._places(kept)

    def _is_national(
        self, kept: Mapping[str, _Weighed], national: _Weighed, reading: Reading
    ) -> bool:
        """Whether places are only examples: none stands out, or they lie all over the country."""
        if any(found.best >= _PROMINENT for found in kept.values()):
            return False
        if _NATIONAL_TITLE.search(reading.title):
            return True
        regions: dict[str, float] = defaultdict(float)
        for id, found in kept.items():
            regions[self.scheme.parent(id) or id] += found.score
        return len(regions) >= _ALL_OVER or national.score >= max(regions.values(), default=0.0)

    def _places(self, kept: dict[str, _Weighed]) -> Places:
        ordered = sorted(kept.items(), key=lambda item: (-item[1].score, item[0]))
        municipalities = [(id, found) for id, found in ordered if self.scheme.parent(id)]
        regions: dict[str, _Weighed] = {}
        for id, found in ordered:
            region = regions.setdefault(self.scheme.parent(id) or id, _Weighed())
            region.score += found.score
            if found.best > region.best:
                region.best, region.evidence = found.best, found.evidence
        return Places(
            tuple(found.assignment(id) for id, found in municipalities),
            tuple(
                found.assignment(id)
                for id, found in sorted(regions.items(), key=lambda item: (-item[1].score, item[0]))
            ),
        )

    def _weigh(self, reading: Reading) -> dict[str, _Weighed]:
        weighed: dict[str, _Weighed] = {}
        for place in self._in_address(reading.url):
            weighed.setdefault(place, _Weighed()).add(_URL_WEIGHT, Evidence(reading.url))
        for sentence in reading.sentences:
            if not _WEIGHTS[sentence.part]:
                continue
            text = joined(sentence.text)
            for mention in self.gazetteer.mentions(text, reading.language):
                weight = _weight(mention, sentence, text)
                for target, share in self._shares(mention.place):
                    found = weighed.setdefault(target, _Weighed())
                    found.add(share * weight, sentence.evidence(mention.start))
        return weighed

    def _shares(self, place: Place) -> Iterator[tuple[str, float]]:
        """What a name says of each of its places: an area most of its region."""
        n = len(place.targets)
        for target in place.targets:
            yield target, 1 / n
            region = self.scheme.parent(target)
            if n > 1 and region:
                yield region, 1 / n

    def _in_address(self, url: str) -> Iterator[str]:
        """The municipality whose site, or whose part of a common site, an address names."""
        parts = urlsplit(url)
        host = [part for part in (parts.hostname or "").split(".") if part != "www"][:-1]
        first = [part for part in unquote(parts.path).split("/") if part][:1]
        for name in dict.fromkeys([*host, *first]):
            if name in self.scheme.concepts and name != NATIONAL:
                yield name


def _weight(mention: Mention, sentence: Sentence, text: str) -> float:
    before, after = text[: mention.start][-40:], text[mention.end :][:80]
    base = _WEIGHTS[sentence.part]
    if _is_elsewhere(before, after, mention):
        return 0.0
    is_subject = mention.is_people or bool(_SUBJECT.match(after))
    base *= _certainty(mention, before, text, is_subject)
    if sentence.part is Part.TITLE:
        return base
    if _SHORT_DAY.search(text) and len(text) < 120:
        return 0.1 * base
    if _EVENT.search(text):
        return 0.4 * base
    return base * (1.5 if is_subject else 1.0)


def _is_elsewhere(before: str, after: str, mention: Mention) -> bool:
    """Whether the name is a part of something else: an institution, a paper, a citation."""
    if _INSTITUTION.match(after) or _NEWSPAPER.match(after) or _ADDRESS.search(before):
        return True
    if not mention.is_name:
        return False
    return bool(_IMPRINT.match(after) or _CITED.match(after) or _CAMPUS.search(before))


def _certainty(mention: Mention, before: str, text: str, is_subject: bool) -> float:
    if is_subject:
        return 1.0
    caution = mention.place.caution
    at_start = not before.strip(" \"”'(•–-") or text.isupper()
    if caution is Caution.WORD and at_start:
        return 0.15
    capitalised = _CAPITALISED_BEFORE.search(before)
    if mention.is_name and capitalised and capitalised.start(1) > 0:
        return 0.1
    if caution is Caution.SURNAME and mention.is_name and (capitalised or _CITING.search(before)):
        return 0.0
    return 0.7 if caution is not Caution.NONE else 1.0


def _national(reading: Reading) -> _Weighed:
    """How much the text says that it concerns the whole country."""
    weighed = _Weighed()
    if _NATIONAL_SITES.search(reading.url):
        weighed.add(_NATIONAL_ENOUGH, Evidence(reading.url))
    for sentence in reading.sentences:
        weight = min(_WEIGHTS[sentence.part], 2.0)
        for pattern, share in ((_NATIONAL, 1.0), (_RATHER_NATIONAL, 0.5)):
            found = pattern.search(sentence.text) if weight >= _LEAST_TELLING else None
            if found:
                weighed.add(share * weight, sentence.evidence(found.start()))
                break
    return weighed
