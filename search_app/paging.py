"""Long texts in leaves, and leaves in spans that make one view; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer import Section

LEAF_CHARACTERS = 6_000
"""A leaf of a text without pages of its own."""

SPAN_CHARACTERS = 15_000
SPAN_LEAVES = 10
"""One view holds no more than either."""

Numbered = tuple[int, list[Section]]


def leaves(sections: Sequence[Section]) -> list[Numbered]:
    """The text by pages or slides, else in numbered parts of a few thousand characters.

    A section without a page in a document with pages goes with the one before it.
    """
    if all(section.page is None for section in sections):
        return list(enumerate(_packed(sections), start=1))
    pages: dict[int, list[Section]] = {}
    page = next(section.page for section in sections if section.page is not None)
    for section in sections:
        page = section.page if section.page is not None else page
        pages.setdefault(page, []).append(section)
    return sorted(pages.items())


def spans(every: Sequence[Numbered]) -> list[range]:
    """The leaves that are shown together, as ranges of their places."""
    found: list[range] = []
    start, characters = 0, 0
    for place, (_, sections) in enumerate(every):
        size = sum(len(section.text) for section in sections)
        full = place - start >= SPAN_LEAVES or characters + size > SPAN_CHARACTERS
        if full and place > start:
            found.append(range(start, place))
            start, characters = place, 0
        characters += size
    if every:
        found.append(range(start, len(every)))
    return found


def leaf_of(every: Sequence[Numbered], asked: str) -> int | None:
    """The place of the leaf asked for by number; None where there is no such page.

    An empty page in the middle has no leaf; the one before it stands for it.
    """
    if not asked or not every:
        return 0 if every else None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        return None
    number = int(asked)
    if not 1 <= number <= every[-1][0]:
        return None
    before = [place for place, (leaf, _) in enumerate(every) if leaf <= number]
    return before[-1] if before else 0


def printed(sections: Sequence[Section]) -> str:
    """What is printed on a leaf as its page number, "" where nothing is known to be."""
    return next((one.page_label for one in sections if one.page_label), "")


def anchor(number: int, place: int) -> str:
    """The id of a leaf's section on the page."""
    return f"page-{number}-{place}"


def _packed(sections: Sequence[Section]) -> Iterator[list[Section]]:
    leaf: list[Section] = []
    size = 0
    for section in (piece for one in sections for piece in _pieces(one)):
        if leaf and size + len(section.text) > LEAF_CHARACTERS:
            yield leaf
            leaf, size = [], 0
        leaf.append(section)
        size += len(section.text)
    if leaf:
        yield leaf


def _pieces(section: Section) -> Iterator[Section]:
    """The section, cut between paragraphs where it is longer than a leaf."""
    heading, text = section.heading, section.text
    while len(text) > LEAF_CHARACTERS:
        cut = text.rfind("\n\n", 1, LEAF_CHARACTERS)
        cut = cut if cut > 0 else text.find("\n\n", LEAF_CHARACTERS)
        if cut < 0:
            break
        yield replace(section, heading=heading, text=text[:cut])
        heading, text = "", text[cut:].lstrip("\n")
    yield replace(section, heading=heading, text=text)
