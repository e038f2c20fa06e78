"""Documents with the same text made into links that tell them apart; pure, no Flask."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from indexer import Other, Vocabularies

from .addresses import document_address
from .formats import local_date
from .labels import place_labels
from .pages import Also


def also_in(
    others: Iterable[Other],
    title: str,
    municipalities: Collection[str],
    vocabularies: Vocabularies,
    language: str,
    text: str = "",
) -> tuple[Also, ...]:
    """Links to documents beside one with this title and these municipalities.

    ``text`` are the words of a search, which the documents will mark.
    """
    return tuple(
        Also(
            title="" if other.title == title and detail else other.title,
            detail=detail,
            address=document_address(other.id, language, text=text),
        )
        for other in others
        for detail in (_detail(other, municipalities, vocabularies, language),)
    )


def _detail(
    other: Other, municipalities: Collection[str], vocabularies: Vocabularies, language: str
) -> str:
    """The places where they are others, else the date."""
    if other.municipalities and set(other.municipalities) != set(municipalities):
        return ", ".join(place_labels(other.municipalities, (), vocabularies, language))
    return local_date(other.date, language) if other.date else ""
