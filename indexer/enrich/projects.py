"""Which projects and programmes a document names: those of the vocabulary, and any by their form.

Finnish marks a name of several words with a space before the hyphen: ``Oikeus oppia -ohjelma``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..document_ids import slug
from ..models import Evidence, Named
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .hints import Hints, has_any
from .labels import Label, LabelMatcher, build_matcher
from .reading import Part, Reading, Sentence

_WORK = r"(?:[a-zåäö]*(?:hank(?:e|k)|projekt|ohjelma)|programm|project|programme)"
_SEVERAL = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w-]*(?: [\w-]+){1,6}) -" + _WORK,
)
_SINGLE = re.compile(rf"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w]{{2,}}(?: I{{1,3}})?) ?-{_WORK}")
_QUOTED = re.compile(
    r"(?:[Pp]rojektet|[Hh]anke|[Pp]roject) [”\"“](?P<name>[A-ZÅÄÖ][^”\"“]{2,60})[”\"“]"
)
_COMPANY = re.compile(r"hank(?:e|k)|projekt|ohjelma|programm|project|kokeilu|försök", re.IGNORECASE)
_NO_NAMES = frozenset(
    (
        *("esr", "okm", "oph", "stm", "avi", "stea", "ray", "leader", "erasmus", "eu"),
        *("it", "tv", "word", "excel", "powerpoint", "power point", "point", "teams"),
        *("uusi", "oma", "yhteinen", "ohjelma", "pilotti", "nykyinen", "ensimmäinen", "seuraava"),
    )
)
"""Who pays for a project is not what it is called, software is none, and ``Uusi-hanke`` is any."""

_THIS = frozenset(("tämä", "tämän", "tässä", "viime", "saman", "koko", "tuon", "jokainen"))
"""Words that point at a project that is named elsewhere: ``tämän vuoden -projekti``."""

_LOCATIVE = re.compile(r"(?:ss[aä]|st[aä]|ll[aä])$")
"""``Lapsen ääni Kainuussa``: a place at the end of a name does not begin it."""

_NOTHING = ' •–-*”"('
_KINDS = ("hanke", "hankk", "projekt", "project", "ohjelma", "program")
"""Words for a project, of which a name by its form has one beside it."""

_OF_PROJECTS = Hints(_KINDS)

_SURE, _ONCE = 0.9, 0.6
_NOT_ITS_TEXT = (Part.SOURCES, Part.COMMENTS, Part.PATH, Part.CONTACT, Part.PUBLISHER)


class _Place(NamedTuple):
    """A place where a project is named."""

    id: str
    name: str
    evidence: Evidence
    is_title: bool


@dataclass(frozen=True)
class ProjectDetector:
    """Finds projects and programmes by name; built once."""

    matchers: Mapping[str, LabelMatcher]
    scheme: Scheme

    def detect(self, reading: Reading) -> tuple[Named, ...]:
        """The names in the order in which they first stand; surer where named more than once."""
        matcher = self.matchers.get(reading.language.concept, self.matchers[LANGUAGES[0]])
        places: dict[str, list[_Place]] = {}
        spots = {*matcher.sentences(reading.wording), *_OF_PROJECTS.sentences(reading.wording)}
        for at in sorted(spots):
            if reading.sentences[at].part not in _NOT_ITS_TEXT:
                for place in self._in_sentence(matcher, reading.sentences[at]):
                    places.setdefault(place.id, []).append(place)
        return tuple(map(_named, places.values()))

    def _in_sentence(self, matcher: LabelMatcher, sentence: Sentence) -> Iterator[_Place]:
        text, taken = sentence.text, []
        is_title = sentence.part is Part.TITLE
        for hit in matcher.hits(text):
            if hit.weight == 1.0 and _is_name(text, hit.start, hit.end):
                taken.append((hit.start, hit.end))
                name = self.scheme.label(hit.concept, LANGUAGES[0])
                yield _Place(hit.concept, name, sentence.evidence(hit.start), is_title)
        for name, start, end in _by_form(text):
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                yield _Place(slug(name), name, sentence.evidence(start), is_title)


def load_project_detector(vocabularies: Vocabularies) -> ProjectDetector:
    """Build the detector from the labels of ``projects.csv``."""
    scheme = vocabularies["project"]
    labels = tuple(_labels(scheme))
    return ProjectDetector(
        matchers={code: build_matcher(labels, code) for code in LANGUAGES},
        scheme=scheme,
    )


def _labels(scheme: Scheme) -> Iterator[Label]:
    for concept in scheme.concepts.values():
        for code in LANGUAGES:
            for text in (concept.pref_label.get(code), *concept.alt_labels.get(code, ())):
                if text:
                    yield Label(text, concept.id)


def _named(places: Sequence[_Place]) -> Named:
    first = places[0]
    is_sure = len(places) > 1 or first.is_title
    return Named(first.id, first.name, _SURE if is_sure else _ONCE, first.evidence)


def _by_form(text: str) -> Iterator[tuple[str, int, int]]:
    """Names that their form gives away, with the place of all that may belong to them."""
    if not has_any(text, _KINDS):
        return
    for pattern in (_SEVERAL, _SINGLE, _QUOTED):
        for found in pattern.finditer(text):
            start, end = found.span("name")
            name = _own_words(found["name"], is_first=not text[:start].strip(_NOTHING))
            if name:
                yield name, start, end


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether words are a name here: capitalised, and where a sentence begins or in one word,
    with the word for a project beside them: ``Kaste`` is also dew, and lapsella on oikeus oppia.
    """
    if not text[start].isupper():
        return False
    is_first = not text[:start].strip(' •–-*”"')
    needs_company = is_first or " " not in text[start:end]
    return not needs_company or bool(_COMPANY.search(text))


def _own_words(name: str, *, is_first: bool) -> str:
    """The name without what may begin its sentence; "" where it names who pays.

    The capital that begins a sentence is nobody's: the name begins at a later one, if there is.
    """
    words = name.split()
    later = [
        at
        for at, word in enumerate(words)
        if at and word[0].isupper() and not _LOCATIVE.search(word) and words[at - 1][0].islower()
    ]
    own = " ".join(words[later[-1] :] if is_first and later else words)
    is_none = own.casefold() in _NO_NAMES or words[0].casefold() in _THIS
    return "" if is_none else own
