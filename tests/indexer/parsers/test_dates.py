"""Dates in figures, as far as they are dates."""

from __future__ import annotations

import pytest

from indexer.models import FoundDate, PartialDate
from indexer.parsers.dates import found, iso_date, pdf_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019", PartialDate(2019)),
        ("2019-05", PartialDate(2019, 5)),
        ("2019-05-14", PartialDate(2019, 5, 14)),
        ("2019-05-14T10:00:00+03:00", PartialDate(2019, 5, 14)),
        ("2019-05-14 10:00", PartialDate(2019, 5, 14)),
        ("2019-02-30", None),
        ("20190514", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso(text: str, date: PartialDate | None) -> None:
    assert iso_date(text) == date


def test_pdf() -> None:
    assert pdf_date("D:20190514100000+03'00'") == PartialDate(2019, 5, 14)
    assert pdf_date("D:2019") == PartialDate(2019)
    assert pdf_date("soon") is None


def test_found_says_where() -> None:
    assert found("2019-05", "meta") == (FoundDate(PartialDate(2019, 5), "meta"),)
    assert found(None, "meta") == ()
