"""The lines of PDF pages to headings, paragraphs, list items and table rows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .blocks import Block, Kind, one_line, row, without_bullet
from .joining import join
from .pdf_lines import Line, Page

_HEADING_GROWTH = 1.12
"""A line so much larger than running text is a heading."""

_LONGEST_HEADING = 160
_LONGEST_CELL = 160
_ENOUGH_GAPS = 5
_LINE_GAP = 1.25
"""Lines further apart than so many times the usual are two paragraphs."""

_INDENT = 0.8
"""Times the type's size: a line that begins so much further right begins a paragraph."""

_FAR = 4.5
"""Times the type's size: lines that begin so far apart stand in two columns or cells."""

_SHORT = 0.75
"""A line of less than this share of its neighbours' length ends a paragraph, if a sentence."""

_COLUMN_JUMP = 0.25
"""The share of a page's height by which the text jumps up to the next column, at least."""

_SENTENCE_END = re.compile(r"[.!?:;…]['”’»)\]]*$")
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö]\))\s")
_WORD = re.compile(r"\w[\w.’'-]*\w|\w")


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, joined later with the whole document's words known."""

    lines: list[Line] = field(default_factory=list)
    text: str = ""

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Type:
    """What a document's running text looks like: its size, and the line distance by size."""

    body: float
    leading: dict[float, float]
    body_is_bold: bool

    @property
    def larger(self) -> float:
        """The size from which type is larger than running text's."""
        return self.body * _HEADING_GROWTH

    def is_heading(self, line: Line) -> bool:
        """Whether a line stands out by its size or weight."""
        return line.size >= self.larger or (
            line.bold and not self.body_is_bold and line.size >= self.body * 0.98
        )

    def distance(self, size: float) -> float:
        """The usual distance of two lines of a size, in points."""
        usual = self.leading.get(self.body, self.body * 1.2) / self.body
        return self.leading.get(size, size * usual)


def to_blocks(pages: Sequence[Page], outline: Collection[str] = ()) -> Iterator[Block]:
    """Make blocks of pages; ``outline`` are the titles of the document's bookmarks."""
    look = type_of(pages)
    known = _words(pages)
    headings = {one_line(title).casefold() for title in outline}
    per_page = [(page, _paragraphs(page, look)) for page in pages]
    for _, paragraphs in per_page:
        for paragraph in paragraphs:
            paragraph.text = _joined(paragraph, known)
    for (_, before), (_, after) in pairwise(per_page):
        _mend_cut_word(before, after, known, look)
    for page, paragraphs in per_page:
        for run in _rows(paragraphs):
            yield _block(run, page.number, look, headings)


def type_of(pages: Iterable[Page]) -> Type:
    """Find the size and line distances of running text: what most characters have."""
    sizes: Counter[tuple[float, bool]] = Counter()
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for line in page.lines:
            sizes[line.size, line.bold] += len(line.text)
        for above, below in pairwise(page.lines):
            gap = round((above.y - below.y) * 2) / 2
            if above.size == below.size and 0.9 * above.size <= gap <= 2.2 * above.size:
                gaps[above.size][gap] += 1
    (body, bold), _ = sizes.most_common(1)[0] if sizes else ((10.0, False), 0)
    leading = {
        size: counted.most_common(1)[0][0]
        for size, counted in gaps.items()
        if counted.total() >= _ENOUGH_GAPS
    }
    return Type(body, leading, bold)


def _words(pages: Iterable[Page]) -> frozenset[str]:
    """The words of a document that no line end cuts, in lower case."""
    words: set[str] = set()
    for page in pages:
        for line in page.lines:
            found = [word.lower() for word in _WORD.findall(line.text)]
            words.update(found[1:-1] if len(found) > 2 else ())
    return frozenset(words)


def _paragraphs(page: Page, look: Type) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    for line in page.lines:
        if paragraphs and _continues(paragraphs[-1], line, look, page.height):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(_Paragraph([line]))
    return paragraphs


