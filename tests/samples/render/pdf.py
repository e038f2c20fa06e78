"""PDF reports: a cover, running headers and footers, one or two justified columns."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)

from tests.samples import gold_source as gold
from tests.samples.gold_source import GoldDocument
from tests.samples.render.common import (
    Rendered,
    date_in_figures,
    date_in_words,
    inline_markup,
    moment,
    pick,
)
from tests.samples.render.pdf_pages import LoggedParagraph, PageLog, logged, page_sink
from tests.samples.render.pdf_style import Habits, Styles, habits, styles

WIDTH, HEIGHT = A4
MARGIN = 26 * mm
GUTTER = 8 * mm
TITLE_HEIGHT = 46 * mm
LONG_REPORT_BLOCKS = 150
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
CONTENTS_WORD = {"fi": "Sisällys", "sv": "Innehåll", "en": "Contents"}
GRID = HexColor("#999999")
SHADE = HexColor("#e8ecef")


@dataclass(slots=True)
class Build:
    """One pass of typesetting: what is set, how it looks, and what is known of the last pass."""

    document: GoldDocument
    look: Habits
    styles: Styles
    page_count: int = 0
    contents: tuple[tuple[int, str, int], ...] = ()
    log: PageLog = field(default_factory=PageLog)

    @property
    def is_long(self) -> bool:
        """Whether chapters begin on new pages, after a table of contents."""
        fronts = self.document.meta.front_sections
        return fronts > 0 or len(self.document.body) >= LONG_REPORT_BLOCKS

    def printed(self, page: int) -> str:
        """The number printed on a page; from i after the cover, and from 1 after front matter."""
        fronts = self.document.meta.front_sections
        chapters = [start for level, _, start in self.contents if level == 0]
        if not fronts or not chapters:
            return str(page)
        first = chapters[fronts]
        return str(page - first + 1) if page >= first else ROMAN[page - 2]

    def text(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> LoggedParagraph:
        """A paragraph of the document's own text."""
        return self._logged(text, style, self.log.pages, bullet)

    def optional(self, text: str, style: ParagraphStyle) -> LoggedParagraph:
        """A paragraph that a parser may keep or drop."""
        return self._logged(text, style, self.log.optional, None)

    def _logged(
        self, text: str, style: ParagraphStyle, table: dict[int, list[str]], bullet: str | None
    ) -> LoggedParagraph:
        markup = str(inline_markup(text))
        return logged(gold.plain(text), markup, style, page_sink(table), self.look.hyphen, bullet)


