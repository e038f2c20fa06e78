"""Paragraphs that remember on which page of a PDF their words came to stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

LINE_END_MARKS = "-\u00ad"


@dataclass(slots=True)
class PageLog:
    """The words drawn so far by page number, in the order drawn, and the headings' pages."""

    pages: dict[int, list[str]] = field(default_factory=dict)
    optional: dict[int, list[str]] = field(default_factory=dict)
    headings: list[tuple[int, str, int]] = field(default_factory=list)

    def texts(self, count: int) -> tuple[str, ...]:
        """The expected text of each of `count` pages."""
        return tuple("\n".join(self.pages.get(number, ())) for number in range(1, count + 1))

    def optional_texts(self, count: int) -> tuple[str, ...]:
        """The optional text of each of `count` pages."""
        return tuple("\n".join(self.optional.get(number, ())) for number in range(1, count + 1))


@dataclass(slots=True)
class Source:
    """The text of one paragraph, given out piece by piece as its lines are drawn."""

    text: str
    drawn: int = 0
    given: int = 0

    def take(self, line_text: str) -> str:
        """Consume the characters of drawn lines; a word cut by a page end goes to the first page.

        `line_text` is what stands on the page, hyphens of line ends included.
        """
        for character in "".join(line_text.split()):
            while self.drawn < len(self.text) and self.text[self.drawn].isspace():
                self.drawn += 1
            if self.drawn < len(self.text) and self.text[self.drawn] == character:
                self.drawn += 1
            elif character not in LINE_END_MARKS:
                raise ValueError(f"drawn text left its source at {self.text[self.drawn :][:30]!r}")
        end = self.drawn
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        piece, self.given = self.text[self.given : end].strip(), max(end, self.given)
        return piece


class LoggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph that writes what it draws into the page log given as `sink`."""

    sink: Callable[[int, str], None]
    source: Source

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """Split as the base class does and let the parts share the source."""
        parts: list[Any] = super().split(avail_width, avail_height)
        for part in parts:
            part.sink, part.source = self.sink, self.source
        return parts

    def draw(self) -> None:
        """Draw and log."""
        super().draw()
        piece = self.source.take(" ".join(_line_texts(self)))
        if piece:
            self.sink(self.canv.getPageNumber(), piece)


def logged(
    text: str,
    markup: str,
    style: ParagraphStyle,
    sink: Callable[[int, str], None],
    bullet: str | None = None,
) -> LoggedParagraph:
    """Make a logged paragraph of a plain text and the same text in reportlab's markup."""
    paragraph = LoggedParagraph(markup, style, bulletText=bullet)
    paragraph.sink, paragraph.source = sink, Source(text)
    return paragraph


def page_sink(table: dict[int, list[str]]) -> Callable[[int, str], None]:
    """A sink that files pieces of text under their page number."""
    return lambda page, text: table.setdefault(page, []).append(text)


def _line_texts(paragraph: Paragraph) -> Iterator[str]:
    for line in paragraph.blPara.lines:
        if hasattr(line, "words"):
            yield "".join(fragment.text for fragment in line.words)
        else:
            yield "".join(line[1])
