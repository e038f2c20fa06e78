"""Columns that a PDF draws line by line across the page, put one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .pdf_lines import Line, Page

_SAME_HEIGHT = 2.0
_SAME_EDGE = 3.0
"""Points by which lines of one height, or of one column, may differ."""

_ENOUGH_ROWS = 6
_SHORTEST_LINE = 20
"""Characters of a column's lines in the mean; a table's cells are shorter."""

_RUNS_ON = 0.5
"""The share of a column's lines that go on with the line above, as prose does and cells do not."""


def unwoven(page: Page) -> Page:
    """The page with its columns in reading order, where their lines were drawn in turn."""
    lines: list[Line] = []
    woven: list[tuple[Line, Line]] = []
    for row in _rows(page.lines):
        pair = (row[0], row[1]) if len(row) == 2 else None
        if pair is None or (woven and not _in_line(woven[-1], pair)):
            lines += _in_order(woven)
            woven = []
        if pair is None:
            lines += row
        else:
            woven.append(pair)
    return replace(page, lines=(*lines, *_in_order(woven)))


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one height that follow each other from left to right."""
    row: list[Line] = []
    for line in lines:
        if row and not (abs(row[-1].y - line.y) < _SAME_HEIGHT and line.x > row[-1].x):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _in_line(above: tuple[Line, Line], pair: tuple[Line, Line]) -> bool:
    return all(
        abs(upper.x - lower.x) < _SAME_EDGE and 0 < upper.y - lower.y < 2.5 * upper.size
        for upper, lower in zip(above, pair, strict=True)
    )


def _in_order(woven: Sequence[tuple[Line, Line]]) -> Iterator[Line]:
    columns = list(zip(*woven, strict=True))
    if len(woven) >= _ENOUGH_ROWS and all(map(_is_prose, columns)):
        for column in columns:
            yield from column
    else:
        for pair in woven:
            yield from pair


def _is_prose(column: Sequence[Line]) -> bool:
    length = sum(len(line.text) for line in column) / len(column)
    on = sum(
        below.text[:1].islower() or above.text[-1:] == "-" for above, below in pairwise(column)
    )
    return length >= _SHORTEST_LINE and on >= _RUNS_ON * (len(column) - 1)
