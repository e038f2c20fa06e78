"""From what a parser read to a record: what a document is, when, where and about what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..models import (
    Assignment,
    Dating,
    ParsedDocument,
    Record,
    SectionRole,
    Source,
    SourceDocument,
    StaffMetadata,
)
from ..vocabulary import Scheme, Vocabularies
from .boilerplate import Cleaned, without_slogans
from .dates import Times, detect_times
from .gazetteer import load_gazetteer
from .kind import detect_kind
from .networks import NetworkDetector, load_network_detector
from .norms import NormReader, load_norm_reader
from .persons import personal_data
from .reading import Reading, sentences
from .regions import PlaceDetector, Places
from .section_languages import tell_languages
from .themes import ThemeDetector, load_theme_detector
from .work import WorkReader, load_work_reader

ENRICH_VERSION = 12
"""Raised whenever the same parsed document would give another record."""


_CRUMBS = re.compile(r"navigation")
_SITE = re.compile(
    r"menu|(?:header|footer) of the site|repeats over the site|controls of a sharing site"
)


@dataclass(frozen=True)
class Enricher:
    """Tells what documents are about; built once, pure, safe for threads.

    ``today`` bounds what a date can be: nothing was published tomorrow.
    """

    today: date
    scheme: Scheme
    places: PlaceDetector
    themes: ThemeDetector
    networks: NetworkDetector
    work: WorkReader
    norms: NormReader

    def enrich(self, source: SourceDocument, parsed: ParsedDocument) -> Record:
        """Make the record of a document; what staff wrote in the sidecar wins."""
        staff = source.staff
        cleaned = without_slogans(parsed.sections)
        language, sections = tell_languages(
            staff.title or parsed.title,
            cleaned.sections,
            parsed.properties.get("language", ""),
            staff.language,
        )
        reading = _read(source, parsed, cleaned, language)
        places = self._places(staff, reading)
        work = self.work.read(reading, cleaned.sections)
        times = _times(staff, detect_times(reading, parsed.dates, self.today))
        record = Record(
            id=source.id,
            path=source.path,
            media_type=source.media_type,
            checksum=source.checksum,
            title=reading.title,
            sections=sections,
            language=reading.language,
            kind=_staff_or(staff.kind, detect_kind(reading)),
            dating=times.dating,
            years=times.years,
            years_evidence=times.evidence,
            regions=places.regions,
            municipalities=places.municipalities,
            themes=self._themes(staff, reading),
            networks=self.networks.detect(reading),
            organisation=work.organisation,
            projects=work.projects,
            age_groups=work.age_groups,
            activities=work.activities,
            practice=work.practice,
            personal=personal_data(cleaned.sections),
            url=reading.url or None,
            rights=staff.rights,
            link_only=staff.link_only,
            removed=(*parsed.removed, *cleaned.removed),
            warnings=parsed.warnings,
        )
        return replace(record, norm_changes=self.norms.later(record, reading))

    def _places(self, staff: StaffMetadata, reading: Reading) -> Places:
        if not staff.regions and not staff.municipalities:
            return self.places.detect(reading)
        municipalities = _by_staff(staff.municipalities)
        parents = (self.scheme.parent(id) for id in staff.municipalities)
        regions = dict.fromkeys([*staff.regions, *filter(None, parents)])
        return Places(municipalities, _by_staff(regions))

    def _themes(self, staff: StaffMetadata, reading: Reading) -> tuple[Assignment, ...]:
        if not staff.themes:
            return self.themes.detect(reading)
        scheme = self.themes.scheme
        concepts = (c for theme in staff.themes for c in (*scheme.ancestors(theme)[::-1], theme))
        return _by_staff(dict.fromkeys(concepts))


def load_enricher(vocabularies: Vocabularies, today: date) -> Enricher:
    """Build the enricher; takes about a second. Raises VocabularyError."""
    scheme = vocabularies["region"]
    gazetteer = load_gazetteer(vocabularies)
    return Enricher(
        today=today,
        scheme=scheme,
        places=PlaceDetector(gazetteer, scheme),
        themes=load_theme_detector(vocabularies),
        networks=load_network_detector(vocabularies),
        work=load_work_reader(vocabularies, gazetteer),
        norms=load_norm_reader(vocabularies),
    )


def _read(
    source: SourceDocument, parsed: ParsedDocument, cleaned: Cleaned, language: Assignment
) -> Reading:
    staff, told = source.staff, parsed.properties
    title = staff.title or parsed.title
    publishers = _publishers(parsed)
    parts = sentences(title, cleaned.sections, cleaned.slogans, publishers, source.path)
    return Reading(
        title=title,
        sentences=tuple(parts),
        language=language,
        url=staff.url or told.get("url", ""),
        media_type=source.media_type,
        layout=told.get("layout", ""),
        crumbs=_cut_for(_CRUMBS, parsed),
        site="\n".join([*publishers, _cut_for(_SITE, parsed)]),
        has_comments=any(s.role is SectionRole.COMMENTS for s in parsed.sections),
    )


def _publishers(parsed: ParsedDocument) -> tuple[str, ...]:
    told = (parsed.properties.get(key, "") for key in ("site", "author"))
    return tuple(dict.fromkeys(filter(None, told)))


def _cut_for(reasons: re.Pattern[str], parsed: ParsedDocument) -> str:
    """What a site put around the document, which tells what the site is."""
    return "\n".join(removed.text for removed in parsed.removed if reasons.search(removed.reason))


def _times(staff: StaffMetadata, found: Times) -> Times:
    if staff.date is None:
        return found
    dating = Dating(staff.date, source=Source.STAFF)
    is_period = len(found.years) > 1
    return replace(
        found,
        dating=dating,
        years=found.years if is_period else (staff.date.year,),
        evidence=found.evidence if is_period else None,
    )


def _staff_or(value: str | None, detected: Assignment) -> Assignment:
    return Assignment(value, 1.0, source=Source.STAFF) if value else detected


def _by_staff(concepts: Iterable[str]) -> tuple[Assignment, ...]:
    return tuple(Assignment(concept, 1.0, source=Source.STAFF) for concept in concepts)
