"""What office files state of themselves, and what the slides of their decks have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..models import FoundDate, SectionRole
from .blocks import Block, Kind, one_line, tidy
from .dates import found

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)|powerpoint-esitys|powerpoint presentation|"
    r"powerpoint-presentation|untitled|nimetön|namnlös|dia 1|slide 1|\(?anonymous\)?|"
    r"asiakirja\d*|document\d*|word document)\b.*|.*\.\w{3,4}",
    re.IGNORECASE | re.DOTALL,
)
_NOBODY = re.compile(
    r"(?:\(?(?:anonymous|unspecified)\)?|python-(?:docx|pptx)|user|käyttäjä)?",
    re.IGNORECASE,
)


def sensible_title(told: str | None) -> str:
    """A title that a person gave; "" for what programs put there and for names of files."""
    title = one_line(told or "")
    return "" if _NO_TITLE.fullmatch(title) else title


def deck_title(blocks: Iterable[Block], stated: str) -> str:
    """The title of a deck: the heading of its first slide, else that slide's first line.

    What the file states is taken where it says the same at more length.
    """
    first = [block for block in blocks if block.page == 1 and block.role is SectionRole.BODY]
    ordered = sorted(first, key=lambda block: block.kind is not Kind.HEADING)
    lines = (line for block in ordered for line in tidy(block.text).split("\n") if line)
    shown = next(lines, "")
    return stated if shown.casefold() in stated.casefold() else shown


def headed(shapes: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """The blocks of a slide's shapes; where none is a title, a first shape of one line is."""
    filled = [
        blocks for shape in shapes if (blocks := [block for block in shape if block.text.strip()])
    ]
    titled = any(block.kind is Kind.HEADING for blocks in filled for block in blocks)
    if len(filled) > 1 and not titled and len(filled[0]) == 1:
        filled[0] = [replace(filled[0][0], kind=Kind.HEADING)]
    for blocks in filled:
        yield from blocks


def sensible_author(told: str | None) -> str:
    """An author; "" for the names that programs put there."""
    author = one_line(told or "")
    return "" if _NOBODY.fullmatch(author) else author


def properties(told: Any) -> dict[str, str]:
    """Author, language and tags of the core properties of python-pptx and python-docx."""
    values = {
        "author": sensible_author(told.author),
        "language": one_line(told.language or ""),
        "tags": one_line(told.keywords or ""),
    }
    return {key: value for key, value in values.items() if value}


def dates(told: Any) -> tuple[FoundDate, ...]:
    """The day on which an office file was made; a template's or a copy's, often enough."""
    return found(told.created.isoformat() if told.created else None, "property")
