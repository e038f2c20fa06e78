"""What a PDF calls its pages: the number printed on a page, where it is not the page's own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10}
_ENOUGH = 2
"""Pages on which printed numbers must agree before any is believed."""

_LONGEST = 20
"""Characters of a label; a longer one is no number of a page."""


def is_roman(text: str) -> bool:
    """Whether a text is one Roman numeral under 40, as front matter is numbered."""
    return bool(text) and _ROMAN.fullmatch(text) is not None


def counts_up(lines: Sequence[tuple[int, str]]) -> bool:
    """Whether a number in most lines, each given with its page, goes up with the pages."""
    steps = Counter(value - page for page, text in lines for value in set(_numbers(text).values()))
    return bool(steps) and steps.most_common(1)[0][1] > len(lines) / 2


def page_labels(
    own: Sequence[str], running: Mapping[int, Iterable[str]], pages: int
) -> dict[int, str]:
    """The labels of pages by page, only where they differ from the page's number.

    ``own`` are the labels that the file gives its pages, in their order; ``running`` the running
    headers and footers by page. What is printed wins: a reader who looks a page up sees that.
    """
    told = dict(enumerate(own, 1)) | _printed(running)
    labels = {page: " ".join(label.split()) for page, label in told.items() if page <= pages}
    return {
        page: label
        for page, label in labels.items()
        if 0 < len(label) <= _LONGEST and label != str(page)
    }


def _printed(running: Mapping[int, Iterable[str]]) -> dict[int, str]:
    """The numbers printed on pages: those that stand as far from the page's number on others."""
    found = {page: _shifts(page, lines) for page, lines in running.items()}
    counted = Counter(shift for shifts in found.values() for shift in shifts)
    labels: dict[int, str] = {}
    spans: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for page, shifts in found.items():
        best = max(shifts, key=lambda shift: counted[shift], default=None)
        if best is not None and counted[best] >= _ENOUGH:
            labels[page] = shifts[best]
            spans[best].append(page)
    return _without_gaps(labels, spans)


def _without_gaps(
    labels: dict[int, str], spans: Mapping[tuple[int, bool], Sequence[int]]
) -> dict[int, str]:
    """Number the pages between numbered ones too: the openings of chapters often show none."""
    between = {
        page: str(page + shift)
        for (shift, roman), pages in spans.items()
        if not roman
        for page in range(min(pages), max(pages))
    }
    return between | labels


def _shifts(page: int, lines: Iterable[str]) -> dict[tuple[int, bool], str]:
    """The numbers of a page's running lines by how far they are from its own, and their kind."""
    return {
        (value - page, not label.isdecimal()): label
        for line in lines
        for label, value in _numbers(line).items()
    }


def _numbers(line: str) -> dict[str, int]:
    """The figures of a line with their values; a Roman numeral only where it stands alone."""
    if is_roman(line.strip()):
        return {line.strip(): _roman_value(line.strip().lower())}
    return {figure: int(figure) for figure in _DIGITS.findall(line) if len(figure) < 5}


def _roman_value(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
