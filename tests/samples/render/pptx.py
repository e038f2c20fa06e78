"""PowerPoint decks: bullets with levels, tables, grouped boxes, notes, a slogan on each slide."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.util import Cm, Pt

from tests.samples import gold_source as gold
from tests.samples.gold_source import GoldDocument, Slide, TextBlock
from tests.samples.render.common import Rendered, fixed_zip, moment, pick, runs
from tests.samples.render.slogans import on_slide

TITLE_SLIDE, TITLE_AND_CONTENT, TITLE_ONLY = 0, 1, 5
GROUP_LEFT, GROUP_TOP, BOX_WIDTH, BOX_HEIGHT = Cm(2), Cm(12.5), Cm(6.6), Cm(1.6)
# Slides and shapes are Any below, since python-pptx types only a part of them.
COLOURS = ("1F3A5F", "2F5D50", "7A2E3A", "5B3F8C")


def render_pptx(document: GoldDocument) -> Rendered:
    """Write a deck with python-pptx; a page of the text is a slide with its notes last."""
    deck = Presentation()
    _describe(deck, document)
    for number, slide in enumerate(document.slides, start=1):
        _add_slide(deck, document, slide, number)
    target = io.BytesIO()
    deck.save(target)
    return Rendered(fixed_zip(target.getvalue()), deck_texts(document))


def deck_texts(document: GoldDocument) -> tuple[str, ...]:
    """The expected text of each slide: title, body, grouped boxes, speaker's notes."""
    return tuple(
        "\n".join(text for text in _slide_texts(document, slide, number) if text)
        for number, slide in enumerate(document.slides, start=1)
    )


def groups_on(document: GoldDocument, number: int) -> tuple[tuple[str, ...], ...]:
    """The groups of boxes on a slide: they stand on the last one."""
    return document.meta.groups if number == len(document.slides) else ()


def _slide_texts(document: GoldDocument, slide: Slide, number: int) -> Iterator[str]:
    yield slide.title
    yield from gold.block_texts(slide.blocks)
    yield from (text for group in groups_on(document, number) for text in group)
    yield slide.notes


def _describe(deck: Deck, document: GoldDocument) -> None:
    properties, when = deck.core_properties, moment(document.meta.date).replace(tzinfo=None)
    properties.title = document.meta.title
    properties.author = document.meta.organisation
    properties.last_modified_by = ""
    properties.created = properties.modified = when


def _add_slide(deck: Deck, document: GoldDocument, slide: Slide, number: int) -> None:
    table = next((block for block in slide.blocks if isinstance(block, gold.Table)), None)
    layout = TITLE_SLIDE if number == 1 else TITLE_ONLY if table else TITLE_AND_CONTENT
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    _title(made, slide.title, pick(document.slug, COLOURS))
    texts = tuple(block for block in slide.blocks if not isinstance(block, gold.Table))
    if table:
        _add_table(made, table)
        if texts:
            below = made.shapes.add_textbox(Cm(1.3), Cm(14), Cm(22.8), Cm(3)).text_frame
            _fill(below, texts, 16)
    elif texts:
        _fill(made.placeholders[1].text_frame, texts, 24)
    for row, group in enumerate(groups_on(document, number)):
        _add_group(made, group, row)
    _add_slogan(made, document, number)
    if slide.notes:
        made.notes_slide.notes_text_frame.text = slide.notes


def _title(made: Any, text: str, colour: str) -> None:
    frame = made.shapes.title.text_frame
    frame.text = text
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(32), True
    run.font.color.rgb = RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _fill(frame: Any, blocks: tuple[TextBlock, ...], size: int) -> None:
    frame.word_wrap = True
    for index, block in enumerate(blocks):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.level = block.depth if isinstance(block, gold.ListItem) else 0
        for text, look in runs(block.text):
            run = paragraph.add_run()
            run.text, run.font.size = text, Pt(size - 3 * paragraph.level)
            run.font.bold, run.font.italic = look == "bold" or None, look == "italic" or None


def _add_table(made: Any, table: gold.Table) -> None:
    columns = max(len(row) for row in table.rows)
    shape = made.shapes.add_table(
        len(table.rows), columns, Cm(1.3), Cm(4.6), Cm(22.8), Cm(1.2 * len(table.rows))
    )
    for row, cells in enumerate(table.rows):
        for column, text in enumerate(cells):
            frame = shape.table.cell(row, column).text_frame
            frame.text = gold.plain(text)
            frame.paragraphs[0].font.size = Pt(15)


def _add_group(made: Any, texts: tuple[str, ...], row: int) -> None:
    group = made.shapes.add_group_shape()
    for index, text in enumerate(texts):
        left = GROUP_LEFT + index % 3 * (BOX_WIDTH + Cm(0.4))
        top = GROUP_TOP + (row + index // 3) * (BOX_HEIGHT + Cm(0.3))
        box = group.shapes.add_textbox(left, top, BOX_WIDTH, BOX_HEIGHT)
        box.text_frame.text = text
        box.text_frame.paragraphs[0].font.bold = True


def _add_slogan(made: Any, document: GoldDocument, number: int) -> None:
    """Put the slogan in the footer placeholder in some decks, in a text box in the others."""
    slogan = on_slide(document.meta.slogan, number)
    if not slogan:
        return
    if pick(document.slug + "slogan", (True, False)):
        _footer(made).text = slogan
    else:
        box = made.shapes.add_textbox(Cm(1.3), Cm(17.6), Cm(16), Cm(1))
        box.text_frame.text = slogan
        box.text_frame.paragraphs[0].font.size = Pt(12)


def _footer(made: Any) -> Any:
    layout = made.slide_layout.placeholders
    model = next(p for p in layout if p.placeholder_format.type == PP_PLACEHOLDER.FOOTER)
    made.shapes._spTree.append(copy.deepcopy(model._element))
    return next(
        p for p in made.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.FOOTER
    ).text_frame
