"""HTML: saved pages of known layouts, and any other page by its main text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from ..errors import ParseError
from ..models import ParsedDocument, SectionRole
from . import html_meta
from .blocks import Block, Kind, one_line, title_from_name, to_sections
from .encoding import decode, read_bytes
from .furniture import without_furniture
from .html_blocks import to_blocks
from .html_chrome import cut_inside, outside
from .html_layouts import Layout, layout_of, select_filled
from .html_main import by_main_text, is_scrap
from .html_sharing import shared_document

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE)
MOST_TAGS = 200_000
MOST_DEPTH = 400
"""Elements within each other; the walks over a page go down by calling themselves."""

_CLOCK = re.compile(r",?\s+(?:klo |kl\.? )?\d{1,2}[.:]\d{2}$")


def parse(path: Path) -> ParsedDocument:
    """Read a saved web page; raises ParseError when it shows no text."""
    soup = _soup(read_bytes(path))
    head = html_meta.head_of(soup)
    layout = layout_of(soup)
    content = select_filled(soup, layout.content) if layout else []
    stated = html_meta.properties(soup, head)
    shown = html_meta.title(soup, head, stated.get("site", ""))
    if layout and content and not is_scrap(soup, content):
        parsed = _known(soup, layout, content)
    else:
        parsed = shared_document(soup, shown) or by_main_text(soup)
    properties = {**parsed.properties, **stated}
    title = parsed.title or html_meta.title(soup, head, properties.get("site", ""))
    dates = (*html_meta.dates(head), *parsed.dates)
    return _titled(
        replace(parsed, properties=properties, dates=dates), title or title_from_name(path)
    )


def _soup(data: bytes) -> BeautifulSoup:
    if data.count(b"<") > MOST_TAGS:
        raise ParseError("holds more tags than a page does; save the article alone, or as PDF")
    match = _CHARSET.search(data[:4096])
    declared = match[1].decode("ascii", "replace") if match else None
    soup = BeautifulSoup(decode(data, declared), "lxml")
    if not soup.find(True):
        raise ParseError("is named as a web page but holds no HTML; open it and save it anew")
    if _depth(soup) > MOST_DEPTH:
        raise ParseError("is nested too deeply to be read; save it anew as PDF")
    return soup


def _depth(soup: BeautifulSoup) -> int:
    """How many elements stand within each other, at most; counted without recursion."""
    deepest, level = 0, list[Tag]([soup])
    while level:
        deepest += 1
        level = [child for tag in level for child in tag.contents if isinstance(child, Tag)]
    return deepest


def _titled(parsed: ParsedDocument, title: str) -> ParsedDocument:
    """Put the title above the text where no heading says it."""
    sections = parsed.sections
    if not any(section.text for section in sections):
        raise ParseError("shows no text without scripts; print the page to PDF and add that")
    if not any(section.heading == title for section in sections):
        sections = (*to_sections([Block(Kind.HEADING, title)]), *sections)
    return replace(parsed, title=title, sections=sections)


def _known(soup: BeautifulSoup, layout: Layout, content: list[Tag]) -> ParsedDocument:
    """A page of a known layout; a page of several posts has a heading for each."""
    titles = select_filled(soup, layout.title)
    bylines = select_filled(soup, layout.date)
    comments = select_filled(soup, layout.comments)
    dates = tuple(date for line in bylines for date in html_meta.date_of(line))
    kept = [*content, *comments, *titles, *bylines]
    removed = list(outside(soup, kept))
    for element in content:
        removed.extend(cut_inside(element))
    several = len(content) > 1 and len(titles) == len(content)
    title = "" if several or not titles else one_line(titles[0].get_text(" "))
    shown = _in_page_order(soup, content, titles, () if dates and not several else bylines)
    blocks = list(without_furniture(shown, removed))
    blocks += [block for comment in comments for block in to_blocks(comment, SectionRole.COMMENTS)]
    site = next((one_line(e.get_text(" ")) for e in select_filled(soup, layout.site)), "")
    return ParsedDocument(
        title=title,
        sections=to_sections(blocks),
        removed=tuple(removed),
        dates=() if several else dates[:1],
        properties={"layout": layout.name, **({"site": site} if site else {})},
    )


def _in_page_order(
    soup: BeautifulSoup, content: list[Tag], titles: list[Tag], bylines: Sequence[Tag]
) -> Iterator[Block]:
    """Titles as headings with their byline under them, and the texts, in the page's order."""
    headings = {id(element) for element in titles}
    wanted = {id(element): element for element in (*content, *titles, *bylines)}
    waiting: list[Tag] = []
    for element in soup.find_all(True):
        if id(element) not in wanted:
            continue
        if id(element) in headings:
            yield Block(Kind.HEADING, element.get_text(" "))
            yield from map(_byline, waiting)
            waiting = []
        elif any(element is line for line in bylines):
            waiting.append(element)
        else:
            yield from map(_byline, waiting)
            waiting = []
            yield from to_blocks(element)


def _byline(element: Tag) -> Block:
    return Block(Kind.TEXT, _CLOCK.sub("", one_line(element.get_text(" "))))
