"""A file is what it holds, not what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.parsers import FORMATS, media_type, parser_version
from indexer.parsers import detect as kinds


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.4 ...", kinds.PDF),
        ("a.txt", b"%PDF-1.4 ...", kinds.PDF),
        ("a.pdf", b"<!DOCTYPE html><html>", kinds.HTML),
        ("a.PDF", b"\r\n  <HTML lang='fi'>", kinds.HTML),
        ("a.txt", "Päiväkodin syksy".encode(), kinds.PLAIN),
        ("a.txt", "Päiväkodin syksy".encode("cp1252"), kinds.PLAIN),
        ("a.txt", "Päiväkodin syksy".encode("utf-16"), kinds.PLAIN),
        ("README", b"text", kinds.PLAIN),
        ("a.md", b"# Title with <article> in it", kinds.MARKDOWN),
        ("a.htm", b"just text", kinds.HTML),
        ("a.docx", b"PK\x03\x04" + b"\0" * 20, kinds.DOCX),
        ("a.zip", b"PK\x03\x04....ppt/slides", kinds.PPTX),
        ("a.bin", b"PK\x03\x04....mimetype" + kinds.ODT.encode(), kinds.ODT),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kinds.DOC),
        ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kinds.PPT),
        ("a.doc", b"{\\rtf1", kinds.RTF),
        ("a.zip", b"PK\x03\x04" + b"\0" * 20, None),
        ("a.txt", b"\x00\x01\x02", None),
        ("a.jpg", b"\xff\xd8\xff\xe0", None),
        ("a.csv", b"a;b;c", None),
        ("a.txt", b"", None),
    ],
)
def test_kind(name: str, head: bytes, kind: str | None) -> None:
    assert media_type(Path(name), head) == kind


def test_every_format_has_a_name_a_suffix_a_parser_and_a_version() -> None:
    for row in FORMATS:
        assert row.suffixes
        assert callable(row.load())
        assert row.name
        assert f"{row.module}.{row.version}" in parser_version(row.media_type)
    assert parser_version("image/png") == "0"
