"""HTML elements to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from ..models import SectionRole
from .blocks import Block, Kind, one_line, row, tidy

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKING = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
    *("li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"),
    *("tfoot", "th", "thead", "tr", "ul"),
}
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "button", "input", "select"}
    | {"option", "textarea", "iframe", "object", "audio", "video", "canvas", "math"}
)
_BREAK = "\u2028"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PARAGRAPH_BREAK = re.compile(rf"{_BREAK}(?:[^\S{_BREAK}]*{_BREAK})+")
_LONGEST_PSEUDO_HEADING = 100
_SENTENCE_END = re.compile(r"[.!:;,…]$")
_LONGEST_CELL = 600


def to_blocks(element: Tag, role: SectionRole = SectionRole.BODY) -> Iterator[Block]:
    """The blocks of an element in document order."""
    yield from _walk(element, Kind.HEADING if element.name in _HEADINGS else Kind.TEXT, role)


def is_silent(element: PageElement) -> bool:
    """Whether an element shows no text of the page."""
    if isinstance(element, PreformattedString):  # comments, doctypes, processing instructions
        return True
    if not isinstance(element, Tag):
        return False
    style = str(element.get("style") or "").replace(" ", "").lower()
    return element.name in _SILENT or element.has_attr("hidden") or "display:none" in style


def _walk(element: Tag, kind: Kind, role: SectionRole) -> Iterator[Block]:
    inline: list[str] = []
    for child in element.children:
        if is_silent(child):
            continue
        if isinstance(child, Tag) and (child.name in _BREAKING or _holds_blocks(child)):
            yield from _flush(inline, kind, role)
            inline = []
            yield from _block(child, kind, role)
        else:
            inline.append(_inline(child))
    yield from _flush(inline, kind, role)


def _block(element: Tag, kind: Kind, role: SectionRole) -> Iterator[Block]:
    if element.name in _HEADINGS:
        yield from _walk(element, Kind.HEADING, role)
    elif element.name == "li":
        yield from _walk(element, Kind.ITEM, role)
    elif element.name == "table":
        yield from _table(element, role)
    elif _is_pseudo_heading(element):
        yield Block(Kind.HEADING, element.get_text(), None, role)
    else:
        keeps = kind in (Kind.ITEM, Kind.HEADING) and element.name in (
            "p",
            "div",
            "span",
            "section",
        )
        yield from _walk(element, kind if keeps else Kind.TEXT, role)


def _table(table: Tag, role: SectionRole) -> Iterator[Block]:
    """The rows of a table; one that only lays out the page is walked as its cells."""
    if _is_layout(table):
        for cell in table.find_all(["td", "th"], recursive=True):
            if cell.find_parent("table") is table:
                yield from _walk(cell, Kind.TEXT, role)
        return
    for line in table.find_all("tr"):
        cells = [cell.get_text(" ") for cell in line.find_all(["td", "th"], recursive=False)]
        block = row(cells)
        yield Block(block.kind, block.text, None, role)
    caption = table.find("caption")
    if isinstance(caption, Tag):
        yield Block(Kind.TEXT, caption.get_text(" "), None, role)


def _is_layout(table: Tag) -> bool:
    if table.find("table") or table.get("role") == "presentation":
        return True
    cells = table.find_all(["td", "th"])
    return len(cells) < 2 or any(len(cell.get_text()) > _LONGEST_CELL for cell in cells)


def _flush(inline: list[str], kind: Kind, role: SectionRole) -> Iterator[Block]:
    text = "".join(inline)
    if kind is not Kind.TEXT:
        yield Block(kind, text, None, role)
        return
    for paragraph in _PARAGRAPH_BREAK.split(text):
        yield Block(Kind.TEXT, tidy(paragraph), None, role)


def _inline(node: PageElement) -> str:
    if isinstance(node, Tag):
        if node.name == "br":
            return _BREAK
        return "".join(_inline(child) for child in node.children if not is_silent(child))
    return _SPACE.sub(" ", str(node))


def _holds_blocks(element: Tag) -> bool:
    return any(
        isinstance(child, Tag) and (child.name in _BREAKING or _holds_blocks(child))
        for child in element.children
    )


def _is_pseudo_heading(element: Tag) -> bool:
    """Whether a paragraph is one short line in bold, as people write headings in blogs."""
    if element.name not in ("p", "div"):
        return False
    filled = [child for child in element.children if not is_silent(child) and _says(child)]
    if len(filled) != 1 or not isinstance(filled[0], Tag) or filled[0].name not in ("b", "strong"):
        return False
    text = one_line(filled[0].get_text())
    return len(text) <= _LONGEST_PSEUDO_HEADING and not _SENTENCE_END.search(text)


def _says(node: PageElement) -> bool:
    if isinstance(node, NavigableString):
        return bool(node.strip())
    return isinstance(node, Tag) and bool(node.get_text(strip=True))
