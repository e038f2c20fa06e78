"""A document as a cataloguer reads it: sentences, and what part of the document each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ..models import Assignment, Evidence, Section, SectionRole
from .evidence import evidence
from .hints import Hints
from .words import Words

LEAD = 600
"""Characters of body text that open a document and tell most of what it is about."""

LONGEST_TITLE = 170
"""Characters; a longer "title" is a first sentence that stands where a title should."""

_MAY_END = re.compile(r"[.!?][)\"”]?\s+(?=[A-ZÅÄÖ\"”(•–])")
_ENDS = re.compile(r"(?:[^\W\d_]{2}|\d{4}|[)\"”%])[.!?]$|[!?]$")
_ABBREVIATIONS = ("mm.", "ym.", "ks.", "ns.", "nk.", "esim.", "t.ex.", "bl.a.", "vrt.", "toim.")
_SOURCES = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:keskeiset |käytetyt )?(?:lähteet|lähdeluettelo|lähdeviitteet|viitteet"
    r"|kirjallisuus|kirjallisuutta|källor|källförteckning|litteratur|referenser|references|sources"
    r"|bibliography|lue lisää|läs mer|muualla verkossa)\b\s*:?\s*",
    re.IGNORECASE,
)
_SOURCES_INSIDE = re.compile(r"(?<=\s)(?:Lähteet|LÄHTEET|Källor|KÄLLOR|References)\s*:\s")
_LONGEST_LIST_HEAD = 40
_BROKEN_WORD = re.compile(
    r"(?<=[a-zåäö])-\n(?!(?:ja|tai|sekä|eli|och|eller|samt|and|or)\b)([a-zåäö][^\s]*) ?"
)
_APPENDIX = re.compile(r"^\W*(?:liite|liitteet|bilaga|bilagor|appendix)\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"@|\[at\]|\(at\)|\bpuh(?:elin)?\b\.?|\btel\.|\btfn\b|\+358|^\W*(?:lisätie|yhteysti|mer info"
    r"|ytterligare|kontakt|contact|further information)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:kirjoittajat?|kirjoittanut|tekijät?|författare|skribent(?:er)?|authors?|written by"
    r"|toimittan(?:ut|eet)|kuvat?|bildtext|foto|paino)\s*:?\s",
    re.IGNORECASE,
)


_PATH_BREAK = re.compile(r"[/_\s.]+|-(?=[a-zåäö\d])")


_CONTACT_HINTS = (
    *("@", "at]", "(at)", "puh", "tel.", "tfn", "+358", "lisäti", "yhteyst", "kontakt"),
    *("contact", "mer info", "ytterligare", "further info"),
)
_SOURCES_HINTS = (
    *("lähte", "lähde", "viitteet", "kirjallisuu", "käll", "litteratur", "referen", "sources"),
    *("bibliograph", "lue lis", "läs mer", "muualla verk"),
)
_CREDIT_HINTS = (
    *("kirjoitta", "tekijä", "författ", "skriben", "author", "written by", "toimittan", "kuva"),
    *("bildtext", "foto", "paino"),
)


class _Cues(NamedTuple):
    """Whether there may be lists of sources, ways to contact, and credits."""

    sources: bool
    contact: bool
    credit: bool


def _hints_in(text: str) -> tuple[tuple[str, ...], ...]:
    """Which hints of each sort a document has: its sections are looked through for these only."""
    lower = text.lower()
    sorts = (_SOURCES_HINTS, _CONTACT_HINTS, _CREDIT_HINTS)
    return tuple(tuple(filter(lower.__contains__, hints)) for hints in sorts)


def _cues_in(text: str, hints: tuple[tuple[str, ...], ...]) -> _Cues:
    """A quick look at a section that spares most of its lines the patterns."""
    lower = text.lower()
    return _Cues(*(any(map(lower.__contains__, some)) for some in hints))


class Part(StrEnum):
    """Where a sentence stands, which tells how much its words say of the whole."""

    TITLE = "title"
    PUBLISHER = "publisher"
    PATH = "path"
    HEADING = "heading"
    SLOGAN = "slogan"
    LEAD = "lead"
    BODY = "body"
    NOTES = "notes"
    COMMENTS = "comments"
    CONTACT = "contact"
    CREDIT = "credit"
    SOURCES = "sources"


_NOT_ITS_TEXT = (Part.SOURCES, Part.PUBLISHER, Part.PATH)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or line, with its page and its part of the document."""

    text: str
    part: Part
    page: int | None = None

    def evidence(self, at: int = 0) -> Evidence:
        """This sentence as evidence of something found at position ``at``."""
        return evidence(self.text, self.page, at)


