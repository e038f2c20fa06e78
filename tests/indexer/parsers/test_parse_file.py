"""The door of the parsers: what cannot be read says why and what to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.errors import ParseError
from indexer.parsers import parse_file

CORPUS = Path(__file__).parents[3] / "corpus"
PDF = CORPUS / "rapporter" / "delat-ledarskap-i-skargarden.pdf"


def test_a_pdf_named_as_text_is_read_as_a_pdf_with_a_warning(tmp_path: Path) -> None:
    path = shutil.copy(PDF, tmp_path / "report.txt")
    parsed = parse_file(Path(path))
    assert parsed.title == "Delat ledarskap i skärgården"
    assert parsed.warnings == ("misnamed: named as plain text but holds PDF; read as PDF",)


def test_a_web_page_named_as_a_pdf_is_read_as_a_web_page_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_text("<html><body><main><h1>Leikki</h1><p>Leikimme ulkona.</p></main></body></html>")
    parsed = parse_file(path)
    assert parsed.title == "Leikki"
    assert "named as PDF but holds HTML" in parsed.warnings[0]


def test_a_word_file_named_as_slides_is_read_as_word(tmp_path: Path) -> None:
    source = next(CORPUS.rglob("*.docx"))
    parsed = parse_file(Path(shutil.copy(source, tmp_path / "deck.pptx")))
    assert "read as Word" in parsed.warnings[0]


def test_a_caller_may_tell_the_name_that_counts(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_text("Leikki\n\nLeikimme ulkona.")
    assert parse_file(path, "text/plain").warnings == ()
    assert "named as PDF" in parse_file(path, "application/pdf").warnings[0]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.pdf", b"\x00\x01\x02\x03", "is named .pdf but holds something else"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "format that is not read"),
        ("a.pdf", b"%PDF-1.4 and nothing else", "is a broken PDF"),
        ("a.docx", b"PK\x03\x04 and nothing else", "broken or cut archive"),
        ("a.html", b"<html><body><script>x</script></body></html>", "no text without scripts"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ParseError, match=reason):
        parse_file(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="not there any more"):
        parse_file(tmp_path / "gone.pdf")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="not a file"):
        parse_file(tmp_path)


def test_importing_the_parsers_stays_light() -> None:
    program = (
        "import sys, indexer.parsers, indexer.parsers.worker, indexer.parsers.sandbox;"
        "heavy = {'whoosh', 'numpy', 'pypdf', 'trafilatura', 'lxml', 'bs4', 'pptx', 'docx'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
