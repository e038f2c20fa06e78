"""Dates that metadata state in figures: ISO 8601 and the form of PDF."""

from __future__ import annotations

import re
from datetime import date

from ..models import FoundDate, PartialDate

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|[T\s+])")
_PDF = re.compile(r"\s*D?:?(\d{4})(\d{2})?(\d{2})?")
_FIRST_YEAR = 1900
_LAST_YEAR = 2100


def iso_date(text: str) -> PartialDate | None:
    """Read ``2019``, ``2019-05`` or ``2019-05-14`` with any time after it; None otherwise."""
    return _checked(_ISO.match(text))


def pdf_date(text: str) -> PartialDate | None:
    """Read ``D:20190514…`` of a PDF's information dictionary; None otherwise."""
    return _checked(_PDF.match(text))


def found(text: str | None, where: str) -> tuple[FoundDate, ...]:
    """The date that metadata state in ISO form, with the place it stood; () if none."""
    value = iso_date(text or "")
    return (FoundDate(value, where),) if value else ()


def _checked(match: re.Match[str] | None) -> PartialDate | None:
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)
