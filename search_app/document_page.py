"""A record made into the context of its page, some leaves at a time; pure, no Flask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from indexer import Marker, Other, Record, Section, Vocabularies

from .addresses import document_address, file_address, local
from .also import also_in
from .blocks import blocks
from .document_facts import facts
from .labels import NORMS, place_labels, years_label
from .pages import Also, Change, DocumentPage, Frame, Leaf, Passus, Remark, Span
from .paging import Numbered, anchor, leaf_of, leaves, printed, spans
from .practice_card import practice_card

WEB = ("http://", "https://")
_WARNING = re.compile(r"(?P<kind>\w+): (?:pages? (?P<pages>[\d–, ]*\d))?")


def document_page(
    frame: Frame,
    record: Record,
    twins: Sequence[Other],
    vocabularies: Vocabularies,
    marker: Marker,
    asked: str,
    file_size: int | None,
) -> DocumentPage:
    """The context of a document's page.

    ``twins`` are those that may be seen. ``asked`` is the ``page`` parameter as typed; what is no
    page is told and the first shown. ``file_size`` is None where the original file is gone.
    """
    same, similar = _twins(record, twins, vocabularies, frame)
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
        changes=tuple(_changes(record, vocabularies, frame.language)),
        same=same,
        similar=similar,
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
        url=web_address(record),
        link_only=record.link_only,
        removed=record.removed,
        remarks=tuple(map(_remark, record.warnings)),
        json=local(f"/api/v1/documents/{record.id}", frame.language),
    )


def web_address(record: Record) -> str | None:
    """Where the document was published, where that can be linked to."""
    return record.url if (record.url or "").lower().startswith(WEB) else None


def _changes(record: Record, vocabularies: Vocabularies, language: str) -> Iterator[Change]:
    scheme = vocabularies[NORMS]
    for one in reversed(record.norm_changes):
        known = scheme.concepts.get(one)
        if known is not None:
            yield Change(scheme.label(one, language), scheme.note(one, language), known.uri)


def _twins(
    record: Record, twins: Sequence[Other], vocabularies: Vocabularies, frame: Frame
) -> tuple[tuple[Also, ...], tuple[Also, ...]]:
    """The documents with the same text, and those with nearly the same."""
    towns = tuple(one.concept for one in record.municipalities)
    own = Other(record.id, record.title, towns, record.date)

    def links(found: Iterable[Other]) -> tuple[Also, ...]:
        return also_in(found, own, vocabularies, frame.language, frame.text)

    return (
        links(one for one in twins if one.same_text),
        links(one for one in twins if not one.same_text),
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
    span: range, every: Sequence[Numbered], current: bool, record: Record, frame: Frame
) -> Span:
    (first, begin), (last, end) = every[span.start], every[span.stop - 1]
    address = document_address(record.id, frame.language, first, frame.text)
    ends = dict.fromkeys((printed(begin), printed(end)))
    return Span(first, last, "–".join(ends) if all(ends) else "", address, current)


def _leaf(number: int, sections: Sequence[Section], marker: Marker, record: Record) -> Leaf:
    said = printed(sections)
    return Leaf(
        number,
        said if said != str(number) else "",
        tuple(
            _passus(section, anchor(number, place), marker, record)
            for place, section in enumerate(sections)
        ),
    )


def _passus(section: Section, place: str, marker: Marker, record: Record) -> Passus:
    """A section as it is set; a heading that repeats the title above it is left out."""
    language = section.language or record.language.concept
    said = "" if section.heading == record.title else section.heading
    heading = marker.parts(said, language) if said else ()
    other = language if language != record.language.concept else ""
    return Passus(heading, blocks(section.text, marker, language), section.role.value, place, other)
