"""Which children a document is about, by age, and in which form of activity.

One child's age in a story, or a word in passing, tells nothing of the whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..errors import VocabularyError
from ..models import Assignment, Evidence
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .hints import Hints
from .labels import Label, LabelMatcher, build_matcher
from .reading import Part, Reading, Sentence

AGE_GROUPS = "age_groups.csv"

_PARTS = {Part.TITLE: 4.0, Part.HEADING: 2.0, Part.LEAD: 1.5, Part.BODY: 1.0, Part.NOTES: 0.5}
_LEAST = 2.0
"""Weight from which a group is one that the document is about: more than one word in passing."""

_PER_WORD, _MOST_LEAST = 1 / 2500, 4.0
"""How that grows with the document, in which more is said in passing; not for headings."""

_LEAST_ACTIVITY = 3.0
_SHARE = 0.25
"""What a form of activity weighs at least, of the one that is spoken of most."""

_SURE = 8.0
"""Weight at which there is no doubt left."""

_NUMBERS = {
    name: number
    for names in (
        ("yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi"),
        ("yhden", "kahden", "kolmen", "neljän", "viiden", "kuuden"),
        ("ett", "två", "tre", "fyra", "fem", "sex"),
        ("one", "two", "three", "four", "five", "six"),
    )
    for number, name in enumerate(names, 1)
}
_NUMBER = rf"(?:\d|{'|'.join(_NUMBERS)})"
_AGES = re.compile(
    rf"(?:(?P<under>\b(?:alle|under)\s)|\b)(?:(?P<first>{_NUMBER})\s?(?:[–-]|ja|till|to|och|and)\s?)?"
    rf"(?P<last>{_NUMBER})[\s-]?(?:vuotia(?:at|i\w+|sten)|åringar\w*|year-olds|years? olds?)",
    re.IGNORECASE,
)
"""Ages of children in the plural: ``3-vuotiaana`` and ``5-vuotias Elli`` are somebody's."""


_IN_NUMBERS = 1.5
"""What an age in numbers tells, of what a word such as ``taaperot`` does."""

_OF_AGE = Hints(("vuotia", "åring", "year"))


@dataclass(slots=True)
class _Weight:
    total: float = 0.0
    best: float = 0.0
    evidence: Evidence | None = field(default=None)

    def add(self, weight: float, sentence: Sentence, at: int) -> None:
        self.total += weight
        if weight > self.best:
            self.best, self.evidence = weight, sentence.evidence(at)


@dataclass(frozen=True)
class _Labels:
    """The labels of a vocabulary by language, and its concepts in order."""

    matchers: Mapping[str, LabelMatcher]
    order: tuple[str, ...]


@dataclass(frozen=True)
class GroupDetector:
    """Finds age groups and forms of activity; built once. ``years`` are the ages of each group."""

    ages: _Labels
    activities: _Labels
    years: Mapping[str, range]

    def age_groups(self, reading: Reading) -> tuple[Assignment, ...]:
        """The groups that the document speaks of more than once, or prominently."""
        weights = _weigh(self.ages, reading)
        for sentence in reading.having(_OF_AGE):
            if sentence.part not in _PARTS:
                continue
            for found in _AGES.finditer(sentence.text):
                for group in self._groups(found):
                    weight = _IN_NUMBERS * _PARTS[sentence.part]
                    weights[group].add(weight, sentence, found.start())
        least = min(_LEAST + _PER_WORD * reading.words, _MOST_LEAST)
        told = {
            group: weight
            for group, weight in weights.items()
            if weight.total >= (_LEAST if weight.best >= _PARTS[Part.HEADING] else least)
        }
        return _assignments(told, _LEAST, self.ages.order)

    def activities_of(self, reading: Reading) -> tuple[Assignment, ...]:
        """The forms of activity that make up a good part of what the document speaks of."""
        weights = _weigh(self.activities, reading)
        most = max((weight.total for weight in weights.values()), default=0.0)
        least = max(_LEAST_ACTIVITY, _SHARE * most)
        return _assignments(weights, least, self.activities.order)

    def _groups(self, found: re.Match[str]) -> Iterator[str]:
        """The groups that a range covers by half, of the range or of the group.

        All of them together are no group: that is every child before school.
        """
        last = _number(found["last"])
        ages = range(_number(found["first"]) if found["first"] else last, last + 1)
        if found["under"]:
            ages = range(0, last)
        groups = [group for group, years in self.years.items() if _covers(ages, years)]
        if len(groups) < len(self.years):
            yield from groups


def load_group_detector(vocabularies: Vocabularies) -> GroupDetector:
    """Build the detector from ``age_groups.csv`` and ``activities.csv``. Raises VocabularyError."""
    return GroupDetector(
        ages=_read(vocabularies["age_group"]),
        activities=_read(vocabularies["activity"]),
        years=dict(map(_years, vocabularies.rows(AGE_GROUPS))),
    )


def _years(row: Mapping[str, str]) -> tuple[str, range]:
    """A group's ages. Raises VocabularyError where a row does not give them."""
    try:
        return row["id"], range(int(row["from"]), int(row["to"]) + 1)
    except (KeyError, ValueError) as error:
        raise VocabularyError(
            f"{AGE_GROUPS}: {dict(row)} needs its youngest and oldest age, in whole years, in the "
            "columns from and to."
        ) from error


def _read(scheme: Scheme) -> _Labels:
    labels = {code: tuple(_labels(scheme, code)) for code in LANGUAGES}
    return _Labels(
        matchers={code: build_matcher(labels[code], code) for code in LANGUAGES},
        order=tuple(scheme),
    )


def _labels(scheme: Scheme, language: str) -> Iterator[Label]:
    for concept in scheme.concepts.values():
        for text in (concept.pref_label.get(language), *concept.alt_labels.get(language, ())):
            if text and not _AGES.search(text):
                yield Label(text, concept.id)


def _weigh(labels: _Labels, reading: Reading) -> dict[str, _Weight]:
    """Weights by concept; saying it twice in a sentence tells no more."""
    matcher = labels.matchers.get(reading.language.concept, labels.matchers[LANGUAGES[0]])
    weights: dict[str, _Weight] = defaultdict(_Weight)
    for at in matcher.sentences(reading.wording):
        sentence = reading.sentences[at]
        share = _PARTS.get(sentence.part)
        if share is None:
            continue
        for concept, hit in {hit.concept: hit for hit in matcher.hits(sentence.text)}.items():
            weights[concept].add(share * hit.weight, sentence, hit.start)
    return weights


def _assignments(
    weights: Mapping[str, _Weight], least: float, order: Iterable[str]
) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(group, round(min(1.0, weight.total / _SURE), 3), weight.evidence)
        for group in order
        if (weight := weights.get(group)) and weight.total >= least
    )


def _covers(ages: range, years: range) -> bool:
    both = len(set(ages) & set(years))
    return both > 0 and 2 * both >= min(len(ages), len(years))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]
