"""Which organisation publishes a document: one that says so, or whose site, cover or slogan it is.

A domain name or a blog's name is no organisation. Unknown is better than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..document_ids import slug
from ..models import Named
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .gazetteer import Gazetteer
from .hints import Hints
from .labels import Hit, Label, LabelMatcher, build_matcher
from .reading import Part, Reading

STATE = "valtio"
"""The State pays, but publishes only through its offices."""

_BODY = re.compile(
    r"(?<!\w)(?:[\w-]*(?:kaupunki|kaupungit|kunta|kunnat|yhtymä|liitto|hyvinvointialue|ministeriö"
    r"|virasto|laitos|yliopisto|säätiö|yhdistys|keskus|verkosto|yksikkö|varhaiskasvatus"
    r"|varhaiskasvatuspalvelut|päivähoito|förbund|förening|stiftelse|universitet|nätverk"
    r"|församling)|ry|oy|stad|kommun|samkommun|university|association|foundation)(?!\w)"
    r"|^(?:city|municipality|university) of \w",
    re.IGNORECASE,
)
"""What an organisation's name ends with; what stands before says which one it is."""

_SERVICE = re.compile(r"varhaiskasvatus\w*$|päivähoito$", re.IGNORECASE)
"""A service is an organisation only as some town's."""

_TOWN_ITSELF = re.compile(
    r"\b(?:kaupunki|kunta|stad|kommun|city|municipality)\b|^[\w-]+$", re.IGNORECASE
)
_STATES = re.compile(
    r"^\W*(?:julkaisija|kustantaja|utgivare|publisher|published by|hallinnoija)\s*[:,]\s*"
    r"(?P<name>[^.;]{3,80})",
    re.IGNORECASE,
)
_TOWN_NAME = r"[A-ZÅÄÖ][\w-]*n (?:kaupunki|kunta|kuntayhtymä|maakuntakuntayhtymä)"
_ADMINISTERS = re.compile(
    rf"^(?P<name>{_TOWN_NAME}) (?:toimii|toimi) (?:hankkeen )?hallinnointikuntana"
)
_ADMINISTERED = re.compile(
    r"\b[Hh]an(?:ketta hallinnoi|kkeen hallinnoija(?:na)? (?:on|oli|toimii|toimi)) "
    rf"(?P<name>{_TOWN_NAME})"
)
_COORDINATES = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][^,.;]{2,60}?n) koordinoima(?=[^.]*(?:verkosto|hank))"
)
_TELLING = (_STATES, _ADMINISTERS, _ADMINISTERED, _COORDINATES)
_HINTS = Hints(
    (
        *("julkaisija", "kustantaja", "utgivare", "publishe", "hallinnoi", "hallinnointikun"),
        "koordinoima",
    )
)
_BESIDE = re.compile(r"\s+[–|·-]\s+.*$|,\s.*$")
_MOST_WORDS = 8
_LONGEST = 200
"""Characters that a name may have."""

_COVER = 400
"""Characters of a document's beginning where a line may be who publishes it."""

_STATED, _ON_COVER, _SITE, _SLOGAN = 0.9, 0.85, 0.75, 0.6


@dataclass(frozen=True)
class OrganisationFinder:
    """Finds the organisations of the vocabulary in a sentence, by every language's labels."""

    matcher: LabelMatcher

    def hits(self, text: str) -> Iterator[Hit]:
        """The names; an abbreviation counts in capitals only, so that no word is taken for one."""
        for hit in self.matcher.hits(text):
            name = text[hit.start : hit.end]
            if hit.weight == 1.0 and (len(name) > 5 or name.isupper() or name == "Karvi"):
                yield hit


