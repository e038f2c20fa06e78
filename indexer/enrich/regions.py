"""Which places a document is about, as against those that it only mentions.

How a careful cataloguer decides, and this module with them:

- A place is the subject where the work was done there: its services, children or towns are named
  with it, in the title or more than in passing. The town of a publisher or an author is, where it
  is a municipality that tells of its own work; a university's town, a printer's, a funder's is not.
- A place that is named but once, with no service, child or worker of its own, is passing where
  another says more: something was bought, learnt or held there.
- Who takes part counts with the first place; who is visited, compared with or named as an example
  does not, least of all a town elsewhere when the others lie together.
- A village or a part of a town is no municipality: it only makes its own municipality surer.
- A smaller place outdoes a wider one that says no more; an area tells its regions, not its towns.
- Where nothing else tells the place, the address of a service does; that of an office does not.
- What a national body says to everybody, or what is said of Finland, of its law or of its
  curriculum, concerns the whole country, unless a place is its subject (``national``).
- Unknown is better than wrong: with less than a plain mention no place is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..models import NATIONAL, Assignment, Evidence
from ..vocabulary import Scheme
from .gazetteer import Gazetteer
from .national import is_national_site, is_national_title, national_signs
from .reading import Reading
from .weighing import Weighed, Weigher, Weighing

_LEAST = 0.65
"""What the first place needs; with less it was only mentioned."""

_BRIEF = 40
"""Words of a text that says nothing in passing."""

_LONG, _LEAST_OF_LONG = 1500, 1.3
"""In a text of so many words one plain mention is passing."""

_NEXT_LEAST, _NEXT_SHARE = 1.1, 0.4
"""What another place needs, and needs of the first place's score."""

_AS_MUCH_AS_IT_CAN = 10.0
"""Of the first place's score, what counts against another: repeating it says nothing more."""

_BARE_SHARE = 0.6
"""What one needs that is named but once and with nothing of its own: where something was bought,
learnt or held.
"""

_PARTNER_SHARE = 0.1
"""What a place needs that stands in lists with the first one."""

_TOGETHER, _APART_SHARE = 3, 0.75
"""So many places of one region lie together; what one elsewhere needs beside them."""

_NATIONAL_ENOUGH = 1.0
_ASIDES = 0.6
"""The most that norms and funders tell together: local work has them too."""

_ALL_OVER = 3
"""Regions; so many without one that stands out are examples from a country."""

_PROMINENT = 3.0
_WIDE_LEAST = 1.1


@dataclass(frozen=True, slots=True)
class Places:
    """What a document is about: municipalities, and regions, theirs included."""

    municipalities: tuple[Assignment, ...] = ()
    regions: tuple[Assignment, ...] = ()


