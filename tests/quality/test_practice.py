"""What documents of the corpus state of their practice, read by hand: parts and pages by format."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from indexer.models import Record, SourceDocument
from tests.quality.understanding import understand

CORPUS = Path(__file__).parents[2] / "corpus"
LOHJA = "toimintamallit/Lohja eteisen hetket (kasvatuskumppanuus).md"
REPORT = "raportit/Pohjois-Karjalan kehittämisverkosto loppuraportti 2017-2019.pdf"


@cache
def record(path: str) -> Record:
    source = SourceDocument("a", path, CORPUS / path, "text/plain", "0")
    return understand(source)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        (LOHJA, "tausta toteutus toimijat tulokset opit opit"),
        ("projekt/Vasa språkbad 2016-2018.html", "tavoitteet toteutus tulokset opit"),
        ("hankkeet/Mikkeli Omin jaloin.html", "tausta tavoitteet toteutus resurssit"),
        (
            "reports/Leading for quality final report.pdf",
            "tausta toteutus toimijat tulokset opit",
        ),
        ("blogit/pori/rantametsa-2014.html", ""),
    ],
)
def test_the_parts_are_those_that_the_headings_state(path: str, parts: str) -> None:
    assert [part.part for part in record(path).practice.parts] == parts.split()


def test_a_long_report_has_its_chapters_with_their_pages() -> None:
    stated = {(part.part, part.page) for part in record(REPORT).practice.parts}
    assert stated == {
        *(("tavoitteet", 10), ("toimijat", 11), ("tulokset", 44), ("tulokset", 46)),
        *(("tulokset", 47), ("resurssit", 50), ("opit", 48), ("opit", 54)),
    }


def test_the_money_of_a_long_report_is_that_of_the_whole() -> None:
    """Its many prices, shares and yearly sums are left where they stand."""
    funding = record(REPORT).practice.funding
    assert [(one.kind.value, one.amount) for one in funding] == [
        ("total", 318_400),
        ("grant", 238_800),
        ("own", 79_600),
    ]
