"""Bytes become the letters that were written."""

from __future__ import annotations

import pytest

from indexer.parsers.encoding import decode

TEXT = "Äänekosken päiväkoti – ”hyvä arki” 5 €"


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("cp1252"), None),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("cp1252"), "ISO-8859-1"),
        (TEXT.encode("cp1252"), "utf-8"),
        (TEXT.encode(), "no-such-encoding"),
        (TEXT.encode("iso-8859-15", "ignore"), "iso-8859-15"),
    ],
)
def test_bytes_are_read_as_they_were_written(data: bytes, declared: str | None) -> None:
    told = decode(data, declared)
    assert told in (TEXT, TEXT.encode("iso-8859-15", "ignore").decode("iso-8859-15"))


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    data = ("yötyö " * 50).encode()
    assert decode(data[:-2] + b"\xc3").startswith("yötyö yötyö")
