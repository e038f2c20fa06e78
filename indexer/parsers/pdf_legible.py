"""Which pages of a PDF have no text that can be used: pictures of text, or unknown letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject

from .pdf_lines import Page

_FEWEST_LETTERS = 10
"""A page with fewer letters and a picture is a scanned page."""

_MOST_FORMS = 50
_OUTLINES = 10_000
"""Bytes of drawing that the outlines of a few words take; an ornament takes less."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x80-\x9f]")
"""What stands where a font has no map of its letters: the numbers of their drawings."""

_UNKNOWN = re.compile(r"[\ufffd\ue000-\uf8ff]|\(cid:\d+\)")
_MOST_CONTROL, _MOST_UNKNOWN = 0.02, 0.1
"""Shares of a text's letters. Control characters stand in no text but for a hyphen now and then;
letters without a name may be the signs of an infographic."""

_ENOUGH_BROKEN = 5
_BULLETS = re.compile(r"[\uf0b7\uf0a7\uf0d8\uf06f\uf0fc]")


def has_text(page: Page) -> bool:
    """Whether a page shows more than a page number."""
    return _letters(_text(page)) >= _FEWEST_LETTERS


def is_broken(pages: Iterable[Page]) -> bool:
    """Whether the file does not say of many letters which they are."""
    text = _BULLETS.sub("", "".join(map(_text, pages)))
    control, unknown = len(_CONTROL.findall(text)), len(_UNKNOWN.findall(text))
    whole = _letters(text) + control + unknown
    return control + unknown >= _ENOUGH_BROKEN and (
        control > _MOST_CONTROL * whole or unknown > _MOST_UNKNOWN * whole
    )


def is_picture(page: PageObject) -> bool:
    """Whether a page without text shows a picture, itself or in a form, or letters as outlines."""
    if any(drawn.get("/Subtype") == "/Image" for drawn in _objects(page)):
        return True
    drawing = page.get_contents()
    return drawing is not None and len(drawing.get_data()) >= _OUTLINES


def ranges(numbers: Sequence[int]) -> str:
    """``pages 1–3, 7`` of page numbers in their order."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(told)}"


def _text(page: Page) -> str:
    return "".join(line.text for line in page.lines)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _objects(page: PageObject) -> Iterator[Any]:
    """The pictures and forms that a page holds, and those in its forms."""
    waiting: list[Any] = [page]
    for _ in range(_MOST_FORMS):
        if not waiting:
            return
        resources = waiting.pop().get("/Resources", DictionaryObject()).get_object()
        for item in resources.get("/XObject", DictionaryObject()).get_object().values():
            drawn = item.get_object()
            yield drawn
            if drawn.get("/Subtype") == "/Form":
                waiting.append(drawn)
