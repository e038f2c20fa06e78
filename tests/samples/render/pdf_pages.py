"""Paragraphs that remember on which page of a PDF their words came to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

TYPESETTERS_HYPHEN = "-"


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

    def consume(self, line: str) -> bool:
        """Go past the characters of one line; tell whether the typesetter added its hyphen."""
        added = False
        for character in "".join(line.split()):
            while self.drawn < len(self.text) and self.text[self.drawn].isspace():
                self.drawn += 1
            added = self.text[self.drawn : self.drawn + 1] != character
            if not added:
                self.drawn += 1
            elif character != TYPESETTERS_HYPHEN:
                raise ValueError(f"drawn text left its source at {self.text[self.drawn :][:30]!r}")
        return added

    def give(self) -> str:
        """The text consumed since the last time; a word cut by a page end is given whole."""
        end = self.drawn
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        piece, self.given = self.text[self.given : end].strip(), max(end, self.given)
        return piece


class LoggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph that writes what it draws into the page log given as `sink`."""

    sink: Callable[[int, str], None]
    source: Source
    hyphen: str

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """Split as the base class does and let the parts share the source."""
        parts: list[Any] = super().split(avail_width, avail_height)
        for part in parts:
            part.sink, part.source, part.hyphen = self.sink, self.source, self.hyphen
        return parts

    def draw(self) -> None:
        """Draw, with the document's own hyphen at line ends, and log."""
        for line in self.blPara.lines:
            if self.source.consume(_line_text(line)):
                _replace_hyphen(line, self.hyphen)
        super().draw()
        if piece := self.source.give():
            self.sink(self.canv.getPageNumber(), piece)


def logged(
    text: str,
    markup: str,
    style: ParagraphStyle,
    sink: Callable[[int, str], None],
    hyphen: str,
    bullet: str | None = None,
) -> LoggedParagraph:
    """Make a logged paragraph of a plain text and the same text in reportlab's markup."""
    paragraph = LoggedParagraph(markup, style, bulletText=bullet)
    paragraph.sink, paragraph.source, paragraph.hyphen = sink, Source(text), hyphen
    return paragraph


def page_sink(table: dict[int, list[str]]) -> Callable[[int, str], None]:
    """A sink that files pieces of text under their page number."""
    return lambda page, text: table.setdefault(page, []).append(text)


def _line_text(line: Any) -> str:
    if hasattr(line, "words"):
        return "".join(fragment.text for fragment in line.words)
    return "".join(line[1])


def _replace_hyphen(line: Any, hyphen: str) -> None:
    if hasattr(line, "words"):
        line.words[-1].text = line.words[-1].text[:-1] + hyphen
    else:
        line[1][-1] = line[1][-1][:-1] + hyphen
