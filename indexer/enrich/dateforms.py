"""Dates as Finnish, Swedish and English texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ..models import PartialDate

_FINNISH = (
    *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
    *("heinä", "elo", "syys", "loka", "marras", "joulu"),
)
_SWEDISH = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = (
    {f"{name}kuu": i for i, name in enumerate(_FINNISH, 1)}
    | {name: i for i, name in enumerate(_SWEDISH, 1)}
    | {name: i for i, name in enumerate(_ENGLISH, 1)}
    | {name[:3]: i for i, name in enumerate(_ENGLISH, 1)}
)
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?:(?P<month>{_NAMES})(?:n|ta|ssa|\.)?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SEASON = r"(?P<season>syksy\w*|kevä\w+|kesä|kesällä|talvi|talvella|hösten|våren|autumn|spring)"
_FIRST_YEAR = 1980

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<![\d-]){_YEAR}-(?P<number>0[1-9]|1[0-2])(?![\d-])",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s{_MONTH}\s{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}}),\s{_YEAR}(?!\d)",
        rf"\b{_MONTH},?\s{_YEAR}(?!\d)",
        rf"(?<![\d./])(?P<number>\d{{1,2}})/{_YEAR}(?!\d)",
        rf"\b{_SEASON},?\s{_YEAR}(?!\d)",
        rf"(?<![\d/–-]){_YEAR}(?!\d|\s?[–-]\s?\d|/\d)",
    )
)
_RANGE = re.compile(
    r"(?<![\d.])(?:\d{1,2}\.\d{1,2}\.)?(?P<first>(?:19|20)\d\d)\s?[-–—]\s?"
    r"(?:\d{1,2}\.\d{1,2}\.)?(?P<last>(?:19|20)\d\d|\d\d)(?![\d.]\d|\d)"
)

_SPAN = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)\s?(?:[-–—]|to|till|until)\s(?:[^\W\d]+\s){1,2}"
    r"(?P<last>(?:19|20)\d\d)(?!\d)"
)
_FROM_TO = re.compile(
    r"\w(?:sta|stä)\s(?P<first>(?:19|20)\d\d)\s\w+(?:uun|uhun|een|ään)\s(?P<last>(?:19|20)\d\d)"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at a position of a sentence."""

    value: PartialDate
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class YearRange:
    """A range of years at a position of a sentence, both ends included."""

    first: int
    last: int
    start: int
    end: int

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of it."""
        return tuple(range(self.first, self.last + 1))


def dates(text: str) -> Iterator[DateMention]:
    """The dates of a sentence, the most precise reading of each place; impossible ones left out.

    A season is known by its year only. A year in a range is no date.
    """
    if not has_year(text):
        return
    taken: list[tuple[int, int]] = [(r.start, r.end) for r in year_ranges(text)]
    for form in _FORMS:
        for found in form.finditer(text):
            start, end = found.span()
            value = _value(found)
            if value and all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                yield DateMention(value, start, end)


def year_ranges(text: str) -> tuple[YearRange, ...]:
    """Ranges: ``2007 - 2009``, ``2021–22``, ``1.2.2021 – 30.11.2024``, ``2019 to May 2021``."""
    ranges: list[YearRange] = []
    if not has_year(text):
        return ()
    for found in chain.from_iterable(form.finditer(text) for form in (_RANGE, _SPAN, _FROM_TO)):
        first, last = int(found["first"]), found["last"]
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if _FIRST_YEAR <= first < end:
            ranges.append(YearRange(first, end, *found.span()))
    return tuple(ranges)


def has_year(text: str) -> bool:
    """Whether a sentence may hold a year at all: a quick look before the slow one."""
    return "19" in text or "20" in text


def _value(found: re.Match[str]) -> PartialDate | None:
    parts = found.groupdict()
    year = int(parts["year"])
    name, number, day = parts.get("month"), parts.get("number"), parts.get("day")
    month = _MONTHS[name.lower()] if name else int(number) if number else None
    try:
        date(year, month or 1, int(day or 1))
    except ValueError:
        return None
    return PartialDate(year, month, int(day) if day else None) if year >= _FIRST_YEAR else None
