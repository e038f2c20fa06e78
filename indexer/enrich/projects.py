"""Which projects and programmes a document names: those of the vocabulary, and any by their form.

Finnish marks a name of several words with a space before the hyphen: ``Oikeus oppia -ohjelma``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..document_ids import slug
from ..models import Evidence, Named
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
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
_NO_NAMES = frozenset(("esr", "okm", "oph", "stm", "avi", "stea", "ray", "leader", "erasmus", "it"))
"""Who pays for a project is not what it is called."""

_LOCATIVE = re.compile(r"(?:ss[aä]|st[aä]|ll[aä])$")
"""``Lapsen ääni Kainuussa``: a place at the end of a name does not begin it."""

_NOTHING = ' •–-*”"('
_BEGINNING = 4
"""Letters of a name that no case form changes."""

_KINDS = ("hanke", "hankk", "projekt", "project", "ohjelma", "program")
"""Words for a project, of which a name by its form has one beside it."""

_SURE, _ONCE = 0.9, 0.6
_NOT_ITS_TEXT = (Part.SOURCES, Part.COMMENTS, Part.PATH, Part.CONTACT, Part.PUBLISHER)


@dataclass(frozen=True)
class ProjectDetector:
    """Finds projects and programmes by name; built once."""

    matchers: Mapping[str, LabelMatcher]
    scheme: Scheme
    hints: tuple[str, ...]

    def detect(self, reading: Reading) -> tuple[Named, ...]:
        """The names in the order in which they first stand; surer where named more than once."""
        matcher = self.matchers.get(reading.language.concept, self.matchers[LANGUAGES[0]])
        found: dict[str, tuple[str, list[Evidence], bool]] = {}
        for sentence in reading.sentences:
            if sentence.part in _NOT_ITS_TEXT or not any(
                map(sentence.text.__contains__, self.hints)
            ):
                continue
            for identifier, name, at in self._in_sentence(matcher, sentence):
                _, evidence, is_title = found.get(identifier, ("", [], False))
                evidence.append(sentence.evidence(at))
                is_title = is_title or sentence.part is Part.TITLE
                found[identifier] = (found.get(identifier, (name,))[0], evidence, is_title)
        return tuple(
            Named(identifier, name, _SURE if is_title or len(evidence) > 1 else _ONCE, evidence[0])
            for identifier, (name, evidence, is_title) in found.items()
        )

    def _in_sentence(
        self, matcher: LabelMatcher, sentence: Sentence
    ) -> Iterator[tuple[str, str, int]]:
        text, taken = sentence.text, []
        for hit in matcher.hits(text):
            if hit.weight == 1.0 and _is_name(text, hit.start, hit.end):
                taken.append((hit.start, hit.end))
                yield hit.concept, self.scheme.label(hit.concept, LANGUAGES[0]), hit.start
        for pattern in (_SEVERAL, _SINGLE, _QUOTED):
            for found in pattern.finditer(text):
                start, end = found.span("name")
                name = _own_words(found["name"], is_first=not text[:start].strip(_NOTHING))
                if name and all(end <= a or start >= b for a, b in taken):
                    taken.append((start, end))
                    yield slug(name), name, start


def load_project_detector(vocabularies: Vocabularies) -> ProjectDetector:
    """Build the detector from the labels of ``projects.csv``."""
    scheme = vocabularies["project"]
    labels = tuple(_labels(scheme))
    return ProjectDetector(
        matchers={code: build_matcher(labels, code) for code in LANGUAGES},
        scheme=scheme,
        hints=(*dict.fromkeys(one for label in labels for one in _capitals(label.text)), *_KINDS),
    )


def _labels(scheme: Scheme) -> Iterator[Label]:
    for concept in scheme.concepts.values():
        for code in LANGUAGES:
            for text in (concept.pref_label.get(code), *concept.alt_labels.get(code, ())):
                if text:
                    yield Label(text, concept.id)


def _capitals(label: str) -> tuple[str, str]:
    """How a name begins, whatever its case: with a capital, or in capitals."""
    beginning = label[:_BEGINNING]
    return beginning[0].upper() + beginning[1:], beginning.upper()


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
    return "" if own.casefold() in _NO_NAMES else own
