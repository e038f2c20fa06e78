"""The scores of all places that a document names, gathered sentence by sentence."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from ..models import NATIONAL, Assignment, Evidence
from ..vocabulary import Scheme
from . import place_cues as cues
from .gazetteer import Caution, Gazetteer, Mention, Place, Reach, joined
from .hints import Hints
from .mentions import (
    HEADLINES,
    PART_WEIGHTS,
    has_own_people,
    introduces_person,
    is_subject,
    sets_scene,
    weigh,
)
from .reading import Part, Reading, Sentence

_URL_WEIGHT = 6.0
_FIRM = 0.7
"""What a mention weighs at least that makes a place firm: no visit, no example."""

_AS_MUCH = 4.0
"""The score at which a place is more certain than not (1 - 1/e)."""

_TEASER = 0.2
"""What a sentence tells that only invites to another page."""

_TEASER_SENTENCES = 3
_READ_ON = re.compile(
    r"^\W*(?:lue (?:lisää|koko|artikkeli|juttu)|läs (?:mer|hela)|read more|jatka lukemista)\b",
    re.IGNORECASE,
)
_LONGEST_READ_ON = 40
_LIST = re.compile(
    r"^(?:\s+[a-zåäö]+){0,3}\s*(?:,|/|\+|\s[–-]|[-–]|\b(?:ja|sekä|och|samt|and|lisäksi|&)\b)"
    r"(?:\s+[a-zåäö]+){0,2}\s*$"
)
_ITEM = re.compile(r"^\s*[-•*–]\s*$")
_HOST = re.compile(r"(?:[@./]|(?<![\w-]))([a-z-]+)\.fi\b")
_FINNISH_HOSTS = Hints((".fi",))
_BESIDE = 4
"""Sentences in which a sender's name and its address stand."""


@dataclass(slots=True)
class Weighed:
    """A place's score so far, and the sentence that told most.

    It is ``firm`` where something of the place's own is named with it, where it stands in a title
    or heading or sets the scene; ``times`` counts the sentences that name it and tell something.
    """

    score: float = 0.0
    best: float = 0.0
    evidence: Evidence | None = None
    firm: bool = False
    times: int = 0

    def add(self, weight: float, evidence: Evidence | None, *, firm: bool = False) -> None:
        """Add what one mention tells."""
        self.score += weight
        self.times += evidence is not None and evidence != self.evidence
        self.firm = self.firm or firm
        if weight > self.best:
            self.best, self.evidence = weight, evidence

    @property
    def is_bare(self) -> bool:
        """Whether the place is named but once, with nothing of its own."""
        return not self.firm and self.times < 2

    def assignment(self, concept: str) -> Assignment:
        """The score as a certainty between 0 and 1."""
        return Assignment(concept, round(1 - math.exp(-self.score / _AS_MUCH), 3), self.evidence)


def _scores() -> dict[str, Weighed]:
    return defaultdict(Weighed)


@dataclass(slots=True)
class Weighing:
    """What a document says of places.

    ``partners`` stand in lists with each other, ``taking_part`` in lists of who took part;
    ``wide`` are regions told only by an area of several, ``senders`` municipalities told only by
    an address or contact beside a service.
    """

    places: dict[str, Weighed] = field(default_factory=_scores)
    partners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    taking_part: set[str] = field(default_factory=set)
    wide: dict[str, Weighed] = field(default_factory=_scores)
    senders: dict[str, Weighed] = field(default_factory=_scores)
    supports: dict[str, float] = field(default_factory=lambda: defaultdict(float))


