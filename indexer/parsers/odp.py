"""OpenDocument presentations: a section a slide, and one with the speaker's notes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import ParseError
from ..models import ParsedDocument, Removed, SectionRole
from . import archive, odf
from .blocks import Block, Kind, one_line, title_from_name, to_sections
from .odf import DRAW, OFFICE, PRESENTATION, TABLE, TEXT
from .office_facts import deck_title, headed
from .reasons import RUNNING

_FURNITURE = frozenset({"footer", "date-time", "page-number", "header"})
_BULLETED = frozenset({"outline"})


def parse(path: Path) -> ParsedDocument:
    """Read a slide deck; slides are counted from 1."""
    removed: dict[str, Removed] = {}
    with archive.opened(path) as package:
        root = odf.content(package)
        stated, properties, dates = odf.stated(package)
        slides = root.find(f"{OFFICE}body/{OFFICE}presentation")
        if slides is None:
            raise ParseError("holds no slides; open it and save it anew")
        blocks = [
            block
            for number, slide in enumerate(slides.iter(f"{DRAW}page"), 1)
            for block in _slide(package, slide, number, removed)
        ]
    return ParsedDocument(
        title=deck_title(blocks, stated) or title_from_name(path),
        sections=to_sections(blocks),
        removed=tuple(removed.values()),
        dates=dates,
        properties={**properties, "layout": "slides"},
    )


def _slide(
    package: zipfile.ZipFile, slide: Any, number: int, removed: dict[str, Removed]
) -> Iterator[Block]:
    shapes = [shape for shape in slide if shape.tag != f"{PRESENTATION}notes"]
    shapes.sort(key=lambda shape: shape.get(f"{PRESENTATION}class") != "title")
    yield from headed([list(_shape(package, shape, number, removed)) for shape in shapes])
    for shape in slide.iterfind(f"{PRESENTATION}notes/*"):
        if shape.get(f"{PRESENTATION}class") not in _FURNITURE:
            for p in shape.iter(*odf.PARAGRAPHS):
                yield Block(Kind.TEXT, odf.plain(p), number, SectionRole.NOTES)


def _shape(
    package: zipfile.ZipFile, shape: Any, number: int, removed: dict[str, Removed]
) -> Iterator[Block]:
    kind = str(shape.get(f"{PRESENTATION}class") or "")
    if kind in _FURNITURE:
        text = one_line(" ".join(odf.plain(p) for p in shape.iter(*odf.PARAGRAPHS)))
        if text and kind == "footer":
            removed.setdefault(text, Removed(text, RUNNING, number))
    elif shape.tag == f"{DRAW}g":
        for inner in shape:
            yield from _shape(package, inner, number, removed)
    elif kind == "title":
        yield Block(
            Kind.HEADING, " ".join(odf.plain(p) for p in shape.iter(*odf.PARAGRAPHS)), number
        )
    else:
        yield from _texts(shape, number, kind in _BULLETED)
        yield from odf.chart_texts(package, shape, number)


def _texts(parent: Any, number: int, bulleted: bool) -> Iterator[Block]:
    for element in parent:
        if element.tag in odf.PARAGRAPHS:
            yield Block(Kind.ITEM if bulleted else Kind.TEXT, odf.plain(element), number)
        elif element.tag == f"{TEXT}list":
            yield from odf.list_items(element, number)
        elif element.tag == f"{TABLE}table":
            yield from odf.table_rows(element, number)
        elif element.tag == f"{DRAW}text-box":
            yield from _texts(element, number, bulleted)
