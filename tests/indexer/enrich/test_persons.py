"""A record tells that a page holds personal data, never what it says."""

from __future__ import annotations

from indexer.enrich.persons import staff_warnings
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


def test_staff_are_told_of_an_identity_code_alone() -> None:
    kind = PersonalKind.IDENTITY_CODE
    assert staff_warnings([PersonalData(PersonalKind.PHONE, 1)]) == ()
    for pages, said in (((3,), "page 3"), ((3, 5), "pages 3, 5"), ((None,), "the text")):
        (warning,) = staff_warnings(PersonalData(kind, page) for page in pages)
        assert warning.startswith(f"identity_code: {said} has")
