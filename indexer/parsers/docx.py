"""Word: headings, paragraphs, lists, tables and notes in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError

from ..errors import ParseError
from ..models import ParsedDocument, Removed
from . import archive
from .blocks import Block, Kind, one_line, row, tidy, title_from_name, to_sections
from .lines import title_first
from .office_facts import dates, properties, sensible_title
from .reasons import CONTENTS, RUNNING
from .xml import parse_xml, told_plainly

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|otsikko|rubrik)\s*\d", re.IGNORECASE)
_TITLE = re.compile(r"title|otsikko|rubrik|pääotsikko", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|sisluet|sisällysluettelo|innehåll)\b.*\d?", re.IGNORECASE)
_LIST = re.compile(r"list|luettelo|lista", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!:;,…]$")
_LONGEST_PSEUDO_HEADING = 100
_NOT_SHOWN = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}


def parse(path: Path) -> ParsedDocument:
    """Read a Word document; pages are told where Word noted them when it last laid it out."""
    with archive.opened(path):
        pass  # only to look at what it declares before the library unpacks it
    try:
        with told_plainly():
            document = docx.Document(str(path))
    except (PackageNotFoundError, *archive.BREAKAGE) as error:
        raise ParseError("is a broken Word document; open it and save it anew") from error
    reader = _Reader(document)
    blocks = [*reader.blocks(document.element.body), *reader.notes()]
    told = document.core_properties
    headings = (one_line(block.text) for block in blocks if block.kind is Kind.HEADING)
    first = next((one_line(block.text) for block in blocks if block.text.strip()), "")
    title = reader.title or sensible_title(told.title) or next(headings, "") or first[:250]
    return ParsedDocument(
        title=title or title_from_name(path),
        sections=to_sections(title_first(blocks, title)),
        removed=tuple(reader.removed()),
        dates=dates(told),
        properties=properties(told),
    )


class _Reader:
    """Walks a document's XML, since python-docx leaves out text boxes, notes and page marks."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {style.style_id: style.name or "" for style in document.styles}
        has_pages = next(document.element.body.iter(f"{_W}lastRenderedPageBreak"), None)
        self._page: int | None = None if has_pages is None else 1
        self._contents: list[str] = []
        self.title = ""

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The blocks under an element."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}smartTag", f"{_W}ins"):
                yield from self.blocks(element)

    def notes(self) -> Iterator[Block]:
        """Footnotes and endnotes, as paragraphs at the end."""
        for kind in ("footnotes", "endnotes"):
            for root in self._related(kind):
                for note in root:
                    if note.get(f"{_W}type") is None:
                        yield from (replace(block, page=None) for block in self.blocks(note))

    def removed(self) -> Iterator[Removed]:
        """The table of contents, and headers and footers, each once."""
        if self._contents:
            yield Removed("\n".join(self._contents), CONTENTS)
        running = (
            tidy("\n".join(_text(p) for p in root.iter(f"{_W}p")))
            for kind in ("header", "footer")
            for root in self._related(kind)
        )
        yield from (Removed(text, RUNNING) for text in dict.fromkeys(running) if text)

    def _related(self, kind: str) -> Iterator[Any]:
        for relation in self._document.part.rels.values():
            if str(relation.reltype).endswith(f"/{kind}") and not relation.is_external:
                yield parse_xml(relation.target_part.blob)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        page = self._page
        text = _text(element)
        if self._page is not None:
            breaks = list(element.iter(f"{_W}lastRenderedPageBreak"))
            self._page += len(breaks)
            page = self._page if breaks and _begins_page(element) else page
        style = self._style(element)
        if _CONTENTS.fullmatch(style):
            self._contents.extend([line] if (line := one_line(text)) else [])
        elif text.strip():
            yield Block(self._kind(element, style, text), text, page)
        for box in element.iter(f"{_W}txbxContent"):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self.blocks(box)

    def _kind(self, element: Any, style: str, text: str) -> Kind:
        if _TITLE.fullmatch(style):
            self.title = self.title or one_line(text)
            return Kind.HEADING
        if _HEADING.match(style) or _is_pseudo_heading(element, text):
            return Kind.HEADING
        numbered = element.find(f"{_W}pPr/{_W}numPr") is not None
        return Kind.ITEM if numbered or _LIST.match(style) else Kind.TEXT

    def _style(self, element: Any) -> str:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        told = "" if style is None else str(style.get(f"{_W}val"))
        return self._styles.get(told, told)

    def _table(self, table: Any) -> Iterator[Block]:
        """Rows of cells; a table of one cell is a frame around paragraphs."""
        lines = [line.findall(f"{_W}tc") for line in table.iter(f"{_W}tr")]
        if [len(cells) for cells in lines] == [1]:
            yield from self.blocks(lines[0][0])
            return
        for cells in lines:
            yield row((_cell(cell) for cell in cells), self._page)
            marks = (mark for cell in cells for mark in cell.iter(f"{_W}lastRenderedPageBreak"))
            if self._page is not None and next(marks, None) is not None:
                self._page += 1


def _cell(cell: Any) -> str:
    return " ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p"))


def _text(element: Any) -> str:
    """What a paragraph shows: no deleted text, no field codes, no text boxes."""
    parts: list[str] = []
    for child in element:
        if child.tag in _NOT_SHOWN or child.tag in (f"{_W}txbxContent", _FALLBACK):
            continue
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag != f"{_W}p":
            parts.append(_text(child))
    return "".join(parts)


def _begins_page(element: Any) -> bool:
    """Whether a paragraph's page break stands before its text."""
    for child in element.iter(f"{_W}t", f"{_W}lastRenderedPageBreak"):
        if child.tag == f"{_W}lastRenderedPageBreak":
            return True
        if (child.text or "").strip():
            return False
    return False


def _is_pseudo_heading(element: Any, text: str) -> bool:
    """Whether a paragraph is one short line all in bold."""
    runs = [run for run in element.iter(f"{_W}r") if _text(run).strip()]
    line = one_line(text)
    bold = all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in runs)
    return (
        bool(runs)
        and bold
        and len(line) <= _LONGEST_PSEUDO_HEADING
        and not _SENTENCE_END.search(line)
    )


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "none")
