"""Which themes a document is about, by weight of evidence."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..models import Assignment, Evidence
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .labels import Hit, Label, LabelMatcher, build_matcher
from .reading import Part, Reading, Sentence

_WEAK = 0.3
"""What a common label tells (``weak`` in themes.csv), of what the others tell."""

_TITLE, _HEADING, _LEAD = 1.5, 0.3, 0.5
_DENSITY = 2.0
"""Weight of a mention in each hundred words."""

_SMOOTHING = 80
"""Words added to a document's length, so that one word of a short text does not weigh much."""

_PARTS = {
    Part.BODY: 1.0,
    Part.LEAD: 1.0,
    Part.HEADING: 1.0,
    Part.TITLE: 1.0,
    Part.NOTES: 0.7,
    Part.COMMENTS: 0.3,
    Part.CONTACT: 0.3,
}
_LIST = 4
"""Themes in one sentence that make it a list, which tells little of each."""

_IN_PASSING = 0.5
_TOPIC_WORDS = 6
"""Words of a line that names a topic, as items of an agenda do."""

_TOPIC = 2.0
_LEAST = 0.85
_MOST = 5
_NARROWER_SHARE = 0.4
_VISIT = re.compile(r"\btutustu|vierail|study visit|\bvisited|studiebesök|\bbesökte", re.IGNORECASE)
"""What was seen on a visit is somebody else's practice."""

_FIELD = re.compile(
    r"varhaiskasv|päiväko|päivähoi|esiope|eskar|lapsi(?!perhe)|laste|lapse|vasu|pedagog|leik|kasvattaj|kasvatu[sk]|daghem|dagis"
    r"|småbarn|barn|förskol|child|kindergarten|nurser|preschool|kielipes|språkbo|mánná|mánáid",
    re.IGNORECASE,
)
"""Words of early childhood education; a text without them has none of its themes."""

_BESIDE_TOPIC = re.compile(r"^\W+|\([^)]*\)\W*$")
_GROUND = re.compile(
    r"^\s+(?:mukai|mukaan|pohjal|pohjaut|perusteiden muk|ohjaa|edellyttä|velvoitta)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Weight:
    """What was found of a concept, by where it stood."""

    title: float = 0.0
    headings: float = 0.0
    lead: float = 0.0
    everywhere: float = 0.0
    best: float = 0.0
    evidence: Evidence | None = None

    def add(self, hit: Hit, sentence: Sentence, weight: float) -> None:
        self.everywhere += weight
        place = {Part.TITLE: _TITLE, Part.HEADING: _HEADING, Part.LEAD: _LEAD}
        if sentence.part is Part.TITLE:
            self.title = max(self.title, weight)
        elif sentence.part is Part.HEADING:
            self.headings += weight
        elif sentence.part is Part.LEAD:
            self.lead += weight
        worth = weight * (1 + place.get(sentence.part, 0.0))
        if worth > self.best:
            self.best, self.evidence = worth, sentence.evidence(hit.start)

    def score(self, words: int) -> float:
        density = self.everywhere * 100 / (words + _SMOOTHING)
        return (
            _TITLE * self.title
            + _HEADING * math.log1p(self.headings)
            + _LEAD * math.log1p(self.lead)
            + _DENSITY * density
        )


@dataclass(frozen=True)
class ThemeDetector:
    """Finds themes by their labels in the document's language; built once."""

    matchers: Mapping[str, LabelMatcher]
    scheme: Scheme

    def detect(self, reading: Reading) -> tuple[Assignment, ...]:
        """The themes of a document, the surest first, each followed by its narrower concepts."""
        if not any(_FIELD.search(sentence.text) for sentence in reading.sentences):
            return ()
        weights = self._weigh(reading)
        scores = {theme: weight.score(reading.words) for theme, weight in weights.items()}
        broad = {theme: score for theme, score in scores.items() if not self.scheme.parent(theme)}
        chosen = sorted(
            (theme for theme, score in broad.items() if score >= _LEAST),
            key=lambda theme: (-broad[theme], theme),
        )[:_MOST]
        return tuple(
            _assignment(concept, weights[concept], scores[concept])
            for theme in chosen
            for concept in (theme, *self._narrower(theme, scores))
        )

    def _narrower(self, theme: str, scores: Mapping[str, float]) -> Iterator[str]:
        for concept, score in sorted(scores.items(), key=lambda item: -item[1]):
            if self.scheme.parent(concept) == theme and score >= _NARROWER_SHARE * scores[theme]:
                yield concept

    def _weigh(self, reading: Reading) -> dict[str, _Weight]:
        """Weights by concept; a narrower concept's count for its broader one too."""
        matcher = self.matchers.get(reading.language.concept, self.matchers["fi"])
        weights: dict[str, _Weight] = {}
        for at in matcher.sentences(reading.wording):
            sentence = reading.sentences[at]
            share = _PARTS.get(sentence.part)
            if share is None:
                continue
            hits = self._best_hits(matcher, sentence)
            if not hits:
                continue
            strong = [concept for concept, hit in hits.items() if hit.weight > _WEAK]
            is_list = sum(not self.scheme.parent(concept) for concept in strong) >= _LIST
            if is_list or _VISIT.search(sentence.text):
                share *= _IN_PASSING
            elif sentence.part is not Part.TITLE and _is_topic(sentence.text):
                share *= _TOPIC
            for concept, hit in hits.items():
                weights.setdefault(concept, _Weight()).add(hit, sentence, share * hit.weight)
        return weights

    def _best_hits(self, matcher: LabelMatcher, sentence: Sentence) -> dict[str, Hit]:
        """The best hit of each concept in a sentence: saying it twice there tells no more."""
        best: dict[str, Hit] = {}
        for hit in matcher.hits(sentence.text):
            if _GROUND.match(sentence.text[hit.end :][:40]):
                hit = hit._replace(weight=hit.weight * _WEAK)
            for concept in (hit.concept, *self.scheme.ancestors(hit.concept)):
                if concept not in best or hit.weight > best[concept].weight:
                    best[concept] = hit
        return best


def _is_topic(line: str) -> bool:
    """Whether a line only names a topic, bullets and what stands in parentheses left out."""
    is_sentence = line.endswith((".", "!", "?", ":"))
    return not is_sentence and _BESIDE_TOPIC.sub("", line).count(" ") < _TOPIC_WORDS


def _assignment(concept: str, weight: _Weight, score: float) -> Assignment:
    return Assignment(concept, round(1 - math.exp(-score / (2 * _LEAST)), 3), weight.evidence)


def load_theme_detector(vocabularies: Vocabularies) -> ThemeDetector:
    """Build the detector from the themes and their weak labels."""
    weak = {row["id"]: _cell(row.get("weak", "")) for row in vocabularies.rows("themes.csv")}
    scheme = vocabularies["theme"]
    matchers = {
        language: build_matcher(_labels(scheme, weak, language), language) for language in LANGUAGES
    }
    return ThemeDetector(matchers, scheme)


def _cell(values: str) -> frozenset[str]:
    return frozenset(value.strip() for value in values.split(";"))


def _labels(scheme: Scheme, weak: Mapping[str, frozenset[str]], language: str) -> Iterator[Label]:
    for concept in scheme.concepts.values():
        preferred = concept.pref_label.get(language, "")
        for text in filter(None, (preferred, *concept.alt_labels.get(language, ()))):
            is_weak = text in weak.get(concept.id, ())
            yield Label(text, concept.id, _WEAK if is_weak else 1.0)
