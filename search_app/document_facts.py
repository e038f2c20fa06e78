"""A document's metadata, each value with what decided it; pure, no Flask."""

from __future__ import annotations

from collections.abc import Iterator

from indexer import FACETS, Assignment, Evidence, Record, Source, Vocabularies

from .addresses import document_address, local
from .labels import years_label
from .pages import Fact, Facts, Frame


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
    if record.rights:
        yield Facts("rights", (_fact(record.rights, None, True, None, record, frame),))


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
