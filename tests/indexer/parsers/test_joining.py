"""A word that a line end cut is one word again, and a written hyphen stays."""

from __future__ import annotations

import pytest

from indexer.parsers.joining import join, join_lines


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("päivä-", "kodissa", "päiväkodissa"),
        ("päivä\u2010", "kodissa", "päiväkodissa"),
        ("päivä\u00ad", "kodissa", "päiväkodissa"),
        ("päivä\ufffe", "kodissa", "päiväkodissa"),
        ("Pohjois-", "Karjalan kunnat", "Pohjois-Karjalan kunnat"),
        ("kehittämis-", "ja arviointityö", "kehittämis- ja arviointityö"),
        ("kehittämis-", "tai arviointityö", "kehittämis- tai arviointityö"),
        ("små-", "och nybörjare", "små- och nybörjare"),
        ("ilta-", "aterialla", "ilta-aterialla"),
        ("5-", "vuotiaat", "5-vuotiaat"),
        ("2010-", "2011", "2010-2011"),
        ("EU-", "hanke", "EU-hanke"),
        ("LAPSI-", "RYHMÄ", "LAPSIRYHMÄ"),
        ("ensin -", "sitten", "ensin - sitten"),
        ("aamulla", "illalla", "aamulla illalla"),
        ("aamulla ", " illalla", "aamulla illalla"),
        ("", "illalla", "illalla"),
    ],
)
def test_two_lines(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


def test_the_documents_own_words_decide_first() -> None:
    assert join("loisto-", "verkosto") == "loistoverkosto"
    assert join("loisto-", "verkosto", {"loisto-verkosto"}) == "loisto-verkosto"
    assert join("osaa-", "ja", {"osaaja"}) == "osaaja"


def test_many_lines() -> None:
    assert join_lines(["yksi ka-", "si kolme", "neljä"]) == "yksi kasi kolme neljä"
