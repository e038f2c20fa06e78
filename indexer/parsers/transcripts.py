"""The transcript of a file-sharing site to a document, its pages found again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..models import ParsedDocument
from . import sharing
from .blocks import Block, Kind, tidy, to_sections
from .lines import line_block, title_first, title_of

_ENOUGH_BREAKS = 2


def to_document(transcript: sharing.Transcript) -> ParsedDocument:
    """Make a document of an unwrapped transcript; its title is "" where no line is one."""
    before = [Block(Kind.TEXT, line) for line in transcript.before]
    blocks = [*before, *_pages(transcript.lines)]
    title = title_of(blocks)
    return ParsedDocument(
        title=title,
        sections=to_sections(title_first(blocks, title)),
        removed=tuple(replace(cut, text=tidy(cut.text)) for cut in transcript.removed),
        properties={"layout": "transcript"},
    )


def _pages(lines: Sequence[str]) -> Iterator[Block]:
    breaks = sharing.page_breaks(lines)
    # A single number at a line's beginning may head a transcript that is all one line.
    pieces = sharing.numbers_in_text(lines) if len(breaks) < _ENOUGH_BREAKS else None
    if pieces is not None:
        yield from (line_block(text, page) for page, text in pieces)
        return
    page = None
    for i, line in enumerate(lines):
        page, text = breaks.get(i, (page, line))
        yield line_block(text, page)
