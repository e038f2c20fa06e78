"""Pages of sites that share files and slides: the transcript that they show of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from ..models import ParsedDocument, Removed
from . import sharing, transcripts
from .blocks import Block, Kind, one_line, tidy, to_sections
from .html_blocks import to_blocks
from .html_chrome import outside, reason_for
from .reasons import OUTSIDE

_SLIDES = ("ol.transcripts > li", '[class*="transcript" i] ol > li', '[id*="transcript" i] ol > li')
_FEWEST_SLIDES = 2
_NUMBER = re.compile(r"\d{1,3}\.\s+")
_CHROME = frozenset(
    {"menu", "header of the site", "footer of the site", "search form", "cookie notice"}
    | {"sidebar", "advertisement", "share buttons"}
)
_LARGEST_CHROME = 0.2
"""The share of a page's text that a menu or footer may hold; a frame of that name holds more."""


def shared_document(soup: BeautifulSoup, title: str) -> ParsedDocument | None:
    """The document that a sharing site's page shows; None for any other page.

    ``title`` is what the page states as its own; what stands above it is the site's.
    """
    body = soup.find("body")
    if not isinstance(body, Tag):
        return None
    for selector in _SLIDES:
        slides = soup.select(selector)
        if len(slides) >= _FEWEST_SLIDES:
            return _deck(soup, slides, title)
    if sharing.unwrap(_lines(body)) is None:
        return None
    cut = list(_chrome(body))
    lines = _lines(body)
    above = lines.index(title) if title in lines else 0
    cut += [Removed(line, OUTSIDE) for line in lines[:above]]
    transcript = sharing.unwrap(lines[above:])
    if transcript is None:
        return None
    parsed = transcripts.to_document(transcript)
    return replace(parsed, removed=(*parsed.removed, *cut))


def _deck(soup: BeautifulSoup, slides: Sequence[Tag], title: str) -> ParsedDocument:
    """Slides in words, one a list item."""
    blocks = [
        Block(Kind.TEXT, _NUMBER.sub("", one_line(slide.get_text(" ")), count=1), number)
        for number, slide in enumerate(slides, 1)
    ]
    removed = tuple(outside(soup, slides))
    return ParsedDocument(title, to_sections(blocks), removed, properties={"layout": "slides"})


def _lines(body: Tag) -> list[str]:
    return [line for block in to_blocks(body) for line in tidy(block.text).split("\n") if line]


def _chrome(body: Tag) -> Iterator[Removed]:
    """Take the site's own menus and footers off its page, and tell them."""
    whole = len(body.get_text(strip=True))
    for element in body.find_all(True):
        if element.decomposed or (reason := reason_for(element)) not in _CHROME:
            continue
        text = one_line(element.get_text(" "))
        if len(text) < _LARGEST_CHROME * whole:
            element.decompose()
            if text and reason:
                yield Removed(text, reason)
