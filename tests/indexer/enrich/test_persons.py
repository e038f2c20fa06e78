"""A record tells that a page holds personal data, never what it says."""

from __future__ import annotations

from indexer.models import PersonalData, PersonalKind, Section
from tests.indexer.enrich.conftest import Catalogue

CODE = "131052-308T"


def test_the_kinds_with_their_pages_each_once(catalogue: Catalogue) -> None:
    first = Section("Yhteystiedot", "puh. 040 123 4567 ja 050 123 4567", 1)
    second = Section("nimi.suku(at)kunta.fi", f"Tunnus {CODE}.", 2)
    record = catalogue(first, second)
    assert record.personal == (
        PersonalData(PersonalKind.PHONE, 1),
        PersonalData(PersonalKind.EMAIL, 2),
        PersonalData(PersonalKind.IDENTITY_CODE, 2),
    )
    assert CODE not in "".join(record.warnings)
