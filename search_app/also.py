"""Documents with the same text made into links that tell them apart; pure, no Flask."""

from __future__ import annotations

from collections.abc import Iterable

from indexer import Other, Vocabularies

from .addresses import document_address
from .formats import local_date
from .labels import place_labels
from .pages import Also


def also_in(
    others: Iterable[Other], beside: Other, vocabularies: Vocabularies, language: str, text: str
) -> tuple[Also, ...]:
    """Links to documents beside another, each by what parts it from that.

    ``text`` are the words of a search, which the documents will mark.
    """
    return tuple(
        Also(
            title="" if other.title == beside.title and detail else other.title,
            detail=detail,
            address=document_address(other.id, language, text=text),
        )
        for other in others
        for detail in (_detail(other, beside, vocabularies, language),)
    )


def _detail(other: Other, beside: Other, vocabularies: Vocabularies, language: str) -> str:
    """The places where they are others, else the date where it is another."""
    if other.municipalities and set(other.municipalities) != set(beside.municipalities):
        return ", ".join(place_labels(other.municipalities, (), vocabularies, language))
    return local_date(other.date, language) if other.date and other.date != beside.date else ""
