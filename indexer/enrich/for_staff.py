"""What staff must see to in a record: for the run report and ``inspect``, not for readers."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import PersonalKind, Record

IDENTITY_CODE = "identity_code"
LINK_ONLY = "link_only"
"""What the warnings begin with, before a colon."""


def staff_warnings(record: Record) -> Iterator[str]:
    """Warnings of what staff alone can mend: a code and a colon, then what to do."""
    codes = [one for one in record.personal if one.kind is PersonalKind.IDENTITY_CODE]
    if codes:
        pages = ", ".join(str(one.page) for one in codes if one.page is not None)
        where = f"page {pages}" if pages.isdigit() else f"pages {pages}" if pages else "the text"
        yield (
            f"{IDENTITY_CODE}: {where} has a personal identity code; withdraw the document, or "
            "put a version without it in its place"
        )
    if record.link_only and not record.url:
        yield (
            f"{LINK_ONLY}: readers cannot reach the original, which is neither served nor linked; "
            "write its address under url in the sidecar"
        )
