"""The pool: one bad file costs itself, whatever it does to its worker."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from indexer.errors import ParseError
from indexer.models import ParsedDocument
from indexer.parsers import child
from indexer.parsers.sandbox import ParserPool

MISCHIEF = """
import os, sys, time
from pathlib import Path
from indexer.parsers import table, worker

really = table.parse_file

def parse_file(path, with_ocr):
    deed = Path(path).read_text().split()[0]
    if deed == "stuck":
        time.sleep(600)
    if deed == "spin":
        while True:
            pass
    if deed == "die":
        os._exit(7)
    if deed == "crash":
        os.kill(os.getpid(), 11)
    if deed == "greedy":
        return [bytes(64 << 20) for _ in range(100)]
    if deed == "chatty":
        print("noise from a library", flush=True)
    if deed == "nonsense":
        os.write(3, b"\\0\\0\\0\\4oops")
        os.write(1, b"more noise")
    return really(path, with_ocr=with_ocr)

def guarded(path, with_ocr):
    try:
        return parse_file(path, with_ocr)
    except MemoryError as error:
        raise table.ParseError("needs more memory than a document may") from error

worker.parse_file = guarded
worker.main(int(sys.argv[1]), int(sys.argv[2]))
"""


@pytest.fixture
def mischief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the pool run a worker that does what the first word of a file says."""
    program = tmp_path / "mischief.py"
    program.write_text(MISCHIEF)
    monkeypatch.setattr(child, "COMMAND", (sys.executable, "-P", str(program)))
    return tmp_path


def files(folder: Path, *deeds: str) -> Iterator[tuple[str, Path]]:
    for n, deed in enumerate(deeds):
        path = folder / f"{n}.txt"
        path.write_text(f"{deed} otsikko\n\nLeikki alkoi pihalla.")
        yield f"{n} {deed}", path


def results(pool: ParserPool, folder: Path, *deeds: str) -> dict[str, str]:
    return {
        key: str(result) if isinstance(result, ParseError) else "parsed"
        for key, result in pool.parse(files(folder, *deeds))
    }


def test_documents_and_errors_come_back_by_their_keys(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text("Leikki\n\nLeikki alkoi pihalla.")
    bad.write_bytes(b"%PDF-1.4")
    with ParserPool(workers=2) as pool:
        told = dict(pool.parse([("good", good), ("bad", bad), ("gone", tmp_path / "gone.txt")]))
    assert isinstance(told["good"], ParsedDocument)
    assert told["good"].title == "Leikki"
    assert isinstance(told["bad"], ParseError)
    assert "not there any more" in str(told["gone"])


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("die", "ended its parser (exit code 7)"),
        ("crash", "ended its parser (signal 11)"),
        ("greedy", "more memory"),
        ("nonsense", "no sense"),
    ],
)
def test_a_worker_that_goes_wrong_costs_one_document(
    mischief: Path, deed: str, reason: str
) -> None:
    with ParserPool(workers=2, seconds=30, memory_mb=1024) as pool:
        told = results(pool, mischief, "fine", deed, "fine", "fine")
    assert reason in told.pop(f"1 {deed}")
    assert set(told.values()) == {"parsed"}


@pytest.mark.parametrize("deed", ["stuck", "spin"])
def test_a_worker_that_overstays_costs_one_document(mischief: Path, deed: str) -> None:
    with ParserPool(workers=2, seconds=2) as pool:
        told = results(pool, mischief, "fine", deed, "fine")
    assert "seconds to read" in told.pop(f"1 {deed}")
    assert set(told.values()) == {"parsed"}


def test_what_a_library_prints_does_not_come_between(mischief: Path) -> None:
    with ParserPool(workers=1, seconds=30) as pool:
        assert set(results(pool, mischief, "chatty", "chatty").values()) == {"parsed"}


def test_no_more_files_are_taken_than_there_are_workers(tmp_path: Path) -> None:
    taken: list[str] = []

    def watched() -> Iterator[tuple[str, Path]]:
        for key, path in files(tmp_path, *["fine"] * 6):
            taken.append(key)
            yield key, path

    with ParserPool(workers=2) as pool:
        for done, _ in enumerate(pool.parse(watched())):
            assert len(taken) <= done + 2


@pytest.mark.parametrize("closed", [True, False])
def test_a_caller_that_stops_early_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with ParserPool(workers=2) as pool:
        running = pool.parse(files(tmp_path, *["fine"] * 6))
        assert isinstance(running, Generator)
        next(running)
        assert list(temporary.iterdir())
        if closed:
            running.close()
    assert not list(temporary.iterdir())


def test_a_pool_may_be_used_again(tmp_path: Path) -> None:
    with ParserPool(workers=1) as pool:
        assert len(results(pool, tmp_path, "a", "b")) == 2
        assert len(results(pool, tmp_path, "c")) == 1


def test_a_worker_knows_nothing_of_its_callers_environment(
    mischief: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOISTOHAKU_INDEX", "/somewhere")
    assert "LOISTOHAKU_INDEX" not in child._environment(mischief)
