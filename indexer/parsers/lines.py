"""What the lines of unmarked text say: which is an item, which is the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .blocks import Block, Kind, one_line, tidy, without_bullet

_LONGEST_TITLE = 250
_LONG_TITLE = 120
_STEM = 5
_LONGER_WORD = re.compile(r"\w{4,}")
_DATE_LINE = re.compile(
    r"(?:date )?[\d.\s:/–-]+(?:klo [\d.:]+)?|(?:\w+ )?\d{1,2}\.? \w+ \d{4}(?: klo [\d.:]+)?"
)


def line_block(line: str, page: int | None) -> Block:
    """A list item where the line begins with a bullet, else a paragraph."""
    item = without_bullet(line.strip())
    return Block(Kind.TEXT, line, page) if item is None else Block(Kind.ITEM, item, page)


def title_of(blocks: Iterable[Block]) -> str:
    """The first line that says something, a long one's first sentence; "" for a paragraph."""
    lines = (one_line(block.text.split("\n")[0]) for block in blocks)
    title = next((line for line in lines if _is_meaningful(line)), "")
    if len(title) > _LONGEST_TITLE:
        return ""
    return title if len(title) <= _LONG_TITLE else title.split(". ")[0]


def title_first(blocks: Iterable[Block], title: str) -> Iterator[Block]:
    """Make a heading of the line that is the title."""
    waiting = True
    for block in blocks:
        if waiting and one_line(block.text) == title:
            waiting = False
            block = Block(Kind.HEADING, title, block.page)
        yield block


def is_date_line(text: str) -> bool:
    """Whether a line tells nothing but a date or a time."""
    return bool(_DATE_LINE.fullmatch(tidy(text)))


def stems(text: str) -> frozenset[str]:
    """What begins the longer words of a text: enough to know an inflected word again."""
    return frozenset(word[:_STEM] for word in _LONGER_WORD.findall(text.casefold()))


def _is_meaningful(text: str) -> bool:
    return any(map(str.isalpha, text)) and not is_date_line(text)
