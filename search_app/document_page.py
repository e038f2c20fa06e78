"""A record made into the context of its page, some leaves at a time; pure, no Flask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from indexer import FACETS, Assignment, Evidence, Marker, Record, Section, Source, Vocabularies

from .addresses import document_address, file_address, local
from .blocks import blocks
from .pages import (
    DocumentPage,
    Fact,
    Facts,
    Frame,
    Leaf,
    Passus,
    Remark,
    Span,
)
from .paging import anchor, leaf_of, leaves, spans
from .practice_card import practice_card
from .search_page import place_labels, years_label

WEB = ("http://", "https://")
_WARNING = re.compile(r"(?P<kind>\w+): (?:pages? (?P<pages>[\d–, ]*\d))?")


def document_page(
    frame: Frame,
    record: Record,
    vocabularies: Vocabularies,
    marker: Marker,
    asked: str,
    file_size: int | None,
) -> DocumentPage:
    """The context of a document's page.

    ``asked`` is the ``page`` parameter as typed; what is no page is told and the first shown.
    ``file_size`` is None where the original file is gone.
    """
    every = leaves(record.sections)
    grouped = spans(every)
    place = leaf_of(every, asked)
    current = next((span for span in grouped if (place or 0) in span), range(0))
    return DocumentPage(
        frame=frame,
        id=record.id,
        title=record.title,
        language=_language(record, vocabularies),
        text=frame.text,
        kind=vocabularies.label("kind", record.kind.concept, frame.language),
        places=_places(record, vocabularies, frame.language),
        date=record.date,
        years="" if record.date else years_label(record.years),
        card=practice_card(record, every, vocabularies, marker, frame)
        if not current.start
        else None,
        facts=tuple(facts(record, vocabularies, frame)),
        leaves=tuple(_leaf(*every[one], marker, record) for one in current),
        spans=tuple(_span(span, every, span is current, record, frame) for span in grouped),
        last=every[-1][0] if every else 0,
        paged=any(section.page is not None for section in record.sections),
        missing=asked[:20] if every and place is None else "",
        file=file_address(record.id, frame.language) if file_size is not None else None,
        file_type=PurePosixPath(record.path).suffix.lstrip(".").upper(),
        file_size=file_size,
        url=record.url if (record.url or "").lower().startswith(WEB) else None,
        removed=record.removed,
        remarks=tuple(map(_remark, record.warnings)),
        json=local(f"/api/v1/documents/{record.id}", frame.language),
    )


def facts(record: Record, vocabularies: Vocabularies, frame: Frame) -> Iterator[Facts]:
    """The fields of the metadata that have a value, each with what decided it."""
    fields = (
        ("kind", "kind", (record.kind,)),
        ("region", "region", record.regions),
        ("municipality", "region", record.municipalities),
        ("theme", "theme", record.themes),
        ("network", "network", record.networks),
        ("age_group", "age_group", record.age_groups),
        ("activity", "activity", record.activities),
        ("language", "lang", (record.language,)),
    )
    for name, facet, given in fields:
        found = tuple(_concept(facet, one, record, vocabularies, frame) for one in given)
        if found:
            yield Facts(name, found)
        if name == "kind":
            yield from _dates(record, frame)
        if name == "network":
            yield from _named(record, vocabularies, frame)


def _named(record: Record, vocabularies: Vocabularies, frame: Frame) -> Iterator[Facts]:
    publisher = (record.organisation,) if record.organisation else ()
    for field, given in (("organisation", publisher), ("project", record.projects)):
        if given:
            yield Facts(
                field,
                tuple(
                    _fact(
                        vocabularies.name(field, one.id, one.name, frame.language),
                        None,
                        one.source is Source.STAFF,
                        one.evidence,
                        record,
                        frame,
                    )
                    for one in given
                ),
            )


def _dates(record: Record, frame: Frame) -> Iterator[Facts]:
    if record.dating:
        by_staff = record.dating.source is Source.STAFF
        evidence = record.dating.evidence
        yield Facts("date", (_fact(str(record.date), None, by_staff, evidence, record, frame),))
    if record.years:
        first, last = str(min(record.years)), str(max(record.years))
        chosen = [("year", first)] if first == last else [("from", first), ("to", last)]
        address = local("/", frame.language, chosen)
        label = years_label(record.years)
        evidence = record.years_evidence
        yield Facts("years", (_fact(label, address, False, evidence, record, frame),))


def _concept(
    facet: str, one: Assignment, record: Record, vocabularies: Vocabularies, frame: Frame
) -> Fact:
    label = vocabularies.label(facet, one.concept, frame.language)
    address = local("/", frame.language, [(facet, one.concept)]) if facet in FACETS else None
    return _fact(label, address, one.source is Source.STAFF, one.evidence, record, frame)


def _fact(
    label: str,
    address: str | None,
    by_staff: bool,
    evidence: Evidence | None,
    record: Record,
    frame: Frame,
) -> Fact:
    page = evidence.page if evidence else None
    return Fact(
        label=label,
        address=address,
        by_staff=by_staff,
        evidence=evidence.text if evidence else "",
        page=page,
        page_address=document_address(record.id, frame.language, page) if page else None,
    )


def _places(record: Record, vocabularies: Vocabularies, language: str) -> tuple[str, ...]:
    towns = (one.concept for one in record.municipalities)
    return place_labels(towns, (one.concept for one in record.regions), vocabularies, language)


def _remark(warning: str) -> Remark:
    found = _WARNING.match(warning)
    return (
        Remark(found["kind"], found["pages"] or "", warning) if found else Remark("", "", warning)
    )


def _language(record: Record, vocabularies: Vocabularies) -> str:
    language = record.language.concept
    return language if language in vocabularies["lang"].concepts else ""


def _span(
    span: range, every: list[tuple[int, list[Section]]], current: bool, record: Record, frame: Frame
) -> Span:
    first, last = every[span.start][0], every[span.stop - 1][0]
    address = document_address(record.id, frame.language, first, frame.text)
    return Span(first, last, address, current)


def _leaf(number: int, sections: Iterable[Section], marker: Marker, record: Record) -> Leaf:
    return Leaf(
        number,
        tuple(
            _passus(section, anchor(number, place), marker, record)
            for place, section in enumerate(sections)
        ),
    )


def _passus(section: Section, place: str, marker: Marker, record: Record) -> Passus:
    """A section as it is set; a heading that repeats the title above it is left out."""
    language = record.language.concept
    said = "" if section.heading == record.title else section.heading
    heading = marker.parts(said, language) if said else ()
    return Passus(heading, blocks(section.text, marker, language), section.role.value, place)
