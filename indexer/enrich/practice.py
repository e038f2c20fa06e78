"""The practice itself: which parts of a document state its aim, results and what others can learn.

A heading says what the text under it is; where no heading does, a sentence may that opens as such
statements do. What a law, a strategy or somebody else aims at is not the practice's aim.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..models import PracticePart, Section, SectionRole
from ..vocabulary import LANGUAGES, Scheme, Vocabularies
from .headings import HeadingMatcher, build_heading_matcher
from .reading import Part, Reading, Sentence
from .words import WORD

PRACTICE_PARTS = "practice_parts.csv"

LONGEST = 420
"""Characters of a part that are kept; the rest is read in its place."""

_MOST = 3
"""Sections that may state one part, such as the results for staff, guardians and children."""

_APPENDIX = re.compile(r"^\W*(?:liite|liitteet|bilaga|bilagor|appendix)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\D)")
_NO_DEPTH = 9
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?][)\"”]?(?=\s)|\n")
_LONGEST_RUN_IN = 60
"""Characters within which a line's own heading ends: ``Rahoitus: ...``."""

_BULLETS = " \t•–-*▪●"

_WORK = re.compile(
    r"hank(?:e|k)|projekt|kehittäm|kokeilu|pilot|verkosto|toiminna|mallin|työn\b|työskentely"
    r"|koulutu|opinnäytety|selvity|tutkimuk|suunnitelma|nätverk|försök|utveckl|project|network"
    r"|\btrial",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(
    r"\bla(?:ki|in|issa)\b|lai(?:n|ssa)\b|asetu(?:s|kse)|perusteiden|perusteissa|strategi|hallitus"
    r"|\blag(?:en|ens)?\b|läroplan|grunderna|\bact\b|curriculum|strategy",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^[^,;:.!?]{1,120}(?:n|mme|s|’s|'s)$", re.IGNORECASE)
_AS_ONE = re.compile(r"^\w+n[aä]$")
"""``Keskeisenä``, ``Yhtenä``: what sort of an aim it was."""

_OF_WHICH = re.compile(r", (?:jonka|joiden|vars|whose)$")


@dataclass(frozen=True, slots=True)
class Lead:
    """The phrases that open a statement of one part, and the pattern of where they may stand."""

    phrases: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class PracticeReader:
    """Finds the parts of a practice by headings and opening phrases; built once.

    ``openings`` are the first words of the phrases of each language.
    """

    headings: Mapping[str, HeadingMatcher]
    leads: Mapping[str, Mapping[str, Lead]]
    openings: Mapping[str, frozenset[str]]
    order: tuple[str, ...]

    def read(self, reading: Reading, sections: Sequence[Section]) -> tuple[PracticePart, ...]:
        """The parts that a document states, in the order of the vocabulary, then of the text."""
        language = reading.language.concept
        language = language if language in self.headings else LANGUAGES[0]
        matcher, leads = self.headings[language], self.leads[language]
        found = list(_under_headings(sections, matcher))
        missing = [part for part in leads if part not in {one.part for one in found}]
        wording = reading.wording
        opening = frozenset(wording.holding(self.openings[language] & wording.types))
        found += _in_sentences(reading, matcher, leads, missing, opening)
        return tuple(sorted(found, key=lambda part: self.order.index(part.part)))


def load_practice_reader(vocabularies: Vocabularies) -> PracticeReader:
    """Build the reader from the labels and the opening phrases of ``practice_parts.csv``."""
    scheme = vocabularies["practice_part"]
    rows = vocabularies.rows(PRACTICE_PARTS)
    leads = {code: _leads(rows, code) for code in LANGUAGES}
    return PracticeReader(
        headings={code: build_heading_matcher(_labels(scheme, code), code) for code in LANGUAGES},
        leads=leads,
        openings={
            code: frozenset(WORD.findall(one)[0] for lead in some.values() for one in lead.phrases)
            for code, some in leads.items()
        },
        order=tuple(scheme),
    )


def shortened(text: str) -> str:
    """A text cut at a sentence's end before LONGEST characters, with a mark that there is more."""
    text = text.strip()
    if len(text) <= LONGEST:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text[: LONGEST + 1])]
    cut = next((end for end in reversed(ends) if end > LONGEST // 3), 0)
    return text[: cut or text.rfind(" ", 0, LONGEST)].rstrip() + " …"


def _labels(scheme: Scheme, language: str) -> Iterator[tuple[str, str]]:
    for concept in scheme.concepts.values():
        for label in (concept.pref_label.get(language), *concept.alt_labels.get(language, ())):
            if label:
                yield label, concept.id


def _leads(rows: Iterable[Mapping[str, str]], language: str) -> Mapping[str, Lead]:
    leads = {}
    for row in rows:
        cell = row.get(f"lead_{language}", "").casefold()
        phrases = tuple(phrase.strip() for phrase in cell.split(";") if phrase.strip())
        if phrases:
            some = "|".join(re.escape(one) for one in sorted(phrases, key=len, reverse=True))
            pattern = re.compile(rf"(?:^|(?<=[\s•–-]))(?:{some})(?!\w)", re.IGNORECASE)
            leads[row["id"]] = Lead(phrases, pattern)
    return leads


def _under_headings(sections: Sequence[Section], matcher: HeadingMatcher) -> Iterator[PracticePart]:
    """Parts by their headings; where chapters state a part, what lies beneath them does not."""
    found: dict[str, list[tuple[int, PracticePart]]] = {}
    for at, section in enumerate(sections):
        if _APPENDIX.match(section.heading):
            break
        part = matcher.part_of(_NUMBER.sub("", section.heading)) if section.heading else None
        if part is None or section.role is not SectionRole.BODY:
            continue
        text = shortened(_text(sections, at, matcher))
        if text:
            stated = PracticePart(part, text, section.heading, section.page)
            found.setdefault(part, []).append((_depth(section.heading), stated))
    for stated_often in found.values():
        top = min(depth for depth, _ in stated_often)
        yield from [part for depth, part in stated_often if depth == top][:_MOST]


def _text(sections: Sequence[Section], at: int, matcher: HeadingMatcher) -> str:
    """The text under a heading; under a chapter's bare heading, that of what it consists of."""
    if sections[at].text.strip():
        return sections[at].text
    number = _NUMBER.match(sections[at].heading)
    texts: list[str] = []
    for section in sections[at + 1 :]:
        within = _NUMBER.match(section.heading)
        if number and not (within and within[1].startswith(number[1] + ".")):
            break
        if matcher.part_of(_NUMBER.sub("", section.heading)) or len("\n".join(texts)) > LONGEST:
            break
        texts.append(section.text)
        if not number and section.text:
            break
    return "\n".join(texts)


def _depth(heading: str) -> int:
    number = _NUMBER.match(heading)
    return number[1].count(".") if number else _NO_DEPTH


def _in_sentences(
    reading: Reading,
    matcher: HeadingMatcher,
    leads: Mapping[str, Lead],
    missing: list[str],
    opening: Collection[int],
) -> Iterator[PracticePart]:
    """The first sentence that states each missing part; it may open so where ``opening`` says."""
    sentences, lower = reading.sentences, reading.wording.lower
    for at, sentence in enumerate(sentences):
        if not missing or sentence.part not in (Part.LEAD, Part.BODY):
            continue
        heading, _, rest = sentence.text[:_LONGEST_RUN_IN].partition(":")
        announced = matcher.part_of(heading, alone=True) if rest.strip() else None
        if announced in missing and not heading.startswith(tuple(_BULLETS)):
            missing.remove(announced)
            said = sentence.text.partition(":")[2]
            yield PracticePart(announced, shortened(said), heading, sentence.page)
            continue
        if at not in opening:
            continue
        before = sentences[at - 1].text if at else ""
        hinted = [one for one in missing if any(map(lower[at].__contains__, leads[one].phrases))]
        for part in [one for one in hinted if _opens(leads[one], sentence.text, before)]:
            missing.remove(part)
            yield PracticePart(part, _whole(sentences, at), page=sentence.page)


def _opens(lead: Lead, text: str, before: str) -> bool:
    """Whether a sentence opens with the phrase, or with the work whose aim (and so on) it is."""
    found = lead.pattern.search(text)
    if not found or _NOT_ITS_OWN.search(text[: found.start()]):
        return False
    subject = text[: found.start()].strip(_BULLETS)
    if not subject or _AS_ONE.match(subject):
        return not _NOT_ITS_OWN.search(before)
    owner = _OF_WHICH.sub("", subject)
    return bool(_WORK.search(owner) and (owner != subject or _SUBJECT.match(subject)))


def _whole(sentences: Sequence[Sentence], at: int) -> str:
    """The sentence, and the list that follows where it announces one."""
    texts = [sentences[at].text]
    if texts[0].endswith(":"):
        for following in sentences[at + 1 : at + 6]:
            if following.part is Part.HEADING or following.page != sentences[at].page:
                break
            texts.append(following.text)
    return shortened("\n".join(texts))
