"""What of a document is compared with the others of its site; small enough to be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from ..models import ParsedDocument, Section

MOST_WORDS = 40
"""A longer line is a paragraph: several documents that have it quote one text."""

END = 300
"""Lines at either end of a part that are looked at: what stands around a text is not within."""

HEADING, STATEMENT, LABEL, OWN = "#.:-"
"""Kinds of lines: of a section, a sentence, whatever is shorter, and what is no site's."""

_FEWEST_OF_STATEMENT = 5
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[.!…][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a document as digests, with what it states of itself.

    ``text`` is the digest of all its words. Each of ``parts`` is a run of sections of one role:
    tokens parted by spaces, one a line, of its kind, its words' number in two digits and digest.
    """

    site: str = ""
    url: str = ""
    text: str = ""
    parts: tuple[str, ...] = ()


class Line(NamedTuple):
    """A line by its token and its place: section, and line in it, -1 for the heading."""

    token: str
    section: int
    number: int


def page_lines(parsed: ParsedDocument) -> PageLines:
    """Take down what of a document is compared with others."""
    texts = (text for section in parsed.sections for text in (section.heading, section.text))
    return PageLines(
        site=parsed.properties.get("site", ""),
        url=parsed.properties.get("url", ""),
        text=digest_of(" ".join(texts)),
        parts=tuple(" ".join(line.token for line in part) for part in parts_of(parsed.sections)),
    )


def site_of(staff_url: str | None, page: PageLines, media_type: str) -> str | None:
    """The site that a document belongs to; None where nothing tells it.

    The host of its address, else the site's name as the page states it: one host is one site,
    while a name may be written in several ways. Pages, and files to be read (PDF, slides), are
    parted: what a site puts around its pages it does not put around its files.
    """
    name = _host(staff_url or page.url) or " ".join(page.site.casefold().split())
    if not name:
        return None
    return name if media_type.startswith("text/") else f"{name} (files)"


def digest_of(text: str) -> str:
    """Twelve characters that tell the words of a text, whatever their case and punctuation."""
    words = " ".join(_WORD.findall(text.casefold()))
    return blake2b(words.encode(), digest_size=6).hexdigest()


def parts_of(sections: Iterable[Section]) -> Iterator[list[Line]]:
    """The lines of each run of sections of one role; lines without a letter are passed over."""
    for _, run in groupby(enumerate(sections), key=lambda numbered: numbered[1].role):
        lines = [line for number, section in run for line in _lines(number, section)]
        yield lines if len(lines) <= 2 * END else [*lines[:END], Line(OWN, -1, 0), *lines[-END:]]


def _lines(number: int, section: Section) -> Iterator[Line]:
    if _LETTER.search(section.heading):
        # Of plain text, and of what is cut elsewhere, a line may come as a heading of nothing.
        kind = HEADING if section.text.strip() else ""
        yield Line(_token(section.heading, kind), number, -1)
    for at, text in enumerate(section.text.split("\n")):
        if _LETTER.search(text):
            yield Line(_token(text), number, at)


def _token(text: str, kind: str = "") -> str:
    words = len(_WORD.findall(text))
    if words > MOST_WORDS:
        return OWN
    is_statement = words >= _FEWEST_OF_STATEMENT and _STOP.search(text)
    return f"{kind or (STATEMENT if is_statement else LABEL)}{words:02d}{digest_of(text)}"


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # not an address, whatever it is
        return ""
    return host.removeprefix("www.")
