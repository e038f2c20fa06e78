"""A corpus of any size from a seed: Finnish-looking words, Zipf's law, topics, every facet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from indexer.models import (
    Assignment,
    Dating,
    Evidence,
    PartialDate,
    Record,
    Section,
)
from indexer.vocabulary import Vocabularies

WORDS = 410
LEMMAS = 20_000
"""Gives 19,000 word forms in 51,000 words, where the sample corpus has 15,000."""

TOPICS = 60
TOPIC_SHARE = 0.25

_SYLLABLES = [
    consonant + vowel
    for consonant in ("", *"kkkpttssshhjllmmnnrvv")
    for vowel in ("a", "e", "i", "o", "u", "y", "ä", "aa", "ee", "ii", "uu", "ai", "ei", "uo", "yö")
]
_ENDINGS = ("", "n", "t", "ssa", "sta", "lla", "lta", "ksi", "ja", "mme", "ssakin", "na")


class Corpus:
    """Generates records; the same seed gives the same ones."""

    def __init__(self, vocabularies: Vocabularies, seed: int = 1) -> None:
        self._random = np.random.default_rng(seed)
        self._vocabularies = vocabularies
        self._lemmas = self._make_lemmas()
        self._share = _zipf(LEMMAS)
        self._ending_share = _zipf(len(_ENDINGS))
        self._municipalities = [
            one for one in vocabularies["region"] if vocabularies["region"].parent(one)
        ]

    def records(self, count: int) -> Iterator[Record]:
        """So many records of about ``WORDS`` words each."""
        for number in range(count):
            yield self._record(number)

    def _make_lemmas(self) -> list[str]:
        lemmas: dict[str, None] = {}
        while len(lemmas) < LEMMAS:
            syllables = self._random.choice(_SYLLABLES, self._random.integers(2, 6))
            lemmas["".join(syllables)] = None
        return list(lemmas)

    def _words(self, count: int, topic: int) -> list[str]:
        places = np.searchsorted(self._share, self._random.random(count))
        # A topic's words are those whose rank has its remainder: common and rare ones alike.
        on_topic = self._random.random(count) < TOPIC_SHARE
        places[on_topic] = places[on_topic] // TOPICS * TOPICS + topic
        endings = np.searchsorted(self._ending_share, self._random.random(count))
        return [
            self._lemmas[min(place, LEMMAS - 1)] + _ENDINGS[ending]
            for place, ending in zip(places, endings, strict=True)
        ]

    def _text(self, count: int, topic: int) -> str:
        words = self._words(count, topic)
        sentences = [words[at : at + 11] for at in range(0, count, 11)]
        return " ".join(f"{' '.join(words).capitalize()}." for words in sentences)

    def _record(self, number: int) -> Record:
        topic = int(self._random.integers(TOPICS))
        towns = self._pick(self._municipalities, 1, 4)
        regions = {self._vocabularies["region"].parent(town) or town for town in towns}
        year = int(self._random.integers(2005, 2027))
        sections = [
            Section(self._text(4, topic)[:-1], self._text((WORDS - 18) // 3, topic), page)
            for page in (1, 2, 3)
        ]
        return Record(
            id=f"asiakirja-{number:06d}",
            path=f"kansio/asiakirja-{number:06d}.html",
            media_type="text/html",
            checksum=f"{number:064x}",
            title=self._text(6, topic)[:-1],
            sections=tuple(sections),
            language=Assignment("fi", 1.0),
            kind=Assignment(self._pick(list(self._vocabularies["kind"]), 1, 2)[0], 0.9),
            dating=Dating(PartialDate(year, int(self._random.integers(1, 13)))),
            years=tuple(range(year, year + int(self._random.integers(1, 4)))),
            regions=_assigned(sorted(regions)),
            municipalities=_assigned(towns),
            themes=_assigned(self._pick(list(self._vocabularies["theme"]), 1, 5)),
            networks=_assigned(self._pick(list(self._vocabularies["network"]), 0, 2)),
            url=f"https://example.org/{number}",
        )

    def _pick(self, values: list[str], least: int, most: int) -> list[str]:
        count = int(self._random.integers(least, most))
        return [str(one) for one in self._random.choice(values, count, replace=False)]


def _zipf(count: int) -> NDArray[np.float64]:
    """The share of the first, of the first two, and so on, where the nth has 1/n of the first's."""
    shares: NDArray[np.float64] = np.cumsum(1 / np.arange(1, count + 1))
    shares /= shares[-1]
    return shares


def _assigned(concepts: list[str]) -> tuple[Assignment, ...]:
    return tuple(Assignment(one, 0.8, Evidence(f"… {one} …", 1)) for one in concepts)
