"""Which pages of a document hold personal data, and what staff are told of it."""

from __future__ import annotations

from collections.abc import Iterable

from ..analysis.personal import personal_spans
from ..models import PersonalData, PersonalKind, Section

IDENTITY_CODE = "identity_code"
"""What the warning of an identity code begins with."""


def personal_data(sections: Iterable[Section]) -> tuple[PersonalData, ...]:
    """The kinds of personal data with their pages, in reading order, each once; never the data."""
    found = (
        PersonalData(kind, section.page)
        for section in sections
        for text in (section.heading, section.text)
        for _, _, kind in personal_spans(text)
    )
    return tuple(dict.fromkeys(found))


def staff_warnings(personal: Iterable[PersonalData]) -> tuple[str, ...]:
    """What staff must see to: an identity code that was published. Not for readers' eyes."""
    codes = [one for one in personal if one.kind is PersonalKind.IDENTITY_CODE]
    if not codes:
        return ()
    pages = ", ".join(str(one.page) for one in codes if one.page is not None)
    where = f"page {pages}" if pages.isdigit() else f"pages {pages}" if pages else "the text"
    return (
        f"{IDENTITY_CODE}: {where} has a personal identity code; withdraw the document, or put a "
        "version without it in its place",
    )
