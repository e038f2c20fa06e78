"""A slide deck exported to PDF: one landscape page a slide, slogan and number at its foot."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from tests.samples import gold_source as gold
from tests.samples.gold_source import GoldDocument, Slide
from tests.samples.render.common import Rendered
from tests.samples.render.pdf import Build, fixed_clock, table_flowable
from tests.samples.render.pdf_style import habits, styles
from tests.samples.render.slogans import on_slide

WIDTH, HEIGHT = 254 * mm, 142.9 * mm
MARGIN = 18 * mm


def render_pdf_slides(document: GoldDocument) -> Rendered:
    """Typeset each slide on a page of its own; raises RuntimeError when one does not fit."""
    look = habits(document)
    build = Build(document, look, styles(look, document.meta.language, 15, 19))
    target = io.BytesIO()
    report = BaseDocTemplate(
        target,
        pagesize=(WIDTH, HEIGHT),
        title=document.meta.title,
        lang=document.meta.language,
        invariant=1,
        pageTemplates=_templates(build),
    )
    with fixed_clock(document.meta.date):
        report.build(list(_story(build)))
    count = len(document.slides)
    if report.page != count:
        raise RuntimeError(f"{document.slug}: {count} slides became {report.page} pages")
    return Rendered(target.getvalue(), build.log.texts(count))


def _templates(build: Build) -> list[PageTemplate]:
    def frame() -> Frame:
        return Frame(MARGIN, 18 * mm, WIDTH - 2 * MARGIN, HEIGHT - 30 * mm, 0, 0, 0, 0)

    return [
        PageTemplate("first", [frame()], onPage=_foot(build)),
        PageTemplate("later", [frame()], onPage=_foot(build)),
    ]


def _foot(build: Build) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, _: BaseDocTemplate) -> None:
        page = canvas.getPageNumber()
        canvas.saveState()
        canvas.setFillColor(build.look.colour)
        canvas.rect(0, HEIGHT - 5 * mm, WIDTH, 5 * mm, stroke=0, fill=1)
        canvas.setFont(f"{build.look.font}-Bold", 10)
        canvas.drawString(MARGIN, 7 * mm, on_slide(build.document.meta.slogan, page))
        canvas.drawRightString(WIDTH - MARGIN, 7 * mm, str(page))
        canvas.restoreState()

    return draw


def _story(build: Build) -> Iterator[Flowable]:
    yield NextPageTemplate("later")
    for index, slide in enumerate(build.document.slides):
        if index:
            yield PageBreak()
        yield from _slide(build, slide, index == 0)


def _slide(build: Build, slide: Slide, is_first: bool) -> Iterator[Flowable]:
    if is_first:
        yield Spacer(1, 25 * mm)
    yield build.text(slide.title, build.styles.title if is_first else build.styles.heading)
    for block in slide.blocks:
        if isinstance(block, gold.Table):
            yield table_flowable(block.rows, build, WIDTH - 2 * MARGIN)
        elif isinstance(block, gold.ListItem):
            bullet = ("•", "–", "·")[block.depth]
            yield build.text(block.text, _indented(build, block.depth), bullet)
        else:
            yield build.text(block.text, build.styles.cover)


def _indented(build: Build, depth: int) -> ParagraphStyle:
    item = build.styles.item
    return item.clone(
        f"item{depth}", leftIndent=16 + 22 * depth, bulletIndent=4 + 22 * depth, hyphenationLang=""
    )
