"""PowerPoint: a section a slide with everything that it shows, and one with the speaker's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import InvalidXmlError, PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE

from ..errors import ParseError
from ..models import ParsedDocument, Removed, SectionRole
from . import archive
from .blocks import Block, Kind, one_line, row, title_from_name, to_sections
from .office_facts import dates, deck_title, headed, properties, sensible_title
from .reasons import RUNNING
from .xml import parse_xml, told_plainly

_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_BULLETED = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY)
_DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_DRAWING_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_CHART_WORD = re.compile(r"[^\W\d_]|^(?:19|20)\d\d$")
"""Words and years; other numbers are a chart's figures, days counted from 1900 among them."""

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def parse(path: Path) -> ParsedDocument:
    """Read a slide deck; slides are counted from 1, hidden ones too, as the program shows them."""
    with archive.opened(path):
        pass  # only to look at what it declares before the library unpacks it
    try:
        with told_plainly():
            deck = Presentation(str(path))
    except (PackageNotFoundError, InvalidXmlError, *archive.BREAKAGE) as error:
        raise ParseError("is a broken slide deck; open it and save it anew") from error
    removed: dict[str, Removed] = {}
    blocks = [
        block
        for number, slide in enumerate(deck.slides, 1)
        for block in _slide(slide, number, removed)
    ]
    told = deck.core_properties
    return ParsedDocument(
        title=deck_title(blocks, sensible_title(told.title)) or title_from_name(path),
        sections=to_sections(blocks),
        removed=tuple(removed.values()),
        dates=dates(told),
        properties={**properties(told), "layout": "slides"},
    )


def _slide(slide: Any, number: int, removed: dict[str, Removed]) -> Iterator[Block]:
    title = slide.shapes.title
    shapes = [[Block(Kind.HEADING, title.text_frame.text, number)]] if title is not None else []
    for shape in slide.shapes:
        if title is None or shape.shape_id != title.shape_id:
            shapes.append(list(_shape(shape, number, removed)))
    yield from headed(shapes)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            yield Block(Kind.TEXT, paragraph.text, number, SectionRole.NOTES)


def _shape(shape: Any, number: int, removed: dict[str, Removed]) -> Iterator[Block]:
    kind = shape.placeholder_format.type if shape.is_placeholder else None
    if kind in _FURNITURE:
        text = one_line(shape.text_frame.text)
        if text and kind is PP_PLACEHOLDER.FOOTER:
            removed.setdefault(text, Removed(text, RUNNING, number))
    elif hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _shape(inner, number, removed)
    elif shape.has_text_frame:
        bulleted = kind in _BULLETED
        for paragraph in shape.text_frame.paragraphs:
            yield Block(Kind.ITEM if bulleted else Kind.TEXT, paragraph.text, number)
    elif getattr(shape, "has_table", False):
        for line in shape.table.rows:
            yield row((cell.text for cell in line.cells if not cell.is_spanned), number)
    elif getattr(shape, "has_chart", False):
        yield from (Block(Kind.ITEM, text, number) for text in _chart_texts(shape.chart))
    else:
        yield from (Block(Kind.ITEM, text, number) for text in _diagram_texts(shape))


def _chart_texts(chart: Any) -> Iterator[str]:
    """The titles of a chart and its axes, its categories and the names of its series, each once."""
    root = chart._chartSpace  # python-pptx gives no other way to all of its texts
    texts = [_told(paragraph) for paragraph in root.iter(_DRAWING_PARAGRAPH)]
    for part in (*root.iter(f"{_CHART}cat"), *root.iter(f"{_CHART}tx")):
        texts += [one_line(value.text or "") for value in part.iter(f"{_CHART}v")]
    yield from dict.fromkeys(filter(_CHART_WORD.search, texts))


def _told(element: Any) -> str:
    """The text of an element, in however many runs it was typed."""
    return one_line("".join(run.text or "" for run in element.iter(_DRAWING_TEXT)))


def _diagram_texts(shape: Any) -> Iterator[str]:
    """The texts of a SmartArt diagram, which stand in a part of their own."""
    for element in shape._element.iter("{*}relIds"):
        relation = next((told for name, told in element.attrib.items() if name.endswith("}dm")), "")
        relations = shape.part.rels
        if relation in relations and relations[relation].reltype == RELATIONSHIP_TYPE.DIAGRAM_DATA:
            root = parse_xml(relations[relation].target_part.blob)
            for point in root.iter("{*}pt"):
                paragraphs = (_told(paragraph) for paragraph in point.iter(_DRAWING_PARAGRAPH))
                if text := one_line(" ".join(paragraphs)):
                    yield text
