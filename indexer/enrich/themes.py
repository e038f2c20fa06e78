"""Which themes a document is about, by weight of evidence."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from operator import attrgetter

from ..models import Assignment, Evidence
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .aims import AimFinder, load_aim_finder
from .labels import Hit, Label, LabelMatcher, build_matcher
from .reading import Part, Reading, Sentence

_WEAK = 0.3
"""What a common label tells (``weak`` in themes.csv, ``supporting`` in theme_words.csv).

The unit is what a label of the theme itself tells.
"""

_TELLING = 0.4
"""What a word tells that is no label (``telling`` in theme_words.csv): two outdo a common label
that is said again and again, since a label said again counts by the square root."""

_ALONE = 0.6
"""What a common label tells where no other word for the theme stands beside it."""

_TITLE, _HEADING, _LEAD = 1.2, 0.4, 0.7
_DENSITY = 1.5
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
_PLACES = {Part.TITLE: _TITLE, Part.HEADING: _HEADING, Part.LEAD: _LEAD}
_OWN = (Part.LEAD, Part.BODY)
_weight_of = attrgetter("weight")


class _Manner(Enum):
    """How a sentence says its themes: a topic is a line that only names it."""

    PLAIN = auto()
    IN_PASSING = auto()
    HEADING = auto()
    TOPIC = auto()
    AIM = auto()


_SHARES = {_Manner.IN_PASSING: 0.5, _Manner.HEADING: 2.0, _Manner.TOPIC: 2.0}
"""What a mention tells by its manner, of what it tells elsewhere."""

_LIST = 4
"""Themes in one sentence that make it a list, which tells little of each."""

_TOPIC_WORDS = 6
"""Words of a line that names a topic, as items of an agenda do."""

_LEAST = 0.7
_LEAST_STATED = 0.4
"""What a theme weighs at least that the text states as its aim or lists among its topics, and
comes back to."""

_SHARE = 0.3
"""What a theme weighs at least, of the weightiest: others are said beside it."""

_SURE = 1.4
"""Weight of a theme whatever else there is."""

_MOST = 4
"""Themes of a document; one more is given only if the text lists it among its topics."""

_NARROWER_SHARE = 0.4
_VISITS = ("tutustu", "vierail", "visited", "studiebesök", "besökte")
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
class _Said:
    """How much a label was said: by itself, in all, and where it told most."""

    base: float
    total: float = 0.0
    best: float = 0.0


@dataclass(slots=True)
class _Weight:
    """What was found of a concept, by where it stood and by label."""

    title: float = 0.0
    in_title: frozenset[str] = frozenset()
    headings: float = 0.0
    lead: float = 0.0
    labels: dict[str, _Said] = field(default_factory=dict)
    best: float = 0.0
    evidence: Evidence | None = None
    stated: set[_Manner] = field(default_factory=set)

    def add(self, hits: Mapping[str, Hit], sentence: Sentence, manner: _Manner) -> None:
        """Count the hits of one sentence by label; where it stands counts by the best of them."""
        share = _PARTS[sentence.part] * _SHARES.get(manner, 1.0)
        if _states(sentence, manner, hits.values()):
            self.stated.add(manner)
        for label, hit in hits.items():
            said = self.labels.setdefault(label, _Said(hit.weight))
            said.total += share * hit.weight
            said.best = max(said.best, share * hit.weight)
        first = max(hits.values(), key=_weight_of)
        weight = share * first.weight
        if sentence.part is Part.TITLE:
            self.title = max(self.title, weight)
            self.in_title |= hits.keys()
        elif sentence.part is Part.HEADING:
            self.headings += weight
        elif sentence.part is Part.LEAD:
            self.lead += weight
        worth = weight * (1 + _PLACES.get(sentence.part, 0.0))
        if worth > self.best:
            self.best, self.evidence = worth, sentence.evidence(first.start)

    @property
    def is_alone(self) -> bool:
        """Whether one common label is all that was found: ``leikki`` is said in every text."""
        said = next(iter(self.labels.values()))
        return len(self.labels) == 1 and said.base <= _WEAK

    @property
    def is_said_again(self) -> bool:
        """Whether the theme's own labels are said more than once."""
        own = [said for said in self.labels.values() if said.base > _TELLING]
        return len(own) > 1 or any(said.total > said.best for said in own)

    def score(self, words: int) -> float:
        """The weight of evidence; other words for a theme tell more than the same again."""
        everywhere = sum(math.sqrt(said.total * said.best) for said in self.labels.values())
        return (_ALONE if self.is_alone else 1.0) * (
            _TITLE * self.title
            + _HEADING * math.log1p(self.headings)
            + _LEAD * math.log1p(self.lead)
            + _DENSITY * everywhere * 100 / (words + _SMOOTHING)
        )


