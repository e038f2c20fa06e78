"""The lines of a PDF page with their place and type, and which of them are not the text's own."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject

from ..analysis.text import normalise
from ..models import Removed
from .blocks import tidy
from .pdf_labels import counts_up, is_roman
from .reasons import CONTENTS, PAGE_NUMBERS, RUNNING

_EDGE = 0.13
"""The share of a page's height, above and below, in which headers and footers stand."""

_ENOUGH_PAGES = 3
_FEW_PAGES = 4
"""In a document of so few pages two alike are enough: its cover has no header."""

_SAME_PLACE = 3.0
"""Points by which a running line may move from page to page."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[–—|-]?\s*(?:(?:sivu|sida|page|s\.)\s*)?\d{1,4}"
    r"(?:\s*(?:/|\(|av|of|\|)\s*\d{1,4}(?:\s*\))?)?(?:\s*[–—|-])?",
    re.IGNORECASE,
)
_UNDEFINED = "\x7f"
"""WinAnsiEncoding shows a bullet for the codes that it does not define."""

_LEADER = re.compile(r"(?:[.…·_]\s?){3,}")
_ENTRY = re.compile(
    rf"(?<![.…·_])(?<![.…·_]\s){_LEADER.pattern}\s*(?:\d{{1,4}}|[ivxlc]{{1,7}})\s*$", re.I
)
_ENOUGH_ENTRIES = 3
_CONTENTS_HEAD = re.compile(
    r"sisällys(?:luettelo)?|sisältö|innehåll(?:sförteckning)?|(?:table of )?contents",
    re.IGNORECASE,
)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``x`` and ``y`` are where it begins, in points from the lower left."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order of its content stream; ``height`` is in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


class LineCollector:
    """Gathers what pypdf tells its text visitor into lines."""

    def __init__(self) -> None:
        self._fragments: list[tuple[str, float, float, float, bool]] = []
        self.lines: list[Line] = []

    def visit(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        """Take a stretch of text with its two matrices (pypdf's ``visitor_text``)."""
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        bold = bool(_BOLD.search(str((font or {}).get("/BaseFont", ""))))
        *ended, rest = text.replace(_UNDEFINED, "•").split("\n")
        for part in ended:
            self._add(part, x, y, size * scale, bold)
            self.end_line()
        self._add(rest, x, y, size * scale, bold)

    def end_line(self) -> None:
        """Close the line in hand."""
        fragments, self._fragments = self._fragments, []
        inked = [fragment for fragment in fragments if fragment[0].strip()]
        if not inked:
            return
        text = "".join(fragment[0] for fragment in fragments)
        weight = Counter[tuple[float, bool]]()
        for part, _, _, size, bold in inked:
            weight[round(size, 1), bold] += len(part)
        (size, bold), _ = weight.most_common(1)[0]
        self.lines.append(Line(text.strip(), inked[0][1], inked[0][2], size, bold))

    def _add(self, text: str, x: float, y: float, size: float, bold: bool) -> None:
        fragment = (text, x, y, size, bold)
        # Some programs make type bold by drawing it twice at one place.
        if text and not (self._fragments and self._fragments[-1] == fragment and text.strip()):
            self._fragments.append(fragment)


def read_page(page: PageObject, number: int) -> Page:
    """The lines of a page; raises whatever pypdf meets on a broken one."""
    collector = LineCollector()
    page.extract_text(visitor_text=collector.visit)
    collector.end_line()
    box = page.mediabox
    return Page(number, float(box.width), float(box.height), tuple(collector.lines))


def without_furniture(pages: Sequence[Page], larger: float) -> tuple[list[Page], list[Removed]]:
    """Take running headers, footers and page numbers off pages, and tell each of them once.

    Type of the size ``larger`` and beyond is a heading's, which may recur on a few pages, unless it
    recurs on most.
    """
    edges = list(_edge_lines(pages))
    numbers = set(_page_numbers(edges, len(pages)))
    running = set(_running(edges, len(pages), larger)) - numbers
    removed: dict[str, Removed] = {}
    for number, line in edges:
        if (number, line) in running:
            text = normalise(line.text)
            removed.setdefault(_DIGITS.sub("#", text), Removed(text, RUNNING, number))
    if numbers:
        told = [normalise(line.text) for number, line in edges if (number, line) in numbers]
        removed[""] = Removed(", ".join(told), PAGE_NUMBERS)
    gone = running | numbers
    kept = [
        replace(page, lines=tuple(line for line in page.lines if (page.number, line) not in gone))
        for page in pages
    ]
    return kept, list(removed.values())


def cut_lines(pages: Sequence[Page], kept: Sequence[Page]) -> dict[int, list[str]]:
    """By page, the texts of the lines that are no longer on it."""
    return {
        page.number: [line.text for line in page.lines if line not in left.lines]
        for page, left in zip(pages, kept, strict=True)
    }


def without_contents(pages: Sequence[Page]) -> tuple[list[Page], list[Removed]]:
    """Take tables of contents off pages: they say every heading a second time."""
    removed: list[Removed] = []
    kept: list[Page] = []
    for page in pages:
        entries = {i for i, line in enumerate(page.lines) if _ENTRY.search(line.text)}
        if len(entries) >= _ENOUGH_ENTRIES:
            first = min(entries)
            head = first - 1
            if head >= 0 and _CONTENTS_HEAD.fullmatch(page.lines[head].text.strip()):
                entries.add(head)
            told = "\n".join(page.lines[i].text for i in sorted(entries))
            removed.append(Removed(tidy(_LEADER.sub(" ", told)), CONTENTS, page.number))
            lines = tuple(line for i, line in enumerate(page.lines) if i not in entries)
            page = replace(page, lines=lines)
        kept.append(page)
    return kept, removed


def _edge_lines(pages: Iterable[Page]) -> Iterator[tuple[int, Line]]:
    for page in pages:
        low, high = page.height * _EDGE, page.height * (1 - _EDGE)
        for line in page.lines:
            if not low <= line.y <= high:
                yield page.number, line


def _running(
    edges: Sequence[tuple[int, Line]], pages: int, larger: float
) -> Iterator[tuple[int, Line]]:
    """Lines that stand in one place on several pages and differ in figures at most."""
    alike: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for number, line in edges:
        alike[_DIGITS.sub("#", line.text.casefold())].append((number, line))
    for group in alike.values():
        for number, line in group:
            near = [other for other in group if abs(other[1].y - line.y) <= _SAME_PLACE]
            on = {page for page, _ in near}
            least = _ENOUGH_PAGES if pages > _FEW_PAGES else 2
            enough = len(on) >= (least if line.size < larger else max(least, pages / 2))
            same = len({other.text.casefold() for _, other in near}) == 1
            if enough and (same or _counts_up(near)):
                yield number, line


def _page_numbers(edges: Sequence[tuple[int, Line]], pages: int) -> Iterator[tuple[int, Line]]:
    """Numbers that stand alone, those in figures and those of front matter in Roman numerals."""
    plain = [(n, line) for n, line in edges if _PAGE_NUMBER.fullmatch(line.text.strip())]
    roman = [(n, line) for n, line in edges if is_roman(line.text.strip())]
    if _counts_up(plain) and (len(plain) > 1 or pages == 1):
        yield from plain
    if _counts_up(roman) and len(roman) > 1:
        yield from roman


def _counts_up(lines: Sequence[tuple[int, Line]]) -> bool:
    """Whether a number in most lines goes up with the pages."""
    return counts_up([(page, line.text) for page, line in lines])