@dataclass(frozen=True)
class PlaceDetector:
    """Keeps the places that outweigh a mention."""

    gazetteer: Gazetteer
    scheme: Scheme

    @cached_property
    def weigher(self) -> Weigher:
        """Tells how much a document says of each place."""
        return Weigher(self.gazetteer, self.scheme)

    def detect(self, reading: Reading) -> Places:
        """The places of a document, those it is most about first."""
        weighing = self.weigher.weigh(reading)
        kept = self._kept(weighing, reading.words)
        wide = {} if kept else _enough(weighing.wide, _WIDE_LEAST)
        national = _national(reading)
        if national.score >= _NATIONAL_ENOUGH and self._is_national(
            kept or wide, national, reading
        ):
            return Places(regions=(national.assignment(NATIONAL),))
        return self._places(kept or wide or self._sender(weighing))

    def _kept(self, weighing: Weighing, words: int) -> dict[str, Weighed]:
        """The first place, its partners, and others that are not far behind.

        A region does not outdo the municipalities that lie in it.
        """
        places = _enough(weighing.places, _LEAST)
        if not any(self._may_be_first(id, weighing, words) for id in places):
            return {}
        top = max(places, key=lambda id: (places[id].score, id))
        municipalities = [id for id in places if self.scheme.parent(id)]
        first = max(municipalities, key=lambda id: (places[id].score, id), default=top)
        partners = weighing.partners[first] | weighing.taking_part
        kept = {top: places[top]}
        for id, found in places.items():
            rival = first if self.scheme.parent(id) == top else top
            share = _PARTNER_SHARE if id in partners else _share(found)
            needed = _LEAST if id in partners else _NEXT_LEAST
            against = min(places[rival].score, _AS_MUCH_AS_IT_CAN)
            if found.score >= max(needed, share * against):
                kept[id] = found
        return self._without_apart(kept, first, partners)

    def _may_be_first(self, id: str, weighing: Weighing, words: int) -> bool:
        """Whether a place, or a list that it stands in, is more than passed.

        In a few words nothing is said in passing, nor is a whole region.
        """
        found = weighing.places[id]
        is_passed = found.is_bare and self.scheme.parent(id) and not weighing.partners[id]
        least = _LEAST_OF_LONG if words > _LONG else _LEAST
        return found.score >= least and not (is_passed and words > _BRIEF)

    def _without_apart(
        self, kept: dict[str, Weighed], first: str, partners: set[str]
    ) -> dict[str, Weighed]:
        """The places without those elsewhere, where the others lie together in one region."""
        home = self.scheme.parent(first)
        together = [id for id in kept if home and self.scheme.parent(id) == home]
        if len(together) < _TOGETHER:
            return kept
        least = _APART_SHARE * kept[first].score
        return {
            id: found
            for id, found in kept.items()
            if home in (id, self.scheme.parent(id)) or id in partners or found.score >= least
        }

    def _is_national(
        self, kept: Mapping[str, Weighed], national: Weighed, reading: Reading
    ) -> bool:
        """Whether places are only examples: none stands out, or they lie all over the country."""
        if any(found.best >= _PROMINENT for found in kept.values()):
            return False
        if all(found.is_bare for found in kept.values()):
            return True
        regions: dict[str, float] = defaultdict(float)
        for id, found in kept.items():
            regions[self.scheme.parent(id) or id] += found.score
        most = max(regions.values(), default=0.0)
        all_over = len(regions) >= _ALL_OVER and most < sum(regions.values()) / 2
        return national.score >= most or all_over or is_national_title(reading.title)

    def _sender(self, weighing: Weighing) -> Mapping[str, Weighed]:
        """The one municipality whose service gives its address."""
        senders = {id: found for id, found in weighing.senders.items() if self.scheme.parent(id)}
        return senders if len(senders) == 1 else {}

    def _places(self, kept: Mapping[str, Weighed]) -> Places:
        municipalities = {id: found for id, found in kept.items() if self.scheme.parent(id)}
        regions: dict[str, Weighed] = defaultdict(Weighed)
        for id, found in kept.items():
            region = regions[self.scheme.parent(id) or id]
            score = region.score + found.score
            region.add(found.best, found.evidence)
            region.score = score
        return Places(_ordered(municipalities), _ordered(regions))


def _share(found: Weighed) -> float:
    """What a place needs of the first one's score: more if named once with nothing of its own."""
    return _BARE_SHARE if found.is_bare else _NEXT_SHARE


def _enough(places: Mapping[str, Weighed], least: float) -> dict[str, Weighed]:
    return {id: found for id, found in places.items() if found.score >= least}


def _ordered(places: Mapping[str, Weighed]) -> tuple[Assignment, ...]:
    ordered = sorted(places.items(), key=lambda item: (-item[1].score, item[0]))
    return tuple(found.assignment(id) for id, found in ordered)


def _national(reading: Reading) -> Weighed:
    """How much the text says that it concerns the whole country."""
    weighed, asides = Weighed(), 0.0
    if is_national_site(reading.url):
        weighed.add(_NATIONAL_ENOUGH, Evidence(reading.url))
    for sign in national_signs(reading):
        weight = min(sign.weight, _ASIDES - asides) if sign.is_aside else sign.weight
        asides += weight if sign.is_aside else 0.0
        weighed.add(weight, sign.sentence.evidence(sign.at))
    return weighed