@dataclass(frozen=True)
class OrganisationDetector:
    """Tells who publishes; built once."""

    finder: OrganisationFinder
    gazetteer: Gazetteer
    scheme: Scheme
    regions: Scheme

    def detect(self, reading: Reading) -> Named | None:
        """The publisher by its site or author field, by a statement, by the cover, by a slogan."""
        ways = (self._of_properties, self._stated, self._of_cover, self._of_slogan)
        return next((found for way in ways for found in way(reading)), None)

    def _of_properties(self, reading: Reading) -> Iterator[Named]:
        """A site may be called by its town's name alone."""
        language = reading.language.concept
        for sentence in reading.sentences:
            if sentence.part is Part.PUBLISHER:
                named = self._body(sentence.text, language) or self._town(sentence.text, language)
                if named:
                    yield Named(*named, _SITE, sentence.evidence())

    def _stated(self, reading: Reading) -> Iterator[Named]:
        for sentence in reading.having(_HINTS):
            if sentence.part in (Part.SOURCES, Part.COMMENTS, Part.PATH, Part.PUBLISHER):
                continue
            for found in filter(None, (way.search(sentence.text) for way in _TELLING)):
                is_inflected = found.re is _COORDINATES
                name = found["name"]
                named = self._known(name) if is_inflected else None
                named = named or (None if is_inflected else self._body(name, "fi"))
                if named:
                    yield Named(*named, _STATED, sentence.evidence())

    def _of_cover(self, reading: Reading) -> Iterator[Named]:
        """A line of the cover that is a town's or a known organisation's name and nothing else."""
        seen = 0
        for sentence in reading.sentences:
            if sentence.part in (Part.PUBLISHER, Part.PATH, Part.SLOGAN, Part.TITLE):
                continue
            seen += len(sentence.text)
            if seen > _COVER:
                return
            text = sentence.text.strip()
            is_line = len(text.split()) <= _MOST_WORDS and not text.endswith((".", ":", "!", "?"))
            named = self._body(text, reading.language.concept) if is_line else None
            if (
                named
                and self._is_known(named[0])
                and text.casefold().startswith(named[1].casefold())
            ):
                yield Named(*named, _ON_COVER, sentence.evidence())

    def _is_known(self, identifier: str) -> bool:
        return identifier in self.scheme.concepts or identifier in self.regions.concepts

    def _of_slogan(self, reading: Reading) -> Iterator[Named]:
        """A slogan that ends with a town's name is that town's."""
        for sentence in reading.sentences:
            last = sentence.text.split()[-1:] if sentence.part is Part.SLOGAN else []
            named = self._town(last[0], reading.language.concept) if last else None
            if named:
                yield Named(*named, _SLOGAN, sentence.evidence())

    def _body(self, text: str, language: str) -> tuple[str, str] | None:
        """Id and name where the text is an organisation's name; departments are left out."""
        whole = text.strip()
        if len(whole) > _LONGEST:
            return None
        known = self._known(whole)
        if known:
            return known
        towns = self._towns(whole, language)
        several = len(list(self.gazetteer.mentions(whole, language))) > 1
        name = whole if several else _BESIDE.sub("", whole)
        body = _BODY.search(name)
        if not body or not name[0].isupper() or len(name.split()) > _MOST_WORDS:
            return None
        is_generic = body.start() == 0 and " of " not in name
        if is_generic or (_SERVICE.search(name) and not towns):
            return None
        is_town = len(towns) == 1 and not several and _TOWN_ITSELF.search(name)
        return (towns[0] if is_town else slug(name)), name

    def _known(self, text: str) -> tuple[str, str] | None:
        """An organisation of the vocabulary that the text begins with, by its Finnish label."""
        hit = next(self.finder.hits(text), None)
        if hit is None or hit.start > 0 or hit.concept == STATE:
            return None
        return hit.concept, self.scheme.label(hit.concept, LANGUAGES[0])

    def _town(self, text: str, language: str) -> tuple[str, str] | None:
        """A municipality whose name the text is, what a site adds to it left out."""
        name = _BESIDE.sub("", text.strip())
        for town in self._towns(name, language):
            if name in self.regions.concepts[town].pref_label.values():
                return town, name
        return None

    def _towns(self, text: str, language: str) -> tuple[str, ...]:
        mentions = self.gazetteer.mentions(text, language)
        targets = (target for mention in mentions for target in mention.place.targets)
        return tuple(dict.fromkeys(one for one in targets if self.regions.parent(one)))


def load_organisation_detector(
    vocabularies: Vocabularies, gazetteer: Gazetteer
) -> OrganisationDetector:
    """Build the detector from ``organisations.csv`` and the names of places."""
    finder = load_organisation_finder(vocabularies)
    return OrganisationDetector(
        finder, gazetteer, vocabularies["organisation"], vocabularies["region"]
    )


def load_organisation_finder(vocabularies: Vocabularies) -> OrganisationFinder:
    """Build the matcher; names inflect as Finnish ones do, in every text."""
    labels = [
        Label(text, concept.id)
        for concept in vocabularies["organisation"].concepts.values()
        for code in LANGUAGES
        for text in (concept.pref_label.get(code, ""), *concept.alt_labels.get(code, ()))
        if text
    ]
    return OrganisationFinder(build_matcher(labels, LANGUAGES[0]))
