"""What the renderers share: stable choices, dates in words, inline marks, fixed zip files."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TypeVar

from babel.dates import format_date
from markupsafe import Markup, escape

from tests.samples.gold_source import LINK, STRONG_OR_EMPHASIS, Block, ListItem

Choice = TypeVar("Choice")
ZIP_MOMENT = (2020, 1, 1, 0, 0, 0)
UNKNOWN_MOMENT = datetime(2020, 1, 1, 10, tzinfo=UTC)
DAY_PATTERNS = {"fi": "d. MMMM y", "sv": "d MMMM y", "en": "d MMMM y"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered file and, a page or slide at a time, the text that a parser should find.

    `optional[i]` is text of page i that a parser may keep or drop: a table of contents, the
    organisation and date on a cover, readers' comments.
    """

    data: bytes
    pages: tuple[str, ...]
    optional: tuple[str, ...] = ()


def pick(seed: str, options: Sequence[Choice]) -> Choice:
    """Choose one of the options by the seed, the same on every run and machine."""
    return options[zlib.crc32(seed.encode()) % len(options)]


def moment(date: str) -> datetime:
    """Turn a publication date of any precision into a moment; a fixed one when unknown."""
    if not date:
        return UNKNOWN_MOMENT
    numbers = [int(part) for part in date.split("-")]
    year, month, day = (*numbers, 1, 1)[:3]
    return datetime(year, month, day, 7 + month % 5, (day * 7) % 60, tzinfo=UTC)


def date_in_words(date: str, language: str) -> str:
    """Write a date as people do ("14. toukokuuta 2019"), no more precisely than it is known."""
    if len(date) == 10:
        return format_date(moment(date), DAY_PATTERNS[language], locale=language)
    if len(date) == 7:
        return format_date(moment(date), "LLLL y", locale=language)
    return date


def date_in_figures(date: str, language: str) -> str:
    """Write a date in figures ("14.5.2019", "5/2019"), no more precisely than it is known."""
    if len(date) == 10:
        return format_date(moment(date), "d/M/y" if language == "en" else "d.M.y")
    return "/".join(str(int(part)) for part in reversed(date.split("-"))) if date else ""


def inline_markup(text: str, strong: str = "b", emphasis: str = "i") -> Markup:
    """Turn inline marks into elements of HTML (or of another vocabulary by the names given)."""

    def element(match: re.Match[str]) -> str:
        name = strong if match["stars"] == "**" else emphasis
        return f"<{name}>{match['text']}</{name}>"

    return Markup(STRONG_OR_EMPHASIS.sub(element, LINK.sub(r"\g<text>", str(escape(text)))))  # noqa: S704


def runs(text: str) -> tuple[tuple[str, str], ...]:
    """Split a text at its inline marks into (text, "" | "bold" | "italic")."""
    found: list[tuple[str, str]] = []
    end, bare = 0, LINK.sub(r"\g<text>", text)
    for match in STRONG_OR_EMPHASIS.finditer(bare):
        found.append((bare[end : match.start()], ""))
        found.append((match["text"], "bold" if match["stars"] == "**" else "italic"))
        end = match.end()
    return tuple(run for run in (*found, (bare[end:], "")) if run[0])


def grouped(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], ...]:
    """Put the items of one list together; every other block stands alone."""
    groups: list[tuple[Block, ...]] = []
    for is_item, members in groupby(blocks, key=lambda block: isinstance(block, ListItem)):
        if is_item:
            groups.append(tuple(members))
        else:
            groups.extend((block,) for block in members)
    return tuple(groups)


def fixed_zip(data: bytes) -> bytes:
    """Write a zip again with one fixed time on every member, so that its bytes never vary."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
        for member in source.infolist():
            add_member(out, member.filename, source.read(member))
    return target.getvalue()


def add_member(archive: zipfile.ZipFile, name: str, data: str | bytes, store: bool = False) -> None:
    """Add one member with the fixed time; `store` leaves it uncompressed."""
    info = zipfile.ZipInfo(name, ZIP_MOMENT)
    info.compress_type = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)