@dataclass(frozen=True)
class Reading:
    """All that detectors look at.

    ``crumbs`` is the way to the page as a site tells it, ``site`` its header and menus.
    """

    title: str
    sentences: tuple[Sentence, ...]
    language: Assignment
    url: str = ""
    media_type: str = ""
    layout: str = ""
    crumbs: str = ""
    site: str = ""
    has_comments: bool = False

    @cached_property
    def words(self) -> int:
        """How long the document is, in words: sources left out, and what stands outside it."""
        counted = (s.text for s in self.sentences if s.part not in _NOT_ITS_TEXT)
        return sum(text.count(" ") + 1 for text in counted)

    @cached_property
    def wording(self) -> Words:
        """The sentences in small letters and their words: detectors look there first."""
        return Words(tuple(sentence.text.lower() for sentence in self.sentences))

    def having(self, hints: Hints) -> tuple[Sentence, ...]:
        """The sentences that contain one of the hints, in order."""
        return tuple(self.sentences[at] for at in hints.sentences(self.wording))

    @cached_property
    def opening(self) -> str:
        """The title and what stands first, about a cover's worth."""
        taken, length = [], 0
        for sentence in self.sentences:
            if sentence.part in (Part.PUBLISHER, Part.PATH):
                continue
            taken.append(sentence.text)
            length += len(sentence.text)
            if length > LEAD:
                break
        return "\n".join(taken)


def sentences(
    title: str,
    sections: Iterable[Section],
    slogans: Iterable[tuple[str, int | None]] = (),
    publishers: Iterable[str] = (),
    path: str = "",
) -> Iterator[Sentence]:
    """Part a document into sentences in reading order.

    First come the title, who published it and the words of its path: folders are named too.
    """
    if title:
        yield Sentence(title, Part.TITLE if len(title) <= LONGEST_TITLE else Part.LEAD)
    for publisher in publishers:
        yield Sentence(publisher, Part.PUBLISHER)
    if path:
        yield Sentence(_PATH_BREAK.sub(" / ", path.rpartition(".")[0] or path).title(), Part.PATH)
    for text, page in slogans:
        yield Sentence(text, Part.SLOGAN, page)
    yield from _body(title, sections)


def _body(title: str, sections: Iterable[Section]) -> Iterator[Sentence]:
    """Headings and sentences; a list of sources lasts to the next heading or appendix."""
    lead, in_sources = LEAD, False
    sections = tuple(sections)
    hints = _hints_in("\n".join(section.text for section in sections))
    for section in sections:
        cues = _cues_in(section.text, hints)
        heading, *lines = _lines(f"{section.heading}\n{section.text}")
        if heading:
            in_sources = bool(_SOURCES.match(heading))
            if heading != title:
                yield Sentence(heading, Part.HEADING, section.page)
        for line in filter(lambda line: line and line != title, lines):
            starts = cues.sources and len(line) < _LONGEST_LIST_HEAD and _SOURCES.match(line)
            in_sources = bool(starts) or (in_sources and not _APPENDIX.match(line))
            for text, is_source in _parts(line, in_sources, cues):
                part = _part(text, section.role, lead > 0, cues)
                lead -= len(text)
                yield Sentence(text, Part.SOURCES if is_source else part, section.page)


def _lines(text: str) -> list[str]:
    """The lines of a text; a word or a list of names that a line end broke is made whole."""
    whole = _BROKEN_WORD.sub(r"\1\n", text) if "-\n" in text else text
    return whole.replace("/\n", "/").split("\n")


def _parts(line: str, in_sources: bool, cues: _Cues) -> Iterator[tuple[str, bool]]:
    """Sentences of a line, and whether each is of a list of sources."""
    inside = _sources_in(line) if cues.sources and not in_sources else None
    text, rest = (line[: inside.start()], line[inside.start() :]) if inside else (line, "")
    for sentence in _split(text):
        yield sentence, in_sources
    if rest:
        yield rest.strip(), True


def _split(text: str) -> Iterator[str]:
    """Sentences of a line; an abbreviation, an initial or a day ends none."""
    start = 0
    for found in _MAY_END.finditer(text):
        end = found.start() + 1
        if _ENDS.search(text, max(start, end - 6), end) and not text.endswith(
            _ABBREVIATIONS, start, end
        ):
            yield text[start : found.end()].strip()
            start = found.end()
    if text[start:].strip():
        yield text[start:].strip()


def _sources_in(line: str) -> re.Match[str] | None:
    """Where sources begin within a line."""
    starting = _SOURCES.match(line)
    at_start = starting if starting and starting[0].rstrip().endswith(":") else None
    return _SOURCES_INSIDE.search(line) or at_start


def _part(text: str, role: SectionRole, is_lead: bool, cues: _Cues) -> Part:
    if role is SectionRole.COMMENTS:
        return Part.COMMENTS
    if role is SectionRole.NOTES:
        return Part.NOTES
    if cues.credit and _CREDIT.match(text):
        return Part.CREDIT
    if cues.contact and _CONTACT.search(text):
        return Part.CONTACT
    return Part.LEAD if is_lead else Part.BODY
