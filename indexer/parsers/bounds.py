"""What a document may hold at most: what is made of it later runs without a sandbox's limits."""

from __future__ import annotations

import re
from dataclasses import replace

from ..errors import ParseError
from ..models import ParsedDocument, Removed, Section
from .blocks import one_line
from .reasons import NO_WORD

MOST_TEXT = 10_000_000
"""Characters of one document, some 3,000 full pages."""

LONGEST_TITLE = 300
LONGEST_PROPERTY = 2_000
_NO_WORD = re.compile(r"\S{1001,}")
"""Data that somebody embedded, or letters without end: every search in it would be for nothing."""

_TOLD = 200


def bounded(parsed: ParsedDocument) -> ParsedDocument:
    """Cut what is too long to be what it is called.

    Words without end are told in ``removed``. Raises ParseError for too much text.
    """
    kept = sum(len(section.heading) + len(section.text) for section in parsed.sections)
    if kept + sum(len(one.text) for one in parsed.removed) > MOST_TEXT:
        raise ParseError(f"holds more than {MOST_TEXT // 10**6} million characters; split it")
    cut = [
        Removed(f"{found[0][:_TOLD]}…", NO_WORD, section.page)
        for section in parsed.sections
        for found in _NO_WORD.finditer(section.text)
    ]
    return replace(
        parsed,
        title=parsed.title[:LONGEST_TITLE].rstrip(),
        sections=tuple(map(_without, parsed.sections)) if cut else parsed.sections,
        removed=(*parsed.removed, *cut),
        properties={key: value[:LONGEST_PROPERTY] for key, value in parsed.properties.items()},
    )


def _without(section: Section) -> Section:
    if not _NO_WORD.search(section.text):
        return section
    lines = (one_line(_NO_WORD.sub(" ", line)) for line in section.text.split("\n"))
    return replace(section, text=re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"))
