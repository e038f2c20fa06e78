"""Dates, numbers and sizes as each language writes them; pure."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from indexer import PartialDate, Precision

_PATTERNS = {
    "fi": {Precision.DAY: "d.M.y", Precision.MONTH: "LLLL y", Precision.YEAR: "y"},
    "sv": {Precision.DAY: "d.M.y", Precision.MONTH: "LLLL y", Precision.YEAR: "y"},
    "en": {Precision.DAY: "d MMMM y", Precision.MONTH: "LLLL y", Precision.YEAR: "y"},
}
"""Finland's Swedish writes days as Finnish does."""

_UNITS = {"fi": ("kt", "Mt"), "sv": ("kB", "MB"), "en": ("kB", "MB")}


def local_date(value: PartialDate, language: str) -> str:
    """A date as far as it is known: ``12.11.2021``, ``marraskuu 2021``, ``2021``."""
    day = date(value.year, value.month or 1, value.day or 1)
    return format_date(day, _PATTERNS[language][value.precision], locale=language)


def local_number(value: int, language: str) -> str:
    """A whole number with its thousands parted."""
    return format_decimal(value, locale=language) if abs(value) >= 1_000 else str(value)


def local_size(size: int, language: str) -> str:
    """A file's size in bytes, in kilobytes or megabytes of a thousand."""
    kilo, mega = _UNITS[language]
    if size < 1_000_000:
        return f"{local_number(max(1, round(size / 1_000)), language)} {kilo}"
    return f"{format_decimal(round(size / 1_000_000, 1), locale=language)} {mega}"


def timestamp(value: PartialDate) -> str:
    """The first moment of a date in RFC 3339, for feeds, which know no other dates."""
    return f"{value.year:04d}-{value.month or 1:02d}-{value.day or 1:02d}T00:00:00Z"
