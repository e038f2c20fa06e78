"""The core types, from a file of the corpus to a result; standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

UNKNOWN = "unknown"
"""The id of "not known" in every facet."""

NATIONAL = "valtakunnallinen"
"""The region id of what concerns the whole country."""

FACETS = ("region", "theme", "year", "kind", "lang", "network")
"""Names of the facets, as they stand in addresses, in their order on the page."""


class Status(StrEnum):
    """Whether a document may be found."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Source(StrEnum):
    """Who says it: staff in a sidecar, or the program from the text."""

    STAFF = "staff"
    DETECTED = "detected"


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the day and month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """How much is known."""
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    def __str__(self) -> str:
        """ISO 8601, reduced to what is known: ``2021``, ``2021-11``, ``2021-11-12``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class StaffMetadata:
    """What staff wrote in the sidecar; wins over what is detected. None or () is "not said"."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    date: PartialDate | None = None
    kind: str | None = None
    language: str | None = None
    regions: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    withdrawn_at: str | None = None
    reason: str | None = None
    note: str | None = None
    rights: str | None = None
    link_only: bool = False


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file of the corpus.

    ``path`` is relative to the corpus with forward slashes in NFC; ``file`` is where it really
    is; ``checksum`` is the SHA-256 of the bytes in hexadecimal.
    """

    id: str
    path: str
    file: Path
    media_type: str
    checksum: str
    staff: StaffMetadata = field(default_factory=StaffMetadata)

    @property
    def status(self) -> Status:
        """Published, unless staff withdrew it."""
        return self.staff.status


class SectionRole(StrEnum):
    """What part of a document a section is."""

    BODY = "body"
    NOTES = "notes"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it; ``page`` is the page or slide number, from 1.

    ``page_label`` is what is printed on that page (``iv``, ``12``) where it is another;
    ``language`` is set by enrichment where the section is in another language than the document.
    """

    heading: str
    text: str
    page: int | None = None
    role: SectionRole = SectionRole.BODY
    page_label: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Text that was cut, and why, so that staff can see it."""

    text: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that the document's own metadata states; ``where`` names the place it stood.

    ``where`` is one of ``json-ld``, ``meta``, ``time``, ``front-matter``, ``property``.
    """

    value: PartialDate
    where: str


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """What a parser made of a file.

    Text is normalised once, before any offset is taken (``indexer.analysis.text.normalise``).
    ``properties`` holds what the format itself states, under ``author``, ``site``, ``url``,
    ``language``, ``layout``, ``tags`` (one a line), where it does.
    """

    title: str
    sections: tuple[Section, ...]
    removed: tuple[Removed, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that decided, and its page."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A concept that a document is about; ``score`` lies in 0..1, 1 for staff."""

    concept: str
    score: float
    evidence: Evidence | None = None
    source: Source = Source.DETECTED


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of publication, with what decided it."""

    date: PartialDate
    evidence: Evidence | None = None
    source: Source = Source.DETECTED


@dataclass(frozen=True, slots=True)
class Named:
    """What a document names: ``id`` is a concept's, else made from ``name`` as the text has it."""

    id: str
    name: str
    score: float
    evidence: Evidence | None = None
    source: Source = Source.DETECTED


@dataclass(frozen=True, slots=True)
class PracticePart:
    """What a document states of a practice's aim, results and so on, shortened, with its page.

    ``part`` is a concept of ``practice_parts.csv``; ``heading`` is "" where a sentence told it.
    """

    part: str
    text: str
    heading: str = ""
    page: int | None = None


class FundingKind(StrEnum):
    """What a sum of money is to the work."""

    GRANT = "grant"
    OWN = "own"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Funding:
    """Money that the text states: ``amount`` in whole euros, ``funder`` an organisation's id."""

    kind: FundingKind
    evidence: Evidence
    amount: int | None = None
    funder: str | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice that a document tells of, as far as it states it."""

    parts: tuple[PracticePart, ...] = ()
    funding: tuple[Funding, ...] = ()


class PersonalKind(StrEnum):
    """What tells of a person in a text."""

    PHONE = "phone"
    EMAIL = "email"
    IDENTITY_CODE = "identity_code"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """That a page holds personal data of a kind; what it says stays in the text alone."""

    kind: PersonalKind
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """Another document with the same text (``similarity`` 1) or nearly the same (below 1)."""

    id: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Record:
    """A document as the index holds it.

    ``regions`` holds today's regions (and ``valtakunnallinen``), those of the municipalities
    included; ``themes`` holds preferred and narrower concepts. ``years`` is every year of a
    project period, else the year of publication, else empty. ``organisation`` is who publishes.
    ``norm_changes`` are changes of norms since the document that touch its themes, by their ids
    in ``norm_changes.csv``. ``link_only`` says that the original is linked to, never served.
    """

    id: str
    path: str
    media_type: str
    checksum: str
    title: str
    sections: tuple[Section, ...]
    language: Assignment
    kind: Assignment
    dating: Dating | None = None
    years: tuple[int, ...] = ()
    years_evidence: Evidence | None = None
    regions: tuple[Assignment, ...] = ()
    municipalities: tuple[Assignment, ...] = ()
    themes: tuple[Assignment, ...] = ()
    networks: tuple[Assignment, ...] = ()
    organisation: Named | None = None
    projects: tuple[Named, ...] = ()
    age_groups: tuple[Assignment, ...] = ()
    activities: tuple[Assignment, ...] = ()
    practice: Practice = field(default_factory=Practice)
    norm_changes: tuple[str, ...] = ()
    personal: tuple[PersonalData, ...] = ()
    twins: tuple[Twin, ...] = ()
    url: str | None = None
    rights: str | None = None
    link_only: bool = False
    removed: tuple[Removed, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def date(self) -> PartialDate | None:
        """The date of publication, where it is known."""
        return self.dating.date if self.dating else None


@dataclass(frozen=True, slots=True)
class Concept:
    """A SKOS concept; its labels and notes are keyed by ``fi``, ``sv``, ``en``.

    ``notes`` are for readers, ``scope_note`` for cataloguers; ``date`` is the day from which a
    change of norms holds.
    """

    id: str
    pref_label: Mapping[str, str]
    alt_labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    broader: str | None = None
    uri: str | None = None
    scope_note: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be indexed, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """What a generation is made of; written last, so that its presence means complete.

    ``fingerprint`` is the digest of everything that decides what the index says of the same
    corpus: code, stop words, vocabularies. ``compatibility`` is the part that a reader must share.
    ``built_at`` is ISO 8601 in UTC; ``counts`` holds the number of values of each facet.
    """

    generation: str
    schema_version: int
    compatibility: str
    fingerprint: str
    corpus_digest: str
    documents: int
    built_at: str
    counts: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
