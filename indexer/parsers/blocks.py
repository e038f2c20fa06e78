"""What every parser yields, a stream of small blocks, and how the stream becomes sections.

Text is normalised here, once for every format: paragraphs stand apart by an empty line, list
items and table rows by a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby
from pathlib import Path

from ..analysis.text import normalise
from ..models import Section, SectionRole

LONGEST_HEADING = 300
"""A heading of more characters is a paragraph that somebody set in a heading's style."""

_BULLET = re.compile(r"(?:[•◦▪▫●○■□►▶‣⁃∙\uf0b7\uf0a7\uf0d8\uf0fc]\s*|[-·*–—]\s+)(?=\S)")


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a table row, and where it stands."""

    kind: Kind
    text: str
    page: int | None = None
    role: SectionRole = SectionRole.BODY


def row(cells: Iterable[str], page: int | None = None) -> Block:
    """A table row; empty cells are left out."""
    return Block(Kind.ROW, " | ".join(text for cell in cells if (text := one_line(cell))), page)


def tidy(text: str) -> str:
    """Normalise text, with single spaces and no empty lines; line ends are kept."""
    lines = (" ".join(line.split()) for line in normalise(text).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Normalise text to one line with single spaces."""
    return " ".join(normalise(text).split())


def title_from_name(path: Path) -> str:
    """The title of a document that states none: the name of its file, made legible."""
    return one_line(path.stem.replace("_", " "))


def without_bullet(text: str) -> str | None:
    """The text of a line that begins with a bullet, without it; None for any other line."""
    match = _BULLET.match(text)
    return text[match.end() :] if match else None


def to_sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Gather blocks into sections: a new one at each heading, page and role.

    A heading is said once: what goes on under it on the next page has an empty heading.
    """
    return tuple(
        section
        for (page, role), run in groupby(_clean(blocks), lambda block: (block.page, block.role))
        for section in _run_to_sections(run, page, role)
    )


def _clean(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        clean = one_line if block.kind is not Kind.TEXT else tidy
        if not (text := clean(block.text)):
            continue
        kind = block.kind
        if kind is Kind.HEADING and len(text) > LONGEST_HEADING:
            kind = Kind.TEXT
        yield replace(block, kind=kind, text=text)


def _run_to_sections(
    run: Iterable[Block], page: int | None, role: SectionRole
) -> Iterator[Section]:
    heading, body = "", list[Block]()
    for block in run:
        if block.kind is not Kind.HEADING:
            body.append(block)
            continue
        if heading or body:
            yield Section(heading, _joined(body), page, role)
        heading, body = block.text, []
    yield Section(heading, _joined(body), page, role)


def _joined(body: list[Block]) -> str:
    parts: list[str] = []
    for before, block in zip([None, *body], body, strict=False):
        if before is not None:
            close = before.kind is block.kind and block.kind is not Kind.TEXT
            parts.append("\n" if close else "\n\n")
        parts.append(f"- {block.text}" if block.kind is Kind.ITEM else block.text)
    return "".join(parts)
