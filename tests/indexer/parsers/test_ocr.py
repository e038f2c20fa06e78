"""Scanned pages read by OCR: the real program on the scanned samples, skipped where it is not."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from indexer.models import ParsedDocument
from indexer.parsers import ocr, parse_file, parser_version
from indexer.parsers.child import Child
from indexer.parsers.detect import HTML, PDF
from indexer.parsers.sandbox import ParserPool
from tests.indexer.parsers.pdf_made import lines, made, unnamed_letters
from tests.samples.gold_source import GoldDocument, plain, read_all
from tests.samples.scoring import Score, gold_pages, score

CORPUS = Path(__file__).parents[3] / "corpus"
SCANS = [one for one in read_all() if one.meta.format == "pdf-scan"]
FLOOR = Score(recall=0.9, precision=0.9, order=0.85, pages_right=0.9)
needs_ocr = pytest.mark.skipif(
    not ocr.is_available(), reason="ocrmypdf, or Tesseract's fin and swe, is not installed"
)


@needs_ocr
@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.slug)
def test_a_scan_is_read(scan: GoldDocument) -> None:
    parsed = parse_file(CORPUS / scan.meta.file, with_ocr=True)
    pieces = [(s.page, text) for s in parsed.sections for text in (s.heading, s.text)]
    reached = score(gold_pages(scan.slug), pieces)
    print(f"{scan.slug}: {reached}")
    assert reached.recall >= FLOOR.recall
    assert reached.precision >= FLOOR.precision
    assert reached.order >= FLOOR.order
    assert reached.pages_right >= FLOOR.pages_right
    assert parsed.title == plain(scan.meta.title)
    assert [warning.split(":")[0] for warning in parsed.warnings] == ["read_by_ocr"]


def mixed(folder: Path) -> Path:
    """A document whose second page is a scan."""
    texts = ["Leikki alkoi pihalla syksyn aikana.", "Leikki jatkui metsässä joka aamu."]
    path = made(folder, *(lambda canvas, text=text: lines(canvas, text) for text in texts))
    writer = PdfWriter(path)
    scan = PdfReader(CORPUS / SCANS[0].meta.file)
    writer.insert_page(scan.pages[0], 1)
    writer.write(path)
    return path


@needs_ocr
def test_letters_that_the_file_does_not_name_are_read_from_the_page(tmp_path: Path) -> None:
    told = (
        "Pöydän äärellä syötiin välipalaa, ja lapset kertoivat päivästä.",
        "Tätä jatkettiin syksyyn, ja huoltajat pitivät siitä.",
    )
    path = unnamed_letters(tmp_path, *told)
    parsed = parse_file(path, with_ocr=True)
    assert parsed.sections[0].text.split() == " ".join(told).split()
    assert [warning.split(":")[0] for warning in parsed.warnings] == ["read_by_ocr"]


@needs_ocr
def test_a_locked_document_is_read_where_no_password_is_asked(tmp_path: Path) -> None:
    path = mixed(tmp_path)
    writer = PdfWriter(path)
    writer.encrypt("", "of the owner", algorithm="RC4-128")
    writer.write(path)
    assert parse_file(path, with_ocr=True).warnings[0].startswith("read_by_ocr: page 2 ")


@needs_ocr
def test_the_pool_reads_pages_without_text_in_a_second_step(tmp_path: Path) -> None:
    with ParserPool(workers=1) as pool:
        ((_, parsed),) = pool.parse([("scan", mixed(tmp_path))])
    assert isinstance(parsed, ParsedDocument)
    assert parsed.warnings[0].startswith("read_by_ocr: page 2 ")
    assert parsed.sections[0].text == "Leikki alkoi pihalla syksyn aikana."
    assert {section.page for section in parsed.sections} == {1, 2, 3}


@needs_ocr
def test_what_was_read_first_outlives_an_ocr_that_does_not_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 0)
    with ParserPool(workers=1) as pool:
        ((_, parsed),) = pool.parse([("scan", mixed(tmp_path))])
    assert isinstance(parsed, ParsedDocument)
    assert parsed.warnings[0].startswith("needs_ocr: page 2 ")
    assert not list(tmp_path.glob("ocr-*"))


def running(*words: bytes) -> bool:
    """Whether a command of these words runs on this machine."""
    return any(b"\0".join(words) in command for command in commands())


def commands() -> Iterator[bytes]:
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # ended meanwhile
            yield place.read_bytes()


def soon(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 60
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return holds()


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for another program of this name, found before the real one."""
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    forget()
    yield program
    forget()


def forget() -> None:
    ocr.version.cache_clear()
    ocr._languages.cache_clear()


def install(program: Path, text: str) -> None:
    program.write_text(text)
    program.chmod(0o755)
    forget()


TOLD = """#!/bin/sh
case "$1" in
  --version) echo "tesseract 5.3.0"; exit ;;
  --list-langs) echo "List of languages"; echo fin; echo swe; exit ;;
esac
"""
STUCK = 'case "$*" in *000001_ocr*) touch "%s"; setsid sleep %s & sleep %s ;; esac\n'
ONE_OF_MANY = 'case "$*" in *000002_ocr*) exit 1 ;; esac; exec "%s" "$@"\n'


@needs_ocr
def test_an_ocr_that_hangs_is_ended_with_all_it_started(tmp_path: Path, tesseract: Path) -> None:
    begun, span = tmp_path / "begun", str(10**6 + os.getpid())
    install(tesseract, TOLD + STUCK % (begun, span, span))
    hanging = Child(60, 2048)
    try:
        hanging.ask(mixed(tmp_path), with_ocr=True)
        assert soon(begun.exists)
        assert soon(lambda: running(b"sleep", span.encode()))
    finally:
        hanging.stop()
    assert soon(lambda: not running(b"sleep", span.encode()))


@needs_ocr
def test_a_page_that_ocr_fails_on_costs_itself(tmp_path: Path, tesseract: Path) -> None:
    real = shutil.which("tesseract")
    install(tesseract, TOLD + ONE_OF_MANY % real)
    path = mixed(tmp_path)
    writer = PdfWriter(path)
    writer.add_page(writer.pages[1])
    writer.write(path)
    parsed = parse_file(path, with_ocr=True)
    assert parsed.warnings[0].startswith("read_by_ocr: pages 2, 4 ")


@pytest.mark.parametrize(
    "text",
    ["no program", "#!/nowhere/at/all\n", "#!/bin/sh\nexit 1\n", "#!/bin/sh\necho fin\n"],
)
def test_a_tesseract_that_does_not_work_is_none(
    tesseract: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PATH", str(tesseract.parent))
    install(tesseract, text)
    assert not ocr.is_available()


@needs_ocr
def test_pages_that_there_is_no_time_for_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "BATCH_SECONDS", 0)
    parsed = parse_file(mixed(tmp_path), with_ocr=True)
    assert parsed.warnings[0].startswith("needs_ocr: page 2 ")


def test_a_scan_is_parsed_anew_once_it_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "version", lambda: "")
    before = parser_version(PDF), parser_version(HTML)
    monkeypatch.setattr(ocr, "version", lambda: "ocrmypdf 17 fin+swe")
    assert parser_version(PDF) != before[0]
    assert parser_version(HTML) == before[1]


def test_what_has_text_is_not_handed_to_ocr() -> None:
    assert not ocr.is_wanted(ParsedDocument("Leikki", (), warnings=("misnamed: as PDF",)))
