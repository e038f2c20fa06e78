"""OpenDocument decks: lists, tables, grouped boxes, notes, a slogan on each slide."""

from __future__ import annotations

from markupsafe import escape

from tests.samples import gold_source as gold
from tests.samples.gold_source import Block, GoldDocument, Slide
from tests.samples.render import odf
from tests.samples.render.common import Rendered, grouped
from tests.samples.render.pptx import deck_texts, groups_on
from tests.samples.render.slogans import on_slide

MEDIA_TYPE = "application/vnd.oasis.opendocument.presentation"
PLAIN_FRAME = (
    '<style:style style:name="plain" style:family="graphic">'
    '<style:graphic-properties draw:fill="none" draw:stroke="none"/></style:style>'
)


def render_odp(document: GoldDocument) -> Rendered:
    """Write an OpenDocument deck; a page of the text is a slide with its notes last."""
    pages = "".join(
        _slide_page(document, slide, number)
        for number, slide in enumerate(document.slides, start=1)
    )
    body = f"<office:presentation>{pages}</office:presentation>"
    styles = odf.page_layout("28cm", "15.75cm", "0cm") + odf.master_page("Default", "")
    data = odf.package(document, MEDIA_TYPE, body, _content_styles(), styles)
    return Rendered(data, deck_texts(document))


def _content_styles() -> str:
    return (
        PLAIN_FRAME
        + odf.paragraph_style("Text_20_body", 20)
        + odf.paragraph_style("List", 20)
        + odf.paragraph_style("title", 30, bold=True)
        + odf.paragraph_style("slogan", 12)
        + odf.paragraph_style("grouped", 18, bold=True)
    )


def _slide_page(document: GoldDocument, slide: Slide, number: int) -> str:
    boxes = [_frame("2cm", "1.2cm", "24cm", "2.4cm", slide.title, "title")]
    top = 4.2
    for group in grouped(slide.blocks):
        height = 1.1 * max(len(group), len(getattr(group[0], "rows", ())))
        boxes.append(_content(f"{top:.1f}cm", f"{height:.1f}cm", group))
        top += height + 0.4
    boxes.extend(_grouped_boxes(texts) for texts in groups_on(document, number))
    if slogan := on_slide(document.meta.slogan, number):
        boxes.append(_frame("2cm", "14.6cm", "20cm", "0.9cm", slogan, "slogan"))
    notes = f"<presentation:notes>{_notes(slide.notes)}</presentation:notes>" if slide.notes else ""
    return (
        f'<draw:page draw:name="page{number}" draw:master-page-name="Default">'
        f"{''.join(boxes)}{notes}</draw:page>"
    )


def _content(top: str, height: str, blocks: tuple[Block, ...]) -> str:
    place = (
        f'draw:style-name="plain" svg:x="2cm" svg:y="{top}" svg:width="24cm" svg:height="{height}"'
    )
    elements = "".join(odf.block_elements(blocks))
    if isinstance(blocks[0], gold.Table):
        return f"<draw:frame {place}>{elements}</draw:frame>"
    return f'<draw:frame presentation:class="outline" {place}>{_box(elements)}</draw:frame>'


def _frame(left: str, top: str, width: str, height: str, text: str, style: str) -> str:
    role = ' presentation:class="title"' if style == "title" else ""
    size = f'svg:width="{width}" svg:height="{height}"'
    place = f'draw:style-name="plain" svg:x="{left}" svg:y="{top}" {size}'
    paragraph = f'<text:p text:style-name="{style}">{escape(text)}</text:p>'
    return f"<draw:frame{role} {place}>{_box(paragraph)}</draw:frame>"


def _box(elements: str) -> str:
    return f"<draw:text-box>{elements}</draw:text-box>"


def _grouped_boxes(texts: tuple[str, ...]) -> str:
    frames = (
        _frame(
            f"{2 + index % 3 * 8}cm",
            f"{11 + index // 3 * 1.5:.1f}cm",
            "7.5cm",
            "1.2cm",
            text,
            "grouped",
        )
        for index, text in enumerate(texts)
    )
    return f"<draw:g>{''.join(frames)}</draw:g>"


def _notes(text: str) -> str:
    return (
        '<draw:frame presentation:class="notes" svg:x="2cm" svg:y="14cm" svg:width="17cm" '
        f'svg:height="12cm">{_box(f"<text:p>{escape(text)}</text:p>")}</draw:frame>'
    )
