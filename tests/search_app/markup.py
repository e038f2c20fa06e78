"""A page as its tests read it: parts found by CSS selectors, which must be there."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True)
class Part:
    """An element of a page."""

    tag: Tag

    def one(self, selector: str) -> Part:
        """The first element that the selector finds; fails where there is none."""
        found = self.maybe(selector)
        assert found is not None, selector
        return found

    def maybe(self, selector: str) -> Part | None:
        """The first element that the selector finds."""
        found = self.tag.select_one(selector)
        return None if found is None else Part(found)

    def every(self, selector: str) -> list[Part]:
        """All elements that the selector finds."""
        return [Part(tag) for tag in self.tag.select(selector)]

    @property
    def text(self) -> str:
        """All its text."""
        return self.tag.get_text()

    @property
    def words(self) -> str:
        """All its text, with single spaces between elements."""
        return self.tag.get_text(" ", strip=True)

    @property
    def attributes(self) -> list[str]:
        """The names of its attributes."""
        return list(self.tag.attrs)

    def __getitem__(self, name: str) -> str:
        return str(self.tag[name])


def parsed(text: str) -> Part:
    """A whole page."""
    return Part(BeautifulSoup(text, "html.parser"))
