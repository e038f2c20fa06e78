"""A text set as paragraphs, lists and tables, with the words of the query marked; pure."""

from __future__ import annotations

from indexer import Marker

from .pages import Block, BlockKind, Parts


def blocks(text: str, marker: Marker, language: str) -> tuple[Block, ...]:
    """The stretches between empty lines; lines with a dash make a list, with bars a table."""
    return tuple(_block(chunk, marker, language) for chunk in text.split("\n\n") if chunk.strip())


def _block(chunk: str, marker: Marker, language: str) -> Block:
    lines = [line for line in chunk.split("\n") if line.strip()]

    def cells(line: str, separator: str) -> tuple[Parts, ...]:
        return tuple(marker.parts(cell, language) for cell in line.split(separator))

    if all(line.startswith("- ") for line in lines):
        items = ((marker.parts(line[2:], language),) for line in lines)
        return Block(BlockKind.LIST, tuple(items))
    if len(lines) > 1 and all(" | " in line for line in lines):
        return Block(BlockKind.TABLE, tuple(cells(line, " | ") for line in lines))
    return Block(BlockKind.PARAGRAPH, ((marker.parts("\n".join(lines), language),),))
