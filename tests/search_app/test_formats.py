"""Dates, numbers and sizes stand as each language writes them."""

from __future__ import annotations

import pytest

from indexer import PartialDate
from search_app.formats import local_date, local_number, local_size, timestamp


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (PartialDate(2021, 11, 2), ("2.11.2021", "2.11.2021", "2 November 2021")),
        (PartialDate(2021, 11), ("marraskuu 2021", "november 2021", "November 2021")),
        (PartialDate(2021), ("2021", "2021", "2021")),
    ],
)
def test_a_date_says_what_is_known(date: PartialDate, expected: tuple[str, ...]) -> None:
    assert tuple(local_date(date, language) for language in ("fi", "sv", "en")) == expected


def test_numbers_and_sizes() -> None:
    assert local_number(12345, "en") == "12,345"
    assert local_number(12345, "fi").split() == ["12", "345"]
    assert local_size(12, "fi") == "1 kt"
    assert local_size(1_260_000, "fi") == "1,3 Mt"
    assert local_size(1_260_000, "en") == "1.3 MB"


def test_a_feed_gets_the_first_moment() -> None:
    assert timestamp(PartialDate(2021, 11)) == "2021-11-01T00:00:00Z"
