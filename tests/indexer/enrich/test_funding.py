"""Sums and funders: only where the words around them say what they are."""

from __future__ import annotations

import pytest

from indexer.models import Funding, FundingKind
from tests.indexer.enrich.conftest import Catalogue


def funding(catalogue: Catalogue, text: str, language: str = "fi") -> tuple[Funding, ...]:
    return catalogue(text, language=language).practice.funding


@pytest.mark.parametrize(
    ("text", "kind", "amount", "funder"),
    [
        (
            "Opetushallitus myönsi hankkeelle valtionavustusta 42 500 euroa.",
            FundingKind.GRANT,
            42_500,
            "opetushallitus",
        ),
        ("Valtion erityisavustus oli 12.000 €.", FundingKind.GRANT, 12_000, "valtio"),
        ("Kuntien omarahoitus on 8 250,50 euroa.", FundingKind.OWN, 8_250, None),
        ("Kokonaiskustannukset olivat 1,2 miljoonaa euroa.", FundingKind.TOTAL, 1_200_000, None),
        ("Hankkeen rahoittaa STM.", FundingKind.GRANT, None, "sosiaali-ja-terveysministerio"),
        ("Rahoitus: Opetushallitus, 45 000 €.", FundingKind.GRANT, 45_000, "opetushallitus"),
        ("A grant of 60,000 euros paid for it.", FundingKind.GRANT, 60_000, None),
        ("The grant was €1.5 million.", FundingKind.GRANT, 1_500_000, None),
    ],
)
def test_a_sum_is_what_its_clause_says(
    catalogue: Catalogue, text: str, kind: FundingKind, amount: int | None, funder: str | None
) -> None:
    (found,) = funding(catalogue, text)
    assert (found.kind, found.amount, found.funder) == (kind, amount, funder)
    assert found.evidence.text == text


def test_each_clause_has_its_own_sum(catalogue: Catalogue) -> None:
    text = "Avustus oli 30 000 euroa, ja omarahoitus 10 000 euroa."
    assert [(one.kind, one.amount) for one in funding(catalogue, text)] == [
        (FundingKind.GRANT, 30_000),
        (FundingKind.OWN, 10_000),
    ]


def test_swedish_sums_are_read(catalogue: Catalogue) -> None:
    text = "Projektet i daghemmet fick ett bidrag på 15 000 euro av Svenska kulturfonden."
    (found,) = funding(catalogue, text, "sv")
    assert (found.amount, found.funder) == (15_000, "svenska-kulturfonden")


@pytest.mark.parametrize(
    "text",
    [
        "Tabletti maksoi 300 euroa.",
        "Avustus oli 40 euroa lasta kohti.",
        "Rahoitusta 20 000 euroa haetaan ensi vuonna.",
        "Verkosto ei saanut avustusta Opetushallitukselta.",
        "Avustusta jaettiin 5 000 euroa tai 7 000 euroa.",
        "Opetushallituksen avustuksista kerrottiin illassa.",
        "Kela myönsi perheelle tukea 200 euroa.",
        "Kaupungin avustukset yhdistyksille olivat 10 000 euroa.",
    ],
)
def test_other_sums_and_hopes_are_no_funding(catalogue: Catalogue, text: str) -> None:
    assert funding(catalogue, text) == ()
