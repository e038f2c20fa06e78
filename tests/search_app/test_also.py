"""A link to a document with the same text says what parts it from the one beside it."""

from __future__ import annotations

import pytest

from indexer import Other, PartialDate, load_vocabularies
from search_app.also import also_in

BESIDE = Other("a", "Ohje", ("kuhmo",), PartialDate(2020))


@pytest.mark.parametrize(
    ("other", "title", "detail"),
    [
        (Other("b", "Ohje", ("oulu",), PartialDate(2020)), "", "Oulu"),
        (Other("b", "Ohje", ("kuhmo",), PartialDate(2021, 5)), "", "toukokuu 2021"),
        (Other("b", "Uusi ohje", ("oulu", "vaasa")), "Uusi ohje", "Oulu, Vaasa"),
        (Other("b", "Uusi ohje", ("kuhmo",), PartialDate(2020)), "Uusi ohje", ""),
        (Other("b", "Ohje", ("kuhmo",), PartialDate(2020)), "Ohje", ""),
        (Other("b", "Ohje"), "Ohje", ""),
    ],
)
def test_what_parts_it_is_said(other: Other, title: str, detail: str) -> None:
    (link,) = also_in([other], BESIDE, load_vocabularies(), "fi", "leikki")
    assert (link.title, link.detail) == (title, detail)
    assert link.address == "/document/b?q=leikki"
