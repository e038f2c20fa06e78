"""Plain text: saved pages, transcripts of sharing sites, decks written with ``#`` headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from ..models import ParsedDocument, Removed
from . import markdown, sharing, transcripts
from .blocks import Block, Kind, one_line, title_from_name, to_sections, without_bullet
from .encoding import read_text
from .joining import join_lines
from .line_chrome import reason_to_cut
from .lines import line_block, title_first, title_of

_LONGEST_HEADING = 100
_HASH_HEADING = re.compile(r"^#{1,4} +\S", re.MULTILINE)
_ENOUGH_HASHES = 2
_WRAPPED_AT = range(50, 101)
"""Line widths, in characters, at which mail programs and typists break lines."""

_ENOUGH_BROKEN = 3
_SENTENCE_END = re.compile(r"[.!:;,…]['”’»)]*$")
_PHONE = re.compile(r"(?:\d[\s-]?){6,}")


def parse(path: Path) -> ParsedDocument:
    """Read a plain-text file; pages where form feeds or a transcript's numbers tell them."""
    text = read_text(path)
    if len(_HASH_HEADING.findall(text)) >= _ENOUGH_HASHES:
        return markdown.parse_text(text, path)
    transcript = sharing.unwrap(text.splitlines())
    if transcript is not None:
        parsed = transcripts.to_document(transcript)
        return parsed if parsed.title else replace(parsed, title=title_from_name(path))
    return _running_text(text, path)


def _running_text(text: str, path: Path) -> ParsedDocument:
    removed: list[Removed] = []
    pages = text.split("\f")
    numbered = len([page for page in pages if page.strip()]) > 1
    blocks = [
        block
        for number, page in enumerate(pages, 1)
        for block in _page_blocks(page, number if numbered else None, removed)
    ]
    title = title_of(blocks) or title_from_name(path)
    return ParsedDocument(title, to_sections(title_first(blocks, title)), tuple(removed))


def _page_blocks(text: str, page: int | None, removed: list[Removed]) -> Iterator[Block]:
    paragraphs = [
        list(lines)
        for filled, lines in groupby(text.splitlines(), lambda line: bool(line.strip()))
        if filled
    ]
    wrapped = _is_wrapped(paragraphs)
    for lines in paragraphs:
        kept = [line for line in lines if not _cut(line, page, removed)]
        if wrapped and len(kept) > 1 and not any(map(without_bullet, map(str.strip, kept))):
            kept = [join_lines([line.strip() for line in kept])]
        yield from _paragraph(kept, page)


def _paragraph(lines: list[str], page: int | None) -> Iterator[Block]:
    if len(lines) == 1 and _is_heading(lines[0]):
        yield Block(Kind.HEADING, lines[0], page)
        return
    for is_item, run in groupby(lines, lambda line: without_bullet(line.strip()) is not None):
        if is_item:
            yield from (line_block(line, page) for line in run)
        else:
            yield Block(Kind.TEXT, "\n".join(run), page)


def _is_wrapped(paragraphs: list[list[str]]) -> bool:
    """Whether lines were broken at a width, so that they are to be joined again."""
    longest = max((len(line) for lines in paragraphs for line in lines), default=0)
    broken = sorted(len(line) for lines in paragraphs for line in lines[:-1])
    if len(broken) < _ENOUGH_BROKEN or longest > _WRAPPED_AT[-1] + 20:
        return False
    return broken[len(broken) // 2] in _WRAPPED_AT and broken[0] > broken[-1] // 3


def _is_heading(line: str) -> bool:
    text = line.strip()
    return (
        2 < len(text) <= _LONGEST_HEADING
        and (text[0].isupper() or text[0].isdigit())
        and any(character.isalpha() for character in text)
        and not _SENTENCE_END.search(text)
        and without_bullet(text) is None
        and not _PHONE.search(text)
        and "@" not in text
    )


def _cut(line: str, page: int | None, removed: list[Removed]) -> bool:
    """Whether a line is what a site put around the text; it is noted then."""
    text = one_line(line)
    reason = reason_to_cut(text)
    if reason:
        removed.append(Removed(text, reason, page))
    return bool(reason)