@dataclass(frozen=True)
class ThemeDetector:
    """Finds themes by their labels in the document's language; built once."""

    matchers: Mapping[str, LabelMatcher]
    scheme: Scheme
    aims: AimFinder

    def detect(self, reading: Reading) -> tuple[Assignment, ...]:
        """The themes of a document, the surest first, each followed by its narrower concepts."""
        if not any(_FIELD.search(sentence.text) for sentence in reading.sentences):
            return ()
        weights = self._weigh(reading)
        scores = {theme: weight.score(reading.words) for theme, weight in weights.items()}
        broad = {theme: score for theme, score in scores.items() if not self.scheme.parent(theme)}
        return tuple(
            _assignment(concept, weights[concept], scores[concept])
            for theme in self._chosen(broad, weights)
            for concept in (theme, *self._narrower(theme, scores))
        )

    def _chosen(self, scores: Mapping[str, float], weights: Mapping[str, _Weight]) -> list[str]:
        """The few themes that weigh most, and those that the text itself calls its own."""
        beside = max(_LEAST, min(_SURE, _SHARE * max(scores.values(), default=0.0)))
        enough = (t for t, score in scores.items() if score >= self._least(t, weights[t], beside))
        ranked = sorted(enough, key=lambda theme: (-scores[theme], theme))
        one_more = (t for t in ranked[_MOST : _MOST + 1] if _Manner.TOPIC in weights[t].stated)
        return [*ranked[:_MOST], *one_more]

    def _least(self, theme: str, weight: _Weight, beside: float) -> float:
        """What a theme has to weigh: ``beside`` others, if nothing says that it is a main one."""
        if weight.stated:
            return _LEAST_STATED if weight.is_said_again else _LEAST
        names = self.scheme.concepts[theme].pref_label.values()
        return beside if weight.in_title.isdisjoint(names) else _LEAST

    def _narrower(self, theme: str, scores: Mapping[str, float]) -> Iterator[str]:
        for concept, score in sorted(scores.items(), key=lambda item: -item[1]):
            if self.scheme.parent(concept) == theme and score >= _NARROWER_SHARE * scores[theme]:
                yield concept

    def _weigh(self, reading: Reading) -> dict[str, _Weight]:
        """Weights by concept; a narrower concept's count for its broader one too."""
        matcher = self.matchers.get(reading.language.concept, self.matchers["fi"])
        weights: dict[str, _Weight] = {}
        words = reading.wording
        visits = set(words.holding([word for word in words.types if word.startswith(_VISITS)]))
        aims = self.aims.sentences(reading)
        for at in matcher.sentences(words):
            sentence = reading.sentences[at]
            if sentence.part not in _PARTS:
                continue
            told = self._told(matcher.among(words.of[at], words.lower[at]), sentence)
            if not told:
                continue
            in_passing = at in visits or self._is_list(told)
            manner = _Manner.IN_PASSING if in_passing else _manner(sentence, at in aims)
            for concept, hits in told.items():
                weights.setdefault(concept, _Weight()).add(hits, sentence, manner)
        return weights

    def _told(self, hits: Iterable[Hit], sentence: Sentence) -> dict[str, dict[str, Hit]]:
        """The hits of a sentence by concept and label: saying it twice there tells no more."""
        told: dict[str, dict[str, Hit]] = {}
        for hit in hits:
            if _GROUND.match(sentence.text[hit.end : hit.end + 40]):
                hit = hit._replace(weight=hit.weight * _WEAK)
            for concept in self._line[hit.concept]:
                labels = told.setdefault(concept, {})
                if hit.label not in labels or hit.weight > labels[hit.label].weight:
                    labels[hit.label] = hit
        return told

    def _is_list(self, told: Mapping[str, Mapping[str, Hit]]) -> bool:
        strong = (
            concept
            for concept, hits in told.items()
            if any(hit.weight > _WEAK for hit in hits.values())
        )
        return sum(not self.scheme.parent(concept) for concept in strong) >= _LIST

    @cached_property
    def _line(self) -> Mapping[str, tuple[str, ...]]:
        """Every concept with its broader ones, which its labels count for too."""
        return {concept: (concept, *self.scheme.ancestors(concept)) for concept in self.scheme}


