"""The main text of a web page whose layout is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from ..models import ParsedDocument, Removed
from . import html_meta
from .blocks import one_line, tidy, to_sections
from .furniture import without_furniture
from .html_blocks import to_blocks
from .html_chrome import cut_inside, outside
from .html_layouts import select_filled
from .reasons import OUTSIDE

_MAIN = ("article", "main", '[role="main"]', "#main-content", "#content")
_SHORTEST_MAIN = 250
"""Characters of text; an element with less is not what the page is about."""

_SCRAP = 0.25
"""The share of the main element's text below which a layout's own element is but a part of it."""

_MOST_HELD = 0.8
"""The share of what the extractor found that the element of the main text must hold."""

_WIDEST = 2.0
"""Times what the extractor found; an element with more text holds menus and the like too."""

_SHORTEST_KNOWN = 15
_MOST_SEARCHED = 50_000
"""Characters of extracted text in which each paragraph is looked for; a long text has enough
paragraphs that are the page's to the letter."""

_PARAGRAPHS = ("p", "li", "h1", "h2", "h3", "h4", "td", "dd", "blockquote", "pre", "div")
_HOLDERS = ["p", "div", "ul", "ol", "table", "section", "article"]


def by_main_text(soup: BeautifulSoup) -> ParsedDocument:
    """The document that a page of unknown layout holds; its title is ""."""
    main = _main_element(soup)
    if main is None:
        found = _extracted(soup)
        main = _holder(soup, found)
        if main is None:
            return _as_extracted(soup, found)
    dates = tuple(
        date for element in main.select("time[datetime]")[:1] for date in html_meta.date_of(element)
    )
    removed = [*outside(soup, [main]), *cut_inside(main)]
    sections = to_sections(without_furniture(to_blocks(main), removed))
    return ParsedDocument("", sections, tuple(removed), dates)


def is_scrap(soup: BeautifulSoup, content: Sequence[Tag]) -> bool:
    """Whether what a layout calls its content is but a small part of the page's main text."""
    size = sum(len(element.get_text(strip=True)) for element in content)
    if size >= _SHORTEST_MAIN:
        return False
    main = _main_element(soup)
    return main is not None and size < _SCRAP * len(main.get_text(strip=True))


def _main_element(soup: BeautifulSoup) -> Tag | None:
    """The one element that the page itself says holds its text."""
    for selector in _MAIN:
        met = select_filled(soup, (selector,))
        if len(met) == 1 and len(met[0].get_text(strip=True)) >= _SHORTEST_MAIN:
            return met[0]
    return None


def _extracted(soup: BeautifulSoup) -> Tag | None:
    """What the general extractor takes for the page's text."""
    import trafilatura

    found = trafilatura.extract(
        str(soup), output_format="html", include_comments=False, include_tables=True
    )
    body = BeautifulSoup(found, "lxml").find("body") if found else None
    return body if isinstance(body, Tag) else None


def _holder(soup: BeautifulSoup, found: Tag | None) -> Tag | None:
    """The smallest element of the page that holds what the extractor found.

    The extractor drops headings and lists of a short page; the page's own element has them all.
    None where such an element holds much besides.
    """
    body = soup.find("body")
    if found is None or not isinstance(body, Tag):
        return None
    wanted = one_line(found.get_text(" "))
    held: dict[int, int] = {}
    for element, size in _known_parts(body, found, wanted):
        for holder in (element, *element.parents):
            held[id(holder)] = held.get(id(holder), 0) + size
    least = _MOST_HELD * held.get(id(body), 0)
    holder = body
    while inner := next((one for one in _children(holder) if held.get(id(one), 0) > least), None):
        holder = inner
    wide = len(one_line(holder.get_text(" "))) > _WIDEST * len(wanted)
    return None if wide or holder is body or holder.name in _PARAGRAPHS[:-1] else holder


def _children(element: Tag) -> Iterator[Tag]:
    return (child for child in element.children if isinstance(child, Tag))


def _known_parts(body: Tag, found: Tag, wanted: str) -> Iterator[tuple[Tag, int]]:
    """The paragraphs of a page whose text was found, with its length."""
    whole = {one_line(block.text) for block in to_blocks(found)}
    searched = wanted if len(wanted) <= _MOST_SEARCHED else ""
    for element in body.find_all(_PARAGRAPHS):
        if element.find(_HOLDERS) is None:
            text = one_line(element.get_text(" "))
            if len(text) >= _SHORTEST_KNOWN and (text in whole or text in searched):
                yield element, len(text)


def _as_extracted(soup: BeautifulSoup, found: Tag | None) -> ParsedDocument:
    """What the extractor found, as it is; where it found nothing, all that is no menu."""
    body = soup.find("body")
    if not isinstance(body, Tag):
        return ParsedDocument("", ())
    if found is None:
        cut = list(cut_inside(body))
        sections = to_sections(without_furniture(to_blocks(body), cut))
        return ParsedDocument("", sections, tuple(cut))
    everything = [tidy(block.text) for block in to_blocks(body)]
    blocks = list(to_blocks(found))
    kept = {one_line(block.text) for block in blocks}
    left = "\n".join(text for text in everything if text and one_line(text) not in kept)
    removed = (Removed(left[:2000], OUTSIDE),) if left else ()
    return ParsedDocument("", to_sections(blocks), removed)
