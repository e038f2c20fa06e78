"""Which pages of a document hold personal data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..analysis.personal import personal_spans
from ..models import PersonalData, Section

_MAY_HOLD = re.compile(r"[\d@(\[{<]|[ _-]at[ _-]", re.IGNORECASE)
"""What numbers, codes and addresses have, disguised ones too: most headings are spared."""


def personal_data(sections: Iterable[Section]) -> tuple[PersonalData, ...]:
    """The kinds of personal data with their pages, in reading order, each once; never the data."""
    found = (
        PersonalData(kind, section.page)
        for section in sections
        for text in (section.heading, section.text)
        if _MAY_HOLD.search(text)
        for _, _, kind in personal_spans(text)
    )
    return tuple(dict.fromkeys(found))
