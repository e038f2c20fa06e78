"""What OpenDocument text and presentations share: the archive, its properties, its paragraphs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ..errors import ParseError
from ..models import FoundDate
from . import archive
from .blocks import Block, Kind, one_line, row
from .dates import found
from .office_facts import sensible_author, sensible_title
from .xml import parse_xml

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XLINK = "{http://www.w3.org/1999/xlink}"

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_CHART_WORD = re.compile(r"^(?!(?:Series|Sarja|Serie)\d+$).*[^\W\d_]")
"""Words, but for the names that programs give to series without one."""

_SPACES = re.compile(r"\s+")
_NOT_SHOWN = {
    f"{TEXT}note",
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{DRAW}frame",
    f"{DRAW}custom-shape",
    f"{DRAW}g",
    f"{TEXT}bookmark",
}
_MOST_REPEATED = 1_000
"""Cells that one element may stand for; empty rows are said to repeat a million times."""


def content(package: zipfile.ZipFile) -> Any:
    """The root of the document; raises ParseError when it is missing or broken."""
    data = archive.read(package, "content.xml")
    if data is None:
        raise ParseError("has no content; open it and save it anew")
    return parse_xml(data)


def stated(package: zipfile.ZipFile) -> tuple[str, dict[str, str], tuple[FoundDate, ...]]:
    """Title, properties and date that the file states of itself."""
    data = archive.read(package, "meta.xml")
    if data is None:
        return "", {}, ()
    root = parse_xml(data)

    def told(name: str) -> str:
        return one_line(root.findtext(f".//{name}") or "")

    values = {
        "author": sensible_author(told(f"{_META}initial-creator") or told(f"{_DC}creator")),
        "language": told(f"{_DC}language"),
        "tags": "\n".join(one_line(word.text or "") for word in root.iter(f"{_META}keyword")),
    }
    properties = {key: value for key, value in values.items() if value}
    return (
        sensible_title(told(f"{_DC}title")),
        properties,
        found(told(f"{_META}creation-date"), "property"),
    )


def plain(element: Any) -> str:
    """What a paragraph shows in its own line: no notes, no comments, no frames."""
    parts = [_SPACES.sub(" ", element.text or "")]
    for child in element:
        if child.tag == f"{TEXT}s":
            parts.append(" ")
        elif child.tag == f"{TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif child.tag not in _NOT_SHOWN and isinstance(child.tag, str):
            parts.append(plain(child))
        parts.append(_SPACES.sub(" ", child.tail or ""))
    return "".join(parts)


def list_items(element: Any, page: int | None = None) -> Iterator[Block]:
    """The items of a list and of the lists in it; what heads a list is a paragraph."""
    for item in element.iter(*PARAGRAPHS):
        heads = item.getparent().tag == f"{TEXT}list-header"
        yield Block(Kind.TEXT if heads else Kind.ITEM, plain(item), page)


def table_rows(table: Any, page: int | None = None) -> Iterator[Block]:
    """The rows of a table that hold text; a table in a cell is a part of that cell."""
    for line in table.iter(f"{TABLE}table-row"):
        cells = [cell for cell in line if cell.tag == f"{TABLE}table-cell"]
        texts = [" ".join(plain(p) for p in cell.iter(*PARAGRAPHS)) for cell in cells]
        yield row(texts[:_MOST_REPEATED], page)


def chart_texts(package: zipfile.ZipFile, frame: Any, page: int | None) -> Iterator[Block]:
    """The titles, categories and names of a chart that a frame shows."""
    for shown in frame.iter(f"{DRAW}object"):
        name = str(shown.get(f"{_XLINK}href") or "").removeprefix("./").strip("/")
        data = archive.read(package, f"{name}/content.xml") if name else None
        if data is None:
            continue
        texts = (one_line(plain(p)) for p in parse_xml(data).iter(f"{TEXT}p"))
        words = dict.fromkeys(filter(_CHART_WORD.search, texts))
        yield from (Block(Kind.ITEM, text, page) for text in words)
