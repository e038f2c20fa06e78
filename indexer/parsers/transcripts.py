"""The transcript of a file-sharing site to a document, its pages found again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..models import ParsedDocument, Removed
from . import sharing
from .blocks import Block, Kind, tidy, to_sections
from .furniture import furniture, told_as_removed
from .lines import line_block, title_first, title_of
from .reasons import LONE_NUMBER

_ENOUGH_BREAKS = 2


def to_document(transcript: sharing.Transcript) -> ParsedDocument:
    """Make a document of an unwrapped transcript; its title is "" where no line is one."""
    above, cut_above = _freed(transcript.before)
    lines, cut_within = _freed(transcript.lines)
    blocks = [*(Block(Kind.TEXT, line) for line in above), *_pages(lines)]
    title = title_of(blocks)
    return ParsedDocument(
        title=title,
        sections=to_sections(title_first(blocks, title)),
        removed=(
            *(replace(cut, text=tidy(cut.text)) for cut in transcript.removed),
            *cut_above,
            *cut_within,
        ),
        properties={"layout": "transcript"},
    )


def _freed(lines: Sequence[str]) -> tuple[list[str], tuple[Removed, ...]]:
    """Lines without what another site put around them; a number alone is a page's here."""
    cut = {i: reason for i, reason in furniture(lines).items() if reason != LONE_NUMBER}
    kept = [line for i, line in enumerate(lines) if i not in cut]
    return kept, tuple(told_as_removed(lines, cut))


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
