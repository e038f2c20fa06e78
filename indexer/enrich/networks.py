"""Development networks that a document names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..models import Assignment, Evidence
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .labels import Label, LabelMatcher, build_matcher
from .reading import Part, Reading

_COMPANION = re.compile(r"verkosto|nätverk|network|opetushallitu|utbildningsstyr", re.IGNORECASE)
_CERTAIN, _ONCE = 0.9, 0.6


@dataclass(frozen=True)
class NetworkDetector:
    """Finds networks by name. An area of a network is never derived from a municipality."""

    matchers: Mapping[str, LabelMatcher]
    scheme: Scheme

    def detect(self, reading: Reading) -> tuple[Assignment, ...]:
        """The networks that the text names, those named first before others."""
        matcher = self.matchers.get(reading.language.concept, self.matchers["fi"])
        found: dict[str, list[Evidence]] = {}
        for at in matcher.sentences(reading.wording):
            sentence = reading.sentences[at]
            if sentence.part is Part.SOURCES:
                continue
            for hit in matcher.hits(sentence.text):
                name = sentence.text[hit.start : hit.end]
                if _is_name(name, sentence.text):
                    for network in (hit.concept, *self.scheme.ancestors(hit.concept)):
                        found.setdefault(network, []).append(sentence.evidence(hit.start))
        return tuple(
            Assignment(network, _CERTAIN if len(places) > 1 else _ONCE, places[0])
            for network, places in found.items()
        )


def _is_name(name: str, sentence: str) -> bool:
    """A name begins with a capital; one of a single word, also an ordinary word, needs company."""
    return name[0].isupper() and (
        " " in name or "-" in name or bool(_COMPANION.search(sentence.replace(name, "")))
    )


def load_network_detector(vocabularies: Vocabularies) -> NetworkDetector:
    """Build the detector from the networks' labels, every language's for every text."""
    scheme = vocabularies["network"]
    labels = tuple(_labels(scheme))
    matchers = {language: build_matcher(labels, language) for language in LANGUAGES}
    return NetworkDetector(matchers, scheme)


def _labels(scheme: Scheme) -> Iterator[Label]:
    for concept in scheme.concepts.values():
        for language in LANGUAGES:
            for text in (concept.pref_label[language], *concept.alt_labels.get(language, ())):
                yield Label(text, concept.id)
