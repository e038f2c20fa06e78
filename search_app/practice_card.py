"""The card that a practitioner reads first: what the practice was, in short; pure, no Flask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer import Marker, PracticePart, Record, Vocabularies

from .addresses import document_address
from .blocks import blocks
from .labels import years_label
from .pages import Card, Frame, Link, Money, Stated
from .paging import Numbered, anchor


def practice_card(
    record: Record,
    leaves: Sequence[Numbered],
    vocabularies: Vocabularies,
    marker: Marker,
    frame: Frame,
) -> Card | None:
    """The parts, each with the place where it is read on, and the money; None where none are."""
    practice = record.practice
    if not (practice.parts or practice.funding):
        return None
    return Card(
        parts=tuple(_stated(record, leaves, vocabularies, marker, frame)),
        money=tuple(
            Money(
                one.kind.value,
                one.amount,
                vocabularies.label("organisation", one.funder, frame.language)
                if one.funder
                else "",
            )
            for one in practice.funding
        ),
        years=years_label(record.years) if len(record.years) > 1 else "",
    )


def _stated(
    record: Record,
    leaves: Sequence[Numbered],
    vocabularies: Vocabularies,
    marker: Marker,
    frame: Frame,
) -> Iterator[Stated]:
    """One row a part: where several sections state it the first is shown, the others linked."""
    rows: dict[str, list[PracticePart]] = {}
    for part in record.practice.parts:
        rows.setdefault(part.part, []).append(part)
    for name, (first, *others) in rows.items():
        yield Stated(
            name=vocabularies.label("practice_part", name, frame.language),
            blocks=blocks(first.text, marker, record.language.concept),
            page=first.page,
            address=_address(first, leaves, record, frame),
            others=tuple(
                Link(other.heading, address)
                for other in others
                if (address := _address(other, leaves, record, frame)) and other.heading
            ),
        )


def _address(
    part: PracticePart, leaves: Sequence[Numbered], record: Record, frame: Frame
) -> str | None:
    """Where a part stands: its heading, else its page; None where neither can be told."""
    for number, sections in leaves:
        for place, section in enumerate(sections):
            if part.heading and (section.heading, section.page) == (part.heading, part.page):
                page = number if len(leaves) > 1 else None
                address = document_address(record.id, frame.language, page, frame.text)
                return f"{address.partition('#')[0]}#{anchor(number, place)}"
    if part.page is None:
        return None
    return document_address(record.id, frame.language, part.page, frame.text)
