"""Dates as Finnish, Swedish and English texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
        rf"(?:(?<![\d/–-])|(?<=\d/)){_YEAR}(?!\d|\s?[–-]\s?\d|/\d)",
    )
)
_MAY_SPAN = re.compile(r"(?:19|20)\d\d(?:\s?[-–—/]|.*?(?:19|20)\d\d)", re.DOTALL)
"""A year that a dash or another year follows: a quick look before the slow one."""

_FIRST, _LAST = r"(?P<first>(?:19|20)\d\d)", r"(?P<last>(?:19|20)\d\d)(?!\d)"
_RANGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.])(?:\d{{1,2}}\.(?:\d{{1,2}}\.)?|\d{{1,2}}/)?{_FIRST}\s?[-–—]\s?"
        r"(?:\d{1,2}\.(?:\d{1,2}\.)?|\d{1,2}/)?(?P<last>(?:19|20)\d\d|\d\d)(?![\d.]\d|\d)",
        rf"(?<!\d){_FIRST}(?:\s?[-–—]\s?[^\W\d]+\s|\s(?:to|till|until)\s)"
        rf"(?:[^\W\d]+\s){{0,2}}{_LAST}",
        rf"\w(?:sta|stä)\s{_FIRST}\s\w+(?:uun|uhun|yyn|een|ään)\s{_LAST}",
        rf"(?:alkoi|käynnisty\w*|alo[in]te\w+|starta\w+|började|inle\w+|began|started)\b[^.\d]{{0,30}}"
        rf"{_FIRST}[^.\d]{{0,40}}\b(?:pääty?t\w+|loppu\w*|avsluta\w*|upphör\w*|end(?:ed|s)?)\b"
        rf"[^.\d]{{0,30}}{_LAST}",
        rf"(?<![\d/])(?<!\d\s){_FIRST}\s{_LAST}(?!\s(?:19|20)\d\d)",
    )
)
"""The last is a range whose dash was lost on the way."""

_NEXT_YEARS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.]){_FIRST}\s?/\s?(?P<last>(?:19|20)\d\d|\d\d)(?![\d/])",
        rf"\b(?:vuo[sd]\w+|åren|years?)\s{_FIRST}\s(?:ja|och|and)\s{_LAST}",
    )
)
_LISTED = re.compile(
    rf"\b(?:vuo[sd]\w+|åren|years?)\s{_FIRST}(?P<between>(?:,\s(?:19|20)\d\d)+)"
    rf"\s(?:ja|och|and)\s{_LAST}",
    re.IGNORECASE,
)
"""``vuosina 2009, 2010 ja 2011``: a range where no year between is left out."""
"""Forms that are a range only of a year and the next: ``2012/2013``, ``vuosina 2017 ja 2018``."""


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
    if not has_year(text) or not _MAY_SPAN.search(text):
        return ()
    ranges = [_range(found) for form in _RANGES for found in form.finditer(text)]
    pairs = [_range(found) for form in _NEXT_YEARS for found in form.finditer(text)]
    pairs = [pair for pair in pairs if pair.last == pair.first + 1]
    listed = [
        _range(found)
        for found in _LISTED.finditer(text)
        if int(found["last"]) - int(found["first"]) == found["between"].count(",") + 1
    ]
    return tuple(one for one in (*listed, *ranges, *pairs) if _FIRST_YEAR <= one.first < one.last)


def _range(found: re.Match[str]) -> YearRange:
    first, last = int(found["first"]), found["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return YearRange(first, end, *found.span())


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
