"""Which pages of a document hold personal data."""

from __future__ import annotations

from collections.abc import Iterable

from ..analysis.personal import personal_spans
from ..models import PersonalData, Section


def personal_data(sections: Iterable[Section]) -> tuple[PersonalData, ...]:
    """The kinds of personal data with their pages, in reading order, each once; never the data."""
    found = (
        PersonalData(kind, section.page)
        for section in sections
        for text in (section.heading, section.text)
        for _, _, kind in personal_spans(text)
    )
    return tuple(dict.fromkeys(found))