@dataclass(frozen=True, slots=True)
class _Read:
    """The ``at``th sentence with its places, its share, and the ones that end with it."""

    at: int
    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    share: float = 1.0
    beside: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Weigher:
    """Weighs every mention by where and how it stands; built once."""

    gazetteer: Gazetteer
    scheme: Scheme

    def weigh(self, reading: Reading) -> Weighing:
        """The scores of a document's places."""
        weighing = Weighing()
        for place in self._in_address(reading.url):
            weighing.places[place].add(_URL_WEIGHT, Evidence(reading.url), firm=True)
        reads = tuple(self._reads(reading))
        persons = _persons(reads)
        items: list[Mention] = []
        last = -1
        for read in reads:
            lists = tuple(
                one for one in _runs(read.mentions, read.text) if _is_list(one, read.text)
            )
            listed = frozenset(mention for one in lists for mention in one)
            is_item = bool(_ITEM.match(read.text[: read.mentions[0].start]))
            items = [*(items if read.at == last + 1 else ()), read.mentions[0]] if is_item else []
            last = read.at
            self._add(weighing, read, listed, persons)
            for one in (*lists, items):
                self._join(weighing, one)
            if listed and cues.has_any(read.text, cues.PARTNERS):
                weighing.taking_part |= self._municipalities(listed)
        self._add_hosts(weighing, reading)
        for place, weight in weighing.supports.items():
            if weighing.places[place].score:
                weighing.places[place].score += weight
        return weighing

    def _reads(self, reading: Reading) -> Iterator[_Read]:
        language = reading.language.concept
        teasers = _teasers(reading.sentences)
        for at in self.gazetteer.sentences(reading.wording, language):
            sentence = reading.sentences[at]
            if not PART_WEIGHTS[sentence.part]:
                continue
            text = joined(sentence.text)
            found = tuple(self.gazetteer.mentions(text, language))
            if not found:
                continue
            yield _Read(
                at,
                sentence,
                text,
                tuple(_meant(mention, found) for mention in found),
                _TEASER if at in teasers else 1.0,
                reading.sentences[max(0, at - _BESIDE + 1) : at + 1],
            )

    def _add(
        self, weighing: Weighing, read: _Read, listed: Container[Mention], persons: Container[str]
    ) -> None:
        for mention in read.mentions:
            weight = read.share * weigh(
                mention,
                read.sentence,
                read.text,
                in_list=mention in listed,
                is_person=mention.place.name in persons,
            )
            evidence = read.sentence.evidence(mention.start) if weight else None
            if mention.place.reach is Reach.LOCALITY:
                for target in mention.place.targets:
                    weighing.supports[target] += weight
                continue
            scores = weighing.wide if mention.place.reach is Reach.WIDE else weighing.places
            firm = weight >= _FIRM and _is_firm(mention, read)
            for target in self._told(mention.place):
                scores[target].add(weight, evidence, firm=firm)
            if firm and read.sentence.part in HEADLINES and mention.place.reach is Reach.AREA:
                weighing.taking_part.update(mention.place.targets)
            if _is_sender(mention, read):
                for target in mention.place.targets:
                    weighing.senders[target].add(1.0, read.sentence.evidence(mention.start))

    def _add_hosts(self, weighing: Weighing, reading: Reading) -> None:
        """A town's own web or mail address in the text tells who sends it."""
        for sentence in reading.having(_FINNISH_HOSTS):
            if sentence.part is Part.SOURCES:
                continue
            for found in _HOST.finditer(sentence.text.lower()):
                if self.scheme.parent(found[1]):
                    weighing.senders[found[1]].add(1.0, sentence.evidence(found.start()))

    def _join(self, weighing: Weighing, mentions: Iterable[Mention]) -> None:
        """Make partners of the municipalities that are named in one list."""
        targets = self._municipalities(mentions)
        for one in targets:
            weighing.partners[one] |= targets - {one}

    def _municipalities(self, mentions: Iterable[Mention]) -> set[str]:
        named = (m for m in mentions if m.place.reach is Reach.PLACE)
        return {t for mention in named for t in mention.place.targets if self.scheme.parent(t)}

    def _told(self, place: Place) -> Iterable[str]:
        """The places that a name tells: of an area, the regions that it lies in."""
        if place.reach is Reach.PLACE:
            return place.targets
        return dict.fromkeys(self.scheme.parent(target) or target for target in place.targets)

    def _in_address(self, url: str) -> Iterator[str]:
        """The municipality whose site, or whose part of a common site, an address names."""
        parts = urlsplit(url)
        host = [part for part in (parts.hostname or "").split(".") if part != "www"][:-1]
        first = [part for part in unquote(parts.path).split("/") if part][:1]
        for name in dict.fromkeys([*host, *first]):
            if name in self.scheme.concepts and name != NATIONAL:
                yield name


def _teasers(sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """The sentences of a list of other pages, each of which ends with "read more"."""
    ends = [
        at
        for at, sentence in enumerate(sentences)
        if len(sentence.text) < _LONGEST_READ_ON and _READ_ON.match(sentence.text)
    ]
    if len(ends) < 2:
        return frozenset()
    return frozenset(at for end in ends for at in range(max(0, end - _TEASER_SENTENCES), end))


def _persons(reads: Iterable[_Read]) -> frozenset[str]:
    """The names of places that are persons' here: one is introduced by a first name."""
    return frozenset(
        mention.place.name
        for read in reads
        for mention in read.mentions
        if introduces_person(mention, read.text)
    )


def _is_firm(mention: Mention, read: _Read) -> bool:
    """Whether the place's own services or people are named, or it is said where all happens."""
    after = read.text[mention.end :]
    has_own = is_subject(mention, after) or has_own_people(after)
    return has_own or read.sentence.part in HEADLINES or sets_scene(mention, read.text)


def _is_sender(mention: Mention, read: _Read) -> bool:
    """Whether the place stands in the address or contact of a service."""
    if mention.place.reach is not Reach.PLACE:
        return False
    part = read.sentence.part
    in_contact = part is Part.CONTACT or (part is Part.CREDIT and not cues.PICTURE.match(read.text))
    if not (in_contact or cues.ADDRESS.search(read.text[: mention.start])):
        return False
    has_service = any(cues.has_any(one.text, cues.SERVICE) for one in read.beside)
    return has_service and not cues.INSTITUTION.match(read.text[mention.end :])


def _is_list(run: tuple[Mention, ...], text: str) -> bool:
    """Whether mentions are a list of places.

    First names alone are a list of children; what a form lets one choose from is none.
    """
    is_of_places = any(one.place.caution is not Caution.GIVEN for one in run)
    return len(run) > 1 and is_of_places and not cues.CHOICES.match(text[run[-1].end :])


def _runs(mentions: tuple[Mention, ...], text: str) -> Iterator[tuple[Mention, ...]]:
    """The mentions parted where more than a comma or an "and" stands between them."""
    run = mentions[:1]
    for one, other in pairwise(mentions):
        if _LIST.match(text[one.end : other.start]):
            run = (*run, other)
            continue
        yield run
        run = (other,)
    yield run


def _meant(mention: Mention, others: Iterable[Mention]) -> Mention:
    """The mention of a namesake, where one of its targets is named in the same sentence."""
    namesake = mention.namesake
    if namesake is None:
        return mention
    named = {target for other in others for target in other.place.targets}
    return replace(mention, place=namesake) if named & set(namesake.targets) else mention
