"""Staff are told what they alone can mend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.enrich.for_staff import staff_warnings
from indexer.models import PersonalData, PersonalKind, Record, StaffMetadata
from tests.indexer.enrich.conftest import Catalogue


@pytest.fixture(scope="session")
def record(catalogue: Catalogue) -> Record:
    return catalogue("Lapset leikkivät.")


@pytest.mark.parametrize(
    ("pages", "said"), [((3,), "page 3"), ((3, 5), "pages 3, 5"), ((None,), "the text")]
)
def test_an_identity_code_is_told_with_its_pages(
    record: Record, pages: tuple[int | None, ...], said: str
) -> None:
    codes = tuple(PersonalData(PersonalKind.IDENTITY_CODE, page) for page in pages)
    (warning,) = staff_warnings(replace(record, personal=codes))
    assert warning.startswith(f"identity_code: {said} has")


def test_other_personal_data_asks_nothing_of_staff(record: Record) -> None:
    phone = PersonalData(PersonalKind.PHONE, 1)
    assert not list(staff_warnings(replace(record, personal=(phone,))))


def test_a_link_without_an_address_is_told(catalogue: Catalogue) -> None:
    (warning,) = staff_warnings(catalogue("Leikki.", staff=StaffMetadata(link_only=True)))
    assert warning.startswith("link_only: ")
    assert "url" in warning
    address = "https://example.org/a"
    assert not list(
        staff_warnings(catalogue("Leikki.", staff=StaffMetadata(link_only=True, url=address)))
    )
    assert not list(
        staff_warnings(catalogue("Leikki.", staff=StaffMetadata(link_only=True), url=address))
    )
