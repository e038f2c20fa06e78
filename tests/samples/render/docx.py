"""Word documents: heading styles, lists, tables, a running header where the gold has one."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from tests.samples import gold_source as gold
from tests.samples.gold_source import Block, GoldDocument
from tests.samples.render.common import Rendered, fixed_zip, moment, runs


def render_docx(document: GoldDocument) -> Rendered:
    """Write a document with python-docx; Word files know no pages, so there is one text."""
    word = Document()
    _describe(word, document)
    section = word.sections[0]
    section.header.paragraphs[0].text = document.meta.header or document.meta.organisation
    section.footer.paragraphs[0].text = document.meta.footer
    word.add_paragraph(document.meta.title, style="Title")
    for block in document.body:
        _add(word, block)
    target = io.BytesIO()
    word.save(target)
    texts = (document.meta.title, *gold.block_texts(document.body))
    return Rendered(fixed_zip(target.getvalue()), ("\n".join(texts),))


def _describe(word: WordDocument, document: GoldDocument) -> None:
    properties, when = word.core_properties, moment(document.meta.date).replace(tzinfo=None)
    properties.title = document.meta.title
    properties.author = document.meta.organisation
    properties.language = document.meta.language
    properties.comments = ""
    properties.created = properties.modified = when


def _add(word: WordDocument, block: Block) -> None:
    if isinstance(block, gold.Heading):
        word.add_heading(gold.plain(block.text), level=block.level - 1)
    elif isinstance(block, gold.Table):
        columns = max(len(row) for row in block.rows)
        table = word.add_table(rows=0, cols=columns, style="Table Grid")
        for row in block.rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                _write(cell.paragraphs[0], text)
        word.add_paragraph()
    elif isinstance(block, gold.ListItem):
        name = "List Bullet" if block.number is None else "List Number"
        style = f"{name} {block.depth + 1}" if block.depth else name
        _write(word.add_paragraph(style=style), block.text)
    else:
        _write(word.add_paragraph(), block.text)


def _write(paragraph: Paragraph, text: str) -> None:
    for part, look in runs(text):
        run = paragraph.add_run(part)
        run.bold, run.italic = look == "bold" or None, look == "italic" or None
