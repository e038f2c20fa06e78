"""An archive that would do harm is refused before anything of it is unpacked."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from indexer.errors import ParseError
from indexer.parsers import detect, parse_file
from indexer.parsers.archive import LARGEST_ENTRY, MOST_ENTRIES, media_type_inside, opened
from indexer.parsers.xml import parse_xml


def made(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_what_an_archive_holds(tmp_path: Path) -> None:
    odt = made(tmp_path / "a", {"mimetype": detect.ODT.encode(), "content.xml": b"<a/>"})
    assert media_type_inside(odt) == detect.ODT
    docx = made(tmp_path / "b", {"word/document.xml": b"<a/>"})
    assert media_type_inside(docx) == detect.DOCX
    with pytest.raises(ParseError, match="without a document"):
        media_type_inside(made(tmp_path / "c", {"photo.jpg": b"..."}))


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "bomb.docx", {"word/document.xml": b"\0" * (64 * 2**20)})
    assert path.stat().st_size < 100_000
    with pytest.raises(ParseError, match="hundreds of times its size"):
        parse_file(path)


def test_a_declared_giant_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "giant.docx", {"word/document.xml": b"small"})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, LARGEST_ENTRY + 1)
    path.write_bytes(data)
    with pytest.raises(ParseError, match="more than a document may hold"):
        parse_file(path)


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "many.zip", {str(n): b"" for n in range(MOST_ENTRIES + 1)})
    with pytest.raises(ParseError, match="parts"), opened(path):
        pass


@pytest.mark.parametrize("name", ["../out.xml", "/etc/passwd", "a\\..\\..\\b"])
def test_a_path_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "tricky.docx", {"word/document.xml": b"<a/>", name: b"x"})
    with pytest.raises(ParseError, match="outside itself"):
        parse_file(path)


def test_a_password_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "locked.docx", {"word/document.xml": b"<a/>"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(ParseError, match="password"):
        parse_file(path)


def test_a_thousand_million_laughs_are_not_laughed() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY l0 "ha">{entities}]><a>&l9;</a>'
    with pytest.raises(ParseError, match="over and over"):
        parse_xml(bomb.encode())
    modest = '<!DOCTYPE a [<!ENTITY l "ha">]><a>&l;&l;</a>'
    assert "ha" not in "".join(parse_xml(modest.encode()).itertext())


def test_an_outer_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    data = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a>&s;</a>'
    assert "hidden" not in "".join(parse_xml(data.encode()).itertext())


def test_broken_xml_says_so() -> None:
    with pytest.raises(ParseError, match="broken XML"):
        parse_xml(b"<a><b></a>")