def _continues(paragraph: _Paragraph, line: Line, look: Type, height: float) -> bool:
    last = paragraph.last
    if abs(last.size - line.size) > 0.6 or without_bullet(line.text) is not None:
        return False
    if look.is_heading(last) != look.is_heading(line):
        return False
    drop = last.y - line.y
    if drop < -height * _COLUMN_JUMP:
        return _runs_on(last.text, line.text)
    if not 0 < drop <= look.distance(line.size) * _LINE_GAP or _NUMBERED.match(line.text):
        return False
    shift = line.x - last.x
    if abs(shift) > _FAR * line.size and not look.is_heading(line):
        return False
    hangs = len(paragraph.lines) == 1 and _is_item(paragraph.first.text)
    if shift > _INDENT * line.size and not hangs and not look.is_heading(line):
        return False
    return not _ends_short(paragraph, line)


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence goes on from one column to the next."""
    return not _SENTENCE_END.search(before) and (after[:1].islower() or before[-1:] in "-\u00ad,")


def _is_item(text: str) -> bool:
    return without_bullet(text) is not None or _NUMBERED.match(text) is not None


def _ends_short(paragraph: _Paragraph, line: Line) -> bool:
    """Whether the last line is a short one that ends a sentence, and a new one begins."""
    last = paragraph.last.text
    longest = max(len(line.text), *(len(other.text) for other in paragraph.lines))
    short = len(last) < _SHORT * longest
    return short and bool(_SENTENCE_END.search(last)) and not line.text[:1].islower()


def _joined(paragraph: _Paragraph, known: Collection[str]) -> str:
    text = paragraph.first.text
    for line in paragraph.lines[1:]:
        text = join(text, line.text, known)
    return text


def _mend_cut_word(
    before: list[_Paragraph], after: list[_Paragraph], known: Collection[str], look: Type
) -> None:
    """Give a word that a page end cuts to the page on which it begins."""
    first = next((p for p in after if p.first.size == look.body), None)
    last = next((p for p in reversed(before) if p.last.size == look.body), None)
    if first is None or last is None or last.text[-1:] not in ("-", "\u00ad", "\u2010", "\ufffe"):
        return
    head, _, rest = first.text.partition(" ")
    whole = join(last.text, head, known)
    if head[:1].isalnum() and not whole.endswith(f" {head}"):
        last.text, first.text = whole, rest


def _rows(paragraphs: list[_Paragraph]) -> Iterator[list[_Paragraph]]:
    """Gather paragraphs that begin side by side: the cells of a table row."""
    run: list[_Paragraph] = []
    for paragraph in paragraphs:
        if run and not _is_beside(run, paragraph):
            yield run
            run = []
        run.append(paragraph)
    if run:
        yield run


def _is_beside(run: list[_Paragraph], paragraph: _Paragraph) -> bool:
    left = run[-1]
    return (
        abs(run[0].first.y - paragraph.first.y) < 2
        and paragraph.first.x > left.first.x + left.first.size
        and max(len(left.text), len(paragraph.text)) <= _LONGEST_CELL
    )


def _block(run: list[_Paragraph], page: int, look: Type, headings: Collection[str]) -> Block:
    if len(run) > 1:
        return row((paragraph.text for paragraph in run), page)
    text = run[0].text
    item = without_bullet(text)
    if item is not None:
        return Block(Kind.ITEM, item, page)
    if one_line(text).casefold() in headings:
        return Block(Kind.HEADING, text, page)
    stands_out = all(map(look.is_heading, run[0].lines)) and any(map(str.isalpha, text))
    larger = run[0].first.size >= look.larger
    if stands_out and len(text) <= _LONGEST_HEADING and (larger or not _SENTENCE_END.search(text)):
        return Block(Kind.HEADING, text, page)
    return Block(Kind.TEXT, text, page)
