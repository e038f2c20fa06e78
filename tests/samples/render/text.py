"""Markdown with front matter, and plain-text transcripts as file-sharing sites make them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.samples import gold_source as gold
from tests.samples.gold_source import Block, GoldDocument
from tests.samples.render.common import Rendered, pick

WORDS_PER_PAGE = 230
SIMILAR_FILES = {"fi": "Samankaltaiset tiedostot", "sv": "Liknande filer", "en": "Similar files"}


def render_markdown(document: GoldDocument) -> Rendered:
    """Write Markdown; the title stands in the front matter, in some files as a heading too."""
    meta = document.meta
    lines = ["---", f'title: "{meta.title}"']
    if meta.date:
        lines.append(f"date: {meta.date}")
    lines.append(f"author: {meta.organisation}")
    lines.append("tags:")
    lines.extend(f"  - {theme}" for theme in meta.themes)
    lines.extend(["---", ""])
    if pick(document.slug + "h1", (True, False)):
        lines.extend([f"# {meta.title}", ""])
    lines.extend(_markdown(document.body))
    texts = (meta.title, *gold.block_texts(document.body))
    return Rendered("\n".join(lines).encode(), ("\n".join(texts),))


def render_transcript(document: GoldDocument) -> Rendered:
    """Write the text of a file as a file-sharing site shows it.

    The title stands above or below the titles of unrelated files; then comes the text, run
    together with the bare page numbers of the lost original in the middle of sentences.
    """
    meta = document.meta
    title: tuple[str, ...] = (meta.title, "")
    similar: tuple[str, ...] = ()
    if meta.unrelated:
        listed = (line for name in meta.unrelated for line in (name, ""))
        similar = (SIMILAR_FILES[meta.language], "", *listed)
    head = pick(document.slug + "title", ((*title, *similar), (*similar, *title)))
    text = "\n\n".join(_numbered(tuple(_flat(document.body))))
    texts = (meta.title, *gold.block_texts(document.body))
    return Rendered("\n".join((*head, text, "")).encode(), ("\n".join(texts),))


def _markdown(blocks: tuple[Block, ...]) -> Iterator[str]:
    previous: Block | None = None
    for block in blocks:
        if not (isinstance(block, gold.ListItem) and isinstance(previous, gold.ListItem)):
            yield ""
        if isinstance(block, gold.Heading):
            yield f"{'#' * block.level} {block.text}"
        elif isinstance(block, gold.ListItem):
            mark = "-" if block.number is None else f"{block.number}."
            yield f"{'  ' * block.depth}{mark} {block.text}"
        elif isinstance(block, gold.Table):
            head, *rows = ("| " + " | ".join(row) + " |" for row in block.rows)
            yield from (head, "|" + "---|" * len(block.rows[0]), *rows)
        else:
            yield block.text
        previous = block
    yield ""


def _flat(blocks: tuple[Block, ...]) -> Iterator[str]:
    """One paragraph a block: headings lose their mark, a table becomes a line of its cells."""
    for block in blocks:
        if isinstance(block, gold.ListItem):
            mark = "" if block.number is None else f"{block.number}. "
            yield mark + gold.plain(block.text)
        else:
            yield " ".join(gold.block_texts((block,)))


def _numbered(paragraphs: tuple[str, ...]) -> Iterator[str]:
    """Put a bare page number after every so many words, wherever that falls."""
    words, page = 0, 1
    for paragraph in paragraphs:
        out: list[str] = []
        for word in paragraph.split():
            out.append(word)
            words += 1
            if words % WORDS_PER_PAGE == 0:
                page += 1
                out.append(str(page))
        yield " ".join(out)
