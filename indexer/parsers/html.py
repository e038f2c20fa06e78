"""HTML: saved pages of known layouts, and any other page by its main text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from ..errors import ParseError
from ..models import FoundDate, ParsedDocument, Removed, SectionRole
from . import html_meta, sharing, transcripts
from .blocks import Block, Kind, one_line, tidy, title_from_name, to_sections
from .dates import found
from .encoding import decode, read_bytes
from .html_blocks import to_blocks
from .html_chrome import cut_inside, outside
from .html_layouts import Layout, layout_of, select_filled
from .reasons import OUTSIDE

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE)
_MAIN = ("article", "main", '[role="main"]')
_SHORTEST_MAIN = 250
"""Characters of text; an element with less is not what the page is about."""

MOST_TAGS = 200_000
MOST_DEPTH = 400
"""Elements within each other; the walks over a page go down by calling themselves."""

_CLOCK = re.compile(r",?\s+(?:klo |kl\.? )?\d{1,2}[.:]\d{2}$")
_DATE_ATTRIBUTES = ("datetime", "title", "content")


def parse(path: Path) -> ParsedDocument:
    """Read a saved web page; raises ParseError when it shows no text."""
    soup = _soup(read_bytes(path))
    head = html_meta.head_of(soup)
    layout = layout_of(soup)
    content = select_filled(soup, layout.content) if layout else []
    if layout and content:
        parsed = _known(soup, layout, content)
    else:
        parsed = _transcript(soup) or _by_main_text(soup)
    properties = {**parsed.properties, **html_meta.properties(soup, head)}
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
    dates = tuple(date for line in bylines for date in _date_of(line))
    kept = [*content, *comments, *titles, *bylines]
    removed = list(outside(soup, kept))
    for element in content:
        removed.extend(cut_inside(element))
    several = len(content) > 1 and len(titles) == len(content)
    title = "" if several or not titles else one_line(titles[0].get_text(" "))
    blocks = list(_in_page_order(soup, content, titles, () if dates and not several else bylines))
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


def _date_of(element: Tag) -> Iterator[FoundDate]:
    """The date that an element states for machines: its own, or that of one inside it."""
    for inner in (element, *element.find_all(True)):
        for attribute in _DATE_ATTRIBUTES:
            if dates := found(str(inner.get(attribute) or ""), "time"):
                yield dates[0]
                return


def _transcript(soup: BeautifulSoup) -> ParsedDocument | None:
    """A page of a file-sharing site: the transcript that it shows of a document."""
    body = soup.find("body")
    if not isinstance(body, Tag):
        return None
    lines = [line for block in to_blocks(body) for line in tidy(block.text).split("\n") if line]
    transcript = sharing.unwrap(lines)
    return transcripts.to_document(transcript) if transcript else None


def _by_main_text(soup: BeautifulSoup) -> ParsedDocument:
    main = _main_element(soup)
    if main is None:
        return _by_extractor(soup)
    dates = tuple(
        date for element in main.select("time[datetime]")[:1] for date in _date_of(element)
    )
    removed = [*outside(soup, [main]), *cut_inside(main)]
    return ParsedDocument("", to_sections(to_blocks(main)), tuple(removed), dates)


def _main_element(soup: BeautifulSoup) -> Tag | None:
    """The one element that the page itself says holds its text."""
    for selector in _MAIN:
        met = select_filled(soup, (selector,))
        if len(met) == 1 and len(met[0].get_text(strip=True)) >= _SHORTEST_MAIN:
            return met[0]
    return None


def _by_extractor(soup: BeautifulSoup) -> ParsedDocument:
    """A page that marks nothing: the general extractor's choice, else all that is no menu."""
    import trafilatura

    found_html = trafilatura.extract(
        str(soup), output_format="html", include_comments=False, include_tables=True
    )
    body = soup.find("body")
    if not isinstance(body, Tag):
        return ParsedDocument("", ())
    everything = [tidy(block.text) for block in to_blocks(body)]
    if found_html:
        extracted = BeautifulSoup(found_html, "lxml").find("body")
        blocks = list(to_blocks(extracted)) if isinstance(extracted, Tag) else []
        kept = {one_line(block.text) for block in blocks}
        left = "\n".join(text for text in everything if text and one_line(text) not in kept)
        removed = (Removed(left[:2000], OUTSIDE),) if left else ()
        return ParsedDocument("", to_sections(blocks), removed)
    cut = tuple(cut_inside(body))
    return ParsedDocument("", to_sections(to_blocks(body)), cut)