def _manner(sentence: Sentence, is_aim: bool) -> _Manner:
    """How a sentence says its themes that is not in passing."""
    if sentence.part is not Part.TITLE and _is_topic(sentence.text):
        return _Manner.HEADING if sentence.part is Part.HEADING else _Manner.TOPIC
    return _Manner.AIM if is_aim and sentence.part in _OWN else _Manner.PLAIN


def _states(sentence: Sentence, manner: _Manner, hits: Collection[Hit]) -> bool:
    """Whether a theme is called the text's own, in an aim or a topic, by more than a common word.

    A topic that is nothing but a label of several words is one even if the label is common; what
    goes on after a colon tells of something that is done.
    """
    if manner is _Manner.AIM:
        return any(hit.weight > _TELLING for hit in hits)
    topic = _topic(sentence.text)
    if manner is not _Manner.TOPIC or ":" in topic:
        return False
    return any(
        hit.weight > _TELLING or (" " in hit.label and hit.end - hit.start == len(topic))
        for hit in hits
    )


def _is_topic(line: str) -> bool:
    """Whether a line only names a topic, bullets and what stands in parentheses left out."""
    is_sentence = line.endswith((".", "!", "?", ":"))
    return not is_sentence and _topic(line).count(" ") < _TOPIC_WORDS


def _topic(line: str) -> str:
    return _BESIDE_TOPIC.sub("", line).strip()


def _assignment(concept: str, weight: _Weight, score: float) -> Assignment:
    return Assignment(concept, round(1 - math.exp(-score / (2 * _LEAST)), 3), weight.evidence)


def load_theme_detector(vocabularies: Vocabularies) -> ThemeDetector:
    """Build the detector from the themes and their weak labels."""
    weak = {row["id"]: _cell(row.get("weak", "")) for row in vocabularies.rows("themes.csv")}
    scheme = vocabularies["theme"]
    words = vocabularies.rows("theme_words.csv")
    matchers = {
        language: build_matcher(
            (*_labels(scheme, weak, language), *_words(scheme, words, language)), language
        )
        for language in LANGUAGES
    }
    return ThemeDetector(matchers, scheme, load_aim_finder(vocabularies))


def _words(scheme: Scheme, rows: Iterable[Mapping[str, str]], language: str) -> Iterator[Label]:
    """Words that are no labels but tell of a theme, those that decide before the others."""
    for column, weight in (("telling", _TELLING), ("supporting", _WEAK)):
        for row in rows:
            if row["language"] == language and row["theme"] in scheme.concepts:
                for text in filter(None, map(str.strip, row[column].split(";"))):
                    yield Label(text, row["theme"], weight, in_compounds=weight > _WEAK)


def _cell(values: str) -> frozenset[str]:
    return frozenset(value.strip() for value in values.split(";"))


def _labels(scheme: Scheme, weak: Mapping[str, frozenset[str]], language: str) -> Iterator[Label]:
    for concept in scheme.concepts.values():
        preferred = concept.pref_label.get(language, "")
        for text in filter(None, (preferred, *concept.alt_labels.get(language, ()))):
            is_weak = text in weak.get(concept.id, ())
            yield Label(text, concept.id, _WEAK if is_weak else 1.0)
