"""Plain text: saved pages, transcripts of sharing sites, decks written with ``#`` headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from ..models import ParsedDocument, Removed
from . import markdown, sharing, transcripts
from .blocks import Block, Kind, title_from_name, to_sections, without_bullet
from .encoding import read_text
from .furniture import furniture, told_as_removed
from .joining import join_lines
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
    lines = text.splitlines()
    cut = furniture(lines)
    removed.extend(told_as_removed(lines, cut, page))
    paragraphs = [
        [lines[i] for i in places]
        for filled, run in groupby(range(len(lines)), lambda i: bool(lines[i].strip()))
        if filled and (places := [i for i in run if i not in cut])
    ]
    wrapped = _is_wrapped(paragraphs)
    for kept in paragraphs:
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