class Report(BaseDocTemplate):  # type: ignore[misc]
    """A document that notes its headings' pages and makes bookmarks of them where wanted."""

    build_notes: Build

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Note a heading when it has been drawn."""
        style = getattr(flowable, "style", None)
        level = {"heading": 0, "subheading": 1}.get(getattr(style, "name", ""))
        if level is None:
            return
        notes, text = self.build_notes, flowable.source.text
        notes.log.headings.append((level, text, self.page))
        if notes.look.outline:
            key = f"h{len(notes.log.headings)}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level, closed=level == 0)


def render_report(document: GoldDocument) -> Rendered:
    """Typeset a report in one column with a cover."""
    return _two_passes(document, _one_column_templates, _report_story, (10.5, 15))


def render_two_column(document: GoldDocument) -> Rendered:
    """Typeset an article in two narrow columns under a title that spans them."""
    return _two_passes(document, _two_column_templates, _article_story, (9.5, 12.5))


@contextmanager
def fixed_clock(date: str) -> Iterator[None]:
    """Let reportlab write the document's own date, not today's, into the file."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment(date).timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def table_flowable(rows: Sequence[Sequence[str]], build: Build, width: float) -> Table:
    """Set a table whose cells are logged paragraphs."""
    cells = [[build.text(cell, build.styles.cell) for cell in row] for row in rows]
    columns = max(len(row) for row in rows)
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, GRID),
            ("BACKGROUND", (0, 0), (-1, 0), SHADE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return Table(
        cells, colWidths=[width / columns] * columns, style=style, spaceBefore=4, spaceAfter=10
    )


def _two_passes(
    document: GoldDocument,
    templates: Callable[[Build], list[PageTemplate]],
    story: Callable[[Build], Iterator[Flowable]],
    size: tuple[float, float],
) -> Rendered:
    """Typeset twice, since page counts and contents are known only after the first time."""
    look = habits(document)
    first = Build(document, look, styles(look, document.meta.language, *size))
    _, first_count = _typeset(first, templates, story)
    second = Build(document, look, first.styles, first_count, tuple(first.log.headings))
    data, count = _typeset(second, templates, story)
    if count != first_count:
        raise RuntimeError(f"{document.slug}: {first_count} pages became {count}")
    return Rendered(data, second.log.texts(count), second.log.optional_texts(count))


def _typeset(
    build: Build,
    templates: Callable[[Build], list[PageTemplate]],
    story: Callable[[Build], Iterator[Flowable]],
) -> tuple[bytes, int]:
    target, meta = io.BytesIO(), build.document.meta
    report = Report(
        target,
        pagesize=A4,
        title=meta.title,
        author=meta.organisation or None,
        lang=meta.language,
        invariant=1,
        pageTemplates=templates(build),
    )
    report.build_notes = build
    with fixed_clock(meta.date):
        report.build(list(story(build)))
    return target.getvalue(), report.page


def _one_column_templates(build: Build) -> list[PageTemplate]:
    frame = Frame(MARGIN, 28 * mm, WIDTH - 2 * MARGIN, HEIGHT - 56 * mm, 0, 0, 0, 0)
    cover = Frame(MARGIN, 28 * mm, WIDTH - 2 * MARGIN, HEIGHT - 56 * mm, 0, 0, 0, 0)
    return [
        PageTemplate("cover", [cover], onPage=_cover_art(build)),
        PageTemplate("inside", [frame], onPage=_furniture(build)),
    ]


def _two_column_templates(build: Build) -> list[PageTemplate]:
    column = (WIDTH - 2 * MARGIN - GUTTER) / 2
    second = MARGIN + column + GUTTER
    tall, base = HEIGHT - 56 * mm, 28 * mm
    short = tall - TITLE_HEIGHT
    top = Frame(MARGIN, base + short, WIDTH - 2 * MARGIN, TITLE_HEIGHT, 0, 0, 0, 0)
    first = [Frame(x, base, column, short, 0, 0, 0, 0) for x in (MARGIN, second)]
    later = [Frame(x, base, column, tall, 0, 0, 0, 0) for x in (MARGIN, second)]
    return [
        PageTemplate("first", [top, *first], onPage=_furniture(build)),
        PageTemplate("inside", later, onPage=_furniture(build)),
    ]


def _furniture(build: Build) -> Callable[[Canvas, BaseDocTemplate], None]:
    """Draw the running header, the footer and the page number."""
    meta, look = build.document.meta, build.look

    def draw(canvas: Canvas, _: BaseDocTemplate) -> None:
        page: int = canvas.getPageNumber()
        canvas.saveState()
        canvas.setFont(look.font, 8.5)
        canvas.setFillColor(look.colour)
        canvas.drawString(MARGIN, HEIGHT - 18 * mm, meta.header or meta.organisation)
        canvas.line(MARGIN, HEIGHT - 20 * mm, WIDTH - MARGIN, HEIGHT - 20 * mm)
        number = look.page_number.format(page=build.printed(page), count=build.page_count)
        canvas.drawString(MARGIN, 15 * mm, meta.footer or meta.organisation)
        canvas.drawRightString(WIDTH - MARGIN, 15 * mm, number)
        canvas.restoreState()

    return draw


def _cover_art(build: Build) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillColor(build.look.colour)
        canvas.rect(0, HEIGHT - 22 * mm, WIDTH, 22 * mm, stroke=0, fill=1)
        canvas.rect(0, 0, 12 * mm, HEIGHT, stroke=0, fill=1)
        canvas.restoreState()

    return draw


def _report_story(build: Build) -> Iterator[Flowable]:
    yield Spacer(1, 60 * mm)
    yield build.text(build.document.meta.title, build.styles.title)
    yield Spacer(1, 30 * mm)
    yield from _imprint(build)
    yield NextPageTemplate("inside")
    yield PageBreak()
    if build.is_long:
        yield from _contents(build)
    yield from _body(build, WIDTH - 2 * MARGIN)


def _article_story(build: Build) -> Iterator[Flowable]:
    yield NextPageTemplate("inside")
    yield build.text(build.document.meta.title, build.styles.title)
    yield from _imprint(build)
    yield FrameBreak()
    yield from _body(build, (WIDTH - 2 * MARGIN - GUTTER) / 2)


def _imprint(build: Build) -> Iterator[Flowable]:
    """Who published and when: in words on some covers, in figures on others."""
    meta = build.document.meta
    write = pick(build.document.slug + "date", (date_in_words, date_in_figures))
    lines = (meta.organisation, write(meta.date, meta.language))
    return (build.optional(line, build.styles.cover) for line in lines if line)


def _contents(build: Build) -> Iterator[Flowable]:
    """The table of contents: on the first pass one empty line for every heading to come."""
    yield build.optional(CONTENTS_WORD[build.document.meta.language], build.styles.title)
    chapters = [entry for entry in build.contents if entry[0] == 0]
    waiting = sum(isinstance(b, gold.Heading) and b.level == 2 for b in build.document.body)
    for _, text, page in chapters or [(0, "–", 0)] * waiting:
        line = f"{text} {'.' * max(3, 78 - len(text))} {build.printed(page)}"
        yield build.optional(line, build.styles.item)


def _body(build: Build, width: float) -> Iterator[Flowable]:
    chapter = 0
    for block in build.document.body:
        chapter += isinstance(block, gold.Heading) and block.level == 2
        if isinstance(block, gold.Table):
            yield table_flowable(block.rows, build, width)
        elif isinstance(block, gold.ListItem):
            bullet = "•" if block.number is None else f"{block.number}."
            yield build.text(block.text, build.styles.item, bullet)
        elif isinstance(block, gold.Heading):
            if build.is_long and block.level == 2:
                yield PageBreak()
            style = build.styles.heading if block.level == 2 else build.styles.subheading
            yield build.text(block.text, style)
        else:
            in_front = 0 < chapter <= build.document.meta.front_sections
            yield build.text(block.text, build.styles.front if in_front else build.styles.body)
