"""OpenDocument text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import ParseError
from ..models import ParsedDocument, Removed
from . import archive, odf
from .blocks import Block, Kind, one_line, tidy, title_from_name, to_sections
from .lines import title_first
from .odf import DRAW, OFFICE, STYLE, TABLE, TEXT
from .reasons import CONTENTS, RUNNING
from .xml import parse_xml

_CONTAINERS = {f"{TEXT}section", f"{TEXT}index-body", f"{DRAW}text-box", f"{DRAW}frame", f"{DRAW}g"}
_TITLE_STYLES = frozenset({"title", "otsikko", "pääotsikko", "rubrik"})


def parse(path: Path) -> ParsedDocument:
    """Read a text document; pages are told where the program noted them when it last saved."""
    with archive.opened(path) as package:
        root = odf.content(package)
        title, properties, dates = odf.stated(package)
        running = tuple(_running(package))
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ParseError("holds no text document; open it and save it anew")
    reader = _Reader(root)
    blocks = [*reader.blocks(body), *reader.notes]
    headings = (one_line(block.text) for block in blocks if block.kind is Kind.HEADING)
    first = next((one_line(block.text) for block in blocks if block.text.strip()), "")
    title = reader.title or title or next(headings, "") or first[:250]
    return ParsedDocument(
        title=title or title_from_name(path),
        sections=to_sections(title_first(blocks, title)),
        removed=(*reader.removed, *running),
        dates=dates,
        properties=properties,
    )


class _Reader:
    """Walks the body of a text document."""

    def __init__(self, root: Any) -> None:
        self._styles = {
            str(style.get(f"{STYLE}name")): str(style.get(f"{STYLE}parent-style-name") or "")
            for style in root.iter(f"{STYLE}style")
        }
        marks = root.iter(f"{TEXT}soft-page-break")
        self._page: int | None = None if next(marks, None) is None else 1
        self.title = ""
        self.notes: list[Block] = []
        self.removed: list[Removed] = []

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The blocks under an element."""
        for element in parent:
            if element.tag in odf.PARAGRAPHS:
                yield from self._paragraph(element)
            elif element.tag == f"{TEXT}list":
                yield from odf.list_items(element, self._page)
                self._turn_pages(element)
            elif element.tag == f"{TABLE}table":
                yield from odf.table_rows(element, self._page)
                self._turn_pages(element)
            elif element.tag == f"{TEXT}table-of-content":
                entries = (odf.plain(p) for p in element.iter(*odf.PARAGRAPHS))
                self.removed.append(Removed(tidy("\n".join(entries)), CONTENTS, self._page))
            elif element.tag == f"{TEXT}soft-page-break":
                self._turn_pages(parent=[element])
            elif element.tag in _CONTAINERS:
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        yield Block(self._kind(element), odf.plain(element), self._page)
        for frame in element.iter(f"{DRAW}text-box"):
            yield from self.blocks(frame)
        for note in element.iter(f"{TEXT}note-body"):
            self.notes += [Block(Kind.TEXT, odf.plain(p)) for p in note.iter(*odf.PARAGRAPHS)]
        self._turn_pages(element)

    def _kind(self, element: Any) -> Kind:
        style = str(element.get(f"{TEXT}style-name") or "")
        names = {style.casefold(), self._styles.get(style, "").casefold()}
        if names & _TITLE_STYLES:
            self.title = self.title or one_line(odf.plain(element))
            return Kind.HEADING
        return Kind.HEADING if element.tag == f"{TEXT}h" else Kind.TEXT

    def _turn_pages(self, parent: Any) -> None:
        if self._page is not None:
            breaks = [m for e in parent for m in e.iter(f"{TEXT}soft-page-break")]
            self._page += len(breaks)


def _running(package: zipfile.ZipFile) -> Iterator[Removed]:
    """Headers and footers, which the styles hold, each once."""
    data = archive.read(package, "styles.xml")
    if data is None:
        return
    root = parse_xml(data)
    for kind in ("header", "footer"):
        texts = (
            tidy(odf.plain(p))
            for part in root.iter(f"{STYLE}{kind}")
            for p in part.iter(*odf.PARAGRAPHS)
        )
        yield from (Removed(text, RUNNING) for text in dict.fromkeys(texts) if text)
