"""Which places a document is about, as against those that it only mentions."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from ..models import NATIONAL, Assignment, Evidence
from ..vocabulary import Scheme
from .gazetteer import Gazetteer, Mention, Place, joined
from .mentions import PART_WEIGHTS, weigh
from .national import is_national_site, is_national_title, national_signs
from .reading import Reading, Sentence

_URL_WEIGHT = 6.0
_LEAST = 0.65
"""What the first place needs; with less it was only mentioned."""

_NEXT_LEAST, _NEXT_SHARE = 1.1, 0.4
"""What another place needs, and needs of the first place's score."""

_PARTNER_SHARE = 0.1
"""What a place needs that stands in lists with the first one."""

_AS_MUCH = 4.0
"""The score at which a place is more certain than not (1 - 1/e)."""

_NATIONAL_ENOUGH = 1.0
_ALL_OVER = 3
"""Regions; so many without one that stands out are examples from a country."""

_PROMINENT = 3.0
_LIST = re.compile(
    r"^(?:\s+[a-zåäö]+){0,3}\s*(?:,|/|\+|\s[–-]|[-–]|\b(?:ja|sekä|och|samt|and|&)\b)"
    r"(?:\s+[a-zåäö]+){0,2}\s*$"
)
_ITEM = re.compile(r"^\s*[-•*–]\s*$")


@dataclass(slots=True)
class _Weighed:
    """A place's score so far, and the sentence that told most."""

    score: float = 0.0
    best: float = 0.0
    evidence: Evidence | None = None

    def add(self, weight: float, evidence: Evidence | None) -> None:
        self.score += weight
        if weight > self.best:
            self.best, self.evidence = weight, evidence

    def assignment(self, concept: str) -> Assignment:
        return Assignment(concept, round(1 - math.exp(-self.score / _AS_MUCH), 3), self.evidence)


@dataclass(slots=True)
class _Weighing:
    """The scores of all places of a document, and who stands in lists with whom."""

    places: dict[str, _Weighed] = field(default_factory=lambda: defaultdict(_Weighed))
    partners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


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
        kept = self._kept(self._weigh(reading))
        national = _national(reading)
        if national.score >= _NATIONAL_ENOUGH and self._is_national(kept, national, reading):
            return Places(regions=(national.assignment(NATIONAL),))
        return self._places(kept)

    def _kept(self, weighing: _Weighing) -> dict[str, _Weighed]:
        """The first place, its partners, and others that are not far behind.

        A region does not outdo the municipalities that lie in it.
        """
        places = {id: found for id, found in weighing.places.items() if found.score >= _LEAST}
        if not places:
            return {}
        top = max(places, key=lambda id: (places[id].score, id))
        municipalities = [id for id in places if self.scheme.parent(id)]
        first = max(municipalities, key=lambda id: (places[id].score, id), default=top)
        partners = weighing.partners[first]
        kept = {top: places[top]}
        for id, found in places.items():
            rival = first if self.scheme.parent(id) == top else top
            share = _PARTNER_SHARE if id in partners else _NEXT_SHARE
            least = _LEAST if id in partners else _NEXT_LEAST
            if found.score >= max(least, share * places[rival].score):
                kept[id] = found
        return kept

    def _is_national(
        self, kept: Mapping[str, _Weighed], national: _Weighed, reading: Reading
    ) -> bool:
        """Whether places are only examples: none stands out, or they lie all over the country."""
        if any(found.best >= _PROMINENT for found in kept.values()):
            return False
        regions: dict[str, float] = defaultdict(float)
        for id, found in kept.items():
            regions[self.scheme.parent(id) or id] += found.score
        most = max(regions.values(), default=0.0)
        all_over = len(regions) >= _ALL_OVER and most < sum(regions.values()) / 2
        return national.score >= most or all_over or is_national_title(reading.title)

    def _places(self, kept: Mapping[str, _Weighed]) -> Places:
        municipalities = {id: found for id, found in kept.items() if self.scheme.parent(id)}
        regions: dict[str, _Weighed] = defaultdict(_Weighed)
        for id, found in kept.items():
            region = regions[self.scheme.parent(id) or id]
            score = region.score + found.score
            region.add(found.best, found.evidence)
            region.score = score
        return Places(_ordered(municipalities), _ordered(regions))

    def _weigh(self, reading: Reading) -> _Weighing:
        weighing = _Weighing()
        for place in self._in_address(reading.url):
            weighing.places[place].add(_URL_WEIGHT, Evidence(reading.url))
        items: list[Mention] = []
        for sentence in reading.sentences:
            if not PART_WEIGHTS[sentence.part]:
                continue
            text = joined(sentence.text)
            found = tuple(self.gazetteer.mentions(text, reading.language.concept))
            if not found:
                items = []
                continue
            mentions = tuple(_meant(mention, found) for mention in found)
            listed = _listed(mentions, text)
            is_item = bool(_ITEM.match(text[: mentions[0].start]))
            items = [*items, mentions[0]] if is_item else []
            self._add(weighing, sentence, text, mentions, listed)
            self._join(weighing, listed)
            self._join(weighing, items)
        return weighing

    def _add(
        self,
        weighing: _Weighing,
        sentence: Sentence,
        text: str,
        mentions: Iterable[Mention],
        listed: Container[Mention],
    ) -> None:
        for mention in mentions:
            weight = weigh(mention, sentence, text, in_list=mention in listed)
            for target, share in self._shares(mention.place):
                weighing.places[target].add(share * weight, sentence.evidence(mention.start))

    def _join(self, weighing: _Weighing, mentions: Iterable[Mention]) -> None:
        """Make partners of the municipalities that are named in one list."""
        targets = {target for mention in mentions for target in mention.place.targets}
        targets = {target for target in targets if self.scheme.parent(target)}
        for one in targets:
            weighing.partners[one] |= targets - {one}

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


def _listed(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions that stand in a list of places."""
    listed: dict[Mention, None] = {}
    for one, other in pairwise(mentions):
        if _LIST.match(text[one.end : other.start]):
            listed |= {one: None, other: None}
    return tuple(listed)


def _meant(mention: Mention, others: Iterable[Mention]) -> Mention:
    """The mention of a namesake, where one of its targets is named in the same sentence."""
    namesake = mention.namesake
    if namesake is None:
        return mention
    named = {target for other in others for target in other.place.targets}
    return replace(mention, place=namesake) if named & set(namesake.targets) else mention


def _ordered(places: Mapping[str, _Weighed]) -> tuple[Assignment, ...]:
    ordered = sorted(places.items(), key=lambda item: (-item[1].score, item[0]))
    return tuple(found.assignment(id) for id, found in ordered)


def _national(reading: Reading) -> _Weighed:
    """How much the text says that it concerns the whole country."""
    weighed = _Weighed()
    if is_national_site(reading.url):
        weighed.add(_NATIONAL_ENOUGH, Evidence(reading.url))
    for weight, sentence, at in national_signs(reading):
        weighed.add(weight, sentence.evidence(at))
    return weighed
